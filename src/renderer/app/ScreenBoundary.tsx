import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../components/index.ts';

type Props = {
  readonly children: ReactNode;
  /** What broke: one screen, beside which all else works, or the window. */
  readonly place: 'screen' | 'window';
};

/** Catches a screen that breaks, so that the rest of the window goes on. */
export class ScreenBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        icon={<IconAlertTriangle size={40} stroke={1.5} />}
        title={this.props.place === 'screen' ? 'This screen stopped working' : 'The window stopped working'}
        action={
          <>
            <Button onClick={() => this.setState({ broken: false })}>Show it again</Button>
            <Button variant="default" onClick={() => window.location.reload()}>
              Reload the window
            </Button>
          </>
        }
      >
        Everything you saved is safe. Show the screen again; if it stops once more, reload the window
        {this.props.place === 'screen' ? ' or choose another place at the left.' : '.'}
      </EmptyState>
    );
  }
}

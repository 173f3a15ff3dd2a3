import { ActionIcon, Portal, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ScrollRegion } from './ScrollRegion.tsx';
import classes from './SidePanel.module.css';

export type SidePanelProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
};

/** Detail at the right of the work, which stays usable. Escape closes it and gives the focus back. */
export function SidePanel(props: SidePanelProps) {
  if (!props.opened) return null;
  // The portal draws its children one step later: only what is mounted inside it finds its own heading.
  return (
    <Portal>
      <OpenPanel {...props} />
    </Portal>
  );
}

function OpenPanel({ title, onClose, children, footer }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    const panelElement = panel.current;
    return () => {
      // Only when the focus is still here: whoever moved on is not pulled back.
      const focused = document.activeElement;
      if ((focused === document.body || panelElement?.contains(focused)) && opener instanceof HTMLElement)
        opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={title}
      data-side-panel
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={classes.head}>
        <Title order={2} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        <ActionIcon aria-label="Close this panel" onClick={onClose} color="gray">
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ScrollRegion label={title} role="group" className={classes.body}>
        {children}
      </ScrollRegion>
      {footer ? <div className={classes.footer}>{footer}</div> : null}
    </aside>
  );
}

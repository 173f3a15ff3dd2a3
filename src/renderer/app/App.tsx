import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';

import { queryClient } from '../api/index.ts';
import classes from './App.module.css';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { colorSchemeManager } from './color-scheme.ts';
import { Gate } from './Gate.tsx';
import { useHashPath, useHashSearch } from './hash-location.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { cssVariables, theme } from './theme.ts';

/** The whole window. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashPath} searchHook={useHashSearch}>
          <section aria-label="Messages">
            <Notifications
              position="bottom-left"
              limit={4}
              transitionDuration={120}
              withinPortal={false}
              className={classes.messages ?? ''}
            />
          </section>
          <ConnectionNotice />
          <ScreenBoundary place="window">
            <Gate />
          </ScreenBoundary>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

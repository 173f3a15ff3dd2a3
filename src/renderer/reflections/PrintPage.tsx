import { Portal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './PrintPage.module.css';

/** Puts its children on paper instead of the window. Opens the print dialog once. */
export function PrintPage({
  onDone,
  children,
}: {
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.body.dataset['printing'] = 'page';
    const timer = setTimeout(() => {
      window.print();
      onDone();
    });
    return () => {
      clearTimeout(timer);
      delete document.body.dataset['printing'];
    };
  }, [onDone]);
  // The portal shares its node with everything that floats: the page is an element of its own inside.
  return (
    <Portal>
      <div className={classes.page}>{children}</div>
    </Portal>
  );
}

import type { ReactNode } from 'react';
import classes from './Nothing.module.css';

/** Stands in a table that has no row to show: why, and how to see one. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>;
}

import type { ReactNode } from 'react';
import classes from './TwoLines.module.css';

/** A cell of a table with a smaller second line. */
export function TwoLines({
  first,
  second,
  strong = false,
  title,
}: {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** The first line names the row. */
  readonly strong?: boolean;
  /** The first line in full, where it may be cut off. */
  readonly title?: string;
}) {
  return (
    <div className={classes.lines}>
      <span className={classes.first} data-strong={strong || undefined} title={title}>
        {first}
      </span>
      <span className={classes.second}>{second}</span>
    </div>
  );
}

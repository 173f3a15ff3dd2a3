import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Insight.module.css';

/** A finding in one line, with what it consists of behind it. */
export function Folded({
  title,
  warns = false,
  children,
}: {
  readonly title: string;
  readonly warns?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className={classes.folded} data-warns={warns || undefined}>
      <summary>
        {warns ? <IconAlertTriangle size={14} aria-hidden className={classes.foldedSign} /> : null}
        <span>{title}</span>
      </summary>
      <div className={classes.foldedBody}>{children}</div>
    </details>
  );
}

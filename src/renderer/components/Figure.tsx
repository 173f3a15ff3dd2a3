import type { ReactNode } from 'react';
import classes from './Figure.module.css';

/** A number that matters, with its caption. */
export function Figure({
  label,
  value,
  detail,
}: {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
}) {
  return (
    <div className={classes.figure}>
      <div className={classes.value}>{value}</div>
      <div className={classes.label}>{label}</div>
      {detail ? <div className={classes.detail}>{detail}</div> : null}
    </div>
  );
}

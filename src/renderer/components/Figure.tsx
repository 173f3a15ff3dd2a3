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

/** Figures beside each other, over what they are about. */
export function Figures({
  children,
  flush = false,
}: {
  readonly children: ReactNode;
  /** Without room below, where a form or a stack sets its parts apart. */
  readonly flush?: boolean;
}) {
  return (
    <div className={classes.figures} data-flush={flush || undefined}>
      {children}
    </div>
  );
}

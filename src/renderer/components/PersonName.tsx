import type { ReactNode } from 'react';
import classes from './PersonName.module.css';
import { TwoLines } from './TwoLines.tsx';

/** Who a row is about: the credentials follow the name or, with `lines`, stand below it where the column is narrow. */
export function PersonName({
  name,
  credentials,
  lines = false,
  more,
}: {
  readonly name: string;
  /** Empty when there are none. */
  readonly credentials: string;
  readonly lines?: boolean;
  /** Further words about the person, after the credentials. */
  readonly more?: ReactNode;
}) {
  if (lines) return <TwoLines strong first={name} second={credentials} />;
  return (
    <>
      <span className={classes.name}>{name}</span>
      {credentials === '' ? null : <span className={classes.soft}>, {credentials}</span>}
      {more ? <span className={classes.soft}>{more}</span> : null}
    </>
  );
}

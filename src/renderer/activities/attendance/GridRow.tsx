import { IconCheck, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Session } from '../../../shared/contract/activities.ts';
import classes from './Grid.module.css';
import type { GridRow } from './Grid.tsx';
import { isInside, type Range } from './selection.ts';

/** One person's row. */
export const GridRowView = memo(function GridRowView({
  id,
  row,
  index,
  start,
  sessions,
  columns,
  width,
  minutesOf,
  active,
  typed,
  range,
}: {
  readonly id: string;
  readonly row: GridRow;
  readonly index: number;
  readonly start: number;
  readonly sessions: readonly Session[];
  readonly columns: readonly { readonly index: number; readonly start: number }[];
  readonly width: number;
  readonly minutesOf: (row: GridRow, column: number) => number | null;
  /** Column of the active cell when it is in this row. */
  readonly active: number | null;
  /** Digits typed into the active cell so far. */
  readonly typed: string;
  readonly range: Range | null;
}) {
  const total = sessions.reduce(
    (sum, session, column) => sum + (session.countsForCredit ? (minutesOf(row, column) ?? 0) : 0),
    0,
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={classes.person}>
        <Link href={`/people/${row.personId}`} tabIndex={-1} className={classes.personLink ?? ''}>
          {row.name}
        </Link>
        {row.credentials ? <span className={classes.credentials}>{row.credentials}</span> : null}
      </div>
      <div role="gridcell" aria-colindex={2} className={classes.total}>
        {total}
      </div>
      <div className={classes.cells} style={{ width }} role="presentation">
        {columns.map((column) => {
          const session = sessions[column.index];
          if (!session) return null;
          const minutes = minutesOf(row, column.index);
          const isActive = active === column.index;
          return (
            <div
              key={session.id}
              id={`${id}-${index}-${column.index}`}
              role="gridcell"
              aria-colindex={column.index + 3}
              aria-selected={isActive || (range !== null && isInside(range, index, column.index))}
              aria-label={`${row.name}, ${session.title}: ${inWords(minutes, session)}`}
              className={classes.cell}
              data-row={index}
              data-column={column.index}
              data-state={stateOf(minutes, session)}
              data-active={isActive || undefined}
              data-selected={(range !== null && isInside(range, index, column.index)) || undefined}
              style={{ transform: `translateX(${column.start}px)` }}
            >
              {isActive && typed !== '' ? (
                <span className={classes.typed}>{typed}</span>
              ) : (
                sign(minutes, session)
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

function stateOf(minutes: number | null, session: Session): string {
  if (minutes === null) return 'open';
  if (minutes === 0) return 'absent';
  return minutes >= session.minutes ? 'present' : 'part';
}

function inWords(minutes: number | null, session: Session): string {
  switch (stateOf(minutes, session)) {
    case 'open':
      return 'not recorded';
    case 'absent':
      return 'absent';
    case 'present':
      return `present, ${minutes} minutes`;
    default:
      return `${minutes} of ${session.minutes} minutes`;
  }
}

function sign(minutes: number | null, session: Session) {
  switch (stateOf(minutes, session)) {
    case 'open':
      return <span aria-hidden>·</span>;
    case 'absent':
      return <IconX size={16} aria-hidden />;
    case 'present':
      return <IconCheck size={16} aria-hidden />;
    default:
      return <span aria-hidden>{minutes}</span>;
  }
}

import { Portal } from '@mantine/core';
import { useEffect } from 'react';
import type { Activity, Session } from '../../../shared/contract/activities.ts';
import { formatDateRange, formatShortDate, formatTime } from '../../../shared/format.ts';
import type { GridRow } from './Grid.tsx';
import classes from './PrintSheet.module.css';

/** Every person on paper: the grid on the screen draws only the rows in view. Opens the print dialog once. */
export function PrintSheet({
  activity,
  sessions,
  rows,
  minutesOf,
  onDone,
}: {
  readonly activity: Activity;
  readonly sessions: readonly Session[];
  readonly rows: readonly GridRow[];
  readonly minutesOf: (row: GridRow, column: number) => number | null;
  readonly onDone: () => void;
}) {
  useEffect(() => {
    document.body.dataset['printing'] = 'sheet';
    const timer = setTimeout(() => {
      window.print();
      onDone();
    });
    return () => {
      clearTimeout(timer);
      delete document.body.dataset['printing'];
    };
  }, [onDone]);
  return (
    // The portal shares its node with everything that floats: the sheet is an element of its own inside.
    <Portal>
      <div className={classes.sheet}>
        <h1>{activity.title}</h1>
        <p>{formatDateRange(activity.startsOn, activity.endsOn)} · minutes attended</p>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {sessions.map((session) => (
                <th key={session.id} scope="col">
                  {session.title}
                  <br />
                  {formatShortDate(session.date)}, {formatTime(session.startTime)}, {session.minutes} min
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.enrolmentId}>
                <th scope="row">{row.credentials ? `${row.name}, ${row.credentials}` : row.name}</th>
                {sessions.map((session, column) => {
                  const minutes = minutesOf(row, column);
                  return (
                    <td key={session.id}>{minutes === null ? '' : minutes === 0 ? 'absent' : minutes}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Portal>
  );
}

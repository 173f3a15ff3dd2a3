import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Session } from '../../../shared/contract/activities.ts';
import { formatCount, formatDay, formatTime } from '../../../shared/format.ts';
import classes from './Grid.module.css';
import type { Outcome } from './Grid.tsx';

/** The headings: each session with its day, how many were present, and what can be done with the whole column. */
export function GridHead({
  id,
  sessions,
  columns,
  width,
  present,
  people,
  activeColumn,
  menuColumn,
  onMenu,
  onMarkColumn,
  filtered,
}: {
  readonly id: string;
  readonly sessions: readonly Session[];
  readonly columns: readonly { readonly index: number; readonly start: number }[];
  readonly width: number;
  /** People present, by session. */
  readonly present: readonly number[];
  readonly people: number;
  readonly activeColumn: number | null;
  readonly menuColumn: number | null;
  readonly onMenu: (column: number | null) => void;
  readonly onMarkColumn: (column: number, outcome: Outcome) => void;
  readonly filtered: boolean;
}) {
  const whom = filtered ? 'everyone shown' : 'everyone';
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        <div role="columnheader" aria-colindex={1} className={classes.corner}>
          Person
        </div>
        <div role="columnheader" aria-colindex={2} className={classes.totalHead}>
          Minutes for credit
        </div>
        <div className={classes.cells} style={{ width }} role="presentation">
          {columns.map(({ index, start }) => {
            const session = sessions[index];
            if (!session) return null;
            return (
              <div
                key={session.id}
                id={`${id}--1-${index}`}
                role="columnheader"
                aria-colindex={index + 3}
                className={classes.session}
                style={{ transform: `translateX(${start}px)` }}
                data-active={activeColumn === index || undefined}
              >
                <Menu
                  opened={menuColumn === index}
                  onChange={(opened) => onMenu(opened ? index : null)}
                  position="bottom-start"
                >
                  <Menu.Target>
                    <button
                      type="button"
                      tabIndex={-1}
                      className={classes.sessionButton}
                      title={session.title}
                    >
                      <span className={classes.sessionTitle}>{session.title}</span>
                      <IconChevronDown size={14} aria-hidden />
                    </button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Label>{session.title}</Menu.Label>
                    <Menu.Item onClick={() => onMarkColumn(index, 'present')}>Mark {whom} present</Menu.Item>
                    <Menu.Item onClick={() => onMarkColumn(index, 'absent')}>Mark {whom} absent</Menu.Item>
                    <Menu.Item onClick={() => onMarkColumn(index, 'clear')}>Clear this column</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
                <span className={classes.sessionFact}>
                  {formatDay(session.date)}, {formatTime(session.startTime)}
                </span>
                <span className={classes.sessionFact}>
                  {session.minutes} min{session.countsForCredit ? '' : ', no credit'} ·{' '}
                  {formatCount(present[index] ?? 0)}/{formatCount(people)}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

import { Select } from '@mantine/core';
import type { Session } from '../../shared/contract/activities.ts';
import type { Rehearsal } from '../../shared/contract/people.ts';
import { formatMinutes, formatShortDate, formatTime } from '../../shared/format.ts';
import classes from './Imports.module.css';
import { countedInWords } from './other-day.ts';

const BY_TIME = 'by-time';

/** Which session a report is for: each join by its time, or one session alone. */
export function SessionChoice({
  joins,
  sessions,
  value,
  onChange,
  disabled,
}: {
  /** When people joined; undefined before the report was looked at. */
  readonly joins: Rehearsal['joins'] | undefined;
  readonly sessions: readonly Session[];
  readonly value: number | null;
  readonly onChange: (sessionId: number | null) => void;
  readonly disabled: boolean;
}) {
  return (
    <Select
      className={classes.session ?? ''}
      label="Counts for"
      description={countedInWords(joins, sessions, value)}
      data={[
        { value: BY_TIME, label: 'All sessions, by the times of the joins' },
        ...sessions.map(({ id, title, date, startTime, minutes }) => ({
          value: String(id),
          label: `${title} (${formatShortDate(date)}, ${formatTime(startTime)}, ${formatMinutes(minutes)})`,
        })),
      ]}
      value={value === null ? BY_TIME : String(value)}
      onChange={(choice) => onChange(choice === null || choice === BY_TIME ? null : Number(choice))}
      allowDeselect={false}
      disabled={disabled}
    />
  );
}

import type { Session } from '../../shared/contract/activities.ts';
import type { Rehearsal } from '../../shared/contract/people.ts';
import { formatDateRange, formatTime } from '../../shared/format.ts';
import { sessionStart, wallClockMinutes } from '../../shared/imports/joins.ts';

type Joins = NonNullable<Rehearsal['joins']>;

/** How the time of a report misses the sessions, or null when they meet. */
export function missedBy(
  joins: Joins,
  sessions: readonly Session[],
  sessionId: number | null,
): 'day' | 'hours' | null {
  const aimed = sessions.filter(({ id }) => sessionId === null || id === sessionId);
  const first = minutesOf(joins.firstJoin);
  const last = minutesOf(joins.lastLeave);
  const meets = aimed.some(({ date, startTime, minutes }) => {
    const start = sessionStart(date, startTime);
    return first < start + minutes && last > start;
  });
  if (meets || aimed.length === 0) return null;
  const sameDay = aimed.some(
    ({ date }) => date >= joins.firstJoin.slice(0, 10) && date <= joins.lastLeave.slice(0, 10),
  );
  return sameDay ? 'hours' : 'day';
}

/** Which minutes of a report count; `joins` is null for a report without times, undefined before it was looked at. */
export function countedInWords(
  joins: Rehearsal['joins'] | undefined,
  sessions: readonly Session[],
  sessionId: number | null,
): string {
  if (sessionId === null) return 'Each session gets the minutes that people were there while it ran.';
  if (joins === null)
    return 'The report has no times: this session gets the minutes as stated, or all of its own for who is ticked.';
  if (joins && missedBy(joins, sessions, sessionId) !== null)
    return 'The joins are of another time: this session gets all their minutes, at most as many as it has.';
  return 'This session gets the minutes that people were there while it ran.';
}

/** `November 12, 2026, 12:00 PM to 2:18 PM`. */
export function joinsInWords({ firstJoin, lastLeave }: Joins): string {
  const [firstDay = '', firstTime = ''] = firstJoin.split('T');
  const [lastDay = '', lastTime = ''] = lastLeave.split('T');
  const days = formatDateRange(firstDay, lastDay);
  return firstDay === lastDay ? `${days}, ${formatTime(firstTime)} to ${formatTime(lastTime)}` : days;
}

/** `December 1, 2026, 9:00 AM to 11:30 AM`; of several days the days alone. */
export function sessionsInWords(sessions: readonly Session[]): string {
  const ordered = sessions.toSorted((a, b) =>
    `${a.date} ${a.startTime}`.localeCompare(`${b.date} ${b.startTime}`),
  );
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return '';
  if (first.date !== last.date) return formatDateRange(first.date, last.date);
  const ends = sessionStart(last.date, last.startTime) + last.minutes;
  const endTime = new Date(ends * 60_000).toISOString().slice(11, 16);
  return `${formatDateRange(first.date, first.date)}, ${formatTime(first.startTime)} to ${formatTime(endTime)}`;
}

function minutesOf(wallClock: string): number {
  return wallClockMinutes(wallClock.replace('T', ' '), 'month-first') ?? 0;
}

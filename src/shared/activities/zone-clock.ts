/** Turns minutes on a zone's wall clock since 1970 into minutes that pass evenly, so that differences are real durations. */
export type ZoneClock = (wallMinutes: number) => number;

const DAY = 24 * 60;

/**
 * The clock of a time zone. An hour that the clock shows twice is read as its first showing; one that it leaves out as the
 * time that passed instead.
 */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const offsetAt = (minutes: number): number => {
    const parts = new Map(
      format.formatToParts(minutes * 60_000).map(({ type, value }) => [type, Number(value)]),
    );
    const field = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown =
      Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute')) / 60_000;
    return shown - Math.floor(minutes);
  };
  // On nearly every day the offset is the same throughout: one look for each day is enough.
  const steady = new Map<number, number | null>();
  const steadyOn = (day: number): number | null => {
    const kept = steady.get(day);
    if (kept !== undefined) return kept;
    const before = offsetAt((day - 1) * DAY);
    const offset = before === offsetAt((day + 2) * DAY) ? before : null;
    steady.set(day, offset);
    return offset;
  };
  return (wallMinutes) => {
    const offset = steadyOn(Math.floor(wallMinutes / DAY));
    if (offset !== null) return wallMinutes - offset;
    const before = offsetAt(wallMinutes - DAY * 1.5);
    const after = offsetAt(wallMinutes + DAY * 1.5);
    if (offsetAt(wallMinutes - before) === before) return wallMinutes - before;
    return offsetAt(wallMinutes - after) === after ? wallMinutes - after : wallMinutes - before;
  };
}

import { addDays } from '../../../shared/activities/schedule.ts';

/** The date some days from another, earlier when negative; moved on to Monday when it falls on a weekend. */
export function workday(date: string, days: number): string {
  const target = addDays(date, days);
  const weekday = new Date(`${target}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(target, 2) : weekday === 0 ? addDays(target, 1) : target;
}

import { addDays } from '../activities/schedule.ts';

/** Periods of whole years that follow one another from a first day, as credit is asked for. */
export type TargetPeriods = {
  /** First day of the first period, `YYYY-MM-DD`. */
  readonly startsOn: string;
  /** Length of each, in years. */
  readonly years: number;
};

/** One period, both days included, and whether there is one before it. */
export type TargetPeriod = { readonly from: string; readonly to: string; readonly earlier: boolean };

/**
 * The period that a day is in, or one before it: `back` 1 is the period before. Days before the first period belong to it,
 * and nothing lies before it.
 */
export function targetPeriod({ startsOn, years }: TargetPeriods, day: string, back: number): TargetPeriod {
  const elapsed = Number(day.slice(0, 4)) - Number(startsOn.slice(0, 4));
  let current = Math.max(0, Math.floor(elapsed / years));
  if (current > 0 && yearsLater(startsOn, current * years) > day) current -= 1;
  const index = Math.max(0, current - back);
  return {
    from: yearsLater(startsOn, index * years),
    to: addDays(yearsLater(startsOn, (index + 1) * years), -1),
    earlier: index > 0,
  };
}

/** The same day some years later; February 29 becomes the 28th where there is none. */
function yearsLater(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return `${year}${date.endsWith('-02-29') && !leap ? '-02-28' : date.slice(4)}`;
}

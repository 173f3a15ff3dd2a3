import { quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';

/**
 * The fewest minutes of instruction that give this credit by the office's rounding of the total. Rounding never falls as minutes
 * grow, so “credit of at least so many quarter-hours” and “at least these minutes” are the same condition.
 */
export function leastMinutesFor(quarters: number, rounding: Rounding): number {
  if (quarters <= 0) return 0;
  let minutes = quarters * 15;
  while (minutes > 0 && quartersFromMinutes(minutes - 1, rounding) >= quarters) minutes -= 1;
  return minutes;
}

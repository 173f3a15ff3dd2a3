import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../activities/schedule.ts';
import { targetPeriod } from './target-period.ts';

test.each([
  [{ startsOn: '2025-01-01', years: 2 }, '2026-11-25', 0, ['2025-01-01', '2026-12-31', false]],
  [{ startsOn: '2025-01-01', years: 2 }, '2027-01-01', 0, ['2027-01-01', '2028-12-31', true]],
  [{ startsOn: '2025-01-01', years: 2 }, '2027-01-01', 1, ['2025-01-01', '2026-12-31', false]],
  [{ startsOn: '2025-07-01', years: 1 }, '2026-06-30', 0, ['2025-07-01', '2026-06-30', false]],
  [{ startsOn: '2025-07-01', years: 1 }, '2026-07-01', 0, ['2026-07-01', '2027-06-30', true]],
  // Before the first period, and further back than there is one.
  [{ startsOn: '2027-01-01', years: 2 }, '2026-11-25', 3, ['2027-01-01', '2028-12-31', false]],
  [{ startsOn: '2024-02-29', years: 1 }, '2025-02-28', 0, ['2025-02-28', '2026-02-27', true]],
] as const)('%j on %s, %d back', (periods, day, back, [from, to, earlier]) => {
  expect(targetPeriod(periods, day, back)).toEqual({ from, to, earlier });
});

test('property: a day is in its period, and periods follow one another without a gap', () => {
  const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 10 }), fc.nat(15_000), (startsOn, years, later) => {
      const day = addDays(startsOn, later);
      const now = targetPeriod({ startsOn, years }, day, 0);
      expect(now.from <= day && day <= now.to).toBe(true);
      const before = targetPeriod({ startsOn, years }, day, 1);
      if (now.earlier) expect(addDays(before.to, 1)).toBe(now.from);
      else expect(before).toEqual(now);
    }),
  );
});

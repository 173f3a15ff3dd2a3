import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AMA_PRA_1, creditByYear } from './credit-by-year.ts';

const earned = (earnedOn: string, claimedQuarters: number, awardedQuarters = 0, creditType = AMA_PRA_1) => ({
  earnedOn,
  claimedQuarters,
  awardedQuarters,
  creditType,
});

test('years come latest first, each type for itself', () => {
  expect(
    creditByYear([
      earned('2025-12-31', 4, 4),
      earned('2026-01-01', 6),
      earned('2026-06-01', 3, 3),
      earned('2026-06-01', 2, 2, 'ABIM MOC'),
    ]),
  ).toEqual([
    { year: 2026, creditType: 'ABIM MOC', activities: 1, claimedQuarters: 2, awardedQuarters: 2 },
    { year: 2026, creditType: AMA_PRA_1, activities: 2, claimedQuarters: 9, awardedQuarters: 3 },
    { year: 2025, creditType: AMA_PRA_1, activities: 1, claimedQuarters: 4, awardedQuarters: 4 },
  ]);
  expect(creditByYear([])).toEqual([]);
});

test('nothing is lost or counted twice', () => {
  const one = fc.record({
    earnedOn: fc.constantFrom('2024-02-29', '2025-01-01', '2026-12-31'),
    claimedQuarters: fc.nat(100),
    awardedQuarters: fc.nat(100),
    creditType: fc.constantFrom('A', 'B'),
  });
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const years = creditByYear(all);
      const sum = (rows: readonly { readonly claimedQuarters: number }[]) =>
        rows.reduce((total, row) => total + row.claimedQuarters, 0);
      expect(sum(years)).toBe(sum(all));
      expect(years.reduce((total, row) => total + row.activities, 0)).toBe(all.length);
    }),
  );
});

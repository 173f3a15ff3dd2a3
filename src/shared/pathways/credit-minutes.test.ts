import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { leastMinutesFor } from './credit-minutes.ts';

test.each([
  [0, 'nearest', 0],
  [1, 'nearest', 8],
  [1, 'down', 15],
  [7, 'nearest', 98],
  [7, 'down', 105],
] as const)('%i quarter-hours rounded %s take %i minutes', (quarters, rounding, minutes) => {
  expect(leastMinutesFor(quarters, rounding)).toBe(minutes);
});

test('minutes give the credit exactly when they are at least so many', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4_000 }),
      fc.integer({ min: 0, max: 70_000 }),
      fc.constantFrom('nearest', 'down'),
      (quarters, minutes, rounding) => {
        expect(minutes >= leastMinutesFor(quarters, rounding)).toBe(
          quartersFromMinutes(minutes, rounding) >= quarters,
        );
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactCredits, quartersFromMinutes } from './quarter-hours.ts';

describe('minutes to quarter-hours', () => {
  test.each([
    // minutes, nearest, down
    [0, 0, 0],
    [-15, 0, 0],
    [Number.NaN, 0, 0],
    [Number.POSITIVE_INFINITY, 0, 0],
    [7, 0, 0],
    // No source defines a tie: it goes down, which is never too much.
    [7.5, 0, 0],
    [8, 1, 0],
    [15, 1, 1],
    [22, 1, 1],
    [22.5, 1, 1],
    [23, 2, 1],
    [45, 3, 3],
    // 52 minutes are 0.87 hours: 0.75 (reference/accreditation.md 1.5).
    [52, 3, 3],
    [52.5, 3, 3],
    [53, 4, 3],
    [60, 4, 4],
    [310, 21, 20],
    [1_440, 96, 96],
  ])('%d min: %d nearest, %d down', (minutes, nearest, down) => {
    expect(quartersFromMinutes(minutes, 'nearest')).toBe(nearest);
    expect(quartersFromMinutes(minutes, 'down')).toBe(down);
  });

  test('the unrounded figure has two decimals', () => {
    expect(exactCredits(52)).toBe('0.87');
    expect(exactCredits(310)).toBe('5.17');
  });

  const minutes = fc.double({ min: 0, max: 100_000, noNaN: true });
  test('property: whole, never falling, down never above the minutes, nearest within half a quarter', () => {
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        for (const rounding of ['nearest', 'down'] as const) {
          const quarters = quartersFromMinutes(a, rounding);
          expect(Number.isInteger(quarters)).toBe(true);
          if (a <= b) expect(quarters).toBeLessThanOrEqual(quartersFromMinutes(b, rounding));
        }
        expect(quartersFromMinutes(a, 'down') * 15).toBeLessThanOrEqual(a);
        expect(quartersFromMinutes(a, 'down')).toBeLessThanOrEqual(quartersFromMinutes(a, 'nearest'));
        expect(Math.abs(quartersFromMinutes(a, 'nearest') * 15 - a)).toBeLessThanOrEqual(7.5);
      }),
    );
  });

  test('property: whole quarter-hours stay what they are', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (quarters) => {
        expect(quartersFromMinutes(quarters * 15, 'nearest')).toBe(quarters);
        expect(quartersFromMinutes(quarters * 15, 'down')).toBe(quarters);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctMinutes, type Sitting } from './concurrent.ts';

/** A sitting from a minute of the day. */
function sitting(start: number, minutes: number, spent: number = minutes): Sitting {
  const clock = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
  return { date: '2026-11-12', startTime: clock, minutes, spent };
}

describe('minutes that one person can have spent', () => {
  test.each([
    ['nothing', [], 0],
    ['one after the other', [sitting(0, 60), sitting(60, 45)], 105],
    ['with a break', [sitting(0, 60), sitting(90, 45)], 105],
    ['two at the same time count once', [sitting(0, 60), sitting(0, 60)], 60],
    ['a part at the same time', [sitting(0, 60), sitting(30, 60)], 90],
    ['halves of two at the same time can both be had', [sitting(0, 60, 30), sitting(0, 60, 30)], 60],
    ['one inside a longer one', [sitting(0, 180), sitting(60, 30)], 180],
    // All of A, all of B and a minute of C: 121 minutes are claimed, 91 passed.
    ['a chain', [sitting(0, 60), sitting(30, 60), sitting(75, 60, 1)], 91],
    ['the other order', [sitting(75, 60, 1), sitting(30, 60), sitting(0, 60)], 91],
  ])('%s', (_, sittings, minutes) => {
    expect(distinctMinutes(sittings)).toBe(minutes);
  });

  test('over midnight', () => {
    expect(
      distinctMinutes([
        { date: '2026-12-31', startTime: '23:30', minutes: 60, spent: 60 },
        { date: '2027-01-01', startTime: '00:00', minutes: 60, spent: 60 },
      ]),
    ).toBe(90);
  });

  const sittings = fc.array(
    fc
      .record({ start: fc.nat(12), minutes: fc.integer({ min: 1, max: 8 }), spent: fc.nat(8) })
      .map(({ start, minutes, spent }) => sitting(start, minutes, Math.min(spent, minutes))),
    { maxLength: 5 },
  );

  test('property: exactly as many minutes of the clock as can be given to a sitting', () => {
    fc.assert(
      fc.property(sittings, (list) => {
        expect(distinctMinutes(list)).toBe(mostByTrying(list));
      }),
      { numRuns: 400 },
    );
  });

  test('property: at most the sum, at least the longest, whatever the order', () => {
    fc.assert(
      fc.property(sittings, (list) => {
        const minutes = distinctMinutes(list);
        expect(minutes).toBeLessThanOrEqual(list.reduce((sum, { spent }) => sum + spent, 0));
        expect(minutes).toBeGreaterThanOrEqual(Math.max(0, ...list.map(({ spent }) => spent)));
        expect(distinctMinutes(list.toReversed())).toBe(minutes);
      }),
    );
  });
});

/** The same by another way: gives each minute to a sitting and looks for a better one until there is none. */
function mostByTrying(list: readonly Sitting[]): number {
  const wishes = list.flatMap(({ startTime, minutes, spent }) => {
    const start = Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3));
    return Array.from({ length: spent }, () => Array.from({ length: minutes }, (_, index) => start + index));
  });
  const given = new Map<number, number>();
  const place = (wish: number, tried: Set<number>): boolean =>
    (wishes[wish] ?? []).some((minute) => {
      if (tried.has(minute)) return false;
      tried.add(minute);
      const other = given.get(minute);
      if (other !== undefined && !place(other, tried)) return false;
      given.set(minute, wish);
      return true;
    });
  return wishes.filter((_, wish) => place(wish, new Set())).length;
}

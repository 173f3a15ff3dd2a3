import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Module } from '../contract/modules.ts';
import { choices, tight, total } from './elective-choices.test-support.ts';
import { electives, look, numbered, required } from './insight-example.ts';
import { spreadOverWeeks, type Turn } from './spread-weeks.ts';

function free(...minutes: readonly number[]): readonly Turn[] {
  return minutes.map((one) => ({ minutes: one, week: null }));
}

describe('sharing out over weeks', () => {
  test.each<readonly [string, readonly Turn[], number, readonly number[]]>([
    ['nothing', [], 3, []],
    ['one in each', free(60, 60, 60), 3, [1, 2, 3]],
    ['a long one stands alone', free(30, 30, 120, 30), 3, [1, 1, 2, 3]],
    ['order counts more than evenness', free(10, 100, 10), 2, [1, 1, 2]],
    ['fewer than weeks', free(60), 3, [1]],
    ['around one that is held', [...free(60, 60), { minutes: 60, week: 2 }, ...free(60)], 3, [1, 1, 2, 3]],
    ['not before a held one that precedes', [{ minutes: 60, week: 3 }, ...free(60, 60)], 4, [3, 3, 4]],
    ['held after the end', [{ minutes: 60, week: 9 }], 2, [2]],
    [
      'held against the order',
      [{ minutes: 60, week: 3 }, ...free(60), { minutes: 60, week: 1 }],
      3,
      [3, 3, 1],
    ],
  ])('%s', (_what, turns, weeks, placed) => {
    expect(spreadOverWeeks(turns, weeks)).toEqual(placed);
  });

  test('property: as even as trying every way that keeps the order', () => {
    const turn = fc.record({
      minutes: fc.integer({ min: 1, max: 20 }).map((units) => units * 15),
      week: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3, nil: null }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (turns, weeks) => {
        const placed = spreadOverWeeks(turns, weeks);
        expect(unevenness(turns, placed, weeks)).toBe(
          Math.min(...allWays(turns, weeks).map((way) => unevenness(turns, way, weeks))),
        );
        expect(allWays(turns, weeks)).toContainEqual(placed);
      }),
    );
  });
});

function unevenness(turns: readonly Turn[], placed: readonly number[], weeks: number): number {
  return Array.from({ length: weeks }, (_, index) =>
    turns.reduce((sum, { minutes }, at) => (placed[at] === index + 1 ? sum + minutes : sum), 0),
  ).reduce((sum, load) => sum + load * load, 0);
}

/** Every way that the rule allows, by trying all. */
function allWays(turns: readonly Turn[], weeks: number): readonly (readonly number[])[] {
  const held = (week: number): number => Math.min(weeks, week);
  let ways: readonly (readonly number[])[] = [[]];
  for (const { week } of turns)
    ways = ways.flatMap((way) =>
      week === null
        ? Array.from({ length: weeks }, (_, index) => [...way, index + 1])
        : [[...way, held(week)]],
    );
  return ways.filter((way) => {
    let last = 1;
    return turns.every(({ week }, at) => {
      if (week !== null) return true;
      const own = way[at] ?? 0;
      const inOrder = own >= last;
      last = own;
      const after = Math.max(
        1,
        ...turns
          .slice(0, at)
          .flatMap((one) => one.week ?? [])
          .map(held),
      );
      const before = Math.min(weeks, ...turns.slice(at).flatMap((one) => one.week ?? []));
      return inOrder && own >= after && own <= Math.max(after, before);
    });
  });
}

describe('workload', () => {
  const modules = [1, 2, 3, 4].map((id) => numbered(id, { minutes: id * 30 }));

  test('needs weeks, from the schedule or from a module that is held', () => {
    expect(look(modules, [required(1)]).workload).toBeNull();
    expect(look(modules, [required(1)], { schedule: { startsOn: '2026-01-05' } }).workload).toBeNull();
    expect(look(modules, [required(1, 2)]).workload?.weeks).toHaveLength(2);
  });

  test('weeks have dates and the heaviest is named', () => {
    const found = look(modules, [required(1), required(4), required(2)], {
      schedule: { startsOn: '2026-12-28', weeks: 2 },
    }).workload;
    expect(found?.weeks).toMatchObject([
      { week: 1, from: '2026-12-28', to: '2027-01-03', minutes: 150, mostMinutes: 150 },
      { week: 2, from: '2027-01-04', to: '2027-01-10', minutes: 60, mostMinutes: 60 },
    ]);
    expect(found?.heaviest?.week).toBe(1);
  });

  test('electives lie together with what their rule can take, held ones in their week', () => {
    const group = electives({ by: 'count', atLeast: 1 }, [1, 2, 3], { 3: 1 });
    const found = look(modules, [group, required(4)], { schedule: { weeks: 2 } }).workload;
    expect(found?.weeks).toMatchObject([
      // One of the three, and all three lie here: never the held one and another.
      { minutes: 30, mostMinutes: 90 },
      { minutes: 120, mostMinutes: 120 },
    ]);
  });

  test('what is held after the last week is counted there and said', () => {
    const found = look(modules, [required(1, 5)], { schedule: { weeks: 2 } }).workload;
    expect(found?.weeks[1]?.minutes).toBe(30);
    expect(found?.beyond.map(({ module }) => module.code)).toEqual(['M1']);
  });

  test('what is left over beside held electives counts only as far as the rule asks for it', () => {
    const group = electives({ by: 'count', atLeast: 2 }, [1, 2, 3, 4], { 4: 1 });
    const found = look(modules, [group], { schedule: { weeks: 2 } }).workload;
    expect(found?.weeks).toMatchObject([
      { minutes: 0, mostMinutes: 120 },
      { minutes: 30, mostMinutes: 150 },
    ]);
  });

  test('property: least and most of each week are those of trying every choice', () => {
    const rule = fc.oneof(
      fc.record({ by: fc.constant('count' as const), atLeast: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ by: fc.constant('credit' as const), quarters: fc.integer({ min: 1, max: 12 }) }),
    );
    const option = fc.record({
      minutes: fc.integer({ min: 1, max: 12 }).map((units) => units * 5),
      week: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    });
    fc.assert(
      fc.property(
        rule,
        fc.array(option, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (asked, options, weeks) => {
          const library = options.map(({ minutes }, index) => numbered(index + 1, { minutes }));
          const held = options.flatMap(({ week }, index) => (week === null ? [] : [[index + 1, week]]));
          const group = electives(
            asked,
            library.map(({ id }) => id),
            Object.fromEntries(held),
          );
          const always = numbered(9, { minutes: 45 });
          const found = look([...library, always], [group, required(9)], { schedule: { weeks } }).workload;
          const shown = found?.weeks ?? [];
          expect(shown.flatMap(({ modules: own }) => own)).toHaveLength(library.length + 1);
          for (const { week, modules: own, minutes, mostMinutes } of shown) {
            const here = new Set(own.map(({ module }) => module.id));
            const fixed = here.has(9) ? 45 : 0;
            const inWeek = (choice: readonly Module[]): number =>
              total(choice.filter(({ id }) => here.has(id)));
            expect([week, minutes]).toEqual([week, fixed + least(choices(asked, library).map(inWeek))]);
            expect([week, mostMinutes]).toEqual([week, fixed + most(tight(asked, library).map(inWeek))]);
          }
          for (const [id = 0, week = 0] of held)
            expect(shown[Math.min(week, weeks) - 1]?.modules.map(({ module }) => module.id)).toContain(id);
        },
      ),
    );
  });
});

function least(minutes: readonly number[]): number {
  return Math.min(...minutes);
}

function most(minutes: readonly number[]): number {
  return Math.max(...minutes);
}

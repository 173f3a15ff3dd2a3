import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElectiveRule } from '../contract/curricula.ts';
import { electives, gives, look, numbered, required } from './insight-example.ts';

describe('coverage', () => {
  const modules = [
    numbered(1, gives('F1 1')),
    numbered(2, gives('F1 2')),
    numbered(3, gives('F1 2')),
    numbered(4, gives('F1 3', 'C1 1')),
  ];

  test('a level is the highest that any module gives, never a sum', () => {
    const found = look(modules, [required(1), required(2), required(3)], { targets: { F1: 3, C1: 1 } });
    expect(found.coverage).toMatchObject([
      { code: 'F1', target: 3, attained: 2, possible: 2, met: false, givenBy: ['M2', 'M3'] },
      { code: 'C1', target: 1, attained: 0, possible: 0, met: false, givenBy: [] },
    ]);
    expect(found).toMatchObject({ targets: 2, targetsMet: 0, levelsAsked: 4, levelsAttained: 2 });
  });

  test('what goes beyond a target adds nothing to depth', () => {
    const found = look(modules, [required(4)], { targets: { F1: 1, C1: 2 } });
    expect(found).toMatchObject({ targetsMet: 1, levelsAsked: 3, levelsAttained: 2 });
  });

  test.each<readonly [string, ElectiveRule, number]>([
    ['one of four: the least of them', { by: 'count', atLeast: 1 }, 1],
    ['two of four: one gives 2 at least', { by: 'count', atLeast: 2 }, 2],
    ['three of four: still without the best', { by: 'count', atLeast: 3 }, 2],
    ['all four', { by: 'count', atLeast: 4 }, 3],
    ['more than there are: all are taken', { by: 'count', atLeast: 5 }, 3],
    ['credit that three reach', { by: 'credit', quarters: 12 }, 2],
    ['credit that three fall short of', { by: 'credit', quarters: 13 }, 3],
  ])('electives guarantee what every choice gives: %s', (_what, rule, attained) => {
    const found = look(modules, [electives(rule, [1, 2, 3, 4])], { targets: { F1: 3 } });
    expect(found.coverage[0]).toMatchObject({ attained, possible: 3, met: attained === 3 });
    expect(found).toMatchObject({ targetsMet: attained === 3 ? 1 : 0, targetsPossible: 1 });
  });

  test('property: guaranteed is the least over all choices that satisfy every group', () => {
    const level = fc.constantFrom(0, 1, 2, 3);
    const option = fc.record({ level, minutes: fc.integer({ min: 1, max: 8 }).map((n) => n * 15) });
    const rule = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((atLeast): ElectiveRule => ({ by: 'count', atLeast })),
      fc.integer({ min: 1, max: 16 }).map((quarters): ElectiveRule => ({ by: 'credit', quarters })),
    );
    const group = fc.record({ rule, options: fc.array(option, { maxLength: 4 }) });
    fc.assert(
      fc.property(level, fc.array(group, { maxLength: 2 }), (own, groups) => {
        const all = [{ level: own, minutes: 60 }, ...groups.flatMap(({ options }) => options)];
        const library = all.map((one, id) =>
          numbered(id, { minutes: one.minutes, ...(one.level === 0 ? {} : gives(`F1 ${one.level}`)) }),
        );
        let next = 1;
        const items = groups.map(({ rule: asked, options }) => {
          const ids = options.map(() => next++);
          return electives(asked, ids);
        });
        const [found] = look(library, [required(0), ...items], { targets: { F1: 3 } }).coverage;
        const least = groups.map(({ rule: asked, options }) => leastOf(asked, options));
        expect(found?.attained).toBe(Math.max(own, ...least));
        expect(found?.possible).toBe(Math.max(...all.map((one) => one.level)));
      }),
    );
  });
});

/** The least that the best module of a choice gives, by trying every choice. */
function leastOf(
  rule: ElectiveRule,
  options: readonly { readonly level: number; readonly minutes: number }[],
): number {
  const choices = Array.from({ length: 2 ** options.length }, (_, bits) =>
    options.filter((_option, index) => (bits >> index) % 2 === 1),
  );
  const satisfying = choices.filter((choice) =>
    rule.by === 'count'
      ? choice.length >= rule.atLeast
      : choice.reduce((sum, { minutes }) => sum + minutes, 0) >= rule.quarters * 15,
  );
  const counted = satisfying.length > 0 ? satisfying : [options];
  return Math.min(...counted.map((choice) => Math.max(0, ...choice.map((one) => one.level))));
}

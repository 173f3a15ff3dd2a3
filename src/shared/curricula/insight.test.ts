import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOMAINS } from '../contract/primitives.ts';
import { exampleModule } from '../modules/example-module.ts';
import { inPrerequisiteOrder, leastByDomain, prerequisiteGaps } from './insight.ts';
import { electives, look, numbered, required } from './insight-example.ts';
import { requiredItems } from './outline.ts';
import { readOutline } from './read-outline.ts';

describe('insight', () => {
  test('an empty outline has no minutes, no credit and no gaps', () => {
    expect(look([], [], { targets: { F1: 2 } })).toMatchObject({
      modules: 0,
      minutes: 0,
      creditQuarters: 0,
      targets: 1,
      targetsMet: 0,
      gaps: [],
      workload: null,
    });
  });

  test('credit is rounded once over all minutes', () => {
    // 40 + 40 minutes are 80: 1.25 credits; each on its own would be 0.75.
    const modules = [numbered(1, { minutes: 40 }), numbered(2, { minutes: 40 })];
    expect(look(modules, [required(1), required(2)]).creditQuarters).toBe(5);
  });

  test('with electives there is a least and a most, and both are credit', () => {
    const modules = [numbered(1), numbered(2, { minutes: 30 }), numbered(3, { minutes: 90 })];
    const items = [required(1), electives({ by: 'count', atLeast: 1 }, [2, 3])];
    expect(look(modules, items)).toMatchObject({
      minutes: 90,
      mostMinutes: 150,
      creditQuarters: 6,
      mostCreditQuarters: 10,
    });
  });

  test('what the library does not hold counts for nothing', () => {
    expect(look([numbered(1)], [required(1), required(9)])).toMatchObject({ modules: 1, minutes: 60 });
  });
});

describe('prerequisites', () => {
  test('says which is missing, which comes too late, and which is only an elective', () => {
    const modules = [
      numbered(1),
      numbered(2, { prerequisites: ['M1', 'M9'] }),
      numbered(3),
      numbered(4, { prerequisites: ['M3'] }),
      numbered(5),
    ];
    const found = look(modules, [
      required(2),
      required(1),
      electives({ by: 'count', atLeast: 1 }, [3, 5]),
      required(4),
    ]);
    expect(found.gaps.map(({ moduleCode, prerequisite, kind }) => [moduleCode, prerequisite, kind])).toEqual([
      ['M2', 'M1', 'later'],
      ['M2', 'M9', 'missing'],
      ['M4', 'M3', 'elective'],
    ]);
  });

  test.each([
    [{ by: 'count', atLeast: 2 } as const, []],
    [{ by: 'credit', quarters: 5 } as const, []],
    [{ by: 'credit', quarters: 4 } as const, ['elective']],
  ])('an elective that no choice leaves out counts as taught: %o', (rule, kinds) => {
    const modules = [numbered(1), numbered(2, { minutes: 70 }), numbered(3, { prerequisites: ['M1'] })];
    const found = look(modules, [electives(rule, [1, 2]), required(3)]);
    expect(found.gaps.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('prerequisite order', () => {
  test('moves only what has to move', () => {
    const ordered = inPrerequisiteOrder([
      exampleModule('C', { prerequisites: ['A'] }),
      exampleModule('B'),
      exampleModule('A'),
    ]);
    expect(ordered.map(({ code }) => code)).toEqual(['B', 'A', 'C']);
  });

  test('properties: nothing is lost, and no prerequisite that can come first comes later', () => {
    const outline = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 }).chain((numbers) =>
      fc.tuple(
        ...numbers.map((number) =>
          fc
            // Prerequisites point to smaller numbers only: no circles.
            .subarray(numbers.filter((other) => other < number))
            .map((earlier) =>
              exampleModule(`M${number}`, { prerequisites: earlier.map((other) => `M${other}`) }),
            ),
        ),
      ),
    );
    fc.assert(
      fc.property(outline, (modules) => {
        const ordered = inPrerequisiteOrder(modules);
        expect(ordered.map(({ code }) => code).sort()).toEqual(modules.map(({ code }) => code).sort());
        expect(prerequisiteGaps(ordered)).toEqual([]);
      }),
    );
  });
});

test('property: the domains share all minutes', () => {
  const modules = fc.array(
    fc.record({ domain: fc.constantFrom(...DOMAINS), minutes: fc.integer({ min: 5, max: 2_400 }) }),
  );
  fc.assert(
    fc.property(modules, (list) => {
      const library = new Map(list.map((parts, index) => [index + 1, numbered(index + 1, parts)]));
      const outline = readOutline(requiredItems([...library.keys()]), (id) => library.get(id));
      const total = list.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(leastByDomain(outline).reduce((sum, minutes) => sum + minutes, 0)).toBe(total);
    }),
  );
});

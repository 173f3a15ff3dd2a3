import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOMAINS } from '../contract/primitives.ts';
import {
  type InsightModule,
  inPrerequisiteOrder,
  insight,
  minutesByDomain,
  prerequisiteCycle,
  prerequisiteGaps,
} from './insight.ts';

function module(code: string, rest: Partial<InsightModule> = {}): InsightModule {
  return {
    code,
    title: code,
    domain: 'foundations',
    minutes: 60,
    prerequisites: [],
    competencies: [],
    ...rest,
  };
}

const COMPETENCIES = [
  { code: 'F1', name: 'Concepts', domain: 'foundations' },
  { code: 'C1', name: 'Fit', domain: 'clinical' },
] as const;

describe('insight', () => {
  test('an empty outline has no minutes, no credit and no gaps', () => {
    const empty = insight([], COMPETENCIES, { F1: 2 }, 'nearest');
    expect(empty).toMatchObject({
      modules: 0,
      minutes: 0,
      creditQuarters: 0,
      targets: 1,
      targetsMet: 0,
      gaps: [],
    });
  });

  test('a level is the highest that any module gives, never a sum', () => {
    const found = insight(
      [
        module('A', { competencies: [{ code: 'F1', level: 1 }] }),
        module('B', { competencies: [{ code: 'F1', level: 2 }] }),
        module('C', { competencies: [{ code: 'F1', level: 2 }] }),
      ],
      COMPETENCIES,
      { F1: 3, C1: 1 },
      'nearest',
    );
    expect(found.coverage[0]).toMatchObject({ code: 'F1', target: 3, attained: 2, givenBy: ['B', 'C'] });
    expect(found).toMatchObject({ targets: 2, targetsMet: 0 });
  });

  test('credit is rounded once over all minutes', () => {
    // 40 + 40 minutes are 80: 1.25 credits; each on its own would be 0.75.
    const found = insight([module('A', { minutes: 40 }), module('B', { minutes: 40 })], [], {}, 'nearest');
    expect(found.creditQuarters).toBe(5);
  });

  test('says which prerequisite is missing and which comes too late', () => {
    const gaps = prerequisiteGaps([
      module('B', { prerequisites: ['A', 'X'] }),
      module('A'),
      module('C', { prerequisites: ['A', 'B'] }),
    ]);
    expect(gaps.map(({ moduleCode, prerequisite, kind }) => [moduleCode, prerequisite, kind])).toEqual([
      ['B', 'A', 'later'],
      ['B', 'X', 'missing'],
    ]);
  });
});

describe('prerequisite order', () => {
  test('moves only what has to move', () => {
    const ordered = inPrerequisiteOrder([module('C', { prerequisites: ['A'] }), module('B'), module('A')]);
    expect(ordered.map(({ code }) => code)).toEqual(['B', 'A', 'C']);
  });

  test('finds the circle that a prerequisite would close', () => {
    const prerequisites: Record<string, readonly string[]> = { A: [], B: ['A'], C: ['B'] };
    expect(prerequisiteCycle('A', ['C'], (code) => prerequisites[code] ?? [])).toEqual(['A', 'C', 'B', 'A']);
    expect(prerequisiteCycle('C', ['B', 'A'], (code) => prerequisites[code] ?? [])).toBeNull();
  });

  test('properties: nothing is lost, and no prerequisite that can come first comes later', () => {
    const outline = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 }).chain((numbers) =>
      fc.tuple(
        ...numbers.map((number) =>
          fc
            // Prerequisites point to smaller numbers only: no circles.
            .subarray(numbers.filter((other) => other < number))
            .map((earlier) => module(`M${number}`, { prerequisites: earlier.map((other) => `M${other}`) })),
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
      const total = list.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(minutesByDomain(list).reduce((sum, minutes) => sum + minutes, 0)).toBe(total);
    }),
  );
});

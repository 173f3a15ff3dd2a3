import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Module } from '../contract/modules.ts';
import { groupsOutside, narrowedAudience, widenedAudience } from './audience.ts';
import { checkLibrary } from './check-library.ts';
import { exampleModule } from './example-module.ts';
import { circleInWords, circles, circleThrough } from './prerequisite-circle.ts';

const KNOWN = new Set(['C1', 'F4']);

function problemsOf(modules: readonly Module[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...checkLibrary(modules, KNOWN)].map(([code, problems]) => [code, problems.map(({ kind }) => kind)]),
  );
}

describe('a library as a whole', () => {
  test('a sound library has no problems', () => {
    expect(
      problemsOf([
        exampleModule('A', { competencies: [{ code: 'C1', level: 2 }] }),
        exampleModule('B', { prerequisites: ['A'], audience: ['nursing'] }),
      ]),
    ).toEqual({});
  });

  test.each<[string, readonly Module[], Readonly<Record<string, readonly string[]>>]>([
    ['the same code twice', [exampleModule('A'), exampleModule('A')], { A: ['duplicate-code'] }],
    [
      'a module that is not there',
      [exampleModule('A', { prerequisites: ['X'] })],
      { A: ['unknown-prerequisite'] },
    ],
    ['itself', [exampleModule('A', { prerequisites: ['A'] })], { A: ['prerequisite-cycle'] }],
    [
      'a circle, and not what hangs on it',
      [
        exampleModule('A', { prerequisites: ['B'] }),
        exampleModule('B', { prerequisites: ['A'] }),
        exampleModule('C', { prerequisites: ['A'] }),
      ],
      { A: ['prerequisite-cycle'], B: ['prerequisite-cycle'] },
    ],
    [
      'a wider audience than the prerequisite',
      [
        exampleModule('A', { audience: ['nursing'] }),
        exampleModule('B', { prerequisites: ['A'], audience: ['nursing', 'surgery'] }),
        exampleModule('C', { prerequisites: ['A'] }),
      ],
      { B: ['audience-too-wide'], C: ['audience-too-wide'] },
    ],
    [
      'competencies',
      [
        exampleModule('A', {
          competencies: [
            { code: 'Z9', level: 1 },
            { code: 'C1', level: 1 },
            { code: 'C1', level: 2 },
          ],
        }),
      ],
      { A: ['unknown-competency', 'competency-twice'] },
    ],
    [
      'a review before the last one',
      [exampleModule('A', { lastReviewed: '2026-05-02', reviewBy: '2026-05-01' })],
      { A: ['review-before-last'] },
    ],
  ])('%s', (_, modules, expected) => {
    expect(problemsOf(modules)).toEqual(expected);
  });

  test('the sentence names the circle and the groups that are outside', () => {
    const problems = checkLibrary(
      [
        exampleModule('A', { prerequisites: ['B'], audience: ['primary_care'] }),
        exampleModule('B', { prerequisites: ['A'], audience: ['nursing'] }),
      ],
      KNOWN,
    );
    expect(problems.get('A')?.map(({ message }) => message)).toEqual([
      'These prerequisites run in a circle: A → B → A. Remove one of them.',
      'A is for Primary care, but B, its prerequisite, is not. Widen the audience of B or narrow that of A.',
    ]);
  });

  test('a chain of 20,000 and a circle of 20,000 are checked without recursion', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      exampleModule(`M-${at}`, { prerequisites: at === 0 ? [] : [`M-${at - 1}`] }),
    );
    expect(checkLibrary(many, KNOWN).size).toBe(0);
    const closed = many.with(0, exampleModule('M-0', { prerequisites: ['M-19999'] }));
    expect(checkLibrary(closed, KNOWN).size).toBe(20_000);
    expect(circleInWords(circles(closed).get('M-7') ?? [])).toContain('more');
  });
});

const graph = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 4 }), {
    minLength: size,
    maxLength: size,
  }),
);

test('a module is on a circle exactly when it can be reached from itself, and the circle is one', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const modules = edges.map((to, at) => ({ code: String(at), prerequisites: to.map(String) }));
      const of = (code: string): readonly string[] => modules[Number(code)]?.prerequisites ?? [];
      const reachable = (from: string): ReadonlySet<string> => {
        const seen = new Set<string>();
        const walk = (code: string): void => {
          for (const next of of(code)) {
            if (seen.has(next)) continue;
            seen.add(next);
            walk(next);
          }
        };
        walk(from);
        return seen;
      };
      const found = circles(modules);
      for (const { code, prerequisites } of modules) {
        expect(found.has(code)).toBe(reachable(code).has(code));
        const through = circleThrough(code, prerequisites, of);
        expect(through !== null).toBe(found.has(code));
        for (const circle of [through ?? [], found.get(code) ?? []]) {
          expect(circle[0]).toBe(circle.at(-1));
          for (const [at, from] of circle.slice(0, -1).entries()) expect(of(from)).toContain(circle[at + 1]);
        }
      }
    }),
  );
});

test('narrowing and widening mend what is outside', () => {
  const groups = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
  fc.assert(
    fc.property(groups, groups, groups, (module, one, other) => {
      const narrowed = narrowedAudience(module, [one, other]);
      if (narrowed) for (const limit of [one, other]) expect(groupsOutside(narrowed, limit)).toEqual([]);
      expect(groupsOutside(module, widenedAudience(one, module))).toEqual([]);
    }),
  );
});

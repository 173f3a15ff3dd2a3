import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Module } from '../../../shared/contract/curricula.ts';
import { prerequisiteGaps } from '../../../shared/curricula/insight.ts';
import { withAdded, withAllMended, withGapMended, withMoved } from './outline-edits.ts';

function module(id: number, prerequisites: readonly number[] = []): Module {
  return {
    id,
    code: `M-${id}`,
    title: `Module ${id}`,
    domain: 'foundations',
    track: 'foundation',
    format: 'workshop',
    amaLearningFormat: 'live activity',
    minutes: 60,
    description: '',
    objectives: [],
    audience: [],
    specialtyFocus: [],
    prerequisites: prerequisites.map((number) => `M-${number}`),
    competencies: [],
    assessmentMethod: '',
    assessmentStandard: '',
    references: [],
    lastReviewed: null,
    reviewBy: null,
    origin: 'own',
    edited: false,
    retired: false,
  };
}

const ids = (modules: readonly Module[]): readonly number[] => modules.map(({ id }) => id);

describe('adding', () => {
  test('goes to the end, once', () => {
    const outline = [module(1), module(2)];
    expect(ids(withAdded(outline, [module(3)]))).toEqual([1, 2, 3]);
    expect(ids(withAdded(outline, [module(1)]))).toEqual([1, 2]);
  });

  test('goes before the first module that requires it, unless a place is wanted', () => {
    const outline = [module(1), module(2, [3]), module(4, [3])];
    expect(ids(withAdded(outline, [module(3)]))).toEqual([1, 3, 2, 4]);
    expect(ids(withAdded(outline, [module(3)], 3))).toEqual([1, 2, 4, 3]);
  });
});

describe('moving', () => {
  test('counts the new place without the moved module and stops at the ends', () => {
    const outline = [module(1), module(2), module(3)];
    expect(ids(withMoved(outline, 0, 2))).toEqual([2, 3, 1]);
    expect(ids(withMoved(outline, 2, -1))).toEqual([3, 1, 2]);
    expect(ids(withMoved(outline, 1, 9))).toEqual([1, 3, 2]);
    expect(ids(withMoved(outline, 7, 0))).toEqual([1, 2, 3]);
  });
});

describe('mending', () => {
  const library = [module(1), module(2, [1]), module(3, [2]), module(4), module(5, [4])];
  const take = (...wanted: readonly number[]): readonly Module[] =>
    wanted.flatMap((id) => library.filter((other) => other.id === id));

  test('adds a missing prerequisite with what it requires, and leaves other gaps alone', () => {
    const outline = take(5, 3);
    const [, gap] = prerequisiteGaps(outline);
    if (!gap) throw new Error('no gap');
    const mended = withGapMended(outline, gap, library);
    expect(ids(mended)).toEqual([5, 1, 2, 3]);
    expect(prerequisiteGaps(mended).map(({ prerequisite }) => prerequisite)).toEqual(['M-4']);
  });

  test('moves a late prerequisite before what needs it', () => {
    const outline = take(3, 4, 2, 1);
    const [gap] = prerequisiteGaps(outline);
    if (!gap) throw new Error('no gap');
    expect(ids(withGapMended(outline, gap, library))).toEqual([1, 2, 3, 4]);
  });

  test('what is added brings along what it requires, from the library or from further down', () => {
    const outline = take(3, 1);
    const [gap] = prerequisiteGaps(outline);
    if (!gap) throw new Error('no gap');
    expect(ids(withGapMended(outline, gap, library))).toEqual([1, 2, 3]);
  });

  test('a prerequisite that the library does not hold stays a gap', () => {
    const outline = [module(9, [8])];
    const [gap] = prerequisiteGaps(outline);
    if (!gap) throw new Error('no gap');
    expect(withGapMended(outline, gap, library)).toEqual(outline);
    expect(withAllMended(outline, library)).toEqual(outline);
  });

  test('properties: mending all closes every gap, and mending one never opens another', () => {
    const libraries = fc
      .array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), { minLength: 12, maxLength: 12 })
      .map((rows) =>
        rows.map((wanted, id) =>
          module(
            id,
            [...new Set(wanted)].filter((other) => other < id),
          ),
        ),
      );
    fc.assert(
      fc.property(libraries, fc.array(fc.nat({ max: 11 })), (all, wanted) => {
        const outline = [...new Set(wanted)].flatMap((id) => all[id] ?? []);
        expect(prerequisiteGaps(withAllMended(outline, all))).toEqual([]);
        const gaps = prerequisiteGaps(outline);
        for (const gap of gaps) {
          const mended = withGapMended(outline, gap, all);
          expect(prerequisiteGaps(mended).length).toBeLessThan(gaps.length);
          expect(ids(mended)).toEqual(expect.arrayContaining([...ids(outline)]));
        }
      }),
    );
  });
});

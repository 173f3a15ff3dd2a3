import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prerequisiteGaps } from './insight.ts';
import { moduleIdsOf } from './outline.ts';
import { exampleLibrary, exampleOutline, outlineText } from './outline-example.ts';
import {
  type MendingLibrary,
  modulesOf,
  outlineGaps,
  withAllMended,
  withGapMended,
  withPrerequisites,
} from './outline-mending.ts';
import { anyOutline } from './outline-random.ts';
import type { Outline } from './outline-rows.ts';

function libraryOf(requires: Readonly<Record<number, readonly number[]>>): MendingLibrary {
  const modules = exampleLibrary(requires);
  return {
    byId: new Map(modules.map((module) => [module.id, module])),
    byCode: new Map(modules.map((module) => [module.code, module])),
  };
}

const LIBRARY = libraryOf({ 1: [], 2: [1], 3: [2], 4: [], 5: [4] });

function gapsOf(items: Outline, library = LIBRARY) {
  return prerequisiteGaps(modulesOf(items, library.byId));
}

test.each<[string, string, string]>([
  ['leaves its group and is required', '[g 1 4] 2', '[g 4] 1 2'],
  ['also for an option of the same group', '[g 1 2 4]', '1 [g 2 4]'],
  ['and so is what it requires', '[g 2 1 4] 3', '1 [g 4] 2 3'],
])('a prerequisite that is only an elective %s', (_, before, after) => {
  const items = exampleOutline(before);
  expect(outlineGaps(items, LIBRARY.byId).some(({ kind }) => kind === 'elective')).toBe(true);
  expect(outlineText(withAllMended(items, LIBRARY))).toBe(after);
});

describe('mending one gap', () => {
  test.each<[string, string, string]>([
    ['a missing one comes just before, with what it requires', '5 3', '4 5 3'],
    ['in its section', 'A: 4 B: 4 5', 'A: 4 B: 4 5'],
    ['inside a section', 'A: 4 B: 2', 'A: 4 B: 1 2'],
    ['a late one moves', '3 4 2 1', '1 2 3 4'],
    ['a late one leaves its group', '2 [g 1 4]', '1 2 [g 4]'],
    ['before the group of an option', 'A: 4 [g 5 2]', 'A: 4 1 [g 5 2]'],
    ['within the group, where both are options', '[g 2 1]', '[g 1 2]'],
    ['an option that what goes out requires goes too', '[g 1 3] 2', '1 2 [g 3]'],
  ])('%s', (_, before, after) => {
    const items = exampleOutline(before);
    const [gap] = gapsOf(items);
    expect(outlineText(gap ? withGapMended(items, gap, LIBRARY) : items)).toBe(after);
  });

  test('one that the library does not hold, or that is retired, stays a gap', () => {
    const items = exampleOutline('2');
    const [gap] = gapsOf(items);
    if (!gap) throw new Error('no gap');
    const [one, two] = exampleLibrary({ 1: [], 2: [1] });
    if (!one || !two) throw new Error('no modules');
    const retired = { ...one, retired: true };
    const without = { byId: new Map([[2, two]]), byCode: new Map([['M-2', two]]) };
    const with1 = {
      byId: new Map([
        [1, retired],
        [2, two],
      ]),
      byCode: new Map([
        ['M-1', retired],
        ['M-2', two],
      ]),
    };
    for (const library of [without, with1]) {
      expect(withGapMended(items, gap, library)).toEqual(items);
      expect(withAllMended(items, library)).toEqual(items);
    }
  });

  test('what is moved keeps its note and week', () => {
    const items: Outline = [
      { kind: 'module', moduleId: 2, note: '', week: null },
      {
        kind: 'electives',
        key: 'g',
        title: 'G',
        note: '',
        rule: { by: 'count', atLeast: 1 },
        options: [{ moduleId: 1, note: 'first', week: 2 }],
      },
    ];
    expect(withAllMended(items, LIBRARY)[0]).toMatchObject({ moduleId: 1, note: 'first', week: 2 });
  });
});

describe('with its prerequisites', () => {
  test.each<[number, readonly number[], readonly number[]]>([
    [3, [], [1, 2, 3]],
    [3, [2], [3]],
    [3, [1], [2, 3]],
    [4, [], [4]],
  ])('module %i beside %j', (id, present, wanted) => {
    const module = LIBRARY.byId.get(id);
    if (!module) throw new Error('no module');
    expect(withPrerequisites(module, new Set(present), LIBRARY.byCode).map((one) => one.id)).toEqual(wanted);
  });
});

describe('properties', () => {
  const anyLibrary = fc
    .array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), { minLength: 12, maxLength: 12 })
    .map((rows) =>
      libraryOf(
        Object.fromEntries(
          rows.map((wanted, index) => [
            index + 1,
            [...new Set(wanted)].filter((other) => other > 0 && other <= index),
          ]),
        ),
      ),
    );

  test('mending all closes every gap, loses no module and leaves every section and group', () => {
    fc.assert(
      fc.property(anyLibrary, anyOutline(12), (library, items) => {
        const mended = withAllMended(items, library);
        expect(gapsOf(mended, library)).toEqual([]);
        expect(outlineGaps(mended, library.byId)).toEqual([]);
        expectKept(items, mended);
      }),
    );
  });

  test('what is added for a gap may need an elective, which is then required of everyone', () => {
    const library = libraryOf({ 2: [], 4: [2], 5: [4], 9: [] });
    const mended = withAllMended(exampleOutline('[g 2 9] 5'), library);
    expect(outlineGaps(mended, library.byId)).toEqual([]);
    expect(outlineText(mended)).toBe('[g 9] 2 4 5');
  });

  test('mending one gap never opens another', () => {
    fc.assert(
      fc.property(anyLibrary, anyOutline(12), (library, items) => {
        const gaps = gapsOf(items, library);
        for (const gap of gaps) {
          const mended = withGapMended(items, gap, library);
          expect(gapsOf(mended, library).length).toBeLessThan(gaps.length);
          expectKept(items, mended);
        }
      }),
    );
  });

  function expectKept(before: Outline, after: Outline): void {
    const ids = moduleIdsOf(after);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...moduleIdsOf(before)]));
    const heads = (items: Outline) => items.flatMap((item) => (item.kind === 'module' ? [] : [item.key]));
    expect(heads(after)).toEqual(heads(before));
  }
});

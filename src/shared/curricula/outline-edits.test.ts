import { describe, expect, test } from 'vitest';
import { OutlineItem } from '../contract/curricula.ts';
import {
  freshKey,
  freshTitle,
  intoGroup,
  intoSection,
  OUTLINE_LIMITS,
  outlineProblem,
  withAdded,
  withElectivesOf,
  withGroup,
  withNote,
  withoutGroup,
  withRemoved,
  withRule,
  withSection,
  withTitle,
  withWeek,
} from './outline-edits.ts';
import { exampleLibrary, exampleOutline, outlineText } from './outline-example.ts';
import { endKey, itemKey, moduleKey, type RowKey } from './outline-rows.ts';

const modules = (...ids: readonly number[]): ReadonlySet<RowKey> => new Set(ids.map(moduleKey));

describe('adding', () => {
  const library = exampleLibrary({ 1: [], 2: [], 3: [], 4: [3], 5: [] });
  const byId = new Map(library.map((module) => [module.id, module]));
  const take = (...ids: readonly number[]) => ids.flatMap((id) => byId.get(id) ?? []);

  test.each<[string, string, readonly number[], RowKey | null | undefined, string]>([
    ['to the end', '1 2', [5], undefined, '1 2 5'],
    ['once', '1 2', [1], undefined, '1 2'],
    ['before the first that requires it', '1 4 2', [3], undefined, '1 3 4 2'],
    ['before the group whose option requires it', '1 [g 2 4]', [3], undefined, '1 3 [g 2 4]'],
    ['where it is wanted', '1 4 2', [3, 5], null, '1 4 2 3 5'],
    ['into a group', '1 [g 2]', [5], endKey('g'), '1 [g 2 5]'],
    ['only what is fresh', '1', [1, 2], null, '1 2'],
  ])('%s', (_, before, ids, at, after) => {
    expect(outlineText(withAdded(exampleOutline(before), take(...ids), byId, at))).toBe(after);
  });
});

describe('taking away', () => {
  test('a section leaves its modules, a group takes them along, an option leaves the group', () => {
    const items = exampleOutline('A: 1 [g 2 3] B: 4');
    expect(outlineText(withRemoved(items, new Set([itemKey('b')])))).toBe('A: 1 [g 2 3] 4');
    expect(outlineText(withRemoved(items, new Set([itemKey('g')])))).toBe('A: 1 B: 4');
    expect(outlineText(withRemoved(items, modules(2, 4)))).toBe('A: 1 [g 3] B:');
    expect(outlineText(withoutGroup(items, 'g'))).toBe('A: 1 2 3 B: 4');
  });
});

describe('sections and groups', () => {
  test('a section goes before a row, before the group of an option, or to the end', () => {
    const items = exampleOutline('1 [g 2 3] 4');
    const at = (anchor: RowKey | null) => outlineText(withSection(items, 's', 'S', anchor));
    expect(at(moduleKey(1))).toBe('S: 1 [g 2 3] 4');
    expect(at(moduleKey(3))).toBe('1 S: [g 2 3] 4');
    expect(at(null)).toBe('1 [g 2 3] 4 S:');
  });

  test('an empty group goes behind the item of a row', () => {
    const items = exampleOutline('1 [g 2 3] 4');
    expect(outlineText(withGroup(items, 'h', 'H', moduleKey(1)))).toBe('1 [h] [g 2 3] 4');
    expect(outlineText(withGroup(items, 'h', 'H', moduleKey(2)))).toBe('1 [g 2 3] [h] 4');
    expect(outlineText(withGroup(items, 'h', 'H', null))).toBe('1 [g 2 3] 4 [h]');
  });

  test.each<[string, readonly number[], string]>([
    ['1 2 3 4', [2, 4], '1 [e 2 4] 3'],
    ['1 [g 2 3] 4', [3, 4], '1 [g 2] [e 3 4]'],
    ['A: 1 B: 2', [2, 1], 'A: [e 1 2] B:'],
    ['1 2', [9], '1 2'],
  ])('electives of some of %s', (before, ids, after) => {
    expect(outlineText(withElectivesOf(exampleOutline(before), modules(...ids), 'e', 'Electives'))).toBe(
      after,
    );
  });

  test('rows go to the end of a section, of the part before the first one, or of a group', () => {
    const items = exampleOutline('1 A: 2 B: 3 [g 4]');
    expect(outlineText(intoSection(items, modules(3), 'a'))).toBe('1 A: 2 3 B: [g 4]');
    expect(outlineText(intoSection(items, modules(2), 'b'))).toBe('1 A: B: 3 [g 4] 2');
    expect(outlineText(intoSection(items, modules(4), null))).toBe('1 4 A: 2 B: 3 [g]');
    expect(outlineText(intoGroup(items, modules(1, 3), 'g'))).toBe('A: 2 B: [g 4 1 3]');
  });

  test('keys and titles are new ones that the contract takes', () => {
    const items = withGroup(withSection([], 'section1', 'Electives', null), 'electives1', 'X', null);
    expect(freshKey(items, 'section')).toBe('section2');
    expect(freshKey(items, 'electives')).toBe('electives2');
    expect(freshTitle(items, 'Electives')).toBe('Electives 2');
    for (const item of items) expect(OutlineItem.safeParse(item).success).toBe(true);
  });
});

describe('words and rules', () => {
  const items = exampleOutline('A: 1 [g 2 3]');

  test('a title is one line and never empty', () => {
    expect(withTitle(items, 'a', ' New\ttitle\n ')[0]).toMatchObject({ title: 'New title' });
    expect(withTitle(items, 'a', '   ')).toBe(items);
    expect(withTitle(items, 'g', 'x'.repeat(400))[2]).toMatchObject({ title: 'x'.repeat(300) });
  });

  test('a note goes to a module, an option, a section or a group, as the contract takes it', () => {
    const note = 'Bring\na laptop\u0007\ud800';
    for (const key of [itemKey('a'), moduleKey(1), moduleKey(3), itemKey('g')]) {
      const noted = withNote(items, key, note);
      expect(JSON.stringify(noted)).toContain('Bring\\na laptop');
      for (const item of noted) expect(OutlineItem.safeParse(item).success).toBe(true);
      expect(withNote(noted, key, '')).toEqual(items);
    }
    expect(withNote(items, moduleKey(9), note)).toEqual(items);
  });

  test('a week goes to a module or an option', () => {
    expect(withWeek(items, moduleKey(1), 3)[1]).toMatchObject({ week: 3 });
    expect(withWeek(items, moduleKey(3), 2)[2]).toMatchObject({ options: [{ week: null }, { week: 2 }] });
  });

  test('a rule goes to its group', () => {
    const rule = { by: 'credit', quarters: 6 } as const;
    expect(withRule(items, 'g', rule)[2]).toMatchObject({ rule });
  });

  test('what the file cannot keep is said with the next step', () => {
    const many = exampleOutline(
      Array.from({ length: OUTLINE_LIMITS.items + 1 }, (_, index) => index + 1).join(' '),
    );
    expect(outlineProblem(many)).toContain('at most 400 lines');
    const full = exampleOutline(`[g ${Array.from({ length: 61 }, (_, index) => index + 1).join(' ')}]`);
    expect(outlineProblem(full)).toContain('at most 60 modules');
    expect(outlineProblem(items)).toBeNull();
  });
});

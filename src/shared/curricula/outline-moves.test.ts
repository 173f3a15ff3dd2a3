import { describe, expect, test } from 'vitest';
import { exampleOutline, outlineText } from './outline-example.ts';
import { type MoveStep, moveBefore, stepped } from './outline-moves.ts';
import { endKey, itemKey, moduleKey, type RowKey, rowsOf, rowsUnder } from './outline-rows.ts';

/** `3` is a module, `g` a section or group, `g/` the end of a group. */
function key(word: string): RowKey {
  if (word.endsWith('/')) return endKey(word.slice(0, -1));
  return /^\d+$/.test(word) ? moduleKey(Number(word)) : itemKey(word.toLowerCase());
}

function keys(words: string): ReadonlySet<RowKey> {
  return new Set(words.split(' ').map(key));
}

describe('rows', () => {
  test('options stand under their group, each group has an end, numbers run through', () => {
    const rows = rowsOf(exampleOutline('A: 1 [g 2 3] 4'));
    expect(rows.map((row) => row.key)).toEqual(['a', '1', 'g', '2', '3', 'g/', '4'].map((word) => key(word)));
    expect(rows.flatMap((row) => (row.kind === 'module' ? [row.number] : []))).toEqual([1, 2, 3, 4]);
  });

  test('a section covers its rows, a group its options and its end', () => {
    const rows = rowsOf(exampleOutline('A: 1 [g 2 3] B: 4'));
    expect(rowsUnder(rows, key('a')).map((row) => row.key)).toEqual(['1', 'g', '2', '3', 'g/'].map(key));
    expect(rowsUnder(rows, key('g')).map((row) => row.key)).toEqual(['2', '3', 'g/'].map(key));
    expect(rowsUnder(rows, key('b')).map((row) => row.key)).toEqual([key('4')]);
    expect(rowsUnder(rows, key('4'))).toEqual([]);
  });
});

describe('moving before a row', () => {
  test.each<[string, string, string, string | null, string]>([
    ['one down', '1 2 3', '1', '3', '2 1 3'],
    ['to the end', '1 2 3', '1', null, '2 3 1'],
    ['several, kept in their order', '1 2 3 4', '4 1', '3', '2 1 4 3'],
    ['before one that moves too', '1 2 3 4', '2 3', '3', '1 2 3 4'],
    ['gathered at one that moves too', '1 2 3 4', '1 3', '3', '2 1 3 4'],
    ['into a group', '1 [g 2 3]', '1', '3', '[g 2 1 3]'],
    ['to the end of a group', '1 [g 2 3]', '1', 'g/', '[g 2 3 1]'],
    ['into an empty group', '1 [g]', '1', 'g/', '[g 1]'],
    ['out of a group', '[g 1 2] 3', '1', '3', '[g 2] 1 3'],
    ['before a group', '1 [g 2 3]', '3', 'g', '1 3 [g 2]'],
    ['a group among the modules', '1 [g 2 3] 4', 'g', '1', '[g 2 3] 1 4'],
    ['a group into another goes behind it', '[g 1] [h 2 3]', 'g', '3', '[h 2 3] [g 1]'],
    ['a group with an option of its own chosen too', '1 [g 2 3]', 'g 2', '1', '[g 2 3] 1'],
    ['a module and a group into a group go behind it', '1 [g 2] [h 3 4]', '1 g', '4', '[h 3 4] 1 [g 2]'],
    ['a section takes its modules along', 'A: 1 2 B: 3', 'b', 'a', 'B: 3 A: 1 2'],
    ['a section does not split another: near its head', 'A: 1 2 3 B: 4', 'b', '1', 'B: 4 A: 1 2 3'],
    ['a section does not split another: near its end', 'A: 1 2 3 B: 4 C: 5', 'c', '3', 'A: 1 2 3 C: 5 B: 4'],
    ['a section does not swallow what has none', '1 2 A: 3 B: 4', 'b', '1', '1 2 B: 4 A: 3'],
    ['a section among its own', 'A: 1 2 B: 3', 'a', '2', 'A: 1 2 B: 3'],
    ['what is not there', '1 2', '9', '1', '1 2'],
  ])('%s', (_, before, moved, anchor, after) => {
    const items = exampleOutline(before);
    expect(outlineText(moveBefore(items, keys(moved), anchor === null ? null : key(anchor)))).toBe(after);
  });
});

describe('steps by key', () => {
  test.each<[string, string, MoveStep, string]>([
    ['1 2 3', '2', 'up', '2 1 3'],
    ['1 2 3', '2', 'down', '1 3 2'],
    ['1 2 3', '1', 'up', '1 2 3'],
    ['1 2 3', '3', 'down', '1 2 3'],
    ['1 2 3', '3', 'start', '3 1 2'],
    ['1 2 3', '1', 'end', '2 3 1'],
    ['1 2 3 4', '1 2', 'down', '3 1 2 4'],
    ['1 2 3 4', '1 3', 'down', '2 4 1 3'],
    ['1 2 3 4', '2 4', 'up', '2 4 1 3'],
    ['1 A: 2', '1', 'down', 'A: 1 2'],
    ['A: 1 B: 2', '2', 'up', 'A: 1 2 B:'],
    ['1 [g 2 3] 4', '1', 'down', '[g 1 2 3] 4'],
    ['[g 1 2 3] 4', '3', 'down', '[g 1 2] 3 4'],
    ['[g 1 2 3] 4', '4', 'up', '[g 1 2 3 4]'],
    ['5 [g 1 2 3]', '1', 'up', '5 1 [g 2 3]'],
    ['1 [g 2 3] 4', '1', 'in', '[g 1 2 3] 4'],
    ['1 [g 2 3] 4', '4', 'in', '1 [g 2 3 4]'],
    ['[g 2] 1 [h 3]', '1', 'in', '[g 2 1] [h 3]'],
    ['1 2 3', '1', 'in', '1 2 3'],
    ['1 [g 2 3] 4', '2', 'in', '1 [g 2 3] 4'],
    ['1 [g 2 3] 4', '2', 'out', '1 [g 3] 2 4'],
    ['1 [g 2 3]', '3', 'out', '1 [g 2] 3'],
    ['1 2', '1', 'out', '1 2'],
    ['1 [g 2 3] [h 4]', 'g', 'down', '1 [h 4] [g 2 3]'],
    ['1 [g 2 3] [h 4]', 'h', 'up', '1 [h 4] [g 2 3]'],
    ['A: 1 [g 2] B: 3 C:', 'c', 'up', 'A: 1 [g 2] C: B: 3'],
    ['A: 1 B: 2 3 C: 4', 'a', 'down', 'B: 2 3 A: 1 C: 4'],
    ['1 A: 2 B: 3', 'b', 'start', '1 B: 3 A: 2'],
  ])('%s: %s %s gives %s', (before, moved, step, after) => {
    expect(outlineText(stepped(exampleOutline(before), keys(moved), step))).toBe(after);
  });

  test('where there is no further to go, the outline is the same one', () => {
    const items = exampleOutline('1 2');
    expect(stepped(items, keys('1'), 'up')).toBe(items);
    expect(stepped(items, keys('1'), 'start')).toBe(items);
    expect(stepped(items, new Set(), 'down')).toBe(items);
  });
});

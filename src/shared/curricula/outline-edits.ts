import type { ElectiveRule, OutlineEntry, OutlineItem } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import { moduleIdsOf, requiredItems } from './outline.ts';
import { type Anchor, moveBefore, putBefore, type RowKeys, takeOut } from './outline-moves.ts';
import { endKey, keyOf, moduleKey, type Outline, type RowKey, rowsOf } from './outline-rows.ts';

/** The most that the file keeps; the contract says the same. */
export const OUTLINE_LIMITS = { items: 400, options: 60, title: 300, note: 2_000, week: 104 } as const;

/**
 * The outline with modules added before a row, or else at the end. Where no place is wanted they go before the first
 * module that requires one of them. Modules that are already there stay where they are.
 */
export function withAdded(
  items: Outline,
  modules: readonly Module[],
  library: ReadonlyMap<number, Module>,
  at?: Anchor,
): Outline {
  const present = new Set(moduleIdsOf(items));
  const fresh = modules.filter(({ id }) => !present.has(id));
  if (fresh.length === 0) return items;
  const put = requiredItems(fresh.map(({ id }) => id));
  return putBefore(items, at === undefined ? neededFirst(items, fresh, library) : at, put);
}

/** The row of the item that holds the first module that requires one of these; null when none does. */
export function neededFirst(
  items: Outline,
  modules: readonly Module[],
  library: ReadonlyMap<number, Module>,
): Anchor {
  const codes = new Set(modules.map(({ code }) => code));
  const requires = (item: OutlineItem): boolean =>
    moduleIdsOf([item]).some((id) => library.get(id)?.prerequisites.some((code) => codes.has(code)));
  const found = items.find(requires);
  return found ? keyOf(found) : null;
}

/** The outline without rows: a section leaves what it heads, a group takes its options along. */
export function withRemoved(items: Outline, keys: RowKeys): Outline {
  return items.flatMap((item): Outline => {
    if (keys.has(keyOf(item))) return [];
    if (item.kind !== 'electives') return [item];
    const options = item.options.filter(({ moduleId }) => !keys.has(moduleKey(moduleId)));
    return [options.length === item.options.length ? item : { ...item, options }];
  });
}

/** The outline with a group's options as required modules in its place. */
export function withoutGroup(items: Outline, key: string): Outline {
  return items.flatMap((item): Outline => {
    if (item.kind !== 'electives' || item.key !== key) return [item];
    return item.options.map((option) => ({ kind: 'module', ...option }));
  });
}

/** A key that no section or group of the outline has. */
export function freshKey(items: Outline, word: 'section' | 'electives'): string {
  const taken = new Set(items.flatMap((item) => (item.kind === 'module' ? [] : [item.key])));
  let number = 1;
  while (taken.has(`${word}${number}`)) number += 1;
  return `${word}${number}`;
}

/** A title that no section or group of the outline has: `Electives`, `Electives 2`. */
export function freshTitle(items: Outline, title: string): string {
  const taken = new Set(items.flatMap((item) => (item.kind === 'module' ? [] : [item.title])));
  let number = 1;
  const numbered = (): string => (number === 1 ? title : `${title} ${number}`);
  while (taken.has(numbered())) number += 1;
  return numbered();
}

/** The outline with a new section before a row; inside a group it goes before the group. */
export function withSection(items: Outline, key: string, title: string, anchor: Anchor): Outline {
  const section: OutlineItem = { kind: 'section', key, title, note: '' };
  const at = items.findIndex((item) => isAtOrIn(item, anchor));
  return items.toSpliced(at < 0 ? items.length : at, 0, section);
}

function isAtOrIn(item: OutlineItem, anchor: Anchor): boolean {
  return rowsOf([item]).some(({ key }) => key === anchor);
}

/** The outline with an empty group of electives behind the item that holds a row, or at the end. */
export function withGroup(items: Outline, key: string, title: string, behind: Anchor): Outline {
  const at = items.findIndex((item) => isAtOrIn(item, behind));
  return items.toSpliced(at < 0 ? items.length : at + 1, 0, newGroup(key, title, []));
}

/** The outline with the modules among these rows as options of a new group, where the first of them stood. */
export function withElectivesOf(items: Outline, keys: RowKeys, key: string, title: string): Outline {
  const chosen = new Set(
    rowsOf(items).flatMap((row) => (row.kind === 'module' && keys.has(row.key) ? [row.key] : [])),
  );
  const first = items.findIndex((item) => rowsOf([item]).some((row) => chosen.has(row.key)));
  if (first < 0) return items;
  const { rest, taken } = takeOut(items, chosen);
  // Before it nothing was taken out, so its place is the same; a group that loses its option keeps its place.
  const at = items[first]?.kind === 'electives' ? first + 1 : first;
  const options = taken.flatMap((item) => (item.kind === 'module' ? [entryOf(item)] : []));
  return rest.toSpliced(at, 0, newGroup(key, title, options));
}

function newGroup(key: string, title: string, options: OutlineEntry[]): OutlineItem {
  return { kind: 'electives', key, title, note: '', rule: { by: 'count', atLeast: 1 }, options };
}

function entryOf({ moduleId, note, week }: OutlineEntry): OutlineEntry {
  return { moduleId, note, week };
}

/** The outline with rows at the end of a section; null is the part before the first one. */
export function intoSection(items: Outline, keys: RowKeys, sectionKey: string | null): Outline {
  return moveBefore(items, keys, sectionEnd(items, sectionKey));
}

/** The place behind all that a section heads; null asks for the part before the first section. */
export function sectionEnd(items: Outline, sectionKey: string | null): Anchor {
  const head = items.findIndex((item) => item.kind === 'section' && item.key === sectionKey);
  const next = items.find((item, index) => index > head && item.kind === 'section');
  return next ? keyOf(next) : null;
}

/** The outline with rows at the end of a group. */
export function intoGroup(items: Outline, keys: RowKeys, groupKey: string): Outline {
  return moveBefore(items, keys, endKey(groupKey));
}

/** The outline with another title of a section or group; without words it keeps its own. */
export function withTitle(items: Outline, key: string, title: string): Outline {
  const words = oneLine(title).slice(0, OUTLINE_LIMITS.title).trim();
  if (words === '') return items;
  return items.map((item) => (item.kind !== 'module' && item.key === key ? { ...item, title: words } : item));
}

/** The outline with another note of a row. */
export function withNote(items: Outline, row: RowKey, note: string): Outline {
  const words = severalLines(note).slice(0, OUTLINE_LIMITS.note);
  return items.map((item) => {
    if (keyOf(item) === row) return { ...item, note: words };
    return withOption(item, row, (option) => ({ ...option, note: words }));
  });
}

/** The outline with a module taught in another week, from 1; null leaves that to the schedule. */
export function withWeek(items: Outline, row: RowKey, week: number | null): Outline {
  return items.map((item) => {
    if (item.kind === 'module') return moduleKey(item.moduleId) === row ? { ...item, week } : item;
    return withOption(item, row, (option) => ({ ...option, week }));
  });
}

function withOption(
  item: OutlineItem,
  row: RowKey,
  change: (option: OutlineEntry) => OutlineEntry,
): OutlineItem {
  if (item.kind !== 'electives') return item;
  const at = item.options.findIndex(({ moduleId }) => moduleKey(moduleId) === row);
  const option = item.options[at];
  return option ? { ...item, options: item.options.with(at, change(option)) } : item;
}

/** The outline with another rule of a group. */
export function withRule(items: Outline, key: string, rule: ElectiveRule): Outline {
  return items.map((item) => (item.kind === 'electives' && item.key === key ? { ...item, rule } : item));
}

/** Why an outline cannot be kept, with the next step; null when it can. */
export function outlineProblem(items: Outline): string | null {
  if (items.length > OUTLINE_LIMITS.items)
    return `A curriculum holds at most ${OUTLINE_LIMITS.items} lines. Put modules into groups, or remove some first.`;
  const full = items.find(
    (item) => item.kind === 'electives' && item.options.length > OUTLINE_LIMITS.options,
  );
  if (full?.kind !== 'electives') return null;
  return `“${full.title}” holds at most ${OUTLINE_LIMITS.options} modules. Make a second group for the others.`;
}

/** Pasted control characters and halves of characters become spaces. */
function oneLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
}

function severalLines(text: string): string {
  return text.toWellFormed().replace(/(?![\n\r\t])[\p{Cc}\p{Cs}]/gu, ' ');
}

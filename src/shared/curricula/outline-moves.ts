import type { OutlineEntry, OutlineItem } from '../contract/curricula.ts';
import {
  endKey,
  itemKey,
  keyOf,
  moduleKey,
  type Outline,
  type OutlineRow,
  type RowKey,
  rowsOf,
} from './outline-rows.ts';

/** Rows of an outline; a section stands for all that it heads, a group for its options. */
export type RowKeys = ReadonlySet<RowKey>;

/** A place in an outline: before this row, or at its end when null. */
export type Anchor = RowKey | null;

/** What was taken out of an outline, in its order, and what is left. */
export type Taken = { readonly rest: Outline; readonly taken: Outline };

/** Takes rows out: a section with all that it heads, a group with its options, an option without its group. */
export function takeOut(items: Outline, keys: RowKeys): Taken {
  const rest: OutlineItem[] = [];
  const taken: OutlineItem[] = [];
  let section = false;
  for (const item of items) {
    if (item.kind === 'section') section = keys.has(keyOf(item));
    if (section || keys.has(keyOf(item))) taken.push(item);
    else if (item.kind !== 'electives') rest.push(item);
    else {
      const isTaken = ({ moduleId }: OutlineEntry): boolean => keys.has(moduleKey(moduleId));
      taken.push(...item.options.filter(isTaken).map(asRequired));
      rest.push(
        item.options.some(isTaken)
          ? { ...item, options: item.options.filter((option) => !isTaken(option)) }
          : item,
      );
    }
  }
  return { rest, taken };
}

/**
 * Puts items before a row. Only modules fit into a group: anything else goes behind it. A section goes to the nearer end of
 * the section that it would split.
 */
export function putBefore(items: Outline, anchor: Anchor, put: Outline): Outline {
  if (put.some(({ kind }) => kind === 'section')) return insert(items, sectionPlace(items, anchor), put);
  const inside = items.findIndex(
    (item) => item.kind === 'electives' && holds(item.options, item.key, anchor),
  );
  const group = items[inside];
  if (group?.kind !== 'electives') return insert(items, topPlace(items, anchor), put);
  const entries = put.flatMap((item) => (item.kind === 'module' ? [asEntry(item)] : []));
  if (entries.length < put.length) return insert(items, inside + 1, put);
  const at = group.options.findIndex(({ moduleId }) => moduleKey(moduleId) === anchor);
  const options = group.options.toSpliced(at < 0 ? group.options.length : at, 0, ...entries);
  return items.with(inside, { ...group, options });
}

/** The outline with rows moved before another. Where that one moves too, the next that stays counts. */
export function moveBefore(items: Outline, keys: RowKeys, anchor: Anchor): Outline {
  const { rest, taken } = takeOut(items, keys);
  if (taken.length === 0) return items;
  const moved = putBefore(rest, resting(items, rest, anchor), taken);
  return sameOrder(moved, items) ? items : moved;
}

/** How rows can be moved by a key: a line, to an end, out of their group or into the nearest one. */
export type MoveStep = 'up' | 'down' | 'start' | 'end' | 'out' | 'in';

/** The outline with rows moved by a step; the same outline where there is no further to go. */
export function stepped(items: Outline, keys: RowKeys, step: MoveStep): Outline {
  const anchor = anchorOf(items, keys, step);
  return anchor === undefined ? items : moveBefore(items, keys, anchor);
}

/** Where a step leads; undefined when it leads nowhere. */
function anchorOf(items: Outline, keys: RowKeys, step: MoveStep): Anchor | undefined {
  const rows = rowsOf(items);
  const { rest, taken } = takeOut(items, keys);
  const staying = rowsOf(rest);
  const stays = new Set(staying.map(({ key }) => key));
  const first = rows.findIndex(({ key }) => !stays.has(key));
  const last = rows.findLastIndex(({ key }) => !stays.has(key));
  if (first < 0) return undefined;
  const rowsBefore = (index: number): number =>
    rows.slice(0, index).filter(({ key }) => stays.has(key)).length;
  // A place is counted as the number of rows before it, without those that move.
  const allowed = [...staying, null]
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => canStandBefore(taken, row))
    .map(({ place }) => place);
  const anchorAt = (place: number | undefined): Anchor | undefined =>
    place === undefined ? undefined : (staying[place]?.key ?? null);
  switch (step) {
    case 'up':
      return anchorAt(allowed.findLast((place) => place < rowsBefore(first)));
    case 'down':
      return anchorAt(allowed.find((place) => place > rowsBefore(last)));
    case 'start':
      return anchorAt(allowed[0]);
    case 'end':
      return anchorAt(allowed.at(-1));
    case 'out':
      return outOf(rows, keys);
    case 'in':
      return taken.every(({ kind }) => kind === 'module') && outOf(rows, keys) === undefined
        ? into(staying, rowsBefore(first), rowsBefore(last))
        : undefined;
  }
}

/** Whether what is moved may stand before a row; null is the end. */
function canStandBefore(taken: Outline, row: OutlineRow | null): boolean {
  if (row === null || taken.every(({ kind }) => kind === 'module')) return true;
  if (taken.some(({ kind }) => kind === 'section')) return row.kind === 'section';
  return !isInside(row);
}

function isInside(row: OutlineRow): boolean {
  return row.kind === 'end' || (row.kind === 'module' && row.group !== null);
}

/** Behind the group that holds the first option of these rows; undefined when none is an option. */
function outOf(rows: readonly OutlineRow[], keys: RowKeys): Anchor | undefined {
  const option = rows.find((row) => row.kind === 'module' && row.group !== null && keys.has(row.key));
  if (option?.kind !== 'module' || option.group === null) return undefined;
  const end = endKey(option.group.key);
  return rows[rows.findIndex(({ key }) => key === end) + 1]?.key ?? null;
}

/** The near end of the nearest group, the one before rather than the one behind; undefined when there is none. */
function into(rows: readonly OutlineRow[], from: number, to: number): Anchor | undefined {
  const before = rows.findLastIndex(({ kind }, index) => index < from && kind === 'end');
  const behind = rows.findIndex(({ kind }, index) => index >= to && kind === 'electives');
  if (before < 0 && behind < 0) return undefined;
  if (behind < 0 || (before >= 0 && from - before <= behind - to + 1)) return rows[before]?.key;
  return rows[behind + 1]?.key;
}

/** The first row from the anchor on that stays where it is. */
function resting(items: Outline, rest: Outline, anchor: Anchor): Anchor {
  if (anchor === null) return null;
  const stays = new Set(rowsOf(rest).map(({ key }) => key));
  const rows = rowsOf(items);
  const from = rows.findIndex(({ key }) => key === anchor);
  return rows.find(({ key }, index) => index >= from && stays.has(key))?.key ?? null;
}

function holds(options: readonly OutlineEntry[], key: string, anchor: Anchor): boolean {
  return anchor === endKey(key) || options.some(({ moduleId }) => moduleKey(moduleId) === anchor);
}

function topPlace(items: Outline, anchor: Anchor): number {
  const at = items.findIndex((item) => keyOf(item) === anchor);
  return at < 0 ? items.length : at;
}

/** The boundary between sections that is nearest to a place, counted in rows. */
function sectionPlace(items: Outline, anchor: Anchor): number {
  const rows = rowsOf(items);
  const found = rows.findIndex(({ key }) => key === anchor);
  const at = found < 0 ? rows.length : found;
  const before = rows.findLastIndex(({ kind }, index) => index <= at && kind === 'section');
  const behind = rows.findIndex(({ kind }, index) => index >= at && kind === 'section');
  const next = behind < 0 ? rows.length : behind;
  const row = before >= 0 && at - before < next - at ? rows[before] : rows[next];
  return row?.kind === 'section' ? topPlace(items, itemKey(row.section.key)) : items.length;
}

function insert(items: Outline, at: number, put: Outline): Outline {
  return items.toSpliced(at, 0, ...put);
}

function asRequired(entry: OutlineEntry): OutlineItem {
  return { kind: 'module', ...entry };
}

function asEntry({ moduleId, note, week }: OutlineEntry): OutlineEntry {
  return { moduleId, note, week };
}

/** Whether two outlines have the same rows in the same order; moves change nothing else. */
function sameOrder(one: Outline, other: Outline): boolean {
  const keys = (items: Outline): string =>
    rowsOf(items)
      .map(({ key }) => key)
      .join(' ');
  return keys(one) === keys(other);
}

import type { Module } from '../../../shared/contract/modules.ts';
import { outlineSpan } from '../../../shared/curricula/electives.ts';
import { spanInWords } from '../../../shared/curricula/figures.ts';
import { moduleIdsOf } from '../../../shared/curricula/outline.ts';
import type { RowKeys } from '../../../shared/curricula/outline-moves.ts';
import {
  type Outline,
  type OutlineRow,
  type RowKey,
  rowsOf,
} from '../../../shared/curricula/outline-rows.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';

type ById = ReadonlyMap<number, Module>;

/** What a row is called. */
export function rowTitle(row: OutlineRow, byId: ById): string {
  switch (row.kind) {
    case 'section':
      return row.section.title;
    case 'electives':
    case 'end':
      return row.group.title;
    case 'module':
      return byId.get(row.entry.moduleId)?.title ?? 'a module that is gone';
  }
}

/** Rows in a sentence: the title of one, the number of several. */
export function rowsInWords(items: Outline, keys: RowKeys, byId: ById): string {
  const rows = rowsOf(items).filter(({ key, kind }) => kind !== 'end' && keys.has(key));
  const [first] = rows;
  if (rows.length === 1 && first) return rowTitle(first, byId);
  return rows.every(({ kind }) => kind === 'module')
    ? counted(rows.length, 'module', 'modules')
    : `${rows.length} lines`;
}

/** Where the first of these rows stands: `to number 3 in “Electives”`. */
export function placeInWords(items: Outline, keys: RowKeys): string {
  const rows = rowsOf(items);
  const at = rows.findIndex(({ key }) => keys.has(key));
  const row = rows[at];
  if (!row) return '';
  const section = rows.findLast(({ kind }, index) => index < at && kind === 'section');
  const inside =
    row.kind !== 'section' && section?.kind === 'section' ? ` in “${section.section.title}”` : '';
  if (row.kind === 'module')
    return `to number ${row.number}${row.group ? ` in “${row.group.title}”` : inside}`;
  const next = rows.find(({ kind }, index) => index > at && kind === 'module');
  return next?.kind === 'module' ? `to before number ${next.number}${inside}` : `to the end${inside}`;
}

/** What the first of these rows is now: `number 3 in “Electives”`. */
export function numberInWords(items: Outline, keys: RowKeys): string {
  return placeInWords(items, keys).replace(/^to /, '');
}

/** How much a part of an outline holds: `4 modules · 3 h 10 min`. */
export function partInWords(items: Outline, byId: ById): string {
  const modules = moduleIdsOf(items).length;
  if (modules === 0) return 'No modules yet';
  return `${counted(modules, 'module', 'modules')} · ${spanInWords(
    outlineSpan(items, (id) => byId.get(id)),
    formatMinutes,
  )}`;
}

/** Where the library adds to: the group or section that is worked on; null is wherever it fits. */
export type AddPlace = {
  readonly kind: 'section' | 'group';
  readonly key: string;
  readonly title: string;
} | null;

/** The group or section that a row belongs to. */
export function addPlace(rows: readonly OutlineRow[], active: RowKey | null): AddPlace {
  const at = rows.findIndex(({ key }) => key === active);
  const row = rows[at];
  if (!row) return null;
  const group = row.kind === 'section' ? null : row.group;
  if (group) return { kind: 'group', key: group.key, title: group.title };
  const section = rows.findLast(({ kind }, index) => index <= at && kind === 'section');
  if (section?.kind !== 'section') return null;
  return { kind: 'section', key: section.section.key, title: section.section.title };
}

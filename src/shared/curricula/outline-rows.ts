import type { OutlineEntry, OutlineItem } from '../contract/curricula.ts';

/** The items of a curriculum in teaching order. */
export type Outline = readonly OutlineItem[];

/** The head of a section. */
export type SectionItem = Extract<OutlineItem, { kind: 'section' }>;
/** A group of electives with its options. */
export type ElectivesItem = Extract<OutlineItem, { kind: 'electives' }>;

/**
 * Names a row of an outline as long as it exists, wherever it moves: a module by its id, a section or group by its key,
 * and the place behind the last option of a group.
 */
export type RowKey = `module:${number}` | `item:${string}` | `end:${string}`;

/** One line of an outline as it is shown: options stand under the head of their group, and each group has an end. */
export type OutlineRow =
  | { readonly kind: 'section'; readonly key: RowKey; readonly section: SectionItem }
  | {
      readonly kind: 'module';
      readonly key: RowKey;
      readonly entry: OutlineEntry;
      /** Its place among all modules, from 1. */
      readonly number: number;
      /** The group that it is an option of; null when it is required. */
      readonly group: ElectivesItem | null;
    }
  | { readonly kind: 'electives'; readonly key: RowKey; readonly group: ElectivesItem }
  | { readonly kind: 'end'; readonly key: RowKey; readonly group: ElectivesItem };

/** The row of a module. */
export function moduleKey(moduleId: number): RowKey {
  return `module:${moduleId}`;
}

/** The row of a section or of the head of a group. */
export function itemKey(key: string): RowKey {
  return `item:${key}`;
}

/** The place behind the last option of a group. */
export function endKey(key: string): RowKey {
  return `end:${key}`;
}

/** The row that an item begins with. */
export function keyOf(item: OutlineItem): RowKey {
  return item.kind === 'module' ? moduleKey(item.moduleId) : itemKey(item.key);
}

/** An outline line by line. */
export function rowsOf(items: Outline): readonly OutlineRow[] {
  let number = 0;
  const row = (entry: OutlineEntry, group: ElectivesItem | null): OutlineRow => {
    number += 1;
    return { kind: 'module', key: moduleKey(entry.moduleId), entry, number, group };
  };
  return items.flatMap((item): readonly OutlineRow[] => {
    if (item.kind === 'section') return [{ kind: 'section', key: keyOf(item), section: item }];
    if (item.kind === 'module') return [row(item, null)];
    return [
      { kind: 'electives', key: keyOf(item), group: item },
      ...item.options.map((option) => row(option, item)),
      { kind: 'end', key: endKey(item.key), group: item },
    ];
  });
}

/** The items that a section heads, down to the next one; for null, those before the first section. */
export function itemsUnder(items: Outline, sectionKey: string | null): Outline {
  const head = items.findIndex((item) => item.kind === 'section' && item.key === sectionKey);
  if (head < 0 && sectionKey !== null) return [];
  const next = items.findIndex((item, index) => index > head && item.kind === 'section');
  return items.slice(head + 1, next < 0 ? items.length : next);
}

/** The sections of an outline in order. */
export function sectionsOf(items: Outline): readonly SectionItem[] {
  return items.filter((item) => item.kind === 'section');
}

/** The groups of electives of an outline in order. */
export function groupsOf(items: Outline): readonly ElectivesItem[] {
  return items.filter((item) => item.kind === 'electives');
}

/** Rows that go along with one: the content of a section, the options of a group. */
export function rowsUnder(rows: readonly OutlineRow[], key: RowKey): readonly OutlineRow[] {
  const at = rows.findIndex((row) => row.key === key);
  const head = rows[at];
  if (!head || head.kind === 'module' || head.kind === 'end') return [];
  const ends = (row: OutlineRow): boolean =>
    head.kind === 'section' ? row.kind === 'section' : row.kind === 'end' && row.group.key === head.group.key;
  const stop = rows.findIndex((row, index) => index > at && ends(row));
  if (stop < 0) return rows.slice(at + 1);
  return rows.slice(at + 1, head.kind === 'section' ? stop : stop + 1);
}

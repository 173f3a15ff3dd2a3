import type { OutlineEntry, OutlineItem } from '../../shared/contract/curricula.ts';
import { groupInWords } from '../../shared/curricula/elective-words.ts';
import type { OutlinePart } from '../certificates/index.ts';

type Rows = OutlinePart['rows'];

/** An outline as it is printed: sections with numbered modules and groups of electives. Empty parts are left out. */
export function printedOutline(
  items: readonly OutlineItem[],
  modules: readonly { readonly id: number }[],
): readonly OutlinePart[] {
  const numbers = new Map(modules.map(({ id }, index) => [id, index + 1]));
  const parts: { title: string; note: string; rows: Rows }[] = [{ title: '', note: '', rows: [] }];
  for (const item of items) {
    if (item.kind === 'section') parts.push({ title: item.title, note: item.note, rows: [] });
    const part = parts.at(-1);
    if (part) part.rows = [...part.rows, ...rowsOf(item, numbers)];
  }
  return parts.filter(({ title, rows }) => title !== '' || rows.length > 0);
}

function rowsOf(item: OutlineItem, numbers: ReadonlyMap<number, number>): Rows {
  const place = ({ moduleId, note }: OutlineEntry) => {
    const number = numbers.get(moduleId);
    return number === undefined ? [] : [{ number, note }];
  };
  switch (item.kind) {
    case 'section':
      return [];
    case 'module':
      return place(item).map((placed) => ({ kind: 'module', ...placed }));
    case 'electives':
      return [
        {
          kind: 'electives',
          heading: groupInWords(item.title, item.rule, item.options.length),
          note: item.note,
          options: item.options.flatMap(place),
        },
      ];
  }
}

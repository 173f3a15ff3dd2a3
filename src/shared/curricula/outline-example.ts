import type { OutlineItem } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import { exampleModule } from '../modules/example-module.ts';
import type { Outline } from './outline-rows.ts';

/**
 * An outline for tests, written as it is read: `A: 1 2 [g 3 4] B: 5` is section A with modules 1 and 2 and the group g of
 * 3 and 4, then section B with module 5.
 */
export function exampleOutline(text: string): Outline {
  const items: OutlineItem[] = [];
  let group: Extract<OutlineItem, { kind: 'electives' }> | null = null;
  for (const word of text.split(' ').filter(Boolean)) {
    const name = word.replace(/[[\]:]/g, '');
    const entry = { moduleId: Number(name), note: '', week: null };
    if (word.endsWith(':')) items.push({ kind: 'section', key: name.toLowerCase(), title: name, note: '' });
    else if (word.startsWith('[')) {
      const rule = { by: 'count' as const, atLeast: 1 };
      group = { kind: 'electives', key: name, title: name, note: '', rule, options: [] };
      items.push(group);
    } else if (group && name !== '') group.options.push(entry);
    else if (name !== '') items.push({ kind: 'module', ...entry });
    if (word.endsWith(']')) group = null;
  }
  return items;
}

/** An outline as {@link exampleOutline} reads it. */
export function outlineText(items: Outline): string {
  return items
    .map((item) => {
      if (item.kind === 'section') return `${item.key.toUpperCase()}:`;
      if (item.kind === 'module') return String(item.moduleId);
      return `[${[item.key, ...item.options.map(({ moduleId }) => moduleId)].join(' ')}]`;
    })
    .join(' ');
}

/** Modules for tests by number, each with the numbers of those it requires. */
export function exampleLibrary(requires: Readonly<Record<number, readonly number[]>>): readonly Module[] {
  return Object.entries(requires).map(([id, numbers]) =>
    exampleModule(`M-${id}`, { id: Number(id), prerequisites: numbers.map((number) => `M-${number}`) }),
  );
}

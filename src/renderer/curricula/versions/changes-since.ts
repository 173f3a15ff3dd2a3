import type { Module } from '../../../shared/contract/curricula.ts';

/** What of a module a reader of the syllabus would notice. */
function shown({ retired: _retired, ...module }: Module): string {
  return JSON.stringify(module);
}

/** In sentences: which modules came, went, were edited or moved between a published version and the outline. */
export function changesSince(before: readonly Module[], after: readonly Module[]): readonly string[] {
  const earlier = new Map(before.map((module) => [module.id, module]));
  const later = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !earlier.has(id));
  const removed = before.filter(({ id }) => !later.has(id));
  const edited = after.filter((module) => {
    const known = earlier.get(module.id);
    return known !== undefined && shown(known) !== shown(module);
  });
  const stayed = before.filter(({ id }) => later.has(id)).map(({ id }) => id);
  const order = after.filter(({ id }) => earlier.has(id)).map(({ id }) => id);
  return [
    ...added.map(({ title }) => `Added: ${title}`),
    ...removed.map(({ title }) => `Removed: ${title}`),
    ...edited.map(({ title }) => `Edited: ${title}`),
    ...(stayed.some((id, index) => id !== order[index]) ? ['The order has changed.'] : []),
  ];
}

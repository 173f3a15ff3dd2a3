import type { Constraints, OutlineEntry, OutlineItem, Schedule } from '../contract/curricula.ts';

/** The entries of an outline in teaching order, options of electives in their place. */
export function entriesOf(items: readonly OutlineItem[]): readonly OutlineEntry[] {
  return items.flatMap((item): readonly OutlineEntry[] => {
    if (item.kind === 'section') return [];
    if (item.kind === 'electives') return item.options;
    const { moduleId, note, week } = item;
    return [{ moduleId, note, week }];
  });
}

/** Ids of every module of an outline, electives too, in teaching order. */
export function moduleIdsOf(items: readonly OutlineItem[]): readonly number[] {
  return entriesOf(items).map(({ moduleId }) => moduleId);
}

/** Modules as required items of an outline, without notes. */
export function requiredItems(moduleIds: readonly number[]): OutlineItem[] {
  return moduleIds.map((moduleId) => ({ kind: 'module', moduleId, note: '', week: null }));
}

/** Asks for nothing. */
export const NO_CONSTRAINTS: Constraints = {
  minutes: { min: null, max: null },
  quarters: { min: null, max: null },
  domainMinutes: {},
  requiredDomains: [],
  specialtyModule: false,
};

/** Nothing is set yet. */
export const NO_SCHEDULE: Schedule = { startsOn: null, weeks: null };

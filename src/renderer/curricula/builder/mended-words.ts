import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import { moduleKey, type Outline, rowsOf } from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import type { Library } from '../library.ts';
import { numberInWords } from './outline-words.ts';

/** More than these in one message are counted. */
const NAMED = 3;

/**
 * What mending did, and where each module is now: `Added Reading a ROC curve before Drift, as number 2 in “Basics”.`
 * Without a gap, all gaps were mended at once.
 */
export function mendedInWords(
  label: string,
  gap: PrerequisiteGap | null,
  before: Outline,
  after: Outline,
  library: Pick<Library, 'byId' | 'byCode'>,
): string {
  const main = gap === null ? undefined : library.byCode.get(gap.prerequisite)?.id;
  const changed = changes(before, after);
  const place = (id: number): string => numberInWords(after, new Set([moduleKey(id)]));
  const list = (ids: readonly number[]): string => {
    const named = ids.slice(0, NAMED).map((id) => `${library.byId.get(id)?.title ?? ''} (${place(id)})`);
    const more = ids.length - named.length;
    return `${named.join(', ')}${more > 0 ? ` and ${counted(more, 'more module', 'more modules')}` : ''}`;
  };
  const others = (ids: readonly number[]): readonly number[] => ids.filter((id) => id !== main);
  const added = others(changed.added);
  const required = others(changed.required);
  return [
    main === undefined ? `${label}.` : `${label}, as ${place(main)}.`,
    ...(added.length === 0 ? [] : [`${main === undefined ? 'Added' : 'Added with it'}: ${list(added)}.`]),
    ...(required.length === 0 ? [] : [`Required now: ${list(required)}.`]),
    ...(main === undefined && changed.moved ? ['Others changed places.'] : []),
  ].join(' ');
}

/** Modules that are new in an outline, those that were electives, and whether the others stand in another order. */
function changes(
  before: Outline,
  after: Outline,
): { readonly added: readonly number[]; readonly required: readonly number[]; readonly moved: boolean } {
  const was = modulesOf(before);
  const is = modulesOf(after);
  const kept = [...is.keys()].filter((id) => was.has(id));
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    required: kept.filter((id) => was.get(id) && !is.get(id)),
    moved: kept.join() !== [...was.keys()].filter((id) => is.has(id)).join(),
  };
}

/** The modules of an outline in their order, and whether each is an elective. */
function modulesOf(items: Outline): ReadonlyMap<number, boolean> {
  return new Map(
    rowsOf(items).flatMap((row) =>
      row.kind === 'module' ? [[row.entry.moduleId, row.group !== null] as const] : [],
    ),
  );
}

import type { OutlineItem } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import { inPrerequisiteOrder, type PrerequisiteGap, prerequisiteGaps } from './insight.ts';
import { moduleIdsOf } from './outline.ts';
import { putBefore, takeOut } from './outline-moves.ts';
import { keyOf, moduleKey, type Outline } from './outline-rows.ts';
import { avoidableElectives } from './prerequisites.ts';
import { readOutline } from './read-outline.ts';

/** Modules by what an outline and its gaps call them. */
export type MendingLibrary = {
  readonly byId: ReadonlyMap<number, Module>;
  readonly byCode: ReadonlyMap<string, Module>;
};

/** The modules of an outline in teaching order, electives too. */
export function modulesOf(items: Outline, byId: ReadonlyMap<number, Module>): readonly Module[] {
  return moduleIdsOf(items).flatMap((id) => byId.get(id) ?? []);
}

/**
 * The outline with one gap closed: the prerequisite stands before the module that needs it, and so does all that it
 * requires in turn. A missing one is added from the library with what is missing for it; what comes too late moves.
 * For an option they stand before its group and are required of everyone, unless they are options of the same group: these
 * change places inside it. One that is only an elective leaves its group and is required. Retired modules are not added.
 */
export function withGapMended(items: Outline, gap: PrerequisiteGap, library: MendingLibrary): Outline {
  const inOutline = modulesOf(items, library.byId);
  const place = inOutline.findIndex(({ code }) => code === gap.moduleCode);
  const needing = inOutline[place];
  const wanted = library.byCode.get(gap.prerequisite);
  if (!needing || !wanted || wanted.id === needing.id) return items;
  const present = new Map(inOutline.map(({ id }, index) => [id, index]));
  const mayAdd = (module: Module): boolean => gap.kind === 'missing' && !module.retired;
  const needed = [...requiredBy(wanted, library.byCode)].filter(
    (module) => module.id !== needing.id && (present.has(module.id) || mayAdd(module)),
  );
  const becomesRequired = (module: Module): boolean => gap.kind === 'elective' && module.id === wanted.id;
  const toMove = needed.filter((module) => becomesRequired(module) || (present.get(module.id) ?? -1) > place);
  const toAdd = needed.filter(({ id }) => !present.has(id));
  const home = items.find((item) => moduleIdsOf([item]).includes(needing.id));
  if (!home || toMove.length + toAdd.length === 0) return items;
  if (home.kind !== 'electives') return putInOrder(items, [...toMove, ...toAdd], keyOf(home), library);
  const siblings = new Set(home.options.map(({ moduleId }) => moduleId));
  const outside = [
    ...toMove.filter((module) => becomesRequired(module) || !siblings.has(module.id)),
    ...toAdd,
  ];
  // What goes before the group takes those of its options along that it requires.
  const along = outside.flatMap((module) => [...requiredBy(module, library.byCode)]);
  const out = new Set([...outside, ...along.filter(({ id }) => siblings.has(id) && id !== needing.id)]);
  const inside = toMove.filter((module) => siblings.has(module.id) && !out.has(module));
  const reordered = putInOrder(items, inside, moduleKey(needing.id), library);
  return putInOrder(reordered, [...out], keyOf(home), library);
}

/** The outline with every gap closed that can be, from the first on. */
export function withAllMended(items: Outline, library: MendingLibrary): Outline {
  let mended = items;
  let gaps = outlineGaps(mended, library.byId);
  for (let at = 0; at < gaps.length; ) {
    const gap = gaps[at];
    const next = gap ? withGapMended(mended, gap, library) : mended;
    const left = outlineGaps(next, library.byId);
    // A gap that stays open, because the library does not hold the module or it requires itself, is stepped over.
    if (isBetter(left, gaps)) {
      mended = next;
      gaps = left;
    } else at += 1;
  }
  return mended;
}

/** What weighs most comes first: to add what is missing may show that a prerequisite of it is only an elective. */
const KINDS: readonly PrerequisiteGap['kind'][] = ['missing', 'elective', 'later'];

/** Whether there are fewer gaps of the first kind that the two differ in; no step back, so mending comes to an end. */
function isBetter(gaps: readonly PrerequisiteGap[], before: readonly PrerequisiteGap[]): boolean {
  const count = (some: typeof gaps, kind: PrerequisiteGap['kind']): number =>
    some.filter((gap) => gap.kind === kind).length;
  const kind = KINDS.find((one) => count(gaps, one) !== count(before, one));
  return kind !== undefined && count(gaps, kind) < count(before, kind);
}

/** The gaps of an outline as insight shows them, electives that can be left out among them. */
export function outlineGaps(items: Outline, byId: ReadonlyMap<number, Module>): readonly PrerequisiteGap[] {
  const outline = readOutline(items, (id) => byId.get(id));
  return prerequisiteGaps(
    outline.placed.map(({ module }) => module),
    avoidableElectives(outline),
  );
}

/** A module with all that is neither in the outline nor retired and that it requires, itself or through another; itself last. */
export function withPrerequisites(
  module: Module,
  present: { readonly has: (id: number) => boolean },
  byCode: ReadonlyMap<string, Module>,
): readonly Module[] {
  const found = new Set([module]);
  // A set that grows while it is walked is walked to its new end. What is there already brought its own along.
  for (const { prerequisites } of found)
    for (const code of prerequisites) {
      const next = byCode.get(code);
      if (next && !next.retired && !present.has(next.id)) found.add(next);
    }
  return inPrerequisiteOrder([...found].reverse());
}

/** Puts modules before a row in the order in which they can be taught; those of the outline keep note and week. */
function putInOrder(
  items: Outline,
  modules: readonly Module[],
  anchor: ReturnType<typeof keyOf>,
  library: MendingLibrary,
): Outline {
  const ids = new Set(modules.map(({ id }) => id));
  const { taken } = takeOut(items, new Set([...ids].map(moduleKey)));
  const entries = new Map(
    taken.flatMap((item) => (item.kind === 'module' ? [[item.moduleId, item] as const] : [])),
  );
  const inPlace = [...entries.keys()];
  const ordered = inPrerequisiteOrder(
    [...inPlace, ...[...ids].filter((id) => !entries.has(id))].flatMap((id) => library.byId.get(id) ?? []),
  );
  const put = ordered.map(
    ({ id }): OutlineItem => entries.get(id) ?? { kind: 'module', moduleId: id, note: '', week: null },
  );
  const { rest } = takeOut(items, new Set(put.map(keyOf)));
  return put.length === 0 ? items : putBefore(rest, anchor, put);
}

/** A module and all that it requires, itself or through what it requires. */
function requiredBy(module: Module, byCode: ReadonlyMap<string, Module>): ReadonlySet<Module> {
  const found = new Set([module]);
  for (const { prerequisites } of found)
    for (const code of prerequisites) {
      const next = byCode.get(code);
      if (next) found.add(next);
    }
  return found;
}

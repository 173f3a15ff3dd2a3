import type { Module, ModuleContent } from '../contract/modules.ts';
import { groupsOutside } from './audience.ts';
import { circleThrough } from './prerequisite-circle.ts';

/** The library as a module is checked against it on every keystroke. */
export type LibraryIndex = {
  readonly byCode: ReadonlyMap<string, Module>;
  /** Modules by the code that they require. */
  readonly requiring: ReadonlyMap<string, readonly Module[]>;
};

/** Prepares a library for {@link inLibrary}; do it once for each library, not for each keystroke. */
export function indexLibrary(modules: readonly Module[]): LibraryIndex {
  const requiring = new Map<string, Module[]>();
  for (const module of modules)
    for (const code of module.prerequisites) {
      const known = requiring.get(code);
      if (known) known.push(module);
      else requiring.set(code, [module]);
    }
  return { byCode: new Map(modules.map((module) => [module.code, module])), requiring };
}

/** Another module whose audience does not fit, and the groups that are outside. */
export type AudienceGap = { readonly module: Module; readonly outside: readonly string[] | 'everyone' };

/** How one module stands among the others. */
export type InLibrary = {
  /** The module that has the same code, if any. */
  readonly sameCode: Module | null;
  readonly unknownPrerequisites: readonly string[];
  readonly retiredPrerequisites: readonly Module[];
  /** The circle that its prerequisites close, from its code back to it; null when there is none. */
  readonly circle: readonly string[] | null;
  /** Prerequisites that are not for some of its groups. */
  readonly narrowPrerequisites: readonly AudienceGap[];
  /** Modules that require it and are for groups that it is not for. */
  readonly widerDependents: readonly AudienceGap[];
};

/** Places a module among all others (`index` is without it). Looks only at what it reaches, so it is quick. */
export function inLibrary(
  module: Pick<ModuleContent, 'code' | 'audience' | 'prerequisites'>,
  /** The code under which others require it; null for a new module, which nothing requires yet. */
  recordedCode: string | null,
  { byCode, requiring }: LibraryIndex,
): InLibrary {
  const own = module.code === '' ? '(this module)' : module.code;
  const prerequisites = module.prerequisites.flatMap((code) => byCode.get(code) ?? []);
  const dependents = recordedCode === null ? [] : (requiring.get(recordedCode) ?? []);
  const onCircle = circleThrough(own, module.prerequisites, (code) =>
    (byCode.get(code)?.prerequisites ?? []).map((other) => (other === recordedCode ? own : other)),
  );
  return {
    sameCode: byCode.get(module.code) ?? null,
    unknownPrerequisites: module.prerequisites.filter((code) => code !== own && !byCode.has(code)),
    retiredPrerequisites: prerequisites.filter(({ retired }) => retired),
    circle: onCircle,
    narrowPrerequisites: prerequisites.flatMap((other) => gap(other, module.audience, other.audience)),
    widerDependents: dependents.flatMap((other) => gap(other, other.audience, module.audience)),
  };
}

/**
 * Every module that a module builds on, directly or through others, whose audience lacks one of the groups: what has to be
 * widened together so that the widening itself is allowed.
 */
export function prerequisitesWithout(
  prerequisites: readonly string[],
  groups: readonly string[],
  { byCode }: LibraryIndex,
): readonly Module[] {
  const seen = new Set<string>();
  const queue = [...prerequisites];
  // The queue grows while it is read.
  for (const code of queue) {
    if (seen.has(code)) continue;
    seen.add(code);
    queue.push(...(byCode.get(code)?.prerequisites ?? []));
  }
  return [...seen]
    .flatMap((code) => byCode.get(code) ?? [])
    .filter(({ audience }) => audience.length > 0 && groups.some((group) => !audience.includes(group)));
}

function gap(
  module: Module,
  audience: ModuleContent['audience'],
  ofPrerequisite: ModuleContent['audience'],
): readonly AudienceGap[] {
  const outside = groupsOutside(audience, ofPrerequisite);
  return outside.length === 0 ? [] : [{ module, outside }];
}

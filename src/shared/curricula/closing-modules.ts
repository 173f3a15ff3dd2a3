import type { CompetencyLevel, Module } from '../contract/modules.ts';
import { withPrerequisites } from './outline-mending.ts';

/** A module of the library that reaches a level which the outline does not reach. */
export type ClosingModule = {
  readonly module: Module;
  /** The level that it gives. */
  readonly level: CompetencyLevel;
  /** What is to be added in the order in which it is taught: what the module requires and the outline lacks; itself last. */
  readonly adds: readonly Module[];
  /** Minutes of all that is to be added. */
  readonly minutes: number;
};

/** The library and what the outline holds of it. */
export type ClosingFrame = {
  readonly modules: readonly Module[];
  readonly byCode: ReadonlyMap<string, Module>;
  /** Ids of the modules in the outline, electives too. */
  readonly inside: ReadonlySet<number>;
};

/**
 * The modules that close a gap in one competency, those that take the fewest minutes with all that they require first.
 * Levels do not add up: a module closes the gap when it gives the target itself. Where none does, those that go further
 * than the outline are offered, the highest level first. Retired modules are not offered.
 */
export function closingModules(
  code: string,
  { attained, target }: { readonly attained: number; readonly target: number },
  { modules, byCode, inside }: ClosingFrame,
): { readonly closes: boolean; readonly offered: readonly ClosingModule[] } {
  const further = modules
    .filter((module) => !module.retired && !inside.has(module.id))
    .flatMap((module): readonly ClosingModule[] => {
      const level = module.competencies.find((competency) => competency.code === code)?.level;
      if (level === undefined || level <= attained) return [];
      const adds = withPrerequisites(module, inside, byCode);
      return [{ module, level, adds, minutes: adds.reduce((sum, { minutes }) => sum + minutes, 0) }];
    });
  const closing = further.filter(({ level }) => level >= target);
  const closes = closing.length > 0;
  const offered = (closes ? closing : further).toSorted(
    (a, b) =>
      (closes ? 0 : b.level - a.level) || a.minutes - b.minutes || (a.module.code < b.module.code ? -1 : 1),
  );
  return { closes, offered };
}

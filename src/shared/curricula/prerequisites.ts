import { everyChoiceHas } from './electives.ts';
import type { InsightModule, ReadOutline } from './read-outline.ts';

/**
 * A prerequisite that not every learner has had in time: it is not in the outline (`missing`), comes only after the module
 * that requires it (`later`), or is an elective that a learner may leave out (`elective`).
 */
export type PrerequisiteGap = {
  readonly moduleCode: string;
  readonly moduleTitle: string;
  /** Code of the module that it requires. */
  readonly prerequisite: string;
  readonly kind: 'missing' | 'later' | 'elective';
};

/** The sentence that stands beside the prerequisites. */
export const PREREQUISITE_RULE =
  'Every prerequisite of every module has to stand before it. An elective counts only when no choice that satisfies its group leaves it out.';

/**
 * Prerequisites that are nowhere in the outline, come too late or can be left out, in the order of the outline.
 * `avoidable` holds the codes of electives that a learner may leave out.
 */
export function prerequisiteGaps(
  modules: readonly Pick<InsightModule, 'code' | 'title' | 'prerequisites'>[],
  avoidable: ReadonlySet<string> = new Set(),
): readonly PrerequisiteGap[] {
  const present = new Set(modules.map((module) => module.code));
  const taught = new Set<string>();
  return modules.flatMap((module) => {
    const gaps = module.prerequisites
      .filter((code) => !taught.has(code) || avoidable.has(code))
      .map((prerequisite): PrerequisiteGap => {
        const kind = !present.has(prerequisite)
          ? 'missing'
          : avoidable.has(prerequisite)
            ? 'elective'
            : 'later';
        return { moduleCode: module.code, moduleTitle: module.title, prerequisite, kind };
      });
    taught.add(module.code);
    return gaps;
  });
}

/** Codes of the electives that a learner may leave out and still satisfy their group. */
export function avoidableElectives({ groups }: Pick<ReadOutline, 'groups'>): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ rule, options }) =>
      options
        .filter(
          (option) =>
            !everyChoiceHas(
              rule,
              options.map(({ module }) => ({ minutes: module.minutes, has: module === option.module })),
            ),
        )
        .map(({ module }) => module.code),
    ),
  );
}

/**
 * The modules in an order in which each follows what it requires. Only a module that comes too early moves, to just
 * behind its last prerequisite; circles stay as they are, at the end.
 */
export function inPrerequisiteOrder<M extends Pick<InsightModule, 'code' | 'prerequisites'>>(
  modules: readonly M[],
): readonly M[] {
  const present = new Set(modules.map((module) => module.code));
  const placed = new Set<string>();
  const ordered: M[] = [];
  let waiting: readonly M[] = [];
  const ready = (module: M): boolean =>
    module.prerequisites.every((code) => placed.has(code) || !present.has(code));
  const place = (module: M): void => {
    ordered.push(module);
    placed.add(module.code);
    for (let next = waiting.find(ready); next !== undefined; next = waiting.find(ready)) {
      const released = next;
      waiting = waiting.filter((other) => other !== released);
      ordered.push(released);
      placed.add(released.code);
    }
  };
  for (const module of modules) {
    if (ready(module)) place(module);
    else waiting = [...waiting, module];
  }
  return [...ordered, ...waiting];
}

/**
 * What has to be added so that no prerequisite is missing: the modules themselves and what those require in turn,
 * in an order in which they can be taught. Codes that the library does not hold are left out.
 */
export function missingModules<M extends Pick<InsightModule, 'code' | 'prerequisites'>>(
  modules: readonly Pick<InsightModule, 'code' | 'prerequisites'>[],
  library: readonly M[],
): readonly M[] {
  const present = new Set(modules.map((module) => module.code));
  const byCode = new Map(library.map((module) => [module.code, module]));
  const found = new Map<string, M>();
  const queue = modules.flatMap((module) => module.prerequisites);
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    const module = byCode.get(code);
    if (!module || present.has(code) || found.has(code)) continue;
    found.set(code, module);
    queue.push(...module.prerequisites);
  }
  return inPrerequisiteOrder([...found.values()]);
}

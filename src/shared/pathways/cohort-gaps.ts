import type { ShownLevel } from '../contract/learners.ts';
import type { CompetencyLevel, Targets } from '../contract/modules.ts';
import type { CoverProblem } from './best-sets.ts';
import { givenLevels, isAdmitted, type PathwayCompetency, type PathwayModule } from './problem.ts';

/** One person of a cohort. */
export type CohortLearner = {
  /** The group of learners; empty for none. */
  readonly specialty: string;
  readonly levels: ReadonlyMap<string, ShownLevel>;
  readonly completed: ReadonlySet<string>;
};

/** What a group of people lacks. */
export type CohortCount = {
  readonly competencies: readonly {
    readonly code: string;
    readonly target: CompetencyLevel;
    readonly atLevel: [number, number, number, number];
    readonly below: number;
  }[];
  /** For each learner, in their order, the competencies below target. */
  readonly gapsOf: readonly (readonly string[])[];
  readonly gaps: number;
  /** Gaps that no module can close for those who have them. */
  readonly unreachable: number;
  readonly cover: CoverProblem;
};

/**
 * Counts the gaps of a cohort and says which modules close which. A gap is a person and a target that is not met. A module
 * closes it when it gives the level to that person's group and the group may take it and all that comes with it. A prerequisite
 * comes with a module unless everyone who has a gap has completed it or shows all that it teaches.
 */
export function cohortGaps(
  learners: readonly CohortLearner[],
  targets: Targets,
  competencies: readonly PathwayCompetency[],
  library: readonly PathwayModule[],
): CohortCount {
  const asked = competencies.flatMap(({ code }) => {
    const target = targets[code];
    return target === undefined ? [] : [{ code, target }];
  });
  const levels = learners.map((learner) => learner.levels);
  const counts = asked.map(({ code, target }) => {
    const atLevel: [number, number, number, number] = [0, 0, 0, 0];
    for (const shown of levels) atLevel[shown.get(code) ?? 0] += 1;
    return {
      code,
      target,
      atLevel,
      below: atLevel.slice(0, target).reduce((sum, people) => sum + people, 0),
    };
  });
  const gapsOf = levels.map((shown) =>
    asked.flatMap(({ code, target }) => ((shown.get(code) ?? 0) < target ? [code] : [])),
  );

  const bound = new Map(competencies.map(({ code, specialtyBoundLevel }) => [code, specialtyBoundLevel]));
  const modules = library.filter(({ retired }) => !retired);
  const known = knownToAll(learners, levels, gapsOf, modules, bound);
  const needs = new Map(
    modules.map(({ code, prerequisites }) => [
      code,
      [...new Set(prerequisites)].filter((prerequisite) => !known.has(prerequisite)),
    ]),
  );
  const gaps = gapsByModules(learners, gapsOf, targets, modules, needs, bound);
  const closing = new Set(gaps.flatMap(({ closedBy }) => closedBy));
  return {
    competencies: counts,
    gapsOf,
    gaps: gapsOf.reduce((sum, codes) => sum + codes.length, 0),
    unreachable: gaps.reduce((sum, { count, closedBy }) => sum + (closedBy.length === 0 ? count : 0), 0),
    cover: {
      modules: closureOf(closing, needs).flatMap((code) => {
        const module = modules.find((one) => one.code === code);
        return module
          ? { code, title: module.title, minutes: module.minutes, needs: needs.get(code) ?? [] }
          : [];
      }),
      gaps,
    },
  };
}

/** Gaps of the same group in the same competency are closed by the same modules; those closed by the same modules count as one. */
function gapsByModules(
  learners: readonly CohortLearner[],
  gapsOf: readonly (readonly string[])[],
  targets: Targets,
  modules: readonly PathwayModule[],
  needs: ReadonlyMap<string, readonly string[]>,
  bound: ReadonlyMap<string, number | null>,
): CoverProblem['gaps'] {
  const counts = new Map<string, Map<string, number>>();
  for (const [index, { specialty }] of learners.entries()) {
    const own = counts.get(specialty) ?? new Map<string, number>();
    counts.set(specialty, own);
    for (const code of gapsOf[index] ?? []) own.set(code, (own.get(code) ?? 0) + 1);
  }
  const merged = new Map<string, { count: number; closedBy: readonly string[] }>();
  for (const [specialty, own] of counts) {
    const usable = usableModules(modules, needs, specialty, bound);
    const gives = usable.map((module) => ({
      code: module.code,
      levels: givenLevels(module, specialty, bound),
    }));
    for (const [code, count] of own) {
      const target = targets[code] ?? 0;
      const closedBy = gives
        .filter(({ levels }) => (levels.get(code) ?? 0) >= target)
        .map((module) => module.code)
        .toSorted();
      const key = closedBy.join('\n');
      const kept = merged.get(key) ?? { count: 0, closedBy };
      kept.count += count;
      merged.set(key, kept);
    }
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, gap]) => gap);
}

/** Modules that a group may take together with all that they need. */
function usableModules(
  modules: readonly PathwayModule[],
  needs: ReadonlyMap<string, readonly string[]>,
  specialty: string,
  bound: ReadonlyMap<string, number | null>,
): readonly PathwayModule[] {
  const usable = new Map(
    modules.filter((module) => isAdmitted(module, specialty, bound)).map((module) => [module.code, module]),
  );
  for (;;) {
    const stuck = [...usable.keys()].filter((code) => needs.get(code)?.some((need) => !usable.has(need)));
    if (stuck.length === 0) return [...usable.values()];
    for (const code of stuck) usable.delete(code);
  }
}

/** Modules that everyone with a gap has completed or shows all of. */
function knownToAll(
  learners: readonly CohortLearner[],
  levels: readonly ReadonlyMap<string, ShownLevel>[],
  gapsOf: readonly (readonly string[])[],
  modules: readonly PathwayModule[],
  bound: ReadonlyMap<string, number | null>,
): ReadonlySet<string> {
  const withGaps = learners.flatMap((learner, index) =>
    (gapsOf[index]?.length ?? 0) > 0
      ? [{ learner, shown: levels[index] ?? new Map<string, ShownLevel>() }]
      : [],
  );
  const groups = new Set(withGaps.map(({ learner }) => learner.specialty));
  const everyoneCompleted = (code: string): boolean =>
    withGaps.every(({ learner }) => learner.completed.has(code));
  const known = modules.filter((module) => {
    const gives = new Map([...groups].map((group) => [group, givenLevels(module, group, bound)]));
    return withGaps.every(({ learner, shown }) => {
      if (learner.completed.has(module.code)) return true;
      const given = gives.get(learner.specialty);
      return (
        given !== undefined &&
        given.size > 0 &&
        [...given].every(([code, level]) => (shown.get(code) ?? 0) >= level)
      );
    });
  });
  // A module that has left the library may still be what everyone completed.
  const former = new Set(withGaps[0]?.learner.completed ?? []);
  return new Set([...known.map(({ code }) => code), ...[...former].filter(everyoneCompleted)]);
}

function closureOf(
  codes: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const found = new Set<string>();
  const waiting = [...codes];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(needs.get(next) ?? []));
  }
  return [...found].toSorted();
}

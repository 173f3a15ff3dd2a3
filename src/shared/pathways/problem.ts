import type { LearnerLevel, ShownLevel } from '../contract/learners.ts';
import type { Competency, Module } from '../contract/modules.ts';
import type { PathwayRequest } from '../contract/pathway-request.ts';
import type { Domain } from '../contract/primitives.ts';
import type { Rounding } from '../credit/quarter-hours.ts';
import { levelGiven } from './learner-levels.ts';
import { requirementsOf, type Wanted } from './requirements.ts';

/** What a pathway needs to know of a module. */
export type PathwayModule = Pick<
  Module,
  | 'code'
  | 'title'
  | 'domain'
  | 'track'
  | 'minutes'
  | 'audience'
  | 'specialtyFocus'
  | 'prerequisites'
  | 'competencies'
  | 'retired'
>;

/** What a pathway needs to know of a competency. */
export type PathwayCompetency = Pick<Competency, 'code' | 'name' | 'domain' | 'specialtyBoundLevel'>;

/** Everything that an answer depends on. */
export type PathwayProblem = {
  readonly competencies: readonly PathwayCompetency[];
  readonly modules: readonly PathwayModule[];
  readonly levels: readonly LearnerLevel[];
  readonly completed: readonly { readonly code: string; readonly completedOn: string }[];
  readonly request: PathwayRequest;
  readonly rounding: Rounding;
  /** Today, `YYYY-MM-DD`: old evidence is named in the answer. */
  readonly today: string;
};

/** A module as it stands to one learner and request. */
export type Candidate = {
  readonly module: PathwayModule;
  /** Level given to this learner by competency: a specialty-bound level only from a module of the learner's group. */
  readonly gives: ReadonlyMap<string, ShownLevel>;
  readonly completedOn: string | null;
  /** @see isAdmitted */
  readonly admitted: boolean;
  /** Whether the learner already shows every level that it gives. */
  readonly nothingNew: boolean;
  /** Completed, waived by hand, or nothing new: what builds on it does not need it. */
  readonly known: boolean;
  readonly relevance: 0 | 1 | 2;
  /** Codes of prerequisites that must come with it. */
  readonly needs: readonly string[];
};

/** A problem read: modules in the order of their codes, the requirements in their fixed order. */
export type ReadProblem = {
  readonly problem: PathwayProblem;
  readonly candidates: readonly Candidate[];
  readonly byCode: ReadonlyMap<string, Candidate>;
  readonly levelOf: ReadonlyMap<string, LearnerLevel>;
  readonly wanted: readonly Wanted[];
};

/** Reads a problem; the order of its rows does not matter from here on. */
export function readProblem(problem: PathwayProblem): ReadProblem {
  const { request } = problem;
  const modules = [...new Map(problem.modules.map((module) => [module.code, module])).values()]
    .map((module) => ({
      ...module,
      audience: module.audience.toSorted(),
      specialtyFocus: module.specialtyFocus.toSorted(),
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const levelOf = new Map(problem.levels.map((level) => [level.competencyCode, level]));
  const bound = new Map(
    problem.competencies.map(({ code, specialtyBoundLevel }) => [code, specialtyBoundLevel]),
  );
  const completed = new Map<string, string>();
  for (const { code, completedOn } of problem.completed)
    if (completedOn > (completed.get(code) ?? '')) completed.set(code, completedOn);
  const waived = new Set(request.waived.map(({ code }) => code));

  const standing = modules.map((module) => {
    const gives = givenLevels(module, request.specialty, bound);
    const nothingNew =
      gives.size > 0 && [...gives].every(([code, level]) => (levelOf.get(code)?.level ?? 0) >= level);
    const completedOn = completed.get(module.code) ?? null;
    return {
      module,
      gives,
      completedOn,
      nothingNew,
      known: completedOn !== null || waived.has(module.code) || nothingNew,
    };
  });
  const known = new Set(standing.filter((one) => one.known).map(({ module }) => module.code));
  // A module that left the library may still have been completed or be waived.
  for (const code of [...completed.keys(), ...waived]) known.add(code);
  const candidates = standing.map((one) => ({
    ...one,
    admitted: isAdmitted(one.module, request.specialty, bound),
    relevance: relevanceOf(one.module, request),
    needs: [...new Set(one.module.prerequisites)].filter((code) => !known.has(code)).toSorted(),
  }));
  return {
    problem,
    candidates,
    byCode: new Map(candidates.map((candidate) => [candidate.module.code, candidate])),
    levelOf,
    wanted: requirementsOf(problem, levelOf),
  };
}

/** Whether a module may be put into a pathway without anybody's hand. */
export function isOffered(candidate: Candidate): boolean {
  const { module, admitted, nothingNew, completedOn, gives } = candidate;
  // What is completed is offered again only where a later test shows less than it gives.
  return !module.retired && admitted && !nothingNew && !(completedOn !== null && gives.size === 0);
}

/**
 * Whether a module may be taken by a group: its audience is everyone or names the group. A learner of no group may take every
 * module that is not made for one specialty, which is what giving a specialty-bound level means.
 */
export function isAdmitted(
  module: Pick<Module, 'audience' | 'competencies'>,
  specialty: string,
  bound: ReadonlyMap<string, number | null>,
): boolean {
  if (module.audience.length === 0) return true;
  if (specialty !== '') return module.audience.includes(specialty);
  return !module.competencies.some(({ code, level }) => level >= (bound.get(code) ?? 4));
}

/** The highest level that a module gives in each competency to a learner of a group. */
export function givenLevels(
  module: Pick<Module, 'competencies' | 'specialtyFocus'>,
  specialty: string,
  bound: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, ShownLevel> {
  const gives = new Map<string, ShownLevel>();
  for (const { code, level } of module.competencies) {
    const given = levelGiven(level, module.specialtyFocus, specialty, bound.get(code) ?? null);
    if (given > (gives.get(code) ?? 0)) gives.set(code, given);
  }
  return gives;
}

/** 2 when made for the specialty or practice area, 1 when the audience names it, otherwise 0. */
function relevanceOf(module: PathwayModule, request: PathwayRequest): 0 | 1 | 2 {
  const groups = [request.specialty, request.practiceArea].filter((group) => group !== '');
  if (groups.some((group) => module.specialtyFocus.includes(group))) return 2;
  return groups.some((group) => module.audience.includes(group)) ? 1 : 0;
}

/** Minutes of some modules by domain. */
export function minutesByDomain(
  modules: readonly Pick<Module, 'domain' | 'minutes'>[],
): Record<Domain, number> {
  const minutes: Record<Domain, number> = { foundations: 0, clinical: 0, implementation: 0, governance: 0 };
  for (const module of modules) minutes[module.domain] += module.minutes;
  return minutes;
}

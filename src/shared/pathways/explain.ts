import type {
  Obstacle,
  PathwayStep,
  SkippedModule,
  SkipReason,
  StepReason,
  TargetLine,
} from '../contract/pathway-answer.ts';
import type { Domain } from '../contract/primitives.ts';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { TRACKS } from '../curricula/words.ts';
import { type Candidate, isOffered, minutesByDomain, type ReadProblem } from './problem.ts';
import { availableModules, withPrerequisites } from './program.ts';
import type { Wanted } from './requirements.ts';

/** The chosen modules in the order in which they are taken, each with what would break without it. */
export function steps(read: ReadProblem, chosen: readonly Candidate[]): PathwayStep[] {
  const codes = new Set(chosen.map(({ module }) => module.code));
  return inOrder(chosen).map((candidate) => {
    const { code, title, domain, minutes, prerequisites } = candidate.module;
    return {
      code,
      title,
      domain,
      minutes,
      relevance: candidate.relevance,
      reasons: [...reasons(read, chosen, candidate)],
      prerequisites: [...new Set(prerequisites)].filter((one) => codes.has(one)).toSorted(),
    };
  });
}

/** What would break if a module were taken out of the chosen ones. */
function reasons(
  read: ReadProblem,
  chosen: readonly Candidate[],
  candidate: Candidate,
): readonly StepReason[] {
  const rest = chosen.filter((other) => other !== candidate);
  const needing = rest.filter(({ needs }) => needs.includes(candidate.module.code));
  return [
    ...read.wanted.flatMap((wanted) => brokenWithout(read, wanted, candidate, rest)),
    ...(needing.length === 0
      ? []
      : [{ kind: 'prerequisite', before: needing.map(({ module }) => module.code) } as const]),
  ];
}

function brokenWithout(
  { problem }: ReadProblem,
  wanted: Wanted,
  candidate: Candidate,
  rest: readonly Candidate[],
): readonly StepReason[] {
  const gives = (one: Candidate, code: string, level: number): boolean => (one.gives.get(code) ?? 0) >= level;
  switch (wanted.kind) {
    case 'target': {
      const { code, name } = wanted.competency;
      if (!gives(candidate, code, wanted.level) || rest.some((one) => gives(one, code, wanted.level)))
        return [];
      return [{ kind: 'target', competencyCode: code, name, level: wanted.level }];
    }
    case 'credit': {
      const left = minutesOf(rest);
      if (left >= wanted.leastMinutes) return [];
      const leftQuarters = quartersFromMinutes(left, problem.rounding);
      return [{ kind: 'credit', leftQuarters, wantedQuarters: wanted.quarters }];
    }
    case 'domain-minimum': {
      if (candidate.module.domain !== wanted.domain) return [];
      const left = minutesByDomain(rest.map(({ module }) => module))[wanted.domain];
      if (left >= wanted.minutes) return [];
      return [
        {
          kind: 'domain-minimum',
          domain: wanted.domain,
          leftMinutes: left,
          wantedMinutes: wanted.minutes,
        },
      ];
    }
    case 'include':
      return wanted.code === candidate.module.code ? [{ kind: 'include', reason: wanted.reason }] : [];
    case 'maximum-minutes':
    case 'domain-maximum':
    case 'exclude':
      return [];
  }
}

/** Every module of the library that is not chosen, and why not, in the order of codes. */
export function skipped(read: ReadProblem, chosen: readonly Candidate[]): SkippedModule[] {
  const codes = new Set(chosen.map(({ module }) => module.code));
  const excluded = new Map(
    read.wanted.flatMap((wanted) =>
      wanted.kind === 'exclude' ? [[wanted.code, wanted.reason] as const] : [],
    ),
  );
  const available = availableModules(read, new Set(excluded.keys()));
  const open = read.wanted.flatMap((wanted) => (wanted.kind === 'target' ? [wanted] : []));
  const useful = new Set(
    withPrerequisites(
      available,
      [...available.values()].filter(({ gives }) =>
        open.some(({ competency, level }) => (gives.get(competency.code) ?? 0) >= level),
      ),
    ).map(({ module }) => module.code),
  );
  const asked = askedFor(read, chosen);
  return read.candidates
    .filter(({ module }) => !codes.has(module.code))
    .map((candidate) => {
      const { code, title } = candidate.module;
      const why =
        notOffered(read, candidate, excluded.get(code)) ??
        cutOff(read, candidate, available, excluded) ??
        (useful.has(code) ? null : notUseful(candidate, open)) ??
        notNeeded(read, candidate, chosen, available);
      return { code, title, why, forTargets: asked.has(code) };
    });
}

/**
 * Codes of what the targets as they were set would lead to, whatever the learner knows already: modules that give a target its
 * level, and all that builds up to these or to the chosen modules.
 */
function askedFor({ problem, candidates, byCode }: ReadProblem, chosen: readonly Candidate[]): Set<string> {
  const targets = Object.entries(problem.request.targets);
  const giving = candidates.filter(
    ({ admitted, gives }) =>
      admitted && targets.some(([code, level]) => level !== undefined && (gives.get(code) ?? 0) >= level),
  );
  const found = new Set<string>();
  const waiting = [...chosen, ...giving];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.module.code)) continue;
    found.add(next.module.code);
    for (const code of next.module.prerequisites) {
      const before = byCode.get(code);
      if (before) waiting.push(before);
    }
  }
  return found;
}

/** Why a module may not be taken at all; null when it may. */
function notOffered(
  { problem }: ReadProblem,
  candidate: Candidate,
  leftOut: string | undefined,
): SkipReason | null {
  const { module, completedOn, nothingNew, admitted } = candidate;
  if (module.retired) return { kind: 'retired' };
  if (leftOut !== undefined) return { kind: 'left-out', reason: leftOut };
  if (completedOn !== null && (nothingNew || candidate.gives.size === 0))
    return { kind: 'completed', completedOn };
  if (nothingNew) return { kind: 'already-shown' };
  if (admitted) return null;
  const { specialty } = problem.request;
  return specialty === ''
    ? {
        kind: 'no-group',
        groups: [...(module.specialtyFocus.length > 0 ? module.specialtyFocus : module.audience)],
      }
    : { kind: 'other-group', audience: [...module.audience], specialty };
}

/** What it needs that may not be taken; null when nothing stands in its way. */
function cutOff(
  read: ReadProblem,
  candidate: Candidate,
  available: ReadonlyMap<string, Candidate>,
  excluded: ReadonlyMap<string, string>,
): SkipReason | null {
  if (available.has(candidate.module.code)) return null;
  const needs = candidate.needs.find((need) => !available.has(need)) ?? '';
  return { kind: 'cut-off', needs, obstacle: obstacleOf(read, needs, excluded) };
}

/** Why a module that is needed is not to be had. */
export function obstacleOf(read: ReadProblem, code: string, excluded: ReadonlyMap<string, string>): Obstacle {
  const needed = read.byCode.get(code);
  if (!needed) return 'not-in-library';
  if (needed.module.retired) return 'retired';
  if (excluded.has(code)) return 'left-out';
  return isOffered(needed) ? 'itself-cut-off' : 'not-for-group';
}

/** Why a module does nothing for the targets that are still open. */
function notUseful(
  { module, gives }: Candidate,
  open: readonly Extract<Wanted, { kind: 'target' }>[],
): SkipReason | null {
  const lower = open.filter(({ competency }) => gives.has(competency.code));
  const bound = lower.find(
    ({ competency, level }) =>
      (module.competencies.find(({ code }) => code === competency.code)?.level ?? 0) >= level,
  );
  if (bound) return { kind: 'bound', competencyCode: bound.competency.code, level: bound.level };
  const [first] = lower;
  if (first)
    return {
      kind: 'lower',
      competencyCode: first.competency.code,
      gives: gives.get(first.competency.code) ?? 0,
      wanted: first.level,
    };
  return open.length === 0 ? null : { kind: 'not-asked' };
}

/** What taking it as well would cost. That no way with it is shorter is what the search has proven. */
function notNeeded(
  { problem, wanted }: ReadProblem,
  candidate: Candidate,
  chosen: readonly Candidate[],
  available: ReadonlyMap<string, Candidate>,
): SkipReason {
  const codes = new Set(chosen.map(({ module }) => module.code));
  const added = withPrerequisites(available, [candidate]).filter(({ module }) => !codes.has(module.code));
  const addsMinutes = minutesOf(added);
  const allowedMinutes = problem.request.maximumMinutes;
  const overMinutes = allowedMinutes === null ? 0 : minutesOf(chosen) + addsMinutes - allowedMinutes;
  return {
    kind: 'not-needed',
    nothingAsked: wanted.length === 0,
    addsMinutes,
    withOthers: added.length > 1,
    budget: allowedMinutes !== null && overMinutes > 0 ? { overMinutes, allowedMinutes } : null,
  };
}

/** Every target of the request, with how the pathway meets it, in the order of competencies. */
export function targetLines({ problem, levelOf }: ReadProblem, chosen: readonly Candidate[]): TargetLine[] {
  const ordered = inOrder(chosen);
  return problem.competencies
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, name, domain }) => {
      const target = problem.request.targets[code];
      if (target === undefined) return [];
      const current = levelOf.get(code)?.level ?? 0;
      const by = ordered.filter(({ gives }) => (gives.get(code) ?? 0) >= target);
      const best = ordered.reduce<TargetLine['reached']>((level, { gives }) => {
        const given = gives.get(code) ?? 0;
        return given > level ? given : level;
      }, current);
      return {
        competencyCode: code,
        name,
        current,
        target,
        reached: best,
        by: by.map(({ module }) => module.code),
        otherDomain: current < target && by.length > 0 && by.every(({ module }) => module.domain !== domain),
      };
    });
}

/** Prerequisites before what builds on them, then by track, then by code. */
export function inOrder(chosen: readonly Candidate[]): readonly Candidate[] {
  const waiting = chosen.toSorted(
    (a, b) =>
      TRACKS.indexOf(a.module.track) - TRACKS.indexOf(b.module.track) ||
      (a.module.code < b.module.code ? -1 : 1),
  );
  const ordered: Candidate[] = [];
  const left = new Set(waiting.map(({ module }) => module.code));
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ module }) =>
      module.prerequisites.every((code) => code === module.code || !left.has(code)),
    );
    // In a circle, which the library refuses, the first in line goes first.
    const [next] = waiting.splice(Math.max(0, ready), 1);
    if (!next) break;
    left.delete(next.module.code);
    ordered.push(next);
  }
  return ordered;
}

/** Minutes of some modules together. */
export function minutesOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { module }) => sum + module.minutes, 0);
}

/** Minutes by domain in the order that answers list them. */
export function domainTuple(chosen: readonly Candidate[]): [number, number, number, number] {
  const minutes: Record<Domain, number> = minutesByDomain(chosen.map(({ module }) => module));
  return [minutes.foundations, minutes.clinical, minutes.implementation, minutes.governance];
}

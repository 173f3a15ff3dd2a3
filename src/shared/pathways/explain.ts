import type { PathwayStep, SkippedModule, TargetLine } from '../contract/pathways.ts';
import type { Domain } from '../contract/primitives.ts';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { audienceName, audienceNames, domainName, TRACKS } from '../curricula/words.ts';
import { formatMinutes, formatShortDate } from '../format.ts';
import { type Candidate, isOffered, minutesByDomain, type ReadProblem } from './problem.ts';
import { availableModules, withPrerequisites } from './program.ts';
import { creditWords, type Wanted } from './requirements.ts';

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

/** What would break if a module were taken out of the chosen ones, one sentence each. */
export function reasons(
  read: ReadProblem,
  chosen: readonly Candidate[],
  candidate: Candidate,
): readonly string[] {
  const rest = chosen.filter((other) => other !== candidate);
  const needing = rest.filter(({ needs }) => needs.includes(candidate.module.code));
  return [
    ...read.wanted.flatMap((wanted) => brokenWithout(read, wanted, candidate, rest)),
    ...(needing.length === 0
      ? []
      : [
          `Comes before ${needing.map(({ module }) => module.code).join(', ')}, which ${needing.length === 1 ? 'needs' : 'need'} it.`,
        ]),
  ];
}

function brokenWithout(
  { problem }: ReadProblem,
  wanted: Wanted,
  candidate: Candidate,
  rest: readonly Candidate[],
): readonly string[] {
  const gives = (one: Candidate, code: string, level: number): boolean => (one.gives.get(code) ?? 0) >= level;
  switch (wanted.kind) {
    case 'target': {
      const { code, name } = wanted.competency;
      if (!gives(candidate, code, wanted.level) || rest.some((one) => gives(one, code, wanted.level)))
        return [];
      return [`Brings ${code} “${name}” to level ${wanted.level}; no other module of the pathway does.`];
    }
    case 'credit': {
      const left = minutesOf(rest);
      if (left >= wanted.leastMinutes) return [];
      const credit = creditWords(quartersFromMinutes(left, problem.rounding));
      return [`Without it the pathway gives ${credit} of the ${creditWords(wanted.quarters)} wanted.`];
    }
    case 'domain-minimum': {
      if (candidate.module.domain !== wanted.domain) return [];
      const left = minutesByDomain(rest.map(({ module }) => module))[wanted.domain];
      if (left >= wanted.minutes) return [];
      return [
        `Without it ${domainName(wanted.domain)} has ${formatMinutes(left)} of the ${formatMinutes(wanted.minutes)} wanted.`,
      ];
    }
    case 'include':
      return wanted.code === candidate.module.code ? [`Put in by hand: ${wanted.reason}`] : [];
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
  return read.candidates
    .filter(({ module }) => !codes.has(module.code))
    .map((candidate) => {
      const { code, title } = candidate.module;
      const reason =
        notOffered(read, candidate, excluded.get(code)) ??
        cutOff(read, candidate, available, excluded) ??
        (useful.has(code) ? null : notUseful(candidate, open)) ??
        notNeeded(read, candidate, chosen, available);
      return { code, title, reason };
    });
}

/** Why a module may not be taken at all; null when it may. */
function notOffered(
  { problem }: ReadProblem,
  candidate: Candidate,
  leftOut: string | undefined,
): string | null {
  const { module, completedOn, nothingNew, admitted } = candidate;
  if (module.retired) return 'It is retired from the library.';
  if (leftOut !== undefined) return `Left out by hand: ${leftOut}`;
  if (completedOn !== null && (nothingNew || candidate.gives.size === 0))
    return `Completed on ${formatShortDate(completedOn)}.`;
  if (nothingNew) return 'The learner already shows everything that it teaches.';
  if (admitted) return null;
  const { specialty } = problem.request;
  return specialty === ''
    ? `It is made for ${audienceNames(module.specialtyFocus.length > 0 ? module.specialtyFocus : module.audience)}, and no group is chosen.`
    : `It is for ${audienceNames(module.audience)}, not for ${audienceName(specialty)}.`;
}

/** What it needs that may not be taken; null when nothing stands in its way. */
function cutOff(
  read: ReadProblem,
  candidate: Candidate,
  available: ReadonlyMap<string, Candidate>,
  excluded: ReadonlyMap<string, string>,
): string | null {
  if (available.has(candidate.module.code)) return null;
  const code = candidate.needs.find((need) => !available.has(need)) ?? '';
  return `It needs ${code}, which ${obstacle(read, code, excluded)}.`;
}

/** Why a module that is needed is not to be had, as the end of a sentence. */
export function obstacle(read: ReadProblem, code: string, excluded: ReadonlyMap<string, string>): string {
  const needed = read.byCode.get(code);
  if (!needed) return 'is not in the library';
  if (needed.module.retired) return 'is retired';
  if (excluded.has(code)) return 'is left out by hand';
  if (!isOffered(needed)) return 'is not for this group';
  return 'itself needs a module that cannot be taken';
}

/** Why a module does nothing for the targets that are still open. */
function notUseful(
  { module, gives }: Candidate,
  open: readonly Extract<Wanted, { kind: 'target' }>[],
): string | null {
  const lower = open.filter(({ competency }) => gives.has(competency.code));
  const bound = lower.find(
    ({ competency, level }) =>
      (module.competencies.find(({ code }) => code === competency.code)?.level ?? 0) >= level,
  );
  if (bound)
    return `Level ${bound.level} of ${bound.competency.code} counts only from a module made for the learner’s own group.`;
  const [first] = lower;
  if (first)
    return `It brings ${first.competency.code} to level ${gives.get(first.competency.code) ?? 0}; level ${first.level} is asked for.`;
  return open.length === 0 ? null : 'It teaches nothing that is asked for.';
}

/** What taking it as well would cost. That no way with it is shorter is what the search has proven. */
function notNeeded(
  { problem, wanted }: ReadProblem,
  candidate: Candidate,
  chosen: readonly Candidate[],
  available: ReadonlyMap<string, Candidate>,
): string {
  const codes = new Set(chosen.map(({ module }) => module.code));
  const added = withPrerequisites(available, [candidate]).filter(({ module }) => !codes.has(module.code));
  const minutes = minutesOf(added);
  const cost = `taken as well it would add ${formatMinutes(minutes)}${added.length > 1 ? ' with what it needs' : ''}`;
  const most = problem.request.maximumMinutes;
  const over = most === null ? 0 : minutesOf(chosen) + minutes - most;
  const limit =
    over > 0 && most !== null ? `, ${formatMinutes(over)} more than the ${formatMinutes(most)} allowed` : '';
  return wanted.length === 0
    ? `Nothing more is asked for; ${cost}.`
    : `Everything asked for is met without it, and no pathway with it is shorter; ${cost}${limit}.`;
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

import type { PathwayAnswer } from '../contract/pathways.ts';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { audienceName, audienceNames } from '../curricula/words.ts';
import { advice, smallestConflict } from './conflict.ts';
import { domainTuple, minutesOf, skipped, steps, targetLines } from './explain.ts';
import { optimum } from './optimum.ts';
import { type Candidate, type PathwayProblem, type ReadProblem, readProblem } from './problem.ts';
import { programOf } from './program.ts';
import { requirementText } from './requirements.ts';
import type { Minimize } from './zero-one.ts';

/** Evidence older than this is named in the answer. */
const OLD_YEARS = 2;

/**
 * The pathway for a learner and a request, proven best, with every reason; or a smallest set of requirements that cannot hold
 * together. The same problem gives the same answer, whatever the order of its rows.
 * @throws OutOfTime
 */
export function solvePathway(problem: PathwayProblem, minimize: Minimize): PathwayAnswer {
  const read = readProblem(problem);
  const program = programOf(read, read.wanted);
  const choice = program === null ? null : optimum(program, minimize);
  if (program === null || choice === null) {
    const conflict = smallestConflict(read, minimize);
    return {
      status: 'impossible',
      conflict: conflict.map(requirementText),
      advice: advice(read, conflict, minimize),
    };
  }
  const chosen = program.columns.filter((_, column) => choice[column]);
  const minutes = minutesOf(chosen);
  return {
    status: 'solved',
    steps: steps(read, chosen),
    minutes,
    creditQuarters: quartersFromMinutes(minutes, problem.rounding),
    domainMinutes: domainTuple(chosen),
    targets: targetLines(read, chosen),
    skipped: skipped(read, chosen),
    warnings: [...warnings(read, chosen)],
  };
}

/** What the coordinator should look at before the pathway is handed out, one sentence each. */
function warnings(read: ReadProblem, chosen: readonly Candidate[]): readonly string[] {
  const { problem, levelOf } = read;
  const { request } = problem;
  const asked = problem.levels
    .filter(({ competencyCode, level }) => request.targets[competencyCode] !== undefined && level > 0)
    .toSorted((a, b) => (a.competencyCode < b.competencyCode ? -1 : 1));
  const selfRated = asked.filter(({ basis }) => basis === 'self-rating' || basis === 'reflection');
  const oldest = yearsBefore(problem.today, OLD_YEARS);
  const old = asked.filter(({ datedOn }) => datedOn !== null && datedOn < oldest);
  const otherDomain = targetLines(read, chosen).filter((line) => line.otherDomain);
  const byHand = chosen.filter(({ admitted }) => !admitted);
  const list = (codes: readonly string[]): string => codes.join(', ');
  return [
    ...(request.specialty === ''
      ? [
          'No group of learners is chosen: modules count as open to this learner unless they are made for one specialty.',
        ]
      : []),
    ...(selfRated.length > 0
      ? [
          `The level rests on a self-rating alone: ${list(selfRated.map(({ competencyCode }) => competencyCode))}. A short test or an observation would make it sure.`,
        ]
      : []),
    ...(old.length > 0
      ? [
          `The evidence is older than ${OLD_YEARS} years: ${list(old.map(({ competencyCode }) => competencyCode))}.`,
        ]
      : []),
    ...otherDomain.map(
      ({ competencyCode, by, target }) =>
        `${competencyCode} reaches level ${target} only through ${list(by)}, from another domain: check that this is meant.`,
    ),
    ...[...request.waived]
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, reason }) => `${code} counts as known by hand: ${reason}`),
    ...byHand.map(
      ({ module }) =>
        `${module.code} was put in by hand; it is made for ${audienceNames(module.audience)}${request.specialty === '' ? '' : `, not for ${audienceName(request.specialty)}`}.`,
    ),
    ...lowered(read, chosen, levelOf),
  ];
}

/** Modules that are taken again because a later test shows less than they give. */
function lowered(
  { problem }: ReadProblem,
  chosen: readonly Candidate[],
  levelOf: ReadProblem['levelOf'],
): readonly string[] {
  return chosen.flatMap(({ module, completedOn, gives }) => {
    if (completedOn === null) return [];
    const lost = problem.competencies
      .filter(({ code }) => (gives.get(code) ?? 0) > (levelOf.get(code)?.level ?? 0))
      .map(({ code }) => code)
      .toSorted();
    return [
      `${module.code} was completed before and is taken again${lost.length === 0 ? '' : `: less is shown now in ${lost.join(', ')}`}.`,
    ];
  });
}

function yearsBefore(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;
}

import type { PathwayAnswer, PathwayWarning } from '../contract/pathway-answer.ts';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { explainedConflict, smallestConflict } from './conflict.ts';
import { domainTuple, minutesOf, skipped, steps, targetLines } from './explain.ts';
import { optimum } from './optimum.ts';
import { type Candidate, type PathwayProblem, type ReadProblem, readProblem } from './problem.ts';
import { programOf } from './program.ts';
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
    return { status: 'impossible', ...explainedConflict(read, conflict, minimize) };
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

/** What the coordinator should look at before the pathway is handed out. */
function warnings(read: ReadProblem, chosen: readonly Candidate[]): readonly PathwayWarning[] {
  const { problem } = read;
  const { request } = problem;
  const asked = problem.levels
    .filter(({ competencyCode, level }) => request.targets[competencyCode] !== undefined && level > 0)
    .toSorted((a, b) => (a.competencyCode < b.competencyCode ? -1 : 1));
  const oldest = yearsBefore(problem.today, OLD_YEARS);
  const codesOf = (levels: typeof asked): string[] => levels.map(({ competencyCode }) => competencyCode);
  const selfRated = codesOf(asked.filter(({ basis }) => basis === 'self-rating' || basis === 'reflection'));
  const old = codesOf(asked.filter(({ datedOn }) => datedOn !== null && datedOn < oldest));
  const found: PathwayWarning[] = [];
  if (request.specialty === '') found.push({ kind: 'no-group' });
  if (selfRated.length > 0) found.push({ kind: 'self-rated', competencyCodes: selfRated });
  if (old.length > 0) found.push({ kind: 'old-evidence', competencyCodes: old, years: OLD_YEARS });
  for (const { competencyCode, target, by, otherDomain } of targetLines(read, chosen))
    if (otherDomain) found.push({ kind: 'other-domain', competencyCode, level: target, by });
  for (const { code, reason } of request.waived.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    found.push({ kind: 'waived', code, reason });
  for (const { module, admitted } of chosen)
    if (!admitted)
      found.push({
        kind: 'put-in',
        code: module.code,
        audience: [...module.audience],
        specialty: request.specialty,
      });
  return [...found, ...takenAgain(read, chosen)];
}

/** Modules that are taken again because a later test shows less than they give. */
function takenAgain(
  { problem, levelOf }: ReadProblem,
  chosen: readonly Candidate[],
): readonly PathwayWarning[] {
  return chosen.flatMap(({ module, completedOn, gives }): readonly PathwayWarning[] => {
    if (completedOn === null) return [];
    const lost = problem.competencies
      .filter(({ code }) => (gives.get(code) ?? 0) > (levelOf.get(code)?.level ?? 0))
      .map(({ code }) => code)
      .toSorted();
    return [{ kind: 'taken-again', code: module.code, lost }];
  });
}

function yearsBefore(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;
}

import type { LearnerLevel, PathwayAnswer, PathwayRequest } from '../../shared/contract/pathways.ts';
import { RoundsError } from '../../shared/errors.ts';
import { learnerLevels } from '../../shared/pathways/learner-levels.ts';
import type { PathwayProblem } from '../../shared/pathways/problem.ts';
import type { Reader } from '../database/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { officeRounding } from '../office/index.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { learnerRecord, officeToday, requireLearner } from './learner-records.ts';
import { type PathwaySolver, SEARCH_LIMIT_MS } from './solver/solver.ts';

/** What solving takes. */
export type SolveServices = {
  readonly read: Reader;
  readonly solver: PathwaySolver;
  readonly answers: KeptAnswers;
  readonly now: () => string;
};

/**
 * Computes a pathway and keeps the answer for saving.
 * @throws RoundsError `people/not-found`, `pathways/no-targets`, `pathways/cancelled`, `request/invalid`
 */
export async function solve(
  services: SolveServices,
  personId: number,
  request: PathwayRequest,
): Promise<{ readonly answerId: string; readonly answer: PathwayAnswer }> {
  requireLearner(services.read, personId);
  const problem = problemOf(services.read, services.now(), personId, request);
  const result = await services.solver.solve(ownerOf(personId), { kind: 'pathway', problem });
  const answer: PathwayAnswer =
    result.kind === 'pathway'
      ? result.answer
      : { status: 'unfinished', seconds: Math.round(SEARCH_LIMIT_MS / 1_000) };
  const levels: readonly LearnerLevel[] = problem.levels;
  return { answerId: services.answers.keep({ personId, request, levels, answer }), answer };
}

/** By whom a running search is found again. */
export function ownerOf(personId: number): string {
  return `person ${personId}`;
}

function problemOf(read: Reader, now: string, personId: number, request: PathwayRequest): PathwayProblem {
  const competencies = listCompetencies(read);
  const modules = listModules(read);
  requireSomethingAsked(request);
  requireCompetencies(request.targets, new Set(competencies.map(({ code }) => code)));
  const record = learnerRecord(read, personId);
  return {
    competencies,
    modules: modules.map(
      ({ code, title, domain, track, minutes, audience, specialtyFocus, prerequisites, ...module }) => ({
        code,
        title,
        domain,
        track,
        minutes,
        audience,
        specialtyFocus,
        prerequisites,
        competencies: module.competencies,
        retired: module.retired,
      }),
    ),
    levels: learnerLevels(competencies, record, request.specialty),
    completed: record.completed.map(({ code, completedOn }) => ({ code, completedOn })),
    request,
    rounding: officeRounding(read),
    today: officeToday(read, now),
  };
}

function requireSomethingAsked(request: PathwayRequest): void {
  const minimum = Object.values(request.domainMinutes).some((range) => (range?.min ?? 0) > 0);
  if (
    Object.keys(request.targets).length > 0 ||
    request.creditQuarters > 0 ||
    request.include.length > 0 ||
    minimum
  )
    return;
  throw new RoundsError(
    'pathways/no-targets',
    'Nothing is asked for yet. Choose a template, set a target level or ask for credit.',
  );
}

/** @throws RoundsError `request/invalid` when a target names a competency that is not there */
export function requireCompetencies(targets: PathwayRequest['targets'], known: ReadonlySet<string>): void {
  const unknown = Object.keys(targets).find((code) => !known.has(code));
  if (unknown !== undefined)
    throw new RoundsError(
      'request/invalid',
      `There is no competency ${unknown}. Take it out of the targets or choose one from the list.`,
    );
}

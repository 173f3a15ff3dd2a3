import type { PathwayAnswer } from '../../shared/contract/pathway-answer.ts';
import type { PathwayRequest } from '../../shared/contract/pathway-request.ts';
import { RoundsError } from '../../shared/errors.ts';
import { learnerLevels } from '../../shared/pathways/learner-levels.ts';
import type { PathwayProblem } from '../../shared/pathways/problem.ts';
import type { Reader } from '../database/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { officeRounding } from '../office/index.ts';
import { type KeptAnswer, type KeptAnswers, questionKey } from './kept-answers.ts';
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
 * Computes a pathway and keeps the answer for saving. A question that was answered before is not worked out again.
 * @throws RoundsError `people/not-found`, `pathways/no-targets`, `pathways/cancelled`, `request/invalid`
 */
export async function solve(
  services: SolveServices,
  personId: number,
  request: PathwayRequest,
): Promise<{ readonly answerId: string; readonly answer: PathwayAnswer }> {
  requireLearner(services.read, personId);
  const { answers } = services;
  const today = officeToday(services.read, services.now());
  const problem = problemOf(services.read, today, personId, request);
  const question = questionKey(personId, problem);
  const before = answers.answerTo(question);
  if (before) return before;
  const result = await services.solver.solve(ownerOf(personId), { kind: 'pathway', problem });
  const answer: PathwayAnswer =
    result.kind === 'pathway'
      ? result.answer
      : { status: 'unfinished', seconds: Math.round(SEARCH_LIMIT_MS / 1_000) };
  const { levels } = problem;
  return { answerId: answers.keep({ personId, request, levels, answer, today, question }), answer };
}

/**
 * Refuses an answer whose learner, modules, competencies or rounding have changed since it was worked out.
 * @throws RoundsError `pathways/answer-gone`
 */
export function requireStillTrue(read: Reader, kept: KeptAnswer): void {
  const { personId, today, request, question } = kept;
  if (isStillTrue()) return;
  throw new RoundsError(
    'pathways/answer-gone',
    'What is on record about the learner, the modules or the rounding has changed since this pathway was worked out. Compute it again, then save it.',
  );

  function isStillTrue(): boolean {
    const known = new Set(listCompetencies(read).map(({ code }) => code));
    if (Object.keys(request.targets).some((code) => !known.has(code))) return false;
    return questionKey(personId, problemOf(read, today, personId, request)) === question;
  }
}

/** By whom a running search is found again. */
export function ownerOf(personId: number): string {
  return `person ${personId}`;
}

function problemOf(read: Reader, today: string, personId: number, request: PathwayRequest): PathwayProblem {
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
    today,
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

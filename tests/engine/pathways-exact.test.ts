import { beforeAll, describe, expect, test } from 'vitest';
import { loadSolver, type Solver } from '../../src/main/pathways/solver/highs-solver.ts';
import type { PathwayAnswer } from '../../src/shared/contract/pathway-answer.ts';
import type { PathwayProblem } from '../../src/shared/pathways/problem.ts';
import { solvePathway } from '../../src/shared/pathways/solve-pathway.ts';
import { skippedWords } from '../../src/shared/pathways/words.ts';
import { madeUpProblem, shuffled } from './pathway-cases.ts';
import { canHold, demandNames, searchEverything, unmet } from './pathway-search.ts';

/** The solver against a search through everything, on made-up problems. */

const BATCHES = 6;
const IN_BATCH = 120;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function solved(problem: PathwayProblem): PathwayAnswer {
  return solvePathway(problem, solver(performance.now() + 60_000));
}

const outcomes = { solved: 0, impossible: 0, several: 0, tooShort: 0, more: 0 };

describe.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
  'batch %i of made-up problems',
  (batch) => {
    const seeds = Array.from({ length: IN_BATCH }, (_, index) => batch * IN_BATCH + index + 1);

    test('agrees with a search through everything, whatever the order of rows', () => {
      for (const seed of seeds) {
        const problem = madeUpProblem(seed);
        const answer = solved(problem);
        const expected = searchEverything(problem);
        const found =
          answer.status === 'solved'
            ? {
                status: answer.status,
                minutes: answer.minutes,
                relevance: answer.steps.reduce((sum, step) => sum + step.relevance, 0),
                codes: answer.steps.map(({ code }) => code).toSorted(),
              }
            : {
                status: answer.status,
                conflict:
                  answer.status === 'impossible'
                    ? answer.conflict.map(({ kind, about }) => `${kind} ${about}`)
                    : [],
              };
        expect(found, `seed ${seed}`).toEqual(expected);
        expect(solved(shuffled(problem, seed)), `seed ${seed}, shuffled`).toEqual(answer);
        if (answer.status === 'solved') outcomes.solved += 1;
        if (answer.status === 'impossible') outcomes.impossible += 1;
        if (answer.status === 'impossible' && answer.conflict.length > 1) outcomes.several += 1;
      }
    });

    test('every chosen module has reasons, and they are true: taking it out breaks just that', () => {
      for (const seed of seeds) {
        const problem = madeUpProblem(seed);
        const answer = solved(problem);
        if (answer.status !== 'solved') continue;
        const codes = answer.steps.map(({ code }) => code);
        expect(unmet(problem, codes), `seed ${seed}`).toEqual([]);
        for (const step of answer.steps) {
          const broken = unmet(
            problem,
            codes.filter((code) => code !== step.code),
          );
          expect(
            step.reasons.map(({ kind }) => kind),
            `seed ${seed}, ${step.code}`,
          ).toEqual(broken.map((name) => name.split(' ')[0]));
        }
        const rest = problem.modules.map(({ code }) => code).filter((code) => !codes.includes(code));
        expect(answer.skipped.map(({ code }) => code)).toEqual(rest.toSorted());
        for (const { why } of answer.skipped) {
          const words = skippedWords(why);
          expect(words.endsWith('.') || why.kind === 'left-out', `seed ${seed}: ${words}`).toBe(true);
        }
      }
    });

    test('each member of a conflict is needed: without it the others can be met', () => {
      for (const seed of seeds) {
        const problem = madeUpProblem(seed);
        const answer = solved(problem);
        if (answer.status !== 'impossible') continue;
        const names = answer.conflict.map(({ kind, about }) => `${kind} ${about}`);
        expect(canHold(problem, names), `seed ${seed}`).toBe(false);
        for (const name of names)
          expect(
            canHold(
              problem,
              names.filter((other) => other !== name),
            ),
            `seed ${seed} without ${name}`,
          ).toBe(true);
      }
    });

    test('what giving one up leads to, and the least time, are true for the whole request', () => {
      for (const seed of seeds) {
        const problem = madeUpProblem(seed);
        const answer = solved(problem);
        if (answer.status !== 'impossible') continue;
        const all = demandNames(problem);
        for (const { kind, about, settles } of answer.conflict) {
          const rest = all.filter((name) => name !== `${kind} ${about}`);
          expect(settles, `seed ${seed} without ${kind} ${about}`).toBe(canHold(problem, rest));
        }
        const unlimited = searchEverything({
          ...problem,
          request: { ...problem.request, maximumMinutes: null },
        });
        const limited = answer.conflict.some(({ kind }) => kind === 'maximum-minutes');
        expect(answer.leastMinutes, `seed ${seed}`).toBe(
          limited && unlimited.status === 'solved' ? unlimited.minutes : null,
        );
        if (answer.leastMinutes !== null) outcomes.tooShort += 1;
        if (answer.conflict.some(({ settles }) => !settles)) outcomes.more += 1;
      }
    });
  },
);

test('the made-up problems are of every kind', () => {
  expect(outcomes.solved).toBeGreaterThan(200);
  expect(outcomes.impossible).toBeGreaterThan(100);
  expect(outcomes.several).toBeGreaterThan(50);
  expect(outcomes.tooShort).toBeGreaterThan(20);
  expect(outcomes.more).toBeGreaterThan(20);
});

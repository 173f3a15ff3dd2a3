import type { PathwayAnswer } from '../../../shared/contract/pathway-answer.ts';
import { type BestSet, bestSets, type CoverProblem } from '../../../shared/pathways/best-sets.ts';
import type { PathwayProblem } from '../../../shared/pathways/problem.ts';
import { solvePathway } from '../../../shared/pathways/solve-pathway.ts';
import { type Minimize, OutOfTime } from '../../../shared/pathways/zero-one.ts';

/** How long one search may take. */
export const SEARCH_LIMIT_MS = 30_000;

/** What is asked of a solver. */
export type SolverTask =
  | { readonly kind: 'pathway'; readonly problem: PathwayProblem }
  | { readonly kind: 'cohort'; readonly problem: CoverProblem };

/** What a solver answers; `unfinished` when nothing was proven in time. */
export type SolverResult =
  | { readonly kind: 'pathway'; readonly answer: PathwayAnswer }
  | { readonly kind: 'cohort'; readonly sets: readonly BestSet[] }
  | { readonly kind: 'unfinished' };

/** Solves one task after another, off the engine's thread in the program and in it in tests. */
export type PathwaySolver = {
  /**
   * @param owner by whom `cancel` finds it
   * @throws RoundsError `pathways/cancelled`
   */
  solve(owner: string, task: SolverTask): Promise<SolverResult>;
  /** Stops what this owner has asked for, running or waiting. */
  cancel(owner: string): void;
  /** Stops everything and ends the thread. */
  close(): Promise<void>;
};

/** Does a task with a minimizer that keeps to the limit. */
export function runTask(task: SolverTask, minimize: Minimize): SolverResult {
  try {
    switch (task.kind) {
      case 'pathway':
        return { kind: 'pathway', answer: solvePathway(task.problem, minimize) };
      case 'cohort':
        return { kind: 'cohort', sets: bestSets(task.problem, minimize) };
    }
  } catch (error) {
    if (error instanceof OutOfTime) return { kind: 'unfinished' };
    throw error;
  }
}

import { loadSolver, type Solver } from './highs-solver.ts';
import { type PathwaySolver, runTask, SEARCH_LIMIT_MS } from './solver.ts';

let loaded: Promise<Solver> | null = null;

/** Solves in the calling thread: for tests and for programs without a window to keep free. Nothing can be cancelled. */
export function createInlineSolver(limitMs: number = SEARCH_LIMIT_MS): PathwaySolver {
  return {
    async solve(_owner, task) {
      loaded ??= loadSolver();
      const solver = await loaded;
      return runTask(task, solver(performance.now() + limitMs));
    },
    cancel: () => undefined,
    close: async () => undefined,
  };
}

import type { SolverResult, SolverTask } from './solver.ts';

/** What the engine asks of the solver's thread; one at a time. */
export type ToSolverWorker = { readonly task: SolverTask; readonly limitMs: number };

/** What the thread answers; `failed` carries what went wrong, for the log. */
export type FromSolverWorker =
  | { readonly outcome: 'done'; readonly result: SolverResult }
  | { readonly outcome: 'failed'; readonly reason: string };

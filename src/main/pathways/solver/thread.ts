import { Worker } from 'node:worker_threads';
import { RoundsError } from '../../../shared/errors.ts';
import { type PathwaySolver, SEARCH_LIMIT_MS, type SolverResult, type SolverTask } from './solver.ts';
import type { FromSolverWorker, ToSolverWorker } from './worker-messages.ts';

/** The solver looks at the clock between steps; one that has not come back this long after the limit is ended. */
const GRACE_MS = 5_000;

type Job = {
  readonly owner: string;
  readonly task: SolverTask;
  readonly settle: (result: SolverResult) => void;
  readonly fail: (error: Error) => void;
};

/**
 * Solves in a thread of its own, started when first needed and kept. Tasks wait in one queue. HiGHS cannot be interrupted, so
 * cancelling a running task ends the thread; the next task gets a new one, as it does when a thread dies.
 */
export function createSolverThread(workerPath: string, limitMs: number = SEARCH_LIMIT_MS): PathwaySolver {
  const queue: Job[] = [];
  let worker: Worker | null = null;
  let running: { readonly job: Job; readonly timer: NodeJS.Timeout } | null = null;
  let closed = false;

  const next = (): void => {
    const job = running === null ? queue.shift() : undefined;
    if (!job) {
      // A thread with nothing to do must not keep the program alive.
      if (running === null) worker?.unref();
      return;
    }
    worker ??= open();
    worker.ref();
    running = { job, timer: setTimeout(() => stop({ kind: 'unfinished' }), limitMs + GRACE_MS) };
    const message: ToSolverWorker = { task: job.task, limitMs };
    try {
      worker.postMessage(message);
    } catch (error) {
      finish()?.fail(error instanceof Error ? error : new Error(String(error)));
      next();
    }
  };

  /** The running job leaves the thread, which may take the next one. */
  const finish = (): Job | null => {
    const job = running?.job ?? null;
    if (running) clearTimeout(running.timer);
    running = null;
    return job;
  };

  const open = (): Worker => {
    const opened = new Worker(workerPath);
    let cause = 'it ended without a word';
    opened.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    opened.on('message', (reply: FromSolverWorker) => {
      if (worker !== opened) return;
      const job = finish();
      if (reply.outcome === 'done') job?.settle(reply.result);
      else job?.fail(new Error(`the solver failed: ${reply.reason}`));
      next();
    });
    opened.on('exit', () => {
      // One that was ended on purpose has been replaced already.
      if (worker !== opened) return;
      worker = null;
      finish()?.fail(new Error(`the solver’s thread died: ${cause}`));
      next();
    });
    return opened;
  };

  /** Ends the thread under the running job and answers the job. */
  const stop = (outcome: SolverResult | Error): void => {
    const ended = worker;
    worker = null;
    const job = finish();
    if (outcome instanceof Error) job?.fail(outcome);
    else job?.settle(outcome);
    void ended?.terminate();
    next();
  };

  return {
    solve(owner, task) {
      if (closed) return Promise.reject(cancelled());
      return new Promise((settle, fail) => {
        queue.push({ owner, task, settle, fail });
        next();
      });
    },
    cancel(owner) {
      for (const job of queue.filter((waiting) => waiting.owner === owner)) {
        queue.splice(queue.indexOf(job), 1);
        job.fail(cancelled());
      }
      if (running?.job.owner === owner) stop(cancelled());
    },
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.fail(cancelled());
      const ended = worker;
      worker = null;
      finish()?.fail(cancelled());
      await ended?.terminate();
    },
  };
}

function cancelled(): RoundsError {
  return new RoundsError('pathways/cancelled', 'The search was stopped. Nothing was changed.');
}

import { parentPort } from 'node:worker_threads';
import { loadSolver } from './highs-solver.ts';
import { runTask } from './solver.ts';
import type { FromSolverWorker, ToSolverWorker } from './worker-messages.ts';

/** Entry of the solver's thread: does one task after another until it is ended. */
const port = parentPort;
if (!port) throw new Error('the solver runs in a worker thread');

const loading = loadSolver();

port.on('message', (message: ToSolverWorker) => {
  void answer(message).then((reply) => port.postMessage(reply));
});

async function answer({ task, limitMs }: ToSolverWorker): Promise<FromSolverWorker> {
  try {
    const solver = await loading;
    return { outcome: 'done', result: runTask(task, solver(performance.now() + limitMs)) };
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

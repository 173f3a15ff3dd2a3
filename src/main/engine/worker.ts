import { availableParallelism } from 'node:os';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createRenderPool } from '../certificates/render/pool.ts';
import { createSolverThread } from '../pathways/solver/thread.ts';
import { createEngine } from './engine.ts';
import type { EngineWorkerData, FromEngine, ToEngine } from './messages.ts';

/** Entry of the engine's thread: reads messages, answers them, and passes events on. */
async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the engine runs in a worker thread');
  const { dataDirectory, appVersion, renderWorkers, renderWorkerPath, solverWorkerPath, cancelPort } =
    workerData as EngineWorkerData & {
      readonly cancelPort: MessagePort;
      /** Where the bundle of the render workers is: only the client, in the first bundle, can be told. */
      readonly renderWorkerPath: string;
      /** The same for the solver's thread. */
      readonly solverWorkerPath: string;
    };
  const send = (message: FromEngine): void => port.postMessage(message);
  const workers = renderWorkers ?? Math.max(1, Math.min(4, availableParallelism()));
  const engine = await createEngine({
    dataDirectory,
    appVersion,
    pages: createRenderPool(renderWorkerPath, workers),
    solver: createSolverThread(solverWorkerPath),
  });
  engine.onEvent((event) => send({ type: 'event', event }));
  // Cancels come on their own port so that a busy engine can look for them between rows.
  engine.jobs.pollCancellations = () => {
    for (
      let received = receiveMessageOnPort(cancelPort);
      received;
      received = receiveMessageOnPort(cancelPort)
    ) {
      engine.jobs.cancel(String(received.message));
    }
  };
  port.on('message', (message: ToEngine) => {
    if (message.type === 'close') {
      void engine.close().then(() => {
        cancelPort.close();
        send({ type: 'closed' });
        port.close();
      });
      return;
    }
    void engine
      .call(message.method, message.input)
      .then((answer) => send({ type: 'answer', id: message.id, answer }));
  });
  send({ type: 'ready' });
}

await main();

import { join, sep } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Answer, EngineEvent } from '../../shared/contract/index.ts';
import renderWorkerPath from '../certificates/render/worker?modulePath';
import solverWorkerPath from '../pathways/solver/worker?modulePath';
import type { EngineWorkerData, FromEngine } from './messages.ts';
import engineWorkerPath from './worker?modulePath';

/** One run of the engine's thread. */
export type EngineThread = {
  call(method: string, input: unknown): Promise<Answer>;
  /** Waits for running work, closes the file and ends the thread. */
  close(): Promise<void>;
};

/** What is told about a thread while it runs. */
export type ThreadListener = {
  readonly onEvent: (event: EngineEvent) => void;
  /** The thread died without being asked to. What it was asked last is answered with `gone`. */
  readonly onDeath: () => void;
  readonly gone: Answer;
};

/** Starts the engine in a thread of its own. @throws Error when it cannot come up */
export async function startThread(
  options: EngineWorkerData,
  { onEvent, onDeath, gone }: ThreadListener,
): Promise<EngineThread> {
  const cancel = new MessageChannel();
  const worker = new Worker(unpacked(engineWorkerPath), {
    workerData: {
      ...options,
      renderWorkerPath: unpacked(renderWorkerPath),
      solverWorkerPath: unpacked(solverWorkerPath),
      cancelPort: cancel.port2,
    },
    transferList: [cancel.port2],
  });
  cancel.port1.unref();
  const waiting = new Map<number, (answer: Answer) => void>();
  const started = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let lastId = 0;
  let state: 'starting' | 'running' | 'closing' | 'ended' = 'starting';

  const end = (error: unknown): void => {
    if (state === 'ended') return;
    const died = state === 'running';
    state = 'ended';
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    cancel.port1.close();
    started.reject(error);
    ended.resolve();
    if (died) onDeath();
  };
  let cause: unknown = new Error('The part of Rounds that keeps your data could not start.');
  worker.on('error', (error) => {
    cause = error;
  });
  // After the exit, and not at the error: only then has the thread let go of the file.
  worker.on('exit', () => end(cause));
  worker.on('message', (message: FromEngine) => {
    switch (message.type) {
      case 'ready':
        state = 'running';
        started.resolve();
        break;
      case 'answer':
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
        break;
      case 'event':
        onEvent(message.event);
        break;
      case 'closed':
        end(null);
        break;
    }
  });
  await started.promise;

  return {
    call(method, input) {
      if (state !== 'running') return Promise.resolve(gone);
      if (method === 'jobs.cancel' && typeof input === 'object' && input !== null && 'jobId' in input)
        cancel.port1.postMessage(input.jobId);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ type: 'call', id, method, input });
      });
    },
    async close() {
      if (state === 'running') {
        state = 'closing';
        worker.postMessage({ type: 'close' });
      }
      await ended.promise;
      await worker.terminate();
    },
  };
}

/** A packaged program has its threads, and the packages they need, as plain files beside the archive. */
function unpacked(path: string): string {
  return path.replace(join(sep, 'app.asar', sep), join(sep, 'app.asar.unpacked', sep));
}

import { MessageChannel, Worker } from 'node:worker_threads';
import type { Answer, EngineEvent } from '../../shared/contract/index.ts';
import type { Engine } from './engine.ts';
import type { EngineWorkerData, FromEngine } from './messages.ts';
import engineWorkerPath from './worker?modulePath';

/** Starts the engine in its own thread and answers the same interface as the engine itself. */
export async function startEngine(options: EngineWorkerData): Promise<Engine> {
  const cancel = new MessageChannel();
  const worker = new Worker(engineWorkerPath, {
    workerData: { ...options, cancelPort: cancel.port2 },
    transferList: [cancel.port2],
  });
  cancel.port1.unref();
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let nextId = 1;
  let stopped = false;
  let closed: () => void = () => undefined;
  const whenClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });

  const fail = (): void => {
    stopped = true;
    for (const resolve of waiting.values()) resolve(gone());
    waiting.clear();
    closed();
  };

  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromEngine) => {
      switch (message.type) {
        case 'ready':
          worker.off('error', reject);
          resolve();
          break;
        case 'answer':
          waiting.get(message.id)?.(message.answer);
          waiting.delete(message.id);
          break;
        case 'event':
          for (const listener of listeners) listener(message.event);
          break;
        case 'closed':
          fail();
          break;
      }
    });
    worker.on('error', fail);
    worker.on('exit', fail);
  });

  return {
    call(method, input) {
      if (stopped) return Promise.resolve(gone());
      if (method === 'jobs.cancel' && typeof input === 'object' && input !== null && 'jobId' in input)
        cancel.port1.postMessage(input.jobId);
      const id = nextId;
      nextId += 1;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ type: 'call', id, method, input });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (!stopped) worker.postMessage({ type: 'close' });
      await whenClosed;
      cancel.port1.close();
      await worker.terminate();
    },
  };
}

function gone(): Answer {
  return {
    ok: false,
    error: {
      code: 'database/unavailable',
      message:
        'The part of Rounds that keeps your data has stopped. Everything saved is safe. Start Rounds again.',
    },
  };
}

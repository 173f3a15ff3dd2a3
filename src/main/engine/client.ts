import type { Answer, EngineEvent } from '../../shared/contract/index.ts';
import { ALL_TOPICS } from '../../shared/topics.ts';
import type { Engine } from './engine.ts';
import type { EngineWorkerData } from './messages.ts';
import { type EngineThread, startThread } from './thread.ts';

/** A thread that dies more often than this in a row is not started again: the cause is not going away. */
const DEATHS_IN_A_ROW = 3;
const ROW_MS = 60_000;

const RESTARTED: Answer = {
  ok: false,
  error: {
    code: 'database/unavailable',
    message:
      'The part of Rounds that keeps your data had to start again. Everything saved is safe. Check whether your last step is there, and do it again if not.',
  },
};
const STOPPED: Answer = {
  ok: false,
  error: {
    code: 'database/unavailable',
    message:
      'The part of Rounds that keeps your data has stopped. Everything saved is safe. Close Rounds and start it again.',
  },
};

/**
 * Starts the engine in its own thread and answers the same interface as the engine itself. A thread that dies is started
 * again; what it was doing is answered with a sentence, and every window is told to fetch again what it shows.
 *
 * @throws Error with a sentence when the engine cannot start
 */
export async function startEngine(options: EngineWorkerData): Promise<Engine> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const deaths: number[] = [];
  let closing = false;

  const start = (): Promise<EngineThread> =>
    startThread(options, { onEvent: emit, onDeath: restart, gone: RESTARTED });
  const restart = (): void => {
    const now = performance.now();
    deaths.push(now);
    const lately = deaths.filter((at) => now - at < ROW_MS).length;
    thread = closing || lately >= DEATHS_IN_A_ROW ? Promise.resolve(null) : start().catch(() => null);
    void thread.then(() => emit({ type: 'changed', topics: ALL_TOPICS }));
  };
  let thread: Promise<EngineThread | null> = Promise.resolve(await start().catch(explain));

  return {
    async call(method, input) {
      const running = await thread;
      return running === null ? STOPPED : running.call(method, input);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closing = true;
      const running = await thread;
      await running?.close();
    },
  };
}

function explain(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    throw new Error('The disk is full. Nothing was changed. Free some space and start Rounds again.');
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`Rounds could not open its data. Nothing was changed. Start it again. (${reason})`);
}

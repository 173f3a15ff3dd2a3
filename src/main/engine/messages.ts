import type { Answer, EngineEvent } from '../../shared/contract/index.ts';

/** What the engine's thread is started with. */
export type EngineWorkerData = {
  readonly dataDirectory: string;
  readonly appVersion: string;
  /** Threads that draw pages; as many as the machine has cores, at most four, when left out. */
  readonly renderWorkers?: number;
};

/** From the host to the engine's thread. */
export type ToEngine =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly type: 'close' };

/** From the engine's thread to the host. */
export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'event'; readonly event: EngineEvent }
  | { readonly type: 'closed' };

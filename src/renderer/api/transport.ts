import type { Answer, EngineEvent } from '../../shared/contract/index.ts';

/** How the window reaches the engine: one way in, one way out, and whether the way is open. */
export type Transport = {
  readonly call: (method: string, input: unknown) => Promise<Answer>;
  /** Follows what the engine pushes; answers the way to stop. */
  readonly on: (listener: (event: EngineEvent) => void) => () => void;
  /** Follows whether the engine can be reached; answers the way to stop. */
  readonly onReach: (listener: (reachable: boolean) => void) => () => void;
};

/** What the desktop host puts on the window before the first script runs. */
export type Bridge = {
  readonly call: (method: string, input: unknown) => Promise<Answer>;
  readonly on: (listener: (event: EngineEvent) => void) => () => void;
};

/** What every call answers while nobody is there to take it. */
export function unreachable(): Answer {
  return {
    ok: false,
    error: {
      code: 'database/unavailable',
      message: 'Rounds cannot be reached just now. Everything saved is safe. Try again in a moment.',
    },
  };
}

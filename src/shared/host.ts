import type { Answer, EngineEvent } from './contract/index.ts';

/** What the desktop host puts on the window as `window.rounds` before its first script runs. */
export type Bridge = {
  readonly call: (method: string, input: unknown) => Promise<Answer>;
  /** Follows what the engine pushes; answers the way to stop. */
  readonly on: (listener: (event: EngineEvent) => void) => () => void;
};

/** The two channels between the desktop host and its window. */
export const CHANNELS = { call: 'rounds:call', event: 'rounds:event' } as const;

/** Where the desktop host serves the window. */
export const APP_ORIGIN = 'app://rounds';

/**
 * What the window may load, in both hosts: its own files and what it makes itself. Inline styles are Mantine's; blobs are
 * PDF pages that are shown and printed.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

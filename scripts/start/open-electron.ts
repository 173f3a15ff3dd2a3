import { spawn } from 'node:child_process';
import { onStopSignal } from '../stop-signals.ts';

/** How Electron ended. `started: false`: it went before it could say anything, so another window is to be opened. */
export type Ending = { readonly started: true; readonly code: number } | { readonly started: false };

const KEPT_OUTPUT = 8_000;

/**
 * Runs Electron on the built program until its window is closed. The two hold a channel: the program says on it that it came up,
 * and quits when the channel closes, so that it never outlives this process, however that ends.
 */
export async function openElectron(runtime: string, root: string, args: readonly string[]): Promise<Ending> {
  const env = { ...process.env };
  // Set inside some editors' terminals; Electron would start as plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(runtime, [...unsandboxed(), root, ...args], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env,
  });
  let spoke = false;
  let stopping = false;
  let output = '';
  child.on('message', () => {
    spoke = true;
  });
  // Chromium reports much on a healthy desktop; it is shown only when the program dies.
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
  });
  const ignoreSignals = onStopSignal(() => {
    // Asked twice: the person does not want to wait for running work. The file survives that.
    if (stopping) child.kill('SIGKILL');
    stopping = true;
    if (child.connected) child.disconnect();
    // On Windows every signal ends a process at once; the closed channel asks it to quit.
    if (process.platform !== 'win32') child.kill('SIGTERM');
  });
  const { code, signal } = await new Promise<{
    readonly code: number | null;
    readonly signal: string | null;
  }>((resolve) => {
    child.once('error', () => {
      if (child.pid === undefined) resolve({ code: null, signal: 'not started' });
    });
    child.once('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }));
  });
  ignoreSignals();
  if (stopping || code === 0) return { started: true, code: 0 };
  if (!spoke) return { started: false };
  process.stderr.write(output);
  console.error(`Rounds ended unexpectedly (${signal ?? code}). Everything saved is safe. Start it again.`);
  return { started: true, code: code ?? 1 };
}

/** Chromium refuses to start as root with its sandbox. */
function unsandboxed(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

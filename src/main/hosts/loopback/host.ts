import type { Engine } from '../../engine/engine.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { hasDisplay } from './display.ts';
import { findBrowser } from './find-browser.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Running work that takes longer than this is worth a word to whoever waits for the end. */
const WORTH_A_WORD_MS = 1_000;

/**
 * Serves the window and opens it in a browser's application window, or prints its address. Ends the process when the window is
 * closed or the person asks, after running work is done and the file is closed.
 */
export async function runBrowserHost(
  engine: Engine,
  rendererDirectory: string,
  open: boolean,
): Promise<void> {
  const server = await startLoopbackServer(engine, rendererDirectory);
  let window: AppWindow | null = null;
  const stop = endOnce(async () => {
    // The window first: nobody should see it lose the program behind it.
    await window?.close();
    await server.close();
    const word = setTimeout(() => say('Finishing the work in progress.'), WORTH_A_WORD_MS);
    await engine.close();
    clearTimeout(word);
  });
  for (const signal of SIGNALS) process.on(signal, stop);

  const obstacle = open ? obstacleToWindow() : null;
  const browser = open && obstacle === null ? findBrowser() : null;
  if (browser === null) {
    printAddress(server, obstacle);
    return;
  }
  window = openAppWindow(browser, server.address);
  await Promise.race([window.closed, server.opened.then(() => shown(stop, server))]);
  if (!(await settled(server.opened))) {
    // Once now, and once more at the end: a browser that dies at its start can leave its folder a little later.
    await window.close();
    printAddress(server, 'The browser on this computer could not open a window.');
    return;
  }
  await window.closed;
  stop();
}

/** Says that the window is there, and on macOS, where a browser runs on without windows, ends when it is gone. */
function shown(stop: () => void, server: LoopbackServer): void {
  say('Rounds is open in its own window. Close the window or press Ctrl-C to stop.');
  if (process.platform === 'darwin') void server.left.then(stop);
}

function obstacleToWindow(): string | null {
  if (!hasDisplay()) return 'There is no display here, so neither Electron nor a browser can open a window.';
  if (findBrowser() === null) return 'There is no Chrome, Chromium or Edge on this computer.';
  return null;
}

function printAddress(server: LoopbackServer, obstacle: string | null): void {
  if (obstacle !== null) say(`${obstacle} Open this address in a browser on this computer.`);
  say(`Rounds is ready at ${server.address}`);
  say('Press Ctrl-C to stop.');
}

/** Runs an ending once, however often it is asked for, and then ends the process. */
function endOnce(end: () => Promise<void>): () => void {
  let ending = false;
  return () => {
    if (ending) return;
    ending = true;
    void end().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
}

async function settled(promise: Promise<void>): Promise<boolean> {
  return Promise.race([
    promise.then(() => true),
    new Promise<false>((resolve) => setImmediate(resolve, false)),
  ]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

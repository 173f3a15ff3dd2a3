import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** An application window of an installed browser. */
export type AppWindow = {
  /** Settles when the browser ends: the person closed the window, or it could not start. */
  readonly closed: Promise<void>;
  /** Closes the window if it is open and removes what the browser left. */
  close(): Promise<void>;
};

/**
 * Opens an address in an application window of a Chrome, Chromium or Edge, with a profile of its own that goes when the
 * window goes.
 */
export function openAppWindow(browser: string, address: string): AppWindow {
  const profile = mkdtempSync(join(tmpdir(), 'rounds-window-'));
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--window-size=1360,860',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      // Chromium refuses to start as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    closed,
    async close() {
      if (running(child)) child.kill();
      await closed;
      await removeFolder(profile);
    },
  };
}

/** The browser's other processes may write, and make the folder again, for a moment longer. */
async function removeFolder(path: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await setTimeout(100);
    if (!existsSync(path)) return;
  }
}

function running(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.pid !== undefined;
}

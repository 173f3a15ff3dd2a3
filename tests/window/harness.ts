import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/main/hosts/loopback/find-browser.ts';
import type { Answer, Input, MethodName, Output } from '../../src/shared/contract/index.ts';

/** Calls a method of the running program as the window does; throws the sentence of a fault. */
export type Call = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** A real window on the running program. */
export type TestWindow = {
  readonly page: Page;
  readonly call: Call;
  readonly dataDirectory: string;
  close(): Promise<void>;
};

/** What a test may set. */
export type WindowOptions = {
  /** Work done through the engine before the window is looked at. */
  readonly prepare?: (call: Call) => Promise<unknown>;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A folder of the caller's, which stays; otherwise a new one that goes with the window. */
  readonly dataDirectory?: string;
};

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Opens the built program in a real Chromium on a folder of its own, or, with `ROUNDS_WINDOW=electron`, in real Electron.
 */
export async function openWindow(options: WindowOptions = {}): Promise<TestWindow> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'rounds-test-'));
  const opened =
    process.env['ROUNDS_WINDOW'] === 'electron'
      ? await openElectron(dataDirectory)
      : await openBrowser(dataDirectory, options);
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light', reducedMotion: 'reduce' });
  const call: Call = (method, input) => callThrough(page, opened.kind, method, input);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (options.prepare) {
    await options.prepare(call);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  return {
    page,
    call,
    dataDirectory,
    async close() {
      await opened.close();
      if (options.dataDirectory === undefined)
        rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Opened = { readonly kind: 'browser' | 'electron'; readonly page: Page; close(): Promise<void> };

async function openBrowser(dataDirectory: string, options: WindowOptions): Promise<Opened> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Install Chrome, Chromium or Edge to run the window tests.');
  const { address, stop } = await startHost(dataDirectory);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    acceptDownloads: true,
    timezoneId: 'America/Denver',
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.goto(address);
  return {
    kind: 'browser',
    page,
    async close() {
      await browser.close();
      await stop();
    },
  };
}

/** Starts the built browser host without a window of its own and waits for the address it prints. */
export function startHost(dataDirectory: string): Promise<{
  readonly address: string;
  readonly child: ChildProcess;
  stop(): Promise<number | null>;
}> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'out', 'main', 'browser.js'), '--no-open', '--data', dataDirectory],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = (): Promise<number | null> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said);
      if (found) resolve({ address: found[0], child, stop });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`The host ended with ${code}: ${said}`)));
  });
}

async function openElectron(dataDirectory: string): Promise<Opened> {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  const program = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [join(ROOT, 'out', 'main', 'index.js'), '--data', dataDirectory],
  });
  return { kind: 'electron', page: await program.firstWindow(), close: () => program.close() };
}

async function callThrough<M extends MethodName>(
  page: Page,
  kind: Opened['kind'],
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const answer =
    kind === 'browser'
      ? await page.evaluate(
          async ([name, value]) => {
            const response = await fetch('/call', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ method: name, input: value }),
            });
            return (await response.json()) as unknown;
          },
          [method, input] as const,
        )
      : await page.evaluate(
          ([name, value]) => {
            const bridge = (
              window as unknown as { rounds: { call(method: string, input: unknown): Promise<unknown> } }
            ).rounds;
            return bridge.call(name, value);
          },
          [method, input] as const,
        );
  // The host answers every call in the shape of the contract.
  const typed = answer as Answer<Output<M>>;
  if (!typed.ok) throw new Error(`${method}: ${typed.error.code}: ${typed.error.message}`);
  return typed.value;
}

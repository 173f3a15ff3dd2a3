import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchRuntime, findRuntime } from '../../scripts/start/electron-runtime.ts';
import { startHost } from '../window/harness.ts';

/** On Windows a signal ends a process at once, and there is no code. */
const STOPPED = process.platform === 'win32' ? null : 0;
const ROOT = join(import.meta.dirname, '..', '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** What the window of the running browser host is told about the file. */
async function stateOf(address: string): Promise<unknown> {
  const { origin } = new URL(address);
  const admitted = await fetch(address, { redirect: 'manual' });
  const cookie = admitted.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const response = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'system.state', input: {} }),
  });
  return response.json();
}

async function problemIn(dataDirectory: string): Promise<unknown> {
  const host = await startHost(dataDirectory);
  const state = await stateOf(host.address);
  expect(await host.stop()).toBe(STOPPED);
  return state;
}

const problem = (code: string): object => ({
  ok: true,
  value: {
    phase: 'unavailable',
    problem: { code, title: expect.any(String), message: expect.any(String), nextStep: expect.any(String) },
  },
});

describe('a data folder that cannot be used', () => {
  it('is missing and cannot be made', async () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(await problemIn(join(folder, 'taken', 'office'))).toMatchObject(
      problem('database/folder-missing'),
    );
  });

  it('is open in a second copy of the program, which leaves the first alone', async () => {
    const first = await startHost(folder);
    expect(await problemIn(folder)).toMatchObject(problem('database/in-use'));
    expect(await stateOf(first.address)).toMatchObject({ ok: true, value: { phase: 'new' } });
    expect(await first.stop()).toBe(STOPPED);
  });

  it('holds a file of a newer version, which stays as it is', async () => {
    const host = await startHost(folder);
    await host.stop();
    const database = new Database(join(folder, 'rounds.db'));
    database.pragma('user_version = 9999');
    database.close();
    expect(await problemIn(folder)).toMatchObject(problem('database/newer'));
    const after = new Database(join(folder, 'rounds.db'), { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(9999);
    after.close();
  });

  it.each([
    ['no database', Buffer.from('This is not a database. '.repeat(500))],
    ['zeros', Buffer.alloc(20_000)],
  ])('holds a damaged file, which stays as it is: %s', async (_, bytes) => {
    writeFileSync(join(folder, 'rounds.db'), bytes);
    expect(await problemIn(folder)).toMatchObject(problem('database/damaged'));
    expect(readFileSync(join(folder, 'rounds.db')).equals(bytes)).toBe(true);
  });
});

type Run = { readonly code: number | null; readonly output: string };

/** Runs `npm start`’s script until it says that it can be stopped, then stops it. */
function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.ts'), ...args], {
    env: { ...inherited, ...variables },
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
    if (output.includes('Ctrl-C')) child.kill('SIGINT');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

describe('npm start', () => {
  it('serves and prints the address with --no-open, and stops cleanly', async () => {
    const { code, output } = await start(['--no-open', '--data', folder]);
    expect(code).toBe(STOPPED);
    expect(output).toMatch(
      /^Rounds is ready at http:\/\/127\.0\.0\.1:\d+\/\?token=\S+\nPress Ctrl-C to stop\.\n$/,
    );
    if (STOPPED === 0) expect(readdirSync(folder)).toEqual(['rounds.db']);
  });

  it('says in one line that there is no runtime, and uses the browser', async () => {
    const { code, output } = await start(['--data', folder], {
      DISPLAY: ':1',
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(folder, 'cache'),
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none'),
      ROUNDS_BROWSER: join(folder, 'none'),
    });
    expect(code).toBe(STOPPED);
    expect(output.split('\n').slice(0, 2)).toEqual([
      'The Electron runtime cannot be downloaded here, so Rounds opens in a browser.',
      'There is no Chrome, Chromium or Edge on this computer. Open this address in a browser on this computer.',
    ]);
  });

  it('says what is wrong with an option', async () => {
    expect(await start(['--port', '80'])).toEqual({
      code: 1,
      output: '--port is not an option of Rounds. There are: --browser, --no-open, --data FOLDER\n',
    });
  });
});

describe('the runtime', () => {
  const FILE = `electron-v9.9.9-${process.platform}-${process.arch}.zip`;
  const program =
    { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[String(process.platform)] ??
    'electron';
  const zip = zipSync({ [program]: strToU8('the program'), version: strToU8('9.9.9') });
  let server: Server;
  let send: (write: (bytes: Uint8Array) => void, end: () => void) => void;
  let packageDirectory: string;
  const before = { ...process.env };

  beforeEach(async () => {
    packageDirectory = join(folder, 'electron');
    mkdirSync(packageDirectory);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    copyFileSync(join(ROOT, 'node_modules', 'electron', 'install.js'), join(packageDirectory, 'install.js'));
    writeFileSync(join(packageDirectory, 'package.json'), JSON.stringify({ version: '9.9.9' }));
    offer(zip);
    server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Length': zip.length });
      send(
        (bytes) => response.write(bytes),
        () => response.end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const port = typeof bound === 'object' ? bound?.port : 0;
    process.env['ELECTRON_MIRROR'] = `http://127.0.0.1:${port}/`;
    process.env['electron_config_cache'] = join(folder, 'cache');
  });
  afterEach(async () => {
    process.env = { ...before };
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function offer(bytes: Uint8Array): void {
    const sum = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(packageDirectory, 'checksums.json'), JSON.stringify({ [FILE]: sum }));
  }

  function get(stallMs: number, signal = new AbortController().signal): Promise<string> {
    return fetchRuntime({ signal, packageDirectory, stallMs, onProgress: () => undefined });
  }

  it('is downloaded over a slow line, checked, unpacked and found', async () => {
    let at = 0;
    send = (write, end) => {
      const timer = setInterval(() => {
        write(zip.subarray(at, at + 40));
        at += 40;
        if (at < zip.length) return;
        clearInterval(timer);
        end();
      }, 200);
    };
    // In all it takes longer than it may stand still.
    const path = await get(700);
    expect(readFileSync(path, 'utf8')).toBe('the program');
    expect(findRuntime(packageDirectory)).toBe(path);
  });

  it('is given up when the line stands still', async () => {
    send = (write) => write(zip.subarray(0, 40));
    await expect(get(500)).rejects.toThrow();
    expect(findRuntime(packageDirectory)).toBeNull();
  });

  it('is not used when it is not what the package expects', async () => {
    offer(strToU8('something else'));
    send = (write, end) => {
      write(zip);
      end();
    };
    await expect(get(5_000)).rejects.toThrow();
    expect(findRuntime(packageDirectory)).toBeNull();
  });

  it('is given up at once when the person stops', async () => {
    const stop = new AbortController();
    send = (write) => {
      write(zip.subarray(0, 40));
      stop.abort();
    };
    await expect(get(20_000, stop.signal)).rejects.toThrow();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onStopSignal } from './stop-signals.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['src', 'migrations', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
const BUILT = [
  'out/main/index.js',
  'out/main/browser.js',
  'out/main/headless.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Builds the program when something it is made from is newer than what was built. Ends the process when that fails. */
export async function buildIfNeeded(): Promise<void> {
  const built = Math.min(...BUILT.map((path) => modified(join(ROOT, path))));
  const source = Math.max(...SOURCES.map((path) => newest(join(ROOT, path))));
  if (built > source) return;
  console.log('Building Rounds. This takes about half a minute the first time.');
  const cli = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  let stopped = false;
  const ignoreSignals = onStopSignal(() => {
    stopped = true;
    child.kill();
  });
  const [code] = await once(child, 'exit');
  ignoreSignals();
  if (stopped) process.exit(0);
  if (code !== 0) {
    console.error('Rounds could not be built. The lines above say why.');
    process.exit(1);
  }
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return modified(path);
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true }).map((name) => modified(join(path, String(name)))),
  );
}

function modified(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readHostArguments } from '../src/main/hosts/arguments.ts';
import { hasDisplay } from '../src/main/hosts/loopback/display.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { fetchRuntime, findRuntime } from './start/electron-runtime.ts';
import { openElectron } from './start/open-electron.ts';
import { downloadLine } from './start/progress-line.ts';
import { stopWithParent } from './start/stop-with-parent.ts';
import { onStopSignal } from './stop-signals.ts';

/**
 * `npm start [-- --browser | --no-open | --data FOLDER]`: builds if needed and opens the window: Electron's where its runtime is
 * here or can be had, an installed browser's otherwise.
 */
const ROOT = join(import.meta.dirname, '..');

stopWithParent();
const args = absoluteFolder(process.argv.slice(2));
try {
  readHostArguments(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
await buildIfNeeded();
if (!args.includes('--browser') && !args.includes('--no-open') && hasDisplay()) {
  const runtime = findRuntime() ?? (await download());
  if (runtime !== null) {
    const ended = await openElectron(runtime, ROOT, args);
    if (ended.started) process.exit(ended.code);
    console.log('Electron cannot start on this computer, so Rounds opens in a browser.');
  }
}
// In this process, so that a signal reaches the browser host directly. It reads the arguments itself.
process.argv.splice(2, process.argv.length, ...args);
await import(pathToFileURL(join(ROOT, 'out', 'main', 'browser.js')).href);

/** Fetches Electron's runtime with a progress line; null, and one line that says so, when it cannot be had. */
async function download(): Promise<string | null> {
  const stop = new AbortController();
  const ignoreSignals = onStopSignal(() => stop.abort());
  const line = downloadLine('Downloading the Electron runtime');
  try {
    return await fetchRuntime({ signal: stop.signal, onProgress: line.update });
  } catch {
    line.end();
    if (stop.signal.aborted) process.exit(0);
    console.log('The Electron runtime cannot be downloaded here, so Rounds opens in a browser.');
    return null;
  } finally {
    line.end();
    ignoreSignals();
  }
}

/** npm runs scripts in the program's folder; a relative folder is meant from where the person typed the command. */
function absoluteFolder(given: readonly string[]): readonly string[] {
  const at = given.indexOf('--data') + 1;
  const folder = at > 0 ? given[at] : undefined;
  if (!folder) return given;
  return given.with(at, resolve(process.env['INIT_CWD'] ?? '.', folder));
}

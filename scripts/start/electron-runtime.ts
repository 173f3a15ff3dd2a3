import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { join } from 'node:path';
import { downloadArtifact, getHostArch } from '@electron/get';
import { z } from 'zod';

/** Where npm put the `electron` package. Its runtime is not part of it and comes separately. */
const ELECTRON = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
/** A line that brings nothing for so long is given up; a slow one is not. */
const STALL_MS = 20_000;

/** Path of Electron's program: the one named in `ELECTRON_EXEC_PATH`, or the one in the package; null when neither is there. */
export function findRuntime(packageDirectory: string = ELECTRON): string | null {
  const named = process.env['ELECTRON_EXEC_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    console.log(`ELECTRON_EXEC_PATH names ${named}, which is not there.`);
  }
  try {
    const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageDirectory, 'dist');
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const program = join(folder, readFileSync(join(packageDirectory, 'path.txt'), 'utf8'));
    return version === versionOf(packageDirectory) && existsSync(program) ? program : null;
  } catch {
    // Not unpacked yet.
    return null;
  }
}

/** What {@link fetchRuntime} may be told. All but the first two are for tests. */
export type FetchOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (receivedBytes: number, totalBytes: number | null) => void;
  readonly packageDirectory?: string;
  readonly stallMs?: number;
};

/**
 * Downloads Electron's runtime into its usual cache, checked against the checksums in the package, and has the package's own
 * installer unpack it. Answers the path of the program. @throws Error when it cannot be had or stands still
 */
export async function fetchRuntime(options: FetchOptions): Promise<string> {
  const { signal, onProgress, packageDirectory = ELECTRON, stallMs = STALL_MS } = options;
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) setGlobalProxyFromEnv();
  const arch = process.env['ELECTRON_INSTALL_ARCH'] ?? process.env['npm_config_arch'] ?? getHostArch();
  const cacheRoot = process.env['electron_config_cache'];
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallMs);
  try {
    await downloadArtifact({
      version: versionOf(packageDirectory),
      artifactName: 'electron',
      platform: process.platform,
      arch,
      checksums: Checksums.parse(readJson(join(packageDirectory, 'checksums.json'))),
      ...(cacheRoot ? { cacheRoot } : {}),
      downloadOptions: {
        quiet: true,
        signal: AbortSignal.any([signal, stalled.signal]),
        getProgressCallback: (progress: { readonly transferred: number; readonly total: number | null }) => {
          clearTimeout(timer);
          timer = setTimeout(() => stalled.abort(), stallMs);
          onProgress(progress.transferred, progress.total);
          return Promise.resolve();
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
  await unpack(packageDirectory, arch, signal);
  const program = findRuntime(packageDirectory);
  if (program === null) throw new Error('The runtime was not unpacked.');
  return program;
}

/** The package's installer finds the download in the cache, checks it again, unpacks it and writes down where the program is. */
async function unpack(packageDirectory: string, arch: string, signal: AbortSignal): Promise<void> {
  // What an interrupted unpacking left.
  rmSync(join(packageDirectory, 'dist'), { recursive: true, force: true });
  const child = spawn(process.execPath, [join(packageDirectory, 'install.js')], {
    stdio: 'ignore',
    signal,
    // Both names: one alone is overruled where an Intel Node runs on Apple silicon, and the cache would not be met.
    env: { ...process.env, ELECTRON_INSTALL_ARCH: arch, npm_config_arch: arch },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The runtime could not be unpacked.');
}

const Checksums = z.record(z.string(), z.string());

function versionOf(packageDirectory: string): string {
  return z.object({ version: z.string() }).parse(readJson(join(packageDirectory, 'package.json'))).version;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

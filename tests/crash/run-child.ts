import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** How a child ended: the lines it said, the signal that ended it, and what it complained of. */
export type Ended = {
  readonly said: readonly string[];
  readonly signal: string | null;
  readonly errors: string;
};

/** Builds one of the programs beside this file; answers where it is. */
export async function buildChild(name: 'child' | 'office-child'): Promise<string> {
  // Beside the sources, so that the built child finds the native SQLite module as the program does.
  const outDir = join(process.cwd(), 'out', `tests-crash-${name}`);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'child.js' } },
    },
  });
  return join(outDir, 'child.js');
}

/** Runs a built child to its end, or kills it after so many milliseconds. */
export function runChild(program: string, args: readonly string[], killAfterMs?: number): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.on('close', (_code, signal) =>
      resolve({ said: output.split('\n').filter((line) => line !== ''), signal, errors }),
    );
  });
}

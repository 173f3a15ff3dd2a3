import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts the built browser host on a folder and waits for the address it prints. */
export function serve(
  folder: string,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'out', 'main', 'browser.js'), '--no-open', '--data', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(chunk.toString());
      if (!found) return;
      resolve({
        address: found[0],
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
  });
}

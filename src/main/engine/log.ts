import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1_000_000;

/** Where faults that nobody expected are written: `logs/rounds.log` in the data folder. Holds no names or identifiers. */
export type Log = { readonly fault: (where: string, error: unknown) => string };

/** A log in the data folder; the older half is kept as `rounds.old.log`. Never throws. */
export function createLog(dataDirectory: string, now: () => string): Log {
  let count = 0;
  return {
    fault(where, error) {
      count += 1;
      const reference = `${now().replace(/\D/g, '').slice(0, 14)}-${count}`;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write(dataDirectory, `${now()} [${reference}] ${where}\n${text}\n`);
      return reference;
    },
  };
}

function write(dataDirectory: string, text: string): void {
  const folder = join(dataDirectory, 'logs');
  const path = join(folder, 'rounds.log');
  try {
    mkdirSync(folder, { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
      renameSync(path, join(folder, 'rounds.old.log'));
    appendFileSync(path, text);
  } catch {
    // A log that cannot be written (read-only folder, full disk) must not stop the work it reports on.
    process.stderr.write(text);
  }
}

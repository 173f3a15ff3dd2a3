import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Keeps what the window itself remembers beside the data, in `window/`. Electron's lock against a second copy lies in this
 * folder, so that one office opens once and two offices open side by side. Where the data folder cannot be written, the
 * window runs from a folder that goes when it ends, and says what is wrong.
 */
export function keepOwnFolder(dataDirectory: string): void {
  const folder = join(dataDirectory, 'window');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
    app.setPath('userData', folder);
  } catch {
    const passing = mkdtempSync(join(tmpdir(), 'rounds-window-'));
    app.setPath('userData', passing);
    process.on('exit', () => rmSync(passing, { recursive: true, force: true }));
  }
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWindow } from '../tests/window/harness.ts';
import { buildIfNeeded } from './build-if-needed.ts';

/**
 * `npm run pictures [-- FOLDER]`: makes the two pictures of the README from the running program with the sample office.
 * With a folder, takes every screen in light and dark, narrow and wide, into it instead: for looking at them.
 */
const PICTURES = join(import.meta.dirname, '..', 'docs', 'pictures');
const SIZES = { narrow: { width: 1280, height: 800 }, wide: { width: 1920, height: 1080 } } as const;

await buildIfNeeded();
const [folder] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'rounds-pictures-'));
try {
  await sampleOffice(data);
  if (folder) await everyScreen(folder, data);
  else await readme(data);
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function sampleOffice(dataDirectory: string): Promise<void> {
  const window = await openWindow({ dataDirectory });
  await window.page.getByRole('button', { name: /sample office/i }).click();
  await window.page.getByRole('heading', { name: /today|good/i, level: 1 }).waitFor({ timeout: 120_000 });
  await window.close();
}

async function readme(dataDirectory: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await take({ dataDirectory, scheme: 'light', size: 'narrow', path: '/curricula/1', file: join(PICTURES, 'curriculum-light.png') });
  const activity = await busyActivity(dataDirectory);
  await take({
    dataDirectory,
    scheme: 'dark',
    size: 'narrow',
    path: `/activities/${activity}/attendance`,
    file: join(PICTURES, 'attendance-dark.png'),
  });
}

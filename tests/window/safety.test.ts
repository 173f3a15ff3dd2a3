import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, OFFICE, prepareOffice } from './prepared.ts';

let directory = '';
const windows: TestWindow[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rounds-safety-'));
});
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
  if (existsSync(directory)) {
    chmodSync(directory, 0o755);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function open(options: Parameters<typeof openWindow>[0] = {}): Promise<TestWindow> {
  const window = await openWindow({ dataDirectory: directory, ...options });
  windows.push(window);
  return window;
}

/** An office with a backup by hand, and the program closed. */
async function officeWithBackup(): Promise<void> {
  const window = await openWindow({ dataDirectory: directory, prepare: prepareOffice });
  await goTo(window.page, '/office/backups', 'Backups');
  await window.page.getByRole('button', { name: 'Back up now' }).click();
  await window.page.getByText('A backup was taken, opened and checked.').waitFor();
  await window.close();
}

const file = (): string => join(directory, 'rounds.db');

test('a damaged file leads to a screen with the next step; a backup brings the office back', async () => {
  await officeWithBackup();
  const damaged = Buffer.from('this was an office once, and something wrote over it. '.repeat(400));
  writeFileSync(file(), damaged);
  const { page, call } = await open();
  await page.getByRole('heading', { name: 'Go back to a backup' }).waitFor();
  expect((await call('system.state', {})).problem?.code).toBe('database/damaged');
  expect(readFileSync(file()).equals(damaged)).toBe(true);
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  expect((await call('office.get', {})).providerName).toBe(OFFICE.providerName);
  // The damaged file is still there, under another name.
  const kept = readdirSync(directory).filter((name) => name !== 'rounds.db' && /rounds/.test(name));
  expect(kept.some((name) => readFileSync(join(directory, name)).includes('something wrote over it'))).toBe(
    true,
  );
});

test('without a backup, a damaged file can be set aside for an empty office', async () => {
  writeFileSync(file(), 'not an office');
  const { page } = await open();
  await page.getByText('There is no backup yet.').waitFor();
  await page.getByRole('button', { name: 'Set the file aside and start empty' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside and start empty' }).click();
  await page.getByRole('button', { name: 'Set up my office' }).waitFor();
  const kept = readdirSync(directory).filter((name) => name.startsWith('rounds') && name !== 'rounds.db');
  expect(kept.some((name) => readFileSync(join(directory, name), 'utf8') === 'not an office')).toBe(true);
});

test('a file of a newer version is named as such and left alone', async () => {
  await officeWithBackup();
  const bytes = readFileSync(file());
  // The schema version stands big-endian at byte 60 of every SQLite file.
  bytes.writeUInt32BE(9_000, 60);
  writeFileSync(file(), bytes);
  for (const name of ['rounds.db-wal', 'rounds.db-shm']) rmSync(join(directory, name), { force: true });
  const { page, call } = await open();
  await page.getByRole('heading', { level: 1, name: /newer/i }).waitFor();
  expect((await call('system.state', {})).problem?.code).toBe('database/newer');
  await expectAccessible(page);
  expect(readFileSync(file()).readUInt32BE(60)).toBe(9_000);
});

test('a second copy of the program says so, and works once the first is closed', async () => {
  const first = await openWindow({ dataDirectory: directory, prepare: prepareOffice });
  const { page, call } = await open();
  expect((await call('system.state', {})).problem?.code).toBe('database/in-use');
  await page.getByRole('button', { name: 'Look again' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Go back to a backup' }).count()).toBe(0);
  await expectAccessible(page);
  await first.close();
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
});

test('a folder that is no folder leads to a screen that names it', async () => {
  const place = join(directory, 'not-a-folder');
  writeFileSync(place, 'a file');
  const { page, call } = await open({ dataDirectory: place });
  expect((await call('system.state', {})).problem?.code).toBe('database/folder-missing');
  await page.getByText(place).first().waitFor();
  await expectAccessible(page);
  expect(readFileSync(place, 'utf8')).toBe('a file');
  rmSync(place);
  mkdirSync(place);
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: 'Set up my office' }).waitFor();
});

// The superuser may write anywhere, so only somebody else can see this.
if (process.getuid?.() !== 0)
  test('a folder that may not be written to leads to a screen that says so', async () => {
    await officeWithBackup();
    chmodSync(directory, 0o555);
    const { page, call } = await open();
    expect((await call('system.state', {})).problem?.code).toBe('database/read-only');
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    await expectAccessible(page);
  });

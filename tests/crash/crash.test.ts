import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAudit } from '../../src/main/database/audit.ts';
import { listBackups, verifyBackup } from '../../src/main/database/backup.ts';
import { checkFile } from '../../src/main/database/check.ts';
import { Reader } from '../../src/main/database/reader.ts';
import { listSetAside } from '../../src/main/database/restore.ts';
import { buildChild, runChild } from './run-child.ts';

let work: string;
let program: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'rounds-crash-'));
  program = await buildChild('child');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (folder: string, kind: string, killAt: string, killAfter = 1, killAfterMs?: number) =>
  runChild(program, [folder, kind, killAt, String(killAfter)], killAfterMs);

/** Opens what the crash left and checks it as a whole. */
function inspect(folder: string): {
  readonly has: (code: string) => boolean;
  readonly whole: boolean;
  readonly close: () => void;
} {
  const database = new Database(join(folder, 'rounds.db'));
  expect(checkFile(database, 'full')).toMatchObject({ sound: true });
  expect(checkAudit(new Reader(database))).toMatchObject({ ok: true });
  const has = (code: string): boolean =>
    database.prepare('SELECT count(*) FROM number_sequences WHERE name = ?').pluck().get(code) === 1;
  const halves = database
    .prepare(
      "SELECT count(*) FROM number_sequences WHERE name LIKE 'A-%' AND name NOT IN (SELECT code FROM competencies)",
    )
    .pluck()
    .get();
  return { has, whole: halves === 0, close: () => database.close() };
}

describe('a killed program', () => {
  test.each([
    ['written act', 3],
    ['written act', 17],
    ['committed act', 1],
    ['committed act', 25],
  ])('at “%s” number %i has every act it acknowledged, and none by half', async (step, times) => {
    const folder = mkdtempSync(join(work, 'write-'));
    const ended = await run(folder, 'write', step, times);
    expect(ended.signal, ended.errors).toBe('SIGKILL');
    const left = inspect(folder);
    for (const line of ended.said) expect(left.has(line.replace('saved ', '')), line).toBe(true);
    expect(left.whole).toBe(true);
    left.close();
  });

  test('at random moments has every act it acknowledged', async () => {
    for (let round = 0; round < 12; round += 1) {
      const folder = mkdtempSync(join(work, 'random-'));
      const ended = await run(folder, 'write', '', 1, 120 + round * 23);
      if (!existsSync(join(folder, 'rounds.db'))) {
        expect(ended.said).toEqual([]);
        continue;
      }
      // What remains must open again through the program itself, and go on.
      const again = await run(folder, 'open', '');
      expect(again.errors).toBe('');
      const left = inspect(folder);
      for (const line of ended.said) expect(left.has(line.replace('saved ', '')), line).toBe(true);
      expect(left.whole).toBe(true);
      left.close();
    }
  });

  test.each(['opened', 'migrated 0001_initial.sql', 'written catalogue.load', 'committed catalogue.load'])(
    'while making the file, at “%s”, starts again cleanly',
    async (step) => {
      const folder = mkdtempSync(join(work, 'make-'));
      expect((await run(folder, 'open', step)).signal).toBe('SIGKILL');
      const again = await run(folder, 'write', '');
      expect(again.errors).toBe('');
      expect(again.said).toHaveLength(40);
      const left = inspect(folder);
      expect(left.has('SEED')).toBe(true);
      left.close();
    },
  );

  test('after a backup leaves only backups that check out', async () => {
    const folder = mkdtempSync(join(work, 'backup-'));
    expect((await run(folder, 'backup', 'backed up manual')).signal).toBe('SIGKILL');
    for (const backup of listBackups(folder))
      expect(verifyBackup(folder, backup.name)).toContain(backup.name);
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test.each(['backed up restore', 'set aside', 'placed backup'])(
    'in a restore, at “%s”, has the old or the new file and loses neither',
    async (step) => {
      const folder = mkdtempSync(join(work, 'restore-'));
      const ended = await run(folder, 'restore', step);
      expect(ended.signal, ended.errors).toBe('SIGKILL');
      expect(ended.said).toContain('saved AFTER');
      // Whatever stands in place afterwards, the office as it was is still there as a backup that checks out.
      const before = listBackups(folder).find((backup) => backup.occasion === 'restore');
      expect(before).toBeDefined();
      const copy = new Database(verifyBackup(folder, before?.name ?? ''), { readonly: true });
      expect(copy.prepare("SELECT count(*) FROM number_sequences WHERE name = 'AFTER'").pluck().get()).toBe(
        1,
      );
      copy.close();
      if (step === 'set aside') expect(listSetAside(folder)).toHaveLength(1);
      const again = await run(folder, 'open', '');
      expect(again.errors).toBe('');
      // Never an empty office as on the first day.
      const left = inspect(folder);
      expect(left.has('SEED')).toBe(true);
      expect(left.has('AFTER')).toBe(step === 'backed up restore');
      left.close();
    },
  );
});

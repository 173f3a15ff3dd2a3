import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAudit } from '../../src/main/database/audit.ts';
import { listBackups } from '../../src/main/database/backup.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION } from '../../src/main/database/migrate.ts';
import { OfficeFile } from '../../src/main/database/office-file.ts';
import type { Writer } from '../../src/main/database/writer.ts';

let folder: string;
let clock: number;
let open: OfficeFile[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-database-'));
  clock = Date.parse('2026-11-24T08:00:00.000Z');
  open = [];
});

afterEach(() => {
  for (const file of open) file.close();
  rmSync(folder, { recursive: true, force: true });
});

function module(writer: Writer, code: string): number {
  return writer.insert('modules', {
    code,
    title: `Module ${code}`,
    domain: 'foundations',
    track: 'foundation',
    format: 'workshop',
    ama_learning_format: 'live activity',
    minutes: 60,
    description: '',
    objectives: '[]',
    audience: '[]',
    specialty_focus: '[]',
    prerequisites: '[]',
    competencies: '[]',
    assessment_method: '',
    assessment_standard: '',
    references: '[]',
    last_reviewed: null,
    review_by: null,
    origin: 'own',
    edited: 0,
    retired: 0,
    moore_level: null,
    ai_uses: '[]',
  });
}

async function openFile(onStep?: (name: string) => void): Promise<OfficeFile> {
  const file = new OfficeFile({
    dataDirectory: folder,
    appVersion: '0.0.0',
    now: () => {
      clock += 1_000;
      return new Date(clock).toISOString();
    },
    seed: (writer) => module(writer, 'SEED'),
    ...(onStep ? { onStep } : {}),
  });
  await file.open();
  open.push(file);
  return file;
}

/** Works on the closed file behind the program's back. */
function tamper(sql: string): void {
  const database = new Database(join(folder, 'rounds.db'));
  database.exec(
    'DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete; DROP TRIGGER IF EXISTS changes_no_update; DROP TRIGGER IF EXISTS changes_no_delete',
  );
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

describe('opening', () => {
  test('makes, fills and re-opens a file with full durability and references on', async () => {
    const first = await openFile();
    expect(first.problem).toBeNull();
    first.close();
    const again = await openFile();
    expect(again.reader.number('PRAGMA synchronous')).toBe(2);
    expect(again.reader.number('PRAGMA foreign_keys')).toBe(1);
    expect(again.reader.number('SELECT count(*) FROM modules')).toBe(1);
  });

  test('refuses a second copy of the program and leaves the first one working', async () => {
    const first = await openFile();
    const second = await openFile();
    expect(second.problem?.code).toBe('database/in-use');
    expect(second.problem?.nextStep).toContain('already open');
    expect(() => second.reader).toThrow(/open/);
    expect(first.write('test', (writer) => module(writer, 'ONE')).report.rows).toBe(1);
  });

  test('refuses a newer file by name and changes nothing in it', async () => {
    (await openFile()).close();
    tamper(`PRAGMA user_version = ${SCHEMA_VERSION + 7}`);
    const before = readFileSync(join(folder, 'rounds.db'));
    const file = await openFile();
    expect(file.problem?.code).toBe('database/newer');
    expect(file.problem?.message).toContain(String(SCHEMA_VERSION + 7));
    expect(readFileSync(join(folder, 'rounds.db')).equals(before)).toBe(true);
  });

  test.each([
    [
      'text instead of a database',
      Buffer.from('this is not a database, it is a letter to the editor'.repeat(40)),
    ],
    ['zeros', Buffer.alloc(8_192)],
  ])('says that a file of %s is damaged and keeps it', async (_what, bytes) => {
    writeFileSync(join(folder, 'rounds.db'), bytes);
    const file = await openFile();
    expect(file.problem?.code).toBe('database/damaged');
    expect(readFileSync(join(folder, 'rounds.db')).equals(bytes)).toBe(true);
  });

  test('refuses the database of another program', async () => {
    const other = new Database(join(folder, 'rounds.db'));
    other.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY, title TEXT)');
    other.close();
    expect((await openFile()).problem?.message).toContain('another program');
  });

  test('says so when the data folder is inside a file', async () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    const file = new OfficeFile({
      dataDirectory: join(blocked, 'data'),
      appVersion: '0',
      now: () => new Date(clock).toISOString(),
      seed: () => undefined,
    });
    await file.open();
    expect(file.problem?.code).toBe('database/folder-missing');
  });
});

describe('migrations', () => {
  test('are numbered from one without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  test('leave nothing behind when a step fails', () => {
    const database = new Database(':memory:');
    const steps = [
      ...MIGRATIONS,
      {
        version: SCHEMA_VERSION + 1,
        name: 'broken.sql',
        sql: 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT;',
      },
    ];
    expect(() => migrate(database, '0', () => '', undefined, steps)).toThrow(/half/);
    expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('changes', () => {
  test('write all of it or nothing', async () => {
    const file = await openFile();
    expect(() =>
      file.write('test', (writer) => {
        module(writer, 'HALF');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(file.reader.number("SELECT count(*) FROM modules WHERE code = 'HALF'")).toBe(0);
    expect(file.reader.number('SELECT count(*) FROM changes')).toBe(1);
    expect(checkAudit(file.reader).ok).toBe(true);
  });

  test('are undone and redone exactly, row by row', async () => {
    const file = await openFile();
    const [one, two] = file.write(
      'test',
      (writer) => [module(writer, 'ONE'), module(writer, 'TWO')] as const,
    ).value;
    const state = (): string => JSON.stringify(file.reader.rows('SELECT * FROM modules ORDER BY id'));
    const before = state();
    const edit = file.write('test', (writer) => {
      writer.describe('Edited modules');
      writer.update('modules', { id: one }, { title: 'Another title', minutes: 45 });
      writer.remove('modules', { id: two });
    });
    const after = state();
    const undo = file.write('changes.undo', (writer) => writer.undo(edit.report.changeId ?? 0));
    expect(state()).toBe(before);
    file.write('changes.undo', (writer) => writer.undo(undo.report.changeId ?? 0));
    expect(state()).toBe(after);
    expect(checkAudit(file.reader).ok).toBe(true);
  });

  test('are not undone over later work', async () => {
    const file = await openFile();
    const id = file.write('test', (writer) => module(writer, 'ONE')).value;
    const first =
      file.write('test', (writer) => writer.update('modules', { id }, { title: 'First' })).report.changeId ??
      0;
    file.write('test', (writer) => writer.update('modules', { id }, { title: 'Second' }));
    expect(() => file.write('changes.undo', (writer) => writer.undo(first))).toThrow(/later work/);
    expect(file.reader.rows<{ title: string }>('SELECT title FROM modules WHERE id = ?', id)[0]?.title).toBe(
      'Second',
    );
  });

  test('that change nothing leave no trace', async () => {
    const file = await openFile();
    const id = file.write('test', (writer) => module(writer, 'ONE')).value;
    expect(file.write('test', (writer) => writer.update('modules', { id }, { minutes: 60 })).report).toEqual({
      changeId: null,
      rows: 0,
      topics: [],
    });
  });
});

describe('the audit chain', () => {
  const MANIPULATIONS: readonly (readonly [string, string, number])[] = [
    ['a changed value', `UPDATE audit SET after = replace(after, 'Module TWO', 'Module 2') WHERE id = 3`, 3],
    ['a removed row', 'DELETE FROM audit WHERE id = 2', 3],
    ['a last act cut off', 'DELETE FROM audit WHERE id = 4; DELETE FROM changes WHERE id = 4', 4],
    ['a back-dated act', `UPDATE changes SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2`, 2],
    ['a reworded reason', `UPDATE changes SET reason = 'because' WHERE id = 3`, 3],
    [
      'swapped rows',
      'UPDATE audit SET id = 99 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 99',
      2,
    ],
    [
      'an inserted row',
      `INSERT INTO audit (change_id, entity, entity_key, before, after, previous_hash, hash) SELECT change_id, entity, entity_key, before, after, hash, hash FROM audit WHERE id = 4`,
      5,
    ],
  ];

  test.each(MANIPULATIONS)('names the first bad record after %s', async (_what, sql, firstBadRow) => {
    const file = await openFile();
    for (const code of ['ONE', 'TWO', 'THREE']) file.write('test', (writer) => module(writer, code));
    expect(checkAudit(file.reader)).toMatchObject({ ok: true, rows: 4 });
    file.close();
    tamper(sql);
    const opened = await openFile();
    expect(opened.recentAudit).toMatchObject({ ok: false });
    expect(checkAudit(opened.reader)).toMatchObject({ ok: false, firstBadRow });
  });

  test('refuses to be changed through the program', async () => {
    (await openFile()).close();
    const database = new Database(join(folder, 'rounds.db'));
    for (const table of ['audit', 'changes']) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/never go/);
    }
    database.close();
  });
});

describe('backups', () => {
  test('are taken at start only when something changed, and are whole files', async () => {
    (await openFile()).close();
    (await openFile()).close();
    const [first, ...others] = listBackups(folder);
    expect(others).toEqual([]);
    expect(first?.occasion).toBe('start');
    (await openFile()).close();
    expect(listBackups(folder)).toHaveLength(1);
    const file = await openFile();
    file.write('test', (writer) => module(writer, 'ONE'));
    file.close();
    (await openFile()).close();
    expect(listBackups(folder)).toHaveLength(2);
    expect(readdirSync(join(folder, 'backups')).every((name) => name.endsWith('.db'))).toBe(true);
  });

  test('are restored, and the restore can be taken back', async () => {
    const file = await openFile();
    const backup = await file.backup('manual');
    file.write('test', (writer) => module(writer, 'LATER'));
    await file.restore(backup.name);
    expect(file.reader.number("SELECT count(*) FROM modules WHERE code = 'LATER'")).toBe(0);
    const before = listBackups(folder).find((item) => item.occasion === 'restore');
    await file.restore(before?.name ?? '');
    expect(file.reader.number("SELECT count(*) FROM modules WHERE code = 'LATER'")).toBe(1);
  });

  test('never bring a certificate number back, nor does an empty office', async () => {
    const file = await openFile();
    const next = (): number =>
      file.reader.number("SELECT next FROM number_sequences WHERE name = 'SUM-2026'");
    file.write('test', (writer) => writer.insert('number_sequences', { name: 'SUM-2026', next: 5 }));
    const backup = await file.backup('manual');
    file.write('test', (writer) => writer.update('number_sequences', { name: 'SUM-2026' }, { next: 9 }));
    await file.restore(backup.name);
    expect(next()).toBe(9);
    expect(checkAudit(file.reader).ok).toBe(true);
    await file.startFresh();
    expect(next()).toBe(9);
    file.close();
    // Too damaged to say: the newest backup is the last that is known of it.
    writeFileSync(join(folder, 'rounds.db'), 'gone');
    const again = await openFile();
    await again.restore(backup.name);
    expect(again.reader.number("SELECT next FROM number_sequences WHERE name = 'SUM-2026'")).toBe(9);
  });

  test('are not put over a file that another program holds', async () => {
    const first = await openFile();
    const backup = await first.backup('manual');
    const second = await openFile();
    await expect(second.restore(backup.name)).rejects.toMatchObject({ code: 'database/unavailable' });
    await expect(second.startFresh()).rejects.toMatchObject({ code: 'database/unavailable' });
    expect(first.write('test', (writer) => module(writer, 'ONE')).report.rows).toBe(1);
    expect(readdirSync(folder)).toContain('rounds.db');
  });

  test('that are damaged are refused and the present file stays', async () => {
    const file = await openFile();
    const backup = await file.backup('manual');
    const path = join(folder, 'backups', backup.name);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4_096, 40_960);
    writeFileSync(path, bytes);
    await expect(file.restore(backup.name)).rejects.toMatchObject({ code: 'backups/invalid' });
    expect(file.problem).toBeNull();
    expect(file.reader.number('SELECT count(*) FROM modules')).toBe(1);
  });

  test('bring back an office whose file is damaged; the damaged one is kept', async () => {
    const first = await openFile();
    const backup = await first.backup('manual');
    first.close();
    writeFileSync(join(folder, 'rounds.db'), 'gone');
    const file = await openFile();
    expect(file.problem?.code).toBe('database/damaged');
    await file.restore(backup.name);
    expect(file.problem).toBeNull();
    expect(readdirSync(folder).some((name) => name.startsWith('rounds.db.damaged-'))).toBe(true);
  });

  test.each(['../rounds.db', 'nothing.db', '2026-11-24T08-00-00-000Z_v1_start.db'])(
    'refuse the name %s',
    async (name) => {
      await expect((await openFile()).restore(name)).rejects.toMatchObject({ code: 'backups/not-found' });
    },
  );
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/main/database/migrate.ts';
import { openEngine } from './fixture.ts';

/** A file of the first schema, filled by hand as the first program filled it, brought forward by this one. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MODULE = {
  title: 'Concepts',
  domain: 'foundations',
  track: 'foundation',
  format: 'self_paced',
  ama_learning_format: 'enduring material',
  minutes: 45,
  description: '',
  objectives: '["Define a model."]',
  audience: '[]',
  specialty_focus: '[]',
  prerequisites: '[]',
  competencies: '[{"code":"F1","level":2}]',
  assessment_method: '',
  assessment_standard: '',
  references: '[]',
  last_reviewed: null,
  review_by: null,
  edited: 0,
  retired: 0,
};

function insert(database: Database.Database, table: string, row: object): void {
  const names = Object.keys(row).map((name) => `"${name}"`);
  database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

function firstFile(): void {
  const database = new Database(join(folder, 'rounds.db'));
  database.pragma('journal_mode = WAL');
  migrate(database, '0.1.0', () => '2026-11-24T08:00:00.000Z', undefined, MIGRATIONS.slice(0, 1));
  const seed = {
    code: 'F1',
    position: 0,
    domain: 'foundations',
    name: 'Concepts',
    description: '',
    levels: '["a","b","c"]',
    provenance: '[]',
  };
  insert(database, 'competencies', seed);
  insert(database, 'templates', { code: 'T-01', position: 0, content: '{}' });
  insert(database, 'modules', { ...MODULE, id: 1, code: 'M-F01', origin: 'catalogue' });
  insert(database, 'modules', { ...MODULE, id: 2, code: 'OWN-1', origin: 'own' });
  const curriculum = {
    title: 'Course',
    description: '',
    audience: '',
    delivery: '',
    award: '',
    targets: '{"F1":2}',
    archived: 0,
    updated_at: '2026-11-24T08:00:00.000Z',
  };
  insert(database, 'curricula', { ...curriculum, id: 1, template_code: 'T-04', module_ids: '[2,1]' });
  insert(database, 'curricula', { ...curriculum, id: 2, template_code: null, module_ids: '[]' });
  const snapshot = {
    description: '',
    audience: '',
    delivery: '',
    award: '',
    targets: { F1: 2 },
    content: [
      {
        id: 1,
        code: 'M-F01',
        title: 'Concepts',
        domain: 'foundations',
        track: 'foundation',
        format: 'self_paced',
        amaLearningFormat: 'enduring material',
        minutes: 45,
        description: '',
        objectives: ['Define a model.'],
        audience: [],
        specialtyFocus: [],
        prerequisites: [],
        competencies: [{ code: 'F1', level: 2 }],
        assessmentMethod: '',
        assessmentStandard: '',
        references: [],
        lastReviewed: null,
        reviewBy: null,
        origin: 'catalogue',
        edited: false,
        retired: false,
      },
    ],
    competencies: [],
  };
  insert(database, 'curriculum_versions', {
    id: 1,
    curriculum_id: 1,
    number: 1,
    title: 'Course',
    minutes: 45,
    credit_quarters: 3,
    modules: 1,
    snapshot: JSON.stringify(snapshot),
    sha256: 'x',
    published_at: '2026-11-24T08:00:00.000Z',
  });
  insert(database, 'imports', {
    id: 7,
    kind: 'roster',
    activity_id: null,
    file_name: 'roster.csv',
    file_sha256: 'x',
    layout: 'own',
    counts: '{"new":1}',
    change_id: 1,
    applied_at: '2026-11-24T08:00:00.000Z',
  });
  insert(database, 'import_rows', { import_id: 7, row: 2, fate: 'new', outcome: '{}' });
  database.close();
}

test('a file of the first schema keeps everything and reads in the new form', async () => {
  firstFile();
  const office = await openEngine({ dataDirectory: folder });
  const none = { note: '', week: null };
  expect(await office.ask('curricula.get', { id: 1 })).toMatchObject({
    kind: 'executive',
    items: [
      { kind: 'module', moduleId: 2, ...none },
      { kind: 'module', moduleId: 1, ...none },
    ],
    targets: { F1: 2 },
    schedule: { startsOn: null, weeks: null },
    constraints: { minutes: { min: null, max: null }, requiredDomains: [] },
  });
  expect(await office.ask('curricula.get', { id: 2 })).toMatchObject({ kind: null, items: [] });
  const modules = await office.ask('modules.list', {});
  expect(modules.map(({ code, mooreLevel, aiUses }) => [code, mooreLevel, aiUses])).toEqual([
    ['M-F01', '3A', []],
    ['OWN-1', null, []],
  ]);
  expect(await office.ask('versions.get', { versionId: 1 })).toMatchObject({
    kind: null,
    items: [{ kind: 'module', moduleId: 1, ...none }],
    content: [{ code: 'M-F01', mooreLevel: null, aiUses: [] }],
  });
  await office.close();

  const file = new Database(join(folder, 'rounds.db'), { readonly: true });
  expect(file.prepare('SELECT id, kind, file_name FROM imports').all()).toEqual([
    { id: 7, kind: 'roster', file_name: 'roster.csv' },
  ]);
  expect(file.prepare('SELECT import_id, row FROM import_rows').all()).toEqual([{ import_id: 7, row: 2 }]);
  expect(file.pragma('foreign_key_check')).toEqual([]);
  file.close();
  // The copy that is made before a migration still has the first schema.
  const [copy = ''] = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
  const before = new Database(join(folder, 'backups', copy), { readonly: true });
  expect(before.pragma('user_version', { simple: true })).toBe(1);
  before.close();
});

test('templates come from the catalogue with the program', async () => {
  firstFile();
  const office = await openEngine({ dataDirectory: folder });
  const templates = await office.ask('templates.list', {});
  expect(templates.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
    'T-01 specialization',
    'T-02 certification',
    'T-03 extension',
    'T-04 executive',
    'T-05 bridge',
    'T-06 precision',
  ]);
  await office.close();
});

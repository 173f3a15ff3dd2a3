import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditHash } from '../../src/main/database/audit.ts';
import { MIGRATIONS, migrate } from '../../src/main/database/migrate.ts';
import { catalogueModules, catalogueTemplates } from '../../src/main/modules/index.ts';
import type { Output } from '../../src/shared/contract/index.ts';
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

const CURRICULUM = {
  title: 'Course',
  description: '',
  audience: '',
  delivery: '',
  award: '',
  targets: '{"F1":2}',
  archived: 0,
  updated_at: '2026-11-24T08:00:00.000Z',
};

function insert(database: Database.Database, table: string, row: object): void {
  const names = Object.keys(row).map((name) => `"${name}"`);
  database
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

/** A module as a version of the first schema froze it. */
function frozenModule(id: number, code: string, origin: 'catalogue' | 'own'): object {
  return {
    code,
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
    id,
    origin,
    edited: false,
    retired: false,
  };
}

/** Acts of the first program, as it recorded them: what each did to one row. */
type FirstAct = {
  readonly title: string;
  readonly entity: string;
  readonly entityKey: string;
  readonly before: object | null;
  readonly after: object | null;
};

function firstActs(acts: readonly FirstAct[]): void {
  const database = new Database(join(folder, 'rounds.db'));
  let previousHash = '';
  for (const [index, { title, entity, entityKey, ...act }] of acts.entries()) {
    const changeId = index + 1;
    const at = '2026-11-24T09:00:00.000Z';
    const before = act.before && JSON.stringify(act.before);
    const after = act.after && JSON.stringify(act.after);
    const change = { at, method: 'test', title, reason: null };
    insert(database, 'changes', { id: changeId, ...change, undo_of: null });
    const hash = auditHash({
      changeId,
      ...change,
      undoOf: null,
      entity,
      entityKey,
      before,
      after,
      previousHash,
    });
    insert(database, 'audit', {
      change_id: changeId,
      entity,
      entity_key: entityKey,
      before,
      after,
      previous_hash: previousHash,
      hash,
    });
    previousHash = hash;
  }
  database.close();
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
  insert(database, 'curricula', { ...CURRICULUM, id: 1, template_code: 'T-04', module_ids: '[2,1]' });
  insert(database, 'curricula', { ...CURRICULUM, id: 2, template_code: null, module_ids: '[]' });
  const frozen = {
    description: '',
    audience: '',
    delivery: '',
    award: '',
    targets: { F1: 2 },
    content: [frozenModule(2, 'OWN-1', 'own'), frozenModule(1, 'M-F01', 'catalogue')],
    competencies: [
      {
        code: 'F1',
        domain: 'foundations',
        name: 'Concepts',
        description: '',
        levels: ['a', 'b', 'c'],
        provenance: [],
        specialtyBoundLevel: null,
      },
    ],
  };
  insert(database, 'curriculum_versions', {
    id: 1,
    curriculum_id: 1,
    number: 1,
    title: 'Course',
    minutes: 90,
    credit_quarters: 6,
    modules: 2,
    snapshot: JSON.stringify(frozen),
    // As the first program did: the title, and what it froze, in this order.
    sha256: createHash('sha256')
      .update(JSON.stringify({ title: 'Course', ...frozen }))
      .digest('hex'),
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
    items: [
      { kind: 'module', moduleId: 2, ...none },
      { kind: 'module', moduleId: 1, ...none },
    ],
    content: [
      { code: 'OWN-1', mooreLevel: null, aiUses: [] },
      { code: 'M-F01', mooreLevel: null, aiUses: [] },
    ],
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

describe('a version of the first schema', () => {
  type Draft = Output<'curricula.get'>;
  type Library = Output<'modules.list'>;

  test('reads like its draft after the step forward, and is not published twice', async () => {
    firstFile();
    const office = await openEngine({ dataDirectory: folder });
    const [row] = (await office.ask('curricula.list', {})).filter(({ id }) => id === 1);
    expect(row).toMatchObject({ latestVersion: 1, changedSinceVersion: false });
    const refused = await office.fault('curricula.publish', { id: 1 });
    expect(refused.code).toBe('curricula/unchanged');
    // Out of the library, it is taught as before.
    await office.ask('modules.retire', { id: 2, retired: true });
    expect((await office.ask('curricula.list', {})).find(({ id }) => id === 1)?.changedSinceVersion).toBe(
      false,
    );
    await office.close();
  });

  test.each<readonly [string, (draft: Draft) => Partial<Draft>]>([
    ['another title', () => ({ title: 'Evening course' })],
    ['another kind', () => ({ kind: 'bridge' })],
    ['no kind', () => ({ kind: null })],
    ['another order', ({ items }) => ({ items: items.toReversed() })],
    ['a note', ({ items }) => ({ items: items.map((item) => ({ ...item, note: 'Bring a case.' })) })],
    ['a week', ({ items }) => ({ items: items.map((item) => ({ ...item, week: 1 })) })],
    [
      'a section',
      ({ items }) => ({
        items: [{ kind: 'section', key: 's1', title: 'Start', note: '' }, ...items],
      }),
    ],
    ['a schedule', () => ({ schedule: { startsOn: null, weeks: 4 } })],
    ['a constraint', ({ constraints }) => ({ constraints: { ...constraints, specialtyModule: true } })],
    ['another target', () => ({ targets: { F1: 3 } })],
  ])('reads otherwise than a draft with %s', async (_what, change) => {
    firstFile();
    const office = await openEngine({ dataDirectory: folder });
    const draft = await office.ask('curricula.get', { id: 1 });
    const { id, templateCode: _, updatedAt: __, versions: ___, ...content } = { ...draft, ...change(draft) };
    await office.ask('curricula.update', { id, content });
    const row = (await office.ask('curricula.list', {})).find((curriculum) => curriculum.id === 1);
    expect(row).toMatchObject({ latestVersion: 1, changedSinceVersion: true });
    expect(await office.ask('curricula.publish', { id })).toMatchObject({ number: 2 });
    // From here on versions say everything.
    expect((await office.fault('curricula.publish', { id })).code).toBe('curricula/unchanged');
    await office.close();
  });

  test.each<readonly [string, string, (module: Library[number]) => Partial<Library[number]>]>([
    ['another outcome level', 'M-F01', () => ({ mooreLevel: '5' })],
    ['an outcome level', 'OWN-1', () => ({ mooreLevel: '3A' })],
    ['more minutes', 'OWN-1', () => ({ minutes: 60 })],
    [
      'a use of AI',
      'OWN-1',
      () => ({ aiUses: [{ tool: 'Draft', version: '', usedOn: '2026-11-01', task: 'stems', reviewer: '' }] }),
    ],
  ])('reads otherwise when a module has %s', async (_what, code, change) => {
    firstFile();
    const office = await openEngine({ dataDirectory: folder });
    const module = (await office.ask('modules.list', {})).find((candidate) => candidate.code === code);
    if (!module) throw new Error(`no module ${code}`);
    const { id, origin: _, edited: __, retired: ___, ...content } = { ...module, ...change(module) };
    await office.ask('modules.update', { id, content });
    const row = (await office.ask('curricula.list', {})).find((curriculum) => curriculum.id === 1);
    expect(row?.changedSinceVersion).toBe(true);
    await office.close();
  });

  test('what the step filled in is what the catalogue says', () => {
    const database = new Database(':memory:');
    migrate(database, '0.1.0', () => '2026-11-24T08:00:00.000Z', undefined, MIGRATIONS.slice(0, 1));
    for (const code of catalogueModules().keys())
      insert(database, 'modules', { ...MODULE, code, origin: 'catalogue' });
    for (const { code } of catalogueTemplates())
      insert(database, 'curricula', { ...CURRICULUM, template_code: code, module_ids: '[]' });
    migrate(database, '0.2.0', () => '2026-11-25T08:00:00.000Z', undefined, MIGRATIONS.slice(0, 2));
    expect(database.prepare('SELECT code, moore_level FROM modules ORDER BY id').raw().all()).toEqual(
      [...catalogueModules().values()].map(({ code, mooreLevel }) => [code, mooreLevel]),
    );
    expect(database.prepare('SELECT template_code, kind FROM curricula ORDER BY id').raw().all()).toEqual(
      catalogueTemplates().map(({ code, kind }) => [code, kind]),
    );
    database.close();
  });
});

test('what the first program did to curricula and modules is not offered for undoing; the rest is', async () => {
  firstFile();
  const now = { id: 2, ...CURRICULUM, template_code: null, module_ids: '[]' };
  const gone = { id: 9, ...CURRICULUM, template_code: null, module_ids: '[1]' };
  const was = { ...MODULE, id: 2, code: 'OWN-1', origin: 'own' };
  const sign = { id: 1, position: 0, name: 'Rosa Lindqvist, MD', title: 'Director', image_asset_id: null };
  firstActs([
    {
      title: 'Edited curriculum',
      entity: 'curricula',
      entityKey: '{"id":2}',
      before: { ...now, title: 'Old' },
      after: now,
    },
    { title: 'Removed curriculum', entity: 'curricula', entityKey: '{"id":9}', before: gone, after: null },
    {
      title: 'Edited module',
      entity: 'modules',
      entityKey: '{"id":2}',
      before: { ...was, minutes: 30 },
      after: was,
    },
    { title: 'Removed a signatory', entity: 'signatories', entityKey: '{"id":1}', before: sign, after: null },
  ]);
  const office = await openEngine({ dataDirectory: folder });
  expect((await office.ask('audit.check', {})).ok).toBe(true);
  expect(
    (await office.ask('changes.recent', { limit: 10 })).map(({ title, undoable }) => [title, undoable]),
  ).toEqual([
    ['Added the credit types that come with this version', false],
    ['Removed a signatory', true],
    ['Edited module', false],
    ['Removed curriculum', false],
    ['Edited curriculum', false],
  ]);
  for (const changeId of [1, 2, 3]) {
    const { code, message } = await office.fault('changes.undo', { changeId });
    expect([changeId, code]).toEqual([changeId, 'changes/cannot-undo']);
    expect(message).toContain('was done with an earlier version of Rounds');
  }
  await office.ask('changes.undo', { changeId: 4 });
  await office.ask('modules.retire', { id: 2, retired: true });
  const [retired] = await office.ask('changes.recent', { limit: 1 });
  expect(retired?.undoable).toBe(true);
  await office.ask('changes.undo', { changeId: retired?.changeId ?? 0 });
  await office.close();
});

test('a clock that is set back makes nothing old in a file of today', async () => {
  let now = '2027-06-01T08:00:00.000Z';
  const office = await openEngine({ dataDirectory: folder, now: () => now });
  await office.withOffice();
  now = '2026-11-24T08:00:00.000Z';
  const [module] = await office.ask('modules.list', {});
  await office.ask('modules.retire', { id: module?.id ?? 0, retired: true });
  const [retired] = await office.ask('changes.recent', { limit: 1 });
  expect(retired?.undoable).toBe(true);
  await office.ask('changes.undo', { changeId: retired?.changeId ?? 0 });
  await office.close();
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/contract/index.ts';
import { type Module, ModuleContent } from '../../src/shared/contract/modules.ts';
import { person, written } from './course.ts';
import { openEngine, type TestEngine, temporaryFolder } from './fixture.ts';

let office: TestEngine;
let dataDirectory = '';
const open = () => openEngine({ dataDirectory, now: () => '2026-11-24T19:00:00.000Z' });
beforeEach(async () => {
  dataDirectory = temporaryFolder();
  office = await open();
  await office.withOffice();
});
afterEach(async () => {
  await office.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Writes into the file while the program is closed. */
async function inFile(work: (file: Database.Database) => void): Promise<void> {
  await office.close();
  const file = new Database(join(dataDirectory, 'rounds.db'));
  work(file);
  file.close();
  office = await open();
}

async function modulesByCode(): Promise<ReadonlyMap<string, Module>> {
  return new Map((await office.ask('modules.list', {})).map((module) => [module.code, module]));
}

async function moduleOf(code: string): Promise<Module> {
  const module = (await modulesByCode()).get(code);
  if (!module) throw new Error(`no module ${code}`);
  return module;
}

function contentOf(module: Module, rest: Partial<ModuleContent> = {}): ModuleContent {
  const { id: _, origin: __, edited: ___, retired: ____, ...content } = module;
  return ModuleContent.parse({ ...content, ...rest });
}

/** Adds modules of the office's own, each an hour without anything else but `rest`. */
async function add(code: string, rest: Partial<ModuleContent> = {}): Promise<number> {
  const plain = contentOf(await moduleOf('M-F01'), {
    title: `Module ${code}`,
    prerequisites: [],
    audience: [],
    competencies: [],
  });
  return (await office.ask('modules.create', { ...plain, ...rest, code })).id;
}

async function idsOf(...codes: readonly string[]): Promise<number[]> {
  const modules = await modulesByCode();
  return codes.map((code) => modules.get(code)?.id ?? 0);
}

async function undoLast(): Promise<void> {
  const [last] = await office.ask('changes.recent', { limit: 1 });
  await office.ask('changes.undo', { changeId: last?.changeId ?? 0 });
}

/** The refusal of a change of many; nothing may have been written. */
async function refused(ids: number[], patch: Input<'modules.updateMany'>['patch']) {
  const before = await written(office);
  const fault = await office.fault('modules.updateMany', { ids, patch });
  expect(await written(office)).toBe(before);
  return fault;
}

describe('changing many at once', () => {
  test('each field of the patch arrives, what is left out stays, and one undo takes all of it back', async () => {
    const ids = [await add('OWN-1'), await add('OWN-2', { audience: ['nursing'] }), await add('OWN-3')];
    const before = await office.ask('modules.list', {});
    const answer = await office.ask('modules.updateMany', {
      ids: ids.slice(0, 2),
      patch: {
        domain: 'governance',
        track: 'leader',
        format: 'ward_round',
        amaLearningFormat: 'other',
        addAudience: ['surgery'],
        lastReviewed: '2026-11-24',
        reviewBy: 'usual',
        retired: true,
      },
    });
    expect(answer).toEqual({ changed: 2 });
    const after = await modulesByCode();
    expect(after.get('OWN-2')).toEqual({
      ...before.find(({ code }) => code === 'OWN-2'),
      domain: 'governance',
      track: 'leader',
      format: 'ward_round',
      amaLearningFormat: 'other',
      audience: ['nursing', 'surgery'],
      lastReviewed: '2026-11-24',
      // Governance: half a year.
      reviewBy: '2027-05-24',
      retired: true,
    });
    // A module that is for everyone stays so.
    expect(after.get('OWN-1')?.audience).toEqual([]);
    expect(after.get('OWN-3')).toEqual(before.find(({ code }) => code === 'OWN-3'));
    await undoLast();
    expect(await office.ask('modules.list', {})).toEqual(before);
  });

  test('the usual review date is the one of each module; modules of the catalogue are marked as edited', async () => {
    const ids = await idsOf('M-C01', 'M-G01', 'M-F04');
    await office.ask('modules.updateMany', {
      ids,
      patch: { lastReviewed: '2026-11-24', reviewBy: 'usual' },
    });
    const after = await modulesByCode();
    expect(['M-C01', 'M-G01', 'M-F04'].map((code) => after.get(code)?.reviewBy)).toEqual([
      '2027-11-24',
      '2027-05-24',
      '2027-05-24',
    ]);
    expect(after.get('M-C01')?.edited).toBe(true);
  });

  test('the audience is judged as it stands after all changes: together they may, alone not', async () => {
    const first = await add('OWN-1', { audience: ['nursing'] });
    const second = await add('OWN-2', { audience: ['nursing'], prerequisites: ['OWN-1'] });
    const alone = await refused([second], { addAudience: ['surgery'] });
    expect(alone).toMatchObject({ code: 'modules/audience-too-wide' });
    expect(alone.message).toBe(
      'OWN-2 is for Surgery, but OWN-1, its prerequisite, is not. Widen the audience of OWN-1 or narrow that of OWN-2.',
    );
    // Narrowing what another module builds on is named by that other module, although it is not chosen itself.
    await office.ask('modules.updateMany', { ids: [first, second], patch: { addAudience: ['surgery'] } });
    expect((await refused([first], { removeAudience: ['surgery'] })).message).toContain(
      'OWN-2 is for Surgery',
    );
    expect(
      await office.ask('modules.updateMany', {
        ids: [first, second],
        patch: { removeAudience: ['surgery'] },
      }),
    ).toEqual({ changed: 2 });
  });

  test('taking the last group away would open a module to everyone and is refused by name', async () => {
    const ids = [await add('OWN-1', { audience: ['nursing'] }), await add('OWN-2')];
    const fault = await refused(ids, { removeAudience: ['nursing'] });
    expect(fault.message).toContain('OWN-1 would lose every group');
  });

  test('one unknown id or a review before the last one stops all of it', async () => {
    const ids = await idsOf('M-C01', 'M-C02');
    expect((await refused([...ids, 99_999], { track: 'leader' })).code).toBe('modules/not-found');
    const early = await refused(ids, { lastReviewed: '2026-11-24', reviewBy: '2026-11-23' });
    expect(early.message).toMatch(/^M-C01 was reviewed on November 24, 2026/);
  });

  test('what already reads so is not counted and leaves no act behind', async () => {
    const ids = await idsOf('M-C01', 'M-G01');
    expect(await office.ask('modules.updateMany', { ids, patch: { domain: 'clinical' } })).toEqual({
      changed: 1,
    });
    const before = await written(office);
    expect(await office.ask('modules.updateMany', { ids, patch: { domain: 'clinical' } })).toEqual({
      changed: 0,
    });
    expect(await written(office)).toBe(before);
  });

  test('5,000 modules that build on one another change and come back in one step', async () => {
    await inFile((file) => grow(file, 5_000));
    const modules = await office.ask('modules.list', {});
    const ids = modules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(5_000);
    const answer = await office.ask('modules.updateMany', {
      ids,
      patch: { lastReviewed: '2026-11-24', reviewBy: 'usual', addAudience: ['chaplains'] },
    });
    expect(answer.changed).toBe(ids.length);
    await undoLast();
    expect(await office.ask('modules.list', {})).toEqual(modules);
  });
});

/** Many modules in a long chain, put into the file beside the program. */
function grow(file: Database.Database, count: number): void {
  const columns = file
    .prepare(
      "SELECT name FROM pragma_table_info('modules') WHERE name NOT IN ('id', 'code', 'origin', 'prerequisites')",
    )
    .pluck()
    .all()
    .map((name) => `"${String(name)}"`)
    .join(', ');
  const insert = file.prepare(
    `INSERT INTO modules (code, origin, prerequisites, ${columns})
     SELECT ?, 'own', ?, ${columns} FROM modules WHERE code = 'M-F01'`,
  );
  file.transaction(() => {
    for (let at = 0; at < count; at += 1) insert.run(`GROWN-${at}`, at === 0 ? '[]' : `["GROWN-${at - 1}"]`);
  })();
}

describe('copying', () => {
  test('a copy is the office’s own under its own code, and undo takes it away', async () => {
    const original = await moduleOf('M-G05');
    const { id } = await office.ask('modules.duplicate', {
      id: original.id,
      code: 'OWN-G05',
      title: 'Model cards at our place',
    });
    expect(await moduleOf('OWN-G05')).toEqual({
      ...original,
      id,
      code: 'OWN-G05',
      title: 'Model cards at our place',
      origin: 'own',
      edited: false,
    });
    await undoLast();
    expect((await modulesByCode()).has('OWN-G05')).toBe(false);
  });

  test.each([
    ['M-F01', 'modules/code-in-use'],
    ['own 1', 'request/invalid'],
    ["'; DROP TABLE modules; --", 'request/invalid'],
  ])('code %j is refused', async (code, refusal) => {
    const { id } = await moduleOf('M-G05');
    expect((await office.fault('modules.duplicate', { id, code, title: 'Copy' })).code).toBe(refusal);
  });

  test('a copy of a retired module stands in the library', async () => {
    const { id } = await moduleOf('M-G05');
    await office.ask('modules.retire', { id, retired: true });
    await office.ask('modules.duplicate', { id, code: 'OWN-G05', title: 'Copy' });
    expect((await moduleOf('OWN-G05')).retired).toBe(false);
  });
});

describe('where a module is used, and removing', () => {
  test('an unused module of the office goes and comes back with undo', async () => {
    const id = await add('OWN-1');
    const before = await office.ask('modules.list', {});
    expect(await office.ask('modules.usage', { id })).toEqual({
      curricula: [],
      versions: [],
      requiredBy: [],
      pathways: 0,
    });
    await office.ask('modules.remove', { id });
    expect((await office.fault('modules.usage', { id })).code).toBe('modules/not-found');
    await undoLast();
    expect(await office.ask('modules.list', {})).toEqual(before);
  });

  test('a module of the catalogue is retired, never removed', async () => {
    const { id } = await moduleOf('M-C21');
    const fault = await office.fault('modules.remove', { id });
    expect(fault).toMatchObject({ code: 'modules/in-use' });
    expect(fault.message).toContain('Retire it instead');
  });

  test('drafts, electives, versions with their activities, modules and pathways are all named', async () => {
    const id = await add('OWN-1');
    const requiring = await add('OWN-2', { prerequisites: ['OWN-1'] });
    const draft = await curriculumWith('Night school', {
      kind: 'module',
      moduleId: id,
      note: '',
      week: null,
    });
    const elective = await curriculumWith('Day school', {
      kind: 'electives',
      key: 'e1',
      note: '',
      title: 'One of these',
      rule: { by: 'count', atLeast: 1 },
      options: [
        { moduleId: id, note: '', week: null },
        { moduleId: requiring, note: '', week: null },
      ],
    });
    const { versionId } = await office.ask('curricula.publish', { id: draft });
    await office.ask('activities.create', { versionId, title: 'Spring course', startsOn: '2027-03-01' });
    await office.ask('people.create', person({}));
    await inFile((file) => savePathwaysWith(file, 'OWN-1'));

    expect(await office.ask('modules.usage', { id })).toEqual({
      curricula: [
        { id: elective, title: 'Day school', archived: false },
        { id: draft, title: 'Night school', archived: false },
      ],
      versions: [
        {
          id: versionId,
          curriculumId: draft,
          title: 'Night school',
          number: 1,
          activities: 1,
          archived: false,
        },
      ],
      requiredBy: [{ id: requiring, code: 'OWN-2', title: 'Module OWN-2' }],
      pathways: 1,
    });
    const used = await office.ask('modules.used', {});
    expect(used).toEqual(expect.arrayContaining([id, requiring]));
    expect(used).not.toContain((await moduleOf('M-C21')).id);
    const fault = await office.fault('modules.remove', { id });
    expect(fault.code).toBe('modules/in-use');
    for (const place of ['“Day school”', '“Night school” version 1', 'OWN-2', '1 saved pathway'])
      expect(fault.message).toContain(place);

    // A curriculum that was removed keeps its versions, and its draft for whoever undoes that.
    await office.ask('curricula.remove', { id: draft });
    expect(await office.ask('modules.usage', { id })).toMatchObject({
      curricula: [
        { title: 'Day school', archived: false },
        { title: 'Night school', archived: true },
      ],
      versions: [{ title: 'Night school', archived: true }],
    });
    expect((await office.fault('modules.remove', { id })).message).toContain(
      'used in 1 curriculum (“Day school”); 1 removed curriculum (“Night school”); 1 published version (“Night school” version 1)',
    );

    // Retired: it stays where it is used.
    await office.ask('modules.retire', { id, retired: true });
    expect((await office.ask('modules.usage', { id })).curricula).toHaveLength(2);
    expect((await office.ask('versions.get', { versionId })).content.map(({ code }) => code)).toEqual([
      'OWN-1',
    ]);
  });

  async function curriculumWith(title: string, item: Input<'curricula.update'>['content']['items'][number]) {
    const { id } = await office.ask('curricula.create', { title, templateCode: null, specialtyModule: null });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await office.ask('curricula.get', { id });
    await office.ask('curricula.update', { id, content: { ...content, items: [item] } });
    return id;
  }

  /** Pathways as they are kept: one that holds the module, and others. */
  function savePathwaysWith(file: Database.Database, code: string): void {
    const save = file.prepare(
      'INSERT INTO pathways (person_id, title, request, levels, answer, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    save.run(1, 'Hers', '{}', '[]', JSON.stringify({ status: 'solved', steps: [{ code }] }), '2026-11-24');
    save.run(
      1,
      'Other',
      '{}',
      '[]',
      JSON.stringify({ status: 'solved', steps: [{ code: 'M-F01' }] }),
      '2026-11-24',
    );
    save.run(
      1,
      'None',
      '{}',
      '[]',
      JSON.stringify({ status: 'impossible', conflict: [], advice: [] }),
      '2026-11-24',
    );
  }
});

describe('bad input', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['negative minutes', { minutes: -60 }, 'request/invalid'],
    ['half a minute', { minutes: 45.5 }, 'request/invalid'],
    ['an unknown competency', { competencies: [{ code: 'Z9', level: 1 }] }, 'request/invalid'],
    ['a level that is none', { competencies: [{ code: 'C1', level: 4 }] }, 'request/invalid'],
    ['a prerequisite twice', { prerequisites: ['M-F01', 'M-F01'] }, 'request/invalid'],
    ['itself as prerequisite', { prerequisites: ['OWN-9'] }, 'modules/prerequisite-cycle'],
    ['a prerequisite that is not there', { prerequisites: ['NONE-1'] }, 'modules/not-found'],
    ['a review before the last', { lastReviewed: '2026-05-02', reviewBy: '2026-05-01' }, 'request/invalid'],
    [
      'an AI use without a tool',
      { aiUses: [{ tool: ' ', version: '', usedOn: '2026-01-01', task: 'x', reviewer: '' }] },
      'request/invalid',
    ],
    [
      'an AI use on no day',
      { aiUses: [{ tool: 'x', version: '', usedOn: '2026-02-30', task: 'x', reviewer: '' }] },
      'request/invalid',
    ],
    ['a Moore level that is none', { mooreLevel: '9' }, 'request/invalid'],
    ['a title with a null character', { title: 'a\u0000b' }, 'request/invalid'],
    ['half a character', { title: '\ud800' }, 'request/invalid'],
    ['a prototype for content', { __proto__: { code: 'X' }, code: undefined }, 'request/invalid'],
  ])('%s is refused and nothing is written', async (_, rest, code) => {
    const content = { ...contentOf(await moduleOf('M-F01')), prerequisites: [], audience: [], code: 'OWN-9' };
    const before = await written(office);
    const fault = await office.fault('modules.create', { ...content, ...rest });
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/\.$/);
    expect(await written(office)).toBe(before);
  });

  test('hostile words are kept as they are and do no harm', async () => {
    const title = `"><script>alert(1)</script>'); DROP TABLE modules; -- =cmd|' /C calc'!A0`;
    const id = await add('OWN-1', {
      title,
      objectives: [title],
      aiUses: [{ tool: title, version: '', usedOn: '2026-01-01', task: title, reviewer: '' }],
    });
    const kept = await moduleOf('OWN-1');
    expect([kept.title, kept.objectives[0], kept.aiUses[0]?.tool]).toEqual([title, title, title]);
    await office.ask('modules.duplicate', { id, code: 'OWN-2', title });
    expect(await office.ask('search.everything', { text: 'DROP TABLE' })).toHaveLength(2);
  });
});

test('Home counts overdue reviews apart from those that fall due soon, and leads to the worklist', async () => {
  const modules = await office.ask('modules.list', {});
  await office.ask('modules.updateMany', {
    ids: modules.map(({ id }) => id),
    patch: { lastReviewed: '2026-01-01', reviewBy: '2027-11-24' },
  });
  const waiting = async () =>
    (await office.ask('home.summary', {})).attention.filter(({ kind }) => kind === 'module-review');
  expect(await waiting()).toEqual([]);
  await office.ask('modules.updateMany', { ids: await idsOf('M-C01'), patch: { reviewBy: '2027-01-23' } });
  expect(await waiting()).toMatchObject([
    { count: 1, title: '1 module is due for review soon', path: '/modules/reviews' },
  ]);
  await office.ask('modules.updateMany', {
    ids: await idsOf('M-C02', 'M-C03', 'M-C04'),
    patch: { reviewBy: '2026-11-23' },
  });
  const { id } = await moduleOf('M-C04');
  await office.ask('modules.retire', { id, retired: true });
  expect(await waiting()).toMatchObject([
    { count: 2, title: '2 modules are overdue for review', path: '/modules/reviews' },
  ]);
});

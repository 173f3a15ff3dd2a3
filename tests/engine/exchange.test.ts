import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../src/shared/contract/modules.ts';
import { CSV_FIELDS, CSV_HEADINGS } from '../../src/shared/exchange/csv-cells.ts';
import { ExchangeFile } from '../../src/shared/exchange/format.ts';
import {
  applyExchange,
  exchangeModule,
  exchangeText,
  libraryOf,
  refusedExchange,
  rehearseExchange,
  textOf,
} from './exchange-files.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

const SCHEMA = join(import.meta.dirname, '..', '..', 'resources', 'schema', 'rounds-curriculum.schema.json');

async function allIds(): Promise<number[]> {
  return (await office.ask('modules.list', {})).map(({ id }) => id);
}

async function problemsOf(modules: readonly unknown[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await rehearseExchange(office, exchangeText({ modules }));
  return Object.fromEntries(rows.map(({ row, problems }) => [String(row), problems]));
}

async function add(content: ModuleContent): Promise<void> {
  await office.ask('modules.create', content);
}

test('the published schema is the one that the program reads by', async () => {
  const schema = await office.ask('exchange.schema', {});
  expect(schema.fileName).toBe('rounds-curriculum.schema.json');
  await expect(textOf(schema)).toMatchFileSnapshot(SCHEMA);
});

describe('export', () => {
  test('of the whole library is a file of the published form and comes back as nothing new', async () => {
    const file = await office.ask('exchange.exportModules', { ids: await allIds(), form: 'json' });
    expect(file).toMatchObject({ fileName: 'Modules.json', mediaType: 'application/json' });
    const read = ExchangeFile.parse(JSON.parse(textOf(file)));
    expect(read.modules).toHaveLength(46);
    expect(read.competencies).toHaveLength(28);
    const rehearsal = await rehearseExchange(office, textOf(file));
    expect(rehearsal).toMatchObject({ form: 'json', total: 46, notices: [] });
    expect(rehearsal.counts).toEqual({ new: 0, changes: 0, same: 46, error: 0 });
    expect(
      (await office.fault('exchange.apply', { rehearsalId: rehearsal.rehearsalId, leaveOut: [] })).code,
    ).toBe('exchange/nothing-to-apply');
  });

  test('as CSV comes back as nothing new, with references and all', async () => {
    await add(
      exchangeModule('OWN-1', {
        title: '=cmd|calc; "quoted"',
        description: '\'-5 lines\n and "more", yes',
        objectives: ['List a; b \\ c', "'=not a formula", '-1 is a number'],
        audience: ['primary_care', 'a group of ours'],
        competencies: [{ code: 'F1', level: 2 }],
        assessmentMethod: '@home',
        mooreLevel: '3B',
        aiUses: [{ tool: 'A | B', version: '1;2', usedOn: '2026-02-03', task: 'draft', reviewer: '' }],
        references: [
          { key: '', citation: 'One; two | three \\', identifier: '', url: null, confidence: '' },
          {
            key: 'k',
            citation: 'Four',
            identifier: 'doi:1',
            url: 'https://example.org/?a=1;b',
            confidence: 'high',
          },
        ],
      }),
    );
    const file = await office.ask('exchange.exportModules', { ids: await allIds(), form: 'csv' });
    const rows = Papa.parse<string[]>(textOf(file).slice(1)).data;
    expect(rows[0]).toEqual([...CSV_HEADINGS]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const rehearsal = await rehearseExchange(office, Buffer.from(file.base64, 'base64'), file.fileName);
    expect(rehearsal.form).toBe('csv');
    expect(rehearsal.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rehearsal.counts).toEqual({ new: 0, changes: 0, same: 47, error: 0 });
    expect(rehearsal.columns.map(({ field }) => field)).toEqual([...CSV_FIELDS]);
  });

  test('of a curriculum brings all that its modules build on, and becomes the same draft elsewhere', async () => {
    await add(exchangeModule('OWN-1'));
    await add(exchangeModule('OWN-2', { prerequisites: ['OWN-1'] }));
    const modules = await office.ask('modules.list', {});
    const own = modules.find(({ code }) => code === 'OWN-2');
    const other = modules.find(({ code }) => code === 'M-F01');
    const { id } = await office.ask('curricula.create', {
      title: 'Ours: a course/1',
      templateCode: null,
      specialtyModule: null,
    });
    const {
      versions,
      updatedAt,
      templateCode,
      id: _,
      ...content
    } = await office.ask('curricula.get', { id });
    await office.ask('curricula.update', {
      id,
      content: {
        ...content,
        kind: 'executive',
        items: [
          { kind: 'section', key: 'one', title: 'Part one', note: 'Begin here' },
          { kind: 'module', moduleId: own?.id ?? 0, note: 'Early', week: 2 },
          {
            kind: 'electives',
            key: 'any',
            title: 'Any one',
            note: '',
            rule: { by: 'count', atLeast: 1 },
            options: [{ moduleId: other?.id ?? 0, note: '', week: null }],
          },
        ],
        targets: { F1: 2 },
        schedule: { startsOn: '2027-01-04', weeks: 6 },
      },
    });
    const file = await office.ask('exchange.exportCurriculum', { curriculumId: id });
    const read = ExchangeFile.parse(JSON.parse(textOf(file)));
    expect(read.modules?.map(({ code }) => code)).toEqual(['M-F01', 'OWN-1', 'OWN-2']);
    expect((await rehearseExchange(office, textOf(file))).counts).toEqual({
      new: 0,
      changes: 0,
      same: 4,
      error: 0,
    });

    const elsewhere = await openEngine();
    const rehearsal = await rehearseExchange(elsewhere, textOf(file));
    expect(rehearsal.counts).toEqual({ new: 3, changes: 0, same: 1, error: 0 });
    const applied = await applyExchange(elsewhere, rehearsal.rehearsalId);
    expect(applied).toMatchObject({ created: 2, changed: 0, left: 1 });
    const again = await elsewhere.ask('exchange.exportCurriculum', {
      curriculumId: applied.curriculumIds[0] ?? 0,
    });
    const { exportedAt, ...there } = ExchangeFile.parse(JSON.parse(textOf(again)));
    const { exportedAt: __, ...here } = read;
    expect(there).toEqual(here);
    await elsewhere.close();
  });
});

describe('import', () => {
  test('adds what is new, changes what differs and says how; one undo takes all of it back', async () => {
    const before = await libraryOf(office);
    const known = before.get('M-F01');
    if (!known) throw new Error('no M-F01');
    const { id } = await office.ask('curricula.create', {
      title: 'Autumn course',
      templateCode: 'T-01',
      specialtyModule: null,
    });
    const text = exchangeText({
      modules: [
        { code: 'M-F01', minutes: known.minutes + 15, title: 'Another title' },
        exchangeModule('OWN-1', { prerequisites: ['OWN-2'] }),
        exchangeModule('OWN-2'),
        { code: 'M-F02' },
      ],
      curricula: [
        { title: 'Autumn course', items: [{ kind: 'module', module: 'OWN-1' }] },
        {
          title: 'autumn course',
          items: [
            { kind: 'section', title: 'A' },
            { kind: 'section', title: 'B' },
          ],
        },
      ],
    });
    const rehearsal = await rehearseExchange(office, text, 'exchange.json');
    expect(rehearsal.counts).toEqual({ new: 4, changes: 1, same: 1, error: 0 });
    expect(rehearsal.rows[0]).toMatchObject({
      row: 1,
      what: 'module',
      code: 'M-F01',
      fate: 'changes',
      drafts: ['Autumn course'],
      changes: [
        { field: 'Title', from: known.title, to: 'Another title' },
        { field: 'Minutes', from: `${known.minutes} minutes`, to: `${known.minutes + 15} minutes` },
      ],
    });
    expect(rehearsal.notices).toEqual([expect.stringContaining('1 draft holds modules that change')]);
    expect(rehearsal.rows.find(({ row }) => row === 5)?.changes).toEqual([
      { field: 'Title', from: 'Autumn course', to: 'Autumn course (2)' },
    ]);

    const applied = await applyExchange(office, rehearsal.rehearsalId);
    expect(applied).toMatchObject({ created: 2, changed: 1, left: 1 });
    const titles = (await office.ask('curricula.list', {})).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Autumn course', 'Autumn course (2)', 'autumn course (3)']);
    const second = await office.ask('curricula.get', { id: applied.curriculumIds[1] ?? 0 });
    expect(new Set(second.items.flatMap((item) => (item.kind === 'section' ? [item.key] : []))).size).toBe(2);
    const library = await office.ask('modules.list', {});
    expect(library.find(({ code }) => code === 'M-F01')).toMatchObject({
      minutes: known.minutes + 15,
      edited: true,
    });
    expect(library.find(({ code }) => code === 'OWN-1')).toMatchObject({
      origin: 'own',
      prerequisites: ['OWN-2'],
    });
    // The draft that was there is not overwritten.
    expect((await office.ask('curricula.get', { id })).items.length).toBeGreaterThan(3);
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    expect(latest?.title).toBe('Imported “exchange.json”: 2 new modules, 1 changed module, 2 curricula');

    await office.ask('changes.undo', { changeId: applied.changeId });
    expect(await libraryOf(office)).toEqual(before);
    expect(await office.ask('curricula.list', {})).toHaveLength(1);
  });

  test('tells every fault of a row in a sentence', async () => {
    const text = exchangeText({
      modules: [
        {
          code: 'm 1',
          title: '',
          domain: 'medicine',
          track: 3,
          format: 'workshop',
          minutes: -5,
          objectives: ['', 'a\u0000b', 7],
          audience: 'nurses',
          competencies: [{ code: 'F1', level: 9 }, { code: 'F1' }, { code: 'Z9', level: 1 }],
          lastReviewed: '2026-02-30',
          reviewBy: '1800-01-01',
          mooreLevel: '9',
          colour: 'red',
          description: 'x'.repeat(10_001),
        },
        exchangeModule('OWN-1', { minutes: 3_000_000 }),
        { code: 'OWN-2', title: 'Half' },
        'a line of text',
        null,
      ],
    });
    const rehearsal = await rehearseExchange(office, text);
    expect(rehearsal.counts).toEqual({ new: 0, changes: 0, same: 0, error: 5 });
    expect(Object.fromEntries(rehearsal.rows.map(({ row, problems }) => [row, problems]))).toMatchSnapshot();
    for (const { problems } of rehearsal.rows)
      for (const problem of problems) expect(problem).toMatch(/^[A-Z“].*[.]$/);
  });

  test('judges prerequisites, circles and audiences across the file and the library', async () => {
    await add(exchangeModule('LIB-A', { audience: ['nursing'] }));
    await add(exchangeModule('LIB-B', { audience: ['nursing'], prerequisites: ['LIB-A'] }));
    const problems = await problemsOf([
      exchangeModule('OWN-1', { prerequisites: ['OWN-2'] }),
      exchangeModule('OWN-2', { prerequisites: ['OWN-3'] }),
      exchangeModule('OWN-3', { prerequisites: ['OWN-1'] }),
      exchangeModule('OWN-4', { prerequisites: ['NONE-1'] }),
      exchangeModule('OWN-5', { prerequisites: ['OWN-4'] }),
      exchangeModule('OWN-6', { prerequisites: ['LIB-A'] }),
      { code: 'LIB-A', audience: ['surgery'] },
      exchangeModule('OWN-7', { prerequisites: ['OWN-7'] }),
      exchangeModule('OWN-8'),
      exchangeModule('OWN-8'),
      exchangeModule('OWN-9', { competencies: [{ code: 'Q7', level: 1 }] }),
    ]);
    expect(problems).toMatchSnapshot();
    // Through the library: LIB-B builds on LIB-A already.
    const through = await problemsOf([{ code: 'LIB-A', prerequisites: ['LIB-B'] }]);
    expect(through['1']).toEqual([expect.stringContaining('run in a circle: ')]);
  });

  test('holds a curriculum back with its modules', async () => {
    const { rows } = await rehearseExchange(
      office,
      exchangeText({
        modules: [exchangeModule('OWN-1', { minutes: 1 })],
        curricula: [
          {
            title: 'A course',
            items: [
              { kind: 'module', module: 'OWN-1' },
              { kind: 'module', module: 'NONE-1' },
              { kind: 'module', module: 'M-F01' },
              { kind: 'module', module: 'M-F01' },
              { kind: 'electives', title: 'E', rule: { by: 'luck' }, options: [] },
            ],
            targets: { Z1: 2, F1: 7 },
          },
          { items: 'none' },
        ],
      }),
    );
    expect(Object.fromEntries(rows.map(({ row, problems }) => [row, problems]))).toMatchSnapshot();
  });

  test('leaves rows out, and refuses by name what cannot do without them', async () => {
    const text = exchangeText({
      modules: [
        exchangeModule('OWN-1'),
        exchangeModule('OWN-2', { prerequisites: ['OWN-1'] }),
        exchangeModule('OWN-3'),
      ],
      curricula: [{ title: 'A course', items: [{ kind: 'module', module: 'OWN-2' }] }],
    });
    const { rehearsalId } = await rehearseExchange(office, text);
    const refused = await office.fault('exchange.apply', { rehearsalId, leaveOut: [1] });
    expect(refused).toMatchObject({ code: 'exchange/left-out-needed', details: { rows: '2,4' } });
    expect(refused.message).toContain('OWN-2, “A course” cannot do without what is left out.');
    expect((await libraryOf(office)).has('OWN-3')).toBe(false);
    const applied = await applyExchange(office, rehearsalId, [1, 2, 4]);
    expect(applied).toEqual({
      created: 1,
      changed: 0,
      left: 3,
      curriculumIds: [],
      changeId: applied.changeId,
    });
    expect((await libraryOf(office)).has('OWN-3')).toBe(true);
  });

  test('asks to look again when the office has changed since', async () => {
    const { rehearsalId } = await rehearseExchange(
      office,
      exchangeText({ modules: [exchangeModule('OWN-1')] }),
    );
    await add(exchangeModule('OWN-1'));
    expect((await office.fault('exchange.apply', { rehearsalId, leaveOut: [] })).code).toBe(
      'exchange/rehearsal-gone',
    );
    expect((await office.fault('exchange.apply', { rehearsalId: 'none', leaveOut: [] })).code).toBe(
      'exchange/rehearsal-gone',
    );
  });

  test('tells the meaning of a competency that differs', async () => {
    const { rows } = await rehearseExchange(
      office,
      exchangeText({
        competencies: [{ code: 'F1', name: 'Juggling' }],
        modules: [exchangeModule('OWN-1', { competencies: [{ code: 'F1', level: 1 }] })],
      }),
    );
    expect(rows[0]?.problems).toEqual([
      expect.stringContaining('Competency F1 is “Juggling” in the file and “'),
    ]);
  });

  test('of 50,000 modules lets others have their turn, and can be stopped', async () => {
    const modules = Array.from({ length: 50_000 }, (_, index) => exchangeModule(`X-${index}`));
    const base64 = Buffer.from(exchangeText({ modules })).toString('base64');
    const { jobId } = await office.ask('exchange.rehearse', { fileName: 'large.json', base64 });
    // Every answer comes while the file is still looked at: were it one piece of work, none would.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      expect(await office.ask('modules.list', {})).toHaveLength(46);
      expect((await office.ask('jobs.get', { jobId })).status).toBe('running');
    }
    await office.ask('jobs.cancel', { jobId });
    await office.engine.jobs.settled();
    expect(await office.ask('jobs.get', { jobId })).toMatchObject({
      status: 'cancelled',
      fault: { code: 'jobs/cancelled' },
      result: null,
    });
  });

  test('a change while a file is looked at asks for a new look', async () => {
    const modules = Array.from({ length: 5_000 }, (_, index) => exchangeModule(`X-${index}`));
    const base64 = Buffer.from(exchangeText({ modules })).toString('base64');
    const { jobId } = await office.ask('exchange.rehearse', { fileName: 'large.json', base64 });
    while ((await office.ask('jobs.get', { jobId })).done === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await add(exchangeModule('X-1'));
    await office.engine.jobs.settled();
    const { result } = await office.ask('jobs.get', { jobId });
    const refused = await office.fault('exchange.apply', { ...Object(result), leaveOut: [] });
    expect(refused.code).toBe('exchange/rehearsal-gone');
  });

  test('lists what fits of any number of rows, and every row can be left out', async () => {
    const modules = Array.from({ length: 5_600 }, (_, index) =>
      index < 5_300 ? { code: `X-${index}`, minutes: -1 } : exchangeModule(`Y-${index}`),
    );
    const text = exchangeText({ modules: [{ code: 'M-F01', minutes: 95 }, ...modules] });
    const { rehearsalId, rows, total, writes } = await rehearseExchange(office, text);
    expect([rows.length, total]).toEqual([5_000, 5_601]);
    expect(rows.every(({ fate }) => fate === 'error')).toBe(true);
    expect(writes.changes).toEqual([1]);
    expect(writes.new).toHaveLength(300);
    const changed = await office.ask('exchange.rows', { rehearsalId, fate: 'changes', text: '' });
    expect(changed).toMatchObject({ total: 1, writing: [1], rows: [{ code: 'M-F01' }] });
    const found = await office.ask('exchange.rows', { rehearsalId, fate: null, text: 'y-5300' });
    expect(found).toMatchObject({ total: 1, rows: [{ code: 'Y-5300', fate: 'new' }] });
    const wrong = await office.ask('exchange.rows', { rehearsalId, fate: 'error', text: '' });
    expect([wrong.total, wrong.rows.length, wrong.writing.length]).toEqual([5_300, 5_000, 0]);
    const applied = await applyExchange(office, rehearsalId, writes.new);
    expect(applied).toMatchObject({ created: 0, changed: 1, left: 5_600 });
    expect((await office.fault('exchange.rows', { rehearsalId: 'none', fate: null, text: '' })).code).toBe(
      'exchange/rehearsal-gone',
    );
  });

  test('brings a curriculum back into its own office as a copy, or passes it over', async () => {
    const { id } = await office.ask('curricula.create', {
      title: 'Autumn course',
      templateCode: 'T-01',
      specialtyModule: null,
    });
    const file = await office.ask('exchange.exportCurriculum', { curriculumId: id });
    const { rehearsalId, rows } = await rehearseExchange(office, textOf(file));
    const same = rows.find(({ what }) => what === 'curriculum');
    expect(same?.fate).toBe('same');
    // Only curricula are copied: a module is known by its code.
    const everyRow = rows.map(({ row }) => row);
    expect((await office.fault('exchange.apply', { rehearsalId, leaveOut: [] })).code).toBe(
      'exchange/nothing-to-apply',
    );
    const applied = await applyExchange(office, rehearsalId, [], everyRow);
    expect(applied).toMatchObject({ created: 0, changed: 0, left: rows.length - 1 });
    expect(applied.curriculumIds).toHaveLength(1);
    const copyId = applied.curriculumIds[0] ?? 0;
    const contentOf = async (curriculumId: number) => {
      const exported = await office.ask('exchange.exportCurriculum', { curriculumId });
      const { curricula } = ExchangeFile.parse(JSON.parse(textOf(exported)));
      return curricula?.[0];
    };
    expect(await contentOf(copyId)).toEqual({ ...(await contentOf(id)), title: 'Autumn course (2)' });
    await office.ask('changes.undo', { changeId: applied.changeId });
    expect(await office.ask('curricula.list', {})).toHaveLength(1);
  });

  test('of 50,000 modules says what stops them, row by row and by number', async () => {
    const modules = Array.from({ length: 50_000 }, (_, index) =>
      index % 10 === 0 ? { code: `X-${index}`, minutes: -1 } : exchangeModule(`X-${index}`),
    );
    const { rehearsalId, counts, rows, total } = await rehearseExchange(office, exchangeText({ modules }));
    expect({ total, counts }).toEqual({
      total: 50_000,
      counts: { new: 0, changes: 0, same: 0, error: 50_000 },
    });
    expect(rows).toHaveLength(5_000);
    expect(rows.find(({ code }) => code === 'X-1')?.problems).toEqual([
      'The library holds at most 10,000 modules and has room for 9,954; this file brings 45,000 new ones. Take modules out of the file and choose it again.',
    ]);
    expect((await office.fault('exchange.apply', { rehearsalId, leaveOut: [] })).code).toBe(
      'exchange/nothing-to-apply',
    );
    expect(await allIds()).toHaveLength(46);
    const more = exchangeText({ modules: [...modules, { code: 'ONE-MORE' }] });
    expect(await refusedExchange(office, more, 'more.json')).toMatchObject({ code: 'exchange/too-large' });
  });

  test('walks a chain of 9,000 modules and its circle', async () => {
    const chain = Array.from({ length: 9_000 }, (_, index) =>
      exchangeModule(`X-${index}`, { prerequisites: index === 0 ? [] : [`X-${index - 1}`] }),
    );
    expect((await rehearseExchange(office, exchangeText({ modules: chain }))).counts).toMatchObject({
      new: 9_000,
    });
    const circle = chain.map((module, index) =>
      index === 0 ? { ...module, prerequisites: ['X-8999'] } : module,
    );
    expect((await rehearseExchange(office, exchangeText({ modules: circle }))).counts).toMatchObject({
      error: 9_000,
    });
    // One that is wrong at the bottom takes all above it with it.
    const broken = chain.map((module, index) => (index === 0 ? { ...module, minutes: 1 } : module));
    expect((await rehearseExchange(office, exchangeText({ modules: broken }))).counts).toMatchObject({
      error: 9_000,
    });
  });
});

describe('tables', () => {
  test('are read by any heading that means a field, in any order and with semicolons between', async () => {
    const table = [
      'Our modules;;;;;;;;;;',
      'Duration (minutes);Module code;Name;Domain;Track;Format;Competencies;Room;Prerequisites;Next review;Audience',
      '45;own-1;Über KI;Clinical applications;FOUNDATION;Self-paced;F1:2; C3:1;B12;m-g01;2027-01-31;Primary care',
      '',
      'an hour;own-2;Zwei;clinical;foundation;lab;F1;B13;;tomorrow;',
    ]
      .join('\r\n')
      .replace('F1:2; C3:1', '"F1:2; C3:1"');
    const bytes = Buffer.from(table, 'latin1');
    const rehearsal = await rehearseExchange(office, bytes, 'list.csv');
    expect(rehearsal.columns.find(({ header }) => header === 'Room')).toEqual({
      header: 'Room',
      field: null,
    });
    expect(rehearsal.rows.map(({ row, fate, problems }) => ({ row, fate, problems }))).toEqual([
      {
        row: 5,
        fate: 'error',
        problems: [
          'Minutes is “an hour”. It must be a whole number.',
          'Level of competency 1 is missing. Add it.',
          'Review by is “tomorrow”. Write a date such as 2026-11-24.',
        ],
      },
      { row: 3, fate: 'new', problems: [] },
    ]);
    await applyExchange(office, rehearsal.rehearsalId);
    expect((await libraryOf(office)).get('OWN-1')).toMatchObject({
      title: 'Über KI',
      domain: 'clinical',
      format: 'self_paced',
      amaLearningFormat: 'enduring material',
      minutes: 45,
      competencies: [
        { code: 'F1', level: 2 },
        { code: 'C3', level: 1 },
      ],
      prerequisites: ['M-G01'],
      audience: ['primary_care'],
      reviewBy: '2027-01-31',
    });
  });

  test('change only the columns that they have, and an empty cell empties', async () => {
    const rehearsal = await rehearseExchange(office, 'code,objectives,minutes\nM-F01,,95\n', 'list.csv');
    expect(rehearsal.rows[0]?.changes.map(({ field, to }) => `${field}: ${to}`)).toEqual([
      'Minutes: 95 minutes',
      'Objectives: Nothing',
    ]);
  });

  test('have dates as Excel rewrites them; a number above 12 decides for its column', async () => {
    const rehearsal = await rehearseExchange(
      office,
      [
        'Code,Last reviewed,Review by,AI use',
        'M-F01,3/4/2026,11/20/2027,Writer | 2 | 3/14/2026 | draft | RL',
        'M-F02,2026-03-04,46346,',
      ].join('\n'),
      'list.csv',
    );
    expect(rehearsal.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rehearsal.dateChoice).toBeNull();
    expect(rehearsal.notices).toContain(
      'Dates under “Review by” were read with the month first: 11/20/2027 is November 20, 2027.',
    );
    await applyExchange(office, rehearsal.rehearsalId);
    const library = await libraryOf(office);
    expect(library.get('M-F01')).toMatchObject({
      lastReviewed: '2026-03-04',
      reviewBy: '2027-11-20',
      aiUses: [{ tool: 'Writer', usedOn: '2026-03-14' }],
    });
    expect(library.get('M-F02')).toMatchObject({ lastReviewed: '2026-03-04', reviewBy: '2026-11-20' });
  });

  test('ask how dates are meant that nothing decides, and read them as was answered', async () => {
    const table = 'Code;Next review;Last reviewed\nM-F01;11/12/2027;2026-01-02\nM-F02;5/5/2027;2026-01-02\n';
    const asked = await rehearseExchange(office, table, 'list.csv');
    expect(asked.dateChoice).toEqual({
      order: 'month-first',
      dates: 1,
      example: '11/12/2027',
      columns: ['Next review'],
    });
    expect(asked.rows[0]?.changes.find(({ field }) => field === 'Review by')?.to).toBe('November 12, 2027');
    const answered = await rehearseExchange(office, table, 'list.csv', 'day-first');
    expect(answered.dateChoice).toMatchObject({ order: 'day-first', dates: 1 });
    await applyExchange(office, answered.rehearsalId);
    const library = await libraryOf(office);
    expect([library.get('M-F01')?.reviewBy, library.get('M-F02')?.reviewBy]).toEqual([
      '2027-12-11',
      '2027-05-05',
    ]);
  });

  test('of earlier exports, with the names of fields above and codes below, are read all the same', async () => {
    const rehearsal = await rehearseExchange(
      office,
      `${CSV_FIELDS.join(',')}\nOWN-1,A,clinical,leader,lab,live activity,60,,,primary_care,,,,,,,,,,\n`,
      'list.csv',
    );
    expect(rehearsal.columns.map(({ field }) => field)).toEqual([...CSV_FIELDS]);
    await applyExchange(office, rehearsal.rehearsalId);
    expect((await libraryOf(office)).get('OWN-1')).toMatchObject({
      format: 'lab',
      domain: 'clinical',
      audience: ['primary_care'],
    });
  });

  test('are written in words, and a way of teaching of the office’s own called “Lab” stays its own', async () => {
    await add(exchangeModule('OWN-1', { format: 'Lab', audience: ['Primary care'] }));
    await add(exchangeModule('OWN-2', { format: 'lab', audience: ['primary_care'] }));
    const ids = (await office.ask('modules.list', {}))
      .filter(({ code }) => code.startsWith('OWN-'))
      .map(({ id }) => id);
    const file = await office.ask('exchange.exportModules', { ids, form: 'csv' });
    const [headings, ...rows] = Papa.parse<string[]>(textOf(file).slice(1), { skipEmptyLines: true }).data;
    expect(headings?.slice(0, 7)).toEqual([
      'Code',
      'Title',
      'Domain',
      'Track',
      'Format',
      'AMA learning format',
      'Minutes',
    ]);
    expect(rows.map((cells) => [cells[4], cells[9]])).toEqual([
      ['Lab', 'Primary care'],
      ['Lab', 'Primary care'],
    ]);
    const back = await rehearseExchange(office, Buffer.from(file.base64, 'base64'), file.fileName);
    expect(back.counts).toEqual({ new: 0, changes: 0, same: 2, error: 0 });
  });

  test('come from Excel too, with its days counted from 1900', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'Modules',
          rows: [
            ['Code', 'Title', 'Domain', 'Track', 'Format', 'Minutes', 'Last reviewed', 'Review by'],
            ['OWN-1', 'One', 'governance', 'leader', 'workshop', 60, new Date('2026-11-20'), 46711],
          ],
        },
      ],
    });
    const { counts, rehearsalId } = await rehearseExchange(office, Buffer.from(workbook), 'list.xlsx');
    expect(counts).toMatchObject({ new: 1, error: 0 });
    await applyExchange(office, rehearsalId);
    expect((await libraryOf(office)).get('OWN-1')).toMatchObject({
      lastReviewed: '2026-11-20',
      reviewBy: '2027-11-20',
    });
  });
});

describe('properties', () => {
  const text = (max: number) =>
    fc.string({ unit: 'grapheme', maxLength: max }).map((value) => value.replace(/[\p{C}\s]+/gu, ' ').trim());
  const required = text(40).map((value) => value || 'x');
  const moduleAt = (index: number): fc.Arbitrary<ModuleContent> =>
    fc.record({
      code: fc.constant(`P-${index}`),
      title: required,
      domain: fc.constantFrom('foundations', 'clinical', 'implementation', 'governance'),
      track: fc.constantFrom('foundation', 'practitioner', 'leader'),
      format: fc.constantFrom('workshop', 'self_paced', 'a way of ours'),
      amaLearningFormat: fc.constantFrom('live activity', 'enduring material', 'other'),
      minutes: fc.integer({ min: 5, max: 2_400 }),
      description: text(200),
      objectives: fc.array(required, { maxLength: 4 }),
      audience: fc.constant(['nursing']),
      specialtyFocus: fc.constantFrom([], ['radiology'], ['radiology', 'a specialty; of ours']),
      // Only what stands before it: no circles.
      prerequisites: index === 0 ? fc.constant([]) : fc.constantFrom([], [`P-${index - 1}`]),
      competencies: fc.constantFrom<ModuleContent['competencies'][]>(
        [],
        [{ code: 'F1', level: 1 }],
        [
          { code: 'C3', level: 3 },
          { code: 'F2', level: 2 },
        ],
      ),
      assessmentMethod: text(30),
      assessmentStandard: text(30),
      mooreLevel: fc.constantFrom('3A', '5', null),
      references: fc.array(
        fc.record({
          key: text(10),
          citation: required,
          identifier: text(20),
          url: fc.constantFrom(null, 'https://example.org/a;b|c'),
          confidence: text(10),
        }),
        { maxLength: 2 },
      ),
      lastReviewed: fc.constantFrom(null, '2026-03-04'),
      reviewBy: fc.constantFrom(null, '2028-03-04'),
      aiUses: fc.array(
        fc.record({
          tool: required,
          version: text(8),
          usedOn: fc.constant('2026-01-02'),
          task: required,
          reviewer: text(8),
        }),
        { maxLength: 2 },
      ),
    });
  const libraries = fc.tuple(moduleAt(0), moduleAt(1), moduleAt(2));

  test('what was imported is exported, in both forms, as it was and comes back as the same', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, fc.constantFrom('json', 'csv'), async (modules, form) => {
        const { rehearsalId, counts } = await rehearseExchange(office, exchangeText({ modules }));
        expect(counts).toEqual({ new: 3, changes: 0, same: 0, error: 0 });
        const applied = await applyExchange(office, rehearsalId);
        const file = await office.ask('exchange.exportModules', { ids: await allIds(), form });
        const bytes = Buffer.from(file.base64, 'base64');
        const back = await rehearseExchange(office, bytes, file.fileName);
        expect(back.rows.filter(({ fate }) => fate !== 'same')).toEqual([]);
        await office.ask('changes.undo', { changeId: applied.changeId });
        // Into a library that never saw them.
        const anew = await rehearseExchange(office, bytes, file.fileName);
        const second = await applyExchange(office, anew.rehearsalId);
        const library = await libraryOf(office);
        expect(modules.map(({ code }) => library.get(code))).toEqual(modules);
        await office.ask('changes.undo', { changeId: second.changeId });
      }),
      { numRuns: 25 },
    );
  });

  test('a change in an exported file is exactly the change that is told', async () => {
    const fields: readonly (keyof ModuleContent)[] = [
      'title',
      'minutes',
      'description',
      'objectives',
      'domain',
    ];
    await fc.assert(
      fc.asyncProperty(moduleAt(0), moduleAt(0), fc.subarray([...fields]), async (one, two, chosen) => {
        const { rehearsalId } = await rehearseExchange(office, exchangeText({ modules: [one] }));
        const applied = await applyExchange(office, rehearsalId);
        const wanted = { ...one, ...Object.fromEntries(chosen.map((field) => [field, two[field]])) };
        const back = await rehearseExchange(office, exchangeText({ modules: [wanted] }));
        const differ = chosen.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(two[field]));
        expect(back.rows[0]?.fate).toBe(differ.length === 0 ? 'same' : 'changes');
        expect(back.rows[0]?.changes.map(({ field }) => field.toLowerCase()).toSorted()).toEqual(
          differ.map((field) => field.toLowerCase()).toSorted(),
        );
        if (differ.length > 0) {
          const changed = await applyExchange(office, back.rehearsalId);
          expect((await libraryOf(office)).get('P-0')).toEqual(wanted);
          await office.ask('changes.undo', { changeId: changed.changeId });
        }
        await office.ask('changes.undo', { changeId: applied.changeId });
      }),
      { numRuns: 25 },
    );
  });
});

test('the example in the documentation can be imported', async () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'exchange-format.md'), 'utf8');
  const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
  expect((await rehearseExchange(office, example)).counts).toEqual({ new: 3, changes: 0, same: 0, error: 0 });
});

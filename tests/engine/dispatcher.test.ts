import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activitiesHandlers } from '../../src/main/activities/handlers.ts';
import { certificatesHandlers } from '../../src/main/certificates/handlers.ts';
import { creditHandlers } from '../../src/main/credit/handlers.ts';
import { curriculaHandlers } from '../../src/main/curricula/handlers.ts';
import { systemHandlers } from '../../src/main/engine/system-handlers.ts';
import { exchangeHandlers } from '../../src/main/exchange/handlers.ts';
import { modulesHandlers } from '../../src/main/modules/handlers.ts';
import { officeHandlers } from '../../src/main/office/handlers.ts';
import { pathwaysHandlers } from '../../src/main/pathways/handlers.ts';
import { peopleHandlers } from '../../src/main/people/handlers.ts';
import { reflectionsHandlers } from '../../src/main/reflections/handlers.ts';
import { contract, type Input, type MethodName } from '../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../src/shared/errors.ts';
import { rehearseExchange } from './exchange-files.ts';
import { openEngine, type TestEngine, temporaryFolder } from './fixture.ts';

/** The whole contract, method by method, on an office with work at every stage. */

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine();
  const job = await office.job('office.exploreSample', {});
  if (job.status !== 'done') throw new Error(job.fault?.message);
});
afterAll(() => office.close());

test('every method has exactly one handler', () => {
  const parts = [
    systemHandlers,
    officeHandlers,
    modulesHandlers,
    exchangeHandlers,
    curriculaHandlers,
    peopleHandlers,
    activitiesHandlers,
    creditHandlers,
    certificatesHandlers,
    pathwaysHandlers,
    reflectionsHandlers,
  ].map((part) => Object.entries(part));
  const names = parts.flat().map(([name]) => name);
  expect(names.toSorted()).toEqual(Object.keys(contract).toSorted());
  expect(new Set(names).size).toBe(names.length);
  for (const [, handler] of parts.flat()) expect(handler).toBeTypeOf('function');
});

test('names are noun.verb, and error codes topic/what, each once', () => {
  for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
  for (const code of ERROR_CODES) expect(code).toMatch(/^internal$|^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
});

/** Inputs for every reading method, on what the sample office has. */
async function readings(): Promise<Partial<Record<MethodName, readonly unknown[]>>> {
  const activities = await office.ask('activities.list', {});
  const curricula = await office.ask('curricula.list', {});
  const versions = await office.ask('versions.list', {});
  const people = { text: '', profession: null, sort: 'name', after: null, limit: 10 } as const;
  const certificates = { text: '', activityId: null, status: null, after: null, limit: 10 } as const;
  const { rows: some, next } = await office.ask('people.list', people);
  const { rows: sealed } = await office.ask('certificates.list', certificates);
  const { activityId = 0 } = sealed[0] ?? {};
  const grid = await office.ask('attendance.grid', { activityId });
  const [enrolled] = grid.rows;
  const [first, second] = activities;
  const csv = Buffer.from('Name,Email,Minutes\nAna Silva,ana@example.org,60').toString('base64');
  const { rehearsalId } = await rehearseExchange(
    office,
    'Code,Title,Minutes\nX-1,One,60\n,Two,-5',
    'modules.csv',
  );
  const learner = some[0]?.id ?? 0;
  const request = {
    specialty: '',
    practiceArea: '',
    creditQuarters: 0,
    maximumMinutes: null,
    domainMinutes: {},
    include: [],
    exclude: [],
    waived: [],
  };
  const settings = await office.ask('office.get', {});
  const types = await office.ask('credit.types', {});
  const ledger = { from: '2000-01-01', to: '2199-12-31', profession: null, text: '' } as const;
  const page = { after: null, limit: 3 } as const;
  const [target] = await office.ask('credit.targets', {});
  const targetId = target?.id ?? 0;
  const credited = (
    await Promise.all(
      activities.map(async ({ id }) =>
        (
          await office.ask('credit.ofActivity', { activityId: id })
        ).map(({ type }) => ({
          activityId: id,
          typeId: type.id,
        })),
      ),
    )
  ).flat();
  return {
    'credit.ofActivity': activities.map(({ id }) => ({ activityId: id })),
    'credit.claims': [...credited, { activityId, typeId: types.find((type) => type.ama)?.id ?? 0 }],
    'credit.ofPerson': some.map(({ id }) => ({ personId: id })),
    'credit.entries': some.map(({ id }) => ({ personId: id, from: ledger.from, to: ledger.to })),
    'credit.totals': [
      { from: ledger.from, to: ledger.to, profession: null },
      { from: ledger.from, to: ledger.to, profession: 'nurse' },
    ],
    'credit.ledger': [
      { ...ledger, ...page, mostOf: null },
      { ...ledger, ...page, mostOf: credited[0]?.typeId ?? 0, text: 'a' },
    ],
    'credit.exportLedger': [ledger],
    'credit.period': [{ targetId, period: 0 }],
    'credit.standing': [
      { targetId, period: 0, show: 'short', text: '', ...page },
      { targetId, period: 0, show: 'all', text: 'a', ...page },
    ],
    'credit.exportStanding': [{ targetId, period: 0, show: 'short', text: '' }],
    'curricula.get': curricula.map(({ id }) => ({ id })),
    'versions.get': versions.map(({ id }) => ({ versionId: id })),
    'versions.syllabus': versions.slice(0, 1).map(({ id }) => ({ versionId: id })),
    'modules.usage': [{ id: 1 }],
    'exchange.exportModules': [
      { ids: [1, 2], form: 'json' },
      { ids: [1, 2], form: 'csv' },
    ],
    'exchange.exportCurriculum': curricula.slice(0, 1).map(({ id }) => ({ curriculumId: id })),
    'exchange.rehearsal': [{ rehearsalId }],
    'exchange.rows': [
      { rehearsalId, fate: null, text: '' },
      { rehearsalId, fate: 'same', text: 'M-F01' },
    ],
    'curricula.syllabus': curricula.slice(0, 1).map(({ id }) => ({ id })),
    'versions.cohorts': curricula.map(({ id }) => ({ curriculumId: id })),
    'versions.overview': versions.slice(0, 1).map(({ id }) => ({ versionId: id })),
    'learners.levels': some.map(({ id }) => ({ personId: id })),
    'pathways.solve': [
      { personId: learner, request: { ...request, targets: { F1: 2, F3: 2 } } },
      { personId: learner, request: { ...request, targets: { F5: 3 }, maximumMinutes: 10 } },
    ],
    'pathways.cancel': [{ personId: learner }],
    'pathways.list': some.map(({ id }) => ({ personId: id })),
    'pathways.get': [{ id: 1 }],
    'pathways.print': [{ id: 1 }],
    'pathways.cohort': activities
      .slice(0, 2)
      .map(({ id }) => ({ activityId: id, targets: { F1: 2, C4: 3 } })),
    'people.list': [
      people,
      { ...people, after: next },
      { ...people, text: 'a' },
      { ...people, text: 'mar', sort: 'added' },
      { ...people, profession: 'physician' },
    ],
    'people.get': some.map(({ id }) => ({ id })),
    'people.history': some.map(({ id }) => ({ id })),
    'people.mergePreview': some.slice(1, 6).map(({ id }) => ({ keepId: some[0]?.id ?? 0, otherId: id })),
    'activities.get': activities.map(({ id }) => ({ id })),
    'attendance.grid': activities.map(({ id }) => ({ activityId: id })),
    'attendance.history': [{ enrolmentId: enrolled?.enrolmentId ?? 0, sessionId: grid.sessions[0]?.id ?? 0 }],
    'completion.list': activities.map(({ id }) => ({ activityId: id })),
    'imports.rehearseRoster': [{ fileName: 'a.csv', base64: csv, activityId: first?.id ?? null }],
    'imports.rehearseAttendance': [
      { fileName: 'a.csv', base64: csv, activityId, sessionId: grid.sessions[0]?.id ?? 0 },
    ],
    'imports.rehearseReflections': [
      {
        fileName: 'a.csv',
        base64: Buffer.from('Name,Commitment\nAna,Yes').toString('base64'),
        activityId,
      },
    ],
    'reflections.list': activities.map(({ id }) => ({ activityId: id })),
    'reflections.summary': activities.map(({ id }) => ({ activityId: id })),
    'imports.list': [{ activityId: null }, { activityId: second?.id ?? 0 }],
    'imports.rows': [{ importId: 1 }],
    'certificates.list': [certificates, { ...certificates, text: 'a', status: 'issued' }],
    'certificates.get': sealed.map(({ id }) => ({ id })),
    'certificates.file': sealed.slice(0, 1).map(({ id }) => ({ id })),
    'certificates.plan': activities.map(({ id }) => ({ activityId: id })),
    'certificates.preview': [{ enrolmentId: enrolled?.enrolmentId ?? 0 }],
    'certificates.reissuePreview': sealed
      .filter(({ status }) => status === 'issued')
      .slice(0, 1)
      .map(({ id }) => ({ id })),
    'certificates.archive': [{ activityId }],
    'assets.get': [{ assetId: settings.logoAssetId ?? 0 }],
    'changes.recent': [{ limit: 200 }],
    'jobs.get': [(await office.ask('backups.create', {})) satisfies { jobId: string }],
    'jobs.cancel': [{ jobId: 'none' }],
    'search.everything': [{ text: 'a' }, { text: 'summit' }, { text: '' }],
  };
}

describe('reading', () => {
  test('every method answers what the contract says, through a thread and through JSON, and writes nothing', async () => {
    const inputs = await readings();
    await office.engine.jobs.settled();
    const before = await office.ask('audit.check', {});
    for (const [name, { effect, output, input: schema }] of Object.entries(contract)) {
      if (effect !== 'read') continue;
      const method = name as MethodName;
      const asked = inputs[method] ?? (schema.safeParse({}).success ? [{}] : []);
      expect(asked.length, `${name} is asked`).toBeGreaterThan(0);
      for (const input of asked) {
        const answer = await office.engine.call(method, structuredClone(input));
        expect(answer, name).toMatchObject({ ok: true });
        if (!answer.ok) continue;
        expect(output.safeParse(answer.value).error?.issues ?? [], name).toEqual([]);
        expect(structuredClone(answer), name).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer)), name).toEqual(answer);
      }
    }
    expect(await office.ask('audit.check', {})).toEqual(before);
  });
});

describe('writing', () => {
  test('an answer says which topics changed and how to undo it; one without a change says neither', async () => {
    const [row] = (
      await office.ask('people.list', { text: '', profession: null, sort: 'added', after: null, limit: 1 })
    ).rows;
    const {
      id: _,
      createdAt: __,
      history: ___,
      ...content
    } = await office.ask('people.get', { id: row?.id ?? 0 });
    const update: Input<'people.update'> = {
      id: row?.id ?? 0,
      content: { ...content, notes: 'Called back.' },
    };
    const first = await office.engine.call('people.update', update);
    expect(first).toMatchObject({ ok: true, value: {}, changed: ['people'], changeId: expect.any(Number) });
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    const second = await office.engine.call('people.update', update);
    expect(second).toEqual({ ok: true, value: { kept: 0 }, changed: [] });
  });

  test('events say the same topics, and jobs report their end once', async () => {
    const seen: unknown[] = [];
    const stop = office.engine.onEvent((event) => seen.push(structuredClone(event)));
    const [module] = await office.ask('modules.list', {});
    await office.ask('modules.retire', { id: module?.id ?? 0, retired: true });
    const job = await office.job('backups.create', {});
    stop();
    await office.ask('modules.retire', { id: module?.id ?? 0, retired: false });
    expect(seen[0]).toEqual({ type: 'changed', topics: ['modules'] });
    const ends = seen.filter(
      (event) =>
        JSON.stringify(event).includes('"done"') && JSON.stringify(event).includes('"status":"done"'),
    );
    expect(ends).toEqual([{ type: 'job', job }]);
  });
});

describe('what goes wrong', () => {
  test('a fault that nobody expected is told without its inside, and kept in the log', async () => {
    const broken = await openEngine();
    const { dataDirectory } = broken;
    await broken.withOffice();
    await broken.engine.close();
    const file = new Database(join(dataDirectory, 'rounds.db'));
    file.exec('ALTER TABLE imports RENAME COLUMN layout TO form');
    file.close();
    const again = await openEngine({ dataDirectory });
    const { rehearsalId } = await again.ask('imports.rehearseRoster', {
      fileName: 'a.csv',
      base64: Buffer.from('Name\nAna Silva').toString('base64'),
      activityId: null,
    });
    const job = await again.job('imports.apply', { rehearsalId, decisions: [] });
    expect(job.fault?.code).toBe('internal');
    const reference = /Reference (\S+)\.$/.exec(job.fault?.message ?? '')?.[1] ?? 'none';
    expect(job.fault?.message).not.toMatch(/layout|column|SQL/i);
    const log = readFileSync(join(dataDirectory, 'logs/rounds.log'), 'utf8');
    expect(log).toContain(reference);
    // Nothing of the import is there.
    const people = await again.ask('people.list', {
      text: '',
      profession: null,
      sort: 'name',
      after: null,
      limit: 5,
    });
    expect(people.total).toBe(0);
    await again.close();
    await broken.close();
  });

  test('with a file that cannot be opened, the state says why and everything else is refused', async () => {
    const dataDirectory = temporaryFolder();
    writeFileSync(join(dataDirectory, 'rounds.db'), 'this is no office file at all'.repeat(100));
    const closed = await openEngine({ dataDirectory });
    expect(await closed.ask('system.state', {})).toMatchObject({ phase: 'unavailable' });
    expect(await closed.ask('backups.list', {})).toEqual([]);
    for (const [method, input] of [
      ['people.list', { text: '', profession: null, sort: 'name', after: null, limit: 5 }],
      ['modules.retire', { id: 1, retired: true }],
      ['certificates.issue', { activityId: 1, enrolmentIds: [1] }],
      ['imports.apply', { rehearsalId: 'x', decisions: [] }],
    ] as const) {
      const fault = await closed.fault(method, input);
      expect([method, fault.code]).toEqual([method, 'database/unavailable']);
    }
    expect(existsSync(join(dataDirectory, 'rounds.db'))).toBe(true);
    await closed.close();
  });

  test('a job that is not known, and one that is stopped twice', async () => {
    expect((await office.fault('jobs.get', { jobId: 'none' })).code).toBe('jobs/not-found');
    expect(await office.ask('jobs.cancel', { jobId: 'none' })).toEqual({});
  });
});

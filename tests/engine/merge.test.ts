import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../src/main/database/migrate.ts';
import { CONSIDERED } from '../../src/main/people/merge/merge.ts';
import { IssueResult } from '../../src/shared/contract/certificates.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { DuplicatesFound } from '../../src/shared/contract/people-merge.ts';
import { AFTER, certificatesOf, changeActivity } from './certificates-office.ts';
import { openEngine, type TestEngine, temporaryFolder } from './fixture.ts';

let office: TestEngine;
let folder: string;
let versionId: number;
beforeEach(async () => {
  folder = temporaryFolder();
  await open();
  await office.withOffice();
  const { id } = await office.ask('curricula.create', {
    title: 'AI literacy',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  ({ versionId } = await office.ask('curricula.publish', { id }));
});
afterEach(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  office = await openEngine({
    dataDirectory: folder,
    now: () => AFTER,
    pages: {
      render: async () => ({ ok: true, pdf: new TextEncoder().encode('%PDF') }),
      check: async () => [],
      close: async () => undefined,
    },
  });
}

async function person(more: Partial<Input<'people.create'>> = {}): Promise<number> {
  const { id } = await office.ask('people.create', {
    givenName: 'Anna',
    familyName: 'Schmidt',
    credentials: 'MD',
    profession: 'physician',
    specialty: 'Cardiology',
    email: '',
    npi: '',
    licences: [],
    birthMonthDay: '',
    notes: '',
    ...more,
  });
  return id;
}

async function activity(title: string, personIds: readonly number[]): Promise<number> {
  const { id } = await office.ask('activities.create', { versionId, title, startsOn: '2026-11-20' });
  await changeActivity(office, id, {
    delivery: 'in-person',
    place: 'Denver, Colorado',
    rules: {
      minimumAttendancePercent: 10,
      assessmentRequired: false,
      passPercent: 70,
      evaluationRequired: false,
    },
  });
  await office.ask('enrolments.add', { activityId: id, personIds: [...personIds] });
  return id;
}

async function row(activityId: number, personId: number) {
  const rows = await office.ask('completion.list', { activityId });
  const found = rows.find((one) => one.personId === personId);
  if (!found) throw new Error('not enrolled');
  return found;
}

/** Marks the sessions of one person in their order; null leaves one unmarked. */
async function attend(
  activityId: number,
  personId: number,
  minutes: readonly (number | null)[],
): Promise<void> {
  const grid = await office.ask('attendance.grid', { activityId });
  const { enrolmentId } = await row(activityId, personId);
  await office.ask('attendance.mark', {
    activityId,
    marks: minutes.map((value, index) => ({
      enrolmentId,
      sessionId: grid.sessions[index]?.id ?? 0,
      minutes: value,
    })),
  });
}

async function minutesOf(activityId: number, personId: number) {
  const grid = await office.ask('attendance.grid', { activityId });
  return grid.rows.find((one) => one.personId === personId)?.minutes.slice(0, 3);
}

async function record(activityId: number, personId: number, more: Partial<Input<'completion.record'>>) {
  const { enrolmentId } = await row(activityId, personId);
  await office.ask('completion.record', { activityId, enrolmentIds: [enrolmentId], ...more });
}

async function issue(activityId: number, personId: number): Promise<number> {
  await attend(activityId, personId, [20, 20, 20]);
  await record(activityId, personId, { claimedQuarters: 'earned' });
  const { enrolmentId } = await row(activityId, personId);
  const job = await office.job('certificates.issue', { activityId, enrolmentIds: [enrolmentId] });
  const [id = 0] = IssueResult.parse(job.result).certificateIds;
  expect(id, JSON.stringify(job)).toBeGreaterThan(0);
  return id;
}

const merge = (keepId: number, otherId: number, more: Partial<Input<'people.merge'>> = {}) =>
  office.ask('people.merge', { keepId, otherId, choices: {}, results: [], ...more });

async function lastChange(): Promise<number> {
  const [last] = await office.ask('changes.recent', { limit: 1 });
  return last?.changeId ?? 0;
}

/** Every row of every table but the record of acts itself. */
async function wholeFile(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  await office.close();
  const file = new Database(join(folder, 'rounds.db'), { readonly: true });
  const tables = file
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT IN ('changes', 'audit') ORDER BY name`,
    )
    .pluck()
    .all() as string[]; // names of tables are text
  const rows = Object.fromEntries(
    tables.map((table) => [table, file.prepare(`SELECT * FROM "${table}"`).all()]),
  );
  file.close();
  await open();
  return rows;
}

test('every table that names a person or an enrolment is considered', () => {
  const database = new Database(':memory:');
  migrate(database, '0', () => '2026-11-24T00:00:00.000Z');
  for (const [target, tables] of Object.entries(CONSIDERED)) {
    const naming = database
      .prepare(
        `SELECT DISTINCT list.name FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key
         WHERE list.schema = 'main' AND key."table" = ? ORDER BY list.name`,
      )
      .pluck()
      .all(target);
    expect(naming, target).toEqual(tables);
  }
});

test('all that hangs on the other record moves; one undo gives the whole file back', async () => {
  const keep = await person({ email: 'anna@example.org', npi: '1234567893', notes: 'Vegetarian' });
  const other = await person({
    familyName: 'Vogel',
    email: 'vogel@example.org',
    npi: '1558598797',
    orcid: '0000-0002-1825-0097',
    furtherEmails: ['old@example.org'],
    licences: [{ state: 'CO', number: '77' }],
  });
  const third = await person({ givenName: 'Third' });
  const alone = await activity('Only the other', [other]);
  await attend(alone, other, [30]);
  const both = await activity('Both', [keep, other]);
  await attend(both, keep, [30, null, 5]);
  await attend(both, other, [10, 40, 0]);
  await record(both, keep, { assessmentPercent: 70, evaluationReturnedOn: '2026-11-22' });
  await record(both, other, {
    assessmentPercent: 90,
    evaluationReturnedOn: '2026-11-23',
    claimedQuarters: 1,
  });
  const { enrolmentId } = await row(both, other);
  await office.ask('reflections.record', {
    enrolmentId,
    content: {
      writtenOn: '2026-11-22',
      change: 'Ask for the model card.',
      commitment: '',
      followUpOn: null,
      outcome: 'open',
      followedUpOn: null,
      confidence: [],
    },
  });
  const certified = await activity('Certified', [other]);
  const certificateId = await issue(certified, other);
  await office.ask('learners.recordEvidence', {
    personId: other,
    evidence: [
      {
        competencyCode: 'F1',
        level: 2,
        kind: 'assessment',
        datedOn: '2026-11-01',
        source: 'Test',
        reason: '',
      },
    ],
  });
  await office.ask('people.markDifferent', { oneId: third, otherId: other });
  const before = await wholeFile();

  const preview = await office.ask('people.mergePreview', { keepId: keep, otherId: other });
  expect(preview.blocked).toEqual([]);
  expect(preview.moves).toEqual({ evidence: 1, pathways: 0, reflections: 1, certificates: 1 });
  expect(preview.activities.map(({ title, what }) => `${title}: ${what}`).toSorted()).toEqual([
    'Both: united',
    'Certified: moves',
    'Only the other: moves',
  ]);
  const united = preview.activities.find(({ activityId }) => activityId === both);
  expect(united?.sessions.map((session) => [session.keep, session.other, session.stays])).toEqual([
    [30, 10, 30],
    [null, 40, 40],
    [5, 0, 5],
  ]);
  expect(united?.results).toEqual([
    { result: 'assessment', keep: '70%', other: '90%', choice: 'other', fixed: false },
    { result: 'evaluation', keep: 'Nov 22, 2026', other: 'Nov 23, 2026', choice: 'keep', fixed: false },
  ]);

  await merge(keep, other, { results: [{ activityId: both, result: 'assessment', side: 'keep' }] });
  expect(await minutesOf(both, keep)).toEqual([30, 40, 5]);
  expect(await row(both, keep)).toMatchObject({
    assessmentPercent: 70,
    evaluationReturnedOn: '2026-11-22',
    claimedQuarters: 1,
  });
  expect(await minutesOf(alone, keep)).toEqual([30, null, null]);
  for (const activityId of [alone, both, certified])
    expect((await office.ask('completion.list', { activityId })).map(({ personId }) => personId)).toEqual([
      keep,
    ]);
  const reflections = await office.ask('reflections.list', { activityId: both });
  expect(reflections.map(({ personId, reflection }) => [personId, reflection?.change])).toEqual([
    [keep, 'Ask for the model card.'],
  ]);

  // Whoever asks for the other record gets the one that it went into, the certificate's person too.
  const merged = await office.ask('people.get', { id: other });
  expect(merged).toMatchObject({
    id: keep,
    email: 'anna@example.org',
    furtherEmails: ['vogel@example.org', 'old@example.org'],
    npi: '1234567893',
    furtherNpis: ['1558598797'],
    orcid: '0000-0002-1825-0097',
    formerNames: [{ name: 'Anna Vogel', until: null }],
    licences: [{ state: 'CO', number: '77' }],
  });
  expect(merged.history.map(({ title }) => title).toSorted()).toEqual([
    'Both',
    'Certified',
    'Only the other',
  ]);
  const certificate = await office.ask('certificates.get', { id: certificateId });
  expect(certificate).toMatchObject({ name: 'Anna Vogel', status: 'issued' });
  const list = { profession: null, sort: 'name', after: null, limit: 50 } as const;
  for (const sort of ['name', 'added'] as const) {
    const everyone = await office.ask('people.list', { ...list, sort, text: '' });
    expect([everyone.total, everyone.rows.map(({ id }) => id).toSorted((a, b) => a - b)]).toEqual([
      2,
      [keep, third],
    ]);
  }
  for (const text of ['vogel', 'old@example', '1558598797', 'vo'])
    expect((await office.ask('people.list', { ...list, text })).rows.map(({ id }) => id)).toEqual(
      text === 'vo' ? [] : [keep],
    );
  expect((await office.ask('home.summary', {})).counts.people).toBe(2);
  expect(await office.ask('people.listDifferent', {})).toMatchObject([
    { one: { id: keep }, other: { id: third } },
  ]);
  const job = await office.job('people.findDuplicates', {});
  expect(DuplicatesFound.parse(job.result)).toMatchObject({ people: 2, total: 0 });

  const history = await office.ask('people.history', { id: other });
  expect(history).toMatchObject({
    id: keep,
    mergedFrom: [{ id: other, name: 'Anna Vogel' }],
    evidence: 1,
    certificates: [{ id: certificateId, name: 'Anna Vogel', status: 'issued' }],
  });
  expect(history.activities.find(({ activityId }) => activityId === both)).toMatchObject({
    minutesAttended: 75,
    assessmentPercent: 70,
    reflected: true,
  });
  expect(history.acts[0]).toMatchObject({ title: 'Merged Anna Vogel into Anna Schmidt', how: 'merge' });
  expect(history.acts[0]?.fields).toContainEqual({ label: 'Former names', before: '', after: 'Anna Vogel' });
  expect(history.acts.map(({ title }) => title)).toContain('Added Anna Vogel');

  await office.ask('changes.undo', { changeId: await lastChange() });
  expect(await wholeFile()).toEqual(before);
  expect((await office.ask('people.list', { ...list, text: 'vogel' })).rows.map(({ id }) => id)).toEqual([
    other,
  ]);
});

test('an import finds the person by what the other record was known by', async () => {
  const keep = await person({ email: 'anna@example.org' });
  const other = await person({ familyName: 'Vogel', email: 'vogel@example.org', npi: '1558598797' });
  await merge(keep, other);
  for (const line of ['Anna,Vogel,vogel@example.org,', 'Anna,Vogel,,1558598797']) {
    const rehearsal = await office.ask('imports.rehearseRoster', {
      fileName: 'roster.csv',
      base64: Buffer.from(`First name,Last name,Email,NPI\n${line}\n`).toString('base64'),
      activityId: null,
    });
    expect(rehearsal.rows.find(({ row: place }) => place === 2)).toMatchObject({
      fate: 'same',
      personId: keep,
    });
  }
});

test('two certificates in force for one activity stand against a merge, until one is revoked', async () => {
  const keep = await person();
  const other = await person({ familyName: 'Vogel' });
  const both = await activity('Both', [keep, other]);
  await issue(both, keep);
  const second = await issue(both, other);
  const claimed = async () => {
    const days = { from: '2026-01-01', to: '2026-12-31', profession: null };
    return {
      totals: (await office.ask('credit.totals', days)).totals.map(({ hundredths, people }) => [
        hundredths,
        people,
      ]),
      ledger: (
        await office.ask('credit.ledger', { ...days, text: '', mostOf: null, after: null, limit: 9 })
      ).rows.map(({ personId, amounts }) => [personId, amounts.map(({ hundredths }) => hundredths)]),
      entries: (
        await Promise.all(
          [keep, other].map((personId) =>
            office.ask('credit.entries', { personId, from: days.from, to: days.to }),
          ),
        )
      ).map((entries) => entries.length),
      lines: Buffer.from((await office.ask('credit.exportLedger', { ...days, text: '' })).base64, 'base64')
        .toString()
        .trimEnd()
        .split('\r\n').length,
    };
  };
  expect(await claimed()).toMatchObject({ totals: [[200, 2]], entries: [1, 1], lines: 3 });
  const fault = await office.fault('people.merge', {
    keepId: keep,
    otherId: other,
    choices: {},
    results: [],
  });
  expect(fault.code).toBe('people/cannot-merge');
  expect(fault.message).toBe(
    'Both have a certificate in force for “Both”: SUM-2026-000001 and SUM-2026-000002. Revoke the one that was issued by mistake, then merge.',
  );
  await office.ask('certificates.revoke', {
    id: second,
    reason: 'Issued to a second record of the same person.',
  });
  const before = await wholeFile();
  await merge(keep, other);
  // The revoked certificate stays on record; its enrolment is counted nowhere.
  expect((await certificatesOf(office, both)).map(({ status }) => status).toSorted()).toEqual([
    'issued',
    'revoked',
  ]);
  expect((await office.ask('completion.list', { activityId: both })).map(({ personId }) => personId)).toEqual(
    [keep],
  );
  expect((await office.ask('activities.get', { id: both })).enrolled).toBe(1);
  expect((await office.ask('activities.list', {})).find(({ id }) => id === both)?.enrolled).toBe(1);
  expect((await office.ask('people.get', { id: other })).id).toBe(keep);
  // Nor is its credit: one person has it once.
  expect(await claimed()).toEqual({
    totals: [[100, 1]],
    ledger: [[keep, [100]]],
    entries: [1, 0],
    lines: 2,
  });
  await office.ask('changes.undo', { changeId: await lastChange() });
  expect(await wholeFile()).toEqual(before);
});

test('the enrolment with the certificate goes on, with the results that it rests on', async () => {
  const keep = await person();
  const other = await person({ familyName: 'Vogel' });
  const both = await activity('Both', [keep, other]);
  await attend(both, keep, [45]);
  await record(both, keep, { assessmentPercent: 95, claimedQuarters: 1, evaluationReturnedOn: '2026-11-21' });
  await record(both, other, { assessmentPercent: 60 });
  const certificateId = await issue(both, other);
  const { claimedQuarters } = await row(both, other);
  const [shown] = (await office.ask('people.mergePreview', { keepId: keep, otherId: other })).activities;
  expect(shown?.results.map(({ result, choice, fixed }) => [result, choice, fixed])).toEqual([
    ['assessment', 'other', true],
    ['claim', 'other', true],
  ]);
  await merge(keep, other, { results: [{ activityId: both, result: 'claim', side: 'keep' }] });
  expect(await row(both, keep)).toMatchObject({
    certificateId,
    claimedQuarters,
    assessmentPercent: 60,
    evaluationReturnedOn: '2026-11-21',
  });
  expect(await minutesOf(both, keep)).toEqual([45, 20, 20]);
});

test('claims keep the profession and credentials under which they were made', async () => {
  const keep = await person({ profession: 'nurse', credentials: 'RN' });
  const other = await person({ familyName: 'Vogel' });
  const both = await activity('Both', [keep, other]);
  const alone = await activity('Only the other', [other]);
  const open = await activity('Nothing claimed', [other]);
  for (const activityId of [both, alone]) {
    await attend(activityId, other, [20, 20, 20]);
    await record(activityId, other, { claimedQuarters: 'earned' });
  }
  await merge(keep, other, { choices: { profession: 'keep', credentials: 'keep' } });
  for (const [activityId, kind, credentials] of [
    [both, 'cme', 'MD'],
    [alone, 'cme', 'MD'],
    [open, 'participation', 'RN'],
  ] as const)
    expect(await row(activityId, keep)).toMatchObject({ kind, credentials });
  const credit = await office.ask('credit.ofPerson', { personId: keep });
  expect(credit.map(({ hundredths, activities, unfit }) => [hundredths, activities, unfit])).toEqual([
    [200, 2, 0],
  ]);
});

test('a certificate in force against a revoked one asks to keep the other record', async () => {
  const keep = await person();
  const other = await person({ familyName: 'Vogel' });
  const both = await activity('Both', [keep, other]);
  const first = await issue(both, keep);
  await office.ask('certificates.revoke', { id: first, reason: 'Issued to the wrong record.' });
  await issue(both, other);
  const preview = await office.ask('people.mergePreview', { keepId: keep, otherId: other });
  expect(preview.blocked).toEqual([
    'For “Both” the certificate in force is that of Anna Vogel (SUM-2026-000002), and SUM-2026-000001 of Anna Schmidt is not in force. Keep the record of Anna Vogel instead: swap the two.',
  ]);
  expect(await merge(other, keep)).toEqual({ id: other });
});

test('an undo is held back once a certificate was issued on the merged record', async () => {
  const keep = await person();
  const other = await person({ familyName: 'Vogel' });
  const alone = await activity('Only the other', [other]);
  await merge(keep, other);
  const merging = await lastChange();
  await issue(alone, keep);
  expect((await office.fault('changes.undo', { changeId: merging })).code).toBe('changes/cannot-undo');
});

test('a record that others went into can go into a further one', async () => {
  const [a, b, c] = [
    await person(),
    await person({ familyName: 'Vogel' }),
    await person({ familyName: 'Kern' }),
  ];
  await merge(b, c);
  await merge(a, b);
  // Whoever still has the old number at hand works on the record that stays.
  const later = await activity('Later', [b, a, c]);
  expect(
    (await office.ask('completion.list', { activityId: later })).map(({ personId }) => personId),
  ).toEqual([a]);
  const evidence = {
    competencyCode: 'F1',
    level: 1,
    kind: 'assessment',
    datedOn: '2026-11-01',
    source: '',
    reason: '',
  } as const;
  expect((await office.fault('learners.recordEvidence', { personId: c, evidence: [evidence] })).code).toBe(
    'people/not-found',
  );
  for (const id of [a, b, c]) expect((await office.ask('people.get', { id })).id).toBe(a);
  expect((await office.ask('people.get', { id: a })).formerNames.map(({ name }) => name).toSorted()).toEqual([
    'Anna Kern',
    'Anna Vogel',
  ]);
  expect((await office.fault('people.mergePreview', { keepId: a, otherId: c })).code).toBe(
    'people/cannot-merge',
  );
  expect((await office.fault('people.remove', { id: a })).code).toBe('people/in-use');
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { IssueResult } from '../../src/shared/contract/certificates.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { AFTER, certifiable, certificatesOf } from './certificates-office.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine({ now: () => AFTER });
  await office.withOffice();
});
afterEach(() => office.close());

/** A person as an older caller writes one. */
const ANNA: Input<'people.create'> = {
  givenName: 'Anna',
  familyName: 'Schmidt',
  credentials: 'MD',
  profession: 'physician',
  specialty: 'Radiology',
  email: 'anna@example.org',
  npi: '1234567893',
  licences: [],
  birthMonthDay: '',
  notes: '',
};

/** All that can be recorded of a person. */
const WHOLE: Input<'people.create'> = {
  ...ANNA,
  middleName: 'Marie',
  suffix: 'III',
  displayName: 'Anna M. Schmidt',
  formerNames: [{ name: 'Anna Kowalczyk', until: '2024-05-31' }],
  credentialRecords: [{ credential: 'MD', since: '2010-06-01', until: null }],
  furtherSpecialties: ['Neuroradiology'],
  furtherEmails: ['a.kowalczyk@example.org'],
  furtherNpis: ['1558598797'],
  orcid: '0000-0002-1825-0097',
  boardIds: [{ board: 'ABIM', id: '000123' }],
  nabpId: '0045',
  licences: [
    { state: 'CO', number: '0077' },
    { state: 'NY', number: '455134' },
  ],
  birthMonthDay: '11-09',
  sharing: 'given',
  sharingOn: '2026-02-01',
};

async function found(text: string): Promise<readonly string[]> {
  const input = { text, profession: null, sort: 'name', after: null, limit: 50 } as const;
  return (await office.ask('people.list', input)).rows.map(({ name }) => name);
}

test('everything that is recorded comes back as it was written', async () => {
  const { id } = await office.ask('people.create', WHOLE);
  expect(await office.ask('people.get', { id })).toMatchObject(WHOLE);
});

test('a change that does not know of the further fields leaves them as they are', async () => {
  const { id } = await office.ask('people.create', WHOLE);
  await office.ask('people.update', { id, content: { ...ANNA, specialty: 'Oncology' } });
  expect(await office.ask('people.get', { id })).toMatchObject({
    ...WHOLE,
    ...ANNA,
    specialty: 'Oncology',
  });
});

test.each([
  ['a former name', 'kowalczyk'],
  ['a further address', 'a.kowalczyk@example'],
  ['a further NPI', '1558598797'],
  ['the ORCID iD', '0000-0002-1825'],
  ['a board id', '000123'],
  ['a license number', '455134'],
  ['a further specialty', 'neuroradio'],
  ['the plain name', 'anna schmidt'],
  ['the whole name', 'anna marie schmidt iii'],
  ['the displayed name', 'anna m. schmidt'],
])('search finds a person by %s', async (_, text) => {
  await office.ask('people.create', WHOLE);
  await office.ask('people.create', { ...ANNA, givenName: 'Bo', familyName: 'Lee', email: '', npi: '' });
  expect(await found(text)).toEqual(['Anna M. Schmidt']);
  const [hit] = await office.ask('search.everything', { text });
  expect(hit?.title).toBe('Anna M. Schmidt, MD');
});

test('an identifier that is wrong is refused with what to do', async () => {
  for (const change of [
    { orcid: '0000-0002-1825-0098' },
    { sharing: 'given', sharingOn: '' },
    { sharing: 'not asked', sharingOn: '2026-01-01' },
    { credentialRecords: [{ credential: 'MD', since: '2020-01-01', until: '2019-01-01' }] },
    { furtherEmails: ['ANNA@example.org'] },
  ] as const)
    expect((await office.fault('people.create', { ...WHOLE, ...change })).code).toBe('request/invalid');
});

test('an address, NPI or ORCID iD belongs to one person, also as a further one', async () => {
  const { id } = await office.ask('people.create', WHOLE);
  const other = { ...ANNA, givenName: 'Other', email: '', npi: '' };
  for (const [change, field] of [
    [{ email: 'A.Kowalczyk@example.org' }, 'email'],
    [{ furtherEmails: ['anna@example.org'] }, 'furtherEmails'],
    [{ npi: '1558598797' }, 'npi'],
    [{ orcid: '0000-0002-1825-0097' }, 'orcid'],
  ] as const) {
    const fault = await office.fault('people.create', { ...other, ...change });
    expect([fault.code, fault.details]).toEqual(['people/email-in-use', { field, personId: id }]);
  }
  await office.ask('people.update', { id, content: { ...WHOLE, furtherEmails: [] } });
  await office.ask('people.create', { ...other, email: 'a.kowalczyk@example.org' });
});

test('an import finds a person by a further address and a former name', async () => {
  const { id } = await office.ask('people.create', WHOLE);
  const csv = 'First name,Last name,Email,Credentials\nAnna,Kowalczyk,a.kowalczyk@example.org,MD\n';
  const rehearsal = await office.ask('imports.rehearseRoster', {
    fileName: 'roster.csv',
    base64: Buffer.from(csv).toString('base64'),
    activityId: null,
  });
  expect(rehearsal.rows.find(({ row }) => row === 2)).toMatchObject({
    fate: 'same',
    personId: id,
    reason: '',
  });
});

test('undo takes the keys of a person along', async () => {
  const { id } = await office.ask('people.create', ANNA);
  await office.ask('people.update', { id, content: WHOLE });
  const [edit] = await office.ask('changes.recent', { limit: 1 });
  await office.ask('changes.undo', { changeId: edit?.changeId ?? 0 });
  expect(await found('kowalczyk')).toEqual([]);
  await office.ask('people.create', { ...ANNA, npi: '', email: 'a.kowalczyk@example.org' });
});

test('the whole history of a person: activities, credit by year, imports and changes', async () => {
  const csv = 'First name,Last name,Email,Profession\nAnna,Schmidt,anna@example.org,Physician\n';
  const file = { fileName: 'roster.csv', base64: Buffer.from(csv).toString('base64'), activityId: null };
  const { rehearsalId } = await office.ask('imports.rehearseRoster', file);
  await office.job('imports.apply', { rehearsalId, decisions: [] });
  const list = { text: 'anna', profession: null, sort: 'name', after: null, limit: 5 } as const;
  const [person] = (await office.ask('people.list', list)).rows;
  const personId = person?.id ?? 0;
  expect(await office.ask('people.history', { id: personId })).toMatchObject({
    activities: [],
    credit: [],
    certificates: [],
    imports: [{ kind: 'roster', fileName: 'roster.csv', undone: false }],
    acts: [{ how: 'import', fields: [] }],
  });
  await office.ask('people.update', { id: personId, content: { ...ANNA, npi: '', birthMonthDay: '11-09' } });
  const { id: curriculumId } = await office.ask('curricula.create', {
    title: 'AI literacy',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await office.ask('curricula.publish', { id: curriculumId });
  for (const [startsOn, minutes] of [
    ['2025-03-03', 45],
    ['2026-03-03', 30],
    ['2026-05-04', null],
  ] as const) {
    const { id: activityId } = await office.ask('activities.create', {
      versionId,
      title: startsOn,
      startsOn,
    });
    await office.ask('enrolments.add', { activityId, personIds: [personId] });
    const grid = await office.ask('attendance.grid', { activityId });
    const enrolmentId = grid.rows[0]?.enrolmentId ?? 0;
    const sessionId = grid.sessions[0]?.id ?? 0;
    if (minutes === null) continue;
    await office.ask('attendance.mark', { activityId, marks: [{ enrolmentId, sessionId, minutes }] });
    await office.ask('completion.record', {
      activityId,
      enrolmentIds: [enrolmentId],
      claimedQuarters: 'earned',
    });
  }
  const history = await office.ask('people.history', { id: personId });
  expect(history.activities.map(({ title, minutesAttended }) => [title, minutesAttended])).toEqual([
    ['2026-05-04', null],
    ['2026-03-03', 30],
    ['2025-03-03', 45],
  ]);
  expect(history.credit).toMatchObject([
    {
      year: 2026,
      typeName: 'AMA PRA Category 1 Credit™',
      activities: 1,
      hundredths: 50,
      awardedHundredths: 0,
    },
    {
      year: 2025,
      typeName: 'AMA PRA Category 1 Credit™',
      activities: 1,
      hundredths: 75,
      awardedHundredths: 0,
    },
  ]);
  expect(history.acts[0]).toMatchObject({
    title: 'Edited Anna Schmidt',
    how: 'hand',
    fields: [
      { label: 'Credentials', before: '', after: 'MD' },
      { label: 'Specialty', before: '', after: 'Radiology' },
      { label: 'Birthday', before: '', after: 'November 9' },
    ],
  });
});

test('certificates print the name on the license, or the one that the person asked for', async () => {
  const course = await certifiable(office, [
    { givenName: 'Anna', middleName: 'Marie', familyName: 'Abel', suffix: 'III' },
    { givenName: 'Bo', familyName: 'Brandt' },
    { givenName: 'Leila', familyName: 'Yılmaz', displayName: 'Leyla Yılmaz' },
  ]);
  const names = ['Anna Marie Abel III', 'Bo Brandt', 'Leyla Yılmaz'];
  const rows = await office.ask('completion.list', { activityId: course.activityId });
  expect(rows.map(({ name }) => name)).toEqual(names);
  const grid = await office.ask('attendance.grid', { activityId: course.activityId });
  expect(grid.rows.map(({ name }) => name)).toEqual(names);
  const job = await office.job('certificates.issue', {
    activityId: course.activityId,
    enrolmentIds: [...course.enrolmentIds],
  });
  expect(IssueResult.parse(job.result).made).toBe(3);
  const issued = await certificatesOf(office, course.activityId);
  expect(issued.map(({ name }) => name).toSorted()).toEqual(names);
  // Another name on the license since: the certificate in force is named on the person's page.
  const personId = rows[1]?.personId ?? 0;
  const { id, createdAt: _, history: __, ...content } = await office.ask('people.get', { id: personId });
  await office.ask('people.update', { id, content: { ...content, middleName: 'K.' } });
  const { history } = await office.ask('people.get', { id });
  expect(history.map(({ otherName }) => otherName)).toEqual(['Bo Brandt']);
});

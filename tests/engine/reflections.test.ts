import { writeXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import type { RehearsedRow } from '../../src/shared/contract/people.ts';
import type { ReflectionContent } from '../../src/shared/contract/reflections.ts';
import { csvOf, reflectionTable } from '../../src/shared/reflections/table.ts';
import { apply, enrol, everyone, openCourse, rehearseRoster, sample, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
let now = '2026-11-25T18:00:00.000Z';
beforeEach(async () => {
  now = '2026-11-25T18:00:00.000Z';
  office = await openEngine({ now: () => now });
  await office.withOffice();
});
afterEach(() => office.close());

const ANA = { givenName: 'Ana', familyName: 'Silva', email: 'ana@example.org' };
const BO = { givenName: 'Bo', familyName: 'Lind', email: 'bo@example.org' };

const GOOD: ReflectionContent = {
  writtenOn: '2026-11-13',
  change: 'Ask for the false-alarm rate.',
  commitment: 'Review ten alerts a week.',
  followUpOn: '2026-11-24',
  outcome: 'open',
  followedUpOn: null,
  confidence: [
    { code: 'F1', before: 1, after: 2 },
    { code: 'G2', before: 0, after: 3 },
  ],
};

/** A course on November 12 with Ana and Bo. */
async function course() {
  const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  const [ana = 0, bo = 0] = await enrol(office, activity.id, [ANA, BO]);
  return { id: activity.id, ana, bo };
}

async function recorded(activityId: number): Promise<Record<string, ReflectionContent | null>> {
  const rows = await office.ask('reflections.list', { activityId });
  return Object.fromEntries(rows.map(({ name, reflection }) => [name, reflection]));
}

async function lastChange(): Promise<number> {
  const [last] = await office.ask('changes.recent', { limit: 1 });
  return last?.changeId ?? 0;
}

function rehearse(
  activityId: number,
  content: string | Uint8Array,
  options: {
    readonly fileName?: string;
    readonly mapping?: Input<'imports.rehearseReflections'>['mapping'];
  } = {},
): Promise<Output<'imports.rehearseReflections'>> {
  return office.ask('imports.rehearseReflections', {
    fileName: options.fileName ?? 'form.csv',
    base64: Buffer.from(content).toString('base64'),
    activityId,
    ...(options.mapping ? { mapping: options.mapping } : {}),
  });
}

function fates(rows: readonly RehearsedRow[]): Record<number, string> {
  return Object.fromEntries(rows.map(({ row, fate }) => [row, fate]));
}

describe('a reflection', () => {
  test('is recorded, corrected, removed, and each step is undone', async () => {
    const { id, ana } = await course();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    const first = await lastChange();
    expect(await recorded(id)).toEqual({ 'Ana Silva': GOOD, 'Bo Lind': null });
    const kept = { ...GOOD, outcome: 'kept', followedUpOn: '2026-11-24' } as const;
    await office.ask('reflections.record', { enrolmentId: ana, content: kept });
    const second = await lastChange();
    await office.ask('reflections.remove', { enrolmentId: ana });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': null });
    await office.ask('changes.undo', { changeId: await lastChange() });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': kept });
    await office.ask('changes.undo', { changeId: second });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': GOOD });
    await office.ask('changes.undo', { changeId: first });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': null });
  });

  test('that reads the same is not written again', async () => {
    const { ana } = await course();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    const before = await written(office);
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    expect(await written(office)).toBe(before);
  });

  test.each<[string, object, string, string]>([
    [
      'before the activity',
      { writtenOn: '2026-11-11' },
      'reflections/invalid-dates',
      'Enter Nov 12, 2026 or a later day',
    ],
    [
      'in the future',
      { writtenOn: '2026-11-26', followUpOn: null },
      'reflections/invalid-dates',
      'still to come',
    ],
    [
      'follow-up on its own day',
      { followUpOn: '2026-11-13' },
      'reflections/invalid-dates',
      'a day after Nov 13, 2026',
    ],
    ['outcome without its day', { outcome: 'kept' }, 'reflections/invalid-dates', 'needs its date'],
    [
      'outcome without a commitment',
      { outcome: 'kept', followedUpOn: '2026-11-24', commitment: '', followUpOn: null },
      'request/invalid',
      'needs a commitment',
    ],
    [
      'unknown competency',
      { confidence: [{ code: 'Q7', before: 1, after: 2 }] },
      'request/invalid',
      '“Q7” is not a competency',
    ],
    ['rating above the scale', { confidence: [{ code: 'F1', before: 1, after: 4 }] }, 'request/invalid', ''],
    ['rating below the scale', { confidence: [{ code: 'F1', before: -1, after: 1 }] }, 'request/invalid', ''],
    ['too long', { change: 'a'.repeat(4_001) }, 'request/invalid', ''],
    ['control characters', { change: 'a\u0000b' }, 'request/invalid', ''],
    ['no such day', { writtenOn: '2026-02-30' }, 'request/invalid', ''],
    ['an outcome of its own', { outcome: 'maybe' }, 'request/invalid', ''],
    ['a field too many', { grade: 5 }, 'request/invalid', ''],
  ])('is refused: %s', async (_, change, code, words) => {
    const { id, ana } = await course();
    const before = await written(office);
    const fault = await office.fault('reflections.record', {
      enrolmentId: ana,
      content: { ...GOOD, ...change },
    });
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(words);
    expect(await written(office)).toBe(before);
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': null });
  });

  test('of nobody, and one that is not there, are refused', async () => {
    const { ana } = await course();
    const nobody = await office.fault('reflections.record', { enrolmentId: 999, content: GOOD });
    expect(nobody.code).toBe('enrolments/not-found');
    const nothing = await office.fault('reflections.remove', { enrolmentId: ana });
    expect(nothing.code).toBe('reflections/not-found');
    expect((await office.fault('reflections.list', { activityId: 99 })).code).toBe('activities/not-found');
  });

  test('goes by the day in the zone of the activity', async () => {
    const { ana } = await course();
    // Half past six in the evening of the 24th in Denver, where the 25th has begun in UTC.
    now = '2026-11-25T01:30:00.000Z';
    const content = { ...GOOD, followUpOn: null, writtenOn: '2026-11-25' };
    const fault = await office.fault('reflections.record', { enrolmentId: ana, content });
    expect(fault.message).toContain('Nov 25, 2026 is still to come');
    await office.ask('reflections.record', {
      enrolmentId: ana,
      content: { ...content, writtenOn: '2026-11-24' },
    });
  });

  test('goes with its enrolment, which says so, and comes back with it', async () => {
    const { id, ana } = await course();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    await office.ask('enrolments.remove', { activityId: id, enrolmentIds: [ana] });
    const [last] = await office.ask('changes.recent', { limit: 1 });
    expect(last?.title).toBe('Took 1 person off “Course” with 1 reflection');
    expect(await recorded(id)).toEqual({ 'Bo Lind': null });
    await office.ask('changes.undo', { changeId: last?.changeId ?? 0 });
    expect(await recorded(id)).toEqual({ 'Ana Silva': GOOD, 'Bo Lind': null });
  });

  test('goes with its activity and comes back with it', async () => {
    const { id, ana } = await course();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    await office.ask('activities.remove', { id });
    await office.ask('changes.undo', { changeId: await lastChange() });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': GOOD });
  });

  test('keeps its person from being removed', async () => {
    const { ana, id } = await course();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    const [row] = await office.ask('reflections.list', { activityId: id });
    const fault = await office.fault('people.remove', { id: row?.personId ?? 0 });
    expect(fault.code).toBe('people/in-use');
  });

  test('stands in the way of undoing the enrolment that it belongs to', async () => {
    const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [ana = 0] = await enrol(office, activity.id, [ANA]);
    const enrolling = await lastChange();
    await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
    expect((await office.fault('changes.undo', { changeId: enrolling })).code).toBe('changes/cannot-undo');
    expect(await recorded(activity.id)).toEqual({ 'Ana Silva': GOOD });
  });
});

test('the summary counts who returned, what is due today, and confidence', async () => {
  const { id, ana, bo } = await course();
  await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
  await office.ask('reflections.record', {
    enrolmentId: bo,
    content: { ...GOOD, followUpOn: '2026-11-26', confidence: [{ code: 'F1', before: 2, after: 1 }] },
  });
  const summary = await office.ask('reflections.summary', { activityId: id });
  expect(summary).toMatchObject({
    enrolled: 2,
    returned: 2,
    commitments: 2,
    followUps: { due: 1, later: 1, kept: 0, partly: 0, notKept: 0 },
  });
  expect(
    summary.confidence.map(({ code, answers, meanBefore, meanAfter, raised, lowered }) => [
      code,
      answers,
      meanBefore,
      meanAfter,
      raised,
      lowered,
    ]),
  ).toEqual([
    ['F1', 2, 1.5, 1.5, 1, 1],
    ['G2', 1, 0, 3, 1, 0],
  ]);
});

test('Home names what is to be followed up, and where', async () => {
  const { id, ana, bo } = await course();
  const due = async () =>
    (await office.ask('home.summary', {})).attention.filter(({ kind }) => kind === 'follow-ups-due');
  expect(await due()).toEqual([]);
  await office.ask('reflections.record', { enrolmentId: ana, content: GOOD });
  await office.ask('reflections.record', { enrolmentId: bo, content: { ...GOOD, followUpOn: '2026-11-26' } });
  expect(await due()).toMatchObject([
    { count: 1, path: `/activities/${id}/reflections`, title: '1 commitment to follow up' },
  ]);
  now = '2026-11-26T18:00:00.000Z';
  expect(await due()).toMatchObject([{ count: 2, title: '2 commitments to follow up' }]);
  await office.ask('reflections.record', {
    enrolmentId: ana,
    content: { ...GOOD, outcome: 'not kept', followedUpOn: '2026-11-26' },
  });
  expect(await due()).toMatchObject([{ count: 1 }]);
});

describe('the sample form', () => {
  /** The people of the sample roster, all enrolled but Noor Smith. */
  async function prepared(): Promise<number> {
    await apply(office, await rehearseRoster(office, sample('roster.csv')));
    const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const people = await everyone(office);
    const personIds = people.filter(
      ({ familyName, givenName }) => `${givenName} ${familyName}` !== 'Noor Smith',
    );
    await office.ask('enrolments.add', {
      activityId: activity.id,
      personIds: personIds.map(({ id }) => id),
    });
    return activity.id;
  }

  test('each row becomes what it should, is imported as one step, and taken back as one', async () => {
    const id = await prepared();
    const rehearsal = await rehearse(id, sample('reflection-form.csv'));
    expect(rehearsal).toMatchObject({ kind: 'reflections', layout: 'Reflection form', total: 19 });
    expect(rehearsal.columns.map(({ field }) => field)).toEqual([
      'writtenOn',
      'email',
      'fullName',
      'change',
      'commitment',
      'followUpOn',
      'before:F1',
      'after:F1',
      'before:F4',
      'after:F4',
      'before:G2',
      'after:G2',
      'ignore',
    ]);
    expect(
      rehearsal.rows
        .toSorted((a, b) => a.row - b.row)
        .map(({ row, fate, reason }) => `${row} ${fate}: ${reason}`),
    ).toEqual([
      '1 ignored: Column headings.',
      '2 new: ',
      '3 new: ',
      '4 new: ',
      '5 new: Found by name.',
      '6 held: More than one person enrolled has this name.',
      '7 new: ',
      '8 error: The follow-up comes after the reflection: enter a day after Nov 14, 2026.',
      '9 error: “maybe” for F1 after is no rating. Write 0 none, 1 aware, 2 apply, 3 lead.',
      '10 new: ',
      '11 ignored: The form was not filled in.',
      '12 new: ',
      '13 held: Nobody enrolled has this name or e-mail address.',
      '14 new: F4 is left out: it has no rating before.',
      '15 error: Nov 2, 2026 is before the activity began. Enter Nov 12, 2026 or a later day.',
      '16 duplicate: The same answers as in row 2.',
      '17 error: Row 3 has other answers of the same person. Keep one of the two rows in the file.',
      '18 held: Known to the office but not enrolled in this activity.',
      '19 new: The follow-up date is left out: there is no commitment.',
    ]);
    const surgeon = (await everyone(office)).find(
      ({ email }) => email === 'annemarie.hernandez4@example.org',
    );
    const noor = (await everyone(office)).find(({ email }) => email === 'noor.smith13@example.org');
    const applied = await apply(office, rehearsal, [
      { row: 6, choice: surgeon?.id ?? 0 },
      { row: 13, choice: 'leave-out' },
      { row: 18, choice: noor?.id ?? 0 },
    ]);
    expect(applied).toMatchObject({ asked: 19, done: 15, held: 0, failed: 4 });
    const found = await recorded(id);
    expect(found['Lwazi MacDonald']).toEqual({
      writtenOn: '2026-11-13',
      change: 'I will ask which population a risk score was validated in before I act on it.',
      commitment: 'Check the validation population of our sepsis score with the quality team.',
      followUpOn: '2027-01-15',
      outcome: 'open',
      followedUpOn: null,
      confidence: [
        { code: 'F1', before: 1, after: 2 },
        { code: 'F4', before: 0, after: 2 },
        { code: 'G2', before: 1, after: 2 },
      ],
    });
    expect(found['Priya Hernández']?.change).toBe(
      'Two things:\n- ask for the false-alarm rate\n- tell the team when it drifts',
    );
    expect(found['Priya Ivanova']?.change).toContain('=HYPERLINK(');
    expect(found['Noor Smith']?.commitment).toBe('Practice the explanation with two colleagues.');
    expect((await office.ask('reflections.summary', { activityId: id })).returned).toBe(11);

    const again = await rehearse(id, sample('reflection-form.csv'));
    const same = Object.entries(fates(again.rows)).filter(([, fate]) => fate === 'same');
    // The row without an address waits for its decision again; all others are known to be in.
    expect(same.map(([row]) => row)).toEqual(['2', '3', '4', '5', '7', '10', '12', '14', '18', '19']);
    const nothing = await office.job('imports.apply', { rehearsalId: again.rehearsalId, decisions: [] });
    expect(nothing.fault?.code).toBe('imports/nothing-to-apply');

    await office.ask('changes.undo', { changeId: applied.changeId });
    expect(Object.values(await recorded(id)).every((reflection) => reflection === null)).toBe(true);
    const [kept] = await office.ask('imports.list', { activityId: id });
    expect(kept).toMatchObject({ kind: 'reflections', undone: true });
    expect(await office.ask('imports.rows', { importId: applied.importId })).toHaveLength(19);
  });

  test('as a spreadsheet says the same', async () => {
    const { id } = await course();
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Responses',
          rows: [
            ['Completion time', 'Email', 'Name', 'Commitment', 'F1 before', 'F1 after'],
            [new Date('2026-11-14T08:00:00Z'), 'ana@example.org', 'Ana Silva', 'Yes', 0, 3],
          ],
        },
      ],
    });
    await apply(office, await rehearse(id, bytes, { fileName: 'form.xlsx' }));
    expect(await recorded(id)).toMatchObject({
      'Ana Silva': { writtenOn: '2026-11-14', confidence: [{ code: 'F1', before: 0, after: 3 }] },
    });
  });
});

describe('a form', () => {
  test('that corrects what is recorded shows old and new, and empty cells take nothing away', async () => {
    const { id, ana } = await course();
    const full = { ...GOOD, outcome: 'partly', followedUpOn: '2026-11-24' } as const;
    await office.ask('reflections.record', { enrolmentId: ana, content: full });
    const rehearsal = await rehearse(
      id,
      'Email,Name,What will you change?,Commitment,F1 before,F1 after,G2 after\nana@example.org,Ana Silva,,Review five alerts a week.,,3,',
    );
    const [row] = rehearsal.rows;
    expect(row).toMatchObject({
      fate: 'changes',
      reason:
        'Commitment: “Review ten alerts a week.” → “Review five alerts a week.”. F1 after: 2 Apply → 3 Lead.',
    });
    const applied = await apply(office, rehearsal);
    expect(await recorded(id)).toMatchObject({
      'Ana Silva': {
        ...full,
        commitment: 'Review five alerts a week.',
        confidence: [
          { code: 'F1', before: 1, after: 3 },
          { code: 'G2', before: 0, after: 3 },
        ],
      },
    });
    await office.ask('changes.undo', { changeId: applied.changeId });
    expect(await recorded(id)).toMatchObject({ 'Ana Silva': full });
  });

  test('that was exported here changes nothing, whatever people wrote', async () => {
    const { id, ana, bo } = await course();
    await office.ask('reflections.record', {
      enrolmentId: ana,
      content: {
        ...GOOD,
        change: '=1+1\n"quoted", and; more',
        outcome: 'not kept',
        followedUpOn: '2026-11-25',
      },
    });
    await office.ask('reflections.record', {
      enrolmentId: bo,
      content: { ...GOOD, commitment: '-no', change: '' },
    });
    const rows = await office.ask('reflections.list', { activityId: id });
    const rehearsal = await rehearse(id, csvOf(reflectionTable(rows, ['F1', 'G2'])));
    expect(fates(rehearsal.rows)).toEqual({ 1: 'ignored', 2: 'same', 3: 'same' });
  });

  test('on another scale is refused with the one expected, and imports without its ratings', async () => {
    const { id } = await course();
    const csv =
      'Email,Name,Commitment,F1 before,F1 after\nana@example.org,Ana Silva,Yes,2,3\nbo@example.org,Bo Lind,No,3,5';
    const before = await written(office);
    const fault = await office.fault('imports.rehearseReflections', {
      fileName: 'form.csv',
      base64: Buffer.from(csv).toString('base64'),
      activityId: id,
    });
    expect(fault.code).toBe('imports/other-scale');
    expect(fault.message).toContain('Row 3 has 5 in “F1 after”');
    expect(fault.message).toContain('0 none, 1 aware, 2 apply, 3 lead');
    expect(JSON.parse(String(fault.details?.['columns']))).toHaveLength(5);
    expect(await written(office)).toBe(before);
    const rehearsal = await rehearse(id, csv, { mapping: { '3': 'ignore', '4': 'ignore' } });
    await apply(office, rehearsal);
    expect(await recorded(id)).toMatchObject({
      'Ana Silva': { commitment: 'Yes', confidence: [], writtenOn: '2026-11-12' },
      'Bo Lind': { commitment: 'No', confidence: [] },
    });
  });

  test('with headings of its own is read by the columns that are chosen', async () => {
    const { id } = await course();
    const csv = 'Wer,Adresse,Vorsatz,Vorher,Nachher\nAna Silva,ana@example.org,Ja,1,2';
    expect(
      (
        await office.fault('imports.rehearseReflections', {
          fileName: 'form.csv',
          base64: Buffer.from(csv).toString('base64'),
          activityId: id,
          mapping: { '0': 'fullName' },
        })
      ).code,
    ).toBe('imports/column-missing');
    const rehearsal = await rehearse(id, csv, {
      mapping: { '0': 'fullName', '1': 'email', '2': 'commitment', '3': 'before:C1', '4': 'after:C1' },
    });
    await apply(office, rehearsal);
    expect(await recorded(id)).toMatchObject({
      'Ana Silva': { commitment: 'Ja', confidence: [{ code: 'C1', before: 1, after: 2 }] },
    });
    const unknown = await rehearse(id, csv, {
      mapping: { '0': 'fullName', '1': 'email', '3': 'before:Q9', '4': 'after:Q9' },
    });
    expect(unknown.rows.find(({ row }) => row === 2)).toMatchObject({
      fate: 'error',
      reason: '“Q9” is not a competency of this office. Choose another field for its column.',
    });
  });

  test.each([
    ['a field that does not exist', { '0': 'password' }],
    ['a rating without a code', { '0': 'before:' }],
    ['a rating with markup for a code', { '0': 'after:<b>' }],
    ['a side of its own', { '0': 'during:F1' }],
  ])('with %s is refused', async (_, mapping) => {
    const { id } = await course();
    const fault = await office.fault('imports.rehearseReflections', {
      fileName: 'form.csv',
      base64: Buffer.from('Name,Commitment\nAna Silva,Yes').toString('base64'),
      activityId: id,
      mapping,
    });
    expect(fault.code).toBe('request/invalid');
  });

  test.each<[string, string, string]>([
    ['too long a text', `ana@example.org,Ana Silva,2026-11-13,${'a'.repeat(4_001)},,`, 'longer than 4,000'],
    ['no date', 'ana@example.org,Ana Silva,soon,Yes,,', '“soon” is no date'],
    ['a day of the future', 'ana@example.org,Ana Silva,2027-01-01,Yes,,', 'still to come'],
    [
      'an outcome that is none',
      'ana@example.org,Ana Silva,2026-11-13,Yes,perhaps,',
      '“perhaps” is no outcome',
    ],
    ['an outcome without its day', 'ana@example.org,Ana Silva,2026-11-13,Yes,kept,', 'needs its date'],
    [
      'an outcome without a commitment',
      'ana@example.org,Ana Silva,2026-11-13,,kept,2026-11-20',
      'needs a commitment',
    ],
    ['nobody', ',,2026-11-13,Yes,,', 'neither a name nor an e-mail address'],
  ])('with %s says so in its row, and the other rows go in', async (_, line, words) => {
    const { id } = await course();
    const rehearsal = await rehearse(
      id,
      `Email,Name,Date,Commitment,Outcome,Followed up on\n${line}\nbo@example.org,Bo Lind,2026-11-13,Yes,kept,2026-11-20`,
    );
    expect(rehearsal.rows.find(({ row }) => row === 2)).toMatchObject({ fate: 'error' });
    expect(rehearsal.rows.find(({ row }) => row === 2)?.reason).toContain(words);
    await apply(office, rehearsal);
    expect(await recorded(id)).toMatchObject({
      'Ana Silva': null,
      'Bo Lind': { outcome: 'kept', followedUpOn: '2026-11-20' },
    });
  });

  test('whose held rows are given to one person twice is refused whole', async () => {
    const { id, ana } = await course();
    const rows = await office.ask('reflections.list', { activityId: id });
    const personId = rows.find(({ enrolmentId }) => enrolmentId === ana)?.personId ?? 0;
    const rehearsal = await rehearse(id, 'Name,Commitment\nA. S.,One\nAna S.,Two\nBo Lind,Three');
    expect(fates(rehearsal.rows)).toMatchObject({ 2: 'held', 3: 'held', 4: 'new' });
    const before = await written(office);
    const job = await office.job('imports.apply', {
      rehearsalId: rehearsal.rehearsalId,
      decisions: [
        { row: 2, choice: personId },
        { row: 3, choice: personId },
      ],
    });
    expect(job.fault?.message).toContain('Rows 2 and 3 were given to the same person');
    expect(await written(office)).toBe(before);
  });

  test('with a new person adds and enrolls them', async () => {
    const { id } = await course();
    const rehearsal = await rehearse(id, 'Name,Email,Commitment\nSam Rivera,sam@example.org,One');
    await apply(office, rehearsal, [{ row: 2, choice: 'new' }]);
    expect(await recorded(id)).toMatchObject({ 'Sam Rivera': { commitment: 'One' } });
  });
});

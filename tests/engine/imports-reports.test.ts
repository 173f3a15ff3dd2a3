import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import type { RehearsedRow } from '../../src/shared/contract/people.ts';
import {
  apply,
  COURSE_DAY,
  enrol,
  everyone,
  openCourse,
  rehearseReport,
  type Sitting,
  written,
} from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

/** Reports that are no sample files: what can go wrong between a meeting and a credit. */

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

const ANA = { givenName: 'Ana', familyName: 'Silva', email: 'ana@example.org' };
const BO = { givenName: 'Bo', familyName: 'Lind', email: 'bo@example.org' };

async function course(sittings: readonly Sitting[], people = [ANA, BO]) {
  const activity = await openCourse(office, sittings);
  await enrol(office, activity.id, people);
  const minutes = async (): Promise<Record<string, readonly (number | null)[]>> =>
    Object.fromEntries(
      (await office.ask('attendance.grid', { activityId: activity.id })).rows.map((row) => [
        row.name,
        row.minutes,
      ]),
    );
  return { id: activity.id, sessions: activity.sessions.map(({ id }) => id), minutes };
}

function joins(...rows: readonly string[]): string {
  return `Name,Email,Join time,Leave time\n${rows.join('\n')}`;
}

function summary(rows: readonly RehearsedRow[]): readonly string[] {
  return rows
    .filter(({ reason }) => reason !== 'Column headings.')
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, fate }) => `${row} ${fate}`);
}

const TWO_HOURS: readonly Sitting[] = [
  { title: 'First', at: '09:00', minutes: 60 },
  { title: 'Second', at: '10:00', minutes: 60 },
];

describe('joins', () => {
  test('are placed in the sessions by their times; overlaps, breaks and early arrival count nothing', async () => {
    const { id, minutes } = await course([
      { at: '09:00', minutes: 60 },
      { at: '10:30', minutes: 60 },
    ]);
    const report = joins(
      'Ana Silva,,2026-11-12 08:30,2026-11-12 09:40',
      'Ana Silva,ana@example.org,2026-11-12 09:30,2026-11-12 09:50',
      'Ana Silva,,2026-11-12 10:05,2026-11-12 10:20',
      'Ana Silva,,2026-11-12 11:00,2026-11-12 13:00',
      'Bo Lind,,2026-11-12 10:05,2026-11-12 10:20',
    );
    const rehearsal = await rehearseReport(office, id, report);
    expect(summary(rehearsal.rows)).toEqual(['2 new', '3 known', '4 known', '5 known', '6 ignored']);
    await apply(office, rehearsal);
    expect(await minutes()).toEqual({ 'Ana Silva': [50, 30], 'Bo Lind': [null, null] });
  });

  test('in another order come to the same', async () => {
    const rows = [
      'Ana Silva,,2026-11-12 09:10,2026-11-12 09:30',
      'Bo Lind,,2026-11-12 09:00,2026-11-12 10:30',
      'Ana Silva,,2026-11-12 09:20,2026-11-12 09:50',
      'Ana Silva,,2026-11-12 09:45,2026-11-12 10:15',
    ];
    const first = await course(TWO_HOURS);
    const people = await everyone(office);
    for (const order of [rows, rows.toReversed(), rows.toSorted()]) {
      const { id } = await openCourse(office, TWO_HOURS);
      await office.ask('enrolments.add', { activityId: id, personIds: people.map((one) => one.id) });
      await apply(office, await rehearseReport(office, id, joins(...order)));
      const grid = await office.ask('attendance.grid', { activityId: id });
      expect(grid.rows.map(({ name, minutes }) => [name, ...minutes])).toEqual([
        ['Bo Lind', 60, 30],
        ['Ana Silva', 50, 15],
      ]);
    }
    expect(await first.minutes()).toEqual({ 'Ana Silva': [null, null], 'Bo Lind': [null, null] });
  });

  test('of another day are outside every session, and the report shows its own days', async () => {
    const { id } = await course(TWO_HOURS);
    const report = await rehearseReport(office, id, joins('Ana Silva,,2026-11-19 09:00,2026-11-19 10:00'));
    expect(report.joins).toEqual({ firstJoin: '2026-11-19T09:00', lastLeave: '2026-11-19T10:00' });
    expect(report.rows.find(({ row }) => row === 2)).toMatchObject({
      fate: 'ignored',
      reason: expect.stringContaining('outside the time of every session'),
    });
  });

  test('day first or month first is decided by the whole column', async () => {
    const { id, minutes } = await course([{ at: '09:00', minutes: 60, date: '2026-12-11' }]);
    const report = joins(
      'Ana Silva,,11/12/2026 09:00,11/12/2026 09:30',
      'Bo Lind,,13/12/2026 09:00,13/12/2026 09:30',
    );
    await apply(office, await rehearseReport(office, id, report));
    expect(await minutes()).toMatchObject({ 'Ana Silva': [30] });
  });

  test.each([
    ['2026-11-12 10:00,2026-11-12 09:00', 'end before they start'],
    ['soon,later', 'cannot be read'],
    ['2026-11-12 09:00,', 'cannot be read'],
    ['2026-02-30 09:00,2026-02-30 10:00', 'cannot be read'],
  ])('%s cannot be read, and that is said', async (times, reason) => {
    const { id } = await course(TWO_HOURS);
    const { rows } = await rehearseReport(office, id, joins(`Ana Silva,,${times}`));
    expect(rows[0]).toMatchObject({ fate: 'error', reason: expect.stringContaining(reason) });
  });

  test('minutes are those that passed, on the nights when clocks change too', async () => {
    // Each session has three hours; in the spring night the clock jumps from 02:00 to 03:00.
    const spring = await course([{ at: '01:00', minutes: 180, date: '2026-03-08' }]);
    await apply(
      office,
      await rehearseReport(office, spring.id, joins('Ana Silva,,2026-03-08 01:00,2026-03-08 04:00')),
    );
    expect(await spring.minutes()).toMatchObject({ 'Ana Silva': [120] });
    // In the autumn night the hour from 01:00 passes twice.
    const autumn = await openCourse(office, [{ at: '00:30', minutes: 180, date: '2026-11-01' }]);
    const [ana] = await everyone(office);
    await office.ask('enrolments.add', { activityId: autumn.id, personIds: [ana?.id ?? 0] });
    await apply(
      office,
      await rehearseReport(office, autumn.id, joins('Ana Silva,,2026-11-01 00:30,2026-11-01 02:30')),
    );
    const grid = await office.ask('attendance.grid', { activityId: autumn.id });
    expect(grid.rows[0]?.minutes).toEqual([180]);
  });

  test('the same wall clock in another zone is the same attendance', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    const content = contentOf(await office.ask('activities.get', { id }));
    await office.ask('activities.update', { id, content: { ...content, timeZone: 'Asia/Kolkata' } });
    await apply(
      office,
      await rehearseReport(office, id, joins('Ana Silva,,2026-11-12 09:15,2026-11-12 10:30')),
    );
    expect(await minutes()).toMatchObject({ 'Ana Silva': [45, 30] });
  });
});

describe('time in the meeting', () => {
  const teams = (...rows: readonly string[]): string =>
    `Name,First join,Last leave,In-Meeting Duration,Email\n${rows.join('\n')}`;

  test('is the most that any session, and all of them together, can get', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    const rehearsal = await rehearseReport(
      office,
      id,
      teams(
        'Ana Silva,2026-11-12 09:00,2026-11-12 11:00,1h 15m 0s,ana@example.org',
        'Bo Lind,2026-11-12 09:00,2026-11-12 10:00,20m 0s,bo@example.org',
      ),
    );
    expect(rehearsal.rows.find(({ row }) => row === 2)?.reason).toContain('In the meeting for 75 of 120 min');
    await apply(office, rehearsal);
    expect(await minutes()).toEqual({ 'Ana Silva': [60, 15], 'Bo Lind': [20, null] });
  });

  test('limits a session that was chosen by hand as well', async () => {
    const { id, sessions, minutes } = await course(TWO_HOURS);
    const report = teams('Bo Lind,2026-11-12 09:00,2026-11-12 10:00,20m 0s,bo@example.org');
    await apply(office, await rehearseReport(office, id, report, sessions[0]));
    expect(await minutes()).toMatchObject({ 'Bo Lind': [20, null] });
  });
});

describe('a session that was chosen', () => {
  test('gets what lies within it; a report of another hour counts whole, since somebody said so', async () => {
    const { id, sessions, minutes } = await course(TWO_HOURS);
    const within = joins('Ana Silva,,2026-11-12 08:30,2026-11-12 09:30');
    await apply(office, await rehearseReport(office, id, within, sessions[0]));
    expect(await minutes()).toMatchObject({ 'Ana Silva': [30, null] });
    const elsewhere = joins('Bo Lind,,2026-11-12 15:00,2026-11-12 17:00');
    await apply(office, await rehearseReport(office, id, elsewhere, sessions[1]));
    expect(await minutes()).toMatchObject({ 'Bo Lind': [null, 60] });
  });

  test('is needed where the file has no times, and must be of the activity', async () => {
    const { id } = await course(TWO_HOURS);
    const ask = (sessionId: number | null) =>
      office.fault('imports.rehearseAttendance', {
        fileName: 'a.csv',
        base64: Buffer.from('Name,Attended\nAna Silva,Yes').toString('base64'),
        activityId: id,
        sessionId,
      });
    expect((await ask(null)).code).toBe('imports/column-missing');
    expect((await ask(9_999)).code).toBe('sessions/not-found');
  });

  test('takes ticks and minutes from a list, and says what is neither yes nor no', async () => {
    const { id, sessions, minutes } = await course(TWO_HOURS);
    const list = 'Name,Attended\nAna Silva,✓\nBo Lind,perhaps';
    const rehearsal = await rehearseReport(office, id, list, sessions[0]);
    expect(summary(rehearsal.rows)).toEqual(['2 new', '3 error']);
    await apply(office, rehearsal);
    const timed = 'Name,Minutes\nAna Silva,45 min\nBo Lind,500\n';
    await apply(office, await rehearseReport(office, id, timed, sessions[1]));
    expect(await minutes()).toEqual({ 'Ana Silva': [60, 45], 'Bo Lind': [null, 60] });
    const wrong = await rehearseReport(office, id, 'Name,Minutes\nAna Silva,-5\nBo Lind,many', sessions[1]);
    expect(summary(wrong.rows)).toEqual(['2 error', '3 error']);
  });
});

describe('results', () => {
  test('a list of scores leaves attendance alone', async () => {
    const { id, minutes } = await course([{ at: '09:00', minutes: 60 }]);
    await apply(
      office,
      await rehearseReport(office, id, joins('Ana Silva,,2026-11-12 09:00,2026-11-12 10:00')),
    );
    const scores = 'Name,Score,Evaluation\nAna Silva,85%,yes\nBo Lind,"77,5",11/20/2026';
    const rehearsal = await rehearseReport(office, id, scores);
    expect(summary(rehearsal.rows)).toEqual(['2 new', '3 new']);
    await apply(office, rehearsal);
    expect(await minutes()).toMatchObject({ 'Ana Silva': [60], 'Bo Lind': [null] });
    const rows = await office.ask('completion.list', { activityId: id });
    expect(rows.map((row) => [row.name, row.assessmentPercent, row.evaluationReturnedOn])).toEqual([
      ['Bo Lind', 77.5, '2026-11-20'],
      ['Ana Silva', 85, COURSE_DAY],
    ]);
  });

  test('a score that is none is left out and said', async () => {
    const { id } = await course([{ at: '09:00', minutes: 60 }]);
    const { rows } = await rehearseReport(office, id, 'Name,Score\nAna Silva,passed\nBo Lind,120');
    expect(summary(rows)).toEqual(['2 error', '3 error']);
    expect(rows[0]?.reason).toBe('The score “passed” is not between 0 and 100 and is left out.');
  });
});

describe('who it is', () => {
  test('a name that two people have is held with both, and a decision settles it', async () => {
    const { id, minutes } = await course(TWO_HOURS, [
      { ...ANA, email: 'ana1@example.org' },
      { ...ANA, email: 'ana2@example.org' },
    ]);
    const rehearsal = await rehearseReport(office, id, joins('Silva Ana,,2026-11-12 09:00,2026-11-12 10:00'));
    const [held] = rehearsal.rows;
    expect(held).toMatchObject({ fate: 'held', reason: 'More than one person enrolled has this name.' });
    expect(held?.candidates).toHaveLength(2);
    await apply(office, rehearsal, [{ row: 2, choice: held?.candidates[1]?.personId ?? 0 }]);
    const grid = await office.ask('attendance.grid', { activityId: id });
    expect(grid.rows.map(({ email, minutes: own }) => [email, own[0]])).toEqual([
      ['ana1@example.org', null],
      ['ana2@example.org', 60],
    ]);
    expect(Object.keys(await minutes())).toEqual(['Ana Silva']);
  });

  test('another address is another person, even with the name of someone enrolled', async () => {
    const { id } = await course(TWO_HOURS);
    const { rows } = await rehearseReport(
      office,
      id,
      joins('Ana Silva,other@example.org,2026-11-12 09:00,2026-11-12 10:00'),
    );
    expect(rows[0]).toMatchObject({ fate: 'held', candidates: [{ name: 'Ana Silva' }] });
  });

  test('somebody known but not enrolled is held; the decision enrols', async () => {
    const { id, minutes } = await course(TWO_HOURS, [ANA]);
    await office.ask('people.create', {
      ...BO,
      credentials: 'MD',
      profession: 'physician',
      specialty: '',
      npi: '',
      licences: [],
      birthMonthDay: '',
      notes: '',
    });
    const rehearsal = await rehearseReport(
      office,
      id,
      joins('Bo Lind,bo@example.org,2026-11-12 09:00,2026-11-12 10:00'),
    );
    const [held] = rehearsal.rows;
    expect(held).toMatchObject({
      fate: 'held',
      reason: 'Known to the office but not enrolled in this activity.',
    });
    await apply(office, rehearsal, [{ row: 2, choice: held?.candidates[0]?.personId ?? 0 }]);
    expect(await minutes()).toMatchObject({ 'Bo Lind': [60, null] });
  });

  test('a telephone that is decided to be somebody who was also there by name is counted with it', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    const rehearsal = await rehearseReport(
      office,
      id,
      joins(
        'Ana Silva,,2026-11-12 09:00,2026-11-12 09:40',
        'iPhone,,2026-11-12 09:30,2026-11-12 10:15',
        'Guest,,2026-11-12 09:00,2026-11-12 09:30',
      ),
    );
    const ana = (await everyone(office)).find(({ givenName }) => givenName === 'Ana')?.id ?? 0;
    const applied = await apply(office, rehearsal, [
      { row: 3, choice: ana },
      { row: 4, choice: 'leave-out' },
    ]);
    expect(applied).toMatchObject({ asked: 4, done: 4, held: 0 });
    // 09:00 to 10:15, not 45 minutes of the telephone alone.
    expect(await minutes()).toMatchObject({ 'Ana Silva': [60, 15] });
    await office.ask('changes.undo', { changeId: applied.changeId });
    expect(await minutes()).toMatchObject({ 'Ana Silva': [null, null] });
  });

  test('a new person is made by decision only', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    const rehearsal = await rehearseReport(
      office,
      id,
      joins('"Roe, Cy, MD",cy@example.org,2026-11-12 09:00,2026-11-12 10:00'),
    );
    expect(summary(rehearsal.rows)).toEqual(['2 held']);
    await apply(office, rehearsal, [{ row: 2, choice: 'new' }]);
    expect((await everyone(office)).at(-1)).toMatchObject({
      givenName: 'Cy',
      familyName: 'Roe',
      credentials: 'MD',
      profession: 'physician',
    });
    expect(await minutes()).toMatchObject({ 'Cy Roe': [60, null] });
  });

  test('an address without a name cannot become a new person', async () => {
    const { id } = await course(TWO_HOURS);
    const rehearsal = await rehearseReport(
      office,
      id,
      joins(',cy@example.org,2026-11-12 09:00,2026-11-12 10:00'),
    );
    const before = await written(office);
    const job = await office.job('imports.apply', {
      rehearsalId: rehearsal.rehearsalId,
      decisions: [{ row: 2, choice: 'new' }],
    });
    expect(job.fault?.message).toContain('Row 2');
    expect(await written(office)).toBe(before);
  });
});

describe('what is recorded already', () => {
  test('grows where a later report has more, and the row says from what', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    await apply(
      office,
      await rehearseReport(office, id, joins('Ana Silva,,2026-11-12 09:00,2026-11-12 09:20')),
    );
    const later = await rehearseReport(office, id, joins('Ana Silva,,2026-11-12 09:00,2026-11-12 10:00'));
    expect(later.rows[0]).toMatchObject({
      fate: 'changes',
      reason: expect.stringContaining('First: 20 → 60 min (more).'),
    });
    await apply(office, later);
    expect(await minutes()).toMatchObject({ 'Ana Silva': [60, null] });
  });

  test('is never lowered by a report: the row says what it keeps', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    await apply(
      office,
      await rehearseReport(
        office,
        id,
        joins('Ana Silva,,2026-11-12 09:00,2026-11-12 09:42', 'Bo Lind,,2026-11-12 09:00,2026-11-12 09:42'),
      ),
    );
    const later = await rehearseReport(
      office,
      id,
      joins(
        'Ana Silva,,2026-11-12 09:57,2026-11-12 10:30',
        'Bo Lind,,2026-11-12 09:50,2026-11-12 09:53',
        'Bo Lind,,2026-11-12 09:54,2026-11-12 09:55',
      ),
    );
    expect(summary(later.rows)).toEqual(['2 new', '3 same', '4 same']);
    expect(later.rows.find(({ row }) => row === 2)).toMatchObject({
      reason: expect.stringContaining('First keeps 42 min; the report has 3.'),
      detail: 'First: 42 min; Second: 30 min',
    });
    expect(later.rows.find(({ row }) => row === 3)?.reason).toContain(
      'First keeps 42 min; the report has 4.',
    );
    await apply(office, later);
    expect(await minutes()).toEqual({ 'Ana Silva': [42, 30], 'Bo Lind': [42, null] });
  });

  test('is kept too when a decision says whose a row is', async () => {
    const { id, minutes } = await course(TWO_HOURS);
    await apply(
      office,
      await rehearseReport(office, id, joins('Ana Silva,,2026-11-12 09:00,2026-11-12 09:42')),
    );
    const ana = (await everyone(office)).find(({ familyName }) => familyName === 'Silva');
    const later = await rehearseReport(office, id, joins('iPhone,,2026-11-12 09:57,2026-11-12 10:30'));
    const { importId } = await apply(office, later, [{ row: 2, choice: ana?.id ?? 0 }]);
    expect(await minutes()).toMatchObject({ 'Ana Silva': [42, 30] });
    const rows = await office.ask('imports.rows', { importId });
    expect(rows.find(({ row }) => row === 2)?.reason).toContain('First keeps 42 min; the report has 3.');
  });
});

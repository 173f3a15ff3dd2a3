import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply, enrol, openCourse, rehearseReport, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
let minute = 0;
beforeEach(async () => {
  minute = 0;
  office = await openEngine({
    now: () => {
      minute += 1;
      return new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();
    },
  });
  await office.withOffice();
});
afterEach(() => office.close());

/** A course of two sessions with two people. */
async function course() {
  const activity = await openCourse(office, [
    { title: 'Morning', at: '09:00', minutes: 60 },
    { title: 'Noon', at: '10:00', minutes: 45 },
  ]);
  const [morning = 0, noon = 0] = activity.sessions.map(({ id }) => id);
  const [ana = 0, bo = 0] = await enrol(office, activity.id, [
    { familyName: 'Silva' },
    { familyName: 'Åberg', givenName: 'Bo' },
  ]);
  const mark = (enrolmentId: number, sessionId: number, minutes: number | null) =>
    office.engine.call('attendance.mark', {
      activityId: activity.id,
      marks: [{ enrolmentId, sessionId, minutes }],
    });
  const grid = async () => (await office.ask('attendance.grid', { activityId: activity.id })).rows;
  return { id: activity.id, morning, noon, ana, bo, mark, grid };
}

describe('marks', () => {
  test('not recorded, absent and present are three things', async () => {
    const { ana, bo, morning, noon, mark, grid } = await course();
    await mark(ana, morning, 60);
    await mark(ana, noon, 0);
    // In the order of the names, with accents folded.
    expect((await grid()).map(({ name, minutes }) => [name, ...minutes])).toEqual([
      ['Bo Åberg', null, null],
      ['Ana Silva', 60, 0],
    ]);
    await mark(ana, noon, null);
    expect((await grid()).find(({ enrolmentId }) => enrolmentId === ana)?.minutes).toEqual([60, null]);
    expect((await grid()).find(({ enrolmentId }) => enrolmentId === bo)?.minutes).toEqual([null, null]);
  });

  test('what stands there already is left alone, and is no act', async () => {
    const { ana, morning, noon, mark } = await course();
    await mark(ana, morning, 60);
    const before = await written(office);
    const again = await mark(ana, morning, 60);
    expect(again).toMatchObject({ ok: true, value: { changed: 0 }, changed: [] });
    expect(again).not.toHaveProperty('changeId');
    await mark(ana, noon, null);
    expect(await written(office)).toBe(before);
  });

  test('more than the session has is refused with its name and its minutes', async () => {
    const { id, ana, morning, noon } = await course();
    const before = await written(office);
    const refused = await office.fault('attendance.mark', {
      activityId: id,
      marks: [
        { enrolmentId: ana, sessionId: morning, minutes: 60 },
        { enrolmentId: ana, sessionId: noon, minutes: 46 },
      ],
    });
    expect(refused.code).toBe('attendance/too-many-minutes');
    expect(refused.message).toContain('“Noon” has 45 minutes');
    // None of the marks is kept, not even the one that was right.
    expect(await written(office)).toBe(before);
  });

  test('people and sessions of another activity are refused', async () => {
    const { id, ana, morning } = await course();
    const other = await course();
    const refused = async (enrolmentId: number, sessionId: number) =>
      (
        await office.fault('attendance.mark', {
          activityId: id,
          marks: [{ enrolmentId, sessionId, minutes: 1 }],
        })
      ).code;
    expect(await refused(other.ana, morning)).toBe('enrolments/not-found');
    expect(await refused(ana, other.morning)).toBe('sessions/not-found');
    for (const minutes of [-1, 1.5, 1_441, '60', undefined])
      expect(
        (
          await office.fault('attendance.mark', {
            activityId: id,
            marks: [{ enrolmentId: ana, sessionId: morning, minutes }],
          })
        ).code,
      ).toBe('request/invalid');
  });

  test('the history of a cell has every value, newest first, through undo', async () => {
    const { ana, morning, mark } = await course();
    await mark(ana, morning, 60);
    const second = await mark(ana, morning, 30);
    await mark(ana, morning, null);
    const third = await office.ask('changes.recent', { limit: 1 });
    await office.ask('changes.undo', { changeId: third[0]?.changeId ?? 0 });
    const history = await office.ask('attendance.history', { enrolmentId: ana, sessionId: morning });
    expect(history.map(({ minutes }) => minutes)).toEqual([30, null, 30, 60]);
    expect(history.map(({ at }) => at)).toEqual(
      history
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(history.map(({ how }) => how)).toEqual(['undo', 'hand', 'hand', 'hand']);
    // An earlier act is not taken back over a later one.
    if (!second.ok || second.changeId === undefined) throw new Error('not recorded');
    await mark(ana, morning, 45);
    const refused = await office.fault('changes.undo', { changeId: second.changeId });
    expect(refused.code).toBe('changes/cannot-undo');
  });

  test('the history of a cell names the file of an import, and its undo', async () => {
    const { id, ana, morning, mark, grid } = await course();
    await mark(ana, morning, 20);
    const row = (await grid()).find(({ enrolmentId }) => enrolmentId === ana);
    const report = `Name,Join time,Leave time\n${row?.name},2026-11-12 09:00,2026-11-12 09:42`;
    const { changeId } = await apply(office, await rehearseReport(office, id, report));
    await office.ask('changes.undo', { changeId });
    const history = await office.ask('attendance.history', { enrolmentId: ana, sessionId: morning });
    expect(history.map(({ minutes, how }) => [minutes, how])).toEqual([
      [20, 'undo'],
      [42, 'import'],
      [20, 'hand'],
    ]);
    expect(history[1]?.source).toBe('report.csv');
  });
});

test('a column of 5,000 is one act, and one undo takes it back', async () => {
  const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  const roster = `Name,Email\n${Array.from({ length: 5_000 }, (_, index) => `Ana Silva ${index},p${index}@example.org`).join('\n')}`;
  const { rehearsalId } = await office.ask('imports.rehearseRoster', {
    fileName: 'many.csv',
    base64: Buffer.from(roster).toString('base64'),
    activityId: activity.id,
  });
  const job = await office.job('imports.apply', { rehearsalId, decisions: [] });
  expect(job.result).toMatchObject({ asked: 5_001, done: 5_001 });
  const grid = await office.ask('attendance.grid', { activityId: activity.id });
  const sessionId = activity.sessions[0]?.id ?? 0;
  const marks = grid.rows.map(({ enrolmentId }) => ({ enrolmentId, sessionId, minutes: 60 }));
  const answer = await office.engine.call('attendance.mark', { activityId: activity.id, marks });
  expect(answer).toMatchObject({ ok: true, value: { changed: 5_000 }, changed: ['attendance'] });
  const completion = await office.ask('completion.list', { activityId: activity.id });
  expect(completion.filter(({ earnedQuarters }) => earnedQuarters === 4)).toHaveLength(5_000);
  if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
  await office.ask('changes.undo', { changeId: answer.changeId });
  const after = await office.ask('attendance.grid', { activityId: activity.id });
  expect(after).toEqual(grid);
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { enrol, openCourse, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
let course: Output<'activities.get'>;
let physician: number;
let nurse: number;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
  course = await openCourse(office, [
    { title: 'Morning', at: '09:00', minutes: 60 },
    { title: 'Noon', at: '10:00', minutes: 60 },
  ]);
  [physician = 0, nurse = 0] = await enrol(office, course.id, [
    { familyName: 'Arzt' },
    { familyName: 'Nowak', credentials: 'RN', profession: 'nurse' },
  ]);
});
afterEach(() => office.close());

async function rules(change: Partial<Output<'activities.get'>['rules']>, maximumQuarters = 8): Promise<void> {
  const content = contentOf(await office.ask('activities.get', { id: course.id }));
  await office.ask('activities.update', {
    id: course.id,
    content: { ...content, maximumQuarters, rules: { ...content.rules, ...change } },
  });
}

async function attend(enrolmentId: number, ...minutes: readonly (number | null)[]): Promise<void> {
  await office.ask('attendance.mark', {
    activityId: course.id,
    marks: minutes.map((value, index) => ({
      enrolmentId,
      sessionId: course.sessions[index]?.id ?? 0,
      minutes: value,
    })),
  });
}

function record(
  enrolmentIds: readonly number[],
  change: Omit<Input<'completion.record'>, 'activityId' | 'enrolmentIds'>,
): Promise<Output<'completion.record'>> {
  return office.ask('completion.record', {
    activityId: course.id,
    enrolmentIds: [...enrolmentIds],
    ...change,
  });
}

async function rowOf(enrolmentId: number): Promise<Output<'completion.list'>[number]> {
  const row = (await office.ask('completion.list', { activityId: course.id })).find(
    (other) => other.enrolmentId === enrolmentId,
  );
  if (!row) throw new Error('not enrolled');
  return row;
}

describe('what is missing, one line after the other', () => {
  test('a physician goes from nothing to complete', async () => {
    await rules({
      minimumAttendancePercent: 75,
      assessmentRequired: true,
      passPercent: 70,
      evaluationRequired: true,
    });
    const first = async () => (await rowOf(physician)).missing[0]?.sentence;
    expect(await first()).toBe('Attendance has not been recorded.');
    await attend(physician, 0, 0);
    expect(await first()).toBe('Did not attend.');
    await attend(physician, 60, 29);
    expect(await first()).toBe('Attended 1 h 29 min of 2 h; 1 h 30 min (75%) are needed.');
    await attend(physician, 60, 30);
    expect(await first()).toBe('The assessment has no score yet.');
    await record([physician], { assessmentPercent: 69.5 });
    expect(await first()).toBe('The assessment was not passed: 69.5% of 70%.');
    await record([physician], { assessmentPercent: 70 });
    expect(await first()).toBe('The evaluation has not been returned.');
    await record([physician], { evaluationReturnedOn: '2026-11-20' });
    expect(await first()).toBe('Credit has not been claimed.');
    await record([physician], { claimedQuarters: 'earned' });
    expect(await rowOf(physician)).toMatchObject({ complete: true, missing: [], claimedQuarters: 6 });
  });

  test('a nurse is complete without a claim and gets no credit', async () => {
    await attend(nurse, 60, 60);
    expect(await record([nurse, physician], { claimedQuarters: 4 }).catch((error) => error.code)).toBe(
      'credit/above-maximum',
    );
    await attend(physician, 60, 60);
    await record([nurse, physician], { claimedQuarters: 4 });
    expect(await rowOf(nurse)).toMatchObject({
      kind: 'participation',
      complete: true,
      claimedQuarters: null,
    });
    expect(await rowOf(physician)).toMatchObject({ kind: 'cme', complete: true, claimedQuarters: 4 });
  });

  test('changing the rules changes who is complete at once', async () => {
    await attend(nurse, 60, null);
    await rules({ minimumAttendancePercent: 50 });
    expect((await rowOf(nurse)).complete).toBe(true);
    await rules({ minimumAttendancePercent: 51 });
    expect((await rowOf(nurse)).complete).toBe(false);
    await rules({ minimumAttendancePercent: 0, evaluationRequired: true });
    expect((await rowOf(nurse)).missing).toEqual([
      { what: 'evaluation', sentence: 'The evaluation has not been returned.' },
    ]);
  });
});

describe('credit', () => {
  test('is claimed in quarter-hours up to what attendance allows', async () => {
    await attend(physician, 60, 22);
    const before = await written(office);
    const refused = await office.fault('completion.record', {
      activityId: course.id,
      enrolmentIds: [physician],
      claimedQuarters: 6,
    });
    expect(refused.code).toBe('credit/above-maximum');
    expect(refused.message).toContain('at most 1.25 credits');
    for (const claimedQuarters of [1.5, -1, 'all', Number.NaN])
      expect(
        (
          await office.fault('completion.record', {
            activityId: course.id,
            enrolmentIds: [physician],
            claimedQuarters,
          })
        ).code,
      ).toBe('request/invalid');
    expect(await written(office)).toBe(before);
    await record([physician], { claimedQuarters: 3 });
    expect((await rowOf(physician)).claimedQuarters).toBe(3);
  });

  test('is never above the designated maximum, and the sum says so', async () => {
    await rules({}, 5);
    await attend(physician, 60, 60);
    await record([physician], { claimedQuarters: 'earned' });
    const row = await rowOf(physician);
    expect(row).toMatchObject({ earnedQuarters: 5, claimedQuarters: 5, complete: true });
    expect(row.sum).toEqual([
      { label: 'Morning', value: '60 of 60 min' },
      { label: 'Noon', value: '60 of 60 min' },
      { label: 'Minutes attended', value: '120 of 120 min' },
      { label: '120 min ÷ 60', value: '2.00' },
      { label: 'To the nearest quarter hour', value: '2' },
      { label: 'Designated maximum', value: '1.25' },
      { label: 'Allowed by attendance', value: '1.25' },
      { label: 'Claimed', value: '1.25' },
    ]);
  });

  test('a claim that a correction of attendance leaves too high is named and not complete', async () => {
    await attend(physician, 60, 60);
    await record([physician], { claimedQuarters: 'earned' });
    await rules({ minimumAttendancePercent: 0 });
    await attend(physician, 60, 30);
    expect(await rowOf(physician)).toMatchObject({
      complete: false,
      claimedQuarters: 8,
      earnedQuarters: 6,
      missing: [{ what: 'claim-too-high', sentence: '2 credits are claimed; attendance allows 1.5.' }],
    });
  });

  test('nobody claims what they have not attended: nothing earned is no claim', async () => {
    await record([physician], { claimedQuarters: 'earned' });
    expect((await rowOf(physician)).claimedQuarters).toBeNull();
  });

  test('rounding down is stricter', async () => {
    await attend(physician, 53, null);
    expect((await rowOf(physician)).earnedQuarters).toBe(4);
    await office.ask('office.update', { ...(await office.ask('office.get', {})), rounding: 'down' });
    expect((await rowOf(physician)).earnedQuarters).toBe(3);
  });

  test('sessions at the same time are credited once', async () => {
    const sessions = course.sessions.map((session) => ({ ...session, startTime: '09:00' }));
    await office.ask('activities.setSessions', { id: course.id, sessions });
    await attend(physician, 60, 60);
    expect(await rowOf(physician)).toMatchObject({
      minutesAttended: 60,
      minutesOffered: 60,
      earnedQuarters: 4,
    });
    expect((await rowOf(physician)).sum).toContainEqual({
      label: 'At the same time, counted once',
      value: '−60 min',
    });
  });
});

describe('recording', () => {
  test('the history counts those for whom something changed', async () => {
    await attend(physician, 60, 60);
    await attend(nurse, 60, 60);
    expect(await record([physician, nurse], { claimedQuarters: 'earned' })).toEqual({ changed: 1, kept: 0 });
    const [act] = await office.ask('changes.recent', { limit: 1 });
    expect(act?.title).toBe('Recorded credit claimed for 1 person at “Course”');
  });

  test('leaves out what is not named, takes away with null, and is one act to undo', async () => {
    await attend(physician, 60, 60);
    await record([physician, nurse], { assessmentPercent: 80, evaluationReturnedOn: '2026-11-20' });
    const answer = await office.engine.call('completion.record', {
      activityId: course.id,
      enrolmentIds: [physician, nurse],
      assessmentPercent: null,
    });
    expect(answer).toMatchObject({ ok: true, value: { changed: 2 } });
    expect(await rowOf(nurse)).toMatchObject({
      assessmentPercent: null,
      evaluationReturnedOn: '2026-11-20',
    });
    if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
    await office.ask('changes.undo', { changeId: answer.changeId });
    expect(await rowOf(nurse)).toMatchObject({ assessmentPercent: 80 });
    const again = await record([physician, nurse], { assessmentPercent: 80 });
    expect(again).toEqual({ changed: 0, kept: 0 });
  });

  test('one person of another activity stops all of it', async () => {
    const other = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [stranger = 0] = await enrol(office, other.id, [{ familyName: 'Stranger' }]);
    const before = await written(office);
    const refused = await office.fault('completion.record', {
      activityId: course.id,
      enrolmentIds: [physician, stranger],
      assessmentPercent: 80,
    });
    expect(refused.code).toBe('enrolments/not-found');
    expect(await written(office)).toBe(before);
  });

  test('what a person is decides the document; correcting it reaches open enrolments', async () => {
    const row = await rowOf(nurse);
    const {
      id: _,
      createdAt: __,
      history: ___,
      ...content
    } = await office.ask('people.get', { id: row.personId });
    await office.ask('people.update', {
      id: row.personId,
      content: { ...content, credentials: 'MD', profession: 'physician' },
    });
    expect(await rowOf(nurse)).toMatchObject({ kind: 'cme', credentials: 'MD' });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { USUAL_PLAN } from '../../src/shared/activities/session-plan.ts';
import { maximumSum } from '../../src/shared/credit/completion.ts';
import { quartersFromMinutes } from '../../src/shared/credit/quarter-hours.ts';
import { outlineSpan } from '../../src/shared/curricula/electives.ts';
import { enrol, openCourse, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

const NOW = '2026-11-24T19:00:00.000Z';

let office: TestEngine;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  office = await openEngine({ now: () => now });
  await office.withOffice();
});
afterEach(() => office.close());

async function publishedVersion(templateCode = 'T-01'): Promise<number> {
  const { id } = await office.ask('curricula.create', { title: 'AI', templateCode, specialtyModule: null });
  return (await office.ask('curricula.publish', { id })).versionId;
}

async function update(id: number, change: Partial<ReturnType<typeof contentOf>>): Promise<void> {
  const content = { ...contentOf(await office.ask('activities.get', { id })), ...change };
  await office.ask('activities.update', { id, content });
}

async function updateFault(id: number, change: Partial<ReturnType<typeof contentOf>>) {
  const before = await written(office);
  const content = { ...contentOf(await office.ask('activities.get', { id })), ...change };
  const fault = await office.fault('activities.update', { id, content });
  expect(await written(office)).toBe(before);
  return fault;
}

describe('opening an activity', () => {
  test.each(['T-01', 'T-02', 'T-03', 'T-04', 'T-05', 'T-06'])(
    'on %s: every minute of every module, in order, and the maximum that they give',
    async (templateCode) => {
      const versionId = await publishedVersion(templateCode);
      const version = await office.ask('versions.get', { versionId });
      const { id } = await office.ask('activities.create', { versionId, title: 'X', startsOn: '2026-12-30' });
      const activity = await office.ask('activities.get', { id });
      const codes = activity.sessions.map(({ moduleCode }) => moduleCode);
      expect(codes.filter((code, index) => code !== codes[index - 1])).toEqual(
        version.content.map(({ code }) => code),
      );
      for (const module of version.content) {
        const own = activity.sessions.filter(({ moduleCode }) => moduleCode === module.code);
        expect(own.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(module.minutes);
      }
      const byId = new Map(version.content.map((module) => [module.id, module]));
      const { least, most: mostMinutes } = outlineSpan(version.items, (moduleId) => byId.get(moduleId));
      expect(version.minutes).toBe(least);
      expect(activity).toMatchObject({
        startsOn: '2026-12-30',
        endsOn: activity.sessions.at(-1)?.date,
        timeZone: 'America/Denver',
        maximumQuarters: quartersFromMinutes(mostMinutes, 'nearest'),
        rules: { minimumAttendancePercent: 80 },
        electives: version.items.flatMap((item) =>
          item.kind === 'electives' ? [{ title: item.title, rule: item.rule }] : [],
        ),
        curriculumTitle: version.title,
        versionNumber: 1,
      });
    },
  );

  test('with electives: the least and most of the version, one maximum, and whoever took what the rule asks is complete', async () => {
    const versionId = await publishedVersion('T-04');
    const summary = (await office.ask('versions.list', {})).find(({ id }) => id === versionId);
    expect(summary).toMatchObject({
      counts: { required: 20, electives: [{ rule: { by: 'count', atLeast: 1 }, options: 3 }] },
      creditQuarters: 105,
      mostCreditQuarters: 106,
    });
    const { id } = await office.ask('activities.create', { versionId, title: 'X', startsOn: '2026-11-02' });
    const activity = await office.ask('activities.get', { id });
    expect(activity.maximumQuarters).toBe(106);
    // All sessions together give more; nobody can earn it.
    const fault = await updateFault(id, { maximumQuarters: 107 });
    expect(fault.code).toBe('activities/maximum-too-high');
    expect(fault.message).toContain('One person can earn at most 26.5 credits');
    await update(id, { rules: { ...activity.rules, minimumAttendancePercent: 100 } });
    const [enrolmentId = 0] = await enrol(office, id, [{}]);
    const optional = activity.electives.flatMap(({ moduleCodes }) => moduleCodes);
    const taken = optional[1];
    await office.ask('attendance.mark', {
      activityId: id,
      marks: activity.sessions
        .filter(({ moduleCode }) => !optional.includes(moduleCode ?? '') || moduleCode === taken)
        .map(({ id: sessionId, minutes }) => ({ enrolmentId, sessionId, minutes })),
    });
    const [row] = await office.ask('completion.list', { activityId: id });
    expect(row).toMatchObject({
      missing: [{ what: 'claim', sentence: 'Credit has not been claimed.' }],
      earnedQuarters: 105,
    });
    expect(row?.minutesAttended).toBe(row?.minutesOffered);
    const { activities } = await office.ask('people.history', { id: row?.personId ?? 0 });
    expect(activities).toMatchObject([
      { minutesAttended: row?.minutesAttended, minutesOffered: row?.minutesOffered },
    ]);
    const ama = (await office.ask('credit.types', {})).find((type) => type.ama);
    const { rows } = await office.ask('credit.claims', { activityId: id, typeId: ama?.id ?? 0 });
    expect(rows[0]?.sum).toContainEqual({
      label: 'Attended of what is asked',
      value: `${row?.minutesOffered} of ${row?.minutesOffered} min`,
    });
  });

  test('by a plan: hours, break, days of the week and weeks are kept, self-paced modules are not made live', async () => {
    const { id: curriculumId } = await office.ask('curricula.create', {
      title: 'Weeks',
      templateCode: 'T-02',
      specialtyModule: null,
    });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await office.ask('curricula.get', { id: curriculumId });
    await office.ask('curricula.update', {
      id: curriculumId,
      content: { ...content, schedule: { startsOn: null, weeks: 4 } },
    });
    const { versionId } = await office.ask('curricula.publish', { id: curriculumId });
    const open = async (selfPaced: 'own-time' | 'leave-out') => {
      const plan = { ...USUAL_PLAN, weekdays: [2, 4], selfPaced };
      // A Saturday: the first day of teaching is the Tuesday after it.
      const { id } = await office.ask('activities.create', {
        versionId,
        title: 'X',
        startsOn: '2026-10-31',
        plan,
      });
      return office.ask('activities.get', { id });
    };
    const blended = await open('own-time');
    expect(blended).toMatchObject({
      startsOn: '2026-11-03',
      learningFormat: 'other',
      formatDescription: 'blended: live sessions and self-paced modules',
    });
    expect(blended.endsOn >= '2026-11-24').toBe(true);
    for (const { date, startTime, title } of blended.sessions) {
      expect([2, 4]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      if (title.endsWith('(self-paced)')) expect(startTime >= '17:00').toBe(true);
      else expect(startTime < '12:00' || startTime >= '13:00').toBe(true);
    }
    const live = await open('leave-out');
    const left = blended.sessions.filter(({ title }) => title.endsWith('(self-paced)'));
    expect(left.length).toBeGreaterThan(0);
    expect(live.learningFormat).toBe('live activity');
    expect(live.sessions).toHaveLength(blended.sessions.length - left.length);
    expect(live.maximumQuarters).toBeLessThan(blended.maximumQuarters);
    const before = await written(office);
    for (const part of [
      { dayEnds: '08:00' },
      { pause: { from: '18:00', minutes: 30 } },
      { dayEnds: '10:00', pause: { from: '09:30', minutes: 5 } },
    ]) {
      const plan = { ...USUAL_PLAN, weekdays: [1], ...part };
      const fault = await office.fault('activities.create', {
        versionId,
        title: 'X',
        startsOn: '2026-11-02',
        plan,
      });
      expect(fault.code).toBe('activities/invalid-sessions');
    }
    expect(await written(office)).toBe(before);
  });

  test('a version that is not there, and a date that is none', async () => {
    expect(
      (await office.fault('activities.create', { versionId: 99, title: 'X', startsOn: '2026-12-01' })).code,
    ).toBe('versions/not-found');
    const versionId = await publishedVersion();
    for (const startsOn of ['2026-02-30', '2026-13-01', 'tomorrow', ''])
      expect((await office.fault('activities.create', { versionId, title: 'X', startsOn })).code).toBe(
        'request/invalid',
      );
  });
});

describe('copying an activity', () => {
  test('takes sessions, place and rules to other days, and nobody along', async () => {
    const versionId = await publishedVersion();
    const { id } = await office.ask('activities.create', {
      versionId,
      title: 'Spring',
      startsOn: '2026-03-02',
    });
    await update(id, { place: 'Hall 2', maximumQuarters: 8 });
    const before = await office.ask('activities.get', { id });
    const copy = await office.ask('activities.copy', {
      id,
      title: 'Autumn',
      startsOn: '2026-10-05',
      versionId,
    });
    const after = await office.ask('activities.get', { id: copy.id });
    expect(after).toMatchObject({
      title: 'Autumn',
      place: 'Hall 2',
      maximumQuarters: 8,
      rules: before.rules,
    });
    expect([after.startsOn, after.enrolled, after.certificates]).toEqual(['2026-10-05', 0, 0]);
    expect(after.sessions.map(({ startTime, minutes, title }) => [startTime, minutes, title])).toEqual(
      before.sessions.map(({ startTime, minutes, title }) => [startTime, minutes, title]),
    );
    expect(after.sessions[0]?.date).toBe('2026-10-05');
    expect((await office.ask('activities.get', { id })).title).toBe('Spring');
  });

  test('goes to a newer version of the same curriculum, and to no other curriculum', async () => {
    const versionId = await publishedVersion();
    const other = await publishedVersion('T-03');
    const { curriculumId, content } = await office.ask('versions.get', { versionId });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...draft
    } = await office.ask('curricula.get', { id: curriculumId });
    await office.ask('curricula.update', {
      id: curriculumId,
      content: { ...draft, items: draft.items.slice(1) },
    });
    const { versionId: newer } = await office.ask('curricula.publish', { id: curriculumId });
    const { id } = await office.ask('activities.create', {
      versionId,
      title: 'Spring',
      startsOn: '2026-03-02',
    });
    const input = { id, title: 'Autumn', startsOn: '2026-10-05' };
    const copy = await office.ask('activities.copy', { ...input, versionId: newer });
    const { sessions, versionNumber } = await office.ask('activities.get', { id: copy.id });
    expect(versionNumber).toBe(2);
    // The module that the newer version leaves out keeps its session, under its title alone.
    expect(sessions[0]).toMatchObject({ title: content[0]?.title, moduleCode: null });
    expect(sessions[1]?.moduleCode).toBe(content[1]?.code);
    expect((await office.fault('activities.copy', { ...input, versionId: other })).code).toBe(
      'activities/other-curriculum',
    );
  });
});

describe('dates, times and zones', () => {
  test('moving the first day moves the sessions; over a clock change the times on the wall stay', async () => {
    const course = await openCourse(
      office,
      [
        { at: '09:00', minutes: 60, date: '2026-03-06' },
        { at: '01:30', minutes: 60, date: '2026-03-07' },
      ],
      '2026-03-06',
    );
    await update(course.id, { startsOn: '2026-03-07', endsOn: '2026-03-08' });
    const moved = await office.ask('activities.get', { id: course.id });
    // The second is now on the night of the clock change.
    expect(moved.sessions.map(({ date, startTime }) => `${date} ${startTime}`)).toEqual([
      '2026-03-07 09:00',
      '2026-03-08 01:30',
    ]);
    await update(course.id, { startsOn: '2028-02-28', endsOn: '2028-03-01' });
    const leap = await office.ask('activities.get', { id: course.id });
    expect(leap.sessions.map(({ date }) => date)).toEqual(['2028-02-28', '2028-02-29']);
  });

  test('the stage goes by the date in the activity’s own zone', async () => {
    const { id } = await openCourse(office, [{ at: '09:00', minutes: 60 }], '2026-11-25');
    const stage = async () => (await office.ask('activities.get', { id })).stage;
    expect(await stage()).toBe('planned');
    await update(id, { timeZone: 'Pacific/Auckland' });
    // 19:00 UTC on the 24th is the morning of the 25th there.
    expect(await stage()).toBe('running');
    now = '2026-11-25T11:30:00.000Z';
    expect(await stage()).toBe('finished');
    expect((await office.ask('activities.list', {}))[0]?.stage).toBe('finished');
  });

  test('dates that cannot be, zones that are none, a format without its description', async () => {
    const { id } = await openCourse(office, [{ at: '09:00', minutes: 60, date: '2026-11-14' }], '2026-11-12');
    expect((await updateFault(id, { endsOn: '2026-11-11' })).code).toBe('activities/invalid-dates');
    const early = await updateFault(id, { endsOn: '2026-11-13' });
    expect(early.code).toBe('activities/invalid-dates');
    expect(early.message).toContain('November 14, 2026');
    for (const timeZone of ['Denver', '+02:00', 'America/Nowhere'])
      expect((await updateFault(id, { timeZone })).code).toBe('request/invalid');
    expect((await updateFault(id, { learningFormat: 'other' })).message).toContain('description');
    expect((await updateFault(id, { providership: 'joint' })).message).toContain('joint provider');
    await update(id, { providership: 'joint', jointProviders: ['Valley Clinic'] });
    // Names of a joint provider do not stay behind when there is none any more.
    await update(id, { providership: 'direct' });
    expect((await office.ask('activities.get', { id })).jointProviders).toEqual([]);
  });

  test('sessions widen the dates of the activity', async () => {
    const { id, sessions } = await openCourse(office, [{ at: '09:00', minutes: 60 }], '2026-11-12');
    const [first] = sessions;
    if (!first) throw new Error('no session');
    await office.ask('activities.setSessions', {
      id,
      sessions: [
        { ...first, date: '2026-11-10' },
        { ...first, id: null, date: '2026-11-20' },
      ],
    });
    expect(await office.ask('activities.get', { id })).toMatchObject({
      startsOn: '2026-11-10',
      endsOn: '2026-11-20',
    });
  });
});

describe('the designated maximum', () => {
  test('comes from the session minutes, with the sum to show, and is refused above it', async () => {
    const course = await openCourse(office, [
      { at: '09:00', minutes: 50 },
      { at: '10:00', minutes: 50 },
      { at: '11:00', minutes: 50 },
      { at: '12:00', minutes: 60, countsForCredit: false },
    ]);
    expect(course.maximumQuarters).toBe(10);
    expect(maximumSum(course.sessions, 'nearest', []).slice(-3)).toEqual([
      { label: 'Minutes of instruction', value: '150 min' },
      { label: '150 min ÷ 60', value: '2.50' },
      { label: 'To the nearest quarter hour', value: '2.5' },
    ]);
    const refused = await updateFault(course.id, { maximumQuarters: 11 });
    expect(refused.code).toBe('activities/maximum-too-high');
    expect(refused.message).toContain('2.5 credits');
    await update(course.id, { maximumQuarters: 8 });
    for (const maximumQuarters of [-1, 2.5, 4_001])
      expect((await updateFault(course.id, { maximumQuarters })).code).toBe('request/invalid');
  });

  test('sessions at the same time count once', async () => {
    const course = await openCourse(office, [
      { at: '09:00', minutes: 60 },
      { at: '09:00', minutes: 60 },
      { at: '09:30', minutes: 60 },
    ]);
    expect(course.maximumQuarters).toBe(6);
    expect((await updateFault(course.id, { maximumQuarters: 7 })).code).toBe('activities/maximum-too-high');
  });

  test('follows the sessions while it is all of them, and never stays above them', async () => {
    const course = await openCourse(office, [
      { at: '09:00', minutes: 60 },
      { at: '10:00', minutes: 60 },
    ]);
    const resize = async (minutes: number) => {
      const { sessions } = await office.ask('activities.get', { id: course.id });
      await office.ask('activities.setSessions', {
        id: course.id,
        sessions: sessions.map((session, index) => (index === 1 ? { ...session, minutes } : session)),
      });
      return (await office.ask('activities.get', { id: course.id })).maximumQuarters;
    };
    expect(await resize(90)).toBe(10);
    await update(course.id, { maximumQuarters: 6 });
    expect(await resize(120)).toBe(6);
    expect(await resize(15)).toBe(5);
  });

  test('rounds as the office rounds', async () => {
    const settings = await office.ask('office.get', {});
    await office.ask('office.update', { ...settings, rounding: 'down' });
    const course = await openCourse(office, [{ at: '09:00', minutes: 59 }]);
    expect(course.maximumQuarters).toBe(3);
  });
});

describe('sessions', () => {
  test('one with attendance is not left out, none at all is refused, a strange one is not found', async () => {
    const course = await openCourse(office, [
      { title: 'First', at: '09:00', minutes: 60 },
      { at: '10:00', minutes: 60 },
    ]);
    const other = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [first, second] = course.sessions;
    if (!first || !second) throw new Error('no sessions');
    const [enrolmentId = 0] = await enrol(office, course.id, [{}]);
    await office.ask('attendance.mark', {
      activityId: course.id,
      marks: [{ enrolmentId, sessionId: first.id, minutes: 0 }],
    });
    const before = await written(office);
    const set = (sessions: unknown) => office.fault('activities.setSessions', { id: course.id, sessions });
    const refused = await set([second]);
    expect(refused.code).toBe('activities/invalid-sessions');
    expect(refused.message).toContain('First');
    expect((await set([])).code).toBe('activities/invalid-sessions');
    expect((await set([first, second, other.sessions[0]])).code).toBe('sessions/not-found');
    expect((await set([{ ...first, minutes: 0 }])).code).toBe('request/invalid');
    expect((await set([{ ...first, startTime: '24:00' }])).code).toBe('request/invalid');
    expect(await written(office)).toBe(before);
  });

  test('the same session twice in the list is refused', async () => {
    const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [first] = course.sessions;
    const refused = await office.fault('activities.setSessions', { id: course.id, sessions: [first, first] });
    expect(refused.code).toBe('activities/invalid-sessions');
  });

  test('shortening one shortens what was attended, says so, and one undo brings all back', async () => {
    const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [session] = course.sessions;
    if (!session) throw new Error('no session');
    const [enrolmentId = 0] = await enrol(office, course.id, [{}]);
    await office.ask('attendance.mark', {
      activityId: course.id,
      marks: [{ enrolmentId, sessionId: session.id, minutes: 60 }],
    });
    const answer = await office.engine.call('activities.setSessions', {
      id: course.id,
      sessions: [{ ...session, minutes: 45 }],
    });
    const grid = await office.ask('attendance.grid', { activityId: course.id });
    expect(grid.rows[0]?.minutes).toEqual([45]);
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    expect(latest?.title).toContain('1 attendance shortened');
    if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
    await office.ask('changes.undo', { changeId: answer.changeId });
    const back = await office.ask('activities.get', { id: course.id });
    expect(back).toEqual({ ...course, enrolled: 1 });
    expect((await office.ask('attendance.grid', { activityId: course.id })).rows[0]?.minutes).toEqual([60]);
  });
});

describe('people of an activity', () => {
  test('are enrolled once, with what they were then', async () => {
    const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    await enrol(office, course.id, [{ credentials: 'RN', profession: 'nurse' }]);
    const [row] = (await office.ask('attendance.grid', { activityId: course.id })).rows;
    const personIds = [row?.personId ?? 0];
    expect(await office.ask('enrolments.add', { activityId: course.id, personIds })).toEqual({ added: 0 });
    const unknown = await office.fault('enrolments.add', { activityId: course.id, personIds: [99] });
    expect(unknown.code).toBe('people/not-found');
  });

  test('are taken off with their attendance, and one undo brings both back', async () => {
    const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const [enrolmentId = 0] = await enrol(office, course.id, [{}]);
    const marks = [{ enrolmentId, sessionId: course.sessions[0]?.id ?? 0, minutes: 60 }];
    await office.ask('attendance.mark', { activityId: course.id, marks });
    const before = await office.ask('attendance.grid', { activityId: course.id });
    const answer = await office.engine.call('enrolments.remove', {
      activityId: course.id,
      enrolmentIds: [enrolmentId, enrolmentId],
    });
    expect((await office.ask('attendance.grid', { activityId: course.id })).rows).toEqual([]);
    if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
    await office.ask('changes.undo', { changeId: answer.changeId });
    expect(await office.ask('attendance.grid', { activityId: course.id })).toEqual(before);
  });
});

test('what later work stands in the way of is not undone, and says so', async () => {
  const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  const [enrolmentId = 0] = await enrol(office, course.id, [{}]);
  const [row] = (await office.ask('attendance.grid', { activityId: course.id })).rows;
  const answer = await office.engine.call('enrolments.remove', {
    activityId: course.id,
    enrolmentIds: [enrolmentId],
  });
  await office.ask('enrolments.add', { activityId: course.id, personIds: [row?.personId ?? 0] });
  if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
  const refused = await office.fault('changes.undo', { changeId: answer.changeId });
  expect(refused.code).toBe('changes/cannot-undo');
  expect((await office.ask('attendance.grid', { activityId: course.id })).rows).toHaveLength(1);
});

test('removing an activity takes everything of it, and one undo brings everything back', async () => {
  const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  const ids = await enrol(office, course.id, [{}, { givenName: 'Bo' }]);
  const marks = ids.map((enrolmentId) => ({
    enrolmentId,
    sessionId: course.sessions[0]?.id ?? 0,
    minutes: 30,
  }));
  await office.ask('attendance.mark', { activityId: course.id, marks });
  const before = await office.ask('completion.list', { activityId: course.id });
  const answer = await office.engine.call('activities.remove', { id: course.id });
  expect((await office.fault('activities.get', { id: course.id })).code).toBe('activities/not-found');
  if (!answer.ok || answer.changeId === undefined) throw new Error('not recorded');
  await office.ask('changes.undo', { changeId: answer.changeId });
  expect(await office.ask('completion.list', { activityId: course.id })).toEqual(before);
});

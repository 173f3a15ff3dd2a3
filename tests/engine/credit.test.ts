import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { type CreditType, CreditTypeContent } from '../../src/shared/contract/credit.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import { enrol, openCourse, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

const NOW = '2026-11-24T19:00:00.000Z';

let office: TestEngine;
let types: ReadonlyMap<string, CreditType>;
beforeEach(async () => {
  office = await openEngine({ now: () => NOW });
  await office.withOffice();
  types = new Map((await office.ask('credit.types', {})).map((type) => [type.code, type]));
});
afterEach(() => office.close());

function typeId(code: string): number {
  return types.get(code)?.id ?? 0;
}

/** A course of 60 + 60 + 45 minutes with one person of each of four professions, attended whole. */
async function course(): Promise<{
  readonly activity: Output<'activities.get'>;
  readonly physician: number;
  readonly nurse: number;
  readonly pharmacist: number;
  readonly late: number;
}> {
  const activity = await openCourse(office, [
    { at: '09:00', minutes: 60 },
    { at: '10:00', minutes: 60 },
    { at: '11:00', minutes: 45 },
  ]);
  const [physician = 0, nurse = 0, pharmacist = 0, late = 0] = await enrol(office, activity.id, [
    { familyName: 'Adams', profession: 'physician' },
    { familyName: 'Baker', profession: 'nurse', credentials: 'RN' },
    { familyName: 'Cole', profession: 'pharmacist', credentials: 'PharmD' },
    { familyName: 'Dean', profession: 'nurse', credentials: 'RN' },
  ]);
  const whole = [physician, nurse, pharmacist].flatMap((enrolmentId) =>
    activity.sessions.map(({ id, minutes }) => ({ enrolmentId, sessionId: id, minutes })),
  );
  const [first] = activity.sessions;
  await office.ask('attendance.mark', {
    activityId: activity.id,
    marks: [...whole, { enrolmentId: late, sessionId: first?.id ?? 0, minutes: 40 }],
  });
  return { activity, physician, nurse, pharmacist, late };
}

function designate(activityId: number, code: string, maximumHundredths: number, change: object = {}) {
  return {
    activityId,
    typeId: typeId(code),
    maximumHundredths,
    identifier: '',
    excludedSessionIds: [],
    ...change,
  };
}

async function claims(activityId: number, code: string) {
  const { rows } = await office.ask('credit.claims', { activityId, typeId: typeId(code) });
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** The person of each enrolment. */
async function personIds(activityId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await office.ask('attendance.grid', { activityId });
  return new Map(rows.map((row) => [row.enrolmentId, row.personId]));
}

/** What an office may change of a type. */
function contentOfType(type: CreditType): CreditTypeContent {
  return CreditTypeContent.strip().parse(type);
}

test('a designation of AMA PRA credit that has become too high holds no other credit back', async () => {
  const activity = await openCourse(office, [{ at: '09:00', minutes: 53 }]);
  const [nurse = 0] = await enrol(office, activity.id, [
    { familyName: 'Baker', profession: 'nurse', credentials: 'RN' },
  ]);
  const [session] = activity.sessions;
  await office.ask('attendance.mark', {
    activityId: activity.id,
    marks: [{ enrolmentId: nurse, sessionId: session?.id ?? 0, minutes: 53 }],
  });
  await office.ask('activities.update', {
    id: activity.id,
    content: { ...contentOf(activity), maximumQuarters: 4 },
  });
  await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 75));
  await office.ask('office.update', { ...(await office.ask('office.get', {})), rounding: 'down' });
  const [row] = await office.ask('completion.list', { activityId: activity.id });
  expect(row?.missing.map(({ what }) => what)).toEqual(['designation']);
  expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)).toMatchObject({
    earnedHundredths: 75,
    problem: null,
  });
});

describe('credits of an activity', () => {
  test('are added with their sum, changed, and taken off', async () => {
    const { activity } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 275));
    await office.ask(
      'credit.designate',
      designate(activity.id, 'acpe-pharmacist', 200, { identifier: '0123-0000-26-001-L01-P' }),
    );
    const [nursing, pharmacy] = await office.ask('credit.ofActivity', { activityId: activity.id });
    expect(nursing).toMatchObject({
      maximumHundredths: 275,
      mostHundredths: 275,
      maximumProblem: null,
      identifierProblem: null,
    });
    expect(nursing?.sum).toContainEqual({ label: '165 min ÷ 60', value: '2.75' });
    expect(pharmacy).toMatchObject({ identifier: '0123-0000-26-001-L01-P', identifierProblem: null });
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 100));
    expect((await office.ask('credit.ofActivity', { activityId: activity.id }))[0]?.maximumHundredths).toBe(
      100,
    );
    await office.ask('credit.withdraw', { activityId: activity.id, typeId: typeId('nursing-contact-hours') });
    expect(await office.ask('credit.ofActivity', { activityId: activity.id })).toHaveLength(1);
  });

  test.each<[string, string, number, object, string, string]>([
    [
      'more than the sessions give',
      'nursing-contact-hours',
      300,
      {},
      'activities/maximum-too-high',
      'at most 2.75 contact hours',
    ],
    ['no whole steps', 'nursing-contact-hours', 110, {}, 'credit/invalid-step', 'steps of 0.25'],
    ['nothing', 'nursing-contact-hours', 0, {}, 'credit/invalid-step', 'at least 0.25 contact hours'],
    [
      'a number of the wrong form',
      'acpe-pharmacist',
      100,
      { identifier: '0123-0000-26-001-L01-T' },
      'credit/invalid-identifier',
      'UAN ending in P',
    ],
    [
      'a session that is not there',
      'abim-moc',
      100,
      { excludedSessionIds: [9_999] },
      'sessions/not-found',
      'not there',
    ],
    ['half a credit of whole ones', 'uk-federation-cpd', 150, {}, 'credit/invalid-step', 'steps of 1'],
    ['AMA PRA credit itself', 'ama-pra-1', 100, {}, 'credit/type-fixed', 'with the activity itself'],
  ])('refused: %s', async (_, code, maximum, change, fault, words) => {
    const { activity } = await course();
    const before = await written(office);
    const found = await office.fault('credit.designate', designate(activity.id, code, maximum, change));
    expect(found.code).toBe(fault);
    expect(found.message).toContain(words);
    expect(await written(office)).toBe(before);
  });

  test('a type that is retired or does not hold on the day is refused, and kept where it was', async () => {
    const { activity } = await course();
    const uk = types.get('uk-federation-cpd');
    const before = await openCourse(office, [{ at: '09:00', minutes: 60 }], '2024-03-01');
    expect(
      (await office.fault('credit.designate', designate(before.id, 'uk-federation-cpd', 100))).code,
    ).toBe('credit/not-in-force');
    await office.ask('credit.designate', designate(activity.id, 'uk-federation-cpd', 200));
    await office.ask('credit.retireType', { id: uk?.id ?? 0, retired: true });
    await office.ask('credit.designate', designate(activity.id, 'uk-federation-cpd', 100));
    expect(
      (await office.fault('credit.designate', designate(before.id, 'uk-federation-cpd', 100))).message,
    ).toContain('retired');
  });

  test('show where an activity was moved to days on which a type does not hold', async () => {
    const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }], '2024-04-01');
    await office.ask('credit.designate', designate(activity.id, 'uk-federation-cpd', 100));
    const copy = await office.ask('activities.copy', {
      id: activity.id,
      title: 'Earlier',
      startsOn: '2024-03-01',
      versionId: activity.versionId,
    });
    const [credit] = await office.ask('credit.ofActivity', { activityId: copy.id });
    expect(credit?.datesProblem).toMatch(/holds from March 31, 2024; the activity begins earlier/);
    const [before] = await office.ask('credit.ofActivity', { activityId: activity.id });
    expect(before?.datesProblem).toBeNull();
  });

  test('show where changed sessions leave a maximum too high, and sessions that went', async () => {
    const fresh = await openCourse(office, [
      { at: '09:00', minutes: 60 },
      { at: '10:00', minutes: 60 },
    ]);
    const [kept, left] = fresh.sessions;
    await office.ask('credit.designate', designate(fresh.id, 'nursing-contact-hours', 200));
    await office.ask(
      'credit.designate',
      designate(fresh.id, 'abim-moc', 100, { excludedSessionIds: [left?.id] }),
    );
    if (!kept) throw new Error('a session is missing');
    await office.ask('activities.setSessions', { id: fresh.id, sessions: [{ ...kept, minutes: 75 }] });
    const [nursing, moc] = await office.ask('credit.ofActivity', { activityId: fresh.id });
    expect(nursing?.maximumProblem).toBe('The maximum is 2 contact hours; the sessions give 1.25.');
    expect(moc).toMatchObject({ excludedSessionIds: [], maximumProblem: null, mostHundredths: 125 });
  });

  test('go along with a copy, without their numbers; and go with the activity, undoably', async () => {
    const { activity } = await course();
    const [, second] = activity.sessions;
    await office.ask(
      'credit.designate',
      designate(activity.id, 'acpe-pharmacist', 200, { identifier: '0123-0000-26-001-L01-P' }),
    );
    await office.ask(
      'credit.designate',
      designate(activity.id, 'abim-moc', 175, { excludedSessionIds: [second?.id] }),
    );
    const copy = await office.ask('activities.copy', {
      id: activity.id,
      title: 'Again',
      startsOn: '2027-11-12',
      versionId: activity.versionId,
    });
    const copied = await office.ask('activities.get', { id: copy.id });
    const credits = await office.ask('credit.ofActivity', { activityId: copy.id });
    expect(
      credits.map(({ type, maximumHundredths, identifier }) => [type.code, maximumHundredths, identifier]),
    ).toEqual([
      ['acpe-pharmacist', 200, ''],
      ['abim-moc', 175, ''],
    ]);
    expect(credits[0]?.identifierProblem).toBe('The UAN ending in P is still missing.');
    expect(credits[1]?.excludedSessionIds).toEqual([copied.sessions[1]?.id]);

    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: typeId('acpe-pharmacist'),
      enrolmentIds: [...(await claims(activity.id, 'acpe-pharmacist')).keys()],
      claimedHundredths: 'earned',
    });
    const before = await office.ask('credit.ofActivity', { activityId: activity.id });
    expect(before[0]?.claims).toBe(1);
    await office.ask('activities.remove', { id: activity.id });
    const [removed] = await office.ask('changes.recent', { limit: 1 });
    await office.ask('changes.undo', { changeId: removed?.changeId ?? 0 });
    expect(await office.ask('credit.ofActivity', { activityId: activity.id })).toEqual(before);
  });
});

describe('claims', () => {
  test('AMA PRA credit is answered as the others are, and as completion answers it', async () => {
    const { activity, physician, nurse } = await course();
    const rows = await claims(activity.id, 'ama-pra-1');
    const completion = await office.ask('completion.list', { activityId: activity.id });
    for (const row of completion.filter(({ kind }) => kind === 'cme'))
      expect(rows.get(row.enrolmentId)?.earnedHundredths).toBe(row.earnedQuarters * 25);
    expect(rows.get(nurse)).toMatchObject({ eligible: false, earnedHundredths: 0 });
    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: typeId('ama-pra-1'),
      enrolmentIds: [physician, nurse],
      claimedHundredths: 'earned',
    });
    const after = await office.ask('completion.list', { activityId: activity.id });
    expect(after.map(({ claimedQuarters }) => claimedQuarters)).toEqual([11, null, null, null]);
  });

  test('all, less for one, none again; other professions are passed over', async () => {
    const { activity, physician, nurse, pharmacist, late } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 250));
    const claim = (enrolmentIds: readonly number[], claimedHundredths: number | 'earned' | null) =>
      office.ask('credit.claim', {
        activityId: activity.id,
        typeId: typeId('nursing-contact-hours'),
        enrolmentIds: [...enrolmentIds],
        claimedHundredths,
      });
    expect(await claim([physician, nurse, pharmacist, late], 'earned')).toEqual({ changed: 1, kept: 0 });
    let rows = await claims(activity.id, 'nursing-contact-hours');
    expect([...rows.values()].map(({ claimedHundredths }) => claimedHundredths)).toEqual([
      null,
      250,
      null,
      null,
    ]);
    expect(rows.get(nurse)).toMatchObject({ earnedHundredths: 250, problem: null });
    expect(rows.get(nurse)?.sum).toContainEqual({ label: 'Maximum of the activity', value: '2.5' });
    expect(rows.get(physician)).toMatchObject({
      eligible: false,
      problem: 'Nursing contact hours is not for this profession.',
    });
    // Attended too little for the activity to be completed, so there is nothing to claim.
    expect(rows.get(late)).toMatchObject({
      earnedHundredths: 0,
      problem: expect.stringMatching(/^Attended 40 min of 2 h 45 min/),
    });
    expect(rows.get(late)?.sum).toContainEqual({ label: 'Completion', value: 'something is missing' });
    await claim([nurse], 125);
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(125);
    expect(await claim([nurse, late], null)).toEqual({ changed: 1, kept: 0 });
    rows = await claims(activity.id, 'nursing-contact-hours');
    expect([...rows.values()].every(({ claimedHundredths }) => claimedHundredths === null)).toBe(true);
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    await office.ask('changes.undo', { changeId: latest?.changeId ?? 0 });
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(125);
  });

  test('more than earned, no whole step and another profession are refused, and nothing is written', async () => {
    const { activity, physician, nurse, late } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 275));
    const before = await written(office);
    const refuse = async (enrolmentIds: readonly number[], claimedHundredths: number) =>
      office.fault('credit.claim', {
        activityId: activity.id,
        typeId: typeId('nursing-contact-hours'),
        enrolmentIds,
        claimedHundredths,
      });
    expect((await refuse([nurse, late], 200)).message).toMatch(
      /^Ana Dean cannot claim this credit yet\. Attended 40 min of 2 h 45 min/,
    );
    expect(await refuse([nurse], 300)).toMatchObject({
      code: 'credit/above-maximum',
      message:
        'Ana Baker may claim at most 2.75 contact hours. Enter that or less, or claim all that attendance allows.',
    });
    expect((await refuse([nurse], 120)).code).toBe('credit/invalid-step');
    expect((await refuse([physician], 25)).code).toBe('credit/not-for-profession');
    expect((await refuse([999], 25)).code).toBe('enrolments/not-found');
    expect(await written(office)).toBe(before);
    expect(
      (
        await office.fault('credit.claim', {
          activityId: activity.id,
          typeId: typeId('ipce'),
          enrolmentIds: [nurse],
          claimedHundredths: 'earned',
        })
      ).code,
    ).toBe('credit/not-designated');
  });

  test('MOC points follow the AMA claim and the evaluation; a claim that is lowered later is shown', async () => {
    const { activity, physician } = await course();
    await office.ask('credit.designate', designate(activity.id, 'abim-moc', 275));
    const moc = async () => (await claims(activity.id, 'abim-moc')).get(physician);
    expect((await moc())?.problem).toBe('AMA PRA credit has not been claimed; this credit follows it.');
    const record = (change: object) =>
      office.ask('completion.record', { activityId: activity.id, enrolmentIds: [physician], ...change });
    await record({ claimedQuarters: 8 });
    expect((await moc())?.problem).toBe('The evaluation has not been returned.');
    await record({ evaluationReturnedOn: '2026-11-13' });
    expect(await moc()).toMatchObject({ earnedHundredths: 200, problem: null });
    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: typeId('abim-moc'),
      enrolmentIds: [physician],
      claimedHundredths: 'earned',
    });
    await record({ claimedQuarters: 4 });
    expect((await moc())?.problem).toBe('2 points are claimed; 1 can be claimed now.');
  });

  test('hold the credit that they were made in: undoing its designation is refused, and says why', async () => {
    const { activity, nurse } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 275));
    const [designated] = await office.ask('changes.recent', { limit: 1 });
    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: typeId('nursing-contact-hours'),
      enrolmentIds: [nurse],
      claimedHundredths: 'earned',
    });
    expect(await office.fault('changes.undo', { changeId: designated?.changeId ?? 0 })).toMatchObject({
      code: 'changes/cannot-undo',
      message: 'This cannot be undone: later work depends on it. Undo that first.',
    });
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(275);
  });

  test('of two records of one person become one by a merge: the larger of each type, unless chosen', async () => {
    const { activity, nurse, late } = await course();
    for (const code of ['nursing-contact-hours', 'ipce'])
      await office.ask('credit.designate', designate(activity.id, code, 200));
    const whole = activity.sessions.map(({ id, minutes }) => ({ enrolmentId: late, sessionId: id, minutes }));
    await office.ask('attendance.mark', { activityId: activity.id, marks: whole });
    const claim = (code: string, enrolmentId: number, claimedHundredths: number) =>
      office.ask('credit.claim', {
        activityId: activity.id,
        typeId: typeId(code),
        enrolmentIds: [enrolmentId],
        claimedHundredths,
      });
    await claim('nursing-contact-hours', nurse, 100);
    await claim('nursing-contact-hours', late, 200);
    await claim('ipce', late, 50);
    const people = await personIds(activity.id);
    const [keepId, otherId] = [people.get(nurse) ?? 0, people.get(late) ?? 0];
    const [shown] = (await office.ask('people.mergePreview', { keepId, otherId })).activities;
    expect(shown?.claims.map(({ name, keep, other }) => [name, keep, other])).toEqual([
      ['Nursing contact hours', 100, 200],
      [types.get('ipce')?.name, null, 50],
    ]);
    const merged = async (sides: readonly ('keep' | 'other')[]) => {
      await office.ask('people.merge', {
        keepId,
        otherId,
        choices: {},
        results: [],
        claims: sides.map((side) => ({
          activityId: activity.id,
          typeId: typeId('nursing-contact-hours'),
          side,
        })),
      });
      const of = async (code: string) => (await claims(activity.id, code)).get(nurse)?.claimedHundredths;
      const found = [await of('nursing-contact-hours'), await of('ipce')];
      expect((await claims(activity.id, 'ipce')).has(late)).toBe(false);
      const [latest] = await office.ask('changes.recent', { limit: 1 });
      await office.ask('changes.undo', { changeId: latest?.changeId ?? 0 });
      return found;
    };
    expect(await merged([])).toEqual([200, 50]);
    expect(await merged(['keep'])).toEqual([100, 50]);
    expect((await claims(activity.id, 'nursing-contact-hours')).get(late)?.claimedHundredths).toBe(200);
  });

  test('that follow AMA PRA credit never end above the claim that a merge leaves', async () => {
    const { activity, physician } = await course();
    const [second = 0] = await enrol(office, activity.id, [{ familyName: 'Adams-Ray' }]);
    await office.ask('attendance.mark', {
      activityId: activity.id,
      marks: activity.sessions.map(({ id, minutes }) => ({ enrolmentId: second, sessionId: id, minutes })),
    });
    await office.ask('credit.designate', designate(activity.id, 'abim-moc', 275));
    await office.ask('completion.record', {
      activityId: activity.id,
      enrolmentIds: [physician, second],
      assessmentPercent: 90,
      evaluationReturnedOn: '2026-11-13',
    });
    const claim = (code: string, enrolmentId: number, claimedHundredths: number) =>
      office.ask('credit.claim', {
        activityId: activity.id,
        typeId: typeId(code),
        enrolmentIds: [enrolmentId],
        claimedHundredths,
      });
    await claim('ama-pra-1', physician, 125);
    await claim('ama-pra-1', second, 200);
    await claim('abim-moc', second, 200);
    const people = await personIds(activity.id);
    const [keepId, otherId] = [people.get(physician) ?? 0, people.get(second) ?? 0];
    const [shown] = (await office.ask('people.mergePreview', { keepId, otherId })).activities;
    expect(shown?.ama).toEqual({ keep: 125, other: 200 });
    expect(shown?.claims).toMatchObject([{ keep: null, other: 200, followsAma: true }]);
    await office.ask('people.merge', {
      keepId,
      otherId,
      choices: {},
      results: [{ activityId: activity.id, result: 'claim', side: 'keep' }],
    });
    const of = async (code: string) => (await claims(activity.id, code)).get(physician);
    expect((await of('ama-pra-1'))?.claimedHundredths).toBe(125);
    const step = types.get('abim-moc')?.stepHundredths ?? 1;
    expect(await of('abim-moc')).toMatchObject({ claimedHundredths: 125 - (125 % step) });
  });

  test('stay where all that attendance allows is claimed by somebody who has earned nothing', async () => {
    const { activity, physician, nurse, pharmacist } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 200));
    const all = [...(await claims(activity.id, 'nursing-contact-hours')).keys()];
    const claim = (code: string, claimedHundredths: 'earned' | null) =>
      office.ask('credit.claim', {
        activityId: activity.id,
        typeId: typeId(code),
        enrolmentIds: all,
        claimedHundredths,
      });
    expect(await claim('nursing-contact-hours', 'earned')).toEqual({ changed: 1, kept: 0 });
    await office.ask('completion.record', {
      activityId: activity.id,
      enrolmentIds: [physician],
      claimedQuarters: 'earned',
    });
    await office.ask('attendance.mark', {
      activityId: activity.id,
      marks: [nurse, physician].flatMap((enrolmentId) =>
        activity.sessions.map(({ id }) => ({ enrolmentId, sessionId: id, minutes: 0 })),
      ),
    });
    expect(await claim('nursing-contact-hours', 'earned')).toEqual({ changed: 0, kept: 1 });
    expect(await claim('ama-pra-1', 'earned')).toEqual({ changed: 0, kept: 1 });
    expect(
      await office.ask('completion.record', {
        activityId: activity.id,
        enrolmentIds: [physician, nurse, pharmacist],
        claimedQuarters: 'earned',
      }),
    ).toEqual({ changed: 0, kept: 1 });
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(200);
    expect((await claims(activity.id, 'ama-pra-1')).get(physician)?.claimedHundredths).toBe(275);
    // To take them back is another act.
    expect(await claim('nursing-contact-hours', null)).toEqual({ changed: 1, kept: 0 });
    expect(await claim('ama-pra-1', null)).toEqual({ changed: 1, kept: 0 });
  });

  test('of a profession that may no longer have the credit are marked, stay with all others, and can be taken back', async () => {
    const { activity, nurse } = await course();
    const nursing = types.get('nursing-contact-hours');
    if (!nursing) throw new Error('a type is missing');
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 200));
    const claim = (claimedHundredths: 'earned' | null) =>
      office.ask('credit.claim', {
        activityId: activity.id,
        typeId: nursing.id,
        enrolmentIds: [nurse],
        claimedHundredths,
      });
    await claim('earned');
    await office.ask('credit.updateType', {
      id: nursing.id,
      content: { ...contentOfType(nursing), professions: ['pharmacist'] },
    });
    const row = (await claims(activity.id, 'nursing-contact-hours')).get(nurse);
    expect(row).toMatchObject({ eligible: false, claimedHundredths: 200 });
    expect(row?.problem).toBe(
      '2 contact hours are claimed, and “nurse” may not have this credit. Check the profession, or take the claim back.',
    );
    expect(await claim('earned')).toEqual({ changed: 0, kept: 1 });
    expect(await claim(null)).toEqual({ changed: 1, kept: 0 });
  });

  test('no day is held to its cap where people choose their days', async () => {
    const activity = await openCourse(office, [
      { at: '08:00', minutes: 300 },
      { at: '13:00', minutes: 300 },
    ]);
    const uk = async () => {
      await office.ask('credit.designate', designate(activity.id, 'uk-federation-cpd', 800));
      const [credit] = await office.ask('credit.ofActivity', { activityId: activity.id });
      return credit;
    };
    expect(await uk()).toMatchObject({ mostHundredths: 800 });
    const whole = await office.ask('activities.get', { id: activity.id });
    await office.ask('activities.update', {
      id: activity.id,
      content: { ...contentOf(whole), learningFormat: 'enduring material', endsOn: '2027-11-11' },
    });
    const own = await uk();
    expect(own?.mostHundredths).toBe(1000);
    expect(own?.sum).toContainEqual({
      label: 'At most 8 credits a day',
      value: 'not held: worked through on days of their own',
    });
  });

  test('go with the person who is taken off, and come back with an undo', async () => {
    const { activity, nurse } = await course();
    await office.ask('credit.designate', designate(activity.id, 'nursing-contact-hours', 275));
    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: typeId('nursing-contact-hours'),
      enrolmentIds: [nurse],
      claimedHundredths: 'earned',
    });
    await office.ask('enrolments.remove', { activityId: activity.id, enrolmentIds: [nurse] });
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    await office.ask('changes.undo', { changeId: latest?.changeId ?? 0 });
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(275);
    expect(
      await office.ask('credit.withdraw', {
        activityId: activity.id,
        typeId: typeId('nursing-contact-hours'),
      }),
    ).toEqual({ claims: 1 });
    const [withdrawn] = await office.ask('changes.recent', { limit: 1 });
    await office.ask('changes.undo', { changeId: withdrawn?.changeId ?? 0 });
    expect((await claims(activity.id, 'nursing-contact-hours')).get(nurse)?.claimedHundredths).toBe(275);
  });
});

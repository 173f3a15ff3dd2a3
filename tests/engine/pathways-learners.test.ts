import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/contract/index.ts';
import { certifiable, certificatesOf } from './certificates-office.ts';
import { person } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

/** What learners show: evidence on record, modules completed with a certificate, and the level that counts. */

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine({
    now: () => '2026-11-24T18:00:00.000Z',
    pages: {
      render: async () => ({ ok: true, pdf: new TextEncoder().encode('%PDF') }),
      check: async () => [],
      close: async () => undefined,
    },
  });
  await office.withOffice();
});
afterAll(() => office.close());

type NewEvidence = Input<'learners.recordEvidence'>['evidence'][number];

function evidence(change: Partial<NewEvidence> = {}): NewEvidence {
  return {
    competencyCode: 'C3',
    level: 2,
    kind: 'assessment',
    datedOn: '2026-11-02',
    source: 'Journal club test',
    reason: '',
    ...change,
  };
}

async function learner(change: Partial<Input<'people.create'>> = {}): Promise<number> {
  return (await office.ask('people.create', person({ familyName: 'Learner', ...change }))).id;
}

async function levelOf(personId: number, code: string) {
  const { levels } = await office.ask('learners.levels', { personId });
  return levels.find((level) => level.competencyCode === code);
}

describe('evidence', () => {
  test('is kept with its kind and date, decides the level, and can be removed and undone', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: [evidence(), evidence({ kind: 'self-rating', level: 3, datedOn: '2026-11-20', source: '' })],
    });
    expect(await levelOf(personId, 'C3')).toMatchObject({
      level: 2,
      basis: 'assessment',
      datedOn: '2026-11-02',
    });
    const { evidence: kept } = await office.ask('learners.levels', { personId });
    expect(kept.map(({ kind, level, source }) => [kind, level, source])).toEqual([
      ['self-rating', 3, ''],
      ['assessment', 2, 'Journal club test'],
    ]);
    const assessment = kept.find(({ kind }) => kind === 'assessment');
    const removed = await office.engine.call('learners.removeEvidence', {
      id: assessment?.id,
      reason: 'Another person’s test',
    });
    expect(await levelOf(personId, 'C3')).toMatchObject({ level: 2, basis: 'self-rating' });
    if (!removed.ok || !removed.changeId) throw new Error('the removal is one change');
    await office.ask('changes.undo', { changeId: removed.changeId });
    expect(await levelOf(personId, 'C3')).toMatchObject({ basis: 'assessment' });
  });

  test.each<[string, Partial<NewEvidence>, string]>([
    ['a date to come', { datedOn: '2026-11-25' }, 'evidence/future'],
    ['an override without a reason', { kind: 'override' }, 'evidence/reason-missing'],
    ['a competency that is not there', { competencyCode: 'X9' }, 'request/invalid'],
  ])('%s is refused and nothing of the act is kept', async (_, wrong, code) => {
    const personId = await learner();
    const fault = await office.fault('learners.recordEvidence', {
      personId,
      evidence: [evidence(), evidence(wrong)],
    });
    expect(fault.code).toBe(code);
    expect((await office.ask('learners.levels', { personId })).evidence).toEqual([]);
  });

  test('an override with its reason counts before a test, and the reason is in the history', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', { personId, evidence: [evidence({ level: 1 })] });
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: [evidence({ kind: 'override', level: 3, source: '', reason: 'Leads the journal club' })],
    });
    expect(await levelOf(personId, 'C3')).toMatchObject({ level: 3, basis: 'override' });
    expect((await levelOf(personId, 'C3'))?.explanation).toContain('Leads the journal club');
  });

  test('of somebody keeps the person on record', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', { personId, evidence: [evidence()] });
    expect((await office.fault('people.remove', { id: personId })).code).toBe('people/in-use');
  });

  test('of nobody is refused', async () => {
    expect((await office.fault('learners.levels', { personId: 999_999 })).code).toBe('people/not-found');
    expect((await office.fault('learners.removeEvidence', { id: 999_999, reason: 'gone' })).code).toBe(
      'evidence/not-found',
    );
  });
});

test('profession and specialty suggest a group', async () => {
  const personId = await learner({ profession: 'physician', specialty: 'Diagnostic Radiology' });
  expect((await office.ask('learners.levels', { personId })).group).toEqual({
    code: 'radiology',
    pathwayId: null,
  });
});

test('completed modules count while the certificate is in force, for every session of the module attended', async () => {
  const { activityId, enrolmentIds } = await certifiable(
    office,
    [{ givenName: 'Ada', familyName: 'Byrne' }],
    {
      rules: {
        minimumAttendancePercent: 50,
        assessmentRequired: false,
        passPercent: 70,
        evaluationRequired: false,
      },
    },
  );
  const grid = await office.ask('attendance.grid', { activityId });
  const row = grid.rows[0];
  const missed = grid.sessions.find((session) => session.moduleCode === 'M-C01');
  if (!row || !missed) throw new Error('a learner and a session of M-C01');
  await office.ask('attendance.mark', {
    activityId,
    marks: [{ enrolmentId: row.enrolmentId, sessionId: missed.id, minutes: 0 }],
  });
  await office.ask('completion.record', {
    activityId,
    enrolmentIds: [...enrolmentIds],
    claimedQuarters: 'earned',
  });
  const { personId } = row;
  expect((await office.ask('learners.levels', { personId })).completed).toEqual([]);
  await office.job('certificates.issue', { activityId, enrolmentIds: [...enrolmentIds] });
  const { completed } = await office.ask('learners.levels', { personId });
  const codes = completed.map(({ code }) => code);
  expect(codes).toContain('M-F01');
  expect(codes).not.toContain('M-C01');
  expect(completed[0]).toMatchObject({ activityId, completedOn: '2026-11-20' });
  expect(await levelOf(personId, 'F1')).toMatchObject({ level: 2, basis: 'completion' });
  expect(await levelOf(personId, 'C1')).toMatchObject({ level: 1, basis: 'completion' });
  const [certificate] = await certificatesOf(office, activityId);
  await office.ask('certificates.revoke', { id: certificate?.id ?? 0, reason: 'Issued by mistake' });
  expect(await levelOf(personId, 'F1')).toMatchObject({ level: 0, basis: null });
});

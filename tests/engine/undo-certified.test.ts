import { afterEach, beforeEach, expect, test } from 'vitest';
import { IssueResult } from '../../src/shared/contract/certificates.ts';
import { AFTER, type Certifiable, certifiable, changeActivity, physician } from './certificates-office.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
let course: Certifiable;
beforeEach(async () => {
  office = await openEngine({
    now: () => AFTER,
    pages: {
      render: async () => ({ ok: true, pdf: new TextEncoder().encode('%PDF') }),
      check: async () => [],
      close: async () => undefined,
    },
  });
  await office.withOffice();
  course = await certifiable(office, [physician(1), physician(2)]);
});
afterEach(() => office.close());

async function issue(): Promise<readonly number[]> {
  const job = await office.job('certificates.issue', {
    activityId: course.activityId,
    enrolmentIds: [...course.enrolmentIds],
  });
  const { made, certificateIds } = IssueResult.parse(job.result);
  expect(made).toBe(2);
  return certificateIds;
}

/** The latest act of a method. */
async function last(method: string): Promise<number> {
  const found = (await office.ask('changes.recent', { limit: 100 })).find((act) => act.method === method);
  return found?.changeId ?? 0;
}

async function claims(): Promise<readonly (number | null)[]> {
  const rows = await office.ask('completion.list', { activityId: course.activityId });
  return rows.map(({ claimedQuarters }) => claimedQuarters);
}

test('an act that certificates rest on is not undone until they are revoked', async () => {
  await changeActivity(office, course.activityId, { maximumQuarters: 4 });
  const acts = await Promise.all(
    ['completion.record', 'attendance.mark', 'enrolments.add', 'activities.update', 'activities.create'].map(
      last,
    ),
  );
  await office.ask('completion.record', {
    ...course,
    enrolmentIds: [...course.enrolmentIds],
    claimedQuarters: 4,
  });
  const claim = await last('completion.record');
  const before = await claims();
  const [first = 0, second = 0] = await issue();
  for (const changeId of [...acts, claim]) {
    const fault = await office.fault('changes.undo', { changeId });
    expect(fault.code).toBe('changes/cannot-undo');
    expect(fault.message).toContain('2 certificates in force were issued on this. Revoke them first');
  }
  expect(await claims()).toEqual(before);
  await office.ask('certificates.revoke', { id: first, reason: 'Claimed too much.' });
  const one = await office.fault('changes.undo', { changeId: claim });
  expect(one.message).toContain('1 certificate in force was issued on this. Revoke it first');
  await office.ask('certificates.revoke', { id: second, reason: 'Claimed too much.' });
  await office.ask('changes.undo', { changeId: claim });
  expect(await claims()).not.toEqual(before);
});

test('what was changed after the issue, or changes nothing that is awarded, can be undone', async () => {
  await changeActivity(office, course.activityId, { place: 'Boulder, Colorado' });
  const move = await last('activities.update');
  await issue();
  await office.ask('completion.record', {
    ...course,
    enrolmentIds: course.enrolmentIds.slice(0, 1),
    claimedQuarters: 1,
  });
  await office.ask('changes.undo', { changeId: await last('completion.record') });
  await office.ask('changes.undo', { changeId: move });
});

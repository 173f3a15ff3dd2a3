import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageRenderer } from '../../src/main/certificates/render/document.ts';
import { createInlineRenderer } from '../../src/main/certificates/render/inline.ts';
import { dateInZone } from '../../src/shared/activities/schedule.ts';
import { IssueResult, ReissueResult } from '../../src/shared/contract/certificates.ts';
import { AFTER, certifiable, certificatesOf, changeActivity, physician } from './certificates-office.ts';
import { openEngine, type TestEngine } from './fixture.ts';

const NURSE = { givenName: 'Noor', familyName: 'Reyes', credentials: 'RN', profession: 'nurse' } as const;

let office: TestEngine;
/** What stands in for the drawing of pages; a test may replace it. */
let pages: PageRenderer;
let now: string;

beforeEach(async () => {
  const inline = createInlineRenderer();
  pages = inline;
  now = AFTER;
  office = await openEngine({
    now: () => now,
    pages: {
      render: (document) => pages.render(document),
      check: (document) => pages.check(document),
      close: () => inline.close(),
    },
  });
  await office.withOffice();
});
afterEach(() => office.close());

/** Draws nothing and is quick, for tests that need many certificates or look at no page. */
const quick: PageRenderer = {
  render: async (document) => ({ ok: true, pdf: new TextEncoder().encode(JSON.stringify(document)) }),
  check: async () => [],
  close: async () => undefined,
};

async function issue(activityId: number, enrolmentIds: readonly number[]): Promise<IssueResult> {
  const job = await office.job('certificates.issue', { activityId, enrolmentIds: [...enrolmentIds] });
  expect(job.fault).toBeNull();
  const result = IssueResult.parse(job.result);
  expect(result.made + result.held + result.failed).toBe(result.asked);
  expect(result.certificateIds).toHaveLength(result.made);
  expect(result.reasons).toHaveLength(result.held + result.failed);
  return result;
}

async function bytesOf(id: number): Promise<Buffer> {
  return Buffer.from((await office.ask('certificates.file', { id })).base64, 'base64');
}

async function readyOnHome(): Promise<number | undefined> {
  const { attention } = await office.ask('home.summary', {});
  return attention.find(({ kind }) => kind === 'certificates-ready')?.count;
}

describe('the plan', () => {
  test('holds everyone while more is designated than the sessions give, after a change of rounding', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), NURSE]);
    const { sessions } = await office.ask('activities.get', { id: activityId });
    const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
    // Eight minutes over a quarter-hour: to the nearest is up.
    const longer = (8 - (minutes % 15) + 15) % 15;
    await office.ask('activities.setSessions', {
      id: activityId,
      sessions: sessions.map((session, index) =>
        index === 0 ? { ...session, minutes: session.minutes + longer } : session,
      ),
    });
    expect(await readyOnHome()).toBe(2);
    await office.ask('office.update', { ...(await office.ask('office.get', {})), rounding: 'down' });
    const plan = await office.ask('certificates.plan', { activityId });
    expect(plan.ready).toEqual([]);
    // The physician's claim is above what attendance gives now, and said first.
    expect(plan.held.map(({ place }) => place)).toEqual(['completion', 'activity']);
    expect(plan.held[1]?.reason).toContain('are designated');
    expect(await readyOnHome()).toBeUndefined();
    const { earnedQuarters = 0 } = (await office.ask('completion.list', { activityId }))[0] ?? {};
    await changeActivity(office, activityId, { maximumQuarters: earnedQuarters });
    await office.ask('completion.record', {
      activityId,
      enrolmentIds: [...enrolmentIds],
      claimedQuarters: 'earned',
    });
    expect((await office.ask('certificates.plan', { activityId })).ready).toHaveLength(2);
  });

  test('and Home know that material is over for whoever has finished it', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2)], {
      learningFormat: 'enduring material',
      endsOn: '2027-11-19',
    });
    expect(await readyOnHome()).toBeUndefined();
    await office.ask('completion.record', {
      activityId,
      enrolmentIds: enrolmentIds.slice(0, 1),
      evaluationReturnedOn: '2026-11-21',
    });
    expect((await office.ask('certificates.plan', { activityId })).ready).toHaveLength(1);
    expect(await readyOnHome()).toBe(1);
  });

  test('says who gets what, and who is held and where that is settled', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2), NURSE]);
    const [first = 0] = enrolmentIds;
    await office.ask('completion.record', { activityId, enrolmentIds: [first], claimedQuarters: null });
    const plan = await office.ask('certificates.plan', { activityId });
    expect(plan.ready.map(({ name, kind, creditQuarters }) => [name, kind, creditQuarters])).toEqual([
      ['Ada Byrne 002', 'cme', 21],
      ['Noor Reyes', 'participation', 0],
    ]);
    expect(plan.held).toMatchObject([
      { name: 'Ada Byrne 001', reason: 'Credit has not been claimed.', place: 'completion' },
    ]);
    expect(plan.alreadyIssued).toBe(0);
  });

  test('holds everyone while the activity runs, or when no credit is designated', async () => {
    const { activityId } = await certifiable(office, [NURSE]);
    now = '2026-11-19T19:00:00.000Z';
    const early = await office.ask('certificates.plan', { activityId });
    expect(early.held).toMatchObject([
      { reason: 'The activity runs until November 20, 2026.', place: 'activity' },
    ]);
    now = AFTER;
    await changeActivity(office, activityId, { maximumQuarters: 0 });
    const undesignated = await office.ask('certificates.plan', { activityId });
    expect(undesignated.held).toMatchObject([
      { reason: 'No credit is designated for the activity.', place: 'activity' },
    ]);
  });

  test.each([
    ['a name no font can show', { givenName: 'Zoe', familyName: '𓀀𓂀' }, /“𓀀” \(U\+13000\) in the name/],
    [
      'a letter of a private font',
      { givenName: 'Zoe', familyName: 'Pri\uE007or' },
      /print U\+E007 in the name/,
    ],
  ])('holds %s, and issuing holds it too', async (_, learner, reason) => {
    const { activityId, enrolmentIds } = await certifiable(office, [learner, physician(1)]);
    const plan = await office.ask('certificates.plan', { activityId });
    expect(plan.ready).toHaveLength(1);
    expect(plan.held).toHaveLength(1);
    expect(plan.held[0]?.place).toBe('person');
    expect(plan.held[0]?.reason).toMatch(reason);
    const result = await issue(activityId, enrolmentIds);
    expect(result).toMatchObject({ asked: 2, made: 1, held: 1, failed: 0 });
    expect(result.reasons[0]?.reason).toMatch(reason);
  });

  test('dates material to work through by each person’s completion, also while it is still offered', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2)], {
      learningFormat: 'enduring material',
      delivery: 'online',
      place: '',
      startsOn: '2026-11-20',
      endsOn: '2028-11-20',
    });
    const [first = 0] = enrolmentIds;
    await office.ask('completion.record', {
      activityId,
      enrolmentIds: [first],
      evaluationReturnedOn: '2026-11-22',
    });
    const plan = await office.ask('certificates.plan', { activityId });
    expect(plan.held).toMatchObject([{ reason: 'The activity runs until November 20, 2028.' }]);
    const { certificateIds } = await issue(activityId, [first]);
    const { printed } = await office.ask('certificates.get', { id: certificateIds[0] ?? 0 });
    expect(printed.find(({ label }) => label === 'Details')?.value).toContain('Completed November 22, 2026');
  });
});

describe('issuing', () => {
  test('seals the bytes, numbers in order, and balances', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), NURSE]);
    const result = await issue(activityId, [...enrolmentIds, ...enrolmentIds, 9_999]);
    expect(result).toMatchObject({ asked: 3, made: 2, held: 1, failed: 0 });
    expect(result.reasons).toEqual([{ name: '', outcome: 'held', reason: 'Not enrolled any more.' }]);
    for (const row of await certificatesOf(office, activityId)) {
      const certificate = await office.ask('certificates.get', { id: row.id });
      const bytes = await bytesOf(row.id);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(certificate.sha256);
      expect(bytes.length).toBe(certificate.sizeBytes);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const numbers = (await certificatesOf(office, activityId)).map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(['SUM-2026-000001', 'SUM-2026-000002']);
    expect(await office.ask('audit.check', {})).toMatchObject({ ok: true });
  });

  test('never gives one enrolment two, whatever is asked', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1)]);
    await issue(activityId, enrolmentIds);
    const again = await issue(activityId, enrolmentIds);
    expect(again).toMatchObject({ asked: 1, made: 0, held: 1 });
    expect(again.reasons[0]?.reason).toBe('Certificate SUM-2026-000001 is already issued.');
    expect((await office.ask('certificates.plan', { activityId })).alreadyIssued).toBe(1);
  });

  test('two runs at once make one certificate each', async () => {
    pages = quick;
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2)]);
    const input = { activityId, enrolmentIds: [...enrolmentIds] };
    const started = await Promise.all([
      office.ask('certificates.issue', input),
      office.ask('certificates.issue', input),
    ]);
    await office.engine.jobs.settled();
    const results = started.map(({ jobId }) => IssueResult.parse(office.engine.jobs.get(jobId).result));
    expect(results[0]?.made).toBe(2);
    expect(results[1]).toMatchObject({ asked: 2, made: 0, held: 2, failed: 0 });
    expect(await certificatesOf(office, activityId)).toHaveLength(2);
  });

  test('stopped in the middle keeps what is made and says so of the rest', async () => {
    const learners = Array.from({ length: 90 }, (_, index) => physician(index));
    const { activityId, enrolmentIds } = await certifiable(office, learners);
    let drawn = 0;
    let jobId = '';
    pages = {
      ...quick,
      async render(document) {
        drawn += 1;
        if (drawn === 5) await office.ask('jobs.cancel', { jobId });
        return quick.render(document);
      },
    };
    ({ jobId } = await office.ask('certificates.issue', { activityId, enrolmentIds: [...enrolmentIds] }));
    await office.engine.jobs.settled();
    const result = IssueResult.parse(office.engine.jobs.get(jobId).result);
    expect(result).toMatchObject({ asked: 90, made: 40, held: 50, failed: 0 });
    expect(result.reasons[0]).toEqual({
      name: 'Ada Byrne 040',
      outcome: 'held',
      reason: 'Stopped before this one.',
    });
    expect(await certificatesOf(office, activityId)).toHaveLength(40);
    expect(await issue(activityId, enrolmentIds)).toMatchObject({ asked: 90, made: 50, held: 40 });
  });

  test('a page that cannot be drawn fails alone, and its number is not used again', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2)]);
    pages = {
      ...quick,
      async render(document) {
        if (document.kind === 'certificate' && document.recipientName.endsWith('001'))
          throw new Error('no paper');
        return quick.render(document);
      },
    };
    const first = await issue(activityId, enrolmentIds);
    expect(first).toMatchObject({ asked: 2, made: 1, held: 0, failed: 1 });
    expect(first.reasons[0]?.name).toBe('Ada Byrne 001');
    pages = quick;
    await issue(activityId, enrolmentIds);
    const numbers = (await certificatesOf(office, activityId)).map(({ number }) => number);
    expect(numbers).toEqual(['SUM-2026-000003', 'SUM-2026-000002']);
  });

  test('a claim changed while the page is drawn holds that page back', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1)]);
    pages = {
      ...quick,
      async render(document) {
        await office.ask('completion.record', {
          activityId,
          enrolmentIds: [...enrolmentIds],
          claimedQuarters: 4,
        });
        return quick.render(document);
      },
    };
    expect(await issue(activityId, enrolmentIds)).toMatchObject({ asked: 1, made: 0, held: 1 });
    pages = quick;
    await issue(activityId, enrolmentIds);
    expect(await certificatesOf(office, activityId)).toMatchObject([{ creditQuarters: 4 }]);
  });
});

describe('revoking and issuing again', () => {
  test('a revoked certificate stays on record, is not issued anew by itself, and can be re-issued', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1)]);
    const [id = 0] = (await issue(activityId, enrolmentIds)).certificateIds;
    const before = await bytesOf(id);
    expect((await office.fault('certificates.revoke', { id, reason: ' x ' })).code).toBe('request/invalid');
    await office.ask('certificates.revoke', { id, reason: 'Issued to the wrong person.' });
    const revoked = await office.ask('certificates.get', { id });
    expect(revoked.status).toBe('revoked');
    expect(revoked.history.map(({ event, reason }) => [event, reason])).toEqual([
      ['Issued', null],
      ['Revoked', 'Issued to the wrong person.'],
    ]);
    expect(await bytesOf(id)).toEqual(before);
    expect((await office.fault('certificates.revoke', { id, reason: 'Once more.' })).code).toBe(
      'certificates/not-current',
    );
    const plan = await office.ask('certificates.plan', { activityId });
    expect(plan.held).toMatchObject([{ place: 'certificate', certificateId: id }]);
    expect(await issue(activityId, enrolmentIds)).toMatchObject({ made: 0, held: 1 });
    const job = await office.job('certificates.reissue', { id, reason: 'It was right after all.' });
    expect(ReissueResult.parse(job.result).number).toBe('SUM-2026-000002');
  });

  test('an activity is partly certified while somebody who attended has no certificate', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1), physician(2)]);
    const partly = async () => (await office.ask('activities.get', { id: activityId })).partlyCertified;
    expect(await partly()).toBe(false);
    await issue(activityId, enrolmentIds.slice(0, 1));
    expect(await partly()).toBe(true);
    await issue(activityId, enrolmentIds);
    expect(await partly()).toBe(false);
  });

  test('a chain of corrections names its links both ways, and the printed page names the one before', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [physician(1)]);
    const [first = 0] = (await issue(activityId, enrolmentIds)).certificateIds;
    const [{ personId = 0 } = {}] = await certificatesOf(office, activityId);
    const {
      id: _,
      createdAt: __,
      history: ___,
      ...content
    } = await office.ask('people.get', { id: personId });
    await office.ask('people.update', {
      id: personId,
      content: { ...content, familyName: 'Byrne-Okafor', credentials: 'MD, PhD' },
    });
    const shown = async () => (await office.ask('people.get', { id: personId })).history[0]?.otherName;
    expect(await shown()).toBe('Ada Byrne 001');
    const preview = await office.ask('certificates.reissuePreview', { id: first });
    expect(preview.fileName).toBe('Preview Ada Byrne-Okafor.pdf');
    const second = ReissueResult.parse(
      (await office.job('certificates.reissue', { id: first, reason: 'Married name.' })).result,
    );
    expect(await shown()).toBeNull();
    const third = ReissueResult.parse(
      (await office.job('certificates.reissue', { id: second.id, reason: 'Title corrected.' })).result,
    );
    const middle = await office.ask('certificates.get', { id: second.id });
    expect(middle.status).toBe('superseded');
    expect(middle.replaces).toEqual({ id: first, number: 'SUM-2026-000001' });
    expect(middle.replacedBy).toEqual({ id: third.id, number: 'SUM-2026-000003' });
    expect(middle.name).toBe('Ada Byrne-Okafor');
    expect(middle.printed.find(({ label }) => label === 'Name')?.value).toBe('Ada Byrne-Okafor, MD, PhD');
    expect(middle.printed.find(({ label }) => label === 'Footer')?.value).toContain(
      'Replaces SUM-2026-000001',
    );
    expect(middle.history.map(({ event, reason }) => [event, reason])).toEqual([
      ['Issued in place of SUM-2026-000001', 'Married name.'],
      ['Replaced by SUM-2026-000003', 'Title corrected.'],
    ]);
    const original = await office.ask('certificates.get', { id: first });
    expect(original.name).toBe('Ada Byrne 001');
    const old = await office.job('certificates.reissue', { id: first, reason: 'Again.' });
    expect(old.fault?.code).toBe('certificates/not-current');
    expect((await office.fault('certificates.reissuePreview', { id: first })).code).toBe(
      'certificates/not-current',
    );
    expect((await certificatesOf(office, activityId, 'issued')).map(({ id }) => id)).toEqual([third.id]);
    expect(await office.ask('audit.check', {})).toMatchObject({ ok: true });
  });

  test('a corrected profession changes the document, and nobody is awarded what was not claimed', async () => {
    const { activityId, enrolmentIds } = await certifiable(office, [NURSE]);
    const [id = 0] = (await issue(activityId, enrolmentIds)).certificateIds;
    const [{ personId = 0 } = {}] = await certificatesOf(office, activityId);
    const {
      id: _,
      createdAt: __,
      history: ___,
      ...content
    } = await office.ask('people.get', { id: personId });
    await office.ask('people.update', {
      id: personId,
      content: { ...content, profession: 'physician', credentials: 'MD' },
    });
    expect((await office.fault('certificates.reissuePreview', { id })).message).toMatch(
      /has not been claimed/,
    );
    const job = await office.job('certificates.reissue', { id, reason: 'A physician, not a nurse.' });
    expect(job.fault?.code).toBe('certificates/held');
    expect(await certificatesOf(office, activityId, 'issued')).toMatchObject([{ id, kind: 'participation' }]);
  });
});

describe('the archive', () => {
  test('holds every current certificate under a name of its own, with a list that proves each', async () => {
    const twins = [
      { givenName: 'Jo', familyName: 'Park' },
      { givenName: 'JO', familyName: 'PARK' },
      { givenName: '=cmd', familyName: 'a/b:c' },
    ];
    const { activityId, enrolmentIds } = await certifiable(office, [...twins, NURSE]);
    const { certificateIds } = await issue(activityId, enrolmentIds);
    const [gone = 0] = certificateIds;
    await office.ask('certificates.revoke', { id: gone, reason: 'Left out on purpose.' });
    const archive = await office.ask('certificates.archive', { activityId });
    expect(archive).toMatchObject({
      fileName: 'AI literacy for clinicians certificates.zip',
      mediaType: 'application/zip',
    });
    const files = unzipSync(Buffer.from(archive.base64, 'base64'));
    const names = Object.keys(files);
    expect(names).toHaveLength(4);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
    expect(names.every((name) => !/[\\/:]/.test(name))).toBe(true);
    const text = strFromU8(files['manifest.csv'] ?? new Uint8Array());
    const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(3);
    const { issuedAt } =
      (
        await office.ask('certificates.list', {
          text: '',
          activityId,
          status: 'issued',
          after: null,
          limit: 1,
        })
      ).rows[0] ?? {};
    const { timeZone } = await office.ask('office.get', {});
    for (const row of data) {
      expect(row['Issued']).toBe(dateInZone(issuedAt ?? '', timeZone));
      const pdf = files[row['File'] ?? ''];
      expect(
        createHash('sha256')
          .update(pdf ?? '')
          .digest('hex'),
      ).toBe(row['SHA-256']);
      expect(row['Name']).not.toMatch(/^[=+\-@]/);
    }
    expect(data.map(({ Document, Credits }) => [Document, Credits])).toContainEqual(['Participation', '']);
  });

  test('is refused while nothing is in force', async () => {
    const { activityId } = await certifiable(office, [NURSE]);
    expect((await office.fault('certificates.archive', { activityId })).code).toBe('certificates/not-found');
  });
});

test('the preview is a page without a number and leaves nothing behind', async () => {
  const { activityId, enrolmentIds } = await certifiable(office, [physician(1)]);
  const preview = await office.ask('certificates.preview', { enrolmentId: enrolmentIds[0] ?? 0 });
  expect(preview).toMatchObject({ fileName: 'Preview Ada Byrne 001.pdf', mediaType: 'application/pdf' });
  expect(await certificatesOf(office, activityId)).toEqual([]);
  await issue(activityId, enrolmentIds);
  expect(await certificatesOf(office, activityId)).toMatchObject([{ number: 'SUM-2026-000001' }]);
});

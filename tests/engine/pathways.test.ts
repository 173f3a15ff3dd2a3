import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { reasonWords, skippedWords, warningWords } from '../../src/shared/pathways/words.ts';
import { person } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';
import { copiedText } from './pdf-tools.ts';

/** Pathways on the starter catalog, through the engine. */

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine({ now: () => '2026-11-24T18:00:00.000Z' });
  await office.withOffice();
});
afterAll(() => office.close());

type Request = Input<'pathways.solve'>['request'];
type Solved = Extract<Output<'pathways.solve'>['answer'], { status: 'solved' }>;
type Impossible = Extract<Output<'pathways.solve'>['answer'], { status: 'impossible' }>;

function request(change: Partial<Request> = {}): Request {
  return {
    specialty: 'radiology',
    practiceArea: '',
    targets: {},
    creditQuarters: 0,
    maximumMinutes: null,
    domainMinutes: {},
    include: [],
    exclude: [],
    waived: [],
    ...change,
  };
}

async function targetsOf(template: string): Promise<Request['targets']> {
  const found = (await office.ask('templates.list', {})).find(({ code }) => code === template);
  if (!found) throw new Error(`no template ${template}`);
  return found.targets;
}

async function learner(change: Partial<Input<'people.create'>> = {}): Promise<number> {
  return (await office.ask('people.create', person({ familyName: 'Learner', ...change }))).id;
}

async function solved(personId: number, change: Partial<Request>): Promise<Solved> {
  const { answer } = await office.ask('pathways.solve', { personId, request: request(change) });
  if (answer.status !== 'solved') throw new Error(JSON.stringify(answer));
  return answer;
}

async function impossible(personId: number, change: Partial<Request>): Promise<Impossible> {
  const { answer } = await office.ask('pathways.solve', { personId, request: request(change) });
  if (answer.status !== 'impossible') throw new Error(JSON.stringify(answer));
  return answer;
}

function codes(answer: Solved): readonly string[] {
  return answer.steps.map(({ code }) => code);
}

function reasonOf(answer: Solved, code: string): string {
  const found = answer.skipped.find((module) => module.code === code);
  return found ? skippedWords(found.why) : '';
}

function warningsOf(answer: Solved): readonly string[] {
  return answer.warnings.map((warning) => warningWords(warning));
}

describe('the starter catalog', () => {
  test.each([
    ['T-02', 900],
    ['T-05', 1_190],
  ])('the hand-made template %s takes the least minutes for its targets', async (template, minutes) => {
    const personId = await learner();
    const answer = await solved(personId, { targets: await targetsOf(template) });
    expect(answer.minutes).toBe(minutes);
    const made = (await office.ask('templates.list', {})).find(({ code }) => code === template);
    expect(answer.steps).toHaveLength(made?.moduleCodes.length ?? 0);
  });

  test('testing out of four modules cuts the certificate from 900 to 710 minutes', async () => {
    const personId = await learner();
    // All that M-F01, M-F03, M-F05 and M-C01 teach, and no more.
    const shown = {
      F1: 2,
      F3: 2,
      F5: 2,
      C1: 2,
      C2: 1,
      C3: 1,
      C4: 1,
      C9: 1,
      I4: 1,
      G7: 1,
      G1: 1,
      I1: 1,
    } as const;
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: Object.entries(shown).map(([competencyCode, level]) => ({
        competencyCode,
        level,
        kind: 'assessment' as const,
        datedOn: '2026-11-01',
        source: 'Entry test',
        reason: '',
      })),
    });
    const answer = await solved(personId, { targets: await targetsOf('T-02') });
    expect(answer.minutes).toBe(710);
    expect(codes(answer)).not.toContain('M-F01');
    expect(reasonOf(answer, 'M-F01')).toBe('The learner already shows everything that it teaches.');
  });

  test('a prerequisite is waived only when every level that it teaches is shown', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: (['F1', 'F3'] as const).map((competencyCode) => ({
        competencyCode,
        level: 2,
        kind: 'assessment',
        datedOn: '2026-11-01',
        source: '',
        reason: '',
      })),
    });
    // M-F01 also teaches F5 and C1: the level in F1 alone does not waive it.
    expect(codes(await solved(personId, { targets: { C3: 2 } }))).toEqual(['M-F01', 'M-F03', 'M-C03']);
  });

  test('a nurse gets the nursing module and not the cardiology one, which names nurses too', async () => {
    const personId = await learner({ profession: 'nurse', credentials: 'RN' });
    const answer = await solved(personId, { specialty: 'nursing', targets: await targetsOf('T-06') });
    expect(codes(answer)).toContain('M-C19');
    expect(codes(answer)).not.toContain('M-C13');
    expect(reasonOf(answer, 'M-C13')).toBe(
      'Level 3 of C2 counts only from a module made for the learner’s own group.',
    );
    expect(reasonOf(answer, 'M-C10')).toMatch(/^It is for .*, not for Nursing\.$/);
  });

  test('without a group the specialty modules are left alone, and the answer says so', async () => {
    const personId = await learner();
    const answer = await solved(personId, { specialty: '', targets: { C2: 2 } });
    expect(codes(answer)).toEqual(['M-F01', 'M-F03', 'M-C02']);
    expect(warningsOf(answer)[0]).toContain('No group of learners is chosen');
    const stuck = await impossible(personId, { specialty: '', targets: { C2: 3 } });
    expect(stuck.conflict.map(({ text }) => text)).toEqual([
      'C2 “Interpreting outputs for a patient” at level 3',
    ]);
    expect(stuck.conflict[0]?.note).toContain('choose the group');
  });
});

describe('a request', () => {
  test('credit is reached by the office’s rounding of the total', async () => {
    const personId = await learner();
    // M-F01 alone gives 45 minutes; of what reaches the 98 that round to 1.75 credits, 105 are the fewest.
    const answer = await solved(personId, { targets: { F1: 2 }, creditQuarters: 7 });
    expect(answer).toMatchObject({ minutes: 105, creditQuarters: 7 });
    expect(answer.steps[0]?.reasons.map((reason) => reasonWords(reason))).toEqual([
      'Brings F1 “AI concepts and vocabulary” to level 2; no other module of the pathway does.',
      'Without it the pathway gives 1 credit of the 1.75 credits wanted.',
    ]);
  });

  test('names the smallest set that cannot hold together, and what would help', async () => {
    const personId = await learner();
    const answer = await impossible(personId, { targets: await targetsOf('T-02'), maximumMinutes: 100 });
    // F3 at level 2 alone takes 105 minutes.
    expect(answer.conflict.map(({ text }) => text)).toEqual([
      'C2 “Interpreting outputs for a patient” at level 2',
      'at most 1 h 40 min',
    ]);
    expect(answer.conflict.map(({ note, settles }) => [note, settles])).toEqual([
      ['', false],
      ['The other one alone takes at least 2 h 45 min.', true],
    ]);
    // The whole of T-02 takes 900 minutes.
    expect(answer.leastMinutes).toBe(900);
  });

  test('hands on both sides are kept in the answer, with their reasons', async () => {
    const personId = await learner();
    const answer = await solved(personId, {
      targets: { G5: 2 },
      include: [{ code: 'M-C13', reason: 'Covers the echo clinic' }],
      exclude: [{ code: 'M-G07', reason: 'Not offered this year' }],
      waived: [{ code: 'M-F01', reason: 'Taught it last year' }],
    });
    const put = answer.steps.find(({ code }) => code === 'M-C13');
    expect(put?.reasons).toEqual([{ kind: 'include', reason: 'Covers the echo clinic' }]);
    expect(put?.prerequisites).toEqual(['M-C02']);
    expect(codes(answer)).not.toContain('M-F01');
    expect(reasonOf(answer, 'M-G07')).toBe('Left out by hand: Not offered this year');
    expect(warningsOf(answer)).toContain('M-F01 counts as known by hand: Taught it last year');
    expect(warningsOf(answer).some((warning) => warning.startsWith('M-C13 was put in by hand'))).toBe(true);
  });

  test('a target met only from another domain is flagged', async () => {
    const personId = await learner();
    const answer = await solved(personId, { targets: { F5: 3 } });
    expect(answer.targets[0]).toMatchObject({
      competencyCode: 'F5',
      reached: 3,
      by: ['M-C04'],
      otherDomain: true,
    });
    expect(
      warningsOf(answer).some((warning) => warning.startsWith('F5 reaches level 3 only through M-C04')),
    ).toBe(true);
  });

  test('levels that rest on a self-rating or on old evidence are named', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: [
        {
          competencyCode: 'F1',
          level: 2,
          kind: 'self-rating',
          datedOn: '2026-11-01',
          source: '',
          reason: '',
        },
        { competencyCode: 'F2', level: 1, kind: 'assessment', datedOn: '2024-11-23', source: '', reason: '' },
      ],
    });
    const answer = await solved(personId, { targets: { F1: 2, F2: 2 } });
    expect(warningsOf(answer)).toContain(
      'The level rests on a self-rating alone: F1. A short test or an observation would make it sure.',
    );
    expect(warningsOf(answer)).toContain('The evidence is older than 2 years: F2.');
    expect(codes(answer)).toEqual(['M-F02']);
  });

  test('what is already shown needs no module', async () => {
    const personId = await learner();
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: [
        { competencyCode: 'F1', level: 3, kind: 'assessment', datedOn: '2026-11-01', source: '', reason: '' },
      ],
    });
    const answer = await solved(personId, { targets: { F1: 2 } });
    expect(answer).toMatchObject({ steps: [], minutes: 0, creditQuarters: 0 });
    expect(answer.targets[0]).toMatchObject({ current: 3, reached: 3, by: [], otherDomain: false });
  });

  test.each<[string, Partial<Request>, string]>([
    ['that asks for nothing', {}, 'pathways/no-targets'],
    ['that names a competency that is not there', { targets: { X9: 2 } }, 'request/invalid'],
  ])('%s is refused', async (_, change, code) => {
    const personId = await learner();
    expect((await office.fault('pathways.solve', { personId, request: request(change) })).code).toBe(code);
  });
});

describe('saving', () => {
  test('keeps request, levels and answer in one act that can be undone', async () => {
    const personId = await learner({ givenName: 'Ines', familyName: 'Park' });
    const asked = request({
      targets: { G5: 2 },
      exclude: [{ code: 'M-G07', reason: 'Not offered this year' }],
    });
    const { answerId, answer } = await office.ask('pathways.solve', { personId, request: asked });
    const saved = await office.engine.call('pathways.save', { answerId, title: 'Spring plan' });
    if (!saved.ok || !saved.changeId) throw new Error('saving is one change');
    const [row] = await office.ask('pathways.list', { personId });
    if (answer.status !== 'solved' || !row) throw new Error('a saved pathway');
    expect(row).toMatchObject({
      title: 'Spring plan',
      modules: answer.steps.length,
      minutes: answer.minutes,
    });
    const kept = await office.ask('pathways.get', { id: row.id });
    expect(kept).toMatchObject({ personId, personName: 'Ines Park', request: asked, answer });
    expect(kept.levels).toHaveLength(28);
    const [act] = await office.ask('changes.recent', { limit: 1 });
    expect(act?.title).toBe(
      `Saved the pathway “Spring plan” of ${answer.steps.length} modules for Ines Park`,
    );
    await office.ask('changes.undo', { changeId: saved.changeId });
    expect(await office.ask('pathways.list', { personId })).toEqual([]);
    expect((await office.fault('pathways.get', { id: row.id })).code).toBe('pathways/not-found');
  });

  test('a saved pathway prints as a PDF', async () => {
    const personId = await learner();
    const { answerId } = await office.ask('pathways.solve', {
      personId,
      request: request({ targets: { F1: 2 } }),
    });
    const { id } = await office.ask('pathways.save', { answerId, title: 'Plan' });
    const file = await office.ask('pathways.print', { id });
    expect(file.mediaType).toBe('application/pdf');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the sheet lists what targets would lead to and is known, each decision once, and no module by a code that it does not show', async () => {
    const personId = await learner();
    const known = (await office.ask('modules.list', {})).find(({ code }) => code === 'M-F01');
    const other = (await office.ask('modules.list', {})).find(({ code }) => code === 'M-G01');
    await office.ask('learners.recordEvidence', {
      personId,
      evidence: [...(known?.competencies ?? []), ...(other?.competencies ?? [])].map(({ code, level }) => ({
        competencyCode: code,
        level,
        kind: 'assessment' as const,
        datedOn: '2026-11-01',
        source: 'Entry test',
        reason: '',
      })),
    });
    const asked = request({
      targets: { C2: 2 },
      exclude: [{ code: 'M-C21', reason: 'She already audits her own practice.' }],
      waived: [{ code: 'M-F05', reason: 'Taught it last year.' }],
    });
    const { answerId, answer } = await office.ask('pathways.solve', { personId, request: asked });
    if (answer.status !== 'solved') throw new Error('a pathway');
    expect(answer.steps.some(({ reasons }) => reasons.some(({ kind }) => kind === 'prerequisite'))).toBe(
      true,
    );
    expect(reasonOf(answer, 'M-G01')).toBe('The learner already shows everything that it teaches.');
    const { id } = await office.ask('pathways.save', { answerId, title: 'Plan' });
    const file = await office.ask('pathways.print', { id });
    const text = copiedText(Buffer.from(file.base64, 'base64')).replace(/\s+/g, ' ');
    expect(text).toContain(`${known?.title}. The learner already shows everything that it teaches.`);
    // Nobody asked for what this one teaches.
    expect(text).not.toContain(other?.title ?? 'a title');
    expect(text.split('She already audits her own practice.')).toHaveLength(2);
    expect(text.split('Taught it last year.')).toHaveLength(2);
    expect(text).not.toMatch(/M-[A-Z]\d\d/);
  });

  test('an answer whose records have changed since is not saved, and one that fits again is', async () => {
    const personId = await learner();
    const asked = request({ targets: { F1: 2 } });
    const first = await office.ask('pathways.solve', { personId, request: asked });
    // The same question is not worked out twice.
    expect(await office.ask('pathways.solve', { personId, request: asked })).toEqual(first);
    const recorded = await office.engine.call('learners.recordEvidence', {
      personId,
      evidence: [
        { competencyCode: 'F1', level: 2, kind: 'assessment', datedOn: '2026-11-01', source: '', reason: '' },
      ],
    });
    if (!recorded.ok || !recorded.changeId) throw new Error('recording is one change');
    const fault = await office.fault('pathways.save', { answerId: first.answerId, title: 'Plan' });
    expect(fault.code).toBe('pathways/answer-gone');
    expect(fault.message).toContain('has changed since');
    expect((await office.ask('pathways.solve', { personId, request: asked })).answerId).not.toBe(
      first.answerId,
    );
    await office.ask('changes.undo', { changeId: recorded.changeId });
    await office.ask('pathways.save', { answerId: first.answerId, title: 'Plan' });
    expect(await office.ask('pathways.list', { personId })).toHaveLength(1);
  });

  test('removing is undone as well', async () => {
    const personId = await learner();
    const { answerId } = await office.ask('pathways.solve', {
      personId,
      request: request({ targets: { F1: 2 } }),
    });
    const { id } = await office.ask('pathways.save', { answerId, title: 'Plan' });
    const removed = await office.engine.call('pathways.remove', { id });
    if (!removed.ok || !removed.changeId) throw new Error('removing is one change');
    expect(await office.ask('pathways.list', { personId })).toEqual([]);
    await office.ask('changes.undo', { changeId: removed.changeId });
    expect(await office.ask('pathways.list', { personId })).toHaveLength(1);
  });

  test('what is not solved, or not in memory any more, is not saved', async () => {
    const personId = await learner();
    const { answerId } = await office.ask('pathways.solve', {
      personId,
      request: request({ targets: { F3: 2 }, maximumMinutes: 10 }),
    });
    expect((await office.fault('pathways.save', { answerId, title: 'Plan' })).code).toBe(
      'pathways/not-solved',
    );
    expect((await office.fault('pathways.save', { answerId: 'gone', title: 'Plan' })).code).toBe(
      'pathways/answer-gone',
    );
  });
});

test('answers do not outlive the file that they come from', async () => {
  const own = await openEngine({ now: () => '2026-11-24T18:00:00.000Z' });
  try {
    await own.withOffice();
    const { id: personId } = await own.ask('people.create', person({ familyName: 'Before' }));
    const { answerId } = await own.ask('pathways.solve', {
      personId,
      request: request({ targets: { F1: 2 } }),
    });
    await own.job('backups.create', {});
    const [backup] = await own.ask('backups.list', {});
    await own.job('backups.restore', { name: backup?.name ?? '' });
    const fault = await own.fault('pathways.save', { answerId, title: 'Plan' });
    expect(fault.message).toContain('not in memory any more');
  } finally {
    await own.close();
  }
});

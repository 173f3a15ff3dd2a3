import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CreditTargetContent,
  type CreditType,
  CreditTypeContent,
} from '../../src/shared/contract/credit.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { enrol, openCourse } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
let types: ReadonlyMap<string, CreditType>;
beforeEach(async () => {
  office = await openEngine({ now: () => '2026-11-24T19:00:00.000Z' });
  await office.withOffice();
  types = new Map((await office.ask('credit.types', {})).map((type) => [type.code, type]));
});
afterEach(() => office.close());

const id = (code: string): number => types.get(code)?.id ?? 0;

/** Everyone attends one course a day long on the day given and claims all of every credit. */
async function taught(day: string, minutes: number, personIds: readonly number[]): Promise<number> {
  const activity = await openCourse(office, [{ at: '09:00', minutes }], day);
  await office.ask('enrolments.add', { activityId: activity.id, personIds: [...personIds] });
  const grid = await office.ask('attendance.grid', { activityId: activity.id });
  const enrolmentIds = grid.rows.map(({ enrolmentId }) => enrolmentId);
  const [session] = activity.sessions;
  await office.ask('attendance.mark', {
    activityId: activity.id,
    marks: enrolmentIds.map((enrolmentId) => ({ enrolmentId, sessionId: session?.id ?? 0, minutes })),
  });
  await office.ask('credit.designate', {
    activityId: activity.id,
    typeId: id('nursing-contact-hours'),
    maximumHundredths: Math.floor(minutes / 15) * 25,
    identifier: '',
    excludedSessionIds: [],
  });
  for (const code of ['ama-pra-1', 'nursing-contact-hours'])
    await office.ask('credit.claim', {
      activityId: activity.id,
      typeId: id(code),
      enrolmentIds,
      claimedHundredths: 'earned',
    });
  return activity.id;
}

/** Adams and Baker are physicians, Cole a nurse: 3 hours in 2025 for all, 2 hours in 2026 without Baker. */
async function years(): Promise<readonly number[]> {
  const first = await openCourse(office, [{ at: '09:00', minutes: 15 }], '2025-01-10');
  await enrol(office, first.id, [
    { familyName: '=Adams', profession: 'physician', email: 'a@example.org' },
    { familyName: 'Baker', profession: 'physician' },
    { familyName: 'Cole', profession: 'nurse', credentials: 'RN' },
  ]);
  const people = (await office.ask('attendance.grid', { activityId: first.id })).rows.map(
    ({ personId }) => personId,
  );
  await taught('2025-05-10', 180, people);
  await taught(
    '2026-05-10',
    120,
    people.filter((_, index) => index !== 1),
  );
  return people;
}

const ALL = { from: '2025-01-01', to: '2026-12-31', profession: null, text: '' } as const;

async function ledger(change: Partial<Input<'credit.ledger'>> = {}) {
  return office.ask('credit.ledger', { ...ALL, mostOf: null, after: null, limit: 100, ...change });
}

/** Every figure that a person’s claims are part of. */
async function figures(personId: number) {
  return {
    person: await office.ask('credit.ofPerson', { personId }),
    history: (await office.ask('people.history', { id: personId })).credit.map(
      ({ hundredths }) => hundredths,
    ),
    entries: await office.ask('credit.entries', { personId, from: ALL.from, to: ALL.to }),
    totals: await office.ask('credit.totals', { from: ALL.from, to: ALL.to, profession: null }),
    ledger: (await ledger()).rows.map(({ personId: id, amounts }) => ({ personId: id, amounts })),
  };
}

function text(file: { readonly base64: string }): string {
  return Buffer.from(file.base64, 'base64').toString('utf8');
}

describe('the ledger', () => {
  test('says who has how much of what, in any time, by name', async () => {
    await years();
    const all = await ledger();
    expect(all.total).toBe(3);
    expect(all.rows.map(({ name, amounts }) => [name, amounts])).toEqual([
      ['Ana =Adams', [{ typeId: id('ama-pra-1'), hundredths: 500, activities: 2, unfit: 0 }]],
      ['Ana Baker', [{ typeId: id('ama-pra-1'), hundredths: 300, activities: 1, unfit: 0 }]],
      ['Ana Cole', [{ typeId: id('nursing-contact-hours'), hundredths: 500, activities: 2, unfit: 0 }]],
    ]);
    const one = await ledger({ from: '2026-01-01' });
    expect(one.rows.map(({ name }) => name)).toEqual(['Ana =Adams', 'Ana Cole']);
    expect((await ledger({ profession: 'nurse' })).rows.map(({ name }) => name)).toEqual(['Ana Cole']);
    expect((await ledger({ text: 'baker ana' })).rows.map(({ name }) => name)).toEqual(['Ana Baker']);
    expect(
      await office.ask('credit.totals', { from: '2025-01-01', to: '2025-12-31', profession: null }),
    ).toEqual({
      years: [2026, 2025],
      totals: [
        { typeId: id('ama-pra-1'), hundredths: 600, people: 2 },
        { typeId: id('nursing-contact-hours'), hundredths: 300, people: 1 },
      ],
    });
  });

  test('goes on from page to page without a gap, by name and by amount', async () => {
    await years();
    for (const mostOf of [null, id('ama-pra-1'), id('nursing-contact-hours')]) {
      const whole = (await ledger({ mostOf })).rows.map(({ name }) => name);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof ledger>> = await ledger({ mostOf, after, limit: 1 });
        expect(page.total).toBe(3);
        paged.push(...page.rows.map(({ name }) => name));
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(whole);
    }
    expect((await ledger({ mostOf: id('nursing-contact-hours') })).rows[0]?.name).toBe('Ana Cole');
    expect((await office.fault('credit.ledger', { ...ALL, mostOf: null, after: '{', limit: 1 })).code).toBe(
      'request/invalid',
    );
  });

  test('a person’s own rows, and nothing for a credit that the profession may not have', async () => {
    const [adams = 0] = await years();
    const rows = await office.ask('credit.ofPerson', { personId: adams });
    expect(
      rows.map(({ year, typeName, hundredths, activities }) => [year, typeName, hundredths, activities]),
    ).toEqual([
      [2026, 'AMA PRA Category 1 Credit™', 200, 1],
      [2025, 'AMA PRA Category 1 Credit™', 300, 1],
    ]);
    const entries = await office.ask('credit.entries', {
      personId: adams,
      from: '2025-01-01',
      to: '2026-05-09',
    });
    expect(entries.map(({ title, datedOn, hundredths }) => [title, datedOn, hundredths])).toEqual([
      ['Course', '2025-05-10', 300],
    ]);
  });

  test('what was claimed stays as of the activity when the person becomes something else', async () => {
    const [adams = 0] = await years();
    const before = await figures(adams);
    expect(before.person.map(({ hundredths, unfit }) => [hundredths, unfit])).toEqual([
      [200, 0],
      [300, 0],
    ]);
    const { id: _, createdAt: __, history, ...content } = await office.ask('people.get', { id: adams });
    const change = { ...content, profession: 'data scientist', credentials: 'PhD' } as const;
    expect(await office.ask('people.update', { id: adams, content: change })).toEqual({ kept: 2 });
    expect(await figures(adams)).toEqual(before);
    // Where nothing is claimed the correction goes through.
    const after = await office.ask('people.get', { id: adams });
    expect(history).toHaveLength(3);
    expect(
      after.history.map(({ creditClaimed, profession, credentials }) => [
        creditClaimed,
        profession,
        credentials,
      ]),
    ).toEqual([
      [true, 'physician', 'MD'],
      [true, 'physician', 'MD'],
      [false, 'data scientist', 'PhD'],
    ]);
    // Nothing is said where neither is changed, or nothing is kept.
    expect(await office.ask('people.update', { id: adams, content: { ...change, notes: 'x' } })).toEqual({
      kept: 0,
    });
    expect(
      await office.ask('people.update', {
        id: adams,
        content: { ...change, profession: 'physician', credentials: 'MD' },
      }),
    ).toEqual({ kept: 0 });
  });

  test('a kept profession is changed at one activity by hand, once its claim fits or is taken back', async () => {
    const [adams = 0] = await years();
    const { id: _, createdAt: __, history, ...content } = await office.ask('people.get', { id: adams });
    const [latest] = history;
    const activityId = latest?.activityId ?? 0;
    const standing = async () => {
      const found = (await office.ask('people.get', { id: adams })).history[0];
      return [found?.profession, found?.credentials];
    };
    await office.ask('people.update', { id: adams, content: { ...content, credentials: 'MD, FACC' } });
    await office.ask('people.followAtActivity', { id: adams, activityId });
    expect(await standing()).toEqual(['physician', 'MD, FACC']);
    await office.ask('people.update', {
      id: adams,
      content: { ...content, profession: 'nurse', credentials: 'RN' },
    });
    const refused = await office.fault('people.followAtActivity', { id: adams, activityId });
    expect(refused).toMatchObject({
      code: 'credit/not-for-profession',
      message:
        '2 credits of AMA PRA Category 1 Credit™ are claimed at “Course”, and this credit is not for the profession “nurse”. Take the claim back there first, under Completion.',
    });
    const rows = await office.ask('completion.list', { activityId });
    const enrolmentIds = rows.filter(({ personId }) => personId === adams).map((row) => row.enrolmentId);
    await office.ask('completion.record', { activityId, enrolmentIds, claimedQuarters: null });
    expect(await standing()).toEqual(['physician', 'MD, FACC']);
    await office.ask('people.followAtActivity', { id: adams, activityId });
    expect(await standing()).toEqual(['nurse', 'RN']);
    expect((await office.fault('people.followAtActivity', { id: adams, activityId: 999 })).code).toBe(
      'enrolments/not-found',
    );
  });

  test('who may have a type is judged when it is claimed: narrowing it takes nothing away, and marks it', async () => {
    const people = await years();
    const [cole = 0] = people.slice(-1);
    const before = await figures(cole);
    const nursing = types.get('nursing-contact-hours');
    if (!nursing) throw new Error('a type is missing');
    await office.ask('credit.updateType', {
      id: nursing.id,
      content: { ...CreditTypeContent.strip().parse(nursing), professions: ['pharmacist'] },
    });
    const after = await figures(cole);
    expect(after.person.map(({ hundredths, unfit }) => [hundredths, unfit])).toEqual([
      [200, 1],
      [300, 1],
    ]);
    expect(after.entries.map(({ unfitProfession }) => unfitProfession)).toEqual(['nurse', 'nurse']);
    const unmarked = {
      ...after,
      person: after.person.map((year) => ({ ...year, unfit: 0 })),
      entries: after.entries.map((entry) => ({ ...entry, unfitProfession: null })),
      ledger: after.ledger.map((row) => ({
        ...row,
        amounts: row.amounts.map((amount) => ({ ...amount, unfit: 0 })),
      })),
    };
    expect(unmarked).toEqual(before);
    expect(after.ledger.find(({ personId }) => personId === cole)?.amounts).toEqual([
      { typeId: nursing.id, hundredths: 500, activities: 2, unfit: 2 },
    ]);
    const [head, ...lines] = text(await office.ask('credit.exportLedger', { ...ALL })).split('\r\n');
    expect(head?.split(',').at(-1)).toBe('To be checked');
    expect(lines).toContain(
      'Ana Cole,RN,nurse,,,5,Nursing contact hours (contact hours): not for the profession at 2 activities',
    );
  });

  test('material to work through is dated by the day on which it was finished', async () => {
    const [adams = 0] = await years();
    const activityId = await taught('2025-06-01', 60, [adams]);
    const activity = await office.ask('activities.get', { id: activityId });
    const { contentOf } = await import('../../src/shared/activities/content.ts');
    await office.ask('activities.update', {
      id: activityId,
      content: { ...contentOf(activity), learningFormat: 'enduring material', endsOn: '2027-05-31' },
    });
    const [row] = await office.ask('completion.list', { activityId });
    await office.ask('completion.record', {
      activityId,
      enrolmentIds: [row?.enrolmentId ?? 0],
      evaluationReturnedOn: '2026-02-02',
    });
    const rows = await office.ask('credit.ofPerson', { personId: adams });
    expect(rows.map(({ year, hundredths }) => [year, hundredths])).toEqual([
      [2026, 300],
      [2025, 300],
    ]);
  });

  test('is a table file, with formulas made harmless', async () => {
    await years();
    const file = await office.ask('credit.exportLedger', { ...ALL });
    expect(file.fileName).toBe('credit 2025-01-01 to 2026-12-31.csv');
    expect(text(file).split('\r\n')).toEqual([
      '\uFEFFName,Credentials,Profession,E-mail,AMA PRA Category 1 Credit™ (credits),Nursing contact hours (contact hours)',
      'Ana =Adams,MD,physician,a@example.org,5,',
      'Ana Baker,MD,physician,,3,',
      'Ana Cole,RN,nurse,,,5',
      '',
    ]);
    const [adams = 0] = await people();
    const { id: _, createdAt: __, history: ___, ...content } = await office.ask('people.get', { id: adams });
    await office.ask('people.update', { id: adams, content: { ...content, givenName: '=HYPERLINK("x")' } });
    expect(text(await office.ask('credit.exportLedger', { ...ALL }))).toContain(
      `"'=HYPERLINK(""x"") =Adams"`,
    );
  });

  async function people(): Promise<readonly number[]> {
    return (await ledger()).rows.map(({ personId }) => personId);
  }
});

describe('targets', () => {
  const TARGET: CreditTargetContent = {
    name: '4 credits in two years',
    typeId: 0,
    amountHundredths: 400,
    startsOn: '2025-01-01',
    years: 2,
    professions: [],
  };

  test('who is short of what, by how much and by when', async () => {
    await years();
    await office.ask('people.create', {
      givenName: 'Eve',
      familyName: 'Evans',
      credentials: 'DO',
      profession: 'physician',
      specialty: '',
      email: '',
      npi: '',
      licences: [],
      birthMonthDay: '',
      notes: '',
    });
    const { id: targetId } = await office.ask('credit.createTarget', { ...TARGET, typeId: id('ama-pra-1') });
    expect(await office.ask('credit.period', { targetId, period: 0 })).toEqual({
      from: '2025-01-01',
      to: '2026-12-31',
      earlier: false,
      met: 1,
      short: 2,
    });
    const standing = (show: 'short' | 'met' | 'all', after: string | null = null, limit = 100) =>
      office.ask('credit.standing', { targetId, period: 0, show, text: '', after, limit });
    // The nurse may not have this credit, so nobody asks it of her.
    expect(
      (await standing('all')).rows.map(({ name, hundredths, shortHundredths }) => [
        name,
        hundredths,
        shortHundredths,
      ]),
    ).toEqual([
      ['Ana =Adams', 500, 0],
      ['Ana Baker', 300, 100],
      ['Eve Evans', 0, 400],
    ]);
    expect((await standing('met')).rows.map(({ name }) => name)).toEqual(['Ana =Adams']);
    const first = await standing('short', null, 1);
    expect([first.total, first.rows[0]?.name]).toEqual([2, 'Ana Baker']);
    const second = await standing('short', first.next, 1);
    expect([second.total, second.rows[0]?.name, second.next]).toEqual([2, 'Eve Evans', null]);
    const file = await office.ask('credit.exportStanding', { targetId, period: 0, show: 'short', text: '' });
    expect(text(file).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFName,Credentials,Profession,E-mail,AMA PRA Category 1 Credit™ (credits),Needed by 2026-12-31,Short by',
      'Ana Baker,MD,physician,,3,4,1',
    ]);
  });

  test('are changed and removed; what cannot be met is refused', async () => {
    const { id: targetId } = await office.ask('credit.createTarget', { ...TARGET, typeId: id('ama-pra-1') });
    await office.ask('credit.updateTarget', {
      id: targetId,
      content: { ...TARGET, typeId: id('abim-moc'), professions: ['physician'] },
    });
    expect(await office.ask('credit.targets', {})).toEqual([
      { ...TARGET, id: targetId, typeId: id('abim-moc'), professions: ['physician'] },
    ]);
    await office.ask('credit.removeTarget', { id: targetId });
    expect((await office.fault('credit.period', { targetId, period: 0 })).code).toBe(
      'credit/target-not-found',
    );
    const refused: readonly [Partial<CreditTargetContent>, string][] = [
      [{ professions: ['nurse'] }, 'credit/not-for-profession'],
      [{ amountHundredths: 410 }, 'credit/invalid-step'],
      [{ typeId: 999 }, 'credit/type-not-found'],
      [{ years: 0 }, 'request/invalid'],
    ];
    for (const [change, code] of refused)
      expect(
        (await office.fault('credit.createTarget', { ...TARGET, typeId: id('ama-pra-1'), ...change })).code,
      ).toBe(code);
  });
});

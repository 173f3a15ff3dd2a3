import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSecondUnit, formatUnits, readAmount } from './amounts.ts';
import { type CompletionRules, type CreditSession, completion, maximumQuarters } from './completion.ts';
import {
  amountFromMinutes,
  type CreditPerson,
  type CreditRule,
  creditEarned,
  creditMost,
} from './credit-rule.ts';
import { claimProblem, maximumProblem } from './credit-words.ts';

const HOURS: CreditRule = {
  name: 'Nursing contact hours',
  unitOne: 'contact hour',
  unitMany: 'contact hours',
  minutesPerUnit: 60,
  stepHundredths: 25,
  rounding: 'down',
  professions: ['nurse'],
  basis: 'time',
  dailyCapHundredths: null,
  evaluationRequired: false,
  secondUnit: null,
};
const AMA: CreditRule = { ...HOURS, name: 'AMA PRA', rounding: 'nearest', professions: ['physician'] };
const PHARMACY: CreditRule = {
  ...HOURS,
  professions: ['pharmacist'],
  secondUnit: { one: 'CEU', many: 'CEU', divisor: 10 },
};
const MOC: CreditRule = {
  ...AMA,
  name: 'ABIM MOC points',
  unitOne: 'point',
  unitMany: 'points',
  basis: 'claimed',
  evaluationRequired: true,
};
const UK: CreditRule = {
  ...HOURS,
  name: 'UK Federation CPD',
  unitOne: 'credit',
  unitMany: 'credits',
  stepHundredths: 100,
  professions: [],
  dailyCapHundredths: 800,
};

function session(id: number, date: string, startTime: string, minutes: number): CreditSession {
  return { id, title: `Session ${id}`, date, startTime, minutes, countsForCredit: true };
}

function person(profession: string, minutes: Readonly<Record<number, number>>): CreditPerson {
  return {
    profession,
    minutes: new Map(Object.entries(minutes).map(([id, spent]) => [Number(id), spent])),
    evaluationReturnedOn: null,
    claimedAmaHundredths: null,
    incomplete: null,
  };
}

const NONE: ReadonlySet<number> = new Set();
const day = [session(1, '2026-11-12', '09:00', 60), session(2, '2026-11-12', '10:00', 50)];

describe('minutes become an amount', () => {
  test.each<[number, Partial<CreditRule>, number]>([
    [52, { rounding: 'nearest' }, 75],
    // A tie goes down.
    [52.5, { rounding: 'nearest' }, 75],
    [53, { rounding: 'nearest' }, 100],
    [59, { rounding: 'down' }, 75],
    [119, { rounding: 'down', stepHundredths: 100 }, 100],
    [90, { rounding: 'nearest', stepHundredths: 100 }, 100],
    // Contact hours of 50 minutes, in hundredths.
    [75, { rounding: 'down', minutesPerUnit: 50, stepHundredths: 1 }, 150],
    [76, { rounding: 'down', minutesPerUnit: 50, stepHundredths: 1 }, 152],
    [0, {}, 0],
    [-5, {}, 0],
    [Number.NaN, {}, 0],
  ])('%d min with %j: %d hundredths', (minutes, change, hundredths) => {
    expect(amountFromMinutes(minutes, { ...HOURS, ...change })).toBe(hundredths);
  });
});

describe('the most that an activity can give', () => {
  test('shows its sum, the second unit too', () => {
    expect(creditMost(PHARMACY, day, NONE, 0)).toEqual({
      mostHundredths: 175,
      sum: [
        { label: 'Session 1', value: '60 min' },
        { label: 'Session 2', value: '50 min' },
        { label: 'Minutes of instruction', value: '110 min' },
        { label: '110 min ÷ 60', value: '1.83' },
        { label: 'Down to a quarter hour', value: '1.75' },
        { label: 'In CEU (÷ 10)', value: '0.175 CEU' },
      ],
    });
  });

  test('sessions that do not count are left out of one type only; points never exceed the AMA maximum', () => {
    expect(creditMost(MOC, day, new Set([2]), 175).mostHundredths).toBe(100);
    const all = creditMost(MOC, day, NONE, 100);
    expect(all.mostHundredths).toBe(100);
    expect(all.sum).toContainEqual({ label: 'Designated in AMA PRA credit', value: '1' });
  });

  test('no day gives more than its cap', () => {
    const two = [session(1, '2026-11-12', '08:00', 600), session(2, '2026-11-13', '08:00', 150)];
    const most = creditMost(UK, two, NONE, 0);
    // 480 of 600 minutes, and 150: 630 minutes are 10 whole credits.
    expect(most.mostHundredths).toBe(1_000);
    expect(most.sum).toContainEqual({
      label: 'Nov 12, 2026: at most 8 credits a day',
      value: '480 of 600 min',
    });
    expect(most.sum).toContainEqual({ label: 'Down to a whole credit', value: '10' });
  });

  test('a maximum that has become too high says so', () => {
    expect(maximumProblem(HOURS, 200, 175)).toBe('The maximum is 2 contact hours; the sessions give 1.75.');
    expect(maximumProblem(HOURS, 175, 175)).toBeNull();
  });
});

describe('what one person has earned', () => {
  const activity = { sessions: day, excluded: NONE, maximumHundredths: 150 };

  test('the sum explains the figure line by line', () => {
    expect(creditEarned(HOURS, activity, person('nurse', { 1: 60, 2: 45 }))).toEqual({
      earnedHundredths: 150,
      whyNot: null,
      sum: [
        { label: 'Session 1', value: '60 of 60 min' },
        { label: 'Session 2', value: '45 of 50 min' },
        { label: 'Minutes attended', value: '105 of 110 min' },
        { label: '105 min ÷ 60', value: '1.75' },
        { label: 'Down to a quarter hour', value: '1.75' },
        { label: 'Maximum of the activity', value: '1.5' },
        { label: 'May be claimed', value: '1.5 contact hours' },
      ],
    });
  });

  test.each<[string, CreditRule, CreditPerson, string | null, number]>([
    [
      'another profession',
      HOURS,
      person('physician', { 1: 60 }),
      'Nursing contact hours is not for this profession.',
      0,
    ],
    ['nothing recorded', HOURS, person('nurse', {}), 'Attendance has not been recorded.', 0],
    ['absent', HOURS, person('nurse', { 1: 0 }), 'Did not attend.', 0],
    [
      'too little',
      HOURS,
      person('nurse', { 1: 14 }),
      'Attended 14 min: less than the smallest step, 0.25 contact hours.',
      0,
    ],
    [
      'points before the AMA claim',
      MOC,
      person('physician', { 1: 60 }),
      'AMA PRA credit has not been claimed; this credit follows it.',
      0,
    ],
    [
      'points before the evaluation',
      MOC,
      { ...person('physician', { 1: 60 }), claimedAmaHundredths: 100 },
      'The evaluation has not been returned.',
      0,
    ],
    [
      'not complete',
      HOURS,
      { ...person('nurse', { 1: 60, 2: 50 }), incomplete: 'The assessment has no score yet.' },
      'The assessment has no score yet.',
      0,
    ],
    [
      'points as claimed',
      MOC,
      {
        ...person('physician', { 1: 60, 2: 50 }),
        claimedAmaHundredths: 75,
        evaluationReturnedOn: '2026-11-13',
      },
      null,
      75,
    ],
  ])('%s', (_, rule, who, whyNot, earned) => {
    const found = creditEarned(rule, activity, who);
    expect([found.whyNot, found.earnedHundredths]).toEqual([whyNot, earned]);
  });

  test('points follow the claim, and the sum says so', () => {
    const who = {
      ...person('physician', { 1: 60, 2: 50 }),
      claimedAmaHundredths: 75,
      evaluationReturnedOn: '2026-11-13',
    };
    expect(creditEarned(MOC, activity, who).sum).toEqual([
      { label: 'Session 1', value: '60 of 60 min' },
      { label: 'Session 2', value: '50 of 50 min' },
      { label: 'Minutes attended', value: '110 of 110 min' },
      { label: '110 min ÷ 60', value: '1.83' },
      { label: 'To the nearest quarter hour', value: '1.75' },
      { label: 'Maximum of the activity', value: '1.5' },
      { label: 'As claimed in AMA PRA credit', value: '0.75' },
      { label: 'Evaluation', value: 'returned' },
      { label: 'May be claimed', value: '0.75 points' },
    ]);
  });

  test('a claim above what can be claimed now is named', () => {
    expect(claimProblem(MOC, 100, 75)).toBe('1 point is claimed; 0.75 can be claimed now.');
    expect(claimProblem(MOC, 75, 75)).toBeNull();
    expect(claimProblem(MOC, null, 0)).toBeNull();
  });
});

describe('amounts as they are read and written', () => {
  test.each<[string, number, number | null]>([
    ['1.25', 25, 125],
    ['1,5', 25, 150],
    [' 2 ', 100, 200],
    ['0', 25, 0],
    ['1.3', 25, null],
    ['1.5', 100, null],
    ['-1', 25, null],
    ['1e3', 25, null],
    ['1001', 25, null],
    ['1.255', 1, null],
    ['', 25, null],
  ])('%j in steps of %d', (text, step, hundredths) => {
    expect(readAmount(text, step)).toBe(hundredths);
  });

  test('one is singular, and CEU has its decimals', () => {
    expect(formatUnits(100, HOURS)).toBe('1 contact hour');
    expect(formatUnits(25, HOURS)).toBe('0.25 contact hours');
    expect(formatSecondUnit(125, PHARMACY)).toBe('0.125 CEU');
    expect(formatSecondUnit(125, HOURS)).toBeNull();
  });
});

describe('properties', () => {
  const rule = fc.record({
    minutesPerUnit: fc.constantFrom(45, 50, 60),
    stepHundredths: fc.constantFrom(1, 10, 25, 50, 100),
    rounding: fc.constantFrom('nearest' as const, 'down' as const),
    dailyCapHundredths: fc.option(fc.integer({ min: 1, max: 8 }).map((units) => units * 100)),
    basis: fc.constantFrom('time' as const, 'claimed' as const),
  });
  // Sittings of up to 10 hours that overlap and go on past midnight.
  const sittings = fc
    .array(
      fc.record({
        date: fc.constantFrom('2026-11-12', '2026-11-13', '2026-11-14'),
        hour: fc.integer({ min: 0, max: 23 }),
        minutes: fc.integer({ min: 1, max: 600 }),
        countsForCredit: fc.boolean(),
        excluded: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) =>
      list.map(({ hour, ...sitting }, index) => ({
        ...sitting,
        id: index + 1,
        title: `Session ${index + 1}`,
        startTime: `${String(hour).padStart(2, '0')}:00`,
      })),
    );
  const marks = fc.array(fc.option(fc.integer({ min: 0, max: 700 })), { maxLength: 6 });
  const spent = (given: readonly (number | null)[], more = 0): Record<number, number> =>
    Object.fromEntries(given.flatMap((value, index) => (value === null ? [] : [[index + 1, value + more]])));

  test('earned: whole steps, never above the maximum, the minutes, the AMA claim or the days', () => {
    fc.assert(
      fc.property(
        rule,
        sittings,
        marks,
        fc.nat(2_000),
        fc.option(fc.nat(40)),
        (change, list, given, maximum, claim) => {
          const own: CreditRule = { ...HOURS, ...change };
          const excluded = new Set(list.filter((sitting) => sitting.excluded).map(({ id }) => id));
          const claimed = claim === null ? null : claim * 25;
          const who = { ...person('nurse', spent(given)), claimedAmaHundredths: claimed };
          const { earnedHundredths } = creditEarned(
            own,
            { sessions: list, excluded, maximumHundredths: maximum },
            who,
          );
          const most = creditMost(own, list, excluded, 100_000).mostHundredths;
          expect(earnedHundredths % own.stepHundredths).toBe(0);
          expect(earnedHundredths).toBeGreaterThanOrEqual(0);
          expect(earnedHundredths).toBeLessThanOrEqual(maximum);
          expect(earnedHundredths).toBeLessThanOrEqual(most);
          const counting = list.filter(({ id, countsForCredit }) => countsForCredit && !excluded.has(id));
          const minutes = counting.reduce(
            (sum, { id, minutes: long }) => sum + Math.min(long, spent(given)[id] ?? 0),
            0,
          );
          expect(earnedHundredths).toBeLessThanOrEqual(amountFromMinutes(minutes, own));
          if (own.basis === 'claimed') expect(earnedHundredths).toBeLessThanOrEqual(claimed ?? 0);
          if (own.dailyCapHundredths !== null) {
            const days = new Set(counting.map(({ date }) => date)).size;
            expect(earnedHundredths).toBeLessThanOrEqual(days * own.dailyCapHundredths);
          }
        },
      ),
    );
  });

  test('more attendance never earns less', () => {
    fc.assert(
      fc.property(rule, sittings, marks, fc.integer({ min: 1, max: 60 }), (change, list, given, more) => {
        const own: CreditRule = { ...HOURS, ...change };
        const earned = (extra: number): number =>
          creditEarned(
            own,
            { sessions: list, excluded: NONE, maximumHundredths: 100_000 },
            { ...person('nurse', spent(given, extra)), claimedAmaHundredths: 500 },
          ).earnedHundredths;
        expect(earned(more)).toBeGreaterThanOrEqual(earned(0));
      }),
    );
  });

  test('AMA PRA credit computed here is what it has always been', () => {
    const rules: CompletionRules = {
      minimumAttendancePercent: 0,
      assessmentRequired: false,
      passPercent: 70,
      evaluationRequired: false,
    };
    const rounding = fc.constantFrom('nearest' as const, 'down' as const);
    fc.assert(
      fc.property(sittings, marks, rounding, fc.nat(80), (list, given, how, maximum) => {
        const own: CreditRule = { ...AMA, rounding: how };
        expect(creditMost(own, list, NONE, 0).mostHundredths).toBe(maximumQuarters(list, how) * 25);
        const who = person('physician', spent(given));
        const before = completion(
          list,
          maximum,
          rules,
          'cme',
          { ...who, assessmentPercent: null, claimedQuarters: null },
          how,
        );
        expect(
          creditEarned(own, { sessions: list, excluded: NONE, maximumHundredths: maximum * 25 }, who)
            .earnedHundredths,
        ).toBe(before.earnedQuarters * 25);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompletionRules,
  type CreditSession,
  completion,
  creditActivity,
  creditMinutes,
  designationMissing,
  documentKind,
  maximumQuarters,
  maximumSum,
  minutesNeeded,
  type Participation,
} from './completion.ts';
import { quartersFromMinutes } from './quarter-hours.ts';

const NO_RULES: CompletionRules = {
  minimumAttendancePercent: 0,
  assessmentRequired: false,
  passPercent: 70,
  evaluationRequired: false,
};

function session(id: number, startTime: string, minutes: number, countsForCredit = true): CreditSession {
  return { id, title: `Session ${id}`, date: '2026-11-12', startTime, minutes, countsForCredit };
}

function participation(
  minutes: Readonly<Record<number, number>>,
  change: Partial<Participation> = {},
): Participation {
  return {
    minutes: new Map(Object.entries(minutes).map(([id, value]) => [Number(id), value])),
    assessmentPercent: null,
    evaluationReturnedOn: null,
    claimedQuarters: null,
    ...change,
  };
}

describe('the designated maximum', () => {
  test('all minutes that count, rounded once and not session by session', () => {
    // 3 × 50 min = 150 min = 2.5 credits; each alone would round to 0.75.
    const sessions = [session(1, '09:00', 50), session(2, '10:00', 50), session(3, '11:00', 50)];
    expect(maximumQuarters(sessions, 'nearest', [])).toBe(10);
  });

  test('breaks and uncertified segments give nothing, concurrent sessions count once', () => {
    const sessions = [
      session(1, '09:00', 60),
      session(2, '10:00', 60, false),
      session(3, '11:00', 60),
      session(4, '11:00', 60),
      session(5, '11:30', 60),
    ];
    expect(creditMinutes(sessions)).toBe(150);
    expect(maximumSum(sessions, 'nearest', [])).toEqual([
      { label: 'Session 1', value: '60 min' },
      { label: 'Session 2', value: 'not for credit' },
      { label: 'Session 3', value: '60 min' },
      { label: 'Session 4', value: '60 min' },
      { label: 'Session 5', value: '60 min' },
      { label: 'At the same time, counted once', value: '−90 min' },
      { label: 'Minutes of instruction', value: '150 min' },
      { label: '150 min ÷ 60', value: '2.50' },
      { label: 'To the nearest quarter hour', value: '2.5' },
    ]);
  });
});

describe('what one person has earned', () => {
  const day = [session(1, '09:00', 60), session(2, '10:00', 45), session(3, '11:00', 30, false)];

  test('the sum explains the figure, line by line', () => {
    const found = completion(
      creditActivity({ sessions: day, electives: [], maximum: 4, rules: NO_RULES, rounding: 'nearest' }),
      'cme',
      participation({ 1: 60, 2: 40, 3: 30 }),
    );
    expect(found).toMatchObject({ minutesAttended: 100, minutesOffered: 105, earnedQuarters: 4 });
    expect(found.sum).toEqual([
      { label: 'Session 1', value: '60 of 60 min' },
      { label: 'Session 2', value: '40 of 45 min' },
      { label: 'Minutes attended', value: '100 of 105 min' },
      { label: '100 min ÷ 60', value: '1.67' },
      { label: 'To the nearest quarter hour', value: '1.75' },
      { label: 'Designated maximum', value: '1' },
      { label: 'Allowed by attendance', value: '1' },
      { label: 'Claimed', value: 'not yet' },
    ]);
  });

  test('nobody is complete while more is designated than the sessions give', () => {
    const sessions = [session(1, '09:00', 68)];
    const person = participation({ 1: 68 });
    expect(
      completion(
        creditActivity({ sessions, electives: [], maximum: 5, rules: NO_RULES, rounding: 'nearest' }),
        'participation',
        person,
      ).missing,
    ).toEqual([]);
    // The office has gone over to rounding down since.
    expect(
      completion(
        creditActivity({ sessions, electives: [], maximum: 5, rules: NO_RULES, rounding: 'down' }),
        'participation',
        person,
      ).missing.map(({ sentence }) => sentence),
    ).toEqual(["1.25 credits are designated; the sessions give 1. Correct the activity's credit."]);
  });

  test('one credit is one', () => {
    expect(designationMissing(4, 2).map(({ sentence }) => sentence)).toEqual([
      "1 credit is designated; the sessions give 0.5. Correct the activity's credit.",
    ]);
    expect(designationMissing(4, 4)).toEqual([]);
  });

  test('attendance at sessions held at the same time earns the time that passed', () => {
    const parallel = [session(1, '09:00', 60), session(2, '09:00', 60)];
    const both = completion(
      creditActivity({ sessions: parallel, electives: [], maximum: 4, rules: NO_RULES, rounding: 'nearest' }),
      'cme',
      participation({ 1: 60, 2: 60 }),
    );
    expect(both).toMatchObject({ minutesAttended: 60, minutesOffered: 60, earnedQuarters: 4 });
    expect(both.sum).toContainEqual({ label: 'At the same time, counted once', value: '−60 min' });
    // Who went to one of two parallel sessions has attended all that one can.
    const rules = { ...NO_RULES, minimumAttendancePercent: 100 };
    expect(
      completion(
        creditActivity({ sessions: parallel, electives: [], maximum: 4, rules, rounding: 'nearest' }),
        'participation',
        participation({ 2: 60 }),
      ).complete,
    ).toBe(true);
  });

  test('minutes beyond the session give nothing', () => {
    const found = completion(
      creditActivity({ sessions: day, electives: [], maximum: 8, rules: NO_RULES, rounding: 'nearest' }),
      'participation',
      participation({ 1: 999 }),
    );
    expect(found.minutesAttended).toBe(60);
  });
});

describe('what is missing', () => {
  const day = [session(1, '09:00', 60), session(2, '10:00', 60)];
  const all: CompletionRules = {
    minimumAttendancePercent: 80,
    assessmentRequired: true,
    passPercent: 70,
    evaluationRequired: true,
  };
  const whole = { 1: 60, 2: 60 };
  const done = { assessmentPercent: 70, evaluationReturnedOn: '2026-11-13', claimedQuarters: 8 };

  test.each<[string, CompletionRules, Participation, readonly string[]]>([
    ['all done', all, participation(whole, done), []],
    [
      'nothing recorded',
      NO_RULES,
      participation({}),
      ['Attendance has not been recorded.', 'Credit has not been claimed.'],
    ],
    ['absent', NO_RULES, participation({ 1: 0, 2: 0 }), ['Did not attend.', 'Credit has not been claimed.']],
    [
      'any attendance is enough without a minimum',
      NO_RULES,
      participation({ 1: 8 }, { claimedQuarters: 1 }),
      [],
    ],
    [
      'exactly the minimum',
      { ...all, minimumAttendancePercent: 75 },
      participation({ 1: 60, 2: 30 }, { ...done, claimedQuarters: 6 }),
      [],
    ],
    [
      'a minute too little',
      { ...all, minimumAttendancePercent: 75 },
      participation({ 1: 60, 2: 29 }, { ...done, claimedQuarters: 6 }),
      ['Attended 1 h 29 min of 2 h; 1 h 30 min (75%) are needed.'],
    ],
    [
      'no score',
      all,
      participation(whole, { ...done, assessmentPercent: null }),
      ['The assessment has no score yet.'],
    ],
    [
      'failed',
      all,
      participation(whole, { ...done, assessmentPercent: 69.9 }),
      ['The assessment was not passed: 69.9% of 70%.'],
    ],
    [
      'a score that is not asked for',
      { ...all, assessmentRequired: false },
      participation(whole, { ...done, assessmentPercent: 1 }),
      [],
    ],
    [
      'no evaluation',
      all,
      participation(whole, { ...done, evaluationReturnedOn: null }),
      ['The evaluation has not been returned.'],
    ],
    [
      'no claim',
      all,
      participation(whole, { ...done, claimedQuarters: null }),
      ['Credit has not been claimed.'],
    ],
    [
      'a claim of nothing',
      all,
      participation(whole, { ...done, claimedQuarters: 0 }),
      ['No credit was claimed.'],
    ],
    [
      'a claim above what a correction left',
      NO_RULES,
      participation({ 1: 60, 2: 0 }, { claimedQuarters: 8 }),
      ['2 credits are claimed; attendance allows 1.'],
    ],
    [
      'everything at once',
      all,
      participation({ 1: 10 }, {}),
      [
        'Attended 10 min of 2 h; 1 h 36 min (80%) are needed.',
        'The assessment has no score yet.',
        'The evaluation has not been returned.',
        'Credit has not been claimed.',
      ],
    ],
  ])('%s', (_, rules, person, missing) => {
    const found = completion(
      creditActivity({ sessions: day, electives: [], maximum: 8, rules, rounding: 'nearest' }),
      'cme',
      person,
    );
    expect(found.missing.map(({ sentence }) => sentence)).toEqual(missing);
    expect(found.complete).toBe(missing.length === 0);
  });

  test('participation needs no claim, and its sum shows none', () => {
    const found = completion(
      creditActivity({ sessions: day, electives: [], maximum: 8, rules: all, rounding: 'nearest' }),
      'participation',
      participation(whole, { ...done, claimedQuarters: null }),
    );
    expect(found.complete).toBe(true);
    expect(found.sum.map(({ label }) => label)).not.toContain('Claimed');
  });

  test('only physicians may be awarded the credit', () => {
    expect(documentKind('physician')).toBe('cme');
    for (const other of ['nurse', 'physician associate', 'pharmacist', 'student', 'other', 'Physician', ''])
      expect(documentKind(other)).toBe('participation');
  });

  test('a share is rounded up to whole minutes', () => {
    expect(minutesNeeded(95, 80)).toBe(76);
    expect(minutesNeeded(96, 80)).toBe(77);
    expect(minutesNeeded(100, 29)).toBe(29);
    expect(minutesNeeded(0, 100)).toBe(0);
  });
});

describe('properties', () => {
  const sessions = fc
    .array(
      fc.record({
        hour: fc.integer({ min: 8, max: 15 }),
        minutes: fc.integer({ min: 1, max: 240 }),
        countsForCredit: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list) =>
      list.map(({ hour, minutes, countsForCredit }, index) =>
        session(index + 1, `${String(hour).padStart(2, '0')}:00`, minutes, countsForCredit),
      ),
    );
  const marks = fc.array(fc.option(fc.integer({ min: 0, max: 300 })), { maxLength: 8 });
  const rounding = fc.constantFrom('nearest', 'down');

  test('complete means claimed ≤ earned ≤ maximum ≤ what the sessions give', () => {
    fc.assert(
      fc.property(
        sessions,
        marks,
        rounding,
        fc.nat(40),
        fc.option(fc.nat(40)),
        (list, given, how, lower, claim) => {
          const most = maximumQuarters(list, how, []);
          const maximum = Math.max(0, most - lower);
          const minutes = Object.fromEntries(
            given.flatMap((value, index) => (value === null ? [] : [[index + 1, value]])),
          );
          const person = participation(minutes, { claimedQuarters: claim });
          const found = completion(
            creditActivity({ sessions: list, electives: [], maximum, rules: NO_RULES, rounding: how }),
            'cme',
            person,
          );
          expect(found.earnedQuarters).toBeLessThanOrEqual(maximum);
          expect(found.minutesAttended).toBeLessThanOrEqual(found.minutesOffered);
          expect(found.earnedQuarters).toBeLessThanOrEqual(quartersFromMinutes(found.minutesAttended, how));
          if (how === 'down') expect(found.earnedQuarters * 15).toBeLessThanOrEqual(found.minutesAttended);
          if (found.complete) {
            expect(claim).toBeGreaterThan(0);
            expect(claim ?? 0).toBeLessThanOrEqual(found.earnedQuarters);
          }
        },
      ),
    );
  });

  test('more attendance never earns less', () => {
    fc.assert(
      fc.property(sessions, marks, rounding, (list, given, how) => {
        const minutes = (more: number) =>
          participation(Object.fromEntries(given.map((value, index) => [index + 1, (value ?? 0) + more])));
        const earned = (more: number) =>
          completion(
            creditActivity({ sessions: list, electives: [], maximum: 400, rules: NO_RULES, rounding: how }),
            'cme',
            minutes(more),
          ).earnedQuarters;
        expect(earned(10)).toBeGreaterThanOrEqual(earned(0));
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import {
  amountFromMinutes,
  type CreditPerson,
  type CreditRule,
  creditEarned,
  creditMost,
} from './credit-rule.ts';
import { HOURS, MOC, NONE, PHARMACY, person, session, UK } from './credit-rule-example.ts';
import { claimProblem, maximumProblem } from './credit-words.ts';
import type { SessionElectives } from './session-electives.ts';

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
    expect(creditMost(PHARMACY, day, NONE, 0, [])).toEqual({
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
    expect(creditMost(MOC, day, new Set([2]), 175, []).mostHundredths).toBe(100);
    const all = creditMost(MOC, day, NONE, 100, []);
    expect(all.mostHundredths).toBe(100);
    expect(all.sum).toContainEqual({ label: 'Designated in AMA PRA credit', value: '1' });
  });

  test('no day gives more than its cap', () => {
    const two = [session(1, '2026-11-12', '08:00', 600), session(2, '2026-11-13', '08:00', 150)];
    const most = creditMost(UK, two, NONE, 0, []);
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
  const activity = { sessions: day, excluded: NONE, maximumHundredths: 150, electives: [] };

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

  test('of electives the sum asks for as many as the rule does', () => {
    const sessions = [
      { ...session(1, '2026-11-12', '09:00', 60), moduleCode: null },
      { ...session(2, '2026-11-12', '10:00', 50), moduleCode: 'A' },
      { ...session(3, '2026-11-12', '11:00', 40), moduleCode: 'B' },
    ];
    const one: SessionElectives = {
      title: 'Your own',
      rule: { by: 'count', atLeast: 1 },
      moduleCodes: ['A', 'B'],
    };
    const offer = { sessions, excluded: NONE, maximumHundredths: 1_000, electives: [one] };
    const { earnedHundredths, sum } = creditEarned(HOURS, offer, person('nurse', { 1: 60, 2: 50 }));
    expect(earnedHundredths).toBe(175);
    expect(sum.slice(3, 6)).toEqual([
      { label: 'Your own: any 1 of 2', value: '50 of 50 min' },
      { label: 'Attended of what is asked', value: '110 of 110 min' },
      { label: 'Minutes attended', value: '110 min' },
    ]);
    // A session that does not count for this credit is none of the choices.
    const without = creditEarned(HOURS, { ...offer, excluded: new Set([2]) }, person('nurse', { 1: 60 }));
    expect(without.sum).toContainEqual({ label: 'Attended of what is asked', value: '60 of 100 min' });
  });

  test('a claim above what can be claimed now is named', () => {
    expect(claimProblem(MOC, 100, 75)).toBe('1 point is claimed; 0.75 can be claimed now.');
    expect(claimProblem(MOC, 75, 75)).toBeNull();
    expect(claimProblem(MOC, null, 0)).toBeNull();
  });
});

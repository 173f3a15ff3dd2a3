import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompletionRules, completion, creditActivity, maximumQuarters } from './completion.ts';
import { amountFromMinutes, type CreditRule, creditEarned, creditMost } from './credit-rule.ts';
import { AMA, HOURS, NONE, person } from './credit-rule-example.ts';

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
          { sessions: list, excluded, maximumHundredths: maximum, electives: [] },
          who,
        );
        const most = creditMost(own, list, excluded, 100_000, []).mostHundredths;
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
          { sessions: list, excluded: NONE, maximumHundredths: 100_000, electives: [] },
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
      expect(creditMost(own, list, NONE, 0, []).mostHundredths).toBe(maximumQuarters(list, how, []) * 25);
      const who = person('physician', spent(given));
      const before = completion(
        creditActivity({ sessions: list, electives: [], maximum, rules, rounding: how }),
        'cme',
        { ...who, assessmentPercent: null, claimedQuarters: null },
      );
      expect(
        creditEarned(
          own,
          { sessions: list, excluded: NONE, maximumHundredths: maximum * 25, electives: [] },
          who,
        ).earnedHundredths,
      ).toBe(before.earnedQuarters * 25);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElectiveRule } from '../contract/curricula.ts';
import { choices, tight, total } from './elective-choices.test-support.ts';
import { electiveSpan, everyChoiceHas, isSatisfiable, type Option, spanOfSome } from './electives.ts';

const minutes = fc.integer({ min: 1, max: 12 }).map((units) => units * 5);
const options = fc.array(fc.record({ minutes, has: fc.boolean() }), { maxLength: 7 });
const rules = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map((atLeast): ElectiveRule => ({ by: 'count', atLeast })),
  fc.integer({ min: 1, max: 14 }).map((quarters): ElectiveRule => ({ by: 'credit', quarters })),
);
test('property: least and most minutes are those of trying every choice', () => {
  fc.assert(
    fc.property(rules, options, (rule, all) => {
      const span = electiveSpan(
        rule,
        all.map((option) => option.minutes),
      );
      expect(span.least).toBe(Math.min(...choices(rule, all).map(total)));
      expect(span.most).toBe(Math.max(...tight(rule, all).map(total)));
    }),
  );
});

test('property: the same for the minutes of some of the options', () => {
  const own = (choice: readonly Option[]): number => total(choice.filter(({ has }) => has));
  fc.assert(
    fc.property(rules, options, (rule, all) => {
      const span = spanOfSome(rule, all);
      expect(span.least).toBe(Math.min(...choices(rule, all).map(own)));
      expect(span.most).toBe(Math.max(...tight(rule, all).map(own)));
    }),
  );
});

test('property: what every choice has is in each of them', () => {
  fc.assert(
    fc.property(rules, options, (rule, all) => {
      expect(everyChoiceHas(rule, all)).toBe(
        choices(rule, all).every((choice) => choice.some(({ has }) => has)),
      );
    }),
  );
});

test.each<readonly [ElectiveRule, readonly number[], boolean]>([
  [{ by: 'count', atLeast: 2 }, [60], false],
  [{ by: 'count', atLeast: 2 }, [60, 60], true],
  [{ by: 'credit', quarters: 4 }, [30, 29], false],
  [{ by: 'credit', quarters: 4 }, [30, 30], true],
])('%o of %o', (rule, some, satisfiable) => {
  expect(isSatisfiable(rule, some)).toBe(satisfiable);
});

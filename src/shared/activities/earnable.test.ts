import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineItem } from '../contract/curricula.ts';
import { creditMinutes } from '../credit/completion.ts';
import { choices } from '../curricula/elective-choices.ts';
import { earnableMinutes } from './earnable.ts';
import { clockText } from './schedule.ts';

function session(id: number, moduleCode: string | null, start: number, minutes: number) {
  return {
    id,
    title: `Session ${id}`,
    date: '2026-11-12',
    startTime: clockText(start),
    minutes,
    countsForCredit: true,
    moduleCode,
  };
}

function electives(
  rule: Extract<OutlineItem, { kind: 'electives' }>['rule'],
  ids: readonly number[],
): OutlineItem {
  return {
    kind: 'electives',
    key: 'group',
    title: 'Electives',
    note: '',
    rule,
    options: ids.map((moduleId) => ({ moduleId, note: '', week: null })),
  };
}

const codeOf = (id: number): string => `M${id}`;

describe('what one learner can earn of all sessions', () => {
  const sessions = [
    session(1, 'M1', 540, 60),
    session(2, 'M2', 600, 45),
    session(3, 'M3', 660, 90),
    session(4, null, 780, 30),
  ];

  test('is all of them without electives', () => {
    expect(earnableMinutes(sessions, [], codeOf)).toBe(225);
  });

  test('counts of electives the longest choice that the rule asks for', () => {
    const items = [electives({ by: 'count', atLeast: 1 }, [2, 3])];
    expect(earnableMinutes(sessions, items, codeOf)).toBe(180);
  });

  test('leaves out options that are not held', () => {
    const items = [electives({ by: 'count', atLeast: 1 }, [2, 9])];
    expect(earnableMinutes(sessions, items, codeOf)).toBe(225);
  });

  test('takes nothing off twice where electives run at the same time', () => {
    const parallel = [session(1, 'M1', 540, 60), session(2, 'M2', 600, 60), session(3, 'M3', 600, 60)];
    const items = [electives({ by: 'count', atLeast: 1 }, [2, 3])];
    expect(earnableMinutes(parallel, items, codeOf)).toBe(120);
  });

  test('is never less than any learner earns who takes as little as the rule asks for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ start: fc.integer({ min: 480, max: 900 }), minutes: fc.integer({ min: 5, max: 120 }) }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 5, max: 120 }),
        (list, atLeast, lecture) => {
          const own = list.map(({ start, minutes }, index) =>
            session(index + 1, `M${index + 1}`, start, minutes),
          );
          const all = [...own, session(99, null, 960, lecture)];
          const rule = { by: 'count' as const, atLeast: Math.min(atLeast, own.length) };
          const most = earnableMinutes(
            all,
            [
              electives(
                rule,
                own.map(({ id }) => id),
              ),
            ],
            codeOf,
          );
          expect(most).toBeLessThanOrEqual(creditMinutes(all));
          for (const choice of choices(rule, own).filter(({ length }) => length === rule.atLeast))
            expect(creditMinutes([...choice, all.at(-1) ?? session(0, null, 0, 1)])).toBeLessThanOrEqual(
              most,
            );
        },
      ),
    );
  });
});

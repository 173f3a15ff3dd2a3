import { describe, expect, test } from 'vitest';
import type { ElectiveRule } from '../contract/curricula.ts';
import { ruleInWords, ruleProblem, ruleSentence } from './elective-words.ts';

const any = (atLeast: number): ElectiveRule => ({ by: 'count', atLeast });
const credit = (quarters: number): ElectiveRule => ({ by: 'credit', quarters });

describe('a rule of electives', () => {
  test.each<[ElectiveRule, readonly number[], string, string]>([
    [
      any(2),
      [30, 45, 60, 60, 90],
      'any 2 of 5',
      'A learner takes any 2 of these 5 modules: 1 h 15 min to 2 h 30 min.',
    ],
    [
      any(2),
      [30, 45],
      'all 2',
      'A learner takes all of these 2 modules: 1 h 15 min. There is nothing to choose.',
    ],
    [
      credit(6),
      [30, 60, 60],
      'at least 1.5 credits',
      'A learner takes as many of these 3 modules as give at least 1.5 credits: 1 h 30 min to 2 h.',
    ],
    [
      credit(4),
      [60, 60],
      'at least 1 credit',
      'A learner takes as many of these 2 modules as give at least 1 credit: 1 h.',
    ],
  ])('%j of %j', (rule, minutes, words, sentence) => {
    expect(ruleInWords(rule, minutes.length)).toBe(words);
    expect(ruleSentence(rule, minutes)).toBe(sentence);
    expect(ruleProblem(rule, minutes)).toBeNull();
  });

  test.each<[ElectiveRule, readonly number[], string]>([
    [any(3), [30, 45], 'Out of reach: it asks for 3 and holds 2 modules. Add 1 more or ask for fewer.'],
    [
      credit(6),
      [30, 45],
      'Out of reach: its modules give 1 h 15 min of the 1 h 30 min asked for. Add 15 min or ask for less.',
    ],
    [any(1), [], 'It holds no modules yet. Drag some into it.'],
  ])('%j of %j is out of reach', (rule, minutes, words) => {
    expect(ruleProblem(rule, minutes)).toBe(words);
  });
});

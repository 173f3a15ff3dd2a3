import { describe, expect, test } from 'vitest';
import {
  creditSpanInWords,
  type ModuleCounts,
  modulesInWords,
  shortModules,
  timeInWords,
} from './figures.ts';

const any = (atLeast: number, options: number): ModuleCounts['electives'][number] => ({
  rule: { by: 'count', atLeast },
  options,
});
const credit = (quarters: number, options: number): ModuleCounts['electives'][number] => ({
  rule: { by: 'credit', quarters },
  options,
});

describe('modules in words', () => {
  test.each<[ModuleCounts, string, string]>([
    [{ required: 18, electives: [] }, '18 modules', '18'],
    [{ required: 1, electives: [] }, '1 module', '1'],
    [{ required: 0, electives: [] }, '0 modules', '0'],
    [{ required: 14, electives: [any(2, 4)] }, '18 modules: 14 required, 2 of 4 electives', '14 + 2 of 4'],
    [
      { required: 3, electives: [any(2, 4), any(1, 3)] },
      '10 modules: 3 required, 2 of 4 and 1 of 3 electives',
      '3 + 2 of 4 + 1 of 3',
    ],
    [
      { required: 2, electives: [credit(6, 4)] },
      '6 modules: 2 required, at least 1.5 credits of 4 electives',
      '2 + some of 4',
    ],
    [{ required: 0, electives: [any(1, 1)] }, '1 module: 1 of 1 elective', '1 of 1'],
    [{ required: 2, electives: [any(1, 0)] }, '2 modules', '2'],
  ])('%o', (counts, long, short) => {
    expect(modulesInWords(counts)).toBe(long);
    expect(shortModules(counts)).toBe(short);
  });
});

test('time and credit from the least to the most, one figure where they are the same', () => {
  expect(timeInWords({ minutes: 1_410, mostMinutes: 1_500 })).toBe('23 h 30 min to 25 h');
  expect(timeInWords({ minutes: 60, mostMinutes: 60 })).toBe('1 h');
  expect(creditSpanInWords({ creditQuarters: 94, mostCreditQuarters: 100 })).toBe('23.5 to 25 credits');
  expect(creditSpanInWords({ creditQuarters: 4, mostCreditQuarters: 4 })).toBe('1 credit');
  expect(creditSpanInWords({ creditQuarters: 4, mostCreditQuarters: 5 })).toBe('1 to 1.25 credits');
});

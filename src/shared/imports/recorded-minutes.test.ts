import { expect, test } from 'vitest';
import { weighedInWords, weighMinutes } from './recorded-minutes.ts';

test.each([
  [null, 0, 'first', ''],
  [null, 42, 'first', ''],
  [0, 42, 'more', 'Session 1: 0 → 42 min (more).'],
  [42, 60, 'more', 'Session 1: 42 → 60 min (more).'],
  [42, 42, 'same', ''],
  [42, 3, 'kept', 'Session 1 keeps 42 min; the report has 3.'],
  [42, 0, 'kept', 'Session 1 keeps 42 min; the report has 0.'],
] as const)('%s on record, %s in the report: %s', (recorded, reported, weighed, words) => {
  expect(weighMinutes(recorded, reported)).toBe(weighed);
  expect(weighedInWords('Session 1', recorded, reported)).toBe(words);
});

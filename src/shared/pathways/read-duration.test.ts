import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMinutes } from '../format.ts';
import { readDuration } from './read-duration.ts';

test.each<[string, number | null]>([
  ['9 h 30 min', 570],
  ['9h30', 570],
  ['9.5 h', 570],
  ['9,5 h', 570],
  ['9.5 hours', 570],
  ['570 min', 570],
  ['570 minutes', 570],
  ['9:30', 570],
  [' 1 H ', 60],
  ['0 min', 0],
  ['9.5', null],
  ['9', null],
  ['', null],
  ['9.5 h 30 min', null],
  ['9:75', null],
  ['-2 h', null],
  ['soon', null],
])('“%s” is %s minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

test('what the program writes it reads again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
      expect(readDuration(formatMinutes(minutes))).toBe(minutes);
    }),
  );
});

import { expect, test } from 'vitest';
import { nextTitle } from './frozen-content.ts';

test.each([
  ['Autumn course 2026', 'Autumn course 2027'],
  ['2025/2026 residency', '2025/2027 residency'],
  ['Autumn course', 'Autumn course (copy)'],
  ['Room 12345', 'Room 12345 (copy)'],
])('%s is called %s next time', (title, expected) => {
  expect(nextTitle(title)).toBe(expected);
});

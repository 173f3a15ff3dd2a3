import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test.each([
  [[['Week', 1]], 'Week,1\r\n'],
  [
    [
      ['a, b', 'say "so"'],
      ['two\nlines', ''],
    ],
    '"a, b","say ""so"""\r\n"two\nlines",\r\n',
  ],
  [[['=SUM(A1)', '-1', -1, '@x']], "'=SUM(A1),'-1,-1,'@x\r\n"],
])('%j', (rows, csv) => {
  expect(toCsv(rows)).toBe(csv);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrcid, writtenOrcid } from './orcid.ts';

test.each([
  ['0000-0002-1825-0097', true],
  ['0000-0002-1694-233X', true],
  ['0000-0002-1825-0098', false],
  ['0000-0002-1694-2330', false],
  ['0000000218250097', false],
  ['0000-0002-1694-233x', false],
  ['', false],
])('%s: %s', (text, right) => {
  expect(isOrcid(text)).toBe(right);
});

test.each([
  ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
  ['0000000218250097', '0000-0002-1825-0097'],
  [' 0000 0002 1825 0097 ', '0000-0002-1825-0097'],
  ['not one', 'not one'],
  ['', ''],
])('%s is written %s', (text, written) => {
  expect(writtenOrcid(text)).toBe(written);
});

test('one wrong digit always shows', () => {
  const right = '0000-0002-1825-0097';
  const places = [...right].flatMap((character, place) => (character === '-' ? [] : [place]));
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 0, max: 9 }), (place, digit) => {
      const wrong = right.slice(0, place) + String(digit) + right.slice(place + 1);
      return isOrcid(wrong) === (wrong === right);
    }),
  );
});

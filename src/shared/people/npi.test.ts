import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNpi } from './npi.ts';

test.each([
  ['1234567893', true],
  ['1818662011', true],
  ['1234567890', false],
  ['123456789', false],
  ['12345678930', false],
  ['', false],
  // The digits fit, but no identifier begins so.
  ['3234567899', false],
  ['0234567895', false],
  ['１２３４５６７８９３', false],
])('%s: %s', (text, valid) => {
  expect(isNpi(text)).toBe(valid);
});

test('property: of the ten last digits, exactly one is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[12]\d{8}$/), (nine) => {
      const right = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).filter(isNpi);
      expect(right).toHaveLength(1);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { fitsMask, isMask } from './identifier-mask.ts';

const UAN = '####-0000-##-###-[LHB]##-P | JA#######-9999-##-###-[LHB]##-P';

describe('the form of an identifier', () => {
  test.each([
    ['0123-0000-26-001-L01-P', true],
    ['JA0006235-9999-25-076-L01-P', true],
    ['0123-0000-26-001-X01-P', false],
    ['0123-0000-26-001-L01-T', false],
    ['0123-0000-26-001-L01-P ', false],
    ['10123-0000-26-001-L01-P', false],
    ['', false],
  ])('%j fits the UAN of a pharmacist: %s', (identifier, fits) => {
    expect(fitsMask(UAN, identifier)).toBe(fits);
  });

  test('an empty form allows anything; signs stand for themselves', () => {
    expect(fitsMask('', 'anything')).toBe(true);
    expect(fitsMask('A.(@)', 'A.(x)')).toBe(true);
    expect(fitsMask('A.(@)', 'Ab(x)')).toBe(false);
    expect(fitsMask('[.*]#', '*1')).toBe(true);
    expect(fitsMask('[.*]#', 'a1')).toBe(false);
  });

  test.each([
    ['##', true],
    ['[LH]##', true],
    ['[LH##', false],
    ['LH]', false],
    ['[]#', false],
    ['## | ', false],
  ])('%j can be read: %s', (mask, readable) => {
    expect(isMask(mask)).toBe(readable);
  });
});

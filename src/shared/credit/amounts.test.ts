import { describe, expect, test } from 'vitest';
import { formatSecondUnit, formatUnits, readAmount } from './amounts.ts';
import { HOURS, PHARMACY } from './credit-rule-example.ts';

describe('amounts as they are read and written', () => {
  test.each<[string, number, number | null]>([
    ['1.25', 25, 125],
    ['1,5', 25, 150],
    [' 2 ', 100, 200],
    ['0', 25, 0],
    ['1.3', 25, null],
    ['1.5', 100, null],
    ['-1', 25, null],
    ['1e3', 25, null],
    ['1001', 25, null],
    ['1.255', 1, null],
    ['', 25, null],
  ])('%j in steps of %d', (text, step, hundredths) => {
    expect(readAmount(text, step)).toBe(hundredths);
  });

  test('one is singular, and CEU has its decimals', () => {
    expect(formatUnits(100, HOURS)).toBe('1 contact hour');
    expect(formatUnits(25, HOURS)).toBe('0.25 contact hours');
    expect(formatSecondUnit(125, PHARMACY)).toBe('0.125 CEU');
    expect(formatSecondUnit(125, HOURS)).toBeNull();
  });
});

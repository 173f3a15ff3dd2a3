import { describe, expect, it } from 'vitest';
import { readCredits, readPercent } from './credit-text.ts';

describe('credits as typed', () => {
  it.each([
    ['1.25', 5],
    ['1,5', 6],
    ['2', 8],
    ['0', 0],
    ['.75', 3],
    [' 10.00 ', 40],
  ])('reads %s', (text, quarters) => expect(readCredits(text)).toBe(quarters));

  it.each(['', 'x', '1.3', '-1', '1.255', '99999'])('refuses %s', (text) =>
    expect(readCredits(text)).toBeNull(),
  );
});

describe('percentages as typed', () => {
  it.each([
    ['87.5', 87.5],
    ['70 %', 70],
    ['100', 100],
    ['0', 0],
  ])('reads %s', (text, percent) => expect(readPercent(text)).toBe(percent));

  it.each(['', '101', 'pass', '-5'])('refuses %s', (text) => expect(readPercent(text)).toBeNull());
});

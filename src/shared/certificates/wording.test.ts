import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditNoun, creditPhrase, fillStatement, nameList, plainText } from './wording.ts';

const FIELDS = {
  provider: 'Summit Medical Society',
  jointProviders: 'the Rural Health Network',
  stateSociety: 'Colorado Medical Society',
  format: 'live activity',
  formatDescription: 'a workshop',
  maximum: '6.5',
  credit: '1',
  CreditNoun: 'Credits',
  creditNoun: 'Credit',
};

describe('the credit phrase', () => {
  test.each([
    [1, 'singular', '0.25 AMA PRA Category 1 Credit™'],
    [3, 'plural', '0.75 AMA PRA Category 1 Credits™'],
    [4, 'singular', '1 AMA PRA Category 1 Credit™'],
    [4, 'plural', '1 AMA PRA Category 1 Credit™'],
    [5, 'singular', '1.25 AMA PRA Category 1 Credits™'],
    [26, 'plural', '6.5 AMA PRA Category 1 Credits™'],
    [0, 'plural', '0 AMA PRA Category 1 Credits™'],
  ] as const)('%i quarters (%s fractions) is “%s”', (quarters, fractionNoun, phrase) => {
    expect(creditPhrase(quarters, fractionNoun)).toBe(phrase);
  });

  test('is plural for everything above one credit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), (quarters) => {
        expect(creditNoun(quarters, 'singular')).toBe('Credits');
      }),
    );
  });

  test('is italic, and its mark is raised and upright', () => {
    expect(fillStatement('and is awarded {credit} *AMA PRA Category 1 {creditNoun}*™.', FIELDS)).toEqual([
      { text: 'and is awarded 1 ' },
      { text: 'AMA PRA Category 1 Credit', italic: true },
      { text: '™', superscript: true },
      { text: '.' },
    ]);
  });
});

describe('filling a statement', () => {
  test('gives a provider one article, not two', () => {
    const say = (provider: string): string =>
      plainText(fillStatement('The {provider} is accredited.', { ...FIELDS, provider }));
    expect(say('Summit Medical Society')).toBe('The Summit Medical Society is accredited.');
    expect(say('The Clinic at St. Anselm')).toBe('The Clinic at St. Anselm is accredited.');
    expect(say('Theodore Clinic')).toBe('The Theodore Clinic is accredited.');
  });

  test('leaves asterisks, braces and dollar signs in names as they are', () => {
    const provider = 'A*B {credit} $& Clinic';
    const runs = fillStatement('{provider} designates *this*.', { ...FIELDS, provider });
    expect(runs[0]).toEqual({ text: 'A*B {credit} $& Clinic designates ' });
    expect(runs[1]).toEqual({ text: 'this', italic: true });
  });
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('names %j read “%s”', (names, expected) => {
  expect(nameList(names)).toBe(expected);
});

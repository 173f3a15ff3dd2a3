import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimsOfTwo, mergedClaim, suggestedClaim } from './merged-claims.ts';

const NURSING: ClaimsOfTwo = { typeId: 2, keep: 100, other: 275, followsAma: false, stepHundredths: 25 };
const MOC: ClaimsOfTwo = { typeId: 3, keep: 100, other: 200, followsAma: true, stepHundredths: 50 };

describe('two claims of one credit become one', () => {
  test.each<[string, ClaimsOfTwo, 'keep' | 'other' | undefined, number | null, object]>([
    ['the larger', NURSING, undefined, null, { side: 'other', hundredths: 275, loweredFrom: null }],
    ['the chosen one', NURSING, 'keep', null, { side: 'keep', hundredths: 100, loweredFrom: null }],
    [
      'the only one, whatever is chosen',
      { ...NURSING, keep: null },
      'keep',
      null,
      { side: 'other', hundredths: 275, loweredFrom: null },
    ],
    ['within the AMA claim', MOC, undefined, 200, { side: 'other', hundredths: 200, loweredFrom: null }],
    ['lowered to the AMA claim', MOC, undefined, 150, { side: 'other', hundredths: 150, loweredFrom: 200 }],
    ['lowered in whole steps', MOC, undefined, 175, { side: 'other', hundredths: 150, loweredFrom: 200 }],
    ['lowered to nothing', MOC, 'keep', null, { side: 'keep', hundredths: 0, loweredFrom: 100 }],
  ])('%s', (_, claims, chosen, ama, expected) => {
    expect(mergedClaim(claims, chosen, ama)).toEqual(expected);
  });

  test('nothing is made up, nothing goes unsaid, and what follows stays within the AMA claim', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 40 }).map((steps) => steps * 25));
    fc.assert(
      fc.property(
        fc.record({ keep: amount, other: amount, followsAma: fc.boolean() }),
        fc.constantFrom('keep', 'other', undefined),
        amount,
        fc.constantFrom(25, 50, 100),
        ({ keep, other, followsAma }, chosen, ama, stepHundredths) => {
          fc.pre(keep !== null || other !== null);
          const claims = { typeId: 1, keep, other, followsAma, stepHundredths };
          const { side, hundredths, loweredFrom } = mergedClaim(claims, chosen, ama);
          expect(claims[side]).toBe(loweredFrom ?? hundredths);
          if (loweredFrom !== null) expect(hundredths).toBeLessThan(loweredFrom);
          if (followsAma) expect(hundredths).toBeLessThanOrEqual(ama ?? 0);
          else expect(loweredFrom).toBeNull();
          if (chosen === undefined) expect(side).toBe(suggestedClaim(claims));
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSmallestHittingSet } from './hitting-set.ts';

const END = 7;
const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: END - 1 }), { minLength: 1 }), {
  maxLength: 8,
});

/** All subsets by size, then by members. */
const ALL = Array.from({ length: 1 << END }, (_, mask) =>
  Array.from({ length: END }, (_member, index) => index).filter((index) => mask & (1 << index)),
).sort((a, b) => a.length - b.length || compare(a, b));

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, index) => member !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

test('is the first of the smallest, and may go on from the answer for fewer sets', () => {
  fc.assert(
    fc.property(sets, (given) => {
      let from: readonly number[] = [];
      for (let count = 0; count <= given.length; count += 1) {
        const some = given.slice(0, count);
        const expected = ALL.find((subset) =>
          some.every((set) => set.some((member) => subset.includes(member))),
        );
        from = firstSmallestHittingSet(
          some.map((set) => new Set(set)),
          END,
          from,
        );
        expect(from).toEqual(expected);
      }
    }),
  );
});

test('a set without members is refused', () => {
  expect(() => firstSmallestHittingSet([new Set<number>()], 3, [])).toThrow();
});

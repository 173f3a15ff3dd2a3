import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FoundPair, PairFinder, type PairLimits } from './pairs.ts';
import { type ComparablePerson, matchReason, preparePerson } from './similar.ts';

const NOBODY: ComparablePerson = {
  givenName: '',
  middleName: '',
  familyName: '',
  suffix: '',
  displayName: '',
  formerNames: [],
  email: '',
  furtherEmails: [],
  npi: '',
  furtherNpis: [],
  orcid: '',
  licences: [],
  birthMonthDay: '',
  specialty: '',
  furtherSpecialties: [],
};

type Compared = { readonly pairs: readonly FoundPair[]; readonly total: number; readonly partly: number };

function compared(people: readonly ComparablePerson[], limits: PairLimits): Compared {
  const finder = new PairFinder(limits);
  for (const [index, person] of people.entries()) finder.add(index + 1, preparePerson(person));
  for (const share of finder.compare(() => false)) expect(share).toBeLessThan(1);
  return { pairs: finder.strongest(), total: finder.total, partly: finder.partly };
}

/** Every pair with a reason, by comparing all with all. */
function allPairs(people: readonly ComparablePerson[]): readonly FoundPair[] {
  const prepared = people.map(preparePerson);
  const found = prepared.flatMap((one, first) =>
    prepared.slice(first + 1).flatMap((other, next) => {
      const best = matchReason(one, other);
      return best ? [{ one: first + 1, other: first + next + 2, strength: best.strength }] : [];
    }),
  );
  return found.toSorted((a, b) => b.strength - a.strength || a.one - b.one || a.other - b.other);
}

const anyone = fc.record({
  givenName: fc.constantFrom('Anna', 'Ana', 'A.', 'Ben'),
  familyName: fc.constantFrom('Schmidt', 'Schmitt', 'Okoye'),
  specialty: fc.constantFrom('', 'Cardiology', 'Radiology'),
  birthMonthDay: fc.constantFrom('', '02-29', '03-01'),
  npi: fc.constantFrom('', '', '1234567893'),
});

test('the strongest pairs and their number are those of comparing all with all', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 25 }), fc.integer({ min: 1, max: 5 }), (some, mostPairs) => {
      const people = some.map((one) => ({ ...NOBODY, ...one }));
      const all = allPairs(people);
      const found = compared(people, { mostPairs, mostCompared: 1_000 });
      expect(found).toEqual({ pairs: all.slice(0, mostPairs), total: all.length, partly: 0 });
    }),
  );
});

test('a very common name is compared within a bound, and strong reasons are found all the same', () => {
  const people = Array.from({ length: 400 }, (_, index) => ({
    ...NOBODY,
    givenName: 'Maria',
    familyName: 'Garcia',
    npi: index === 0 || index === 399 ? '1234567893' : '',
  }));
  const found = compared(people, { mostPairs: 3, mostCompared: 10 });
  expect(found.partly).toBe(400);
  expect(found.pairs).toHaveLength(3);
  expect(found.pairs[0]).toEqual({ one: 1, other: 400, strength: 100 });
  // Ten each, but for those at the end of the order, and the two that share a number.
  expect(found.total).toBe(10 * 390 + 45 + 1);
});

test('a bounded comparison finds nothing that comparing all with all does not, and nothing twice', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (some, mostCompared) => {
      const people = some.map((one) => ({ ...NOBODY, ...one }));
      const found = compared(people, { mostPairs: 1_000, mostCompared });
      const keys = found.pairs.map(({ one, other }) => `${one} ${other}`);
      expect(new Set(keys).size).toBe(found.total);
      const all = new Set(allPairs(people).map((pair) => JSON.stringify(pair)));
      expect(found.pairs.filter((pair) => !all.has(JSON.stringify(pair)))).toEqual([]);
    }),
  );
});

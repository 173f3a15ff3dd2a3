import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikeFamily, alikeGiven, withinEdits } from './alike-names.ts';
import {
  blockingKeys,
  type ComparablePerson,
  matchReason,
  matchReasons,
  PeopleByLikeness,
  preparePerson,
} from './similar.ts';

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
const ANNA = { ...NOBODY, givenName: 'Anna', familyName: 'Schmidt' };

function reason(one: Partial<ComparablePerson>, other: Partial<ComparablePerson>) {
  return matchReason(preparePerson({ ...ANNA, ...one }), preparePerson({ ...ANNA, ...other }));
}

const ELSE = { givenName: 'Bo', familyName: 'Lee' };
const CARDIO = { specialty: 'Cardiology' };

describe('why two records may be one person', () => {
  test.each<[string, Partial<ComparablePerson>, Partial<ComparablePerson>, string | undefined]>([
    ['the same NPI', { npi: '1234567893' }, { ...ELSE, npi: '1234567893' }, 'npi'],
    ['an NPI from before', { furtherNpis: ['1234567893'] }, { ...ELSE, npi: '1234567893' }, 'npi'],
    [
      'the same ORCID iD',
      { orcid: '0000-0002-1825-0097' },
      { ...ELSE, orcid: '0000-0002-1825-0097' },
      'orcid',
    ],
    [
      'the same license, written otherwise',
      { licences: [{ state: 'CO', number: 'DR-0077' }] },
      { ...ELSE, licences: [{ state: 'co', number: 'dr 0077' }] },
      'licence',
    ],
    [
      'numbers of two states',
      { licences: [{ state: 'CO', number: '77' }] },
      { ...ELSE, licences: [{ state: 'NY', number: '77' }] },
      undefined,
    ],
    ['an other e-mail of the first', { furtherEmails: ['A@x.org'] }, { ...ELSE, email: 'a@x.org' }, 'email'],
    ['name and birthday', { birthMonthDay: '11-09' }, { birthMonthDay: '11-09' }, 'name-and-birthday'],
    [
      'surname and birthday',
      { birthMonthDay: '11-09' },
      { givenName: 'Annika', birthMonthDay: '11-09' },
      'surname-and-birthday',
    ],
    [
      'surname and birthday of two who begin otherwise',
      { birthMonthDay: '11-09' },
      { givenName: 'Paul', birthMonthDay: '11-09' },
      undefined,
    ],
    [
      'a surname that changed',
      { birthMonthDay: '11-09', ...CARDIO },
      { familyName: 'Vogel', birthMonthDay: '11-09', ...CARDIO },
      'given-name-and-birthday',
    ],
    [
      'a former name',
      { formerNames: [{ name: 'Vogel, Anna', until: null }] },
      { familyName: 'Vogel' },
      'former-name',
    ],
    ['name and specialty', CARDIO, CARDIO, 'name-and-specialty'],
    ['a slip and the specialty', CARDIO, { familyName: 'Schmitt', ...CARDIO }, 'similar-name-and-specialty'],
    [
      'a short form',
      { givenName: 'Bob', ...CARDIO },
      { givenName: 'Robert', ...CARDIO },
      'similar-name-and-specialty',
    ],
    [
      'names the other way round',
      { ...CARDIO },
      { givenName: 'Schmidt', familyName: 'Anna', ...CARDIO },
      'name-and-specialty',
    ],
    ['accents', { familyName: 'Müller' }, { familyName: 'Muller' }, 'name-without-email'],
    ['other e-mail', { email: 'a@x.org' }, { email: 'b@x.org' }, 'name-other-email'],
    ['a similar name alone', {}, { familyName: 'Schmitt' }, undefined],
    ['two NPIs', { npi: '1234567893', ...CARDIO }, { npi: '1558598797', ...CARDIO }, undefined],
    ['two birthdays', { birthMonthDay: '11-09' }, { birthMonthDay: '11-10' }, undefined],
    ['father and son', { suffix: 'Sr.' }, { suffix: 'Jr' }, undefined],
    ['two middle names', { middleName: 'Maria' }, { middleName: 'L.' }, undefined],
    ['a middle name and its initial', { middleName: 'Maria' }, { middleName: 'M.' }, 'name-without-email'],
    [
      'another script',
      { givenName: '太郎', familyName: '田中', ...CARDIO },
      { givenName: '太郎', familyName: '田中', ...CARDIO },
      'name-and-specialty',
    ],
    ['two people', CARDIO, { ...ELSE, ...CARDIO }, undefined],
  ])('%s', (_, one, other, kind) => {
    expect(reason(one, other)?.kind).toBe(kind);
    expect(reason(other, one)?.kind).toBe(kind);
  });

  test('all reasons are told, the strongest first', () => {
    const person = preparePerson({ ...ANNA, npi: '1234567893', birthMonthDay: '11-09', ...CARDIO });
    expect(matchReasons(person, person).map(({ kind }) => kind)).toEqual([
      'npi',
      'name-and-birthday',
      'name-and-specialty',
      'name-without-email',
    ]);
  });

  test('a name that is not there matches nobody', () => {
    expect(matchReason(preparePerson(NOBODY), preparePerson(NOBODY))).toBeNull();
  });
});

test.each([
  ['sokolov', 'sokolv', true],
  ['hernandez lopez', 'hernandez', true],
  ['hernandezlopez', 'hernandez lopez', true],
  ['kim', 'kin', false],
  ['raghunathan', 'ragunatan', true],
])('family names %s and %s', (one, other, alike) => {
  expect(alikeFamily(one, other)).toBe(alike);
});

test.each([
  ['j', 'john', true],
  ['maria jose', 'maria', true],
  ['bill', 'william', true],
  ['ana', 'eva', false],
  ['kahlid', 'khalid', true],
])('given names %s and %s', (one, other, alike) => {
  expect(alikeGiven(one, other)).toBe(alike);
});

/** People of few names and numbers, so that many fit. */
const people = fc.record<ComparablePerson>({
  givenName: fc.constantFrom('Anna', 'Ana', 'Annika', 'Robert', 'Bob', 'A.', ''),
  middleName: fc.constantFrom('', 'M.'),
  familyName: fc.constantFrom('Schmidt', 'Schmitt', 'Schmid Vogel', 'Vogel', '田中'),
  suffix: fc.constantFrom('', 'Jr.'),
  displayName: fc.constant(''),
  formerNames: fc.constantFrom([], [{ name: 'Anna Vogel', until: null }]),
  email: fc.constantFrom('', 'a@x.org', 'b@x.org'),
  furtherEmails: fc.constantFrom([], ['a@x.org']),
  npi: fc.constantFrom('', '1234567893', '1558598797'),
  furtherNpis: fc.constantFrom([], ['1558598797']),
  orcid: fc.constant(''),
  licences: fc.constantFrom([], [{ state: 'CO', number: '7' }]),
  birthMonthDay: fc.constantFrom('', '11-09', '01-01'),
  specialty: fc.constantFrom('', 'Cardiology'),
  furtherSpecialties: fc.constantFrom([], ['Cardiology']),
});

test('what is found does not depend on who is named first', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const kinds = (a: ComparablePerson, b: ComparablePerson) =>
        matchReasons(preparePerson(a), preparePerson(b))
          .map(({ kind }) => kind)
          .toSorted();
      expect(kinds(one, other)).toEqual(kinds(other, one));
    }),
  );
});

test('whoever may be the same shares a key, so that comparing within keys finds all', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const [first, second] = [preparePerson(one), preparePerson(other)];
      fc.pre(matchReason(first, second) !== null);
      const keys = new Set(blockingKeys(first));
      expect(blockingKeys(second).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('records by likeness answer whom comparing with everybody would', () => {
  fc.assert(
    fc.property(people, fc.array(people, { maxLength: 12 }), (one, others) => {
      const index = new PeopleByLikeness<number>();
      const prepared = others.map(preparePerson);
      for (const [at, other] of prepared.entries()) index.add(at, other);
      const person = preparePerson(one);
      expect(
        index
          .similarPeople(person)
          .map(({ entry }) => entry)
          .toSorted((a, b) => a - b),
      ).toEqual(prepared.flatMap((other, at) => (matchReason(person, other) ? [at] : [])));
    }),
  );
});

test('edits are counted as an exact count of them does', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.nat(5), fc.constantFrom('a', 'x'), (text, at, letter) => {
      const place = Math.min(at, text.length);
      const put = text.slice(0, place) + letter + text.slice(place);
      expect(withinEdits(text, put, 1)).toBe(true);
      expect(withinEdits(put, text, 1)).toBe(true);
      expect(withinEdits(text, `${text}xyz`, 2)).toBe(false);
    }),
  );
});

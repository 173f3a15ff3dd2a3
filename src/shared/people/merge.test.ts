import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersonContent } from '../contract/people.ts';
import { MERGE_FIELDS, type MergeChoices, mergedContent, mergeFields } from './merge.ts';
import { knownNames, nameWords } from './name.ts';

const ANNA = PersonContent.parse({
  givenName: 'Anna',
  familyName: 'Schmidt',
  credentials: 'MD',
  profession: 'physician',
  specialty: 'Cardiology',
  email: 'anna@example.org',
  npi: '1234567893',
  licences: [{ state: 'CO', number: '77' }],
  birthMonthDay: '11-09',
  notes: 'Vegetarian',
});
const ANNIE: PersonContent = {
  ...ANNA,
  middleName: 'Maria',
  familyName: 'Schmidt-Vogel',
  credentials: 'MD, PhD',
  profession: 'other',
  specialty: 'Echocardiography',
  email: 'annie@example.org',
  npi: '1558598797',
  licences: [
    { state: 'co', number: '77' },
    { state: 'NY', number: '0012' },
  ],
  birthMonthDay: '11-08',
  orcid: '0000-0002-1825-0097',
  notes: 'Came in spring',
};

test('without a choice the fuller value stays, and what does not stay is found elsewhere', () => {
  expect(mergedContent(ANNA, ANNIE, {})).toEqual({
    ...ANNA,
    middleName: 'Maria',
    familyName: 'Schmidt-Vogel',
    formerNames: [{ name: 'Anna Schmidt', until: null }],
    credentials: 'MD, PhD',
    furtherSpecialties: ['Echocardiography'],
    furtherEmails: ['annie@example.org'],
    furtherNpis: ['1558598797'],
    orcid: '0000-0002-1825-0097',
    licences: [
      { state: 'CO', number: '77' },
      { state: 'NY', number: '0012' },
    ],
    notes:
      'Vegetarian\n\nCame in spring\n\nMerged with the record of Anna Maria Schmidt-Vogel, which had: credentials MD; profession other; month and day of birth 11-08.',
  });
});

test('a choice decides field by field', () => {
  const merged = mergedContent(ANNA, ANNIE, {
    name: 'keep',
    email: 'other',
    npi: 'other',
    birthMonthDay: 'other',
  });
  expect(merged).toMatchObject({
    familyName: 'Schmidt',
    formerNames: [{ name: 'Anna Maria Schmidt-Vogel', until: null }],
    email: 'annie@example.org',
    furtherEmails: ['anna@example.org'],
    npi: '1558598797',
    birthMonthDay: '11-08',
  });
});

test('only what differs is asked about', () => {
  expect(mergeFields(ANNA, ANNA)).toEqual([]);
  expect(mergeFields(ANNA, ANNIE).map(({ field, choice }) => `${field} ${choice}`)).toEqual([
    'name other',
    'credentials other',
    'profession keep',
    'specialty keep',
    'email keep',
    'npi keep',
    'orcid other',
    'birthMonthDay keep',
  ]);
});

test('the later word on the permission to share stays', () => {
  const given: PersonContent = { ...ANNA, sharing: 'given', sharingOn: '2025-01-01' };
  const refused: PersonContent = { ...ANNA, sharing: 'refused', sharingOn: '2026-01-01' };
  expect(mergedContent(given, refused, {})).toMatchObject({ sharing: 'refused', sharingOn: '2026-01-01' });
  expect(mergedContent(refused, given, {})).toMatchObject({ sharing: 'refused', sharingOn: '2026-01-01' });
});

const side = fc.constantFrom('keep', 'other', undefined);
const choices: fc.Arbitrary<MergeChoices> = fc.record(
  Object.fromEntries(MERGE_FIELDS.map((field) => [field, side])),
) as fc.Arbitrary<MergeChoices>; // a record of every field has this type
const names = fc.constantFrom('', 'Anna', 'Ana', 'Vogel', 'Schmidt');
const people = fc
  .record({
    givenName: names,
    familyName: names,
    displayName: names,
    email: fc.constantFrom('', 'a@x.org', 'b@x.org', 'A@x.org'),
    furtherEmails: fc.constantFrom([], ['c@x.org'], ['a@x.org']),
    npi: fc.constantFrom('', '1234567893', '1558598797'),
    specialty: fc.constantFrom('', 'Cardiology', 'Radiology'),
    notes: fc.constantFrom('', 'One', 'Two'),
  })
  .map((some) => PersonContent.parse({ ...ANNA, ...some }));

test('whatever is chosen, every address, number, name and specialty of both is still there', () => {
  fc.assert(
    fc.property(people, people, choices, (keep, other, chosen) => {
      const merged = mergedContent(keep, other, chosen);
      const known = new Set(knownNames(merged).map(nameWords));
      for (const person of [keep, other]) {
        const addresses = [merged.email, ...merged.furtherEmails].map((email) => email.toLowerCase());
        for (const email of [person.email, ...person.furtherEmails].filter((one) => one !== ''))
          expect(addresses).toContain(email.toLowerCase());
        if (person.npi !== '') expect([merged.npi, ...merged.furtherNpis]).toContain(person.npi);
        if (person.specialty !== '')
          expect([merged.specialty, ...merged.furtherSpecialties]).toContain(person.specialty);
        for (const name of knownNames(person)) expect([...known]).toContain(nameWords(name));
        expect(merged.notes).toContain(person.notes);
      }
      expect(new Set(merged.furtherEmails.map((email) => email.toLowerCase())).size).toBe(
        merged.furtherEmails.length,
      );
      expect(PersonContent.safeParse(merged).success).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, fullName, knownNames, nameWords, printedName, searchKey } from './name.ts';

test('plain letters fold as all others do', () => {
  // A letter with an accent before it sends the text down the long way.
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/^\s/.test(text));
      return fold(`é${text}`) === `e${fold(text)}` || /\p{M}/u.test(text) || text === '';
    }),
  );
  expect(fold("  D`Arcy   O'NEILL ")).toBe("d'arcy o'neill");
});

const NAME = { givenName: 'Anna', middleName: 'M.', familyName: 'Schmidt', suffix: 'III' };

test('the name on the license has all parts that are there', () => {
  expect(fullName(NAME)).toBe('Anna M. Schmidt III');
  expect(fullName({ givenName: '', familyName: '田中' })).toBe('田中');
  expect(printedName({ ...NAME, displayName: '' })).toBe('Anna M. Schmidt III');
  expect(printedName({ ...NAME, displayName: 'Anni Schmidt' })).toBe('Anni Schmidt');
});

test('a person is known by every form of the name', () => {
  const formerNames = [{ name: 'Anna Vogel' }];
  expect(knownNames({ ...NAME, displayName: 'Anni Schmidt', formerNames })).toEqual([
    'Anna Schmidt',
    'Anna M. Schmidt III',
    'Anni Schmidt',
    'Anna Vogel',
  ]);
});

test('words of a name stand in order of the alphabet', () => {
  expect(nameWords('Schmidt, Anna M.')).toBe('anna m schmidt');
});

test('a person without further fields is searched as before', () => {
  const person = {
    givenName: 'Åsa',
    familyName: 'Öberg',
    email: 'asa@example.org',
    npi: '1',
    credentials: 'MD',
  };
  expect(searchKey({ ...person, specialty: 'Radiology' })).toBe(
    'asa oberg | oberg, asa | asa@example.org | 1 | md | radiology',
  );
});

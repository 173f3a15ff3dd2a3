import type { PersonContent } from '../contract/people.ts';
import {
  alikeFamily,
  alikeGiven,
  compareNames,
  type PreparedName,
  prepareName,
  soundOf,
} from './alike-names.ts';
import { emailKey, fold, printedName } from './name.ts';
import { longForm } from './short-names.ts';

/** What of a person is compared. A row of a file has the same form: what it does not say is empty. */
export type ComparablePerson = Pick<
  PersonContent,
  | 'givenName'
  | 'middleName'
  | 'familyName'
  | 'suffix'
  | 'displayName'
  | 'formerNames'
  | 'email'
  | 'furtherEmails'
  | 'npi'
  | 'furtherNpis'
  | 'orcid'
  | 'licences'
  | 'birthMonthDay'
  | 'specialty'
  | 'furtherSpecialties'
>;

/** Why two records may be one person, the strongest kind first. */
export type MatchKind =
  | 'npi'
  | 'orcid'
  | 'licence'
  | 'email'
  | 'name-and-birthday'
  | 'former-name'
  | 'surname-and-birthday'
  | 'given-name-and-birthday'
  | 'name-and-specialty'
  | 'similar-name-and-specialty'
  | 'name-without-email'
  | 'name-other-email';

/** One reason why two records may be one person. */
export type Match = {
  readonly kind: MatchKind;
  /** From 0 to 100; over 90 it takes an error in the record for it to be two people. */
  readonly strength: number;
  /** One sentence for the coordinator. */
  readonly reason: string;
};

const STRENGTHS: Readonly<Record<MatchKind, number>> = {
  npi: 100,
  orcid: 98,
  licence: 96,
  email: 94,
  'name-and-birthday': 90,
  'former-name': 80,
  'surname-and-birthday': 70,
  'name-and-specialty': 65,
  'given-name-and-birthday': 60,
  'name-without-email': 58,
  'similar-name-and-specialty': 55,
  'name-other-email': 50,
};

/** A person made ready to be compared with many. */
export type PreparedPerson = {
  readonly name: PreparedName;
  /**
   * How the parts of the name sound, each with the initial of the other part: similar names are looked for among those that
   * share one.
   */
  readonly sounds: readonly string[];
  readonly shownName: string;
  readonly middle: string;
  readonly suffix: string;
  readonly former: readonly { readonly name: PreparedName; readonly shown: string }[];
  readonly emails: readonly string[];
  readonly npis: readonly string[];
  readonly orcid: string;
  /** `state|number`, folded, of licences that name their state. */
  readonly licences: readonly string[];
  readonly birthday: string;
  readonly specialties: readonly string[];
};

/** Folds once what every comparison needs. */
export function preparePerson(person: ComparablePerson): PreparedPerson {
  const name = prepareName(person.givenName, person.familyName);
  return {
    name,
    sounds: soundsOf(name),
    shownName: printedName(person),
    middle: fold(person.middleName),
    suffix: fold(person.suffix).replaceAll('.', ''),
    former: person.formerNames.map(({ name }) => ({ name: wholeName(name), shown: name })),
    emails: [person.email, ...person.furtherEmails].filter((email) => email !== '').map(emailKey),
    npis: [person.npi, ...person.furtherNpis].filter((npi) => npi !== ''),
    orcid: person.orcid,
    licences: person.licences
      .filter(({ state, number }) => state !== '' && number !== '')
      .map(({ state, number }) => `${fold(state)}|${fold(number).replace(/[^\p{L}\p{N}]/gu, '')}`),
    birthday: person.birthMonthDay,
    specialties: [person.specialty, ...person.furtherSpecialties]
      .filter((specialty) => specialty !== '')
      .map(fold),
  };
}

/** Every reason why two records may be one person, the strongest first; none when something speaks plainly against it. */
export function matchReasons(one: PreparedPerson, other: PreparedPerson): readonly Match[] {
  const found = sameIdentifiers(one, other);
  // Two NPIs are two people, whatever their names are; a number that both have outweighs the rest.
  if (found.length > 0) return [...found, ...sameNames(one, other)];
  return contradicts(one, other) ? [] : sameNames(one, other);
}

/** The strongest reason why two records may be one person, or null. */
export function matchReason(one: PreparedPerson, other: PreparedPerson): Match | null {
  return matchReasons(one, other)[0] ?? null;
}

/**
 * Keys under which a person is filed so that only those who share one need to be compared: whoever {@link matchReason} finds
 * shares at least one.
 */
export function blockingKeys(person: PreparedPerson): readonly string[] {
  const { name, sounds, birthday } = person;
  const keys = [
    ...person.npis.map((npi) => `n ${npi}`),
    ...(person.orcid === '' ? [] : [`o ${person.orcid}`]),
    ...person.licences.map((licence) => `l ${licence}`),
    ...person.emails.map((email) => `e ${email}`),
    ...[name, ...person.former.map((former) => former.name)]
      .filter(({ words }) => words !== '')
      .map(({ words }) => `w ${words}`),
  ];
  if (birthday !== '') {
    for (const sound of sounds) keys.push(`b ${sound} ${birthday}`);
    for (const specialty of person.specialties) keys.push(`g ${birthday} ${specialty}`);
  }
  for (const specialty of person.specialties)
    for (const sound of sounds) keys.push(`s ${sound} ${specialty}`);
  return [...new Set(keys)];
}

/** Records in which people can be found that may be the same as somebody, without comparing all with all. */
export class PeopleByLikeness<Entry> {
  readonly #blocks = new Map<string, { readonly entry: Entry; readonly person: PreparedPerson }[]>();

  /** Files a record. */
  add(entry: Entry, person: PreparedPerson): void {
    for (const key of blockingKeys(person)) {
      const block = this.#blocks.get(key);
      if (block) block.push({ entry, person });
      else this.#blocks.set(key, [{ entry, person }]);
    }
  }

  /** Who may be the same as this person, the strongest first. */
  similarPeople(
    person: PreparedPerson,
  ): readonly { readonly entry: Entry; readonly matches: readonly Match[] }[] {
    const seen = new Map<Entry, readonly Match[]>();
    for (const key of blockingKeys(person))
      for (const candidate of this.#blocks.get(key) ?? [])
        if (!seen.has(candidate.entry)) seen.set(candidate.entry, matchReasons(person, candidate.person));
    return [...seen]
      .flatMap(([entry, matches]) => (matches.length === 0 ? [] : [{ entry, matches }]))
      .toSorted((a, b) => (b.matches[0]?.strength ?? 0) - (a.matches[0]?.strength ?? 0));
  }
}

function sameIdentifiers(one: PreparedPerson, other: PreparedPerson): readonly Match[] {
  const npi = shared(one.npis, other.npis);
  const licence = shared(one.licences, other.licences);
  const email = shared(one.emails, other.emails);
  return [
    ...(npi === undefined ? [] : [match('npi', `Both have the NPI ${npi}.`)]),
    ...(one.orcid === '' || one.orcid !== other.orcid
      ? []
      : [match('orcid', `Both have the ORCID iD ${one.orcid}.`)]),
    ...(licence === undefined
      ? []
      : [match('licence', `Both have the license ${licence.replace('|', ' ').toUpperCase()}.`)]),
    ...(email === undefined ? [] : [match('email', `Both have the address ${email}.`)]),
  ];
}

function sameNames(one: PreparedPerson, other: PreparedPerson): readonly Match[] {
  const likeness = compareNames(one.name, other.name);
  const soundAlike = shared(one.sounds, other.sounds) !== undefined;
  const birthday = one.birthday !== '' && one.birthday === other.birthday;
  const specialty = shared(one.specialties, other.specialties) !== undefined;
  const found: Match[] = [];
  if (likeness === 'same' && birthday)
    found.push(match('name-and-birthday', 'They have the same name and birthday.'));
  found.push(...formerNames(one, other), ...formerNames(other, one));
  if (likeness !== 'same' && birthday) found.push(...birthdayMatches(one, other, soundAlike, specialty));
  if (likeness === 'same' && specialty)
    found.push(match('name-and-specialty', 'They have the same name and specialty.'));
  if (likeness === 'alike' && soundAlike && specialty)
    found.push(
      match(
        'similar-name-and-specialty',
        `The names are similar (${one.shownName}, ${other.shownName}) and the specialty is the same.`,
      ),
    );
  if (likeness === 'same') found.push(byEmail(one, other));
  return found.toSorted((a, b) => b.strength - a.strength);
}

function birthdayMatches(
  one: PreparedPerson,
  other: PreparedPerson,
  soundAlike: boolean,
  specialty: boolean,
): readonly Match[] {
  const initial = firstGiven(one.name).charAt(0) === firstGiven(other.name).charAt(0);
  const similar = compareNames(one.name, other.name) === 'alike';
  if (soundAlike && (similar || (alikeFamily(one.name.family, other.name.family) && initial)))
    return [
      match(
        'surname-and-birthday',
        one.name.family === other.name.family
          ? 'They have the same surname and birthday, and the given names are similar or begin alike.'
          : 'They have the same birthday and similar names.',
      ),
    ];
  return specialty && alikeGiven(one.name.given, other.name.given)
    ? [
        match(
          'given-name-and-birthday',
          'They have the same given name, birthday and specialty; the surname may have changed.',
        ),
      ]
    : [];
}

function formerNames(one: PreparedPerson, other: PreparedPerson): readonly Match[] {
  const former = one.former.find(({ name }) => name.words !== '' && name.words === other.name.words);
  return former ? [match('former-name', `${one.shownName} was called ${former.shown} before.`)] : [];
}

function byEmail(one: PreparedPerson, other: PreparedPerson): Match {
  return one.emails.length > 0 && other.emails.length > 0
    ? match('name-other-email', 'They have the same name and another e-mail address.')
    : match('name-without-email', 'They have the same name, and not both have an e-mail address.');
}

/** Whether something that a person has only one of differs: then equal names are two people. */
function contradicts(one: PreparedPerson, other: PreparedPerson): boolean {
  if (one.npis.length > 0 && other.npis.length > 0) return true;
  if (one.orcid !== '' && other.orcid !== '') return true;
  if (one.birthday !== '' && other.birthday !== '' && one.birthday !== other.birthday) return true;
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return true;
  return one.middle !== '' && other.middle !== '' && one.middle.charAt(0) !== other.middle.charAt(0);
}

function match(kind: MatchKind, reason: string): Match {
  return { kind, strength: STRENGTHS[kind], reason };
}

function shared(some: readonly string[], others: readonly string[]): string | undefined {
  return some.find((value) => others.includes(value));
}

function soundsOf({ given, family }: PreparedName): readonly string[] {
  const families = [...new Set([family, ...family.split(' ')])].map(soundOf);
  const first = given.split(' ')[0] ?? '';
  // `B.` may be Bill, and Bill is William.
  const initials = [...new Set([first.charAt(0), longForm(first).charAt(0)])];
  const swapped = soundOf(given);
  return [
    ...families
      .filter((sound) => sound !== '')
      .flatMap((sound) => initials.map((initial) => `${sound} ${initial}`)),
    ...(swapped === '' ? [] : [`${swapped} ${family.charAt(0)}`]),
  ];
}

function firstGiven(name: PreparedName): string {
  return longForm(name.given.split(' ')[0] ?? '');
}

/** A former name in one line; which of its words is the family name does not count in a comparison of all words. */
function wholeName(name: string): PreparedName {
  return prepareName('', name.replaceAll(',', ' '));
}

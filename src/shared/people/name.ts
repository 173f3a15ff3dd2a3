/** Printable ASCII. */
const PLAIN = /^[ -~]*$/;

/** Folds text for comparing and finding: lower case, no accents, plain apostrophes and hyphens, single spaces. */
export function fold(text: string): string {
  // Most names and addresses are plain letters: a third of the work.
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('`', "'").replace(/\s+/g, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The parts of a name. Middle name and suffix are part of the name on the licence; a display name stands in its place. */
export type NameParts = {
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName?: string;
  readonly suffix?: string;
  readonly displayName?: string;
};

/** A person's name in reading order, as it is on the licence: `Anne-Marie T. Hernández Jr.`. Each part may be empty. */
export function fullName(person: NameParts): string {
  return [person.givenName, person.middleName ?? '', person.familyName, person.suffix ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * The name that certificates and lists show: the one on the licence, as an auditor checks it (reference/accreditation.md 1.1
 * and 8), unless the person asked for another.
 */
export function printedName(person: NameParts): string {
  return person.displayName ? person.displayName : fullName(person);
}

/** Every name that a person is known by: on the licence with and without its smaller parts, as displayed, and former ones. */
export function knownNames(
  person: NameParts & { readonly formerNames: readonly { readonly name: string }[] },
): readonly string[] {
  const names = [
    `${person.givenName} ${person.familyName}`.trim(),
    fullName(person),
    printedName(person),
    ...person.formerNames.map(({ name }) => name),
  ];
  return [...new Set(names)].filter((name) => name !== '');
}

/** The order of lists: folded family name, then given name. */
export function sortKey(person: { readonly givenName: string; readonly familyName: string }): string {
  return `${fold(person.familyName)}, ${fold(person.givenName)}`;
}

/** All that search looks through, folded: names both ways and former ones, addresses, identifiers, credentials, specialties. */
export function searchKey(
  person: NameParts & {
    readonly email: string;
    readonly npi: string;
    readonly credentials: string;
    readonly specialty: string;
    readonly formerNames?: readonly { readonly name: string }[];
    readonly furtherEmails?: readonly string[];
    readonly furtherNpis?: readonly string[];
    readonly furtherSpecialties?: readonly string[];
    readonly orcid?: string;
    readonly nabpId?: string;
    readonly licences?: readonly { readonly number: string }[];
    readonly boardIds?: readonly { readonly id: string }[];
  },
): string {
  const plain = `${person.givenName} ${person.familyName}`.trim();
  const full = fullName(person);
  const more = [
    ...(full === plain ? [] : [full]),
    person.displayName ?? '',
    ...(person.formerNames ?? []).map(({ name }) => name),
    ...(person.furtherEmails ?? []),
    ...(person.furtherNpis ?? []),
    ...(person.furtherSpecialties ?? []),
    person.orcid ?? '',
    person.nabpId ?? '',
    ...(person.licences ?? []).map(({ number }) => number),
    ...(person.boardIds ?? []).map(({ id }) => id),
  ].filter((part) => part !== '');
  return fold(
    [
      plain,
      `${person.familyName}, ${person.givenName}`,
      person.email,
      person.npi,
      person.credentials,
      person.specialty,
      ...more,
    ].join(' | '),
  );
}

/** The key by which an e-mail address is looked up: trimmed and in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** A name by its folded words in order of the alphabet: `Smith, Anna` and `Anna Smith` are the same. */
export function nameWords(name: string): string {
  return fold(name)
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** Folds text for comparing and finding: lower case, no accents, plain apostrophes and hyphens, single spaces. */
export function fold(text: string): string {
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

/** A person's name in reading order, as it is printed: `Anne-Marie Hernández`. Either part may be empty. */
export function fullName(person: { readonly givenName: string; readonly familyName: string }): string {
  return `${person.givenName} ${person.familyName}`.trim();
}

/** The order of lists: folded family name, then given name. */
export function sortKey(person: { readonly givenName: string; readonly familyName: string }): string {
  return `${fold(person.familyName)}, ${fold(person.givenName)}`;
}

/** What search looks through: folded name both ways, e-mail, NPI, credentials, specialty. */
export function searchKey(person: {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly npi: string;
  readonly credentials: string;
  readonly specialty: string;
}): string {
  return fold(
    `${fullName(person)} | ${person.familyName}, ${person.givenName} | ${person.email} | ${person.npi} | ${person.credentials} | ${person.specialty}`,
  );
}

/** The key by which an e-mail address is looked up: trimmed and in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

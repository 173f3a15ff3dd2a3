import { fold } from '../people/name.ts';
import { looksLikeCredentials } from '../people/profession.ts';

/** Parts of family names that go with what follows: `de la Cruz`, `van der Berg`. */
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'dos',
  'da',
  'di',
  'du',
  'al',
  'el',
  'bin',
  'ben',
  'ter',
  'ten',
]);
const TITLES = /^(dr|prof|professor|mr|mrs|ms|mx|herr|frau)\.?\s+/i;

/** A name in its parts. */
export type NameParts = {
  readonly givenName: string;
  readonly familyName: string;
  readonly credentials: string;
};

/**
 * Splits a full name: `García-López, Ana, MD`, `Ana García-López, MD`, `Dr. Bjørn de la Cruz`. A single word is a family
 * name. What it cannot know (which of three words is the middle name) it leaves with the given name.
 */
export function splitFullName(text: string): NameParts {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim());
  const after = rest.filter((part) => part !== '');
  if (after.length > 0 && !looksLikeCredentials(after[0] ?? '')) {
    const [givenName = '', ...credentials] = after;
    return { givenName: withoutTitle(givenName), familyName: first, credentials: credentials.join(', ') };
  }
  const words = withoutTitle(first)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length <= 1) return { givenName: '', familyName: words[0] ?? '', credentials: after.join(', ') };
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(fold(words[start - 1] ?? ''))) start -= 1;
  return {
    givenName: words.slice(0, start).join(' '),
    familyName: words.slice(start).join(' '),
    credentials: after.join(', '),
  };
}

/**
 * The names by which a meeting report may know someone: `Dr. Lwazi (Lwazi MacDonald)` gives both, folded, as words in
 * order of the alphabet, so that `MacDonald, Lwazi` is the same.
 */
export function nameKeys(display: string): readonly string[] {
  const inside = [...display.matchAll(/\(([^)]*)\)/g)].map(([, name]) => name ?? '');
  const outside = display.replace(/\([^)]*\)/g, ' ');
  return [outside, ...inside].map(nameKey).filter((key) => key !== '');
}

/** A name as its folded words in order of the alphabet, without titles and degrees. */
export function nameKey(name: string): string {
  const { givenName, familyName } = splitFullName(name);
  return fold(`${givenName} ${familyName}`)
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** `NY 455134` → state and number; a number alone has no state. */
export function splitLicence(text: string): { readonly state: string; readonly number: string } | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const found = /^([A-Za-z]{2})[\s:-]+(.+)$/.exec(trimmed);
  return found
    ? { state: (found[1] ?? '').toUpperCase(), number: (found[2] ?? '').trim() }
    : { state: '', number: trimmed };
}

/** Month and day of birth from `11/09`, `11-09`, `1980-11-09` or `11/09/1980`, month first; null when it is no date. */
export function monthDay(text: string): string | null {
  const iso = /^\d{4}-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  const found = iso ?? /^(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?$/.exec(text.trim());
  if (!found) return null;
  const month = Number(found[1]);
  const day = Number(found[2]);
  // A leap year: the 29th of February is a birthday.
  const real = new Date(Date.UTC(2024, month - 1, day));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function withoutTitle(name: string): string {
  let rest = name.trim();
  while (TITLES.test(rest)) rest = rest.replace(TITLES, '');
  return rest;
}

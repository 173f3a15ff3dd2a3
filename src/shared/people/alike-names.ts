import { fold } from './name.ts';
import { longForm } from './short-names.ts';

/** How two names compare: the same words, so near that a slip or a short form explains it, or neither. */
export type NameLikeness = 'same' | 'alike' | 'other';

/** A name made ready to be compared often: folded, without points, in words. */
export type PreparedName = {
  readonly given: string;
  readonly family: string;
  /** All words in order of the alphabet, joined. */
  readonly words: string;
};

/** Makes a name ready. Hyphens and apostrophes within a name do not count. */
export function prepareName(givenName: string, familyName: string): PreparedName {
  const given = plain(givenName);
  const family = plain(familyName);
  return {
    given,
    family,
    words: `${given} ${family}`
      .split(' ')
      .filter((word) => word !== '')
      .toSorted()
      .join(' '),
  };
}

/** Compares two names; the order of given and family name does not count. */
export function compareNames(one: PreparedName, other: PreparedName): NameLikeness {
  if (one.words === '' || other.words === '') return 'other';
  if (one.words === other.words) return 'same';
  const straight = alikeFamily(one.family, other.family) && alikeGiven(one.given, other.given);
  return straight || (alikeFamily(one.family, other.given) && alikeGiven(one.given, other.family))
    ? 'alike'
    : 'other';
}

/** Whether two folded given names may be one: a short form, an initial, a middle name left out, one letter wrong. */
export function alikeGiven(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [first = ''] = one.split(' ');
  const [second = ''] = other.split(' ');
  if (longForm(first) === longForm(second)) return true;
  if (first.length === 1 || second.length === 1) return first.charAt(0) === second.charAt(0);
  return Math.min(first.length, second.length) >= 4 && withinEdits(first, second, 1);
}

/** Whether two folded family names may be one: one letter wrong, two in a long one, or one half of a double name. */
export function alikeFamily(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const shorter = one.length < other.length ? one : other;
  const longer = shorter === one ? other : one;
  if (shorter.length >= 4 && longer.split(' ').includes(shorter)) return true;
  const close = one.replaceAll(' ', '');
  const closeOther = other.replaceAll(' ', '');
  if (close === closeOther) return true;
  if (shorter.length < 5) return false;
  return withinEdits(close, closeOther, shorter.length >= 9 ? 2 : 1);
}

/** How a family name sounds, as Soundex codes it; a name in another script than Latin stands for itself. */
export function soundOf(familyName: string): string {
  const letters = familyName.replace(/[^a-z]/g, '');
  if (letters.length === 0) return familyName.replaceAll(' ', '');
  let code = letters.charAt(0);
  let last = CODES[code] ?? '';
  for (const letter of letters.slice(1)) {
    const digit = CODES[letter] ?? '';
    if (digit !== '' && digit !== last) code += digit;
    // H and W do not part equal sounds; vowels do.
    if (letter !== 'h' && letter !== 'w') last = digit;
    if (code.length === 4) break;
  }
  return code;
}

const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, String(index + 1)]),
  ),
);

/** Whether one text becomes the other by at most `most` letters put in, left out, changed or swapped with the next. */
export function withinEdits(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    // A swap may still win back one from the row before.
    if (least > most + 1) return false;
    before = last;
    last = next;
  }
  return (last[other.length] ?? 0) <= most;
}

function plain(name: string): string {
  return fold(name)
    .replace(/[.,'"]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim();
}

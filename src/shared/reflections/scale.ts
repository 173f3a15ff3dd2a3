import type { ShownLevel } from '../contract/learners.ts';
import { fold } from '../people/name.ts';

/** The anchors on which confidence is rated, the levels of every competency with “none” below them. */
export const ANCHORS: readonly { readonly level: ShownLevel; readonly word: string }[] = [
  { level: 0, word: 'None' },
  { level: 1, word: 'Aware' },
  { level: 2, word: 'Apply' },
  { level: 3, word: 'Lead' },
];

/** The scale in words, for a sentence. */
export const SCALE_IN_WORDS = '0 none, 1 aware, 2 apply, 3 lead';

/** What a cell with a rating says: a level, nothing, a number of some other scale, or something that is no rating. */
export type Rating =
  | { readonly kind: 'level'; readonly level: ShownLevel }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other scale' }
  | { readonly kind: 'unreadable' };

/** How forms write that a question was left open. */
const NOTHING = /^(-+|n\/?a|not rated|no answer)?$/;

/** Reads a rating: `2`, `2.0`, `Apply`, `2 - Apply`, `2 (apply)`. A number above 3 or below 0 is of another scale. */
export function readRating(text: string): Rating {
  const folded = fold(text);
  if (NOTHING.test(folded)) return { kind: 'empty' };
  const leading = /^-?\d+(?![.,/\d])/.exec(folded);
  if (leading && !ANCHORS.some(({ level }) => level === Number(leading[0]))) return { kind: 'other scale' };
  const found = /^(-?\d+)(?:[.,]0+)?(?:\s*[-:=.)(]*\s*([a-z]+)\)?)?$/.exec(folded);
  const word = found ? (found[2] ?? '') : folded;
  const named = ANCHORS.find((anchor) => anchor.word.toLowerCase() === word);
  if (!found) return named ? { kind: 'level', level: named.level } : { kind: 'unreadable' };
  const numbered = ANCHORS.find((anchor) => anchor.level === Number(found[1]));
  if (!numbered) return { kind: 'other scale' };
  // `2 - Lead` contradicts itself; nobody guesses which of the two was meant.
  if (word !== '' && named?.level !== numbered.level) return { kind: 'unreadable' };
  return { kind: 'level', level: numbered.level };
}

/** A level as it is shown: `2 Apply`. */
export function anchorText(level: ShownLevel): string {
  return `${level} ${ANCHORS.find((anchor) => anchor.level === level)?.word ?? ''}`;
}

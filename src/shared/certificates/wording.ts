import { formatCredits } from '../format.ts';
import type { StatementField } from './statements.ts';

/** A piece of a sentence in one style. */
export type StyledText = { readonly text: string; readonly italic?: boolean; readonly superscript?: boolean };

/** How fractions below one credit are called; no source settles it (reference/accreditation.md 1.3). */
export type FractionNoun = 'singular' | 'plural';

/**
 * `Credit` for exactly one credit, `Credits` otherwise; 0.25 to 0.75 as the office has set
 * (reference/accreditation.md 1.3).
 */
export function creditNoun(quarters: number, fractionNoun: FractionNoun): 'Credit' | 'Credits' {
  if (quarters === 4) return 'Credit';
  if (quarters < 4 && fractionNoun === 'singular') return 'Credit';
  return 'Credits';
}

/** `1.25 AMA PRA Category 1 Credits™` as plain text, for lists and messages. */
export function creditPhrase(quarters: number, fractionNoun: FractionNoun): string {
  return `${formatCredits(quarters)} AMA PRA Category 1 ${creditNoun(quarters, fractionNoun)}™`;
}

/** Names joined as in a sentence: `A`, `A and B`, `A, B and C`. */
export function nameList(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/**
 * Fills the fields of a statement and turns `*…*` into italics and ™ into a superscript.
 * What stands in a field is text: an asterisk or brace in a provider's name stays what it is.
 */
export function fillStatement(
  text: string,
  fields: Readonly<Record<StatementField, string>>,
): readonly StyledText[] {
  const values = new Map<string, string>(Object.entries(fields));
  return text.split('*').flatMap((part, index) => {
    const italic = index % 2 === 1;
    // “The {provider}” with a provider that brings its own article: “The The Clinic” would be wrong.
    const filled = part.replace(/(\bThe )?\{(\w+)\}/g, (_, article: string | undefined, name: string) => {
      const value = values.get(name) ?? '';
      return article && !/^the /i.test(value) ? `${article}${value}` : value;
    });
    return styled(filled, italic);
  });
}

/** A statement's text without its styles. */
export function plainText(runs: readonly StyledText[]): string {
  return runs.map((run) => run.text).join('');
}

function styled(text: string, italic: boolean): readonly StyledText[] {
  return text
    .split(/(™)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '™' ? { text: piece, superscript: true } : italic ? { text: piece, italic } : { text: piece },
    );
}

import type { PageDocument, Unprintable } from './document.ts';
import { uncoveredCharacters } from './script-runs.ts';

/** Members of a document that are not printed as words. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'kind',
  'paper',
  'issuedAt',
  'publishedAt',
  'savedAt',
  'mediaType',
  'bytes',
]);

/**
 * The characters of a document that no embedded font can show, with the member of the document they stand in
 * (`recipientName`, `signatories`, …). A certificate with any is held, never printed with boxes or question marks.
 */
export function findUnprintable(document: PageDocument): readonly Unprintable[] {
  const found = new Map<string, Unprintable>();
  for (const [field, value] of Object.entries(document)) {
    if (NOT_TEXT.has(field)) continue;
    for (const text of textsOf(value)) {
      for (const character of uncoveredCharacters(text, 'serif')) {
        const codePoint = [...character]
          .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
          .join(' ');
        found.set(`${field} ${codePoint}`, { character, codePoint, field });
      }
    }
  }
  return [...found.values()];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return Object.entries(value).flatMap(([key, member]) => (NOT_TEXT.has(key) ? [] : textsOf(member)));
  }
  return [];
}

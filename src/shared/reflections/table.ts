import type { ReflectionRow } from '../contract/reflections.ts';
import { counted, formatShortDate } from '../format.ts';

/** A table of reflections as text, the first row its headings. */
export type ReflectionTable = readonly (readonly string[])[];

/**
 * Everyone's reflections with one column for each rating. The headings are the ones that an import recognizes, so that a
 * file can come back corrected.
 */
export function reflectionTable(rows: readonly ReflectionRow[], codes: readonly string[]): ReflectionTable {
  return [
    [
      'Name',
      'E-mail',
      'Date',
      'What will change',
      'Commitment',
      'Follow-up date',
      'Outcome',
      'Followed up on',
      ...codes.flatMap((code) => [`${code} before`, `${code} after`]),
    ],
    ...rows.flatMap(({ name, email, reflection }) =>
      reflection === null
        ? []
        : [
            [
              name,
              email,
              reflection.writtenOn,
              reflection.change,
              reflection.commitment,
              reflection.followUpOn ?? '',
              reflection.outcome === 'open' ? '' : reflection.outcome,
              reflection.followedUpOn ?? '',
              ...codes.flatMap((code) => {
                const rating = reflection.confidence.find((other) => other.code === code);
                return rating ? [String(rating.before), String(rating.after)] : ['', ''];
              }),
            ],
          ],
    ),
  ];
}

/** What a reflection holds, in a few words: `2 ratings · commitment · follow-up Jan 5, 2027`. */
export function inFewWords(content: NonNullable<ReflectionRow['reflection']>): string {
  return [
    content.change === '' ? '' : 'what will change',
    content.commitment === '' ? '' : 'commitment',
    content.followUpOn === null ? '' : `follow-up ${formatShortDate(content.followUpOn)}`,
    content.confidence.length === 0 ? '' : counted(content.confidence.length, 'rating', 'ratings'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A table as CSV (RFC 4180) with the mark of UTF-8, which Excel needs. Cells that read like formulas are made plain text. */
export function csvOf(table: ReflectionTable): string {
  return `\uFEFF${table.map((row) => row.map((cell) => quoted(plainText(cell))).join(',')).join('\r\n')}\r\n`;
}

/** A table as tab-separated lines for pasting into a spreadsheet, guarded in the same way. */
export function tabTextOf(table: ReflectionTable): string {
  return table
    .map((row) => row.map((cell) => plainText(cell.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\n');
}

/** Cells that a spreadsheet would take for a formula begin with an apostrophe instead (OWASP: CSV injection). */
function plainText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before it was guarded against being read as a formula. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import type { z } from 'zod';
import type { CohortGaps } from '../../../shared/contract/pathways.ts';
import type { FileOutput } from '../../../shared/contract/primitives.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import { LEVELS, NO_GROUP } from '../words.ts';

/** The gaps as rows of a spreadsheet: competencies first, then people, each under its own headings. */
export function gapRows(cohort: z.infer<typeof CohortGaps>): readonly (readonly string[])[] {
  return [
    ['Competency', 'Name', 'Domain', ...LEVELS, 'Target', 'People below'],
    ...cohort.competencies.map(({ code, name, domain, atLevel, target, below }) => [
      code,
      name,
      domain,
      ...atLevel.map(String),
      LEVELS[target],
      String(below),
    ]),
    [],
    ['Person', 'Profession', 'Specialty', 'Group', 'Group is', 'Gaps', 'Below target in', 'Evidence'],
    ...cohort.learners.map(({ name, profession, specialty, group, gaps, known }) => [
      name,
      profession,
      specialty,
      group.code === '' ? NO_GROUP : audienceName(group.code),
      group.pathwayId === null ? 'assumed' : 'chosen in a pathway',
      String(gaps.length),
      gaps.join(' '),
      known ? 'on record' : 'none on record',
    ]),
  ];
}

/** Rows for the clipboard: a spreadsheet puts each value into its cell. */
export function tabbed(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => harmless(cell.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\n');
}

/** Rows as a CSV file in UTF-8 that spreadsheets recognize as such. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): FileOutput {
  const lines = rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(','));
  const bytes = new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {
    fileName: `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.csv`,
    mediaType: 'text/csv',
    base64: btoa(binary),
  };
}

/** A value that a spreadsheet would take for a formula is marked as text. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import type { ImportField } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { recogniseHeadings } from '../../shared/imports/fields.ts';
import { ratingOf, SEVERAL_LINES } from '../../shared/imports/reflection-fields.ts';
import type { Table } from './read-table.ts';

/** One row of data: its number in the file, and its text by field. */
export type DataRow = { readonly row: number; readonly fields: ReadonlyMap<ImportField, string> };
/** A row that is no data, and why. */
export type OtherRow = { readonly row: number; readonly reason: string; readonly text: string };

/** A table with its headings found and its rows told apart. */
export type LaidOut = {
  /** What kind of file it looks like, in words. */
  readonly name: string;
  readonly encoding: string;
  readonly headerRow: number;
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: ImportField;
    readonly examples: string[];
  }[];
  readonly data: readonly DataRow[];
  readonly others: readonly OtherRow[];
};

type Kind = {
  readonly name: string;
  /** First cell of the line above the headings of the part that counts. */
  readonly section: RegExp;
  /** First cell of a line that begins another part, and why its rows do not count. */
  readonly otherParts: readonly (readonly [RegExp, string])[];
};

const KINDS: readonly Kind[] = [
  {
    name: 'Zoom webinar report',
    section: /^attendee details$/i,
    otherParts: [
      [/^host details$/i, 'Host of the webinar: enrol and mark by hand if credit is due.'],
      [/^panelist details$/i, 'Panelist of the webinar: enrol and mark by hand if credit is due.'],
      [/^other attended$/i, 'Joined by telephone without a name.'],
    ],
  },
  {
    name: 'Teams attendance report',
    section: /^2\. participants$/i,
    otherParts: [
      [/^3\. in-meeting activities$/i, 'Single joins of the participants above, already counted there.'],
    ],
  },
];

const HEADINGS_WITHIN = 60;
/** As many as a correction can name. */
const MOST_COLUMNS = 1_000;
const EXAMPLES_WITHIN = 500;

/** Says which field each heading of a row names. */
export type Recognise = (headings: readonly string[]) => readonly ImportField[];

/**
 * Finds the headings (below whatever a report puts above them) and names each row.
 * @throws RoundsError `imports/no-header`
 */
export function layOut(
  table: Table,
  mapping: Readonly<Record<string, ImportField>>,
  recognise: Recognise = recogniseHeadings,
): LaidOut {
  const first = (row: readonly string[]): string => (row[0] ?? '').trim();
  const kind = KINDS.find(({ section }) => table.rows.some((row) => section.test(first(row))));
  const header = kind
    ? table.rows.findIndex((row) => kind.section.test(first(row))) + 1
    : plainHeader(table.rows, recognise, Object.keys(mapping).length > 0);
  const headings = table.rows[header]?.slice(0, MOST_COLUMNS);
  if (!headings)
    throw new RoundsError(
      'imports/no-header',
      'No row with column headings was found, such as “Name” and “Email”. Add a row of headings and choose the file again.',
    );
  const fields = fieldsOfColumns(recognise(headings), mapping);
  const below = table.rows.slice(header + 1, header + 1 + EXAMPLES_WITHIN);
  const columns = headings.map((heading, index) => ({
    index,
    header: heading.trim().slice(0, 300),
    field: fields[index] ?? 'ignore',
    examples: examples(below, index),
  }));
  const data: DataRow[] = [];
  const others: OtherRow[] = [];
  let part: string | null = null;
  table.rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 1;
    const begins = kind?.otherParts.find(([heading]) => heading.test(first(cells)));
    if (begins) part = begins[1];
    // What stands above the section that counts does not go on below it.
    else if (kind && index === header - 1) part = null;
    if (index === header) others.push({ row, reason: 'Column headings.', text: textOf(cells) });
    else if (part !== null) others.push({ row, reason: part, text: textOf(cells) });
    else if (index < header) others.push({ row, reason: 'Above the column headings.', text: textOf(cells) });
    else data.push({ row, fields: fieldsOf(cells, columns) });
  });
  return {
    name: kind?.name ?? plainName(columns),
    encoding: table.encoding,
    headerRow: header + 1,
    columns,
    data,
    others,
  };
}

/** The first row that names the most fields; with corrected columns, the first row that is as wide as any. */
function plainHeader(rows: readonly (readonly string[])[], recognise: Recognise, corrected: boolean): number {
  const counts = rows
    .slice(0, HEADINGS_WITHIN)
    .map((row) => recognise(row.slice(0, MOST_COLUMNS)).filter((field) => field !== 'ignore').length);
  const most = Math.max(0, ...counts);
  if (most >= 2) return counts.indexOf(most);
  if (most === 1 && (corrected || rows.length > 1)) return counts.indexOf(1);
  return corrected ? rows.findIndex((row) => row.some((cell) => cell.trim() !== '')) : -1;
}

function plainName(columns: LaidOut['columns']): string {
  const fields = new Set(columns.map(({ field }) => field));
  if (columns.some(({ field }) => SEVERAL_LINES.has(field) || ratingOf(field))) return 'Reflection form';
  if (columns.some(({ header }) => /original name/i.test(header))) return 'Zoom meeting report';
  return fields.has('joinTime') || fields.has('minutes') || fields.has('attended')
    ? 'List with attendance'
    : 'List of people';
}

/** The field of each column. One that was given by hand leaves the column where it was recognised. */
function fieldsOfColumns(
  fields: readonly ImportField[],
  mapping: Readonly<Record<string, ImportField>>,
): readonly ImportField[] {
  const given = new Set(Object.values(mapping));
  return fields.map(
    (recognised, index) => mapping[String(index)] ?? (given.has(recognised) ? 'ignore' : recognised),
  );
}

function textOf(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell.trim() !== '')
    .map((cell) => cell.slice(0, 200))
    .join(' · ')
    .slice(0, 200);
}

function fieldsOf(cells: readonly string[], columns: LaidOut['columns']): ReadonlyMap<ImportField, string> {
  return new Map(
    columns
      .filter(({ field }) => field !== 'ignore')
      .map(({ field, index }) => [
        field,
        (cells[index] ?? '').replace(SEVERAL_LINES.has(field) ? /[^\S\r\n]+/g : /[\s\u00a0]+/g, ' ').trim(),
      ]),
  );
}

function examples(rows: readonly (readonly string[])[], index: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '') found.add(cell.slice(0, 60));
    if (found.size === 3) break;
  }
  return [...found];
}

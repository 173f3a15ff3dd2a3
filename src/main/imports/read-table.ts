import { unzipSync } from 'fflate';
import { streamXlsxRows } from 'hucre';
import Papa from 'papaparse';
import { RoundsError } from '../../shared/errors.ts';

/** The cells of a file as text, row by row as a spreadsheet numbers them: `rows[0]` is row 1. */
export type Table = { readonly rows: readonly (readonly string[])[]; readonly encoding: string };

/** Largest file, in bytes. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;
/** Largest content of a spreadsheet once unpacked: a few megabytes can hide gigabytes. */
const MAXIMUM_UNPACKED = 400 * 1024 * 1024;
const MAXIMUM_ROWS = 250_000;

/**
 * Reads a CSV, TSV or XLSX file.
 * @throws RoundsError `imports/empty`, `imports/too-large`, `imports/unreadable`
 */
export async function readTable(fileName: string, bytes: Buffer): Promise<Table> {
  if (bytes.length === 0)
    throw new RoundsError(
      'imports/empty',
      `“${fileName}” is empty. Export the list again and choose that file.`,
    );
  if (bytes.length > MAXIMUM_BYTES) throw tooLarge(fileName);
  const table = isZip(bytes) ? await readSpreadsheet(fileName, bytes) : readDelimited(fileName, bytes);
  if (table.rows.length > MAXIMUM_ROWS) throw tooLarge(fileName);
  if (table.rows.every((row) => row.every((cell) => cell.trim() === '')))
    throw new RoundsError(
      'imports/empty',
      `“${fileName}” has no rows. Export the list again and choose that file.`,
    );
  return table;
}

function readDelimited(fileName: string, bytes: Buffer): Table {
  const { text, encoding } = decode(fileName, bytes);
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: false, delimiter: delimiterOf(text) });
  return { rows: parsed.data, encoding };
}

/**
 * The delimiter that the most rows agree on. Reports begin with lines of another width, so the first line does not decide.
 */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const widths = Papa.parse<string[]>(sample, { delimiter, skipEmptyLines: true }).data.map(
      (row) => row.length,
    );
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    return { delimiter, score: Math.max(0, ...[...counts].map(([width, count]) => count * (width - 1))) };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

/** UTF-8 and UTF-16 by their marks or their bytes; anything else that is text is Windows-1252, as Excel in Europe writes. */
export function decode(
  fileName: string,
  bytes: Buffer,
): { readonly text: string; readonly encoding: string } {
  const as = (label: string, encoding: string): { readonly text: string; readonly encoding: string } => ({
    text: new TextDecoder(label).decode(bytes),
    encoding,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', 'UTF-16');
  const start = bytes.subarray(0, 4_000);
  const zeros = start.filter((byte) => byte === 0).length;
  if (zeros > 0) {
    // Without a mark, every other byte of UTF-16 is zero where the text is Latin.
    const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
    if (zeros > start.length / 4 && odd === zeros) return as('utf-16le', 'UTF-16');
    if (zeros > start.length / 4 && odd === 0) return as('utf-16be', 'UTF-16');
    throw unreadable(fileName);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const control = bytes.subarray(0, 4_000).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
    if (control > 0) throw unreadable(fileName);
    return as('windows-1252', 'Windows-1252');
  }
}

async function readSpreadsheet(fileName: string, bytes: Buffer): Promise<Table> {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch {
    throw unreadable(fileName);
  }
  if (unpacked > MAXIMUM_UNPACKED) throw tooLarge(fileName);
  const rows: string[][] = [];
  try {
    for await (const row of streamXlsxRows(bytes)) {
      if (row.index >= MAXIMUM_ROWS) throw tooLarge(fileName);
      // Rows that the file leaves out are empty; the numbers stay those of the spreadsheet.
      while (rows.length < row.index) rows.push([]);
      rows[row.index] = row.values.map(cellText);
    }
  } catch (error) {
    if (error instanceof RoundsError) throw error;
    throw unreadable(fileName);
  }
  return { rows, encoding: 'XLSX' };
}

/** A cell as the text that a person sees: whole numbers without a point, dates as ISO. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}

function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

function unreadable(fileName: string): RoundsError {
  const name = fileName.toLowerCase();
  const advice = name.endsWith('.xls')
    ? 'It is in the old Excel format. Open it in Excel, save it as .xlsx or CSV, and choose that file.'
    : name.endsWith('.xlsx')
      ? 'It may be damaged or protected with a password. Open it in Excel, save it without a password, and choose it again.'
      : 'Choose a CSV or Excel (.xlsx) file.';
  return new RoundsError('imports/unreadable', `“${fileName}” cannot be read as a table. ${advice}`);
}

function tooLarge(fileName: string): RoundsError {
  return new RoundsError(
    'imports/too-large',
    `“${fileName}” is too large: at most 64 MB and ${MAXIMUM_ROWS.toLocaleString('en-US')} rows. Split it and import the parts.`,
  );
}

import { extname } from 'node:path';
import { z } from 'zod';
import { Competency } from '../../shared/contract/modules.ts';
import { RoundsError } from '../../shared/errors.ts';
import {
  type CsvField,
  fieldsOfHeadings,
  unguardFormula,
  valueOfCell,
} from '../../shared/exchange/csv-cells.ts';
import { quoteShort } from '../../shared/exchange/field-words.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, MOST_ROWS } from '../../shared/exchange/format.ts';
import { scanJson } from '../../shared/exchange/scan-json.ts';
import { formatCount } from '../../shared/format.ts';
import { decode, readTable, type Table } from '../imports/index.ts';

/** A row as it stands in the file, not judged yet. */
export type RawRow = { readonly row: number; readonly value: unknown };

/** An exchange file taken apart. */
export type RawFile = {
  readonly form: 'json' | 'csv';
  readonly modules: readonly RawRow[];
  readonly curricula: readonly RawRow[];
  /** What the file's competency codes mean, where it says so. */
  readonly competencies: readonly { readonly code: string; readonly name: string }[];
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
};

const MOST_BYTES = 64 * 1024 * 1024;
/** Lines from the top within which headings are looked for. */
const HEADINGS_WITHIN = 20;
const MOST_COLUMNS = 200;
const ROOT_FIELDS = ['$schema', 'format', 'version', 'exportedAt', 'competencies', 'modules', 'curricula'];

/**
 * Reads an exchange file: JSON, or a table (CSV, TSV, XLSX) with one module a row.
 * @throws RoundsError `exchange/unreadable`, `exchange/too-large`
 */
export async function readExchangeFile(fileName: string, bytes: Buffer): Promise<RawFile> {
  if (bytes.length > MOST_BYTES) throw tooLarge(fileName, 'it is larger than 64 MB');
  if (bytes.length === 0) throw unreadable(fileName, 'is empty. Choose another file.');
  if (isJson(fileName, bytes)) return readJson(fileName, decoded(fileName, bytes));
  return readModuleTable(fileName, await tableOf(fileName, bytes));
}

/** By its name, or because it begins as no table does. */
function isJson(fileName: string, bytes: Buffer): boolean {
  if (extname(fileName).toLowerCase() === '.json') return true;
  return /^[\s\0\uFEFF]*[[{]/.test(
    bytes
      .subarray(0, 200)
      .toString('latin1')
      .replace(/^(ÿþ|þÿ|ï»¿)/, ''),
  );
}

function decoded(fileName: string, bytes: Buffer): string {
  try {
    return decode(fileName, bytes).text;
  } catch (error) {
    if (error instanceof RoundsError)
      throw unreadable(fileName, 'is not a text. Choose a JSON, CSV or Excel (.xlsx) file.');
    throw error;
  }
}

function readJson(fileName: string, text: string): RawFile {
  const scan = scanJson(text);
  if (scan.tooDeep)
    throw unreadable(
      fileName,
      'holds fields inside fields more than 40 deep, which no file of modules does. Choose a file that was exported from Rounds.',
    );
  if (scan.tooMany) throw tooLarge(fileName, 'it holds more than 8 million values');
  const root = parse(fileName, text, scan.strangeLine);
  if (scan.twice)
    throw unreadable(
      fileName,
      `names the field “${quoteShort(scan.twice.name)}” twice in one place, in line ${formatCount(scan.twice.line)}. Remove one of the two, so that it is clear which holds.`,
    );
  return parts(fileName, root);
}

function parse(fileName: string, text: string, strangeLine: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /\(line (\d+) column (\d+)\)/.exec(error instanceof Error ? error.message : '');
    const unfinished = error instanceof Error && /end of JSON input|Unterminated/.test(error.message);
    const line = place ? Number(place[1]) : strangeLine;
    const where = line === null ? '' : ` The first mistake is in line ${formatCount(line)}.`;
    throw unreadable(
      fileName,
      unfinished
        ? 'ends too early, as if it had been cut off. Export or download it again.'
        : `is not valid JSON.${where} Correct it, or export it again.`,
    );
  }
}

function parts(fileName: string, root: unknown): RawFile {
  const format = fieldOf(root, 'format');
  if (format !== EXCHANGE_FORMAT)
    throw unreadable(
      fileName,
      `is JSON, but not a file of modules and curricula. Such a file begins with {"format": "${EXCHANGE_FORMAT}", "version": ${EXCHANGE_VERSION}}; export a module to see one.`,
    );
  const version = fieldOf(root, 'version');
  if (version !== EXCHANGE_VERSION)
    throw unreadable(
      fileName,
      typeof version === 'number' && version > EXCHANGE_VERSION
        ? `has version ${quoteShort(version)} of the form, and this program reads version ${EXCHANGE_VERSION}. Update Rounds, or export the file for this version.`
        : `does not say which version of the form it has. Write "version": ${EXCHANGE_VERSION}.`,
    );
  const unknown = Object.keys(Object(root)).find((name) => !ROOT_FIELDS.includes(name));
  if (unknown !== undefined)
    throw unreadable(
      fileName,
      `has a field “${quoteShort(unknown)}” that such a file does not have. Remove it, or check the spelling: modules and curricula are what is read.`,
    );
  const modules = listOf(fileName, root, 'modules');
  const curricula = listOf(fileName, root, 'curricula');
  if (modules.length + curricula.length === 0)
    throw unreadable(fileName, 'has no modules and no curricula. Choose another file.');
  if (modules.length + curricula.length > MOST_ROWS) throw tooManyRows(fileName);
  return {
    form: 'json',
    modules: modules.map((value, index) => ({ row: index + 1, value })),
    curricula: curricula.map((value, index) => ({ row: modules.length + index + 1, value })),
    competencies: competenciesOf(fileName, listOf(fileName, root, 'competencies')),
    columns: [],
  };
}

const NamedCompetency = z.object({ code: Competency.shape.code, name: Competency.shape.name });

function competenciesOf(fileName: string, values: readonly unknown[]): RawFile['competencies'] {
  if (values.length > 500) throw tooLarge(fileName, 'it holds more than 500 competencies');
  return values.map((value, index) => {
    const read = NamedCompetency.safeParse(value);
    if (!read.success)
      throw unreadable(
        fileName,
        `has a competency, number ${index + 1}, without code or name. Add them, or remove the list of competencies.`,
      );
    return read.data;
  });
}

function fieldOf(root: unknown, name: string): unknown {
  return typeof root === 'object' && root !== null && Object.hasOwn(root, name)
    ? Reflect.get(root, name)
    : undefined;
}

function listOf(fileName: string, root: unknown, name: string): readonly unknown[] {
  const value = fieldOf(root, name);
  if (value === undefined) return [];
  if (!Array.isArray(value))
    throw unreadable(fileName, `has no list under “${name}”. Write "${name}": [ … ].`);
  return value;
}

async function tableOf(fileName: string, bytes: Buffer): Promise<Table> {
  try {
    return await readTable(fileName, bytes);
  } catch (error) {
    if (!(error instanceof RoundsError)) throw error;
    if (error.code === 'imports/too-large') throw new RoundsError('exchange/too-large', error.message);
    throw unreadable(
      fileName,
      error.code === 'imports/empty'
        ? 'has no rows. Choose another file.'
        : 'cannot be read. Choose a JSON file that was exported from Rounds, or a CSV or Excel (.xlsx) file with one module a row.',
    );
  }
}

function readModuleTable(fileName: string, { rows }: Table): RawFile {
  const within = rows.slice(0, HEADINGS_WITHIN).map((cells) => cells.slice(0, MOST_COLUMNS));
  const header = within.findIndex((cells) => {
    const fields = fieldsOfHeadings(cells);
    return fields.includes('code') && fields.filter((field) => field !== null).length > 1;
  });
  const headings = within[header];
  if (!headings)
    throw unreadable(
      fileName,
      'has no row of headings with “Code” and at least one more, such as “Title” and “Minutes”. Add one above the modules and choose the file again.',
    );
  const fields = fieldsOfHeadings(headings);
  const modules = rows.flatMap((cells, index): readonly RawRow[] =>
    index <= header || cells.every((cell) => cell.trim() === '')
      ? []
      : [{ row: index + 1, value: moduleOf(cells, fields) }],
  );
  if (modules.length === 0)
    throw unreadable(fileName, 'has headings but no modules below them. Add one module a row.');
  if (modules.length > MOST_ROWS) throw tooManyRows(fileName);
  return {
    form: 'csv',
    modules,
    curricula: [],
    competencies: [],
    columns: headings
      .map((heading, index) => ({ header: quoteShort(heading), field: fields[index] ?? null }))
      .filter(({ header: words, field }) => words !== '' || field !== null),
  };
}

function moduleOf(cells: readonly string[], fields: readonly (CsvField | null)[]): unknown {
  return Object.fromEntries(
    fields.flatMap((field, index) =>
      field === null ? [] : [[field, valueOfCell(field, unguardFormula(cells[index] ?? ''))] as const],
    ),
  );
}

function unreadable(fileName: string, words: string): RoundsError {
  return new RoundsError('exchange/unreadable', `“${fileName}” ${words}`);
}

function tooLarge(fileName: string, why: string): RoundsError {
  return new RoundsError(
    'exchange/too-large',
    `“${fileName}” is too large: ${why}. Split it and import the parts.`,
  );
}

function tooManyRows(fileName: string): RoundsError {
  return tooLarge(fileName, `it holds more than ${formatCount(MOST_ROWS)} modules and curricula`);
}

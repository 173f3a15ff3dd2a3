import { extname } from 'node:path';
import { z } from 'zod';
import type { ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import { Competency } from '../../shared/contract/modules.ts';
import { RoundsError } from '../../shared/errors.ts';
import { quoteShort } from '../../shared/exchange/field-words.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, MOST_ROWS } from '../../shared/exchange/format.ts';
import { scanJsonInSteps } from '../../shared/exchange/scan-json.ts';
import { formatCount } from '../../shared/format.ts';
import type { DateOrder } from '../../shared/imports/joins.ts';
import { decode, readTable, type Table } from '../imports/index.ts';
import { tooLarge, tooManyRows, unreadable } from './file-faults.ts';
import { readModuleTable } from './read-module-table.ts';
import type { Slices } from './slices.ts';

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
  /** Dates of a table that can be read in two ways, and how they were read. */
  readonly dateChoice: ExchangeRehearsal['dateChoice'];
  /** What is to be said of the file as a whole. */
  readonly notices: readonly string[];
};

const MOST_BYTES = 64 * 1024 * 1024;
const ROOT_FIELDS = ['$schema', 'format', 'version', 'exportedAt', 'competencies', 'modules', 'curricula'];

/**
 * Reads an exchange file: JSON, or a table (CSV, TSV, XLSX) with one module a row.
 * @throws RoundsError `exchange/unreadable`, `exchange/too-large`
 */
export async function readExchangeFile(
  fileName: string,
  bytes: Buffer,
  dateOrder: DateOrder | null,
  slices: Slices,
): Promise<RawFile> {
  if (bytes.length > MOST_BYTES) throw tooLarge(fileName, 'it is larger than 64 MB');
  if (bytes.length === 0) throw unreadable(fileName, 'is empty. Choose another file.');
  if (isJson(fileName, bytes)) return readJson(fileName, decoded(fileName, bytes), slices);
  const table = await tableOf(fileName, bytes);
  await slices.pause();
  return slices.all(readModuleTable(fileName, table, dateOrder));
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

async function readJson(fileName: string, text: string, slices: Slices): Promise<RawFile> {
  const scan = await slices.all(scanJsonInSteps(text));
  if (scan.tooDeep)
    throw unreadable(
      fileName,
      'holds fields inside fields more than 40 deep, which no file of modules does. Choose a file that was exported from Rounds.',
    );
  if (scan.tooMany) throw tooLarge(fileName, 'it holds more than 8 million values');
  await slices.pause();
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
    dateChoice: null,
    notices: [],
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

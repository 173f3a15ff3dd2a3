import Papa from 'papaparse';
import { safeFileText } from '../../shared/certificates/file-names.ts';
import type { Module, ModuleContent } from '../../shared/contract/modules.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { moduleIdsOf } from '../../shared/curricula/outline.ts';
import { RoundsError } from '../../shared/errors.ts';
import { CSV_FIELDS, CSV_HEADINGS, cellOf, guardFormula } from '../../shared/exchange/csv-cells.ts';
import {
  EXCHANGE_FORMAT,
  EXCHANGE_VERSION,
  type ExchangeCurriculum,
  exchangeSchema,
} from '../../shared/exchange/format.ts';
import { getCurriculum } from '../curricula/index.ts';
import type { Reader } from '../database/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { toExchange } from './curriculum-form.ts';
import { contentOf } from './read-rows.ts';

/** Modules as a file, in the order of their codes. @throws RoundsError `modules/not-found` */
export function exportModules(
  read: Reader,
  ids: readonly number[],
  form: 'json' | 'csv',
  now: string,
): FileOutput {
  const wanted = new Set(ids);
  const modules = listModules(read).filter(({ id }) => wanted.has(id));
  if (modules.length < wanted.size)
    throw new RoundsError(
      'modules/not-found',
      'A chosen module is not in the library any more. Choose the modules again.',
    );
  const [only] = modules;
  const name = modules.length === 1 && only ? `${only.code} ${only.title}` : 'Modules';
  return form === 'json' ? json(name, fileOf(read, modules, [], now)) : csv(name, modules.map(contentOf));
}

/**
 * A curriculum as a file with its modules and all that these build on, so that it can be imported anywhere.
 * @throws RoundsError `curricula/not-found`
 */
export function exportCurriculum(read: Reader, curriculumId: number, now: string): FileOutput {
  const curriculum = getCurriculum(read, curriculumId);
  const library = listModules(read);
  const codes = new Map(library.map(({ id, code }) => [id, code]));
  const wanted = new Set(moduleIdsOf(curriculum.items).flatMap((id) => codes.get(id) ?? []));
  const byCode = new Map(library.map((module) => [module.code, module]));
  // A set goes on over what is added while it is walked.
  for (const code of wanted) for (const other of byCode.get(code)?.prerequisites ?? []) wanted.add(other);
  const modules = library.filter(({ code }) => wanted.has(code));
  return json(curriculum.title, fileOf(read, modules, [toExchange(curriculum, codes)], now));
}

/** The published schema as a file. */
export function schemaFile(): FileOutput {
  return fileOutput(
    'rounds-curriculum.schema.json',
    'application/schema+json',
    `${text(exchangeSchema())}\n`,
  );
}

function fileOf(
  read: Reader,
  modules: readonly Module[],
  curricula: readonly ExchangeCurriculum[],
  exportedAt: string,
): object {
  const named = new Set([
    ...modules.flatMap(({ competencies }) => competencies.map(({ code }) => code)),
    ...curricula.flatMap(({ targets }) => Object.keys(targets)),
  ]);
  return {
    format: EXCHANGE_FORMAT,
    version: EXCHANGE_VERSION,
    exportedAt,
    competencies: listCompetencies(read).filter(({ code }) => named.has(code)),
    modules: modules.map(contentOf),
    ...(curricula.length === 0 ? {} : { curricula }),
  };
}

function json(name: string, value: object): FileOutput {
  return fileOutput(`${safeFileText(name) || 'Curriculum'}.json`, 'application/json', `${text(value)}\n`);
}

function csv(name: string, modules: readonly ModuleContent[]): FileOutput {
  const table = Papa.unparse(
    [
      CSV_HEADINGS,
      ...modules.map((module) => CSV_FIELDS.map((field) => guardFormula(cellOf(module, field)))),
    ],
    { newline: '\r\n', quotes: true },
  );
  // Excel on Windows reads UTF-8 only with a byte order mark.
  return fileOutput(`${safeFileText(name) || 'Modules'}.csv`, 'text/csv', `\uFEFF${table}\r\n`);
}

function text(value: object): string {
  return JSON.stringify(value, null, 2);
}

function fileOutput(fileName: string, mediaType: string, content: string): FileOutput {
  return { fileName, mediaType, base64: Buffer.from(content).toString('base64') };
}

import type { Module, ModuleContent } from '../../shared/contract/modules.ts';
import { usualLearningFormat } from '../../shared/curricula/words.ts';
import { sameContent } from '../../shared/exchange/changes.ts';
import { sameInWords } from '../../shared/exchange/csv-cells.ts';
import { MODULE_FIELD_NAMES, quoteShort } from '../../shared/exchange/field-words.ts';
import { ExchangeCurriculum, ExchangeModule } from '../../shared/exchange/format.ts';
import { readRow } from '../../shared/exchange/problem-sentences.ts';
import type { Steps } from '../../shared/exchange/steps.ts';
import type { RawFile, RawRow } from './read-file.ts';

/** A module of a file, read against the library. */
export type FileModule = {
  readonly row: number;
  readonly code: string;
  readonly title: string;
  /** The module of the library with that code. */
  readonly before: Module | null;
  /** As it would be; null when something is wrong with the row itself. */
  readonly content: ModuleContent | null;
  /** What could be read of it. */
  readonly fields: Partial<ModuleContent>;
  readonly same: boolean;
  readonly problems: readonly string[];
};

/** A curriculum of a file. */
export type FileCurriculum = {
  readonly row: number;
  readonly title: string;
  readonly content: ExchangeCurriculum | null;
  readonly fields: Partial<ExchangeCurriculum>;
  readonly problems: readonly string[];
};

const NEEDED = ['title', 'domain', 'track', 'format', 'minutes'] as const;
type Needed = (typeof NEEDED)[number];

/** What a new module has of the fields that a file may leave out. */
const EMPTY: Omit<ModuleContent, Needed | 'code' | 'amaLearningFormat'> = {
  description: '',
  objectives: [],
  audience: [],
  specialtyFocus: [],
  prerequisites: [],
  competencies: [],
  assessmentMethod: '',
  assessmentStandard: '',
  mooreLevel: null,
  references: [],
  lastReviewed: null,
  reviewBy: null,
  aiUses: [],
};

/** Reads the modules of a file, one a step: what a row leaves out stays as the library has it. */
export function* readModules(
  { form, modules, competencies }: RawFile,
  library: ReadonlyMap<string, Module>,
  names: ReadonlyMap<string, string>,
  onRead: (rows: number) => void,
): Steps<readonly FileModule[]> {
  // A code that means something else in the framework of the file would teach the wrong thing here.
  const elsewhere = new Map(
    competencies.flatMap(({ code, name }) => {
      const here = names.get(code);
      return here !== undefined && here !== name
        ? [
            [
              code,
              `Competency ${code} is “${quoteShort(name)}” in the file and “${here}” here. Use the codes of this library.`,
            ],
          ]
        : [];
    }),
  );
  const read: FileModule[] = [];
  for (const row of modules) {
    yield;
    read.push(readModule(row, form, library, elsewhere));
    onRead(read.length);
  }
  return read;
}

function readModule(
  { row, value }: RawRow,
  form: RawFile['form'],
  library: ReadonlyMap<string, Module>,
  elsewhere: ReadonlyMap<string, string>,
): FileModule {
  const { fields: read, problems } = readRow(ExchangeModule, value, 'module');
  const code = read.code ?? rawText(value, 'code');
  const before = library.get(code) ?? null;
  const fields = inOwnWords(form, withoutUndefined(read), before);
  const missing =
    before || typeof value !== 'object' || value === null
      ? []
      : NEEDED.filter((field) => !isNamed(value, field));
  const amaLearningFormat =
    before?.amaLearningFormat ?? (read.format === undefined ? null : usualLearningFormat(read.format));
  const all = [
    ...problems,
    ...missing.map((field) => `${MODULE_FIELD_NAMES[field]} is missing, which a new module needs. Add it.`),
    ...(!before &&
    read.format !== undefined &&
    amaLearningFormat === null &&
    !isNamed(value, 'amaLearningFormat')
      ? ['AMA learning format is missing, and its format does not tell it. Add it.']
      : []),
    ...(read.competencies ?? []).flatMap((competency) => elsewhere.get(competency.code) ?? []),
  ];
  const content =
    all.length > 0
      ? null
      : before
        ? { ...contentOf(before), ...fields }
        : newContent({ amaLearningFormat: amaLearningFormat ?? 'other', ...fields });
  return {
    row,
    code: quoteShort(code),
    title:
      read.title ?? (isNamed(value, 'title') ? quoteShort(rawText(value, 'title')) : (before?.title ?? '')),
    before,
    content,
    fields: { ...(before ? contentOf(before) : {}), ...fields },
    same: content !== null && before !== null && sameContent(contentOf(before), content),
    problems: all,
  };
}

/** A new module; null while one of the fields that it needs is not there. */
function newContent(fields: Partial<ModuleContent>): ModuleContent | null {
  const { code, title, domain, track, format, amaLearningFormat, minutes } = fields;
  if (
    code === undefined ||
    title === undefined ||
    domain === undefined ||
    track === undefined ||
    format === undefined ||
    amaLearningFormat === undefined ||
    minutes === undefined
  )
    return null;
  return { ...EMPTY, ...fields, code, title, domain, track, format, amaLearningFormat, minutes };
}

/**
 * A table writes words where a JSON file has codes. Where the library's module has another code for the same words, such as a
 * way of teaching of its own called “Lab”, the table means that one.
 */
function inOwnWords(
  form: RawFile['form'],
  fields: Partial<ModuleContent>,
  before: Module | null,
): Partial<ModuleContent> {
  if (form !== 'csv' || !before) return fields;
  const { format, audience, specialtyFocus } = fields;
  const groups = (field: 'audience' | 'specialtyFocus', read: readonly string[]): string[] =>
    read.map((group) => before[field].find((own) => sameInWords(field, own, group)) ?? group);
  return {
    ...fields,
    ...(format !== undefined && sameInWords('format', format, before.format)
      ? { format: before.format }
      : {}),
    ...(audience ? { audience: groups('audience', audience) } : {}),
    ...(specialtyFocus ? { specialtyFocus: groups('specialtyFocus', specialtyFocus) } : {}),
  };
}

/** Reads the curricula of a file, one a step. */
export function* readCurricula(
  rows: readonly RawRow[],
  onRead: (rows: number) => void,
): Steps<readonly FileCurriculum[]> {
  const read: FileCurriculum[] = [];
  for (const { row, value } of rows) {
    yield;
    const { whole, fields, problems } = readRow(ExchangeCurriculum, value, 'curriculum');
    const title = fields.title ?? quoteShort(rawText(value, 'title'));
    read.push({ row, title, content: whole, fields, problems });
    onRead(read.length);
  }
  return read;
}

/** A module of the library without what only the library knows of it. */
export function contentOf(module: Module): ModuleContent {
  const { id, origin, edited, retired, ...content } = module;
  return content;
}

function withoutUndefined(fields: Partial<ExchangeModule>): Partial<ModuleContent> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isNamed(value: unknown, field: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field);
}

function rawText(value: unknown, field: string): string {
  const text = isNamed(value, field) ? Reflect.get(Object(value), field) : '';
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

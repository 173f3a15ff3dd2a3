import type { Module, ModuleContent } from '../../shared/contract/modules.ts';
import { usualLearningFormat } from '../../shared/curricula/words.ts';
import { sameContent } from '../../shared/exchange/changes.ts';
import { MODULE_FIELD_NAMES, quoteShort } from '../../shared/exchange/field-words.ts';
import { ExchangeCurriculum, ExchangeModule } from '../../shared/exchange/format.ts';
import { readRow } from '../../shared/exchange/problem-sentences.ts';
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

const EMPTY = {
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
} as const satisfies Partial<ModuleContent>;

const NEEDED = ['title', 'domain', 'track', 'format', 'minutes'] as const;

/** Reads the modules of a file: what a row leaves out stays as the library has it. */
export function readModules(
  { modules, competencies }: RawFile,
  library: ReadonlyMap<string, Module>,
  names: ReadonlyMap<string, string>,
): readonly FileModule[] {
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
  return modules.map((row) => readModule(row, library, elsewhere));
}

function readModule(
  { row, value }: RawRow,
  library: ReadonlyMap<string, Module>,
  elsewhere: ReadonlyMap<string, string>,
): FileModule {
  const { fields: read, problems } = readRow(ExchangeModule, value, 'module');
  const code = read.code ?? rawText(value, 'code');
  const before = library.get(code) ?? null;
  const fields = withoutUndefined(read);
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
  const base = before ? contentOf(before) : { ...EMPTY, amaLearningFormat: amaLearningFormat ?? 'other' };
  // With nothing missing and nothing wrong, every field is there.
  const content = all.length === 0 ? ({ ...base, ...fields } as ModuleContent) : null;
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

/** Reads the curricula of a file. */
export function readCurricula(rows: readonly RawRow[]): readonly FileCurriculum[] {
  return rows.map(({ row, value }) => {
    const { fields, problems } = readRow(ExchangeCurriculum, value, 'curriculum');
    return {
      row,
      title: fields.title ?? quoteShort(rawText(value, 'title')),
      // Without a problem, every field was read.
      content: problems.length === 0 ? (fields as ExchangeCurriculum) : null,
      fields,
      problems,
    };
  });
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

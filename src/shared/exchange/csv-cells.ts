import { MOORE_LEVELS, type ModuleContent } from '../contract/modules.ts';
import { DOMAINS, LEARNING_FORMATS } from '../contract/primitives.ts';
import {
  AUDIENCES,
  audienceName,
  domainName,
  formatName,
  MODULE_FORMATS,
  TRACKS,
  trackName,
} from '../curricula/words.ts';
import type { DateOrder } from '../imports/joins.ts';
import { fold } from '../people/name.ts';
import { MODULE_FIELD_NAMES } from './field-words.ts';
import { tableDate } from './table-dates.ts';

/** A column of a module table: a field of a module. */
export type CsvField = keyof ModuleContent;

/** The columns in the order in which they are written. */
export const CSV_FIELDS = [
  'code',
  'title',
  'domain',
  'track',
  'format',
  'amaLearningFormat',
  'minutes',
  'description',
  'objectives',
  'audience',
  'specialtyFocus',
  'prerequisites',
  'competencies',
  'assessmentMethod',
  'assessmentStandard',
  'mooreLevel',
  'references',
  'lastReviewed',
  'reviewBy',
  'aiUses',
] as const satisfies readonly CsvField[];

/** The headings of the columns as they are written: the names that the window has for the fields. */
export const CSV_HEADINGS: readonly string[] = CSV_FIELDS.map((field) => MODULE_FIELD_NAMES[field]);

/** Other headings by which a column is known, in small letters without spaces and signs. */
const ALIASES: Readonly<Record<CsvField, readonly string[]>> = {
  code: ['modulecode', 'id', 'moduleid', 'module', 'number'],
  title: ['name', 'moduletitle', 'modulename'],
  domain: ['subject', 'area', 'subjectarea'],
  track: ['stage', 'learnerlevel'],
  format: ['delivery', 'teachingformat', 'method'],
  amaLearningFormat: ['amaformat', 'learningformat', 'cmeformat', 'activitytype'],
  minutes: ['duration', 'length', 'durationminutes', 'minute', 'min', 'mins', 'time', 'durationmin'],
  description: ['summary', 'about', 'abstract'],
  objectives: ['objective', 'learningobjectives', 'learningobjective', 'outcomes', 'learningoutcomes'],
  audience: ['audiences', 'learners', 'targetaudience', 'groups'],
  specialtyFocus: ['specialty', 'specialties', 'specialityfocus', 'speciality'],
  prerequisites: ['prerequisite', 'requires', 'prereq', 'prereqs', 'buildson'],
  competencies: ['competency', 'competences', 'skills', 'competencycodes'],
  assessmentMethod: ['assessment', 'assessedby'],
  assessmentStandard: ['standard', 'passmark', 'passingstandard'],
  mooreLevel: ['moore', 'mooreslevel', 'outcomelevel'],
  references: ['reference', 'sources', 'citations', 'literature'],
  lastReviewed: ['reviewed', 'lastreview', 'reviewedon'],
  reviewBy: ['nextreview', 'reviewdue', 'reviewdate', 'duereview'],
  aiUses: ['aiuse', 'aiuselog', 'ailog', 'useofai'],
};

const BY_HEADING: ReadonlyMap<string, CsvField> = new Map(
  CSV_FIELDS.flatMap((field) =>
    [field, MODULE_FIELD_NAMES[field], ...ALIASES[field]].map((heading) => [plainHeading(heading), field]),
  ),
);

/** The field of each heading, in any case and order; null for one that is not known or stands there a second time. */
export function fieldsOfHeadings(headings: readonly string[]): readonly (CsvField | null)[] {
  const taken = new Set<CsvField>();
  return headings.map((heading) => {
    const field = BY_HEADING.get(plainHeading(heading));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Whether a heading is the one that this program writes for a field, today's or the field's name of earlier files. */
export function isOwnHeading(heading: string, field: CsvField): boolean {
  return [field, MODULE_FIELD_NAMES[field]].some((own) => plainHeading(own) === plainHeading(heading));
}

function plainHeading(heading: string): string {
  return fold(heading).replace(/[^a-z0-9]/g, '');
}

const REFERENCE_PARTS = ['key', 'citation', 'identifier', 'url', 'confidence'] as const;
const AI_USE_PARTS = ['tool', 'version', 'usedOn', 'task', 'reviewer'] as const;

/** A field as the text of a cell, not yet guarded against being read as a formula. */
export function cellOf(module: ModuleContent, field: CsvField): string {
  switch (field) {
    case 'domain':
      return readable(module.domain, DOMAINS, domainName);
    case 'track':
      return readable(module.track, TRACKS, trackName);
    case 'format':
      return readable(module.format, MODULE_FORMATS, formatName);
    case 'audience':
    case 'specialtyFocus':
      return module[field]
        .map((group) => escapeEntry(readable(group, AUDIENCES, audienceName), ';'))
        .join('; ');
    case 'objectives':
    case 'prerequisites':
      return module[field].map((entry) => escapeEntry(entry, ';')).join('; ');
    case 'competencies':
      return module.competencies.map(({ code, level }) => `${code}:${level}`).join('; ');
    case 'references':
      return module.references
        .map((reference) => joinParts(REFERENCE_PARTS.map((part) => reference[part] ?? '')))
        .join('; ');
    case 'aiUses':
      return module.aiUses.map((use) => joinParts(AI_USE_PARTS.map((part) => use[part]))).join('; ');
    default:
      return String(module[field] ?? '');
  }
}

/**
 * What a cell says, for the same reading as a field of a JSON file; what cannot be understood stays as it was written.
 * @param order which number comes first in dates such as 11/12/2026.
 */
export function valueOfCell(field: CsvField, cell: string, order: DateOrder = 'month-first'): unknown {
  const text = cell.trim();
  switch (field) {
    case 'code':
      return text.toUpperCase();
    case 'domain':
      return known(text, DOMAINS, domainName);
    case 'track':
      return known(text, TRACKS, trackName);
    case 'format':
      return known(text, MODULE_FORMATS, formatName);
    case 'amaLearningFormat':
      return known(text, LEARNING_FORMATS, (format) => format);
    case 'mooreLevel':
      return text === '' ? null : known(text, MOORE_LEVELS, (level) => level);
    case 'minutes':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'lastReviewed':
    case 'reviewBy':
      return text === '' ? null : tableDate(text, order);
    case 'objectives':
      return splitEntries(text, ';');
    case 'audience':
    case 'specialtyFocus':
      return splitEntries(text, ';').map((group) => known(group, AUDIENCES, audienceName));
    case 'prerequisites':
      return splitEntries(text, ';').map((code) => code.toUpperCase());
    case 'competencies':
      return splitEntries(text, ';').map((entry) => {
        const [code = '', level, ...more] = entry.split(':').map((part) => part.trim());
        return { code, level: more.length === 0 && /^\d+$/.test(level ?? '') ? Number(level) : level };
      });
    case 'references':
      return partsOf(text, REFERENCE_PARTS).map((reference) => ({
        ...reference,
        url: reference['url'] === '' ? null : reference['url'],
      }));
    case 'aiUses':
      return partsOf(text, AI_USE_PARTS).map((use) => ({
        ...use,
        usedOn: tableDate(use['usedOn'] ?? '', order),
      }));
    case 'description':
      return cell;
    default:
      return text;
  }
}

/** The dates that stand in a cell, as they are written. */
export function datesOfCell(field: CsvField, cell: string): readonly string[] {
  switch (field) {
    case 'lastReviewed':
    case 'reviewBy':
      return [cell.trim()];
    case 'aiUses':
      return partsOf(cell.trim(), AI_USE_PARTS).map((use) => use['usedOn'] ?? '');
    default:
      return [];
  }
}

/** Whether two codes read the same in words: a way of teaching of the office's own called “Lab”, and the usual `lab`. */
export function sameInWords(field: 'format' | 'audience' | 'specialtyFocus', a: string, b: string): boolean {
  const words = field === 'format' ? formatName : audienceName;
  return fold(words(a)) === fold(words(b));
}

/** Cells that a spreadsheet would take for a formula begin with an apostrophe, which is taken off again when they are read. */
export function guardFormula(cell: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe of {@link guardFormula}. */
export function unguardFormula(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

/** The code that a text means, written as the code or in words; otherwise the text. */
function known<T extends string>(text: string, codes: readonly T[], words: (code: T) => string): string {
  const wanted = fold(text);
  return codes.find((code) => fold(code) === wanted || fold(words(code)) === wanted) ?? text;
}

/** A known code in words; a text of the office's own as it is. */
function readable<T extends string>(code: T, codes: readonly T[], words: (code: T) => string): string {
  const written = words(code);
  return codes.includes(code) && known(written, codes, words) === code ? written : code;
}

function joinParts(parts: readonly string[]): string {
  return parts.map((part) => escapeEntry(escapeEntry(part, '|'), ';', false)).join(' | ');
}

function partsOf<Part extends string>(
  text: string,
  names: readonly Part[],
): readonly Readonly<Record<string, string>>[] {
  return splitEntries(text, ';', false).map((entry) => {
    const parts = splitEntries(entry, '|', true, true);
    return Object.fromEntries(
      names.map((name, index) => [
        name,
        // What goes on behind the last bar belongs to the last part, where it is told.
        index === names.length - 1 ? parts.slice(index).join(' | ') : (parts[index] ?? ''),
      ]),
    );
  });
}

/** A backslash before the sign that parts entries, and before a backslash, makes it one of the text. */
function escapeEntry(entry: string, sign: ';' | '|', backslashes = true): string {
  return (backslashes ? entry.replaceAll('\\', '\\\\') : entry).replaceAll(sign, `\\${sign}`);
}

/** Entries of a cell, trimmed; empty ones are passed over unless they are `kept`. Backslashes go unless entries hold parts. */
function splitEntries(text: string, sign: ';' | '|', plain = true, kept = false): readonly string[] {
  const entries: string[] = [];
  let entry = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    const next = text[index + 1];
    if (character === '\\' && (next === '\\' || next === ';' || next === '|')) {
      entry += plain ? next : character + next;
      index += 1;
    } else if (character === sign) {
      entries.push(entry);
      entry = '';
    } else entry += character;
  }
  entries.push(entry);
  const trimmed = entries.map((one) => one.trim());
  return kept ? trimmed : trimmed.filter((one) => one !== '');
}

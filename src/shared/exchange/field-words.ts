import type { ModuleContent } from '../contract/modules.ts';
import { formatCount } from '../format.ts';

/** The fields of a module as a person reads them. */
export const MODULE_FIELD_NAMES = {
  code: 'Code',
  title: 'Title',
  domain: 'Domain',
  track: 'Track',
  format: 'Format',
  amaLearningFormat: 'AMA learning format',
  minutes: 'Minutes',
  description: 'Description',
  objectives: 'Objectives',
  audience: 'Audience',
  specialtyFocus: 'Specialty focus',
  prerequisites: 'Prerequisites',
  competencies: 'Competencies',
  assessmentMethod: 'Assessment method',
  assessmentStandard: 'Assessment standard',
  mooreLevel: 'Moore level',
  references: 'References',
  lastReviewed: 'Last reviewed',
  reviewBy: 'Review by',
  aiUses: 'AI use',
} as const satisfies Readonly<Record<keyof ModuleContent, string>>;

const SINGULAR: Readonly<Record<string, string>> = {
  objectives: 'objective',
  audience: 'audience group',
  specialtyFocus: 'specialty',
  prerequisites: 'prerequisite',
  competencies: 'competency',
  references: 'reference',
  aiUses: 'AI use',
  items: 'item',
  options: 'option',
  requiredDomains: 'required domain',
};

const OTHER: Readonly<Record<string, string>> = {
  ...MODULE_FIELD_NAMES,
  usedOn: 'date of use',
  min: 'least',
  max: 'most',
  atLeast: 'number to choose',
  quarters: 'credit in quarter-hours',
  domainMinutes: 'minutes by domain',
  requiredDomains: 'required domains',
  specialtyModule: 'specialty module',
  startsOn: 'first day',
  by: 'kind',
  url: 'web address',
};

/** A place in a row of a file in words: `['references', 0, 'citation']` → `Citation of reference 1`. */
export function placeInWords(path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === 'number') {
      const list = String(path[index - 1] ?? '');
      parts.splice(-1, 1, `${SINGULAR[list] ?? `entry of ${list}`} ${step + 1}`);
    } else if (path[index - 1] === 'targets') parts.splice(-1, 1, `target ${quoteShort(step)}`);
    else parts.push(nameOf(String(step)));
  });
  const words = parts.reverse().join(' of ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Text of a file for a sentence: in one line, printable, at most 60 characters. */
export function quoteShort(value: unknown): string {
  const text =
    typeof value === 'object'
      ? typeName(value)
      : Number.isInteger(value)
        ? formatCount(Number(value))
        : String(value);
  const printable = text
    .slice(0, 400)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return printable.length > 60 ? `${printable.slice(0, 59)}…` : printable;
}

function nameOf(step: string): string {
  const known = Object.hasOwn(OTHER, step) ? OTHER[step] : undefined;
  const word = known ?? quoteShort(step);
  return /^(AI|AMA|Moore)/.test(word) || known === undefined ? word : word.toLowerCase();
}

function typeName(value: object | null): string {
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

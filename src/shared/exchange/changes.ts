import type { ModuleContent } from '../contract/modules.ts';
import {
  audienceName,
  audienceNames,
  domainName,
  formatName,
  levelName,
  trackName,
} from '../curricula/words.ts';
import { formatDate, sentenceCase } from '../format.ts';
import { CSV_FIELDS } from './csv-cells.ts';
import { MODULE_FIELD_NAMES } from './field-words.ts';

/** One field that would read otherwise. */
export type FieldChange = { readonly field: string; readonly from: string; readonly to: string };

type Field = keyof ModuleContent;

/** Longest text of one side; longer ones are shown around the first difference. */
const MOST_CHARACTERS = 240;
const BEFORE_DIFFERENCE = 40;

/** Whether two modules read the same. */
export function sameContent(before: ModuleContent, after: ModuleContent): boolean {
  return CSV_FIELDS.every((field) => same(before[field], after[field]));
}

/** What differs between two modules, field by field, in words. */
export function changesBetween(before: ModuleContent, after: ModuleContent): readonly FieldChange[] {
  return CSV_FIELDS.filter((field) => !same(before[field], after[field])).map((field) => {
    const words = [inWords(before, field), inWords(after, field)] as const;
    // Two codes can read the same in words; then the codes are shown.
    const [from, to] = words[0] === words[1] ? [raw(before[field]), raw(after[field])] : words;
    const start = firstDifference(from, to);
    return { field: MODULE_FIELD_NAMES[field], from: around(from, start), to: around(to, start) };
  });
}

function same(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

function inWords(module: ModuleContent, field: Field): string {
  switch (field) {
    case 'domain':
      return domainName(module.domain);
    case 'track':
      return trackName(module.track);
    case 'format':
      return formatName(module.format);
    case 'amaLearningFormat':
      return sentenceCase(module.amaLearningFormat);
    case 'minutes':
      return `${module.minutes} minutes`;
    case 'audience':
      return audienceNames(module.audience);
    case 'specialtyFocus':
      return module.specialtyFocus.map(audienceName).join(', ') || NOTHING;
    case 'prerequisites':
      return module.prerequisites.join(', ') || NOTHING;
    case 'competencies':
      return (
        module.competencies.map(({ code, level }) => `${code} ${levelName(level)}`).join(', ') || NOTHING
      );
    case 'objectives':
      return module.objectives.map((objective, index) => `${index + 1}. ${objective}`).join('\n') || NOTHING;
    case 'references':
      return (
        module.references
          .map(({ citation, identifier, url, confidence, key }) =>
            [citation, identifier, url ?? '', confidence, key].filter(Boolean).join(', '),
          )
          .join('; ') || NOTHING
      );
    case 'aiUses':
      return (
        module.aiUses
          .map(({ tool, version, usedOn, task, reviewer }) =>
            [`${tool} ${version}`.trim(), formatDate(usedOn), task, reviewer].filter(Boolean).join(', '),
          )
          .join('; ') || NOTHING
      );
    case 'lastReviewed':
    case 'reviewBy': {
      const date = module[field];
      return date === null ? NOTHING : formatDate(date);
    }
    case 'mooreLevel':
      return module.mooreLevel ?? NOTHING;
    default:
      return module[field] || NOTHING;
  }
}

const NOTHING = 'Nothing';

function raw(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

function around(text: string, difference: number): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const start = Math.max(0, Math.min(difference - BEFORE_DIFFERENCE, text.length - MOST_CHARACTERS));
  const end = start + MOST_CHARACTERS;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

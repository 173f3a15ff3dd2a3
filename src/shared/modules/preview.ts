import type { Module, ModulePatch } from '../contract/modules.ts';
import { audienceNames, domainName, formatName, trackName } from '../curricula/words.ts';
import { formatShortDate, sentenceCase } from '../format.ts';
import { patched } from './patch.ts';

/** One field of a module as it reads now and as it will. */
export type FieldChange = { readonly field: string; readonly from: string; readonly to: string };

/** A module that a change of many would change, and what of it. */
export type ModuleChange = { readonly module: Module; readonly fields: readonly FieldChange[] };

/** What a patch would change, module by module; those that read the same afterwards are left out. */
export function previewOf(modules: readonly Module[], patch: ModulePatch): readonly ModuleChange[] {
  return modules.flatMap((module) => {
    const after = patched(module, patch);
    const fields = FIELDS.flatMap(([field, words]): readonly FieldChange[] => {
      const from = words(module);
      const to = words(after);
      return from === to ? [] : [{ field, from, to }];
    });
    return fields.length === 0 ? [] : [{ module, fields }];
  });
}

const FIELDS: readonly (readonly [string, (module: Module) => string])[] = [
  ['Domain', ({ domain }) => domainName(domain)],
  ['Track', ({ track }) => trackName(track)],
  ['Format', ({ format }) => formatName(format)],
  ['AMA format', ({ amaLearningFormat }) => sentenceCase(amaLearningFormat)],
  ['Audience', ({ audience }) => audienceNames(audience)],
  ['Last reviewed', ({ lastReviewed }) => dateOr(lastReviewed)],
  ['Review by', ({ reviewBy }) => dateOr(reviewBy)],
  ['Library', ({ retired }) => (retired ? 'Retired' : 'In the library')],
];

function dateOr(date: string | null): string {
  return date === null ? 'Not set' : formatShortDate(date);
}

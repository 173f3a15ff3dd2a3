import type { Module } from '../contract/curricula.ts';
import type { Domain } from '../contract/primitives.ts';
import { fold } from '../people/name.ts';

/** What narrows the module library; null or an empty text asks for nothing. */
export type ModuleFilter = {
  readonly text: string;
  readonly domain: Domain | null;
  readonly track: Module['track'] | null;
  readonly format: string | null;
  readonly audience: string | null;
};

/** The filter that lets every module through. */
export const ANY_MODULE: ModuleFilter = { text: '', domain: null, track: null, format: null, audience: null };

/**
 * Modules that match, in library order. Every word of the text has to occur somewhere in the code, title, description,
 * objectives, specialty focus or competency codes, whatever its accents and capitals. A module without an audience is
 * for everyone, so every audience finds it.
 */
export function findModules<M extends Module>(modules: readonly M[], filter: ModuleFilter): readonly M[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return modules.filter(
    (module) =>
      (filter.domain === null || module.domain === filter.domain) &&
      (filter.track === null || module.track === filter.track) &&
      (filter.format === null || module.format === filter.format) &&
      (filter.audience === null ||
        module.audience.length === 0 ||
        module.audience.includes(filter.audience)) &&
      words.every((word) => searchText(module).includes(word)),
  );
}

/** Folding costs more than searching, and a module is replaced, never changed, when it is edited. */
const searchTexts = new WeakMap<Module, string>();

function searchText(module: Module): string {
  const known = searchTexts.get(module);
  if (known !== undefined) return known;
  const text = fold(
    [
      module.code,
      module.title,
      module.description,
      ...module.objectives,
      ...module.specialtyFocus,
      ...module.competencies.map(({ code }) => code),
    ].join(' '),
  );
  searchTexts.set(module, text);
  return text;
}

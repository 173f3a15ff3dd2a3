import type { Module } from '../contract/modules.ts';
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
  return matching(modules, filter, wordsOf(filter.text));
}

/** Finds in one library, again and again. */
export type ModuleFinder<M extends Module> = {
  /** The same as {@link findModules}. What narrows the last filter further looks only through what that one found. */
  readonly find: (filter: ModuleFilter) => readonly M[];
  /** Readies the words of some modules of the library, so that the first search need not. */
  readonly ready: (from: number, to: number) => void;
};

/** A finder for a library that is searched with every letter typed. */
export function moduleFinder<M extends Module>(modules: readonly M[]): ModuleFinder<M> {
  let last: {
    readonly filter: ModuleFilter;
    readonly words: readonly string[];
    readonly found: readonly M[];
  } | null = null;
  return {
    find(filter) {
      const words = wordsOf(filter.text);
      const among = last && narrows(filter, words, last) ? last.found : modules;
      const found = matching(among, filter, words);
      last = { filter, words, found };
      return found;
    },
    ready(from, to) {
      for (const module of modules.slice(from, to)) searchText(module);
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

function matching<M extends Module>(
  modules: readonly M[],
  filter: ModuleFilter,
  words: readonly string[],
): readonly M[] {
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

/** Whether everything that fits now also fitted before: each choice stands, and each word is part of one typed now. */
function narrows(
  filter: ModuleFilter,
  words: readonly string[],
  before: { readonly filter: ModuleFilter; readonly words: readonly string[] },
): boolean {
  const choices = ['domain', 'track', 'format', 'audience'] as const;
  return (
    choices.every((part) => before.filter[part] === null || before.filter[part] === filter[part]) &&
    before.words.every((known) => words.some((word) => word.includes(known)))
  );
}

/** Folding costs more than searching, and a module is replaced, never changed, when it is edited. */
const searchTexts = new WeakMap<Module, string>();

function searchText(module: Module): string {
  const known = searchTexts.get(module);
  if (known !== undefined) return known;
  const text = folded(
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

/** The same as `fold`, without its cost for text of plain letters, which is nearly all of a library. */
function folded(text: string): string {
  return /^[\x20-\x5f\x61-\x7e]*$/.test(text) ? text.toLowerCase() : fold(text);
}

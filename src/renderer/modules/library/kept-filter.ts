import { useSyncExternalStore } from 'react';
import { ANY_MODULE, type ModuleFilter } from '../../../shared/curricula/find-modules.ts';

/** What narrows the library as it is shown. */
export type LibraryFilter = ModuleFilter & { readonly retired: boolean };

/** Everything but what was retired. */
export const WHOLE_LIBRARY: LibraryFilter = { ...ANY_MODULE, retired: false };

let kept: LibraryFilter = WHOLE_LIBRARY;
const listeners = new Set<() => void>();

/** The filter, kept while a module is looked at, so that going back finds the same list. */
export function useKeptFilter(): [LibraryFilter, (change: Partial<LibraryFilter>) => void] {
  return [useSyncExternalStore(follow, () => kept), narrow];
}

function narrow(change: Partial<LibraryFilter>): void {
  kept = { ...kept, ...change };
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

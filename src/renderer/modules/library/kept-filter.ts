import { ANY_MODULE, type ModuleFilter } from '../../../shared/curricula/find-modules.ts';
import type { ReviewState } from '../../../shared/modules/review-cycle.ts';
import { keptByOffice, useKept } from '../../api/index.ts';

/** What narrows the library as it is shown. */
export type LibraryFilter = ModuleFilter & {
  readonly review: ReviewState | null;
  readonly specialty: string | null;
  /** Whether a curriculum, a version, another module or a pathway holds it. */
  readonly use: 'used' | 'unused' | null;
  /** Only those whose AI use nobody has reviewed. */
  readonly aiUnreviewed: boolean;
  /** Retired ones too. */
  readonly retired: boolean;
};

/** Everything but what was retired. */
export const WHOLE_LIBRARY: LibraryFilter = {
  ...ANY_MODULE,
  review: null,
  specialty: null,
  use: null,
  aiUnreviewed: false,
  retired: false,
};

const kept = keptByOffice<LibraryFilter>(WHOLE_LIBRARY);

/** The filter, kept while a module is looked at, so that going back finds the same list. */
export function useKeptFilter(): [LibraryFilter, (change: Partial<LibraryFilter>) => void] {
  return [useKept(kept), narrow];
}

function narrow(change: Partial<LibraryFilter>): void {
  kept.set({ ...kept.get(), ...change });
}

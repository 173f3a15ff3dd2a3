import type { EvidenceKind, ShownLevel } from '../../../shared/contract/learners.ts';
import { counted } from '../../../shared/format.ts';
import { keptByOffice, withEntry } from '../../api/index.ts';

/** Ratings as they are being entered. */
export type Ratings = {
  readonly kind: EvidenceKind;
  readonly datedOn: string;
  readonly source: string;
  readonly reason: string;
  /** Level by competency; only those rated so far. */
  readonly levels: Readonly<Record<string, ShownLevel>>;
};

/** Unsaved ratings by person: a look at another screen loses nothing. */
const kept = keptByOffice<ReadonlyMap<number, Ratings>>(new Map(), {
  unsaved: ({ size }) => (size === 0 ? null : `ratings of ${counted(size, 'person', 'people')}`),
});

/** What was rated and not recorded, or null. */
export function keptRatings(personId: number): Ratings | null {
  return kept.get().get(personId) ?? null;
}

/** Keeps what is being rated; null says that it was recorded or given up. */
export function keepRatings(personId: number, ratings: Ratings | null): void {
  const rated = ratings !== null && Object.keys(ratings.levels).length > 0;
  kept.set(withEntry(kept.get(), personId, rated ? ratings : null));
}

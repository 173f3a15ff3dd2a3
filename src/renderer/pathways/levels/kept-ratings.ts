import type { EvidenceKind, ShownLevel } from '../../../shared/contract/learners.ts';

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
const kept = new Map<number, Ratings>();

/** What was rated and not recorded, or null. */
export function keptRatings(personId: number): Ratings | null {
  return kept.get(personId) ?? null;
}

/** Keeps what is being rated; null says that it was recorded or given up. */
export function keepRatings(personId: number, ratings: Ratings | null): void {
  if (ratings && Object.keys(ratings.levels).length > 0) kept.set(personId, ratings);
  else kept.delete(personId);
  // Closing the window with unsaved ratings asks first; asking without need would be a nuisance.
  window.removeEventListener('beforeunload', askFirst);
  if (kept.size > 0) window.addEventListener('beforeunload', askFirst);
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

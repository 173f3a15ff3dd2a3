import type { ImportField } from '../../shared/contract/people.ts';
import { keptByOffice } from '../api/index.ts';
import type { Decision } from './fates.ts';

/** A chosen file with what was corrected and decided so far. */
export type ImportWork = {
  readonly fileName: string;
  readonly base64: string;
  readonly mapping: Readonly<Record<string, ImportField>>;
  /** The session that a report is for; null spreads joins by their times. */
  readonly sessionId: number | null;
  /** By row; `name` is whom the row named when it was decided. */
  readonly decisions: ReadonlyMap<number, Decision & { readonly name: string }>;
};

/** Files at work by place: a look at another screen loses no decision. One at a time is kept, they can be large. */
const kept = keptByOffice<{ readonly place: string; readonly work: ImportWork } | null>(null);

/** What was at work in a place, or null. */
export function keptWork(place: string): ImportWork | null {
  const at = kept.get();
  return at?.place === place ? at.work : null;
}

/** Keeps what is at work in a place; null says that it is done or given up. */
export function keepWork(place: string, work: ImportWork | null): void {
  if (work) kept.set({ place, work });
  else if (kept.get()?.place === place) kept.set(null);
}

import type { VersionSummary } from '../../../shared/contract/curricula.ts';

/** The draft among the sides that can be compared. */
export const DRAFT = 'draft';

/** One side of a comparison: a version by its id, or the draft. */
export type SideName = number | typeof DRAFT;

/** A side in a sentence: `version 2`, `the draft`. */
export function sideInWords(name: SideName, versions: readonly VersionSummary[]): string {
  if (name === DRAFT) return 'the draft';
  return `version ${versions.find(({ id }) => id === name)?.number ?? ''}`;
}

import { requireNotCertified } from '../certificates/index.ts';
import { claimsKeepTheirUnit } from '../credit/index.ts';
import type { UndoCheck, Writer } from '../database/index.ts';
import { draftsKeepTheirModules, libraryStaysSound, usedModulesStay } from '../modules/index.ts';
import { nobodySharesIdentifiers, pairsFollowMerges } from '../people/index.ts';

/** What the features ask of the file when an act has been undone; the first that is not so is told. */
const CHECKS: readonly UndoCheck[] = [
  usedModulesStay,
  draftsKeepTheirModules,
  libraryStaysSound,
  nobodySharesIdentifiers,
  claimsKeepTheirUnit,
];

/**
 * Takes an act back, if everything that was done since still holds together without it. Answers the act's title.
 * @throws RoundsError `changes/not-found`, `changes/cannot-undo`
 */
export function undoChange(write: Writer, changeId: number): string {
  requireNotCertified(write, changeId);
  const checks = CHECKS.map((check) => check(write, changeId));
  const undone = write.undo(changeId);
  pairsFollowMerges(write, changeId);
  for (const check of checks) check(undone);
  return undone;
}

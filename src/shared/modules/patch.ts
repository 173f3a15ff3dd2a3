import type { Module, ModulePatch } from '../contract/modules.ts';
import { usualReviewBy } from './review-cycle.ts';

/** A module as it reads after a change of many: what the patch leaves out stays as it is. */
export function patched(module: Module, patch: ModulePatch): Module {
  const after: Module = {
    ...module,
    domain: patch.domain ?? module.domain,
    track: patch.track ?? module.track,
    format: patch.format ?? module.format,
    amaLearningFormat: patch.amaLearningFormat ?? module.amaLearningFormat,
    audience: patchedAudience(module.audience, patch),
    lastReviewed: patch.lastReviewed === undefined ? module.lastReviewed : patch.lastReviewed,
    retired: patch.retired ?? module.retired,
  };
  return { ...after, reviewBy: patchedReviewBy(after, patch) };
}

/** Modules that would lose their last group, and so be opened to everyone. */
export function emptiedAudiences<M extends Pick<Module, 'audience'>>(
  modules: readonly M[],
  patch: ModulePatch,
): readonly M[] {
  return modules.filter(
    ({ audience }) => audience.length > 0 && patchedAudience(audience, patch).length === 0,
  );
}

function patchedAudience(audience: Module['audience'], patch: ModulePatch): string[] {
  // A module that is for everyone stays so: adding a group to it would otherwise shut out all others.
  if (audience.length === 0) return [];
  const removed = new Set(patch.removeAudience ?? []);
  const kept = audience.filter((group) => !removed.has(group));
  return [...new Set([...kept, ...(patch.addAudience ?? [])])];
}

function patchedReviewBy(after: Module, { reviewBy }: ModulePatch): string | null {
  if (reviewBy === undefined) return after.reviewBy;
  if (reviewBy !== 'usual') return reviewBy;
  return after.lastReviewed === null ? after.reviewBy : usualReviewBy(after, after.lastReviewed);
}

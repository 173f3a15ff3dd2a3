import type { Module } from '../../../shared/contract/modules.ts';
import { findModules } from '../../../shared/curricula/find-modules.ts';
import { hasUnreviewedAi, moduleReview } from '../review.ts';
import type { LibraryFilter } from './kept-filter.ts';

/** Modules that the filter lets through, retired ones only when asked; `used` holds the ids of what anything holds. */
export function filterLibrary(
  modules: readonly Module[],
  filter: LibraryFilter,
  today: string,
  used: ReadonlySet<number> | null,
): readonly Module[] {
  return findModules(modules, filter).filter(
    (module) =>
      (filter.retired || !module.retired) &&
      (filter.review === null || moduleReview(module, today) === filter.review) &&
      (!filter.aiUnreviewed || hasUnreviewedAi(module)) &&
      (filter.specialty === null || module.specialtyFocus.includes(filter.specialty)) &&
      (filter.use === null || used === null || used.has(module.id) === (filter.use === 'used')),
  );
}

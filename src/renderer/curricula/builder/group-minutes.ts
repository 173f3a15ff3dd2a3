import type { ElectivesItem } from '../../../shared/curricula/outline-rows.ts';
import type { Library } from '../library.ts';

/** The minutes of each option of a group that the library knows. */
export function minutesOf(group: ElectivesItem, library: Library): readonly number[] {
  return group.options.flatMap(({ moduleId }) => library.byId.get(moduleId)?.minutes ?? []);
}

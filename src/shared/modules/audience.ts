import type { ModuleContent } from '../contract/modules.ts';

/**
 * The groups of a module that one of its prerequisites is not for; `everyone` when the module is for all and the
 * prerequisite is not. Empty when the audience lies inside that of the prerequisite, as it must: a filter by audience
 * would otherwise break a pathway without a word (reference/medical-ai-education.md 4.4).
 */
export function groupsOutside(
  audience: ModuleContent['audience'],
  ofPrerequisite: ModuleContent['audience'],
): readonly string[] | 'everyone' {
  // No audience at all means that a module is for everyone.
  if (ofPrerequisite.length === 0) return [];
  if (audience.length === 0) return 'everyone';
  return audience.filter((group) => !ofPrerequisite.includes(group));
}

/** A module's audience without the groups that a prerequisite is not for; null when nobody would be left. */
export function narrowedAudience(
  audience: ModuleContent['audience'],
  ofPrerequisites: readonly ModuleContent['audience'][],
): string[] | null {
  const limits = ofPrerequisites.filter((groups) => groups.length > 0);
  const [first] = limits;
  if (!first) return [...audience];
  const inside = (audience.length === 0 ? first : audience).filter((group) =>
    limits.every((groups) => groups.includes(group)),
  );
  return inside.length === 0 ? null : inside;
}

/** A prerequisite's audience wide enough for a module: the module's groups added, or everyone. */
export function widenedAudience(
  ofPrerequisite: ModuleContent['audience'],
  audience: ModuleContent['audience'],
): string[] {
  if (ofPrerequisite.length === 0 || audience.length === 0) return [];
  return [...new Set([...ofPrerequisite, ...audience])];
}

import { BLOOM_LEVELS, type BloomLevel, objectiveVerb } from '../modules/bloom.ts';
import type { InsightModule } from './read-outline.ts';

/** An objective whose first word says no level. */
export type UnclearObjective = {
  readonly moduleId: number;
  readonly code: string;
  readonly title: string;
  readonly objective: string;
};

/** The objectives of a curriculum by the level that their verbs show. */
export type BloomProfile = {
  readonly objectives: number;
  /** All six levels in order, from remembering to creating. */
  readonly levels: readonly { readonly level: BloomLevel; readonly count: number }[];
  /** Objectives whose verb says no level: it is unknown, or nobody can observe it. */
  readonly unclear: readonly UnclearObjective[];
  /** How many modules state no objective. */
  readonly without: number;
  readonly rule: string;
};

/** Counts objectives by the first word of each, over all modules of an outline, electives too. */
export function bloomProfile(modules: readonly InsightModule[]): BloomProfile {
  const counts = new Map<BloomLevel, number>();
  const unclear: UnclearObjective[] = [];
  let objectives = 0;
  for (const { id, code, title, objectives: own } of modules)
    for (const objective of own) {
      objectives += 1;
      const level = levelOf(objective);
      if (level === null) unclear.push({ moduleId: id, code, title, objective });
      else counts.set(level, (counts.get(level) ?? 0) + 1);
    }
  return {
    objectives,
    levels: BLOOM_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0 })),
    unclear,
    without: modules.filter((module) => module.objectives.length === 0).length,
    rule: 'The first word of each objective says its level, by Rounds’ list of verbs (Bloom, revised 2001). All modules count once, electives too.',
  };
}

/** Looking a verb up costs more than remembering it, and the same objectives come again with every keystroke. */
const known = new Map<string, BloomLevel | null>();
const KNOWN_AT_MOST = 20_000;

function levelOf(objective: string): BloomLevel | null {
  const before = known.get(objective);
  if (before !== undefined) return before;
  const { level } = objectiveVerb(objective);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(objective, level);
  return level;
}

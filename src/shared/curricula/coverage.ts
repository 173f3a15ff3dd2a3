import type { CompetencyLevel } from '../contract/modules.ts';
import type { Domain } from '../contract/primitives.ts';
import { everyChoiceHas } from './electives.ts';
import type { InsightContent, InsightLibrary, Placed, PlacedGroup, ReadOutline } from './read-outline.ts';

/** Levels: 0 none, 1 aware, 2 apply, 3 lead. */
export type Level = 0 | CompetencyLevel;

/** A module that gives a competency, and how far. */
export type Giving = { readonly placed: Placed; readonly level: CompetencyLevel };

/** How far a curriculum takes its learners in one competency. */
export type Coverage = {
  readonly code: string;
  readonly name: string;
  readonly domain: Domain;
  /** The level asked for; 0 when the curriculum sets no target here. */
  readonly target: Level;
  /** The highest level that every learner is given, whichever electives are chosen: levels do not add up. */
  readonly attained: Level;
  /** The highest level that a learner is given with the right electives; the same as `attained` where there are none. */
  readonly possible: Level;
  readonly met: boolean;
  /** Codes of the modules that give the attained level or more. */
  readonly givenBy: readonly string[];
  /** Every module that gives anything here, in the order of the outline. */
  readonly giving: readonly Giving[];
};

/** All targets together. */
export type CoverageSums = {
  /** How many competencies have a target, how many of those are met, and how many can be met with the right electives. */
  readonly targets: number;
  readonly targetsMet: number;
  readonly targetsPossible: number;
  /** Levels asked for, and levels attained of those, added up. */
  readonly levelsAsked: number;
  readonly levelsAttained: number;
};

/** The sentences that stand beside the coverage figures. */
export const COVERAGE_RULES = {
  level:
    'The highest level that any one module gives counts, never a sum. A group of electives gives a level when every choice that satisfies it does.',
  breadth: 'Breadth: targets met ÷ targets set.',
  /** Beside figures that count what the right electives can reach. */
  possible:
    'More can be met with the right electives. Each target is looked at by itself: one choice may not meet them all.',
  depth:
    'Depth: levels attained ÷ levels asked, added up over all targets; what goes beyond a target does not count.',
} as const;

const LEVELS = [3, 2, 1] as const;

/** Competencies that have a target or that a module gives, in catalogue order. */
export function coverageOf(
  outline: ReadOutline,
  competencies: InsightLibrary['competencies'],
  targets: InsightContent['targets'],
): readonly Coverage[] {
  const givings = new Map<string, Giving[]>();
  for (const placed of outline.placed)
    for (const { code, level } of placed.module.competencies) {
      const known = givings.get(code);
      if (known) known.push({ placed, level });
      else givings.set(code, [{ placed, level }]);
    }
  return competencies.flatMap(({ code, name, domain }): readonly Coverage[] => {
    const giving = givings.get(code) ?? [];
    const target = targets[code] ?? 0;
    if (target === 0 && giving.length === 0) return [];
    const attained = LEVELS.find((level) => isGuaranteed(giving, level, outline.groups)) ?? 0;
    const possible = LEVELS.find((level) => giving.some((one) => one.level >= level)) ?? 0;
    const givenBy =
      attained === 0
        ? []
        : giving.filter(({ level }) => level >= attained).map(({ placed }) => placed.module.code);
    return [{ code, name, domain, target, attained, possible, met: attained >= target, givenBy, giving }];
  });
}

/** Whether every learner is given a level: by a required module, or by a group whatever is chosen of it. */
function isGuaranteed(
  giving: readonly Giving[],
  level: CompetencyLevel,
  groups: readonly PlacedGroup[],
): boolean {
  const enough = giving.filter((one) => one.level >= level).map(({ placed }) => placed);
  if (enough.some(({ group }) => group === null)) return true;
  return groups.some((group) => givesWhateverIsChosen(group, new Set(enough)));
}

/** Whether every choice that satisfies a group includes one of these. */
export function givesWhateverIsChosen({ rule, options }: PlacedGroup, some: ReadonlySet<Placed>): boolean {
  return everyChoiceHas(
    rule,
    options.map((option) => ({ minutes: option.module.minutes, has: some.has(option) })),
  );
}

/** Breadth and depth of all targets. */
export function coverageSums(coverage: readonly Coverage[]): CoverageSums {
  const asked = coverage.filter(({ target }) => target > 0);
  return {
    targets: asked.length,
    targetsMet: asked.filter(({ met }) => met).length,
    targetsPossible: asked.filter(({ target, possible }) => possible >= target).length,
    levelsAsked: asked.reduce((sum, { target }) => sum + target, 0),
    levelsAttained: asked.reduce((sum, { target, attained }) => sum + Math.min(target, attained), 0),
  };
}

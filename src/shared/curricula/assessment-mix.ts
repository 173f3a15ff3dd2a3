import { MOORE_LEVELS, type MooreLevel } from '../contract/modules.ts';
import type { InsightModule } from './read-outline.ts';

/** How modules are assessed, and how much of what they claim is shown in performance. */
export type AssessmentMix = {
  /** Levels of Moore's framework that occur, the lowest first; null is not assessed and comes last. */
  readonly levels: readonly {
    readonly level: MooreLevel | null;
    readonly modules: number;
    readonly minutes: number;
  }[];
  /** Claims: a module gives a competency at level 2 or higher. */
  readonly claims: number;
  /** Claims of modules whose assessment shows performance. */
  readonly backed: number;
  /** Modules that claim level 2 or higher without such an assessment. */
  readonly unbacked: readonly Pick<InsightModule, 'id' | 'code' | 'title' | 'mooreLevel'>[];
  readonly rule: string;
};

/** Adds up how the modules of an outline are assessed, electives too. */
export function assessmentMix(modules: readonly InsightModule[]): AssessmentMix {
  const order: readonly (MooreLevel | null)[] = [...MOORE_LEVELS, null];
  const levels = order.map((level) => {
    const own = modules.filter(({ mooreLevel }) => mooreLevel === level);
    return { level, modules: own.length, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
  const claims = modules.map((module) => ({
    module,
    count: module.competencies.filter(({ level }) => level >= 2).length,
  }));
  const count = (some: typeof claims): number => some.reduce((sum, claim) => sum + claim.count, 0);
  return {
    levels: levels.filter((row) => row.modules > 0),
    claims: count(claims),
    backed: count(claims.filter(({ module }) => showsPerformance(module.mooreLevel))),
    unbacked: claims
      .filter((claim) => claim.count > 0 && !showsPerformance(claim.module.mooreLevel))
      .map(({ module: { id, code, title, mooreLevel } }) => ({ id, code, title, mooreLevel })),
    rule: 'A claim is one competency that one module gives at level 2 (apply) or higher. It is backed when that module’s assessment shows performance: level 4 or higher of Moore’s framework (2009).',
  };
}

/** Whether an assessment shows what a learner does, not only what is known: Moore 4 and higher. */
function showsPerformance(level: MooreLevel | null): boolean {
  switch (level) {
    case '4':
    case '5':
    case '6':
    case '7':
      return true;
    case '1':
    case '2':
    case '3A':
    case '3B':
    case null:
      return false;
  }
}

/** A level of Moore's framework in words: `4` → `Shows how`. */
export function mooreName(level: MooreLevel | null): string {
  switch (level) {
    case '1':
      return 'Takes part';
    case '2':
      return 'Is satisfied';
    case '3A':
      return 'Knows';
    case '3B':
      return 'Knows how';
    case '4':
      return 'Shows how';
    case '5':
      return 'Does in practice';
    case '6':
      return 'Patients’ health';
    case '7':
      return 'Community health';
    case null:
      return 'Not assessed';
  }
}

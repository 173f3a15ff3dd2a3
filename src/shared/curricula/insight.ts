import { exactCredits, quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';
import { formatCredits } from '../format.ts';
import { type AssessmentMix, assessmentMix } from './assessment-mix.ts';
import { type BloomProfile, bloomProfile } from './bloom-profile.ts';
import { type ConstraintCheck, constraintChecks } from './constraint-checks.ts';
import { type Coverage, type CoverageSums, coverageOf, coverageSums } from './coverage.ts';
import { type DomainShare, domainShares } from './domain-balance.ts';
import { outlineSpan } from './electives.ts';
import { type ModuleCounts, moduleCounts } from './figures.ts';
import { avoidableElectives, type PrerequisiteGap, prerequisiteGaps } from './prerequisites.ts';
import {
  type InsightContent,
  type InsightLibrary,
  type Placed,
  type ReadOutline,
  readOutline,
} from './read-outline.ts';
import { type Redundancy, redundancy } from './redundancy.ts';
import { type Upkeep, upkeep } from './upkeep.ts';
import { type Workload, workload } from './workload.ts';

export type { Coverage } from './coverage.ts';
export { type DomainShare, leastByDomain } from './domain-balance.ts';
export {
  inPrerequisiteOrder,
  missingModules,
  type PrerequisiteGap,
  prerequisiteGaps,
} from './prerequisites.ts';
export type { InsightContent, InsightLibrary, InsightModule } from './read-outline.ts';

/** Everything that is shown live while a curriculum is built. */
export type Insight = CoverageSums & {
  /** How many modules there are, options of electives too. */
  readonly modules: number;
  readonly counts: ModuleCounts;
  /** Least minutes of a learner: what is required and the shortest electives. */
  readonly minutes: number;
  /** Most minutes: the longest electives that the rules ask for; the same where there are none. */
  readonly mostMinutes: number;
  /** Credit that the least and the most minutes would carry as one activity, in quarter-hours. */
  readonly creditQuarters: number;
  readonly mostCreditQuarters: number;
  /** How the credit figure comes about, to stand beside it. */
  readonly creditRule: string;
  /** What the curriculum is held to, and whether it is so. */
  readonly checks: readonly ConstraintCheck[];
  /** The four domains, always in the same order. */
  readonly domains: readonly DomainShare[];
  /** Competencies that have a target or that a module gives, in catalogue order. */
  readonly coverage: readonly Coverage[];
  readonly gaps: readonly PrerequisiteGap[];
  /** Codes that stand in the outline more than once. */
  readonly duplicates: readonly string[];
  readonly redundancy: Redundancy;
  readonly upkeep: Upkeep;
  readonly bloom: BloomProfile;
  readonly assessment: AssessmentMix;
  /** Null while the schedule has no weeks. */
  readonly workload: Workload | null;
  /** Every module in its place. */
  readonly placed: readonly Placed[];
};

/**
 * Adds up a curriculum. Pure and quick: it runs on every keystroke while modules are moved.
 * Credit comes from all minutes together, rounded once: a series designated as one activity is counted so
 * (reference/medical-ai-education.md, credit rules).
 */
export function insight(
  { items, targets, constraints, schedule }: InsightContent,
  { moduleOf, competencies, rounding, today }: InsightLibrary,
): Insight {
  const outline = readOutline(items, moduleOf);
  const modules = outline.placed.map(({ module }) => module);
  const span = outlineSpan(items, moduleOf);
  const creditQuarters = quartersFromMinutes(span.least, rounding);
  const coverage = coverageOf(outline, competencies, targets);
  const sums = coverageSums(coverage);
  const domains = domainShares(outline, constraints.domainMinutes, rounding);
  return {
    ...sums,
    modules: modules.length,
    counts: moduleCounts(items, (id) => moduleOf(id) !== undefined),
    minutes: span.least,
    mostMinutes: span.most,
    creditQuarters,
    mostCreditQuarters: quartersFromMinutes(span.most, rounding),
    creditRule: creditRule(span.least, creditQuarters, rounding),
    checks: constraintChecks(constraints, {
      outline,
      span,
      domains,
      coverage,
      sums,
      competencies,
      rounding,
    }),
    domains,
    coverage,
    gaps: prerequisiteGaps(modules, avoidableElectives(outline)),
    duplicates: duplicatesIn(outline),
    redundancy: redundancy(outline, coverage),
    upkeep: upkeep(modules, today),
    bloom: bloomProfile(modules),
    assessment: assessmentMix(modules),
    workload: workload(outline, schedule),
    placed: outline.placed,
  };
}

/** The sentence that stands beside a credit figure: where it comes from and why parts may not add up to it. */
export function creditRule(minutes: number, creditQuarters: number, rounding: Rounding): string {
  const step = rounding === 'down' ? 'rounded down to a quarter-hour' : 'rounded to the nearest quarter-hour';
  return `${minutes} min ÷ 60 = ${exactCredits(minutes)}, ${step}: ${formatCredits(creditQuarters)}. All minutes are added up first and rounded once, so the domains may not add up to the total.`;
}

function duplicatesIn({ placed }: ReadOutline): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { module } of placed) {
    if (seen.has(module.code)) twice.add(module.code);
    seen.add(module.code);
  }
  return [...twice];
}

import type { Competency, CompetencyLevel, Module } from '../contract/curricula.ts';
import { DOMAINS, type Domain } from '../contract/primitives.ts';
import { exactCredits, quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';
import { formatCredits } from '../format.ts';

/** What the sums need to know of a module. */
export type InsightModule = Pick<
  Module,
  'code' | 'title' | 'domain' | 'minutes' | 'prerequisites' | 'competencies'
>;

/** How far a curriculum takes its learners in one competency. Levels: 0 none, 1 aware, 2 apply, 3 lead. */
export type Coverage = {
  readonly code: string;
  readonly name: string;
  readonly domain: Domain;
  /** The level asked for; 0 when the curriculum sets no target here. */
  readonly target: 0 | CompetencyLevel;
  /** The highest level that any one module gives: levels do not add up. */
  readonly attained: 0 | CompetencyLevel;
  readonly met: boolean;
  /** Codes of the modules that give the attained level. */
  readonly givenBy: readonly string[];
};

/** A module whose prerequisite is not in the outline (`missing`) or comes only after it (`later`). */
export type PrerequisiteGap = {
  readonly moduleCode: string;
  readonly moduleTitle: string;
  /** Code of the module that it requires. */
  readonly prerequisite: string;
  readonly kind: 'missing' | 'later';
};

/** What one domain takes of the whole; credit in quarter-hours, as if it stood alone. */
export type DomainShare = {
  readonly domain: Domain;
  readonly minutes: number;
  readonly creditQuarters: number;
};

/** Everything that is shown live while a curriculum is built. */
export type Insight = {
  /** How many modules there are. */
  readonly modules: number;
  readonly minutes: number;
  /** Credit that the whole would carry as one activity, in quarter-hours. */
  readonly creditQuarters: number;
  /** How the credit figure comes about, to stand beside it. */
  readonly creditRule: string;
  /** The four domains, always in the order of {@link DOMAINS}. */
  readonly domains: readonly DomainShare[];
  /** Competencies that have a target or that a module gives, in catalogue order. */
  readonly coverage: readonly Coverage[];
  /** How many competencies have a target, and how many of those are met. */
  readonly targets: number;
  readonly targetsMet: number;
  readonly gaps: readonly PrerequisiteGap[];
  /** Codes that stand in the outline more than once. */
  readonly duplicates: readonly string[];
};

/**
 * Adds up a curriculum. Pure and quick: it runs on every keystroke while modules are moved.
 * Credit comes from all minutes together, rounded once: a series designated as one activity is counted so
 * (reference/medical-ai-education.md, credit rules).
 */
export function insight(
  modules: readonly InsightModule[],
  competencies: readonly Pick<Competency, 'code' | 'name' | 'domain'>[],
  targets: Readonly<Record<string, CompetencyLevel>>,
  rounding: Rounding,
): Insight {
  const giving = new Map<string, { level: CompetencyLevel; givenBy: string[] }>();
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const module of modules) {
    if (seen.has(module.code)) duplicates.add(module.code);
    seen.add(module.code);
    for (const { code, level } of module.competencies) {
      const best = giving.get(code);
      if (!best || level > best.level) giving.set(code, { level, givenBy: [module.code] });
      else if (level === best.level) best.givenBy.push(module.code);
    }
  }
  const coverage = competencies.flatMap(({ code, name, domain }): readonly Coverage[] => {
    const target = targets[code] ?? 0;
    const best = giving.get(code);
    const attained = best?.level ?? 0;
    if (target === 0 && attained === 0) return [];
    return [{ code, name, domain, target, attained, met: attained >= target, givenBy: best?.givenBy ?? [] }];
  });
  const domainMinutes = minutesByDomain(modules);
  const minutes = domainMinutes.reduce((sum, share) => sum + share, 0);
  const creditQuarters = quartersFromMinutes(minutes, rounding);
  const asked = coverage.filter((row) => row.target > 0);
  return {
    modules: modules.length,
    minutes,
    creditQuarters,
    creditRule: creditRule(minutes, creditQuarters, rounding),
    domains: DOMAINS.map((domain, index): DomainShare => {
      const share = domainMinutes[index] ?? 0;
      return { domain, minutes: share, creditQuarters: quartersFromMinutes(share, rounding) };
    }),
    coverage,
    targets: asked.length,
    targetsMet: asked.filter((row) => row.met).length,
    gaps: prerequisiteGaps(modules),
    duplicates: [...duplicates],
  };
}

/** The sentence that stands beside a credit figure: where it comes from and why parts may not add up to it. */
export function creditRule(minutes: number, creditQuarters: number, rounding: Rounding): string {
  const step = rounding === 'down' ? 'rounded down to a quarter-hour' : 'rounded to the nearest quarter-hour';
  return `${minutes} min ÷ 60 = ${exactCredits(minutes)}, ${step}: ${formatCredits(creditQuarters)}. All minutes are added up first and rounded once, so the domains may not add up to the total.`;
}

/** Minutes of each domain, in the order of {@link DOMAINS}. */
export function minutesByDomain(
  modules: readonly Pick<InsightModule, 'domain' | 'minutes'>[],
): [number, number, number, number] {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (const { domain, minutes } of modules) {
    const index = DOMAINS.indexOf(domain);
    sums[index] = (sums[index] ?? 0) + minutes;
  }
  return sums;
}

/** Prerequisites that are nowhere in the outline or come too late, in the order of the outline. */
export function prerequisiteGaps(
  modules: readonly Pick<InsightModule, 'code' | 'title' | 'prerequisites'>[],
): readonly PrerequisiteGap[] {
  const present = new Set(modules.map((module) => module.code));
  const taught = new Set<string>();
  return modules.flatMap((module) => {
    const gaps = module.prerequisites
      .filter((code) => !taught.has(code))
      .map((prerequisite): PrerequisiteGap => {
        const kind = present.has(prerequisite) ? 'later' : 'missing';
        return { moduleCode: module.code, moduleTitle: module.title, prerequisite, kind };
      });
    taught.add(module.code);
    return gaps;
  });
}

/**
 * The modules in an order in which each follows what it requires. Only a module that comes too early moves, to just
 * behind its last prerequisite; circles stay as they are, at the end.
 */
export function inPrerequisiteOrder<M extends Pick<InsightModule, 'code' | 'prerequisites'>>(
  modules: readonly M[],
): readonly M[] {
  const present = new Set(modules.map((module) => module.code));
  const placed = new Set<string>();
  const ordered: M[] = [];
  let waiting: readonly M[] = [];
  const ready = (module: M): boolean =>
    module.prerequisites.every((code) => placed.has(code) || !present.has(code));
  const place = (module: M): void => {
    ordered.push(module);
    placed.add(module.code);
    for (let next = waiting.find(ready); next !== undefined; next = waiting.find(ready)) {
      const released = next;
      waiting = waiting.filter((other) => other !== released);
      ordered.push(released);
      placed.add(released.code);
    }
  };
  for (const module of modules) {
    if (ready(module)) place(module);
    else waiting = [...waiting, module];
  }
  return [...ordered, ...waiting];
}

/**
 * What has to be added so that no prerequisite is missing: the modules themselves and what those require in turn,
 * in an order in which they can be taught. Codes that the library does not hold are left out.
 */
export function missingModules<M extends Pick<InsightModule, 'code' | 'prerequisites'>>(
  modules: readonly Pick<InsightModule, 'code' | 'prerequisites'>[],
  library: readonly M[],
): readonly M[] {
  const present = new Set(modules.map((module) => module.code));
  const byCode = new Map(library.map((module) => [module.code, module]));
  const found = new Map<string, M>();
  const queue = modules.flatMap((module) => module.prerequisites);
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    const module = byCode.get(code);
    if (!module || present.has(code) || found.has(code)) continue;
    found.set(code, module);
    queue.push(...module.prerequisites);
  }
  return inPrerequisiteOrder([...found.values()]);
}

/**
 * The circle that a module would close with these prerequisites, as codes from the module back to itself; null when
 * there is none. `prerequisitesOf` answers for the modules that already stand.
 */
export function prerequisiteCycle(
  code: string,
  prerequisites: readonly string[],
  prerequisitesOf: (code: string) => readonly string[],
): readonly string[] | null {
  const searched = new Set<string>();
  const walk = (from: string, path: readonly string[]): readonly string[] | null => {
    if (from === code) return [...path, from];
    if (searched.has(from)) return null;
    searched.add(from);
    for (const next of prerequisitesOf(from)) {
      const found = walk(next, [...path, from]);
      if (found) return found;
    }
    return null;
  };
  for (const prerequisite of prerequisites) {
    const found = walk(prerequisite, [code]);
    if (found) return found;
  }
  return null;
}

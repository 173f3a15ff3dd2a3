import type { PathwayProblem } from '../../src/shared/pathways/problem.ts';

/**
 * An independent exact search: it looks at every set of modules and every set of requirements, straight from the problem's own
 * words. It shares no code with the program's model, which it is there to check. For few modules only.
 */

const DOMAINS = ['foundations', 'clinical', 'implementation', 'governance'] as const;

/** A requirement as `kind about`, in the fixed order in which answers name them. */
type Demand = { readonly name: string; readonly holds: (taken: readonly number[]) => boolean };

export type Searched =
  | {
      readonly status: 'solved';
      readonly minutes: number;
      readonly relevance: number;
      readonly codes: readonly string[];
    }
  | { readonly status: 'impossible'; readonly conflict: readonly string[] };

type Facts = {
  readonly modules: PathwayProblem['modules'];
  readonly demands: readonly Demand[];
  readonly offered: readonly boolean[];
  /** Places of prerequisites that must come along; -1 for one that is not to be had. */
  readonly needs: readonly (readonly number[])[];
  readonly relevance: readonly number[];
};

/** The best set of modules, or the first smallest set of requirements that no set of modules meets. */
export function searchEverything(problem: PathwayProblem): Searched {
  const facts = factsOf(problem);
  const size = facts.modules.length;
  const everything = (1 << facts.demands.length) - 1;
  let best: { minutes: number; relevance: number; taken: readonly number[] } | null = null;
  // What each set of modules meets.
  const seen = new Set<number>();
  for (let mask = 0; mask < 1 << size; mask += 1) {
    const taken = Array.from({ length: size }, (_, place) => place).filter((place) => mask & (1 << place));
    if (!mayBeTaken(facts, taken)) continue;
    const met = facts.demands.reduce(
      (sum, demand, index) => (demand.holds(taken) ? sum | (1 << index) : sum),
      0,
    );
    seen.add(met);
    if (met !== everything) continue;
    const minutes = taken.reduce((sum, place) => sum + (facts.modules[place]?.minutes ?? 0), 0);
    const relevance = taken.reduce((sum, place) => sum + (facts.relevance[place] ?? 0), 0);
    if (best === null || isBetter({ minutes, relevance, taken }, best)) best = { minutes, relevance, taken };
  }
  if (best)
    return {
      status: 'solved',
      minutes: best.minutes,
      relevance: best.relevance,
      codes: best.taken.map((place) => facts.modules[place]?.code ?? ''),
    };
  return { status: 'impossible', conflict: firstConflict(facts, seen) };
}

/** What of the request is no longer met when these codes are all that is taken. */
export function unmet(problem: PathwayProblem, codes: readonly string[]): readonly string[] {
  const facts = factsOf(problem);
  const taken = [...facts.modules.keys()].filter((place) => codes.includes(facts.modules[place]?.code ?? ''));
  const broken = facts.demands.filter((demand) => !demand.holds(taken)).map(({ name }) => name);
  const loose = taken.some((place) => facts.needs[place]?.some((need) => !taken.includes(need)));
  return loose ? [...broken, 'prerequisite'] : broken;
}

function isBetter(
  one: { minutes: number; relevance: number; taken: readonly number[] },
  other: { minutes: number; relevance: number; taken: readonly number[] },
): boolean {
  if (one.minutes !== other.minutes) return one.minutes < other.minutes;
  if (one.relevance !== other.relevance) return one.relevance > other.relevance;
  // The one that holds the first module in which they differ.
  const differing = [...one.taken, ...other.taken].filter(
    (place) => one.taken.includes(place) !== other.taken.includes(place),
  );
  return one.taken.includes(Math.min(...differing));
}

function mayBeTaken(facts: Facts, taken: readonly number[]): boolean {
  return taken.every(
    (place) => facts.offered[place] && facts.needs[place]?.every((need) => taken.includes(need)),
  );
}

/** The names of all that is asked for. */
export function demandNames(problem: PathwayProblem): readonly string[] {
  return factsOf(problem).demands.map(({ name }) => name);
}

/** Whether these requirements, named as answers name them, can hold together when the others are given up. */
export function canHold(problem: PathwayProblem, names: readonly string[]): boolean {
  const facts = factsOf(problem);
  const asked = facts.demands.filter(({ name }) => names.includes(name));
  return Array.from({ length: 1 << facts.modules.length }, (_, mask) =>
    [...facts.modules.keys()].filter((place) => mask & (1 << place)),
  ).some((taken) => mayBeTaken(facts, taken) && asked.every((demand) => demand.holds(taken)));
}

function firstConflict(facts: Facts, seen: ReadonlySet<number>): readonly string[] {
  const count = facts.demands.length;
  const sets = Array.from({ length: 1 << count }, (_, mask) => mask).toSorted(
    (a, b) => bits(a).length - bits(b).length || compareIndexes(bits(a), bits(b)),
  );
  const found = sets.find((set) => ![...seen].some((met) => (set & met) === set));
  if (found === undefined) throw new Error('everything can be met');
  return bits(found).map((index) => facts.demands[index]?.name ?? '');
}

function bits(mask: number): readonly number[] {
  return Array.from({ length: 17 }, (_, index) => index).filter((index) => mask & (1 << index));
}

function compareIndexes(a: readonly number[], b: readonly number[]): number {
  for (const [at, index] of a.entries()) {
    const other = b[at] ?? 0;
    if (index !== other) return index - other;
  }
  return 0;
}

function factsOf(problem: PathwayProblem): Facts {
  const { request } = problem;
  const modules = [...problem.modules].sort((a, b) => a.code.localeCompare(b.code, 'en'));
  const shown = (code: string): number =>
    problem.levels.find((level) => level.competencyCode === code)?.level ?? 0;
  const boundOf = (code: string): number =>
    problem.competencies.find((competency) => competency.code === code)?.specialtyBoundLevel ?? 99;
  /** The level that counts for this learner. */
  const gives = (place: number, code: string): number => {
    const module = modules[place];
    const levels = (module?.competencies ?? [])
      .filter((one) => one.code === code)
      .map(({ level }) => {
        const own = request.specialty !== '' && module?.specialtyFocus.includes(request.specialty);
        return level < boundOf(code) || own ? level : boundOf(code) - 1;
      });
    return Math.max(0, ...levels);
  };
  const taughtBy = (place: number): readonly string[] => {
    const codes = (modules[place]?.competencies ?? []).map(({ code }) => code);
    return codes.filter((code) => gives(place, code) > 0);
  };
  const isCompleted = (code: string): boolean => problem.completed.some((one) => one.code === code);
  const nothingNew = (place: number): boolean => {
    const codes = taughtBy(place);
    return codes.length > 0 && codes.every((code) => shown(code) >= gives(place, code));
  };
  const isKnown = (code: string): boolean => {
    const place = modules.findIndex((module) => module.code === code);
    return (
      isCompleted(code) ||
      request.waived.some((one) => one.code === code) ||
      (place >= 0 && nothingNew(place))
    );
  };
  const minutesIn = (taken: readonly number[], domain: string | null): number =>
    taken
      .filter((place) => domain === null || modules[place]?.domain === domain)
      .reduce((sum, place) => sum + (modules[place]?.minutes ?? 0), 0);
  const quarters = (minutes: number): number =>
    problem.rounding === 'down'
      ? Math.floor(minutes / 15)
      : // Half a quarter-hour goes down.
        Math.floor(minutes / 15) + (minutes % 15 > 7.5 ? 1 : 0);

  const demands: Demand[] = [];
  for (const code of Object.keys(request.targets).sort()) {
    const level = request.targets[code] ?? 0;
    if (shown(code) < level)
      demands.push({
        name: `target ${code}`,
        holds: (taken) => taken.some((place) => gives(place, code) >= level),
      });
  }
  if (request.creditQuarters > 0)
    demands.push({
      name: 'credit ',
      holds: (taken) => quarters(minutesIn(taken, null)) >= request.creditQuarters,
    });
  const most = request.maximumMinutes;
  if (most !== null)
    demands.push({ name: 'maximum-minutes ', holds: (taken) => minutesIn(taken, null) <= most });
  for (const domain of DOMAINS) {
    const range = request.domainMinutes[domain];
    const min = range?.min ?? 0;
    const max = range?.max ?? null;
    if (min > 0)
      demands.push({ name: `domain-minimum ${domain}`, holds: (taken) => minutesIn(taken, domain) >= min });
    if (max !== null)
      demands.push({ name: `domain-maximum ${domain}`, holds: (taken) => minutesIn(taken, domain) <= max });
  }
  const named = (entries: readonly { readonly code: string }[]): readonly string[] =>
    [...new Set(entries.map(({ code }) => code))].sort();
  for (const code of named(request.include))
    demands.push({
      name: `include ${code}`,
      holds: (taken) => taken.some((place) => modules[place]?.code === code),
    });
  for (const code of named(request.exclude))
    demands.push({
      name: `exclude ${code}`,
      holds: (taken) => !taken.some((place) => modules[place]?.code === code),
    });

  return {
    modules,
    demands,
    offered: modules.map((module, place) => {
      const open =
        module.audience.length === 0 ||
        (request.specialty === ''
          ? module.competencies.every(({ code, level }) => level < boundOf(code))
          : module.audience.includes(request.specialty));
      const done = isCompleted(module.code) && taughtBy(place).length === 0;
      const byHand = request.include.some(({ code }) => code === module.code);
      return !module.retired && (byHand || (open && !nothingNew(place) && !done));
    }),
    needs: modules.map((module) =>
      module.prerequisites
        .filter((code) => !isKnown(code))
        .map((code) => modules.findIndex((other) => other.code === code)),
    ),
    relevance: modules.map((module) => {
      const groups = [request.specialty, request.practiceArea].filter((group) => group !== '');
      if (groups.some((group) => module.specialtyFocus.includes(group))) return 2;
      return groups.some((group) => module.audience.includes(group)) ? 1 : 0;
    }),
  };
}

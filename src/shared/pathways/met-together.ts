import { type Candidate, minutesByDomain, type ReadProblem } from './problem.ts';
import { availableModules, programOf, withPrerequisites } from './program.ts';
import type { Wanted } from './requirements.ts';
import type { Minimize } from './zero-one.ts';

/** Says for some requirements, by index, whether they can hold together. */
type MetTogether = (tried: readonly number[]) => ReadonlySet<number> | null;

/**
 * Makes a question that is asked many times over: all the requirements that some choice meets which meets those tried, or null
 * when no choice meets them together. The answer is proven; how many more are met beside is a matter of luck and helps the search.
 * @throws OutOfTime
 */
export function metTogether(read: ReadProblem, minimize: Minimize): MetTogether {
  const available = availableModules(read, new Set());
  const bundles = new Map<string, readonly Candidate[]>();
  for (const candidate of available.values())
    bundles.set(candidate.module.code, withPrerequisites(available, [candidate]));
  return (tried) => {
    const must = tried.flatMap((index) => read.wanted[index] ?? []);
    const program = programOf(read, must);
    if (program === null) return null;
    const choice = minimize({
      columns: program.columns.length,
      cost: program.columns.map(({ module }) => module.minutes),
      rows: program.rows,
      fixed: new Map(),
      anyWillDo: true,
    });
    if (choice === null) return null;
    const start = program.columns.filter((_, column) => choice[column]);
    const chosen = extended(read.wanted, must, new Set(start), bundles);
    return new Set([...read.wanted.keys()].filter((index) => holds(read.wanted[index], chosen)));
  };
}

/** A choice with modules added, cheapest first, for as long as that meets more and keeps to what must hold. */
function extended(
  wanted: readonly Wanted[],
  must: readonly Wanted[],
  start: ReadonlySet<Candidate>,
  bundles: ReadonlyMap<string, readonly Candidate[]>,
): ReadonlySet<Candidate> {
  let chosen = start;
  for (const one of wanted) {
    if (holds(one, chosen)) continue;
    const extras = [...bundles.values()]
      .filter((bundle) => bundle.some((candidate) => serves(one, candidate)))
      .map((bundle) => bundle.filter((candidate) => !chosen.has(candidate)))
      .toSorted((a, b) => minutesOf(a) - minutesOf(b));
    for (const extra of extras) {
      const more = new Set([...chosen, ...extra]);
      if (!must.every((kept) => holds(kept, more)) || count(wanted, more) <= count(wanted, chosen)) continue;
      chosen = more;
      break;
    }
  }
  return chosen;
}

/** Whether taking a module can by itself meet a requirement that is not met. */
function serves(wanted: Wanted, { module, gives }: Candidate): boolean {
  switch (wanted.kind) {
    case 'target':
      return (gives.get(wanted.competency.code) ?? 0) >= wanted.level;
    case 'include':
      return module.code === wanted.code;
    case 'credit':
    case 'domain-minimum':
    case 'maximum-minutes':
    case 'domain-maximum':
    case 'exclude':
      return false;
  }
}

/** Whether a choice meets a requirement. */
function holds(wanted: Wanted | undefined, chosen: ReadonlySet<Candidate>): boolean {
  if (!wanted) return false;
  const any = (test: (candidate: Candidate) => boolean): boolean => [...chosen].some(test);
  switch (wanted.kind) {
    case 'target':
      return any(({ gives }) => (gives.get(wanted.competency.code) ?? 0) >= wanted.level);
    case 'credit':
      return minutesOf([...chosen]) >= wanted.leastMinutes;
    case 'maximum-minutes':
      return minutesOf([...chosen]) <= wanted.minutes;
    case 'domain-minimum':
      return minutesIn(wanted, chosen) >= wanted.minutes;
    case 'domain-maximum':
      return minutesIn(wanted, chosen) <= wanted.minutes;
    case 'include':
      return any(({ module }) => module.code === wanted.code);
    case 'exclude':
      return !any(({ module }) => module.code === wanted.code);
  }
}

function count(wanted: readonly Wanted[], chosen: ReadonlySet<Candidate>): number {
  return wanted.filter((one) => holds(one, chosen)).length;
}

function minutesIn(
  { domain }: Extract<Wanted, { kind: 'domain-minimum' | 'domain-maximum' }>,
  chosen: ReadonlySet<Candidate>,
): number {
  return minutesByDomain([...chosen].map(({ module }) => module))[domain];
}

function minutesOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { module }) => sum + module.minutes, 0);
}

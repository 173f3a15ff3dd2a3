import { domainName } from '../curricula/words.ts';
import { formatMinutes } from '../format.ts';
import { obstacle } from './explain.ts';
import { firstSmallestHittingSet } from './hitting-set.ts';
import { metTogether } from './met-together.ts';
import { isOffered, type ReadProblem } from './problem.ts';
import { availableModules, programOf } from './program.ts';
import type { Wanted } from './requirements.ts';
import type { Minimize } from './zero-one.ts';

/**
 * A smallest set of requirements that cannot hold together: by size, then by the fixed order of requirements. Every conflicting
 * set has a member in whatever has to be given up so that the rest can hold, so the first smallest set with a member in each
 * such remainder is tried; where it can hold, it teaches a further remainder (implicit hitting sets, Ignatiev 2015). Assumes
 * that the requirements as a whole cannot hold.
 * @throws OutOfTime
 */
export function smallestConflict(read: ReadProblem, minimize: Minimize): readonly Wanted[] {
  const together = metTogether(read, minimize);
  const remainders: ReadonlySet<number>[] = [];
  let tried: readonly number[] = [];
  for (;;) {
    tried = firstSmallestHittingSet(remainders, read.wanted.length, tried);
    const met = together(tried);
    if (met === null) return tried.flatMap((index) => read.wanted[index] ?? []);
    remainders.push(new Set([...read.wanted.keys()].filter((index) => !met.has(index))));
  }
}

/** What could be done about a conflict, one sentence for each requirement in it. @throws OutOfTime */
export function advice(read: ReadProblem, conflict: readonly Wanted[], minimize: Minimize): string[] {
  return [...new Set(conflict.map((wanted) => adviceFor(read, wanted, conflict, minimize)))];
}

function adviceFor(
  read: ReadProblem,
  wanted: Wanted,
  conflict: readonly Wanted[],
  minimize: Minimize,
): string {
  switch (wanted.kind) {
    case 'target':
      return targetAdvice(read, wanted);
    case 'credit':
      return 'Ask for less credit.';
    case 'maximum-minutes': {
      const least = leastMinutes(
        read,
        conflict.filter((other) => other !== wanted),
        minimize,
      );
      return least === null ? 'Allow more minutes.' : `Allow at least ${formatMinutes(least)}.`;
    }
    case 'domain-minimum':
      return `Ask for fewer minutes of ${domainName(wanted.domain)}.`;
    case 'domain-maximum':
      return `Allow more minutes of ${domainName(wanted.domain)}.`;
    case 'include':
      return includeAdvice(read, wanted.code);
    case 'exclude':
      return `Let ${wanted.code} in again.`;
  }
}

function targetAdvice(
  { candidates, problem }: ReadProblem,
  { competency: { code, specialtyBoundLevel }, level }: Extract<Wanted, { kind: 'target' }>,
): string {
  const lower = `Lower the target of ${code}`;
  const isBound = specialtyBoundLevel !== null && level >= specialtyBoundLevel;
  if (isBound && problem.request.specialty === '')
    return `${lower}, or choose the learner’s group: level ${level} counts only from a module made for it.`;
  const provided = candidates.some(
    (candidate) => isOffered(candidate) && (candidate.gives.get(code) ?? 0) >= level,
  );
  if (provided) return `${lower}.`;
  return isBound
    ? `${lower}, or add a module made for the learner’s group that gives level ${level}: the library has none.`
    : `${lower}, or add a module for the learner’s group that gives level ${level}: the library has none that may be taken.`;
}

function includeAdvice(read: ReadProblem, code: string): string {
  const take = `Take ${code} out of the modules put in by hand`;
  const candidate = read.byCode.get(code);
  if (!candidate) return `${take}: it is not in the library.`;
  if (candidate.module.retired) return `${take}, or bring it back: it is retired.`;
  const available = availableModules(read, new Set());
  const missing = candidate.needs.find((need) => !available.has(need));
  return missing === undefined
    ? `${take}.`
    : `${take}, or put in or waive ${missing} as well: ${code} needs it, and it ${obstacle(read, missing, new Map())}.`;
}

function leastMinutes(read: ReadProblem, wanted: readonly Wanted[], minimize: Minimize): number | null {
  const program = programOf(read, wanted);
  if (program === null) return null;
  const cost = program.columns.map(({ module }) => module.minutes);
  const choice = minimize({ columns: cost.length, cost, rows: program.rows, fixed: new Map() });
  return choice === null
    ? null
    : cost.reduce((sum, minutes, column) => sum + (choice[column] ? minutes : 0), 0);
}

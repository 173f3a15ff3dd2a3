import type { PathwayAnswer } from '../contract/pathway-answer.ts';
import { formatMinutes } from '../format.ts';
import { obstacleOf } from './explain.ts';
import { firstSmallestHittingSet } from './hitting-set.ts';
import { metTogether } from './met-together.ts';
import { isOffered, type ReadProblem } from './problem.ts';
import { availableModules, programOf } from './program.ts';
import { requirementText, type Wanted } from './requirements.ts';
import { obstacleWords } from './words.ts';
import { type Minimize, OutOfTime } from './zero-one.ts';

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

/** A conflict as it is shown. */
type ExplainedConflict = Pick<Extract<PathwayAnswer, { status: 'impossible' }>, 'conflict' | 'leastMinutes'>;

/**
 * A conflict with what a person needs to get out of it: for each member whether giving it up is enough for everything else, and
 * the time that everything else takes. What is not proven in time is left open: the conflict itself stands.
 */
export function explainedConflict(
  read: ReadProblem,
  conflict: readonly Wanted[],
  minimize: Minimize,
): ExplainedConflict {
  const budget = conflict.find(({ kind }) => kind === 'maximum-minutes');
  const least =
    budget === undefined ? null : inTime(() => leastMinutes(read, without(read.wanted, budget), minimize));
  return {
    conflict: conflict.map((wanted) => ({
      ...requirementText(wanted),
      note: noteOn(read, wanted, conflict, minimize),
      settles: settles(wanted),
    })),
    leastMinutes: least?.value ?? null,
  };

  function settles(wanted: Wanted): boolean | null {
    if (wanted === budget) return least === null ? null : least.value !== null;
    return inTime(() => canHold(read, without(read.wanted, wanted), minimize))?.value ?? null;
  }
}

/** What is proven before the time is over; null otherwise. */
function inTime<T>(prove: () => T): { readonly value: T } | null {
  try {
    return { value: prove() };
  } catch (error) {
    if (error instanceof OutOfTime) return null;
    throw error;
  }
}

function without(wanted: readonly Wanted[], one: Wanted): readonly Wanted[] {
  return wanted.filter((other) => other !== one);
}

/** What is not plain from a requirement and the ways out of it that are offered; empty when there is nothing to add. */
function noteOn(read: ReadProblem, wanted: Wanted, conflict: readonly Wanted[], minimize: Minimize): string {
  switch (wanted.kind) {
    case 'target':
      return targetNote(read, wanted);
    case 'maximum-minutes': {
      const rest = without(conflict, wanted);
      const least = inTime(() => leastMinutes(read, rest, minimize))?.value ?? null;
      return least === null || rest.length === 0
        ? ''
        : `${rest.length === 1 ? 'The other one alone takes' : 'The others here alone take'} at least ${formatMinutes(least)}.`;
    }
    case 'include':
      return includeNote(read, wanted.code);
    case 'credit':
    case 'domain-minimum':
    case 'domain-maximum':
    case 'exclude':
      return '';
  }
}

function targetNote(
  { candidates, problem }: ReadProblem,
  { competency: { code, specialtyBoundLevel }, level }: Extract<Wanted, { kind: 'target' }>,
): string {
  const isBound = specialtyBoundLevel !== null && level >= specialtyBoundLevel;
  if (isBound && problem.request.specialty === '')
    return `Level ${level} counts only from a module made for the learner’s group: choose the group.`;
  const provided = candidates.some(
    (candidate) => isOffered(candidate) && (candidate.gives.get(code) ?? 0) >= level,
  );
  if (provided) return '';
  return isBound
    ? `The library has no module made for the learner’s group that gives level ${level}.`
    : `The library has no module that the learner may take and that gives level ${level}.`;
}

function includeNote(read: ReadProblem, code: string): string {
  const candidate = read.byCode.get(code);
  if (!candidate) return 'It is not in the library.';
  if (candidate.module.retired) return 'It is retired: bring it back in the library first.';
  const available = availableModules(read, new Set());
  const missing = candidate.needs.find((need) => !available.has(need));
  return missing === undefined
    ? ''
    : `It needs ${missing}, which ${obstacleWords(obstacleOf(read, missing, new Map()))}: put ${missing} in as well, or count it as known.`;
}

function canHold(read: ReadProblem, wanted: readonly Wanted[], minimize: Minimize): boolean {
  const program = programOf(read, wanted);
  if (program === null) return false;
  const columns = program.columns.length;
  const cost = program.columns.map(({ module }) => module.minutes);
  return minimize({ columns, cost, rows: program.rows, fixed: new Map(), anyWillDo: true }) !== null;
}

/** The fewest minutes that meet some requirements; null when nothing does. */
function leastMinutes(read: ReadProblem, wanted: readonly Wanted[], minimize: Minimize): number | null {
  const program = programOf(read, wanted);
  if (program === null) return null;
  const cost = program.columns.map(({ module }) => module.minutes);
  const choice = minimize({ columns: cost.length, cost, rows: program.rows, fixed: new Map() });
  return choice === null
    ? null
    : cost.reduce((sum, minutes, column) => sum + (choice[column] ? minutes : 0), 0);
}

import { type Candidate, isOffered, type ReadProblem } from './problem.ts';
import type { Wanted } from './requirements.ts';
import { countRow, type ProgramRow, sumRow } from './zero-one.ts';

/** The rows of a request over the modules that can matter to it. */
export type PathwayProgram = {
  /** The modules that the columns stand for, in the order of their codes. */
  readonly columns: readonly Candidate[];
  readonly rows: readonly ProgramRow[];
};

/**
 * The conditions of some of a problem's requirements as a 0/1 program; null when it is plain that they cannot hold together.
 * Left out are modules that may not be taken, that need one which may not, and that nothing asked for can make necessary.
 */
export function programOf(read: ReadProblem, wanted: readonly Wanted[]): PathwayProgram | null {
  const included = new Set(wanted.flatMap((one) => (one.kind === 'include' ? [one.code] : [])));
  const excluded = new Set(wanted.flatMap((one) => (one.kind === 'exclude' ? [one.code] : [])));
  const available = availableModules(read, excluded);
  if ([...included].some((code) => !available.has(code))) return null;
  const columns = withPrerequisites(
    available,
    [...available.values()].filter((candidate) => canMatter(candidate, wanted, included)),
  );
  const place = new Map(columns.map(({ module }, column) => [module.code, column]));

  const rows: ProgramRow[] = [...neededRows(columns, place)];
  for (const one of wanted) {
    const row = rowOf(one, columns, place);
    if (row === null) continue;
    if (row.columns.length === 0 && (row.least ?? 0) > 0) return null;
    rows.push(row);
  }
  return { columns, rows };
}

/**
 * Modules that may be taken: offered or put in by hand, not left out, and so are all that they need. A hand that puts a module in
 * also permits it, and that stands whichever requirements are looked at: giving one up never makes the others harder.
 */
export function availableModules(
  read: ReadProblem,
  excluded: ReadonlySet<string>,
): ReadonlyMap<string, Candidate> {
  const included = new Set(read.problem.request.include.map(({ code }) => code));
  const available = new Map(
    read.candidates
      .filter(
        (candidate) =>
          !candidate.module.retired &&
          !excluded.has(candidate.module.code) &&
          (included.has(candidate.module.code) || isOffered(candidate)),
      )
      .map((candidate) => [candidate.module.code, candidate]),
  );
  for (;;) {
    const stuck = [...available.values()].filter(({ needs }) => needs.some((code) => !available.has(code)));
    if (stuck.length === 0) return available;
    for (const { module } of stuck) available.delete(module.code);
  }
}

/** A module is taken only together with each that it needs. */
function neededRows(
  columns: readonly Candidate[],
  place: ReadonlyMap<string, number>,
): readonly ProgramRow[] {
  return columns.flatMap(({ needs }, column) =>
    needs.map((code) => ({
      columns: [place.get(code) ?? 0, column],
      coefficients: [1, -1],
      least: 0,
      most: null,
    })),
  );
}

/** Some modules with all that they need, in the order of their codes. */
export function withPrerequisites(
  available: ReadonlyMap<string, Candidate>,
  start: readonly Candidate[],
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const waiting = [...start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.module.code)) continue;
    found.set(next.module.code, next);
    for (const code of next.needs) {
      const needed = available.get(code);
      if (needed) waiting.push(needed);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.module.code < b.module.code ? -1 : 1));
}

/** Whether a requirement can be a reason to take this module for its own sake. */
function canMatter(candidate: Candidate, wanted: readonly Wanted[], included: ReadonlySet<string>): boolean {
  if (included.has(candidate.module.code)) return true;
  return wanted.some((one) => {
    switch (one.kind) {
      case 'target':
        return (candidate.gives.get(one.competency.code) ?? 0) >= one.level;
      case 'credit':
        return true;
      case 'domain-minimum':
        return candidate.module.domain === one.domain;
      default:
        return false;
    }
  });
}

/** The row of a requirement; null for what is already settled by the choice of columns. */
function rowOf(
  wanted: Wanted,
  columns: readonly Candidate[],
  place: ReadonlyMap<string, number>,
): ProgramRow | null {
  switch (wanted.kind) {
    case 'target':
      return countRow(
        columns.flatMap(({ gives }, column) =>
          (gives.get(wanted.competency.code) ?? 0) >= wanted.level ? [column] : [],
        ),
        1,
        null,
      );
    case 'credit':
      return minutesRow(columns, () => true, wanted.leastMinutes, null);
    case 'maximum-minutes':
      return minutesRow(columns, () => true, null, wanted.minutes);
    case 'domain-minimum':
      return minutesRow(columns, ({ module }) => module.domain === wanted.domain, wanted.minutes, null);
    case 'domain-maximum':
      return minutesRow(columns, ({ module }) => module.domain === wanted.domain, null, wanted.minutes);
    case 'include':
      return countRow([place.get(wanted.code) ?? 0], 1, null);
    case 'exclude':
      return null;
  }
}

function minutesRow(
  columns: readonly Candidate[],
  counts: (candidate: Candidate) => boolean,
  least: number | null,
  most: number | null,
): ProgramRow {
  return sumRow(
    columns.map((candidate) => (counts(candidate) ? candidate.module.minutes : 0)),
    least,
    most,
  );
}

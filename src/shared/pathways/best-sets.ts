import { firstByCode } from './tie-break.ts';
import { type Choice, type Minimize, type ProgramRow, rowSum, sumRow } from './zero-one.ts';

/** Which modules close which gaps of a group of people. */
export type CoverProblem = {
  readonly modules: readonly {
    readonly code: string;
    readonly title: string;
    readonly minutes: number;
    /** Codes that must come with it. */
    readonly needs: readonly string[];
  }[];
  /** Gaps that the same modules close, and how many there are. */
  readonly gaps: readonly { readonly count: number; readonly closedBy: readonly string[] }[];
};

/** A set of modules that closes the most gaps that so many modules can. */
export type BestSet = {
  readonly modules: readonly {
    readonly code: string;
    readonly title: string;
    readonly minutes: number;
    /** In the set only because another one needs it: it closes no gap that the rest leaves open. */
    readonly added: boolean;
  }[];
  readonly minutes: number;
  readonly gapsClosed: number;
};

/**
 * For 1, 2, 3 … modules the set that closes the most gaps, of these the one of least minutes, then the first by code; until more
 * modules close nothing more. A set holds all that its modules need, and these count like the others: a capstone with fifteen
 * prerequisites is sixteen modules. Sizes that close no more than the size before are left out.
 * @throws OutOfTime
 */
export function bestSets(problem: CoverProblem, minimize: Minimize): readonly BestSet[] {
  const cover = coverProgram(problem);
  const closable = problem.gaps.reduce(
    (sum, { count, closedBy }) => sum + (closedBy.length > 0 ? count : 0),
    0,
  );
  const sets: BestSet[] = [];
  for (let size = 1; size <= cover.modules.length && (sets.at(-1)?.gapsClosed ?? 0) < closable; size += 1) {
    const set = bestOfSize(cover, size, sets.at(-1)?.gapsClosed ?? 0, minimize);
    if (set) sets.push(set);
  }
  return sets;
}

type Cover = {
  readonly modules: CoverProblem['modules'];
  readonly gaps: CoverProblem['gaps'];
  readonly columns: number;
  readonly rows: readonly ProgramRow[];
  readonly closed: readonly number[];
  readonly minutes: readonly number[];
};

/** Columns: the modules in the order of their codes, then one for each kind of gap that says whether it is closed. */
function coverProgram(problem: CoverProblem): Cover {
  const modules = problem.modules.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const place = new Map(modules.map(({ code }, column) => [code, column]));
  const gaps = problem.gaps.filter(({ closedBy }) => closedBy.length > 0);
  const needed = modules.flatMap(({ needs }, column) =>
    needs.map((code): ProgramRow => {
      const before = place.get(code);
      return before === undefined
        ? { columns: [column], coefficients: [1], least: null, most: 0 }
        : { columns: [before, column], coefficients: [1, -1], least: 0, most: null };
    }),
  );
  const closing = gaps.map(({ closedBy }, index): ProgramRow => {
    const by = closedBy.flatMap((code) => place.get(code) ?? []);
    return {
      columns: [...by, modules.length + index],
      coefficients: [...by.map(() => 1), -1],
      least: 0,
      most: null,
    };
  });
  return {
    modules,
    gaps,
    columns: modules.length + gaps.length,
    rows: [...needed, ...closing],
    closed: [...modules.map(() => 0), ...gaps.map(({ count }) => count)],
    minutes: [...modules.map((module) => module.minutes), ...gaps.map(() => 0)],
  };
}

function bestOfSize(cover: Cover, size: number, closedBefore: number, minimize: Minimize): BestSet | null {
  const { columns, modules } = cover;
  const atMost: ProgramRow = {
    columns: [...modules.keys()],
    coefficients: modules.map(() => 1),
    least: null,
    most: size,
  };
  const rows = [...cover.rows, atMost];
  const most = minimize({ columns, cost: cover.closed.map((count) => -count), rows, fixed: new Map() });
  if (most === null) return null;
  const gapsClosed = total(cover.closed, most);
  if (gapsClosed <= closedBefore) return null;
  const asMany = sumRow(cover.closed, gapsClosed, null);
  const shortest = minimize({ columns, cost: cover.minutes, rows: [...rows, asMany], fixed: new Map() });
  if (shortest === null) return null;
  const noLonger = sumRow(cover.minutes, null, total(cover.minutes, shortest));
  const best = firstByCode(
    { columns, modules: modules.length, rows: [...rows, asMany, noLonger] },
    shortest,
    minimize,
  );
  return readSet(cover, best, gapsClosed);
}

function readSet(cover: Cover, choice: Choice, gapsClosed: number): BestSet {
  const taken = cover.modules.filter((_, column) => choice[column]);
  const codes = new Set(taken.map(({ code }) => code));
  // Closed by one module of the set and no other.
  const alone = new Set(
    cover.gaps.flatMap(({ closedBy }) => {
      const by = closedBy.filter((code) => codes.has(code));
      return by.length === 1 ? by : [];
    }),
  );
  return {
    modules: taken.map(({ code, title, minutes }) => ({ code, title, minutes, added: !alone.has(code) })),
    minutes: taken.reduce((sum, { minutes }) => sum + minutes, 0),
    gapsClosed,
  };
}

function total(values: readonly number[], choice: Choice): number {
  return rowSum({ columns: [...values.keys()], coefficients: values }, choice);
}

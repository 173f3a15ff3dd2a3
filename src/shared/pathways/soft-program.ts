import type { Domain } from '../contract/primitives.ts';
import type { Candidate, ReadProblem } from './problem.ts';
import { availableModules, neededRows } from './program.ts';
import type { Wanted } from './requirements.ts';
import type { ProgramRow } from './zero-one.ts';

/** A program in which each requirement has a column that says whether it is met; as many as possible are to be. */
export type SoftProgram = {
  /** How many columns stand for modules; those of the requirements follow in their order. */
  readonly modules: number;
  readonly columns: number;
  readonly cost: readonly number[];
  readonly rows: readonly ProgramRow[];
};

/** The requirements of a problem as conditions that may be given up one by one. */
export function softProgram(read: ReadProblem): SoftProgram {
  // Whatever may be taken under some of the requirements: what is left out by hand is left out by a row.
  const columns = [...availableModules(read, new Set()).values()];
  const place = new Map(columns.map(({ module }, column) => [module.code, column]));
  const rows: ProgramRow[] = [...neededRows(columns, place)];
  for (const [index, wanted] of read.wanted.entries()) {
    const met = columns.length + index;
    rows.push(...softRows(wanted, met, columns, place));
  }
  return {
    modules: columns.length,
    columns: columns.length + read.wanted.length,
    cost: [...columns.map(() => 0), ...read.wanted.map(() => -1)],
    rows,
  };
}

/** What must hold when a requirement is met. */
function softRows(
  wanted: Wanted,
  met: number,
  columns: readonly Candidate[],
  place: ReadonlyMap<string, number>,
): readonly ProgramRow[] {
  switch (wanted.kind) {
    case 'target': {
      const by = columns.flatMap(({ gives }, column) =>
        (gives.get(wanted.competency.code) ?? 0) >= wanted.level ? [column] : [],
      );
      return [{ columns: [...by, met], coefficients: [...by.map(() => 1), -1], least: 0, most: null }];
    }
    case 'credit':
      return [atLeast(columns, null, wanted.leastMinutes, met)];
    case 'domain-minimum':
      return [atLeast(columns, wanted.domain, wanted.minutes, met)];
    case 'maximum-minutes':
      return [atMost(columns, null, wanted.minutes, met)];
    case 'domain-maximum':
      return [atMost(columns, wanted.domain, wanted.minutes, met)];
    case 'include': {
      const column = place.get(wanted.code);
      // Retired, not in the library, or in need of a module that is: it is never met.
      if (column === undefined) return [{ columns: [met], coefficients: [1], least: null, most: 0 }];
      return [{ columns: [column, met], coefficients: [1, -1], least: 0, most: null }];
    }
    case 'exclude': {
      const column = place.get(wanted.code);
      return column === undefined
        ? []
        : [{ columns: [column, met], coefficients: [1, 1], least: null, most: 1 }];
    }
  }
}

function atLeast(
  columns: readonly Candidate[],
  domain: Domain | null,
  minutes: number,
  met: number,
): ProgramRow {
  const { places, values } = minutesIn(columns, domain);
  return { columns: [...places, met], coefficients: [...values, -minutes], least: 0, most: null };
}

/** Holds the minutes to the limit when the requirement is met, and to all that there are when it is not. */
function atMost(
  columns: readonly Candidate[],
  domain: Domain | null,
  minutes: number,
  met: number,
): ProgramRow {
  const { places, values } = minutesIn(columns, domain);
  const all = values.reduce((sum, value) => sum + value, 0);
  return {
    columns: [...places, met],
    coefficients: [...values, Math.max(0, all - minutes)],
    least: null,
    most: Math.max(all, minutes),
  };
}

function minutesIn(
  columns: readonly Candidate[],
  domain: Domain | null,
): { readonly places: readonly number[]; readonly values: readonly number[] } {
  const places = [...columns.keys()].filter(
    (column) => domain === null || columns[column]?.module.domain === domain,
  );
  return { places, values: places.map((column) => columns[column]?.module.minutes ?? 0) };
}

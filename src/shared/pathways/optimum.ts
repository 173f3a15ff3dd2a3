import type { PathwayProgram } from './program.ts';
import { different, first, firstByCode } from './tie-break.ts';
import { type Choice, type Minimize, type ProgramRow, rowSum, sumRow } from './zero-one.ts';

/**
 * The one best choice: least minutes, then most relevance, then a fixed tie-break: of two choices that are equal in both, the
 * one that holds the first module (by code) in which they differ. Decided step by step, each step a condition of the next, and
 * never by large weights, so the order in which the solver works does not matter. Null when no choice meets every row.
 * @throws OutOfTime
 */
export function optimum(program: PathwayProgram, minimize: Minimize): Choice | null {
  const columns = program.columns.length;
  const minutes = program.columns.map(({ module }) => module.minutes);
  const relevance = program.columns.map((candidate) => candidate.relevance);
  const solve = (cost: readonly number[], more: readonly ProgramRow[]): Choice | null =>
    minimize({ columns, cost, rows: [...program.rows, ...more], fixed: new Map() });

  const shortest = solve(minutes, []);
  if (shortest === null) return null;
  // Of two choices that take the same minutes neither holds the other, so any other one has a module that this has not.
  const noLonger = sumRow(minutes, null, total(minutes, shortest));
  const other = solve(
    relevance.map((value) => -value),
    [noLonger, different(shortest, 0, columns)],
  );
  if (other === null || total(relevance, other) < total(relevance, shortest)) return shortest;
  const best = total(relevance, other) > total(relevance, shortest) ? other : first(shortest, other);
  const asRelevant = sumRow(relevance, total(relevance, best), null);
  return firstByCode(
    { columns, modules: columns, rows: [...program.rows, noLonger, asRelevant] },
    best,
    minimize,
  );
}

function total(values: readonly number[], choice: Choice): number {
  return rowSum({ columns: [...values.keys()], coefficients: values }, choice);
}

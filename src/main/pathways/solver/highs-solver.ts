import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import loadHighs, { type Highs, type ModelData } from 'highs';
import {
  type Choice,
  type Minimize,
  meets,
  OutOfTime,
  type ZeroOneProgram,
} from '../../../shared/pathways/zero-one.ts';

/** HiGHS's codes for how a search ended (`ModelStatusCode` of the package). */
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED_OR_INFEASIBLE = 9;
const TIME_LIMIT = 13;
const INTEGER = 1;
/** How far from the cheapest a choice may be where any will do. */
const GOOD_ENOUGH = 0.2;

/** Gives a minimizer that is to be done by a moment of `performance.now()`. */
export type Solver = (deadlineMs: number) => Minimize;

/**
 * Loads HiGHS. Its WebAssembly is read from the package's own file, which lies beside the program's archive when it is
 * packaged; nothing is fetched.
 */
export async function loadSolver(): Promise<Solver> {
  const wasm = createRequire(import.meta.url).resolve('highs/runtime');
  const highs = await loadHighs({ wasmBinary: readFileSync(wasm), print: silent, printErr: silent });
  return (deadlineMs) => (program) => minimize(highs, program, deadlineMs);
}

/** @throws OutOfTime; Error when an answer does not stand up to whole numbers */
function minimize(highs: Highs, program: ZeroOneProgram, deadlineMs: number): Choice | null {
  if (program.columns === 0) return meets(program, []) ? [] : null;
  const first = run(highs, program, deadlineMs, true);
  if (first === null || meets(program, first)) return first;
  // HiGHS works in floating point; an answer that is off by a rounding is asked for again without its short cuts.
  const second = run(highs, program, deadlineMs, false);
  if (second === null || meets(program, second)) return second;
  throw new Error('the solver’s answer does not meet its conditions');
}

function run(highs: Highs, program: ZeroOneProgram, deadlineMs: number, presolve: boolean): Choice | null {
  const seconds = (deadlineMs - performance.now()) / 1_000;
  if (seconds <= 0) throw new OutOfTime();
  const model = highs.createModel(modelData(program));
  try {
    model.options.set({
      output_flag: false,
      presolve: presolve ? 'on' : 'off',
      random_seed: 0,
      time_limit: seconds,
      // Proven to the last minute: the default stops within a hundredth of a percent.
      mip_rel_gap: program.anyWillDo ? GOOD_ENOUGH : 0,
      mip_abs_gap: 0.5,
    });
    const { modelStatus } = model.run();
    switch (modelStatus) {
      case OPTIMAL:
        return [...model.getSolution().colValue].map((value) => value > 0.5);
      case INFEASIBLE:
      // Every column has bounds, so no cost is without end.
      case UNBOUNDED_OR_INFEASIBLE:
        return null;
      case TIME_LIMIT:
        throw new OutOfTime();
      default:
        throw new Error(`the solver ended with status ${modelStatus}`);
    }
  } finally {
    model.dispose();
  }
}

function modelData({ columns, cost, rows, fixed }: ZeroOneProgram): ModelData {
  const decided = Array.from({ length: columns }, (_, column) => fixed.get(column));
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: cost,
    colLower: decided.map((value) => value ?? 0),
    colUpper: decided.map((value) => value ?? 1),
    rowLower: rows.map(({ least }) => least ?? Number.NEGATIVE_INFINITY),
    rowUpper: rows.map(({ most }) => most ?? Number.POSITIVE_INFINITY),
    integrality: decided.map(() => INTEGER),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.coefficients),
    },
  };
}

function silent(): void {}

/** One linear condition on 0/1 columns in whole numbers: `least ≤ Σ coefficient × column ≤ most`. */
export type ProgramRow = {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly least: number | null;
  readonly most: number | null;
};

/** A 0/1 program in whole numbers; the cost is to be as low as possible. */
export type ZeroOneProgram = {
  readonly columns: number;
  readonly cost: readonly number[];
  readonly rows: readonly ProgramRow[];
  /** Columns whose value is decided. */
  readonly fixed: ReadonlyMap<number, 0 | 1>;
  /** Any choice that meets the rows is answer enough; a cheap one is welcome. */
  readonly anyWillDo?: boolean;
};

/**
 * An exact solver: a cheapest choice of columns, or null when no choice meets every row. The same program always gives the same
 * choice.
 * @throws OutOfTime when nothing is proven before the time is over
 */
export type Minimize = (program: ZeroOneProgram) => Choice | null;

/** For each column whether it is taken. */
export type Choice = readonly boolean[];

/** The search took longer than it may. */
export class OutOfTime extends Error {
  constructor() {
    super('the search took longer than it may');
    this.name = 'OutOfTime';
  }
}

/** Whether a choice meets every row and every decided column, in whole numbers. */
export function meets(program: Pick<ZeroOneProgram, 'rows' | 'fixed'>, choice: Choice): boolean {
  for (const [column, value] of program.fixed) if (choice[column] !== (value === 1)) return false;
  return program.rows.every((row) => {
    const sum = rowSum(row, choice);
    return (row.least === null || sum >= row.least) && (row.most === null || sum <= row.most);
  });
}

/** What the taken columns add up to in a row. */
export function rowSum(row: Pick<ProgramRow, 'columns' | 'coefficients'>, choice: Choice): number {
  return row.columns.reduce(
    (sum, column, index) => (choice[column] ? sum + (row.coefficients[index] ?? 0) : sum),
    0,
  );
}

/** A row of coefficients 1: how many of the columns are taken. */
export function countRow(columns: readonly number[], least: number | null, most: number | null): ProgramRow {
  return { columns, coefficients: columns.map(() => 1), least, most };
}

/** A row over all columns with one coefficient each; zeros are left out. */
export function sumRow(
  coefficients: readonly number[],
  least: number | null,
  most: number | null,
): ProgramRow {
  const columns = coefficients.flatMap((coefficient, column) => (coefficient === 0 ? [] : [column]));
  return { columns, coefficients: columns.map((column) => coefficients[column] ?? 0), least, most };
}

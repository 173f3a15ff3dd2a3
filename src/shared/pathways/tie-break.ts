import { type Choice, countRow, type Minimize, type ProgramRow } from './zero-one.ts';

/** Choices that are equal in all that was decided before. */
type EqualChoices = {
  /** All columns, those of the modules first, in the order of their codes. */
  readonly columns: number;
  /** How many columns stand for modules. */
  readonly modules: number;
  /** The rows, and those that hold the choice to be as good as the best; no choice may hold all modules of another. */
  readonly rows: readonly ProgramRow[];
};

/**
 * Of choices that are equally good the one that comes first: of two it is the one that holds the first module in which they
 * differ. The modules are decided one after the other; most questions are answered by the choice at hand, and those about a run
 * of modules that it does not hold are asked at once.
 * @param start any of these choices
 * @throws OutOfTime
 */
export function firstByCode(equal: EqualChoices, start: Choice, minimize: Minimize): Choice {
  const { columns, modules, rows } = equal;
  let choice = start;
  let decided = 0;
  // Another choice that may still be the answer; while there is none known, whether there is one is asked first.
  let other: Choice | null = null;
  while (decided < modules) {
    if (other === null) {
      other = ask(different(choice, decided, modules), towardsFirst(decided));
      if (other === null) return choice;
      const better = first(choice, other);
      if (better !== choice) [choice, other] = [other, choice];
    }
    // What the choice holds already is settled.
    while (decided < modules && choice[decided]) decided += 1;
    let end = decided;
    while (end < modules && !choice[end]) end += 1;
    if (end === decided) return choice;
    const better = ask(countRow(range(decided, end), 1, null), []);
    if (better === null) decided = end;
    else choice = better;
    if (!agree(other, choice, decided)) other = null;
  }
  return choice;

  function ask(row: ProgramRow, cost: readonly number[]): Choice | null {
    return minimize({
      columns,
      cost: range(0, columns).map((column) => cost[column] ?? 0),
      rows: [...rows, row],
      fixed: new Map(range(0, decided).map((column) => [column, choice[column] ? 1 : 0])),
    });
  }

  /** A cost that leads to early modules; what is proven does not rest on it. */
  function towardsFirst(from: number): readonly number[] {
    return range(0, modules).map((column) => (column < from ? 0 : column - modules));
  }
}

/** At least one module from a place on that the choice does not hold. */
export function different(choice: Choice, from: number, modules: number): ProgramRow {
  return countRow(
    range(from, modules).filter((column) => !choice[column]),
    1,
    null,
  );
}

/** Of two choices the one that holds the first column in which they differ. */
export function first(one: Choice, other: Choice): Choice {
  const place = one.findIndex((taken, column) => taken !== other[column]);
  return place < 0 || one[place] ? one : other;
}

function agree(one: Choice, other: Choice, length: number): boolean {
  return range(0, length).every((column) => one[column] === other[column]);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

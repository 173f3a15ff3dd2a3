/** A cell of the grid: which person row, which session column, both from 0. Row -1 is the heading. */
export type Cell = { readonly row: number; readonly column: number };

/** A rectangle of cells, its edges included. */
export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** The rectangle between two cells, whichever comes first. */
export function rangeBetween(anchor: Cell, active: Cell): Range {
  return {
    top: Math.max(0, Math.min(anchor.row, active.row)),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/** True when a cell lies in the rectangle. */
export function isInside(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** How many cells a rectangle has. */
export function cellsIn(range: Range): number {
  return Math.max(0, range.bottom - range.top + 1) * Math.max(0, range.right - range.left + 1);
}

/** Where a key leads from a cell, or null when the key does not move. Row -1 is the heading row. */
export function moved(
  from: Cell,
  key: string,
  control: boolean,
  rows: number,
  columns: number,
  pageRows: number,
): Cell | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: control ? 0 : Math.max(-1, from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: control ? lastRow : Math.min(lastRow, from.row + 1) };
    case 'ArrowLeft':
      return { ...from, column: control ? 0 : Math.max(0, from.column - 1) };
    case 'ArrowRight':
      return { ...from, column: control ? lastColumn : Math.min(lastColumn, from.column + 1) };
    case 'PageUp':
      return { ...from, row: Math.max(0, from.row - pageRows) };
    case 'PageDown':
      return { ...from, row: Math.min(lastRow, from.row + pageRows) };
    case 'Home':
      return { row: control ? 0 : from.row, column: 0 };
    case 'End':
      return { row: control ? lastRow : from.row, column: lastColumn };
    default:
      return null;
  }
}

/** What one press of Space makes of cells: absent when all of them are present, present otherwise. */
export function toggled(minutes: readonly (number | null)[]): 'present' | 'absent' {
  return minutes.every((each) => each !== null && each > 0) ? 'absent' : 'present';
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsIn, isInside, moved, rangeBetween, toggled } from './selection.ts';

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];

describe('moving in the grid', () => {
  it('never leaves the grid, whichever keys are pressed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()), { maxLength: 60 }),
        (rows, columns, presses) => {
          let cell = { row: 0, column: 0 };
          for (const [key, control] of presses) {
            cell = moved(cell, key, control, rows, columns, 10) ?? cell;
            expect(cell.row).toBeGreaterThanOrEqual(-1);
            expect(cell.row).toBeLessThan(rows);
            expect(cell.column).toBeGreaterThanOrEqual(0);
            expect(cell.column).toBeLessThan(columns);
          }
        },
      ),
    );
  });

  it('reaches the headings from the first row and leaves other keys alone', () => {
    expect(moved({ row: 0, column: 2 }, 'ArrowUp', false, 5, 5, 10)).toEqual({ row: -1, column: 2 });
    expect(moved({ row: 4, column: 2 }, 'Home', true, 5, 5, 10)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 0, column: 0 }, 'x', false, 5, 5, 10)).toBeNull();
  });
});

describe('a range of cells', () => {
  it('is the same from either end and counts its cells', () => {
    const range = rangeBetween({ row: 4, column: 1 }, { row: 2, column: 3 });
    expect(range).toEqual(rangeBetween({ row: 2, column: 3 }, { row: 4, column: 1 }));
    expect(cellsIn(range)).toBe(9);
    expect(isInside(range, 3, 2)).toBe(true);
    expect(isInside(range, 1, 2)).toBe(false);
  });
});

describe('one press of Space', () => {
  it.each([
    [[null], 'present'],
    [[0], 'present'],
    [[45], 'absent'],
    [[12], 'absent'],
    [[45, null], 'present'],
    [[45, 45], 'absent'],
  ] as const)('makes %j %s', (minutes, outcome) => expect(toggled(minutes)).toBe(outcome));
});

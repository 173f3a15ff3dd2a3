import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** One column of a {@link DataTable}. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. Leave it out for lists that are read page by page. */
  readonly sortValue?: (row: Row) => string | number;
  /** In pixels, or any track size of a CSS grid; an equal share when left out. */
  readonly width?: number | string;
  readonly align?: 'left' | 'right';
  /** Hidden while the table is narrower than this many pixels. */
  readonly hideBelow?: number;
};

/** The parts of the table library that lists here use. */
export const listFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type ListFeatures = typeof listFeatures;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Our columns as the table library wants them. */
export function columnDefinitions<Row extends object>(
  columns: readonly Column<Row>[],
): ColumnDef<ListFeatures, Row>[] {
  // Numbers by size, words as a reader orders them; both are values of the same column, so never mixed.
  const compare: SortFn<ListFeatures, Row> = (left, right, columnId) => {
    const a = left.getValue(columnId);
    const b = right.getValue(columnId);
    return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
  };
  return columns.map(({ id, header, sortValue }) => ({
    id,
    header,
    accessorFn: (row: Row) => sortValue?.(row) ?? '',
    enableSorting: sortValue !== undefined,
    sortDescFirst: false,
    sortFn: compare,
  }));
}

/** Track sizes for the columns that are shown. */
export function gridTemplate<Row>(columns: readonly Column<Row>[], selectable: boolean): string {
  const tracks = columns.map(({ width }) => {
    if (width === undefined) return 'minmax(0, 1fr)';
    return typeof width === 'number' ? `${width}px` : width;
  });
  return [...(selectable ? ['var(--s5)'] : []), ...tracks].join(' ');
}

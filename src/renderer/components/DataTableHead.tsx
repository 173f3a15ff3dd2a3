import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import classes from './DataTable.module.css';
import type { Column } from './data-table-model.ts';

/** Headings of a table: a sortable one is a button. */
export function DataTableHead<Row>({
  columns,
  template,
  sortedBy,
  onSort,
  selectAll,
}: {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sortedBy: { readonly id: string; readonly desc: boolean } | null;
  readonly onSort: (id: string) => void;
  readonly selectAll: {
    readonly checked: boolean;
    readonly some: boolean;
    readonly onChange: (all: boolean) => void;
  } | null;
}) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        {selectAll ? (
          <div role="columnheader" className={classes.check}>
            <Checkbox
              size="xs"
              aria-label="Select all"
              checked={selectAll.checked}
              indeterminate={selectAll.some && !selectAll.checked}
              onChange={(event) => selectAll.onChange(event.currentTarget.checked)}
            />
          </div>
        ) : null}
        {columns.map((column) => {
          const direction =
            sortedBy?.id === column.id ? (sortedBy.desc ? 'descending' : 'ascending') : 'none';
          return (
            <div
              key={column.id}
              role="columnheader"
              className={classes.heading}
              data-align={column.align}
              {...(column.sortValue ? { 'aria-sort': direction } : {})}
            >
              {column.sortValue ? (
                <button type="button" className={classes.sort} onClick={() => onSort(column.id)}>
                  <span className={classes.headingText}>{column.header}</span>
                  <SortSign direction={direction} />
                </button>
              ) : (
                <span className={classes.headingText}>{column.header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortSign({ direction }: { readonly direction: 'ascending' | 'descending' | 'none' }) {
  if (direction === 'ascending') return <IconArrowUp size={14} aria-hidden />;
  if (direction === 'descending') return <IconArrowDown size={14} aria-hidden />;
  return <IconSelector size={14} aria-hidden className={classes.unsorted} />;
}

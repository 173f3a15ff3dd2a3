import { Checkbox } from '@mantine/core';
import type { MouseEvent } from 'react';
import classes from './DataTable.module.css';
import type { Column } from './data-table-model.ts';

const CONTROLS = 'a, button, input, label, select, textarea, [role="button"], [role="menuitem"]';

/** One drawn row of a table. The active one is the table's single tab stop. */
export function DataTableRow<Row>({
  row,
  columns,
  template,
  index,
  start,
  active,
  current,
  selected,
  onFocus,
  onOpen,
  onToggle,
  measure,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly index: number;
  /** Distance from the top in pixels. */
  readonly start: number;
  readonly active: boolean;
  /** It is open beside the list. */
  readonly current: boolean;
  /** Null in a table without selection. */
  readonly selected: boolean | null;
  readonly onFocus: () => void;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly onToggle: () => void;
  /** Told of the drawn row where rows grow with their content. */
  readonly measure?: ((element: HTMLElement | null) => void) | undefined;
}) {
  function onClick(event: MouseEvent): void {
    // A click on a control inside the row belongs to that control.
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    // Neither does marking text to copy it open the row.
    if (onOpen && !window.getSelection()?.toString()) onOpen(row);
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter for the focused row
    <div
      ref={measure}
      data-growing={measure ? true : undefined}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-current={current || undefined}
      data-index={index}
      data-opens={onOpen ? true : undefined}
      tabIndex={active ? 0 : -1}
      className={classes.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onFocus={onFocus}
      onClick={onClick}
    >
      {selected === null ? null : (
        <div role="gridcell" className={classes.check}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label="Select this row"
            checked={selected}
            onChange={onToggle}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import classes from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { type Column, columnDefinitions, gridTemplate, listFeatures } from './data-table-model.ts';
import { useFillHeight } from './fill-height.ts';

/** Height of one row in pixels; the same as `--row-height`. */
const ROW_HEIGHT = 48;
/** Rows from the end at which the next page is asked for. */
const NEAR_END = 30;
const PAGE_ROWS = 10;

export type DataTableProps<Row extends object, K extends string | number = number> = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => K;
  /** The row that is open beside the list; it is marked. */
  readonly current?: K | null;
  /** Opens a row by click or Enter. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selection?:
    | { readonly selected: ReadonlySet<K>; readonly onChange: (selected: ReadonlySet<K>) => void }
    | undefined;
  readonly initialSort?: { readonly id: string; readonly desc?: boolean };
  /** In pixels, or a CSS length; fills the screen when left out. The table is never taller than its rows. */
  readonly height?: number | string;
  readonly empty?: ReactNode;
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly onEndReached?: (() => void) | undefined;
  /** Rows grow with what stands in their cells; all have the same height when it is left out. */
  readonly growing?: boolean;
};

/**
 * A list of any length: only the rows in view are drawn. Headings sort; arrows, Page and Home/End move,
 * Enter opens, Space selects, Shift with an arrow extends the selection, Ctrl+A selects all.
 */
export function DataTable<Row extends object, K extends string | number = number>({
  rows,
  columns,
  rowKey,
  current = null,
  onOpen,
  selection,
  initialSort,
  height,
  empty,
  label,
  onEndReached,
  growing = false,
}: DataTableProps<Row, K>) {
  const size = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<K | null>(null);
  const waitingFocus = useRef<number | null>(null);

  const shown = useMemo(
    () => columns.filter(({ hideBelow }) => !hideBelow || size.width === 0 || size.width >= hideBelow),
    [columns, size.width],
  );
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const table = useTable({
    features: listFeatures,
    columns: definitions,
    data,
    getRowId: (row) => String(rowKey(row)),
    initialState: { sorting: initialSort ? [{ id: initialSort.id, desc: initialSort.desc ?? false }] : [] },
  });
  const sorted = table.getRowModel().rows;

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // A measured height stays with its row when the list is sorted or narrowed.
    getItemKey: (index) => sorted[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (onEndReached && sorted.length > 0 && lastIndex >= sorted.length - NEAR_END) onEndReached();
  }, [onEndReached, lastIndex, sorted.length]);

  // After a jump the wanted row is drawn only with the next scroll position: look again at each render.
  useEffect(() => {
    if (waitingFocus.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${waitingFocus.current}"]`);
    if (!row) return;
    waitingFocus.current = null;
    row.focus({ preventScroll: true });
  });

  const found = sorted.findIndex((row) => rowKey(row.original) === activeKey);
  const activeIndex = found < 0 ? 0 : found;
  // A row scrolled out of view is not drawn: the first drawn one stands in as the tab stop.
  const stopIndex = items.some((item) => item.index === activeIndex) ? activeIndex : items[0]?.index;

  function move(to: number, extend: boolean): void {
    const index = Math.max(0, Math.min(sorted.length - 1, to));
    const target = sorted[index];
    if (!target) return;
    if (extend && selection) {
      const from = sorted[activeIndex];
      const next = new Set(selection.selected);
      if (from) next.add(rowKey(from.original));
      next.add(rowKey(target.original));
      selection.onChange(next);
    }
    waitingFocus.current = index;
    setActiveKey(rowKey(target.original));
    virtual.scrollToIndex(index, { align: 'auto' });
  }

  function toggle(row: Row): void {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (!next.delete(rowKey(row))) next.add(rowKey(row));
    selection.onChange(next);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    // Keys pressed in a control inside a row belong to that control.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined) return;
    const row = sorted[activeIndex]?.original;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + PAGE_ROWS,
      PageUp: activeIndex - PAGE_ROWS,
      Home: 0,
      End: sorted.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === 'Enter' && onOpen && row) onOpen(row);
    else if (event.key === ' ' && selection && row) toggle(row);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selection)
      selection.onChange(new Set(sorted.map(({ original }) => rowKey(original))));
    else return;
    event.preventDefault();
  }

  const template = gridTemplate(shown, selection !== undefined);
  const sortedBy = table.state.sorting[0] ?? null;
  const merged = useMergedRef(scroller, size.ref);
  const fill = useFillHeight(scroller);

  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div
      ref={merged}
      className={classes.scroller}
      style={{ maxHeight: height ?? fill }}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-multiselectable={selection ? true : undefined}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <DataTableHead
        columns={shown}
        template={template}
        sortedBy={sortedBy}
        onSort={(id) => {
          table.getColumn(id)?.toggleSorting();
          virtual.scrollToOffset(0);
        }}
        selectAll={
          selection
            ? {
                checked:
                  sorted.length > 0 && sorted.every((row) => selection.selected.has(rowKey(row.original))),
                some: selection.selected.size > 0,
                onChange: (all) =>
                  selection.onChange(new Set(all ? sorted.map((row) => rowKey(row.original)) : [])),
              }
            : null
        }
      />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = sorted[item.index]?.original;
          if (!row) return null;
          const key = rowKey(row);
          return (
            <DataTableRow
              key={key}
              row={row}
              columns={shown}
              template={template}
              index={item.index}
              start={item.start}
              active={item.index === stopIndex}
              current={key === current}
              selected={selection ? selection.selected.has(key) : null}
              onFocus={() => setActiveKey(key)}
              onOpen={onOpen}
              onToggle={() => toggle(row)}
              measure={growing ? virtual.measureElement : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

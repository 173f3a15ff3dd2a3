import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A list whose rows are reached with the arrows; one of them is its tab stop. */
export type Rows = {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The id of the row that Tab reaches; null in an empty list. */
  readonly stop: number | null;
  readonly onFocusRow: (id: number) => void;
  /** Brings the focus to a row as soon as it is drawn. */
  readonly focusRow: (id: number) => void;
  readonly focusIndex: (index: number) => void;
  /** Handles arrows, Home and End pressed on a row itself; true when it did. */
  readonly onArrow: (event: KeyboardEvent) => boolean;
  /** The row that a key was pressed on; null when it was pressed in a control inside one. */
  readonly rowOf: (event: KeyboardEvent) => number | null;
};

/** Focus in a list of rows that carry `data-row-id`. */
export function useRows(ids: readonly number[]): Rows {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);
  const stop = active !== null && ids.includes(active) ? active : (ids[0] ?? null);

  // A row that was moved or brought back is drawn anew: the focus goes after it.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row-id="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  function focusRow(id: number): void {
    wanted.current = id;
    setActive(id);
    list.current?.querySelector<HTMLElement>(`[data-row-id="${id}"]`)?.focus();
  }

  function focusIndex(index: number): void {
    const id = ids[Math.max(0, Math.min(ids.length - 1, index))];
    if (id !== undefined) focusRow(id);
  }

  function rowOf(event: KeyboardEvent): number | null {
    const id = event.target instanceof HTMLElement ? event.target.dataset['rowId'] : undefined;
    return id === undefined ? null : Number(id);
  }

  function onArrow(event: KeyboardEvent): boolean {
    const id = rowOf(event);
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return false;
    const at = ids.indexOf(id);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined) return false;
    event.preventDefault();
    focusIndex(to);
    return true;
  }

  return { list, stop, onFocusRow: setActive, focusRow, focusIndex, onArrow, rowOf };
}

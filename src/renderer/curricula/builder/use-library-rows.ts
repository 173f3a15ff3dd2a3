import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';

/** Height of a row in pixels before it is measured. */
const USUAL_HEIGHT = 56;
const PAGE_ROWS = 10;

/** The rows of the library: only those in view are drawn, one of them is the tab stop. */
export type LibraryRows = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  /** The id of the module that Tab reaches; null in an empty list. */
  readonly stop: number | null;
  readonly onFocus: (id: number) => void;
  /** Brings the focus to a row, scrolling to it first. */
  readonly focusIndex: (index: number) => void;
  /** Handles arrows, Page Up and Down, Home and End pressed on a row itself; true when it did. */
  readonly onArrow: (event: KeyboardEvent) => boolean;
};

/** The rows of these modules. */
export function useLibraryRows(modules: readonly Module[]): LibraryRows {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: modules.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => modules[index]?.id ?? index,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems().flatMap(({ index }) => modules[index]?.id ?? []);
  // A row scrolled out of view is not drawn: the first drawn one stands in as the tab stop.
  const stop = active !== null && drawn.includes(active) ? active : (drawn[0] ?? null);

  // After a jump the wanted row is drawn only with the next scroll position: look again at each render.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function focusIndex(to: number): void {
    const index = Math.max(0, Math.min(modules.length - 1, to));
    const id = modules[index]?.id;
    if (id === undefined) return;
    wanted.current = id;
    setActive(id);
    virtual.scrollToIndex(index, { align: 'auto' });
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row-id="${id}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  }

  function onArrow(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const id = rowId(event);
    const at = modules.findIndex((module) => module.id === id);
    if (at < 0) return false;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE_ROWS,
      PageUp: at - PAGE_ROWS,
      Home: 0,
      End: modules.length - 1,
    }[event.key];
    if (to === undefined) return false;
    event.preventDefault();
    focusIndex(to);
    return true;
  }

  return { scroller, virtual, stop, onFocus: setActive, focusIndex, onArrow };
}

/** The module on whose row a key was pressed; null when it was pressed in a control inside one. */
export function rowId(event: KeyboardEvent): number | null {
  const id = event.target instanceof HTMLElement ? event.target.dataset['rowId'] : undefined;
  return id === undefined ? null : Number(id);
}

import type { RowKey } from '../../../shared/curricula/outline-rows.ts';

/** Which rows are chosen together, and where a choice with Shift starts. An empty choice leaves the row with the focus. */
export type Selection = { readonly chosen: ReadonlySet<RowKey>; readonly anchor: RowKey | null };

/** Nothing is chosen. */
export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null };

/** A plain click or arrow: this row alone, which is where a choice would start. */
export function chooseOnly(key: RowKey): Selection {
  return { chosen: new Set(), anchor: key };
}

/** Ctrl and a click, or Space: in or out. The row that was clicked before belongs to the choice. */
export function chooseAlso({ chosen, anchor }: Selection, key: RowKey): Selection {
  const next = new Set(chosen.size === 0 && anchor !== null ? [anchor] : chosen);
  if (chosen.size === 0 || !next.delete(key)) next.add(key);
  return { chosen: next, anchor: key };
}

/** Shift and a click or an arrow: everything from the start of the choice to this row. */
export function chooseTo(
  { anchor }: Selection,
  key: RowKey,
  order: readonly RowKey[],
  from: RowKey | null,
): Selection {
  const start = anchor ?? from ?? key;
  const [low = 0, high = 0] = [order.indexOf(start), order.indexOf(key)].sort((a, b) => a - b);
  return { chosen: new Set(order.slice(Math.max(0, low), high + 1)), anchor: start };
}

/** The rows that an act on one row is meant for: all that are chosen if it is among them, otherwise itself. */
export function meant({ chosen }: Selection, key: RowKey): ReadonlySet<RowKey> {
  return chosen.has(key) ? chosen : new Set([key]);
}

/** The choice without rows that are gone; the same one where none is. */
export function stillThere(selection: Selection, order: readonly RowKey[]): Selection {
  const there = new Set(order);
  const gone = [...selection.chosen].some((key) => !there.has(key));
  const anchor = selection.anchor !== null && there.has(selection.anchor) ? selection.anchor : null;
  if (!gone && anchor === selection.anchor) return selection;
  return { chosen: new Set([...selection.chosen].filter((key) => there.has(key))), anchor };
}

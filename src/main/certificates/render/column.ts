import type { PageItem } from './page-items.ts';

/** Something in a column with its height, drawn once its top is known. */
export type Block = { readonly height: number; readonly draw: (top: number) => readonly PageItem[] };
/** Space that gives way first: it asks for `natural`, lives with `least`, and takes a share of what is left over. */
export type Space = { readonly natural: number; readonly least: number; readonly share: number };

/** Makes a {@link Block}. */
export function block(height: number, draw: Block['draw']): Block {
  return { height, draw };
}

/** The height of blocks and spaces together. */
export function columnHeight(column: readonly (Block | Space)[], spaces: 'natural' | 'least'): number {
  return column.reduce((sum, part) => sum + ('draw' in part ? part.height : part[spaces]), 0);
}

/** Closes or opens the spaces so that the column fills the sheet from margin to margin. */
export function placeColumn(
  column: readonly (Block | Space)[],
  start: number,
  available: number,
): readonly PageItem[] {
  const natural = columnHeight(column, 'natural');
  const least = columnHeight(column, 'least');
  const shares = column.reduce((sum, part) => sum + ('draw' in part ? 0 : part.share), 0);
  const over = Math.max(0, available - natural);
  const closing =
    natural > available && natural > least ? Math.min(1, (natural - available) / (natural - least)) : 0;
  const items: PageItem[] = [];
  let y = start;
  for (const part of column) {
    if ('draw' in part) {
      items.push(...part.draw(y));
      y += part.height;
    } else
      y +=
        part.natural -
        (part.natural - part.least) * closing +
        (shares > 0 ? (over * part.share) / shares : 0);
  }
  return items;
}

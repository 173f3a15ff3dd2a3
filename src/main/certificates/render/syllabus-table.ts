import {
  type Alignment,
  addNode,
  COLOURS,
  type Colour,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';
import type { PageFlow } from './syllabus-layout.ts';

/** How one column of a table is set; `width` in points. */
export type TableColumn = {
  readonly width: number;
  readonly align: Alignment;
  readonly style: TextStyle;
  readonly colour: Colour;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean;
};

/** A table that may run over several pages and repeats its header on each. */
export type TableRequest = {
  readonly flow: PageFlow;
  readonly advance: (height: number) => void;
  readonly table: StructureNode;
  readonly header: readonly string[] | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Columns from (with) and to (without) whose filled cells get a light ground. */
  readonly shadeFilled?: { readonly from: number; readonly to: number };
};

const HEADER: TextStyle = { voice: 'sans-semibold', size: 7.6, leading: 11 };
const PADDING = 3.2;
/** Between two columns; figures that touch the next column's words cannot be read. */
const GUTTER = 6;

/** Draws a table row by row: hairlines between rows, none between columns. A row is never split. */
export function layoutTable(request: TableRequest): void {
  const { flow, table } = request;
  if (request.header) drawRow(request, request.header, true, addNode(table, 'TR'));
  for (const row of request.rows) {
    const turned = flow.need(rowHeight(request, row, false));
    // The header of a later page is drawn but not read a second time.
    if (turned && request.header) drawRow(request, request.header, true, null);
    drawRow(request, row, false, addNode(table, 'TR'));
  }
}

function cells(request: TableRequest, row: readonly string[], isHeader: boolean) {
  return request.columns.map((column, index) => {
    const inner = Math.max(4, column.width - (column.align === 'centre' ? 0 : GUTTER));
    return {
      column,
      inner,
      paragraph: setParagraph(plain(row[index] ?? ''), isHeader ? HEADER : column.style, inner),
    };
  });
}

function rowHeight(request: TableRequest, row: readonly string[], isHeader: boolean): number {
  return (
    2 * PADDING + Math.max(...cells(request, row, isHeader).map((cell) => paragraphHeight(cell.paragraph)))
  );
}

function drawRow(
  request: TableRequest,
  row: readonly string[],
  isHeader: boolean,
  node: StructureNode | null,
): void {
  const { flow } = request;
  const height = rowHeight(request, row, isHeader);
  const top = flow.y();
  // Cells of different sizes share their first baseline, or a row of words and figures looks crooked.
  const set = cells(request, row, isHeader);
  const tallest = Math.max(...set.map((cell) => cell.paragraph.leading));
  let x = flow.x;
  set.forEach(({ column, inner, paragraph }, index) => {
    const isRowHeader = column.isRowHeader === true;
    const cellNode =
      node &&
      addNode(
        node,
        isHeader || isRowHeader ? 'TH' : 'TD',
        isHeader ? { scope: 'Column' } : isRowHeader ? { scope: 'Row' } : {},
      );
    const left = column.align === 'right' ? x + GUTTER : x;
    const shade = request.shadeFilled;
    if (!isHeader && shade && index >= shade.from && index < shade.to && paragraph.lines.length > 0) {
      flow.put({
        kind: 'fill',
        x: x + 1,
        y: top + 1.2,
        width: column.width - 2,
        height: height - 2.4,
        colour: COLOURS.wash,
      });
    }
    if (paragraph.lines.length > 0) {
      const y = top + PADDING + (tallest - paragraph.leading) * 0.76;
      const colour = isHeader ? COLOURS.muted : column.colour;
      flow.put(
        placeParagraph(paragraph, { x: left, width: inner, y, align: column.align }, colour, cellNode),
      );
    }
    x += column.width;
  });
  const line = top + height;
  flow.put({
    kind: 'rule',
    x1: flow.x,
    y1: line,
    x2: x,
    y2: line,
    thickness: isHeader ? 0.8 : 0.35,
    colour: isHeader ? COLOURS.muted : COLOURS.hairline,
  });
  request.advance(height);
}

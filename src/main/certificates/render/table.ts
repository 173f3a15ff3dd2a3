import { type PageFlow, setClipped } from './page-flow.ts';
import {
  type Alignment,
  addNode,
  COLOURS,
  type Colour,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { type Paragraph, paragraphHeight, type TextStyle } from './paragraph.ts';

/** How one column of a table is set; `width` in points. */
export type TableColumn = {
  readonly width: number;
  readonly align: Alignment;
  readonly style: TextStyle;
  readonly colour: Colour;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean;
  /** Most lines of a cell before it is cut short. */
  readonly lines?: number;
};

/** A row of cells, or one line of words over the whole table that heads the rows below it. */
export type TableRow = readonly string[] | { readonly heading: string; readonly note?: string };

/** A table that may run over several pages and repeats its header on each. */
export type TableRequest = {
  readonly flow: PageFlow;
  readonly table: StructureNode;
  readonly header: readonly string[] | null;
  /** How the header is set where it is not as usual. */
  readonly headerStyle?: TextStyle;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Columns from (with) and to (without) whose filled cells get a light ground. */
  readonly shadeFilled?: { readonly from: number; readonly to: number };
  /** Draws the rows closer together, for a sheet that has to hold everything. */
  readonly dense?: boolean;
  /** Where the last cell of a row leads to; null for nowhere. */
  readonly linkOf?: (row: number) => { readonly to: string; readonly words: string } | null;
};

/** Above and below the words of a row, as shares of the reading size. */
const PADDING = 0.32;
const DENSE_PADDING = 0.16;
/** Between two columns; figures that touch the next column's words cannot be read. */
const GUTTER = 6;

/** Draws a table row by row: hairlines between rows, none between columns. A row is never split. */
export function layoutTable(request: TableRequest): void {
  const { flow, table, rows } = request;
  if (request.header) drawRow(request, request.header, true, addNode(table, 'TR'));
  rows.forEach((row, index) => {
    // What heads rows stays with the first of them.
    const next = rows[index + 1];
    // The last row does not stand alone on a page either.
    const isLastButOne = index === rows.length - 2;
    const together =
      next !== undefined && (!isCells(row) || isLastButOne) ? rowHeight(request, next, false) : 0;
    const turned = flow.need(rowHeight(request, row, false) + together);
    // The header of a later page is drawn but not read a second time.
    if (turned && request.header) drawRow(request, request.header, true, null);
    if (isCells(row)) drawRow(request, row, false, addNode(table, 'TR'), request.linkOf?.(index) ?? null);
    else drawHeading(request, row, addNode(table, 'TR'));
  });
}

/** How high a table is when it is not broken. */
export function tableHeight(request: Omit<TableRequest, 'table'>): number {
  const whole = { ...request, table: request.flow.structure };
  const head = request.header ? rowHeight(whole, request.header, true) : 0;
  return request.rows.reduce((sum, row) => sum + rowHeight(whole, row, false), head);
}

function isCells(row: TableRow): row is readonly string[] {
  return Array.isArray(row);
}

type Cell = { readonly column: TableColumn; readonly inner: number; readonly paragraph: Paragraph };

function cells(request: TableRequest, row: readonly string[], isHeader: boolean): readonly Cell[] {
  return request.columns.map((column, index) => {
    const inner = Math.max(4, column.width - (column.align === 'centre' ? 0 : GUTTER));
    const style = isHeader ? (request.headerStyle ?? request.flow.styles.labelStrong) : column.style;
    return { column, inner, paragraph: setClipped(row[index] ?? '', style, inner, column.lines) };
  });
}

function padding({ flow, dense }: TableRequest): number {
  return flow.styles.body.size * (dense === true ? DENSE_PADDING : PADDING);
}

function rowHeight(request: TableRequest, row: TableRow, isHeader: boolean): number {
  const heights = isCells(row)
    ? cells(request, row, isHeader).map((cell) => paragraphHeight(cell.paragraph))
    : [headingParts(request, row).reduce((sum, part) => sum + paragraphHeight(part), 0)];
  return 2 * padding(request) + Math.max(...heights);
}

function headingParts(
  request: TableRequest,
  row: { readonly heading: string; readonly note?: string },
): readonly Paragraph[] {
  const { styles } = request.flow;
  const parts = [setClipped(row.heading, styles.strong, tableWidth(request), 3)];
  if (row.note) parts.push(setClipped(row.note, styles.small, tableWidth(request), 6));
  return parts;
}

function tableWidth(request: TableRequest): number {
  return request.columns.reduce((sum, { width }) => sum + width, 0);
}

function drawHeading(
  request: TableRequest,
  row: { readonly heading: string; readonly note?: string },
  node: StructureNode,
): void {
  const { flow } = request;
  const width = tableWidth(request);
  const height = rowHeight(request, row, false);
  const cell = addNode(node, 'TH', { scope: 'Column', columnSpan: request.columns.length });
  flow.put({ kind: 'fill', x: flow.x(), y: flow.y(), width, height, colour: COLOURS.wash });
  let y = flow.y() + padding(request);
  headingParts(request, row).forEach((part, index) => {
    const colour = index === 0 ? COLOURS.accent : COLOURS.muted;
    flow.put(placeParagraph(part, { x: flow.x() + 3, width, y, align: 'left' }, colour, cell));
    y += paragraphHeight(part);
  });
  flow.advance(height);
  flow.rule(COLOURS.hairline, 0.35, width);
}

function drawRow(
  request: TableRequest,
  row: readonly string[],
  isHeader: boolean,
  node: StructureNode | null,
  leads: { readonly to: string; readonly words: string } | null = null,
): void {
  const { flow } = request;
  const height = rowHeight(request, row, isHeader);
  const top = flow.y();
  // Cells of different sizes share their first baseline, or a row of words and figures looks crooked.
  const set = cells(request, row, isHeader);
  const tallest = Math.max(...set.map((cell) => cell.paragraph.leading));
  let x = flow.x();
  set.forEach(({ column, inner, paragraph }, index) => {
    const isRowHeader = column.isRowHeader === true;
    const scope = isHeader ? ('Column' as const) : ('Row' as const);
    const cellNode =
      node && addNode(node, isHeader || isRowHeader ? 'TH' : 'TD', isHeader || isRowHeader ? { scope } : {});
    const left = column.align === 'right' ? x + GUTTER : x;
    const shade = request.shadeFilled;
    if (!isHeader && shade && index >= shade.from && index < shade.to && paragraph.lines.length > 0) {
      const box = { x: x + 1, y: top + 1.2, width: column.width - 2, height: height - 2.4 };
      flow.put({ kind: 'fill', ...box, colour: COLOURS.wash });
    }
    if (paragraph.lines.length > 0) {
      const y = top + padding(request) + (tallest - paragraph.leading) * 0.76;
      const colour = isHeader ? COLOURS.muted : column.colour;
      const isLink = leads !== null && cellNode !== null && index === set.length - 1;
      const words = isLink ? addNode(cellNode, 'Link') : cellNode;
      flow.put(placeParagraph(paragraph, { x: left, width: inner, y, align: column.align }, colour, words));
      // The whole row is the place to press; the page number is what is read aloud.
      if (isLink && words)
        flow.put({
          kind: 'link',
          x: flow.x(),
          y: top,
          width: tableWidth(request),
          height,
          ...leads,
          node: words,
        });
    }
    x += column.width;
  });
  flow.advance(height);
  flow.rule(isHeader ? COLOURS.muted : COLOURS.hairline, isHeader ? 0.8 : 0.35, x - flow.x());
}

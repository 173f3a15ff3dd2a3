import type { RichText } from './document.ts';
import {
  addNode,
  COLOURS,
  type Colour,
  type PageItem,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { type Paragraph, paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';
import { type SheetStyles, sheetStyles } from './sheet-styles.ts';

/** Portrait sheets, points. */
const SHEETS = { letter: { width: 612, height: 792 }, a4: { width: 595.28, height: 841.89 } } as const;

/** Distances of the words from the edges of a sheet, points. */
export const SHEET_MARGINS = { side: 58, top: 58, bottom: 64 } as const;

/** The same on a sheet that has to hold everything. */
const FULL_SHEET_TOP = 46;
/** The lowest that words may reach on such a sheet, from its lower edge; the foot begins below. */
export const FULL_SHEET_BOTTOM = 56;

export type Paper = keyof typeof SHEETS;
export type Orientation = 'portrait' | 'landscape';

/** A sheet of paper the way it is held. */
export function sheetSize(
  paper: Paper,
  orientation: Orientation = 'portrait',
): { readonly width: number; readonly height: number } {
  const { width, height } = SHEETS[paper];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** A page with what stands on it so far. */
export type FlowPage = { readonly width: number; readonly height: number; readonly items: PageItem[] };

/** How a paragraph is written: `hang` is a mark before its first line, `lines` the most lines before it is cut short. */
export type WriteOptions = {
  readonly indent?: number;
  readonly hang?: string;
  /** Reads the mark aloud; a mark without one is decoration. */
  readonly hangNode?: StructureNode;
  readonly lines?: number;
};

/** Adds things down a page and turns to the next when there is no room. Lengths are points. */
export type PageFlow = {
  readonly styles: SheetStyles;
  readonly structure: StructureNode;
  readonly pages: readonly FlowPage[];
  /** Left edge and width of the column that is written. */
  x(): number;
  width(): number;
  /** The current distance from the top of the page. */
  y(): number;
  /** Whether a height still fits below. */
  fits(height: number): boolean;
  /** Turns the page if the height does not fit; true if it turned. */
  need(height: number): boolean;
  /** Begins a page, held as the last one unless said otherwise. */
  turn(orientation?: Orientation): void;
  /** Space above something; none at the top of a page. */
  space(height: number): void;
  advance(height: number): void;
  put(...items: readonly PageItem[]): void;
  /** Writes a paragraph line by line; it may begin on a page and end on the next, never with one line alone. */
  write(
    text: string | RichText,
    style: TextStyle,
    colour: Colour,
    node: StructureNode | null,
    options?: WriteOptions,
  ): void;
  /** A hairline across the column. */
  rule(colour?: Colour, thickness?: number, width?: number): void;
  /** Writes side by side in columns of one width; goes on below the longest. For sheets that do not turn. */
  columns(gap: number, parts: readonly (() => void)[]): void;
};

/** A flow over as many sheets as it takes; `endless` never turns, so that its length tells whether it fits one. */
export function createFlow(
  paper: Paper,
  options: { readonly scale?: number; readonly endless?: boolean } = {},
): PageFlow {
  const styles = sheetStyles(options.scale ?? 1);
  const structure: StructureNode = { tag: 'Document', children: [] };
  const pages: FlowPage[] = [];
  let held: Orientation = 'portrait';
  let column: { readonly x: number; readonly width: number } | null = null;
  const top: number = options.endless === true ? FULL_SHEET_TOP : SHEET_MARGINS.top;
  let y = top;
  const sheet = (): { readonly width: number; readonly height: number } => sheetSize(paper, held);
  const flow: PageFlow = {
    styles,
    structure,
    pages,
    x: () => column?.x ?? SHEET_MARGINS.side,
    width: () => column?.width ?? sheet().width - 2 * SHEET_MARGINS.side,
    y: () => y,
    fits: (height) => options.endless === true || y + height <= sheet().height - SHEET_MARGINS.bottom,
    need(height) {
      if (flow.fits(height) || y === top) return false;
      flow.turn();
      return true;
    },
    turn(orientation = held) {
      held = orientation;
      pages.push({ ...sheet(), items: [] });
      y = top;
    },
    space(height) {
      if (y > top) y += height;
    },
    advance(height) {
      y += height;
    },
    put(...items) {
      pages.at(-1)?.items.push(...items);
    },
    write(text, style, colour, node, writing = {}) {
      if (wordsOf(text).trim() !== '') writeParagraph(flow, text, style, colour, node, writing);
    },
    rule(colour = COLOURS.hairline, thickness = 0.5, width = flow.width()) {
      flow.put({ kind: 'rule', x1: flow.x(), y1: y, x2: flow.x() + width, y2: y, thickness, colour });
    },
    columns(gap, parts) {
      const whole = { x: flow.x(), width: flow.width() };
      const width = (whole.width - gap * (parts.length - 1)) / parts.length;
      const outer = column;
      const start = y;
      let bottom = y;
      parts.forEach((part, index) => {
        column = { x: whole.x + index * (width + gap), width };
        y = start;
        part();
        bottom = Math.max(bottom, y);
      });
      column = outer;
      y = bottom;
    },
  };
  flow.turn();
  return flow;
}

function wordsOf(text: string | RichText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

function writeParagraph(
  flow: PageFlow,
  text: string | RichText,
  style: TextStyle,
  colour: Colour,
  node: StructureNode | null,
  options: WriteOptions,
): void {
  const indent = options.indent ?? 0;
  const box = { x: flow.x() + indent, width: flow.width() - indent, align: 'left' as const };
  const { lines } = setClipped(text, style, box.width, options.lines);
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && flow.fits(style.leading * (to - from + 1))) to += 1;
    if (lines.length - to === 1 && to - from > 2) to -= 1;
    if ((to === from || (to - from === 1 && lines.length - from > 1)) && flow.need(Number.POSITIVE_INFINITY))
      continue;
    to = Math.max(to, from + 1);
    if (from === 0 && options.hang) {
      const mark = setParagraph(plain(options.hang), style, indent);
      const place = { x: flow.x(), width: indent, y: flow.y(), align: 'left' as const };
      flow.put(placeParagraph(mark, place, colour, options.hangNode ?? null));
    }
    const part = { lines: lines.slice(from, to), leading: style.leading, size: style.size };
    flow.put(placeParagraph(part, { ...box, y: flow.y() }, colour, node));
    flow.advance(paragraphHeight(part));
    from = to;
    if (from < lines.length) flow.turn();
  }
}

/** A paragraph of at most `most` lines; the last one ends in an ellipsis when words are left out. */
export function setClipped(
  rich: string | RichText,
  style: TextStyle,
  width: number,
  most?: number,
): Paragraph {
  const whole = setParagraph(typeof rich === 'string' ? plain(rich) : rich, style, width);
  if (most === undefined || whole.lines.length <= most) return whole;
  const text = wordsOf(rich);
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  const shown = whole.lines
    .slice(0, most)
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, piece) => sum + piece.text.length, 0);
  // What stood on these lines, less a letter at a time until the ellipsis fits, too.
  for (let end = letters.filter(({ index }) => index < shown).length; end > 0; end -= 1) {
    const cut = `${text.slice(0, letters[end]?.index ?? text.length).trimEnd()}…`;
    const paragraph = setParagraph(plain(cut), style, width);
    if (paragraph.lines.length <= most) return paragraph;
  }
  return { ...whole, lines: whole.lines.slice(0, most) };
}

/** A heading with its bookmark: the section that it opens. `below` is the room that it must not be parted from. */
export function openSection(
  flow: PageFlow,
  text: string,
  options: {
    readonly style?: TextStyle;
    readonly below?: number;
    readonly above?: number;
    readonly bookmark?: boolean;
    readonly onPlace?: () => void;
  } = {},
): StructureNode {
  const style = options.style ?? flow.styles.heading;
  flow.space(options.above ?? 20);
  flow.need(style.leading + (options.below ?? 0));
  const section = addNode(flow.structure, 'Sect');
  options.onPlace?.();
  if (options.bookmark !== false) flow.put({ kind: 'bookmark', title: text, level: 1, y: flow.y() });
  flow.write(text, style, COLOURS.accent, addNode(section, 'H2'));
  flow.space(style.leading * 0.25);
  return section;
}

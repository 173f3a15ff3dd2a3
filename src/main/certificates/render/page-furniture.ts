import { type FlowPage, type PageFlow, SHEET_MARGINS, setClipped } from './page-flow.ts';
import { type Alignment, COLOURS, type PageItem, type PageSet, placeParagraph } from './page-items.ts';
import { measureLine, plain, setParagraph } from './paragraph.ts';
import { sheetStyles } from './sheet-styles.ts';

/** What a file says about itself and what stands at the foot of its pages. */
export type Imprint = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: string;
  /** At the left of the foot, on the first page and on the others. */
  readonly foot: { readonly first: string; readonly later: string };
  /** A word across every page, such as `Draft`; null for none. */
  readonly mark: string | null;
};

const STYLES = sheetStyles();

/** The pages of a flow with their foot: who made it, or what it is, and the page's number. Decoration is not read aloud. */
export function finishPages(flow: PageFlow, imprint: Imprint): PageSet {
  return {
    pages: flow.pages.map((page, index) => ({
      ...page,
      items: [
        ...page.items,
        ...foot(page, index === 0 ? imprint.foot.first : imprint.foot.later, index + 1, flow.pages.length),
        ...(imprint.mark === null ? [] : [across(page, imprint.mark)]),
      ],
    })),
    structure: flow.structure,
    title: imprint.title,
    author: imprint.author,
    subject: imprint.subject,
    createdAt: imprint.createdAt,
  };
}

function foot(page: FlowPage, text: string, number: number, of: number): readonly PageItem[] {
  const left = SHEET_MARGINS.side;
  const width = page.width - 2 * left;
  const y = page.height - 42;
  const at = (words: string, align: Alignment, room: number): PageItem =>
    placeParagraph(
      setClipped(words, STYLES.label, room, 1),
      { x: left, width, y, align },
      COLOURS.muted,
      null,
    );
  return [
    {
      kind: 'rule',
      x1: left,
      y1: y - 4,
      x2: left + width,
      y2: y - 4,
      thickness: 0.4,
      colour: COLOURS.hairline,
    },
    at(text, 'left', width - 80),
    at(`Page ${number} of ${of}`, 'right', 80),
  ];
}

/** A large pale word from the lower left to the upper right. */
function across(page: FlowPage, word: string): PageItem {
  const style = { ...STYLES.title, size: 120, leading: 120 };
  const width = measureLine(plain(word), style);
  const size = (style.size * page.width * 0.72) / width;
  const [line = { pieces: [], width: 0 }] = setParagraph(
    plain(word),
    { ...style, size: Math.min(150, size) },
    Number.POSITIVE_INFINITY,
  ).lines;
  const degrees = (Math.atan(page.height / page.width) * 180) / Math.PI;
  return {
    kind: 'slanted',
    line,
    x: page.width / 2 + size * 0.15,
    y: page.height / 2 + size * 0.22,
    degrees,
    colour: COLOURS.muted,
    opacity: 0.1,
  };
}

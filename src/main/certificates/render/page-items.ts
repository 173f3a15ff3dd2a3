import type { Image } from './document.ts';
import type { Paragraph, SetLine } from './paragraph.ts';

/** A colour as three parts from 0 to 1. */
export type Colour = readonly [number, number, number];

/** The few colours paper needs: dark enough to survive a photocopier, one deep accent, one for ornament. */
export const COLOURS = {
  ink: [0.11, 0.13, 0.15],
  muted: [0.33, 0.36, 0.39],
  accent: [0.114, 0.302, 0.267],
  ornament: [0.69, 0.58, 0.4],
  hairline: [0.66, 0.69, 0.7],
  faint: [0.85, 0.87, 0.87],
  wash: [0.955, 0.962, 0.96],
} as const satisfies Readonly<Record<string, Colour>>;

/** The four domains as the window shows them in light: foundations, clinical, implementation, governance. */
export const DOMAIN_COLOURS: readonly Colour[] = [
  [0.243, 0.373, 0.659],
  [0.698, 0.329, 0.188],
  [0.576, 0.451, 0.102],
  [0.49, 0.263, 0.502],
];

/** An element of the document's structure, read aloud by assistive technology in tree order. */
export type StructureNode = {
  readonly tag:
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'Figure'
    | 'TOC'
    | 'TOCI'
    | 'Link'
    | 'H4'
    | 'L'
    | 'Lbl'
    | 'LI'
    | 'LBody'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD';
  readonly alternative?: string;
  readonly scope?: 'Column' | 'Row';
  /** Columns that a header cell stands over; one unless said. */
  readonly columnSpan?: number;
  readonly children: StructureNode[];
};

/** A line at its place; `baseline` is measured from the top of the page. */
export type PlacedLine = { readonly line: SetLine; readonly x: number; readonly baseline: number };

/** What can stand on a page. Positions are points from the top left corner. `node` null marks decoration. */
export type PageItem =
  | {
      readonly kind: 'text';
      readonly lines: readonly PlacedLine[];
      readonly colour: Colour;
      readonly node: StructureNode | null;
    }
  | {
      readonly kind: 'slanted';
      readonly line: SetLine;
      readonly x: number;
      readonly y: number;
      readonly degrees: number;
      readonly colour: Colour;
      /** From 0 to 1; less than one lets what is below show through. */
      readonly opacity: number;
    }
  | {
      readonly kind: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly thickness: number;
      readonly colour: Colour;
    }
  | {
      readonly kind: 'frame';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly thickness: number;
      readonly colour: Colour;
    }
  | {
      readonly kind: 'fill';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: Colour;
    }
  | {
      readonly kind: 'image';
      readonly image: Image;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly node: StructureNode | null;
    }
  /** An entry of the reader's list of contents; it stands below the last one of the level above. */
  | { readonly kind: 'bookmark'; readonly title: string; readonly level: 1 | 2 | 3; readonly y: number }
  /** A place that links of the same file lead to. */
  | { readonly kind: 'destination'; readonly name: string; readonly y: number }
  /** An area that leads to a destination; `words` say where to, for those who hear the page. */
  | {
      readonly kind: 'link';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly to: string;
      readonly words: string;
      /** A node of tag `Link`. */
      readonly node: StructureNode;
    };

/** One finished page. */
export type Page = { readonly width: number; readonly height: number; readonly items: readonly PageItem[] };

/** Finished pages with what the file says about itself. */
export type PageSet = {
  readonly pages: readonly Page[];
  readonly structure: StructureNode;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Instant, UTC; the file's only date. */
  readonly createdAt: string;
};

/** A new structure element under a parent. */
export function addNode(
  parent: StructureNode,
  tag: StructureNode['tag'],
  options: Pick<StructureNode, 'alternative' | 'scope' | 'columnSpan'> = {},
): StructureNode {
  const node: StructureNode = { tag, ...options, children: [] };
  parent.children.push(node);
  return node;
}

/** Where a paragraph's lines stand between two edges. */
export type Alignment = 'left' | 'centre' | 'right';

/** Share of the leading above the baseline; puts the letters in the optical middle of their line. */
const BASELINE_SHARE = 0.76;

/** A paragraph as a text item with its first line's top at `y`. */
export function placeParagraph(
  paragraph: Paragraph,
  box: { readonly x: number; readonly width: number; readonly y: number; readonly align: Alignment },
  colour: Colour,
  node: StructureNode | null,
): PageItem {
  const lines = paragraph.lines.map((line, index): PlacedLine => {
    const slack = box.width - line.width;
    const shift = box.align === 'left' ? 0 : box.align === 'right' ? slack : slack / 2;
    return { line, x: box.x + shift, baseline: box.y + paragraph.leading * (index + BASELINE_SHARE) };
  });
  return { kind: 'text', lines, colour, node };
}

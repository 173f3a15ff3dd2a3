import { certificateFooter } from './certificate-footer.ts';
import { certificateFrame, divider, previewMark, type Sheet } from './certificate-frame.ts';
import { fitImage, signatureRows } from './certificate-signatures.ts';
import { type Block, block, columnHeight, placeColumn, type Space } from './column.ts';
import type { CertificateDocument, RichText } from './document.ts';
import {
  addNode,
  COLOURS,
  type Colour,
  type PageSet,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { measureLine, paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';

/** Landscape sheets, points. */
const SHEETS = { letter: { width: 792, height: 612 }, a4: { width: 841.89, height: 595.28 } } as const;

/** From the sheet's edge to the words, inside the frame. */
const SIDE_MARGIN = 76;
const TOP_MARGIN = 54;
const BOTTOM_MARGIN = 46;

/** The small print is never set smaller than this unless nothing else makes the page fit. */
const SMALLEST_STATEMENT = 7.5;
const STATEMENT_WIDTH = 610;

/** How far the page is drawn together, from as designed to the last resort. */
const TIGHTNESS = [
  1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3,
] as const;

type Column = { readonly blocks: readonly (Block | Space)[]; readonly structure: StructureNode };

/**
 * Lays a certificate out on one landscape sheet. Everything is set as designed if it fits; otherwise spaces close
 * first, then all sizes shrink together in steps, the small print not below 7.5 points until the last steps.
 */
export function layoutCertificate(document: CertificateDocument): PageSet {
  const sheet = SHEETS[document.paper];
  const available = sheet.height - TOP_MARGIN - BOTTOM_MARGIN;
  let column = composeColumn(document, sheet, 1);
  for (const scale of TIGHTNESS) {
    column = composeColumn(document, sheet, scale);
    if (columnHeight(column.blocks, 'least') <= available) break;
  }
  return {
    pages: [
      {
        ...sheet,
        items: [
          ...certificateFrame(sheet),
          ...placeColumn(column.blocks, TOP_MARGIN, available),
          ...(document.number === null ? previewMark(sheet) : []),
        ],
      },
    ],
    structure: column.structure,
    title: `${document.heading} – ${document.recipientName} – ${document.activityTitle}`,
    author: document.providerName,
    subject: document.number ?? 'Preview',
    createdAt: document.issuedAt,
  };
}

function composeColumn(document: CertificateDocument, sheet: Sheet, scale: number): Column {
  const structure: StructureNode = { tag: 'Document', children: [] };
  const width = sheet.width - 2 * SIDE_MARGIN;
  const blocks: (Block | Space)[] = [];
  const add = (
    text: RichText,
    style: TextStyle,
    colour: Colour,
    tag: 'H1' | 'H2' | 'P' = 'P',
    room = width,
  ): void => {
    if (text.every((run) => run.text.trim() === '')) return;
    const paragraph = setParagraph(text, style, room, true);
    const node = addNode(structure, tag);
    blocks.push(
      block(paragraphHeight(paragraph), (top) => [
        placeParagraph(paragraph, { x: SIDE_MARGIN, width, y: top, align: 'centre' }, colour, node),
      ]),
    );
  };
  const gap = (natural: number, least: number, share: number): void => {
    blocks.push({ natural: natural * scale, least: least * scale, share });
  };
  const serif = (size: number, leading = 1.3): TextStyle => ({
    voice: 'serif',
    italicVoice: 'serif-italic',
    boldVoice: 'serif-semibold',
    size: size * scale,
    leading: size * scale * leading,
  });
  const soft: TextStyle = { ...serif(12.5), voice: 'serif-italic' };

  const logo = document.logo ? fitImage(document.logo, 210 * scale, 48 * scale) : null;
  if (logo) {
    const node = addNode(structure, 'Figure', { alternative: `Logo of ${document.providerName}` });
    const x = (sheet.width - logo.width) / 2;
    blocks.push(block(logo.height, (top) => [{ kind: 'image', ...logo, x, y: top, node }]));
    gap(8, 5, 0);
  }
  // Without a logo the provider's name stands in its place.
  const nameOfProvider = logo ? serif(13) : { ...serif(17), voice: 'serif-semibold' as const };
  add(plain(document.providerName), { ...nameOfProvider, tracking: 0.3 * scale }, COLOURS.ink);
  gap(13, 8, 2);
  const heading = { ...serif(30, 1.15), voice: 'serif-semibold' as const, tracking: 0.25 * scale };
  add(plain(document.heading), heading, COLOURS.accent, 'H1');
  gap(8, 5, 0.4);
  blocks.push(block(4, (top) => divider(sheet.width / 2, top + 2, 44)));
  gap(11, 6, 1.6);
  add(plain(document.preface), soft, COLOURS.muted);
  gap(2, 1, 0.5);
  for (const line of nameLines(document, width, scale)) add(line.text, line.style, COLOURS.ink, line.tag);
  gap(5, 3, 0.6);
  add(plain(document.lead), soft, COLOURS.muted);
  gap(5, 3, 0.5);
  add(plain(document.activityTitle), { ...serif(19, 1.22), voice: 'serif-semibold' }, COLOURS.ink);
  gap(4, 3, 0.3);
  for (const line of document.details) add(plain(line), serif(11.5, 1.36), COLOURS.muted);
  gap(12, 8, 1.6);
  add(document.award, serif(16.5, 1.3), COLOURS.ink, 'P', width * 0.94);
  gap(14, 9, 2.6);
  if (document.signatories.length > 0) {
    blocks.push(signatureRows(document.signatories, structure, { left: SIDE_MARGIN, width, scale }));
    gap(15, 9, 2);
  } else gap(0, 0, 1);
  const small = statementStyle(serif(8.8, 1.34), scale);
  document.statements.forEach((statement, index) => {
    if (index > 0) gap(4, 3, 0);
    add(statement, small, COLOURS.muted, 'P', Math.min(width, STATEMENT_WIDTH));
  });
  gap(9, 6, 0.5);
  blocks.push(certificateFooter(document, structure, { left: SIDE_MARGIN, width }, small));
  return { blocks, structure };
}

type NameLine = { readonly text: RichText; readonly style: TextStyle; readonly tag: 'H2' | 'P' };

/** Name and credentials on one line if they fit at a size worth framing; otherwise credentials go below, smaller. */
function nameLines(document: CertificateDocument, width: number, scale: number): readonly NameLine[] {
  const full = 37 * scale;
  const smallest = 22 * scale;
  const worthFraming = 29 * scale;
  const style = (size: number, leading = 1.22): TextStyle => ({
    voice: 'serif-medium',
    size,
    leading: size * leading,
  });
  const fitting = (text: RichText): number => {
    const natural = measureLine(text, style(full));
    return natural <= width ? full : Math.floor(((full * width) / natural) * 4) / 4;
  };
  const { recipientName, credentials } = document;
  const together = plain(credentials === '' ? recipientName : `${recipientName}, ${credentials}`);
  const size = fitting(together);
  if (size >= worthFraming || credentials === '')
    return [{ text: together, style: style(Math.max(smallest, size)), tag: 'H2' }];
  const name = plain(recipientName);
  return [
    { text: name, style: style(Math.max(smallest, fitting(name)), 1.16), tag: 'H2' },
    { text: plain(credentials), style: style(16 * scale, 1.36), tag: 'P' },
  ];
}

function statementStyle(designed: TextStyle, scale: number): TextStyle {
  const size =
    scale >= 0.6 ? Math.max(SMALLEST_STATEMENT, designed.size) : (SMALLEST_STATEMENT * scale) / 0.6;
  return { ...designed, size, leading: size * 1.34 };
}

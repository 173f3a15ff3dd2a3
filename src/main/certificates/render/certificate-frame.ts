import { COLOURS, type Colour, type PageItem } from './page-items.ts';
import { plain, setParagraph } from './paragraph.ts';

/** Width and height of a sheet, points. */
export type Sheet = { readonly width: number; readonly height: number };

/** From the sheet's edge to the outer line. Printers leave out a quarter inch. */
const OUTER_INSET = 25;
const INNER_INSET = 32;
/** How far the inner line steps in at each corner. */
const NOTCH = 12;
const ORNAMENT = 3.4;

/** The border of a certificate: a firm outer line, a fine inner one that steps in at the corners. */
export function certificateFrame(sheet: Sheet): readonly PageItem[] {
  const left = INNER_INSET;
  const top = INNER_INSET;
  const right = sheet.width - INNER_INSET;
  const bottom = sheet.height - INNER_INSET;
  const fine = (x1: number, y1: number, x2: number, y2: number): PageItem => ({
    kind: 'rule',
    x1,
    y1,
    x2,
    y2,
    thickness: 0.55,
    colour: COLOURS.ornament,
  });
  const corners = [
    { x: left, y: top, inwardX: 1, inwardY: 1 },
    { x: right, y: top, inwardX: -1, inwardY: 1 },
    { x: left, y: bottom, inwardX: 1, inwardY: -1 },
    { x: right, y: bottom, inwardX: -1, inwardY: -1 },
  ];
  return [
    {
      kind: 'frame',
      x: OUTER_INSET,
      y: OUTER_INSET,
      width: sheet.width - 2 * OUTER_INSET,
      height: sheet.height - 2 * OUTER_INSET,
      thickness: 1.5,
      colour: COLOURS.accent,
    },
    fine(left + NOTCH, top, right - NOTCH, top),
    fine(left + NOTCH, bottom, right - NOTCH, bottom),
    fine(left, top + NOTCH, left, bottom - NOTCH),
    fine(right, top + NOTCH, right, bottom - NOTCH),
    ...corners.flatMap(({ x, y, inwardX, inwardY }) => {
      const innerX = x + inwardX * NOTCH;
      const innerY = y + inwardY * NOTCH;
      // The lines run a hair past each other, so that no corner stays open.
      return [
        fine(innerX, y - inwardY * 0.275, innerX, innerY + inwardY * 0.275),
        fine(x - inwardX * 0.275, innerY, innerX + inwardX * 0.275, innerY),
        square((x + innerX) / 2, (y + innerY) / 2, ORNAMENT, COLOURS.accent),
      ];
    }),
  ];
}

/** A short divider: two fine lines with a small square between them. */
export function divider(centre: number, y: number, reach: number): readonly PageItem[] {
  const line = (x1: number, x2: number): PageItem => ({
    kind: 'rule',
    x1,
    y1: y,
    x2,
    y2: y,
    thickness: 0.7,
    colour: COLOURS.ornament,
  });
  return [
    line(centre - reach, centre - 7),
    square(centre, y, ORNAMENT, COLOURS.accent),
    line(centre + 7, centre + reach),
  ];
}

/** The word PREVIEW across the sheet, over everything and still easy to read through. */
export function previewMark(sheet: Sheet): readonly PageItem[] {
  const [word] = setParagraph(
    plain('PREVIEW'),
    { voice: 'serif-semibold', size: 132, leading: 132, tracking: 12 },
    2000,
  ).lines;
  if (!word) return [];
  return [
    {
      kind: 'slanted',
      line: word,
      x: sheet.width / 2 + 30,
      y: sheet.height / 2 + 44,
      degrees: 27,
      colour: COLOURS.ink,
      opacity: 0.1,
    },
  ];
}

function square(x: number, y: number, size: number, colour: Colour): PageItem {
  return { kind: 'fill', x: x - size / 2, y: y - size / 2, width: size, height: size, colour };
}

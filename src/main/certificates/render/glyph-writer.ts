import type { FontkitSubset } from 'fontkit';
import { type Face, type FaceName, openFace, type PlacedGlyph, shapeText } from './fonts.ts';
import type { SetLine } from './paragraph.ts';

/** The part of a pdfkit font object that drawing glyphs needs; pdfkit types none of it. */
export type EmbeddedFont = {
  readonly id: string;
  readonly subset: FontkitSubset;
  /** Code points by glyph number in the file: what copying gives back. */
  readonly unicode: (readonly number[] | undefined)[];
  readonly widths: (number | undefined)[];
  /** The font's object in the file; asking for it is what makes pdfkit embed the font. */
  ref(): unknown;
};

/** A face inside one file, with the glyphs taken so far, in order. */
type FaceInFile = { readonly face: Face; readonly embedded: EmbeddedFont; readonly taken: number[] };

/** Writes glyphs of many faces into one file and keeps track of which it needs. */
export type GlyphWriter = {
  /** Content operators that draw a line with its left end at the origin of the text matrix given. */
  line(line: SetLine, matrix: readonly number[]): string;
  /** The fonts used so far. */
  fonts(): readonly EmbeddedFont[];
  /** Lets equal subsets be encoded once per thread; call when everything is drawn. */
  finish(): void;
};

/**
 * Taken by every file that uses the face, before anything else: certificates that differ in number and credit then
 * need the same glyphs in the same order, and the subset encoded for the first serves them all.
 */
const ALWAYS_TAKEN = '0123456789.,-–';

/** Enough for the faces of a run of certificates; a bound, not a tuning. */
const SUBSET_LIMIT = 256;

/** Makes a writer over one file; `embed` opens a face in it. */
export function createGlyphWriter(embed: (face: Face) => EmbeddedFont): GlyphWriter {
  const inFile = new Map<FaceName, FaceInFile>();

  const faceInFile = (name: FaceName): FaceInFile => {
    const known = inFile.get(name);
    if (known) return known;
    const face = openFace(name);
    const added: FaceInFile = { face, embedded: embed(face), taken: [] };
    inFile.set(name, added);
    for (const character of ALWAYS_TAKEN) {
      for (const glyph of shapeText(name, character, false).glyphs) if (glyph.id !== 0) take(added, glyph);
    }
    return added;
  };

  return {
    line(line, matrix) {
      const parts = [`BT ${matrix.map(number).join(' ')} Tm`];
      let state = '';
      for (const piece of line.pieces) {
        const used = faceInFile(piece.face);
        const codes = piece.shaped.glyphs.map((glyph) => take(used, glyph));
        const next = `/${used.embedded.id} ${number(piece.size)} Tf ${number(piece.tracking)} Tc`;
        if (next !== state) parts.push(next);
        state = next;
        const shown = showGlyphs(piece.shaped.glyphs, codes, piece.size, piece.rise);
        parts.push(copiesBack(piece, used.embedded, codes) ? shown : withActualText(piece.text, shown));
      }
      parts.push('ET');
      return parts.join('\n');
    },
    fonts() {
      return [...inFile.values()].map(({ embedded }) => embedded);
    },
    finish() {
      for (const { face, embedded, taken } of inFile.values()) {
        const key = taken.join(' ');
        const encode = embedded.subset.encode.bind(embedded.subset);
        embedded.subset.encode = () => {
          const known = face.subsets.get(key);
          if (known) return known;
          const encoded = encode();
          if (face.subsets.size >= SUBSET_LIMIT) face.subsets.clear();
          face.subsets.set(key, encoded);
          return encoded;
        };
      }
    },
  };
}

function take(used: FaceInFile, glyph: PlacedGlyph): number {
  const code = used.embedded.subset.includeGlyph(glyph.id);
  if (used.embedded.widths[code] === undefined) {
    used.embedded.widths[code] = glyph.width;
    used.taken.push(glyph.id);
  }
  if (used.embedded.unicode[code] === undefined && glyph.codePoints.length > 0) {
    used.embedded.unicode[code] = glyph.codePoints;
  }
  used.embedded.unicode[code] ??= [];
  return code;
}

/** The array of a TJ operator, with the differences between where glyphs stand and where a reader would put them. */
function showGlyphs(
  glyphs: readonly PlacedGlyph[],
  codes: readonly number[],
  size: number,
  rise: number,
): string {
  const operators: string[] = [];
  let array: string[] = [];
  let hex = '';
  let raisedBy = 0;
  const flushHex = (): void => {
    if (hex !== '') array.push(`<${hex}>`);
    hex = '';
  };
  const flushArray = (): void => {
    flushHex();
    if (array.length > 0) operators.push(`[${array.join(' ')}] TJ`);
    array = [];
  };
  const move = (distance: number): void => {
    if (Math.abs(distance) < 0.05) return;
    flushHex();
    array.push(number(-distance));
  };
  const raise = (height: number): void => {
    if (Math.abs(height - raisedBy) < 0.005) return;
    flushArray();
    operators.push(`${number(height)} Ts`);
    raisedBy = height;
  };
  glyphs.forEach((glyph, index) => {
    raise(rise + (glyph.yOffset / 1000) * size);
    move(glyph.xOffset);
    hex += (codes[index] ?? 0).toString(16).padStart(4, '0');
    move(glyph.advance - glyph.width - glyph.xOffset);
  });
  raise(0);
  flushArray();
  return operators.join('\n');
}

/** Whether the glyphs alone give the text back, in the file's own table of glyphs and characters. */
function copiesBack(
  piece: {
    readonly text: string;
    readonly level: number;
    readonly shaped: { readonly glyphs: readonly PlacedGlyph[] };
  },
  embedded: EmbeddedFont,
  codes: readonly number[],
): boolean {
  const inOrder = piece.level % 2 === 1 ? [...codes].reverse() : codes;
  const copied = inOrder.map((code) => String.fromCodePoint(...(embedded.unicode[code] ?? []))).join('');
  return copied.replaceAll('\u00A0', ' ') === piece.text.replaceAll('\u00A0', ' ');
}

/** Marks content with the text it stands for: ligatures, reordered Indic vowels, split Thai vowels, brackets. */
function withActualText(text: string, content: string): string {
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index += 1)
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `/Span <</ActualText <${hex.toUpperCase()}>>> BDC\n${content}\nEMC`;
}

/** A number as PDF writes it: at most three decimals, no exponent. */
export function number(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/u, '');
  return text === '-0' || text === '' ? '0' : text;
}

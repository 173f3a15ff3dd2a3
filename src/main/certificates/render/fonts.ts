import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type FontkitFont } from 'fontkit';

/** Every face a page can be set in. The first six carry the design, the rest step in for scripts those lack. */
export type FaceName =
  | 'serif'
  | 'serif-italic'
  | 'serif-medium'
  | 'serif-semibold'
  | 'sans'
  | 'sans-semibold'
  | 'sans-italic'
  | 'arabic'
  | 'hebrew'
  | 'devanagari'
  | 'thai'
  | 'chinese'
  | 'japanese'
  | 'korean';

/** Complete font files, not the per-script slices made for the web: those lack letters and cannot be subset. */
const FONT_FILES: Readonly<Record<FaceName, string>> = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-italic': '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'serif-medium': '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf',
  'serif-semibold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-semibold': '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'sans-italic': '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  hebrew: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  devanagari: '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  thai: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  chinese: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  japanese: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  korean: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
};

/** A glyph in its place. Distances are thousandths of the font size. */
export type PlacedGlyph = {
  readonly id: number;
  /** How far the pen moves after this glyph. */
  readonly advance: number;
  /** The width the font itself gives the glyph; a PDF reader moves by this one unless told otherwise. */
  readonly width: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly codePoints: readonly number[];
};

/** A piece of text as glyphs, left to right as they stand on the page. */
export type ShapedText = { readonly glyphs: readonly PlacedGlyph[]; readonly width: number };

/** An opened font with everything it has shaped so far. Opening is dear, so each thread opens a face once. */
export type Face = {
  readonly name: FaceName;
  readonly font: FontkitFont;
  readonly shaped: Map<string, ShapedText>;
  /** Encoded subsets by the glyphs they hold: what all certificates of an activity share is encoded once. */
  readonly subsets: Map<string, Uint8Array>;
};

/** Enough for an activity's words and many names; beyond it a long run would only grow. */
const SHAPED_LIMIT = 20_000;

const resolveFile = createRequire(import.meta.url).resolve;
const faces = new Map<FaceName, Face>();

/** The opened face, from this thread's cache. */
export function openFace(name: FaceName): Face {
  const known = faces.get(name);
  if (known) return known;
  const font = create(readFileSync(resolveFile(FONT_FILES[name])));
  const face: Face = { name, font, shaped: new Map(), subsets: new Map() };
  faces.set(name, face);
  return face;
}

/** Whether the face has a glyph of its own for the code point. */
export function faceCovers(name: FaceName, codePoint: number): boolean {
  return openFace(name).font.hasGlyphForCodePoint(codePoint);
}

/**
 * Text of one face and one direction as glyphs. `text` is in logical order; the glyphs come in visual order.
 *
 * fontkit keeps each glyph with the code points of the first text that used it, so a letter first met inside an
 * accented one would lose its own. Its cache is emptied before each call; ours above it keeps the results.
 */
export function shapeText(name: FaceName, text: string, rightToLeft: boolean): ShapedText {
  const face = openFace(name);
  const key = rightToLeft ? `<${text}` : `>${text}`;
  const known = face.shaped.get(key);
  if (known) return known;
  face.font._glyphs = {};
  const run = face.font.layout(text, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr');
  const scale = 1000 / face.font.unitsPerEm;
  const glyphs = run.glyphs.map((glyph, index): PlacedGlyph => {
    const position = run.positions[index];
    return {
      id: glyph.id,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * scale,
      width: glyph.advanceWidth * scale,
      xOffset: (position?.xOffset ?? 0) * scale,
      yOffset: (position?.yOffset ?? 0) * scale,
      codePoints: [...glyph.codePoints],
    };
  });
  const shaped: ShapedText = { glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
  if (face.shaped.size >= SHAPED_LIMIT) face.shaped.clear();
  face.shaped.set(key, shaped);
  return shaped;
}

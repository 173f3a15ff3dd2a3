/** The part of fontkit that the pages use; the package brings no types. Distances are in font units. */
declare module 'fontkit' {
  export type FontkitGlyph = {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  };
  export type FontkitPosition = {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  };
  export type FontkitSubset = {
    readonly cff?: unknown;
    includeGlyph(glyphId: number): number;
    encode(): Uint8Array;
  };
  export type FontkitFont = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    /** Glyphs already made, each with the code points of whoever asked first. */
    _glyphs: Record<number, FontkitGlyph>;
    hasGlyphForCodePoint(codePoint: number): boolean;
    createSubset(): FontkitSubset;
    layout(
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): { readonly glyphs: readonly FontkitGlyph[]; readonly positions: readonly FontkitPosition[] };
  };
  export function create(bytes: Uint8Array): FontkitFont;
}

/** The Unicode Bidirectional Algorithm; the package brings no types. */
declare module 'bidi-js' {
  export type Bidi = {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  };
  const bidiFactory: () => Bidi;
  // biome-ignore lint/style/noDefaultExport: so the package is made
  export default bidiFactory;
}

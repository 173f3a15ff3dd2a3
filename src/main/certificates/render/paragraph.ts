import type { RichText } from './document.ts';
import { type FaceName, type ShapedText, shapeText } from './fonts.ts';
import { embeddingLevels, normalizeText, splitScriptRuns, type Voice, visualOrder } from './script-runs.ts';

/** How a paragraph is set. Lengths are points. */
export type TextStyle = {
  readonly voice: Voice;
  /** The voice of italic runs; the same voice where a style has none. */
  readonly italicVoice?: Voice;
  /** The voice of bold runs. */
  readonly boldVoice?: Voice;
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
  /** Extra space between letters. */
  readonly tracking?: number;
};

/** Glyphs of one face on a line, at a distance from the line's left end. */
export type LinePiece = {
  /** Logical text, as it must copy back. */
  readonly text: string;
  readonly face: FaceName;
  readonly level: number;
  readonly shaped: ShapedText;
  readonly size: number;
  /** How far above the baseline, for superscripts. */
  readonly rise: number;
  readonly tracking: number;
  readonly x: number;
  readonly width: number;
};

/** One set line; `width` leaves out the space at its end. */
export type SetLine = { readonly pieces: readonly LinePiece[]; readonly width: number };

/** A paragraph broken into lines. */
export type Paragraph = {
  readonly lines: readonly SetLine[];
  readonly leading: number;
  readonly size: number;
};

/** A piece of text that is never broken. */
type Atom = Omit<LinePiece, 'x'> & { readonly isSpace: boolean; readonly mayBreakBefore: boolean };

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Signs that must not begin a line in Chinese, Japanese and Korean text. */
const NOT_AT_START =
  /[、。，．・：；？！）」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.;:!?)\]}%’”]/u;
const NOT_AT_END = /[（「『【〈《〔([{‘“]/u;

/** Plain text as rich text of one run. */
export function plain(text: string): RichText {
  return [{ text }];
}

/**
 * Sets a paragraph in lines no wider than `width`, each in visual order. `balance` makes lines of about equal length
 * instead of a full first line and a short last one, as titles want it.
 */
export function setParagraph(text: RichText, style: TextStyle, width: number, balance = false): Paragraph {
  const atoms = makeAtoms(text, style, width);
  let lines = breakLines(atoms, width);
  if (balance && lines.length > 1) {
    let narrow = width / 2;
    let wide = width;
    while (wide - narrow > 2) {
      const middle = (narrow + wide) / 2;
      if (breakLines(atoms, middle).length > lines.length || widest(atoms) > middle) narrow = middle;
      else wide = middle;
    }
    lines = breakLines(atoms, wide);
  }
  return { lines: lines.map(placeLine), leading: style.leading, size: style.size };
}

/** The width of a text set on one line. */
export function measureLine(text: RichText, style: TextStyle): number {
  return setParagraph(text, style, Number.POSITIVE_INFINITY).lines[0]?.width ?? 0;
}

/** The height of a paragraph, lines times leading. */
export function paragraphHeight(paragraph: Paragraph): number {
  return paragraph.lines.length * paragraph.leading;
}

function makeAtoms(text: RichText, style: TextStyle, width: number): readonly Atom[] {
  const runs = text.map((run) => ({ ...run, text: normalizeText(run.text) }));
  const whole = runs.map((run) => run.text).join('');
  const levels = embeddingLevels(whole);
  const breaks = breakOpportunities(whole);
  const atoms: Atom[] = [];
  let offset = 0;
  for (const run of runs) {
    const voice = run.italic
      ? (style.italicVoice ?? style.voice)
      : run.bold
        ? (style.boldVoice ?? style.voice)
        : style.voice;
    let from = 0;
    for (let to = 1; to <= run.text.length; to += 1) {
      if (to < run.text.length && !breaks.has(offset + to)) continue;
      const piece = run.text.slice(from, to);
      const start = offset + from;
      // The trade mark sign is already small and raised in every face.
      const raised = run.superscript === true && !/^[™®©]+$/u.test(piece.trim());
      const size = raised ? style.size * 0.62 : style.size;
      const placed = { size, rise: raised ? style.size * 0.34 : 0, tracking: style.tracking ?? 0 };
      splitScriptRuns(piece, voice, levels.subarray(start, start + piece.length)).forEach((part, index) => {
        const shaped = shapeText(part.face, part.display, part.level % 2 === 1);
        const partWidth = (shaped.width / 1000) * size + placed.tracking * shaped.glyphs.length;
        const atom: Atom = {
          text: part.text,
          face: part.face,
          level: part.level,
          ...placed,
          shaped,
          width: partWidth,
          isSpace: /^\s+$/u.test(part.text),
          mayBreakBefore: index === 0 && breaks.has(start),
        };
        if (partWidth > width) atoms.push(...splitAtom(atom));
        else atoms.push(atom);
      });
      from = to;
    }
    offset += run.text.length;
  }
  return atoms;
}

/** A word wider than the line is broken between characters: better a broken word than one off the page. */
function splitAtom(atom: Atom): readonly Atom[] {
  return [...graphemes.segment(atom.text)].map(({ segment }, index) => {
    const shaped = shapeText(atom.face, segment, atom.level % 2 === 1);
    const width = (shaped.width / 1000) * atom.size + atom.tracking * shaped.glyphs.length;
    return { ...atom, text: segment, shaped, width, mayBreakBefore: index > 0 || atom.mayBreakBefore };
  });
}

/** Places in a text before which a line may end or a space begins, as indexes of code units. */
function breakOpportunities(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const match of text.matchAll(/[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+/gu)) {
    places.add(match.index);
    places.add(match.index + match[0].length);
  }
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}])[-‐–—/]+(?=\p{L})/gu))
    places.add(match.index + match[0].length);
  if (IDEOGRAPH.test(text)) {
    const characters = [...text];
    let index = 0;
    characters.forEach((character, position) => {
      const before = characters[position - 1] ?? '';
      const touches = IDEOGRAPH.test(character) || IDEOGRAPH.test(before);
      if (position > 0 && touches && !NOT_AT_START.test(character) && !NOT_AT_END.test(before))
        places.add(index);
      index += character.length;
    });
  }
  if (/\p{Script=Thai}/u.test(text)) {
    for (const word of thaiWords.segment(text)) if (word.isWordLike && word.index > 0) places.add(word.index);
  }
  return places;
}

function widest(atoms: readonly Atom[]): number {
  let most = 0;
  let run = 0;
  for (const atom of atoms) {
    run = atom.isSpace ? 0 : atom.mayBreakBefore ? atom.width : run + atom.width;
    most = Math.max(most, run);
  }
  return most;
}

function breakLines(atoms: readonly Atom[], width: number): readonly (readonly Atom[])[] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let used = 0;
  // Atoms that belong together (a comma in another face, an italic word with its ™) move as one.
  for (let index = 0; index < atoms.length; ) {
    const group: Atom[] = [];
    do {
      const atom = atoms[index];
      if (atom) group.push(atom);
      index += 1;
    } while (
      index < atoms.length &&
      !atoms[index]?.mayBreakBefore &&
      !atoms[index]?.isSpace &&
      !group.at(-1)?.isSpace
    );
    const groupWidth = group.reduce((sum, atom) => sum + atom.width, 0);
    const isSpace = group.every((atom) => atom.isSpace);
    if (!isSpace && line.length > 0 && used + groupWidth > width + 0.01) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(...group);
    used += groupWidth;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function placeLine(line: readonly Atom[]): SetLine {
  let end = line.length;
  while (end > 0 && line[end - 1]?.isSpace) end -= 1;
  const pieces: LinePiece[] = [];
  let x = 0;
  for (const atom of visualOrder(line.slice(0, end))) {
    pieces.push(toPiece(atom, x));
    x += atom.width;
  }
  const width = x - (line[end - 1]?.tracking ?? 0);
  // The space at a line's end stays in the text, so that copied words do not run together.
  for (const atom of line.slice(end)) {
    pieces.push(toPiece({ ...atom, level: 0 }, x));
    x += atom.width;
  }
  return { pieces, width: Math.max(0, width) };
}

function toPiece(atom: Atom, x: number): LinePiece {
  const { text, face, level, shaped, size, rise, tracking, width } = atom;
  return { text, face, level, shaped, size, rise, tracking, x, width };
}

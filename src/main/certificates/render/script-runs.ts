import bidiFactory from 'bidi-js';
import { type FaceName, faceCovers } from './fonts.ts';

/** A stretch of text that one face can show, in one direction. */
export type ScriptRun = {
  readonly text: string;
  /** The same with brackets turned as they are seen in right-to-left text; this is what is drawn. */
  readonly display: string;
  readonly face: FaceName;
  /** Bidirectional embedding level; odd is right to left. */
  readonly level: number;
};

/** What a style asks for; the face is chosen per word from it. */
export type Voice =
  | 'serif'
  | 'serif-italic'
  | 'serif-medium'
  | 'serif-semibold'
  | 'sans'
  | 'sans-semibold'
  | 'sans-italic';

/** The humanist face that steps in when the serif lacks a letter. */
const STAND_IN: Readonly<Record<Voice, FaceName>> = {
  serif: 'sans',
  'serif-italic': 'sans-italic',
  'serif-medium': 'sans',
  'serif-semibold': 'sans-semibold',
  sans: 'sans',
  'sans-semibold': 'sans-semibold',
  'sans-italic': 'sans-italic',
};

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Shapes joining or direction but shows nothing, so a font need not have it. */
const INVISIBLE =
  /^(?:[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\p{Variation_Selector})$/u;
/** Joiners decide how Arabic and Indic letters connect; the rest of the invisible ones only disturb. */
const JOINER = /^[\u200C\u200D]$/u;
/** Never right on paper, whatever a font may hold: controls, private use, lone surrogates, the replacement mark. */
const NEVER_PRINTABLE = /^[\p{Cc}\p{Co}\p{Cs}\uFFFD]$/u;

/** Text as it is set: composed (so that it copies back as typed), white space as single spaces. */
export function normalizeText(text: string): string {
  const flat = text.normalize('NFC').replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ');
  let kept = '';
  for (const character of flat) if (!INVISIBLE.test(character) || JOINER.test(character)) kept += character;
  return kept;
}

/** The characters of a text that no embedded font can show, each once, in order. */
export function uncoveredCharacters(text: string, voice: Voice): readonly string[] {
  const missing = new Set<string>();
  const normal = normalizeText(text);
  for (const word of splitWords(normal)) {
    const candidates = candidateFaces(normal, voice);
    for (const { segment } of graphemes.segment(word)) {
      if (candidates.some((face) => coversAll(face, segment))) continue;
      const alone = [...segment].filter(
        (character) =>
          NEVER_PRINTABLE.test(character) || !candidates.some((face) => coversAll(face, character)),
      );
      // Each character has a glyph somewhere but no face holds them together: the whole cluster cannot be shown.
      for (const character of alone.length > 0 ? alone : [segment]) missing.add(character);
    }
  }
  return [...missing];
}

/**
 * Splits normalised text into runs of one face and one level, in logical order. A word keeps one face when one face
 * has all of it, so that a name is not set in two designs; characters inside right-to-left runs are mirrored.
 */
export function splitScriptRuns(text: string, voice: Voice, levels: Uint8Array): readonly ScriptRun[] {
  const runs: { text: string; display: string; face: FaceName; level: number }[] = [];
  const candidates = candidateFaces(text, voice);
  let index = 0;
  const append = (piece: string, display: string, face: FaceName, level: number): void => {
    const last = runs.at(-1);
    if (last && last.face === face && last.level === level) {
      last.text += piece;
      last.display += display;
    } else runs.push({ text: piece, display, face, level });
  };
  for (const word of splitWords(text)) {
    const whole = candidates.find((face) => coversAll(face, word));
    for (const { segment } of graphemes.segment(word)) {
      const face = whole ?? candidates.find((candidate) => coversAll(candidate, segment)) ?? voice;
      const level = levels[index] ?? 0;
      const shown = [...segment]
        .filter((character) => !JOINER.test(character) || faceCovers(face, character.codePointAt(0) ?? 0))
        .join('');
      append(shown, displayed(shown, level), face, level);
      index += segment.length;
    }
  }
  return runs.filter((run) => run.text !== '');
}

/** Embedding levels of a paragraph that reads left to right, as an English page does. */
export function embeddingLevels(text: string): Uint8Array {
  // Most pages hold nothing that runs right to left; skip the algorithm for them.
  if (!/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text)) return new Uint8Array(text.length);
  return bidi.getEmbeddingLevels(text, 'ltr').levels;
}

/** Visual order of a line's pieces from their levels: rule L2 of the Unicode Bidirectional Algorithm (UAX 9). */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): readonly T[] {
  const highest = pieces.reduce((most, piece) => Math.max(most, piece.level), 0);
  const ordered = [...pieces];
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      if ((ordered[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end + 1 < ordered.length && (ordered[end + 1]?.level ?? 0) >= level) end += 1;
      ordered.splice(start, end - start + 1, ...ordered.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return ordered;
}

/**
 * What is drawn for a character: brackets turn round in right-to-left text, and the ring of Thai sara am goes under
 * the tone mark typed before it, which fontkit leaves to its caller.
 */
function displayed(segment: string, level: number): string {
  if (level % 2 === 1) return bidi.getMirroredCharacter(segment) ?? segment;
  return segment.replace(/([\u0E48-\u0E4B]+)\u0E33/gu, '\u0E4D$1\u0E32');
}

function coversAll(face: FaceName, text: string): boolean {
  for (const character of text) {
    if (NEVER_PRINTABLE.test(character)) return false;
    if (INVISIBLE.test(character)) continue;
    if (!faceCovers(face, character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** Words with the white space that follows as its own piece; joined again they are the text. */
function splitWords(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** Faces in the order they are asked. Opening a CJK font is slow, so none is listed unless its script is there. */
function candidateFaces(text: string, voice: Voice): readonly FaceName[] {
  const found: FaceName[] = [voice];
  if (/^[\u0020-\u024F\u2010-\u2026\u2122]*$/u.test(text))
    return found[0] === STAND_IN[voice] ? found : [voice, STAND_IN[voice]];
  if (STAND_IN[voice] !== voice) found.push(STAND_IN[voice]);
  if (/\p{Script=Arabic}/u.test(text)) found.push('arabic');
  if (/\p{Script=Hebrew}/u.test(text)) found.push('hebrew');
  if (/\p{Script=Devanagari}/u.test(text)) found.push('devanagari');
  if (/\p{Script=Thai}/u.test(text)) found.push('thai');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) found.push('japanese', 'chinese', 'korean');
  else if (/\p{Script=Hangul}/u.test(text)) found.push('korean', 'japanese', 'chinese');
  else if (/[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u.test(text))
    found.push('chinese', 'japanese', 'korean');
  return found;
}

import { atOnce, type Steps } from './steps.ts';

/** What stands in a JSON text beyond what a parser tells. */
export type JsonScan = {
  /** Deeper than any exchange file goes: the text is not to be parsed. */
  readonly tooDeep: boolean;
  /** More values than any exchange file has: parsed, they would fill the memory. */
  readonly tooMany: boolean;
  /** The first field that an object names twice, of which a parser silently keeps the last; with its line, from 1. */
  readonly twice: { readonly name: string; readonly line: number } | null;
  /** Line of the first character outside of a text that no JSON has there; null when there is none. */
  readonly strangeLine: number | null;
};

const MOST_LEVELS = 40;
/** 50,000 modules of 160 values each. */
const MOST_VALUES = 8_000_000;

/** Characters of one step. */
const STEP = 32_768;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const NEWLINE = 10;
/** What numbers, `true`, `false`, `null` and the space between values are made of. */
const PLAIN: ReadonlySet<number> = new Set(
  [...'0123456789+-.eEtrufalsn \t\r'].map((sign) => sign.charCodeAt(0)),
);

/**
 * Walks a JSON text once without building anything. What it says of fields that stand twice holds only of a text that a
 * parser accepts. The program itself goes by {@link scanJsonInSteps}; exported for the tests of the rule.
 */
export function scanJson(text: string): JsonScan {
  return atOnce(scanJsonInSteps(text));
}

/** {@link scanJson}, some ten thousand characters a step. */
export function* scanJsonInSteps(text: string): Steps<JsonScan> {
  const levels: (Set<string> | null)[] = [];
  let twice: JsonScan['twice'] = null;
  let strangeLine: number | null = null;
  let values = 0;
  let line = 1;
  let name: string | null = null;
  let stepEnd = STEP;
  for (let index = 0; index < text.length; index += 1) {
    if (index >= stepEnd) {
      stepEnd = index + STEP;
      yield;
    }
    const code = text.charCodeAt(index);
    switch (code) {
      case NEWLINE:
        line += 1;
        break;
      case QUOTE: {
        const end = endOfString(text, index);
        name = text.slice(index, end + 1);
        index = end;
        break;
      }
      case COLON: {
        const names = levels.at(-1);
        if (names && name !== null && !twice) {
          const read = plainName(name);
          if (names.has(read)) twice = { name: read, line };
          names.add(read);
        }
        name = null;
        break;
      }
      case COMMA:
        values += 1;
        name = null;
        break;
      case 0x5b:
      case 0x7b:
        values += 1;
        if (levels.length >= MOST_LEVELS) return { tooDeep: true, tooMany: false, twice, strangeLine };
        levels.push(code === 0x7b ? new Set() : null);
        break;
      case 0x5d:
      case 0x7d:
        levels.pop();
        break;
      default:
        if (strangeLine === null && !PLAIN.has(code)) strangeLine = line;
        break;
    }
    if (values > MOST_VALUES) return { tooDeep: false, tooMany: true, twice, strangeLine };
  }
  return { tooDeep: false, tooMany: false, twice, strangeLine };
}

/** Index of the quote that ends a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** A field's name without its quotes; `"\u0061"` and `"a"` are the same field. */
function plainName(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

import { z } from 'zod';
import { formatCount } from '../format.ts';
import { placeInWords, quoteShort } from './field-words.ts';

/** Sentences for one row; what is beyond them shows once these are mended. */
const MOST_SENTENCES = 20;
/** Values within one row; the largest curriculum that the form allows has fewer. */
const MOST_VALUES = 150_000;

/** What was read of a row, as far as it could be, with one sentence for everything that could not. */
export type ReadRow<T> = {
  /** The whole row; null when something is wrong with it. */
  readonly whole: T | null;
  readonly fields: Partial<T>;
  readonly problems: readonly string[];
};

/**
 * Reads one module or curriculum of a file. A field that is wrong does not hide what else is wrong.
 * @param what `module` or `curriculum`, for the sentences.
 */
export function readRow<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  raw: unknown,
  what: string,
): ReadRow<z.infer<z.ZodObject<Shape>>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return {
      whole: null,
      fields: {},
      problems: [
        `Here stands ${quoteShort(raw) ? `“${quoteShort(raw)}”` : 'nothing'}, not a ${what}. Write an object with the fields of a ${what}.`,
      ],
    };
  if (countValues(raw) > MOST_VALUES)
    return {
      whole: null,
      fields: {},
      problems: [`This ${what} holds more than ${formatCount(MOST_VALUES)} values. Make it smaller.`],
    };
  // A record passes over this name without a word, and what is in a file is never passed over.
  if (Object.values(raw).some(namesPrototype))
    return {
      whole: null,
      fields: {},
      problems: ['“__proto__” is not a name that can stand here. Remove it.'],
    };
  const whole = schema.safeParse(raw);
  if (whole.success) return { whole: whole.data, fields: whole.data, problems: [] };
  const problems = sentences(whole.error.issues, raw, what);
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
    const read = z.safeParse(field, withoutWrong(name, value, whole.error.issues));
    return read.success && read.data !== undefined ? [[name, read.data] as const] : [];
  });
  // Row mapper: each value was read by the field's own type, which `Object.fromEntries` does not say.
  return {
    whole: null,
    fields: Object.fromEntries(fields) as Partial<z.infer<z.ZodObject<Shape>>>,
    problems,
  };
}

/** A list or a record without the entries that are wrong: the others are judged all the same. */
function withoutWrong(name: string, value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const wrong = new Set(issues.flatMap(({ path: [first, second] }) => (first === name ? [second] : [])));
  if (Array.isArray(value)) return value.filter((_, index) => !wrong.has(index));
  return name === 'targets' && typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)))
    : value;
}

function sentences(issues: readonly z.core.$ZodIssue[], raw: object, what: string): readonly string[] {
  // A text that is no date is not told to be of another year as well.
  const told = issues.filter(
    ({ code, path }, index) => code !== 'custom' || issues[index - 1]?.path.join('\0') !== path.join('\0'),
  );
  const all = told.slice(0, MOST_SENTENCES).map((issue) => sentenceOf(issue, raw, what));
  const more = told.length - MOST_SENTENCES;
  return more > 0 ? [...all, `${formatCount(more)} more places are wrong. Mend these first.`] : all;
}

function sentenceOf(issue: z.core.$ZodIssue, raw: object, what: string): string {
  const place = placeInWords(issue.path);
  const value = valueAt(raw, issue.path);
  const shown = quoteShort(value);
  const last = issue.path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.slice(0, 3).map((key) => `“${quoteShort(key)}”`);
      const of = issue.path.length === 0 ? `a ${what}` : place.charAt(0).toLowerCase() + place.slice(1);
      return `${names.join(', ')} ${issue.keys.length === 1 ? 'is not a field' : 'are not fields'} of ${of}. Remove ${issue.keys.length === 1 ? 'it' : 'them'}, or check the spelling.`;
    }
    case 'invalid_type':
      if (value === undefined) return `${place} is missing. Add it.`;
      if (typeof value === 'number')
        return Number.isFinite(value)
          ? `${place} is ${shown}. It must be ${typeWords(issue.expected)}.`
          : `${place} is too large a number. Write a smaller one.`;
      return `${place} is “${shown}”. It must be ${typeWords(issue.expected)}.`;
    case 'too_small':
      if (issue.origin === 'string') return `${place} is empty. Fill it in.`;
      if (issue.origin === 'array') return `${place} has too few entries. Add some.`;
      return `${place} is ${shown}. Write at least ${formatCount(Number(issue.minimum) + (issue.inclusive ? 0 : 1))}.`;
    case 'too_big':
      if (issue.origin === 'string')
        return `${place} has ${formatCount(lengthOf(value))} characters. Shorten it to ${formatCount(Number(issue.maximum))}.`;
      if (issue.origin === 'array')
        return `${place} has ${formatCount(lengthOf(value))} entries. Leave at most ${formatCount(Number(issue.maximum))}.`;
      return `${place} is ${shown}. Write at most ${formatCount(Number(issue.maximum))}.`;
    case 'invalid_format':
      if (issue.format === 'date') return `${place} is “${shown}”. Write a date such as 2026-11-24.`;
      if (last === 'code' || last === 'module' || issue.path.includes('prerequisites'))
        return `“${shown}” is not a module code. Use 2 to 24 capital letters, digits and hyphens, such as M-F01.`;
      if (last === 'key' && issue.path.includes('items'))
        return `${place} is “${shown}”. Use 1 to 16 small letters and digits, or leave it out.`;
      return `${place} holds characters that cannot be printed. Remove them.`;
    case 'invalid_value':
      return `${place} is “${shown}”. Write one of: ${issue.values.map(String).toSorted().join(', ')}.`;
    case 'invalid_union':
      if (value === undefined) return `${place} is missing. Add it.`;
      return last === 'kind' || last === 'by'
        ? `${place} is “${shown}”. Write one of: ${last === 'by' ? 'count, credit' : 'section, module, electives'}.`
        : `${place} is “${shown}”. Write 1, 2 or 3.`;
    case 'custom':
      return `${place} is “${shown}”. Write a date between 1900 and 2199.`;
    case 'invalid_key':
      return `“${quoteShort(last)}” is not a name that can stand here. Check how it is written.`;
    default:
      return `${place} is not filled in correctly. Check it.`;
  }
}

function typeWords(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text';
    case 'number':
    case 'int':
      return 'a whole number';
    case 'array':
      return 'a list';
    case 'boolean':
      return 'true or false';
    default:
      return 'a group of fields';
  }
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    raw,
  );
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

/** Values inside a value. The depth of what comes from a file is bounded before. */
function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value)) count += countValues(inner);
  return count;
}

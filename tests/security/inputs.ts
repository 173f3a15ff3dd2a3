import { z } from 'zod';
import { contract, type MethodName } from '../../src/shared/contract/index.ts';

/** A generator that gives the same numbers for the same seed, so that a failure can be repeated. */
export type Random = () => number;

/** Numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of several. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const [found] = list.slice(Math.floor(random() * list.length));
  // A list of hostile values may hold undefined itself.
  return found as T;
}

/** Every method's name. */
export const METHODS = Object.keys(contract) as readonly MethodName[];

/** Text that fits the patterns of the contract. */
const TEXTS = [
  'MD',
  'Ana',
  'a',
  '12-24',
  '09:30',
  '2026-11-12',
  'America/Denver',
  'ana@example.org',
  'M-F01',
  'SUM',
  '1818662011',
  '0',
  'T-01',
  'TmFtZQpBbmE=',
  '',
  '美咲 Ó Súilleabháin',
];

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly allOf?: readonly Schema[];
  readonly minLength?: number;
};

/** An input that has the shape the method asks for; most pass, some hold a text that does not fit. */
export function plausible(method: MethodName, random: Random): unknown {
  // The contract has no recursive schema; what JSON Schema cannot say (refinements) is left out.
  const schema = z.toJSONSchema(contract[method].input, { io: 'input', unrepresentable: 'any' }) as Schema;
  for (let tries = 0; tries < 20; tries += 1) {
    const input = fill(schema, random);
    if (contract[method].input.safeParse(input).success) return input;
  }
  return fill(schema, random);
}

function fill(schema: Schema, random: Random): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fill(pick(random, choices), random);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random() < 0.7)
          .map(([name, property]) => [name, fill(property, random)]),
      );
    case 'array': {
      if (schema.prefixItems) return schema.prefixItems.map((item) => fill(item, random));
      const { items } = schema;
      const count = Math.max(schema.minItems ?? 0, Math.floor(random() * 3));
      return items ? Array.from({ length: count }, () => fill(items, random)) : [];
    }
    case 'integer':
    case 'number': {
      const least =
        schema.minimum ?? (schema.exclusiveMinimum === undefined ? -3 : schema.exclusiveMinimum + 1);
      const most = Math.min(schema.maximum ?? 100, 100);
      return Math.round(
        Math.max(least, -3) + random() * Math.max(0, most - Math.max(least, -3)) * random() * random(),
      );
    }
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default: {
      const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) =>
        pattern === undefined ? [] : [new RegExp(pattern, 'u')],
      );
      const fitting = TEXTS.filter(
        (text) => text.length >= (schema.minLength ?? 0) && patterns.every((pattern) => pattern.test(text)),
      );
      return pick(random, fitting.length > 0 ? fitting : TEXTS);
    }
  }
}

const DEEP = Array.from({ length: 2_000 }).reduce<unknown>((inner) => [inner], 'x');

/** Values that no caller of good will sends. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  -1,
  0,
  1.5,
  2 ** 53,
  Number.MAX_VALUE,
  10n,
  true,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u001b[31m',
  '\r\nX: y',
  '\ud800',
  '\u202egnp.exe',
  '\u200b',
  'x'.repeat(10_001),
  'é'.repeat(300),
  '💊'.repeat(200),
  "'; DROP TABLE people; --",
  '" OR 1=1 --',
  '%_*"\'',
  'NEAR("a" "b")',
  '../../etc/passwd',
  '..\\..\\windows',
  'C:\\con',
  '/dev/zero',
  '=HYPERLINK("http://example.org")',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '{provider}',
  '*bold*',
  '__proto__',
  'constructor',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '24:00',
  '[]',
  '["zz",1]',
  '[1e400]',
  '{"a":1}',
  [],
  {},
  [[]],
  DEEP,
  Object.create(null),
  JSON.parse('{"__proto__":{"admin":true},"id":1}'),
  new Date(0),
  new Map(),
  new Uint8Array(8),
  Symbol.iterator,
  () => 1,
];

/** A hostile value. */
export function hostile(random: Random): unknown {
  return pick(random, HOSTILE);
}

/** The same input with one thing in it made hostile: a value, a key more, a key less, or all of it. */
export function spoil(input: unknown, random: Random): unknown {
  if (Array.isArray(input)) {
    if (input.length === 0 || random() < 0.2) return [...input, hostile(random)];
    const index = Math.floor(random() * input.length);
    return input.map((item, at) => (at === index ? spoil(item, random) : item));
  }
  if (typeof input === 'object' && input !== null) {
    const entries = Object.entries(input);
    const kind = random();
    if (entries.length === 0 || kind < 0.1)
      return { ...input, [pick(random, ['extra', 'id ', 'constructor', 'toString'])]: hostile(random) };
    const index = Math.floor(random() * entries.length);
    if (kind < 0.2) return Object.fromEntries(entries.filter((_, at) => at !== index));
    return Object.fromEntries(
      entries.map(([name, value], at) => [name, at === index ? spoil(value, random) : value]),
    );
  }
  return hostile(random);
}

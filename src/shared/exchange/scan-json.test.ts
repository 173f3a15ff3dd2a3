import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from './scan-json.ts';

test.each([
  ['{"a":1,"b":{"a":2}}', null],
  ['[{"a":1},{"a":2}]', null],
  ['{"a":"a","b":"a"}', null],
  ['{"a\\"b":1,"a":2}', null],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}', null],
  ['{"a":1,\n"b":2,\n"a":3}', { name: 'a', line: 3 }],
  ['{"a":{"x":1},"b":[{"y":1,"y":2}]}', { name: 'y', line: 1 }],
  ['{"\\u0061":1,"a":2}', { name: 'a', line: 1 }],
  ['{"a\\\\":1,"a\\\\":2}', { name: 'a\\', line: 1 }],
])('%s', (text, twice) => {
  expect(scanJson(text)).toEqual({ tooDeep: false, tooMany: false, twice, strangeLine: null });
});

test('what was written by a program never names a field twice', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
      expect(scanJson(JSON.stringify(value, null, indent))).toEqual({
        tooDeep: false,
        tooMany: false,
        twice: null,
        strangeLine: null,
      });
    }),
  );
});

test('depth and number of values are bounded', () => {
  expect(scanJson(`${'['.repeat(40)}${']'.repeat(40)}`).tooDeep).toBe(false);
  expect(scanJson(`${'['.repeat(41)}${']'.repeat(41)}`).tooDeep).toBe(true);
  expect(scanJson(`[${'1,'.repeat(8_000_001)}1]`).tooMany).toBe(true);
});

test('text that is no JSON ends the walk all the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'a') }),
      (text) => {
        expect(scanJson(text).tooMany).toBe(false);
      },
    ),
  );
});

test('what no JSON has outside of its texts is found by its line', () => {
  expect(scanJson('{"a": "NaN",\n"b": NaN}').strangeLine).toBe(2);
  expect(scanJson('{"a": 1e5, "b": [true, false, null]}').strangeLine).toBe(null);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateFileName, safeFileText } from './file-names.ts';

/** Any code points but half surrogates; the library's own such text takes seconds to begin. */
const anything = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
      fc.integer({ min: 0, max: 127 }),
    ),
  )
  .map((codePoints) => String.fromCodePoint(...codePoints));

describe('file names of certificates', () => {
  test.each([
    ['Ana García-López', 'SUM-2026-000123 Ana García-López.pdf'],
    ['王小明', 'SUM-2026-000123 王小明.pdf'],
    ['../../etc/passwd', 'SUM-2026-000123 etc passwd.pdf'],
    ['O’Neil, "Jo" <jo>', 'SUM-2026-000123 O’Neil, Jo jo.pdf'],
    ['Ada\u202Efdp.exe', 'SUM-2026-000123 Ada fdp.exe.pdf'],
    ['  ', 'SUM-2026-000123.pdf'],
  ])('of %j is %j', (name, expected) => {
    expect(certificateFileName('SUM-2026-000123', name)).toBe(expected);
  });

  test.each(['CON', 'nul', 'Lpt1', 'aux', 'con.txt', 'NUL.tar.gz'])(
    'a name that Windows keeps (%s) is changed',
    (name) => {
      expect(safeFileText(name)).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    },
  );

  test('are safe on every system, whatever the name', () => {
    fc.assert(
      fc.property(anything, (name) => {
        const file = certificateFileName('SUM-2026-000123', name);
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(200);
        expect(file).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(file).not.toMatch(/[. ]\.pdf$/);
        expect(file.isWellFormed()).toBe(true);
        expect(file.startsWith('SUM-2026-000123')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('never collide for two numbers, even where case is ignored', () => {
    const number = fc
      .integer({ min: 1, max: 999_999 })
      .map((next) => `SUM-2026-${String(next).padStart(6, '0')}`);
    fc.assert(
      fc.property(number, number, fc.string(), fc.string(), (one, other, name, otherName) => {
        fc.pre(one !== other);
        expect(certificateFileName(one, name).toLowerCase()).not.toBe(
          certificateFileName(other, otherName).toLowerCase(),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        expect(safeFileText(safeFileText(name))).toBe(safeFileText(name));
      }),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/shared/errors.ts';
import { exchangeModule, exchangeText, refusedExchange, rehearseExchange } from '../engine/exchange-files.ts';
import { openEngine, type TestEngine } from '../engine/fixture.ts';

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterAll(() => office.close());

/** Everything that is written leaves a mark here. */
async function standing(): Promise<string> {
  return JSON.stringify([
    await office.ask('changes.recent', { limit: 1 }),
    await office.ask('modules.list', {}),
  ]);
}

/** Looks at a file and answers the refusal. */
async function refusal(content: string | Buffer, fileName = 'hostile.json') {
  const before = await standing();
  const fault = await refusedExchange(office, content, fileName);
  expect(fault.message).toMatch(/^“.*”.*\.$/s);
  expect(fault.message.length).toBeLessThan(500);
  expect(await standing()).toBe(before);
  return fault;
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a file that is none', () => {
  test.each<readonly [string, string | Buffer, RegExp]>([
    ['nothing', '', /is empty/],
    ['spaces', '   \n ', /ends too early/],
    ['a word', 'hello', /is not valid JSON/],
    ['cut off', exchangeText({ modules: [exchangeModule('OWN-1')] }).slice(0, 200), /ends too early/],
    [
      'NaN',
      '{"format":"rounds-curriculum","version":1,"modules":[{"code":"OWN-1","minutes":NaN}]}',
      /is not valid JSON/,
    ],
    ['two values', '{} {}', /is not valid JSON\. The first mistake is in line 1/],
    ['a comment', '// x\n{}', /is not valid JSON/],
    ['null', 'null', /not a file of modules and curricula/],
    ['a list', '[1,2]', /not a file of modules and curricula/],
    [
      'another catalogue',
      '{"competencies":[],"modules":[{"id":"M-F01"}]}',
      /not a file of modules and curricula/,
    ],
    ['a newer form', '{"format":"rounds-curriculum","version":2}', /Update Rounds/],
    ['no version', '{"format":"rounds-curriculum"}', /Write "version": 1/],
    ['a version as text', '{"format":"rounds-curriculum","version":"1"}', /Write "version": 1/],
    ['an unknown list', '{"format":"rounds-curriculum","version":1,"module":[]}', /a field “module”/],
    ['no list', '{"format":"rounds-curriculum","version":1,"modules":{"0":1}}', /no list under “modules”/],
    ['no rows', '{"format":"rounds-curriculum","version":1}', /no modules and no curricula/],
    [
      'a field twice',
      '{"format":"rounds-curriculum","version":1,\n"modules":[{"code":"A1","code":"B1"}]}',
      /“code” twice in one place, in line 2/,
    ],
    [
      'a field twice in disguise',
      '{"format":"rounds-curriculum","version":1,"modules":[],"m\\u006fdules":[]}',
      /“modules” twice/,
    ],
    [
      'a prototype',
      '{"format":"rounds-curriculum","version":1,"__proto__":{"modules":[]}}',
      /a field “__proto__”/,
    ],
    ['10,000 levels', deep(10_000), /more than 40 deep/],
    ['a million brackets', '['.repeat(1_000_000), /more than 40 deep/],
    [
      '10,000 levels inside a module',
      `{"format":"rounds-curriculum","version":1,"modules":[${deep(10_000)}]}`,
      /more than 40 deep/,
    ],
    [
      '9 million values',
      `{"format":"rounds-curriculum","version":1,"modules":[${'0,'.repeat(9_000_000)}0]}`,
      /more than 8 million values/,
    ],
    [
      '50,001 rows',
      `{"format":"rounds-curriculum","version":1,"modules":[${'0,'.repeat(50_000)}0]}`,
      /more than 50,000 modules/,
    ],
    ['bytes', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 9]), /is not a text/],
  ])('%s', async (_, content, words) => {
    expect((await refusal(content)).message).toMatch(words);
  });

  test.each<readonly [string, string | Buffer, RegExp]>([
    ['bytes', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 9]), /cannot be read/],
    ['a page of the web', '<html><body>Sign in</body></html>', /has no row of headings with “Code”/],
    ['headings alone', 'Code,Title\n', /no modules below them/],
    ['lines', '\n\n\n', /has no rows/],
    ['a ZIP of something', Buffer.from(zipSync({ 'a.txt': Buffer.from('x') })), /cannot be read|has no rows/],
  ])('a table of %s', async (_, content, words) => {
    expect((await refusal(content, 'hostile.csv')).message).toMatch(words);
  });

  test('90 MB of garbage are refused before they are read', async () => {
    const fault = await office.fault('exchange.rehearse', {
      fileName: 'a.json',
      base64: 'A'.repeat(90_000_004),
    });
    expect(fault.code).toBe('request/too-large');
    // As large as may be sent, and still larger than any file.
    expect((await refusal(Buffer.alloc(67_400_000, 65))).code).toBe('exchange/too-large');
  });
});

describe('hostile rows', () => {
  test('hold prototypes, huge numbers and what cannot be printed, and each is told', async () => {
    const modules = [
      '{"code":"OWN-1","__proto__":{"title":"x"}}',
      '{"code":"OWN-2","constructor":{"prototype":{"x":1}},"toString":1}',
      '{"code":"OWN-3","title":"A","domain":"clinical","track":"leader","format":"lab","minutes":1e400}',
      '{"code":"OWN-4","title":"A\\u0000B","domain":"clinical","track":"leader","format":"lab","minutes":9007199254740993}',
      '{"code":"OWN-5","title":"\\ud800","domain":"clinical","track":"leader","format":"lab","minutes":-0.5}',
      '{"code":"__proto__"}',
      '{"code":{"toString":null}}',
      `{"code":"OWN-6","objectives":[${'"",'.repeat(200_000)}""]}`,
    ];
    const curricula = [
      '{"title":"A","targets":{"__proto__":1}}',
      '{"title":"A","targets":{"constructor":2}}',
    ];
    const before = await standing();
    const { rows, counts } = await rehearseExchange(
      office,
      `{"format":"rounds-curriculum","version":1,"modules":[${modules.join(',')}],"curricula":[${curricula.join(',')}]}`,
    );
    expect(counts).toEqual({ new: 0, changes: 0, same: 0, error: 10 });
    expect(Object.fromEntries(rows.map(({ row, problems }) => [row, problems[0]]))).toEqual({
      1: '“__proto__” is not a field of a module. Remove it, or check the spelling.',
      2: '“constructor”, “toString” are not fields of a module. Remove them, or check the spelling.',
      3: 'Minutes is too large a number. Write a smaller one.',
      4: 'Title holds characters that cannot be printed. Remove them.',
      5: 'Title holds characters that cannot be printed. Remove them.',
      6: '“__proto__” is not a module code. Use 2 to 24 capital letters, digits and hyphens, such as M-F01.',
      7: 'Code is “a group of fields”. It must be text.',
      8: 'This module holds more than 150,000 values. Make it smaller.',
      9: '“__proto__” is not a name that can stand here. Remove it.',
      10: '“constructor” is not a name that can stand here. Check how it is written.',
    });
    expect(Object.prototype).not.toHaveProperty('title');
    expect(await standing()).toBe(before);
  });

  test('are read from UTF-16 and behind a byte order mark all the same', async () => {
    const text = exchangeText({ modules: [exchangeModule('OWN-1', { title: 'Ångström 美咲' })] });
    for (const [bytes, name] of [
      [utf16(text), 'a.json'],
      [utf16(text), 'a.txt'],
      [Buffer.from(`\uFEFF${text}`), 'a.json'],
      [Buffer.from(`\uFEFF${text}`), 'a.txt'],
    ] as const)
      expect((await rehearseExchange(office, bytes, name)).rows).toMatchObject([
        { code: 'OWN-1', title: 'Ångström 美咲', fate: 'new' },
      ]);
  });
});

test('random junk gives a rehearsal or a declared refusal, and writes nothing', async () => {
  const before = await standing();
  const junk = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue({ maxDepth: 4 }).map((value) => exchangeText({ modules: [value], curricula: [value] })),
    fc
      .dictionary(
        fc.constantFrom(...Object.keys(exchangeModule('OWN-1')), 'items', 'targets', 'kind'),
        fc.jsonValue(),
      )
      .map((value) =>
        exchangeText({
          modules: [{ ...value }, { ...exchangeModule('OWN-1'), ...value }],
          curricula: [value],
        }),
      ),
    fc
      .array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 5 })
      .map((rows) => ['code;title;minutes', ...rows.map((row) => row.join(';'))].join('\n')),
  );
  await fc.assert(
    fc.asyncProperty(junk, fc.constantFrom('a.json', 'a.csv', 'a.xlsx'), async (content, fileName) => {
      const { fault } = await office.job('exchange.rehearse', {
        fileName,
        base64: Buffer.from(content).toString('base64'),
      });
      if (fault) {
        expect(ERROR_CODES).toContain(fault.code);
        expect(fault.code).toMatch(/^exchange\//);
      }
    }),
    { numRuns: 300 },
  );
  expect(await standing()).toBe(before);
});

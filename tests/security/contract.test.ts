import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type MethodName } from '../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../src/shared/errors.ts';
import { apply, enrol, openCourse, rehearseRoster, sample } from '../engine/course.ts';
import { openEngine, type TestEngine } from '../engine/fixture.ts';
import { hostile, METHODS, pick, plausible, seeded, spoil } from './inputs.ts';

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);
/** Calls of the short run; a longer one is asked for with `ROUNDS_HOSTILE_CALLS`. */
const CALLS = Number(process.env['ROUNDS_HOSTILE_CALLS'] ?? 2_000);
/** They set the whole file aside, so they have tests of their own. */
const APART: ReadonlySet<MethodName> = new Set(['system.startFresh', 'backups.restore', 'backups.create']);

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine();
  await office.withOffice();
  const course = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  await apply(office, await rehearseRoster(office, sample('roster.csv'), { activityId: course.id }));
});
afterAll(() => office.close());

/** The latest act with how many rows it wrote: nothing is written without one. */
async function latest(): Promise<string> {
  return JSON.stringify(await office.ask('changes.recent', { limit: 1 }));
}

/** Calls, and checks what holds of every answer. */
async function attack(method: unknown, input: unknown): Promise<boolean> {
  const before = await latest();
  // What hosts pass on has crossed a thread or JSON; the engine itself must stand more.
  const answer = await office.engine.call(method as MethodName, input);
  await office.engine.jobs.settled();
  if (answer.ok) {
    if (method !== 'search.everything') expect(JSON.stringify(answer.value)).toBeDefined();
    const entry = contract[method as MethodName];
    expect(entry.output.safeParse(answer.value).error?.issues ?? []).toEqual([]);
    if (entry.effect === 'read') expect(await latest()).toBe(before);
    if (entry.effect === 'job') {
      const { jobId } = contract['imports.apply'].output.parse(answer.value);
      const { fault } = office.engine.jobs.get(jobId);
      if (fault) {
        expect(CODES).toContain(fault.code);
        expect(fault.code).not.toBe('internal');
      }
    }
    return true;
  }
  const where = `${String(method)} ${answer.error.message}`;
  expect(CODES, where).toContain(answer.error.code);
  expect(answer.error.code, where).not.toBe('internal');
  expect(answer.error.message.length, where).toBeGreaterThan(10);
  expect(answer.error.message.length, where).toBeLessThan(1_500);
  expect(await latest(), where).toBe(before);
  return false;
}

describe('names of methods', () => {
  test.each([
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'People.list',
    'people.list ',
    'people.list\u0000',
    'people',
    'people.',
    '.list',
    'people.drop',
    null,
    undefined,
    42,
    {},
    [],
    ['people.list'],
    Symbol('people.list'),
    { toString: () => 'people.list' },
  ])('%s is no method', async (method) => {
    const answer = await office.engine.call(method as unknown as MethodName, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'request/unknown-method' } });
  });
});

describe('every method', () => {
  test.each(METHODS)('%s refuses what is no input, and a key too many', async (method) => {
    for (const input of [undefined, null, 1, 'x', true, [], [{}], Number.NaN, () => 1])
      expect((await office.fault(method, input)).code).toBe('request/invalid');
    const random = seeded(7);
    const good = plausible(method, random);
    expect(contract[method].input.safeParse(good).success).toBe(true);
    for (const key of ['extra', 'constructor', 'toString', '__proto__ '])
      expect((await office.fault(method, { ...Object(good), [key]: 1 })).code).toBe('request/invalid');
    const own = JSON.parse('{"__proto__": {"id": 1}}');
    expect((await office.fault(method, Object.assign(own, { extra: 1 }))).code).toBe('request/invalid');
  });

  test.each(METHODS)('%s refuses each of its keys with a value of no type', async (method) => {
    const random = seeded(11);
    const good = Object(plausible(method, random)) as Record<string, unknown>;
    for (const key of Object.keys(good))
      for (const value of [Symbol('x'), () => 1, Number.NaN, new Date(0), 10n])
        expect((await office.fault(method, { ...good, [key]: value })).code, key).toBe('request/invalid');
  });
});

test(`${CALLS} hostile calls give declared errors only, and a refused call changes nothing`, async () => {
  const random = seeded(20_261_112);
  const methods = METHODS.filter((method) => !APART.has(method));
  let passed = 0;
  for (let call = 0; call < CALLS; call += 1) {
    const method = pick(random, methods);
    const kind = random();
    const input =
      kind < 0.1
        ? hostile(random)
        : kind < 0.3
          ? plausible(method, random)
          : spoil(plausible(method, random), random);
    if (await attack(method, input)) passed += 1;
  }
  // The generator is worth something only if a good part gets as far as the handlers.
  expect(passed).toBeGreaterThan(CALLS / 20);
  expect(await office.ask('audit.check', {})).toMatchObject({ ok: true });
  // A backup counts only once it has been opened and checked.
  expect(await office.job('backups.create', {})).toMatchObject({ status: 'done' });
});

describe('search and lists', () => {
  test.each([
    '"',
    '""',
    "'",
    '%',
    '_',
    '*',
    'a*',
    'NEAR(a b)',
    'a AND',
    '-',
    '(',
    '\\',
    '\u0000abc',
    'ab"c OR d',
  ])('the text %j is text', async (text) => {
    const list = { text, after: null, limit: 50 };
    expect(await attack('people.list', { ...list, profession: null, sort: 'name' })).toBe(true);
    expect(await attack('certificates.list', { ...list, activityId: null, status: null })).toBe(true);
    expect(await attack('search.everything', { text })).toBe(true);
  });

  test.each([
    '[]',
    '{}',
    'null',
    '[1,2,3]',
    '["a"]',
    '[1e999]',
    'x',
    '["a",1.5]',
    `["${'a'.repeat(900)}",1]`,
  ])('the place %j in a list is refused or an end', async (after) => {
    const list = { text: '', after, limit: 50 };
    for (const sort of ['name', 'added']) await attack('people.list', { ...list, profession: null, sort });
    await attack('certificates.list', { ...list, activityId: null, status: null });
  });
});

describe('names of files', () => {
  test.each([
    '../rounds.db',
    '..\\rounds.db',
    '/etc/passwd',
    'C:\\x.db',
    '',
    '.',
    'a\u0000.db',
    'x'.repeat(200),
  ])('no backup %j is restored', async (name) => {
    const before = await latest();
    const job = await office.job('backups.restore', { name });
    expect(job.status).toBe('failed');
    expect(['backups/not-found', 'backups/invalid']).toContain(job.fault?.code);
    expect(await latest()).toBe(before);
    expect(await office.ask('system.state', {})).toMatchObject({ phase: 'ready' });
  });
});

describe('what leaves Rounds for a spreadsheet', () => {
  test('the list beside the certificates cannot start a formula, and no file name leaves its folder', async () => {
    const course = await openCourse(office, [{ title: 'S', at: '09:00', minutes: 60 }]);
    const names = [
      '=HYPERLINK("http://x")',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '../../up',
      '..\\up',
      'CON',
      'a:b*?"<>|',
    ];
    const ids = await enrol(
      office,
      course.id,
      names.map((familyName) => ({
        givenName: '',
        familyName,
        credentials: '',
        profession: 'nurse' as const,
      })),
    );
    const sessionId = course.sessions[0]?.id ?? 0;
    await office.ask('attendance.mark', {
      activityId: course.id,
      marks: ids.map((enrolmentId) => ({ enrolmentId, sessionId, minutes: 60 })),
    });
    const job = await office.job('certificates.issue', { activityId: course.id, enrolmentIds: [...ids] });
    expect(job.result).toMatchObject({ asked: names.length, made: names.length });
    const archive = await office.ask('certificates.archive', { activityId: course.id });
    const files = unzipSync(Buffer.from(archive.base64, 'base64'));
    for (const name of Object.keys(files)) {
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^\.|^(con|nul)\b/iu);
      // The calls before may have given the office another prefix.
      expect(name).toMatch(/^[A-Z0-9]{2,8}-\d{4}-\d{6}( .*)?\.pdf$|^manifest\.csv$/);
    }
    const rows = Papa.parse<string[]>(new TextDecoder().decode(files['manifest.csv']).trim()).data;
    expect(rows).toHaveLength(names.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const [, ...written] = rows.map((row) => row[1]);
    expect(new Set(written)).toEqual(
      new Set(names.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name))),
    );
    for (const row of rows.slice(1)) expect(Object.keys(files)).toContain(row[6]);
  });
});

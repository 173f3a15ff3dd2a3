import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAudit } from '../../src/main/database/audit.ts';
import { checkFile } from '../../src/main/database/check.ts';
import { Reader } from '../../src/main/database/reader.ts';
import { buildChild, type Ended, runChild } from './run-child.ts';

const ROSTER = join(import.meta.dirname, '../../resources/samples/roster.csv');
const PEOPLE = 60;

let work: string;
let program: string;
/** An office with one activity, and the same with its roster: each test works on a copy. */
let empty: string;
let enrolled: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'rounds-crash-'));
  program = await buildChild('office-child');
  empty = join(work, 'empty');
  expect((await run(empty, 'set up')).errors).toBe('');
  enrolled = copyOf(empty);
  expect((await run(enrolled, 'import')).said).toEqual(['imported done']);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function run(folder: string, kind: string, killAt = '', killAfter = 1, killAfterMs?: number): Promise<Ended> {
  return runChild(program, [folder, kind, killAt, String(killAfter), ROSTER], killAfterMs);
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(work, 'office-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Opens what the crash left, checks it as a whole, and counts. */
function inspect(folder: string): {
  readonly people: number;
  readonly imports: number;
  readonly current: number;
  readonly twice: number;
  readonly numbers: number;
} {
  const database = new Database(join(folder, 'rounds.db'));
  try {
    expect(checkFile(database, 'full')).toMatchObject({ sound: true });
    expect(checkAudit(new Reader(database))).toMatchObject({ ok: true });
    const count = (sql: string): number => Number(database.prepare(sql).pluck().get());
    return {
      people: count('SELECT count(*) FROM people'),
      imports: count('SELECT count(*) FROM imports'),
      current: count("SELECT count(*) FROM certificate_standing WHERE status = 'issued'"),
      twice: count(
        'SELECT count(*) FROM (SELECT enrolment_id FROM certificates GROUP BY enrolment_id HAVING count(*) > 1)',
      ),
      numbers: count('SELECT count(DISTINCT number) FROM certificates'),
    };
  } finally {
    database.close();
  }
}

describe('an import that is killed', () => {
  test.each([
    ['written imports.apply', 0],
    ['committed imports.apply', PEOPLE],
  ])('at “%s” is there whole or not at all, and can be done again', async (step, people) => {
    const folder = copyOf(empty);
    const ended = await run(folder, 'import', step);
    expect(ended.signal, ended.errors).toBe('SIGKILL');
    expect(inspect(folder)).toMatchObject({ people, imports: people === 0 ? 0 : 1 });
    const again = await run(folder, 'import');
    expect(again.errors).toBe('');
    expect(inspect(folder).people).toBe(PEOPLE);
  });
});

describe('issuing that is killed', () => {
  // Batches of 40: numbers of the first, its pages, numbers of the second, its pages.
  test.each([
    ['written certificates.issue', 1, 0],
    ['committed certificates.issue', 1, 0],
    ['written certificates.issue', 2, 0],
    ['committed certificates.issue', 2, 40],
    ['committed certificates.issue', 3, 40],
    ['written certificates.issue', 4, 40],
    ['committed certificates.issue', 4, PEOPLE],
  ])(
    'at “%s” number %i keeps what was sealed, and goes on without a second certificate',
    async (step, times, sealed) => {
      const folder = copyOf(enrolled);
      const ended = await run(folder, 'issue', step, times);
      expect(ended.signal, ended.errors).toBe('SIGKILL');
      expect(inspect(folder)).toMatchObject({ current: sealed, numbers: sealed, twice: 0 });
      const again = await run(folder, 'issue');
      expect(again.errors).toBe('');
      expect(again.said).toEqual([`issued ${PEOPLE} ${PEOPLE - sealed} ${sealed} 0`]);
      expect(inspect(folder)).toMatchObject({ current: PEOPLE, numbers: PEOPLE, twice: 0 });
    },
  );

  test('at random moments goes on to one certificate for each', async () => {
    for (const milliseconds of [900, 1_600]) {
      const folder = copyOf(enrolled);
      await run(folder, 'issue', '', 1, milliseconds);
      const before = inspect(folder);
      expect(before).toMatchObject({ numbers: before.current, twice: 0 });
      const again = await run(folder, 'issue');
      expect(again.errors).toBe('');
      expect(inspect(folder)).toMatchObject({ current: PEOPLE, numbers: PEOPLE, twice: 0 });
    }
  });
});

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clearTheWay, DemoFault, readArguments } from '../../scripts/demo/arguments.ts';
import { heldLines } from '../../scripts/demo/table.ts';
import { temporaryFolder } from './fixture.ts';

let base: string;
beforeEach(() => {
  base = temporaryFolder();
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('the command line of the demo', () => {
  test('has sensible values for everything', () => {
    const wanted = readArguments([]);
    expect(wanted).toMatchObject({ template: 'T-04', roster: { fileName: 'roster.csv' } });
  });

  test('takes a folder and the three options, with = or a space', () => {
    const file = join(base, 'people.csv');
    writeFileSync(file, 'Name\nAda');
    const wanted = readArguments(['out', '--template=t-01', '--roster', file]);
    expect(wanted).toMatchObject({ template: 'T-01', roster: { fileName: 'people.csv' } });
  });

  test.each([
    [['--colour', 'red'], /not an option/],
    [['--roster'], /needs a value/],
    [['--roster', '--template'], /needs a value/],
    [['one', 'two'], /one folder only/],
    [['--roster', '/there/is/no/such.csv'], /There is no file/],
    [['--attendance', '/'], /is not a file/],
  ])('%j is refused in one sentence', (words, sentence) => {
    expect(() => readArguments(words)).toThrow(DemoFault);
    expect(() => readArguments(words)).toThrow(sentence);
  });
});

test('people who are held are named, the first five with each reason', () => {
  const people = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({ name, reason: 'No attendance.' }));
  const lines = heldLines([{ name: 'Z', reason: 'No claim.' }, ...people]).map((line) => line.trim());
  expect(lines).toEqual([
    'held    7  No attendance.',
    'A, B, C, D, E and 2 more',
    'held    1  No claim.',
    'Z',
  ]);
});

describe('what is already in the folder', () => {
  test('an earlier demo is set aside, nothing of it is lost', () => {
    const folder = join(base, 'demo');
    mkdirSync(folder);
    for (const name of ['rounds.db', 'summary.json']) writeFileSync(join(folder, name), name);
    const aside = clearTheWay(folder, new Date('2026-11-24T10:00:00Z'));
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(aside ?? '').toSorted()).toEqual(['rounds.db', 'summary.json']);
  });

  test('an office that no demo made is refused and stays', () => {
    const folder = base;
    writeFileSync(join(folder, 'rounds.db'), 'an office');
    expect(() => clearTheWay(folder, new Date())).toThrow(/no demo made/);
    expect(readdirSync(folder)).toEqual(['rounds.db']);
  });

  test('a folder with other things is refused, an empty or new one is taken', () => {
    const folder = base;
    expect(clearTheWay(folder, new Date())).toBeNull();
    expect(clearTheWay(join(folder, 'new'), new Date())).toBeNull();
    writeFileSync(join(folder, 'thesis.docx'), '');
    expect(() => clearTheWay(folder, new Date())).toThrow(/not empty/);
  });
});

import { describe, expect, test } from 'vitest';
import type { Constraints, OutlineItem } from '../contract/curricula.ts';
import { formatMinutes } from '../format.ts';
import { checksInWords, rangeInWords } from './constraint-checks.ts';
import { electives, gives, look, numbered, required } from './insight-example.ts';
import { rangeStatus } from './range-status.ts';

const MODULES = [
  numbered(1, { minutes: 60, ...gives('F1 2') }),
  numbered(2, { minutes: 30, domain: 'clinical', ...gives('C1 3'), specialtyFocus: ['cardiology'] }),
  numbered(3, { minutes: 90, domain: 'governance', ...gives('C1 3') }),
  numbered(4, { minutes: 30, specialtyFocus: ['nursing'], ...gives('C1 2') }),
];
const ONE_OF_TWO = electives({ by: 'count', atLeast: 1 }, [2, 3]);

function check(items: readonly OutlineItem[], constraints: Partial<Constraints>, key: string) {
  return look(MODULES, items, { constraints, targets: { F1: 2, C1: 3 } }).checks.find(
    (one) => one.key === key,
  );
}

test.each([
  [10, 20, null, null, 'holds'],
  [10, 20, 10, 20, 'holds'],
  [10, 20, 11, null, 'depends'],
  [10, 20, 21, null, 'fails'],
  [10, 20, null, 19, 'depends'],
  [10, 20, null, 9, 'fails'],
  [10, 20, 12, 18, 'depends'],
] as const)('%i to %i against %s to %s: %s', (least, most, min, max, status) => {
  expect(rangeStatus({ least, most }, { min, max })).toBe(status);
});

describe('checks', () => {
  test('nothing is asked: no line', () => {
    expect(look(MODULES, [required(1)]).checks).toEqual([]);
  });

  test.each([
    [null, 150, 'holds', 'Time at most 2 h 30 min'],
    [120, null, 'depends', 'Time at least 2 h'],
    [151, 200, 'fails', 'Time from 2 h 31 min to 3 h 20 min'],
  ])('minutes %s to %s: %s', (min, max, status, name) => {
    expect(check([required(1), ONE_OF_TWO], { minutes: { min, max } }, 'minutes')).toMatchObject({
      status,
      name,
      figure: '1 h 30 min to 2 h 30 min',
    });
  });

  test('credit is that of all minutes, rounded once', () => {
    const quarters = { min: 6, max: null };
    expect(check([required(1), required(2)], { quarters }, 'credit')).toMatchObject({
      status: 'holds',
      name: 'Credit at least 1.5',
      figure: '1.5',
    });
  });

  test.each([
    ['no electives', [required(1), required(2)], /^Minutes of every module added up/],
    // Module 4 takes as long as module 2, and a learner takes only one of them.
    [
      'choices that take the same',
      [electives({ by: 'count', atLeast: 1 }, [2, 4])],
      /each of which takes the same/,
    ],
    ['choices that differ', [required(1), ONE_OF_TWO], /the shortest choice .* the longest/],
  ])('says whose minutes are added up, for time and credit: %s', (_, items, rule) => {
    const constraints = { minutes: { min: 1, max: null }, quarters: { min: 1, max: null } };
    expect(check(items, constraints, 'minutes')?.rule).toMatch(rule);
    expect(check(items, constraints, 'credit')?.rule).toMatch(rule);
  });

  test('targets that electives can meet are looked at one by one, which is said', () => {
    expect(check([required(1), ONE_OF_TWO], {}, 'targets')?.rule).not.toMatch(/one choice may not/);
    const oneOfThree = electives({ by: 'count', atLeast: 1 }, [1, 2, 3]);
    expect(check([oneOfThree], {}, 'targets')).toMatchObject({ status: 'depends' });
    expect(check([oneOfThree], {}, 'targets')?.rule).toMatch(/one choice may not meet them all/);
  });

  test('minutes of a domain depend on the electives that are chosen', () => {
    const domainMinutes = { clinical: { min: 15, max: null }, governance: { min: null, max: 60 } };
    const items = [required(1), ONE_OF_TWO];
    expect(check(items, { domainMinutes }, 'minutes clinical')).toMatchObject({
      status: 'depends',
      figure: '0 min to 30 min',
    });
    expect(check(items, { domainMinutes }, 'minutes governance')?.status).toBe('depends');
    expect(check(items, { domainMinutes }, 'minutes foundations')).toBeUndefined();
  });

  test.each<readonly [string, readonly OutlineItem[], string, string]>([
    ['required', [required(1), required(2)], 'holds', '2 of 2'],
    ['only electives', [required(1), ONE_OF_TWO], 'depends', 'only electives from Clinical applications'],
    [
      'an elective that all take',
      [required(1), electives({ by: 'count', atLeast: 2 }, [2, 3])],
      'holds',
      '2 of 2',
    ],
    ['none', [required(1)], 'fails', 'none from Clinical applications'],
  ])('domains: %s', (_what, items, status, figure) => {
    expect(check(items, { requiredDomains: ['clinical', 'foundations'] }, 'domains')).toMatchObject({
      name: 'A module from Foundations and Clinical applications',
      status,
      figure,
    });
  });

  test.each<readonly [string, readonly OutlineItem[], string]>([
    ['with its specialty and the bound level', [required(2)], 'holds'],
    ['a specialty without the bound level', [required(4)], 'fails'],
    ['the level without a specialty', [required(3)], 'fails'],
    ['only an elective', [ONE_OF_TWO], 'depends'],
  ])('specialty module: %s', (_what, items, status) => {
    expect(check(items, { specialtyModule: true }, 'specialty')?.status).toBe(status);
  });

  test.each<readonly [string, readonly OutlineItem[], string, string]>([
    ['all', [required(1), required(3)], 'holds', '2 of 2'],
    ['by either elective', [required(1), electives({ by: 'count', atLeast: 1 }, [2, 3])], 'holds', '2 of 2'],
    [
      'by one of the electives',
      [required(1), electives({ by: 'count', atLeast: 1 }, [2, 4])],
      'depends',
      '1 of 2; open: C1',
    ],
    ['not', [required(1)], 'fails', '1 of 2; open: C1'],
  ])('targets: %s', (_what, items, status, figure) => {
    expect(check(items, {}, 'targets')).toMatchObject({ status, figure });
  });

  test('electives need enough options', () => {
    expect(check([ONE_OF_TWO], {}, 'electives')?.status).toBe('holds');
    expect(check([electives({ by: 'count', atLeast: 3 }, [2, 3])], {}, 'electives')).toMatchObject({
      status: 'fails',
      figure: 'too few options in Electives',
    });
    expect(check([required(1)], {}, 'electives')).toBeUndefined();
  });

  test('in words', () => {
    const { checks } = look(MODULES, [required(1)], {
      targets: { F1: 2 },
      constraints: { specialtyModule: true },
    });
    expect(checksInWords(checks)).toBe('1 of 2 hold');
    expect(checksInWords(checks.filter(({ status }) => status === 'holds'))).toBe('Holds');
    expect(rangeInWords({ min: 60, max: 60 }, formatMinutes)).toBe('exactly 1 h');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseHeadings } from './fields.ts';
import {
  dateOrder,
  durationMinutes,
  minutesWithin,
  type Stay,
  unionOfStays,
  wallClockMinutes,
  wallClockText,
} from './joins.ts';
import { monthDay, nameKey, nameKeys, splitFullName, splitLicence } from './person-text.ts';

describe('columns', () => {
  test.each([
    [
      [
        'First Name',
        'Last Name',
        'Credentials',
        'Profession',
        'Specialty',
        'Email',
        'NPI',
        'License',
        'Birth month/day',
      ],
      [
        'givenName',
        'familyName',
        'credentials',
        'profession',
        'specialty',
        'email',
        'npi',
        'licence',
        'birthMonthDay',
      ],
    ],
    [
      ['Name', 'Titel', 'E-Mail', 'Fachgebiet'],
      ['fullName', 'credentials', 'email', 'specialty'],
    ],
    [
      ['Email address ', 'first name', 'LAST NAME', 'NPI number', 'Notes'],
      ['email', 'givenName', 'familyName', 'npi', 'ignore'],
    ],
    [
      ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest'],
      ['fullName', 'email', 'joinTime', 'leaveTime', 'minutes', 'ignore'],
    ],
    [
      ['Email', 'E-mail'],
      ['email', 'ignore'],
    ],
  ])('%j', (headings, fields) => {
    expect(recogniseHeadings(headings)).toEqual(fields);
  });
});

describe('names', () => {
  test.each([
    ['García-López, Ana, MD', { givenName: 'Ana', familyName: 'García-López', credentials: 'MD' }],
    ['Ana García-López, MD, PhD', { givenName: 'Ana', familyName: 'García-López', credentials: 'MD, PhD' }],
    ['Dr. Bjørn de la Cruz', { givenName: 'Bjørn', familyName: 'de la Cruz', credentials: '' }],
    ['van der Berg, Dmitri', { givenName: 'Dmitri', familyName: 'van der Berg', credentials: '' }],
    ['美咲', { givenName: '', familyName: '美咲', credentials: '' }],
    ['Anne Marie O’Connor', { givenName: 'Anne Marie', familyName: 'O’Connor', credentials: '' }],
  ])('%s', (text, parts) => {
    expect(splitFullName(text)).toEqual(parts);
  });

  test('a report’s display name finds the person in either order and behind a nickname', () => {
    expect(nameKeys('Dr. Lwazi (Lwazi MacDonald)')).toContain(nameKey('MacDonald, Lwazi'));
    expect(nameKey('Ana Sørensen, MD')).toBe(nameKey('Sorensen, Ana'));
  });

  test('licences and birthdays', () => {
    expect(splitLicence('NY 0455134')).toEqual({ state: 'NY', number: '0455134' });
    expect(splitLicence('  ')).toBeNull();
    expect(monthDay('02/29')).toBe('02-29');
    expect(monthDay('1980-11-09')).toBe('11-09');
    expect(monthDay('13/45')).toBeNull();
  });
});

describe('times', () => {
  test.each([
    ['11/12/2026 12:09:00 PM', 'month-first', '2026-11-12T12:09'],
    ['11/12/26, 1:30:00 PM', 'month-first', '2026-11-12T13:30'],
    ['12.11.2026 00:05', 'day-first', '2026-11-12T00:05'],
    ['2026-11-12T09:00:00', 'month-first', '2026-11-12T09:00'],
    ['11/12/2026 12:00 AM', 'month-first', '2026-11-12T00:00'],
  ] as const)('%s', (text, order, expected) => {
    const minutes = wallClockMinutes(text, order);
    expect(minutes === null ? null : wallClockText(minutes)).toBe(expected);
  });

  test.each(['', 'iPhone', '13/45/2026 10:00', '02/30/2026 10:00', '11/12/2026 13:00 PM'])(
    '%j is no time',
    (text) => {
      expect(wallClockMinutes(text, 'month-first')).toBeNull();
    },
  );

  test('the whole column decides which number is the day', () => {
    expect(dateOrder(['11/12/2026 10:00', '13/12/2026 10:00'])).toBe('day-first');
    expect(dateOrder(['11/12/2026 10:00', '11/13/2026 10:00'])).toBe('month-first');
    expect(dateOrder(['11/12/2026 10:00'])).toBe('month-first');
  });

  test.each([
    ['1h 4m 12s', 64.2],
    ['46m 3s', 46.05],
    ['58', 58],
    ['0:58:00', 58],
    ['58 min', 58],
    ['', null],
    ['soon', null],
  ])('duration %j', (text, minutes) => {
    const found = durationMinutes(text);
    if (minutes === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(minutes);
  });
});

describe('stays', () => {
  const stays = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }))
      .map(([start, length]): Stay => ({ start, end: start + length })),
    { maxLength: 12 },
  );

  test('joins that overlap count once', () => {
    // 12:09–13:08 and 13:05–14:08: 119 minutes, not 122.
    expect(
      minutesWithin(
        [
          { start: 9, end: 68 },
          { start: 65, end: 128 },
        ],
        { start: 0, end: 240 },
      ),
    ).toBe(119);
  });

  test('property: never more than the span, never more than the sum, whatever the order', () => {
    fc.assert(
      fc.property(stays, (list) => {
        const span = { start: 100, end: 400 };
        const within = minutesWithin(list, span);
        expect(within).toBeLessThanOrEqual(300);
        expect(within).toBeLessThanOrEqual(list.reduce((sum, stay) => sum + stay.end - stay.start, 0));
        expect(minutesWithin(list.toReversed(), span)).toBe(within);
      }),
    );
  });

  test('property: the union is in order and without overlap, and joining it again changes nothing', () => {
    fc.assert(
      fc.property(stays, (list) => {
        const union = unionOfStays(list);
        for (const [index, stay] of union.entries()) {
          const next = union[index + 1];
          if (next) expect(stay.end).toBeLessThan(next.start);
        }
        expect(unionOfStays(union)).toEqual(union);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Session } from '../contract/activities.ts';
import { type Attendee, findAttendees, minutesFromArrival, sessionAtDoor } from './check-in.ts';

const PEOPLE: readonly Attendee[] = [
  ['Ana Björnsdóttir', 'ana@example.org'],
  ['Björn Anders', 'bjorn@example.org'],
  ['Anne-Marie Hernández', 'am.hernandez@example.org'],
  ['Li Wei', 'li@example.org'],
].map(([name = '', email = ''], index) => ({ enrolmentId: index + 1, name, credentials: 'MD', email }));

describe('finding somebody at the door', () => {
  test.each([
    ['bj', ['Ana Björnsdóttir', 'Björn Anders']],
    ['BJORN AN', ['Ana Björnsdóttir', 'Björn Anders']],
    ['an', ['Björn Anders', 'Ana Björnsdóttir', 'Anne-Marie Hernández']],
    ['hernandez, anne', ['Anne-Marie Hernández']],
    ['mar her', ['Anne-Marie Hernández']],
    ['li@example.org', ['Li Wei']],
    ['wei li', ['Li Wei']],
    ['l', []],
    ['zz', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(findAttendees(PEOPLE, text).map(({ name }) => name)).toEqual(names);
  });
});

function session(id: number, date: string, startTime: string, minutes: number): Session {
  return { id, title: `S${id}`, moduleCode: null, date, startTime, minutes, countsForCredit: true };
}

const SESSIONS = [
  session(2, '2026-11-25', '10:30', 60),
  session(1, '2026-11-25', '09:00', 60),
  session(3, '2026-11-26', '09:00', 45),
];

describe('the session at the door', () => {
  test.each<[string, string, number, number]>([
    ['long before the first day', '2026-11-20', 12 * 60, 1],
    ['doors open', '2026-11-25', 8 * 60 + 40, 1],
    ['while it runs', '2026-11-25', 9 * 60 + 50, 1],
    ['the next opens while one runs no more', '2026-11-25', 10 * 60 + 5, 2],
    ['between days', '2026-11-25', 20 * 60, 3],
    ['after the last', '2026-12-01', 9 * 60, 3],
  ])('%s', (_, date, minuteOfDay, id) => {
    expect(sessionAtDoor(SESSIONS, { date, minuteOfDay })?.id).toBe(id);
  });

  test('an activity without sessions has none', () => {
    expect(sessionAtDoor([], { date: '2026-11-25', minuteOfDay: 0 })).toBeNull();
  });
});

test.each<[string, string, number, number]>([
  ['early', '2026-11-25', 8 * 60, 60],
  ['on time', '2026-11-25', 9 * 60, 60],
  ['twenty minutes late', '2026-11-25', 9 * 60 + 20, 40],
  ['after the end', '2026-11-25', 11 * 60, 0],
  ['entered on another day', '2026-11-27', 11 * 60, 60],
])('minutes from arrival, %s', (_, date, minuteOfDay, minutes) => {
  expect(minutesFromArrival(session(1, '2026-11-25', '09:00', 60), { date, minuteOfDay })).toBe(minutes);
});

import { expect, test } from 'vitest';
import { countedInWords, joinsInWords, missedBy, sessionsInWords } from './other-day.ts';

const session = (id: number, date: string, startTime: string, minutes: number) => ({
  id,
  title: `Session ${id}`,
  moduleCode: null,
  date,
  startTime,
  minutes,
  countsForCredit: true,
});
const joins = { firstJoin: '2026-11-12T12:00', lastLeave: '2026-11-12T14:18' };

test.each([
  ['the sessions overlap the joins', [session(1, '2026-11-12', '12:00', 120)], null, null],
  [
    'one of several does',
    [session(1, '2026-11-11', '12:00', 60), session(2, '2026-11-12', '14:00', 60)],
    null,
    null,
  ],
  [
    'the chosen one does not',
    [session(1, '2026-11-11', '12:00', 60), session(2, '2026-11-12', '14:00', 60)],
    1,
    'day',
  ],
  ['another day', [session(1, '2026-11-20', '12:00', 120)], null, 'day'],
  ['other hours', [session(1, '2026-11-12', '08:00', 120)], null, 'hours'],
  ['there are no sessions', [], null, null],
] as const)('%s', (_, sessions, sessionId, missed) => {
  expect(missedBy(joins, sessions, sessionId)).toBe(missed);
});

test('both times in words', () => {
  expect(joinsInWords(joins)).toBe('November 12, 2026, 12:00 PM to 2:18 PM');
  expect(
    sessionsInWords([session(2, '2026-11-20', '10:00', 90), session(1, '2026-11-20', '09:00', 60)]),
  ).toBe('November 20, 2026, 9:00 AM to 11:30 AM');
  expect(
    sessionsInWords([session(1, '2026-11-20', '10:00', 90), session(2, '2026-11-21', '09:00', 60)]),
  ).toBe('November 20–21, 2026');
});

test('which minutes count is said as they are counted', () => {
  const sessions = [session(1, '2026-11-11', '12:00', 60), session(2, '2026-11-12', '14:00', 60)];
  expect(countedInWords(joins, sessions, null)).toContain('while it ran');
  expect(countedInWords(joins, sessions, 2)).toContain('while it ran');
  expect(countedInWords(undefined, sessions, 1)).toContain('while it ran');
  expect(countedInWords(joins, sessions, 1)).toContain('all their minutes');
  expect(countedInWords(null, sessions, 2)).toContain('as stated');
});

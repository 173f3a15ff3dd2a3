import { expect, test } from 'vitest';
import { formatInstant, formatInstantDay } from './format.ts';

test('an instant is shown on the calendar and the clock of the zone that is asked for', () => {
  const late = '2026-11-25T02:30:00.000Z';
  expect(formatInstantDay(late, 'America/New_York')).toBe('Nov 24, 2026');
  expect(formatInstantDay(late, 'UTC')).toBe('Nov 25, 2026');
  expect(formatInstant(late, 'America/New_York')).toBe('Nov 24, 2026, 9:30 PM');
});

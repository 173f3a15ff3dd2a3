import { expect, test } from 'vitest';
import { addDays, dateInZone, daysBetween } from './schedule.ts';

test('days are counted over months, leap years and clock changes', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-12-31', addDays('2026-12-31', -40))).toBe(-40);
});

test('the date depends on the zone', () => {
  expect(dateInZone('2026-11-24T03:00:00.000Z', 'America/Denver')).toBe('2026-11-23');
  expect(dateInZone('2026-11-24T03:00:00.000Z', 'Asia/Tokyo')).toBe('2026-11-24');
});

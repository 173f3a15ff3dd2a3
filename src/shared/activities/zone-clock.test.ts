import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneClock } from './zone-clock.ts';

function wall(text: string): number {
  return Date.parse(`${text}:00Z`) / 60_000;
}

function between(timeZone: string, from: string, to: string): number {
  const clock = zoneClock(timeZone);
  return clock(wall(to)) - clock(wall(from));
}

test.each([
  ['America/Denver', '2026-11-12T12:00', '2026-11-12T13:00', 60],
  // The clock goes from 01:59 to 03:00.
  ['America/Denver', '2026-03-08T01:00', '2026-03-08T04:00', 120],
  // The hour from 01:00 is shown twice.
  ['America/Denver', '2026-11-01T00:30', '2026-11-01T02:30', 180],
  ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T03:30', 60],
  ['Europe/Berlin', '2026-10-25T01:30', '2026-10-25T03:30', 180],
  // Lord Howe Island moves by half an hour.
  ['Australia/Lord_Howe', '2026-04-05T01:00', '2026-04-05T03:00', 150],
  ['Asia/Kolkata', '2026-03-08T01:00', '2026-03-08T04:00', 180],
  // The day before and the day after the change are ordinary.
  ['America/Denver', '2026-03-07T09:00', '2026-03-07T17:00', 480],
  ['America/Denver', '2026-03-09T09:00', '2026-03-09T17:00', 480],
])('%s from %s to %s: %i minutes', (timeZone, from, to, minutes) => {
  expect(between(timeZone, from, to)).toBe(minutes);
});

test('a time that the clock leaves out is the time that passed instead', () => {
  const clock = zoneClock('America/Denver');
  expect(clock(wall('2026-03-08T02:30'))).toBe(Date.parse('2026-03-08T09:30:00Z') / 60_000);
});

test('property: what the zone shows at the answer is the time that was asked', () => {
  const zones = fc.constantFrom(
    'America/Denver',
    'Europe/Berlin',
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'UTC',
  );
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: wall('2025-01-01T00:00'), max: wall('2028-01-01T00:00') }),
      (timeZone, at) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(zoneClock(timeZone)(at) * 60_000);
        const asked = new Date(at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
        // Only the hour that spring leaves out cannot be shown.
        if (shown !== asked) expect(asked).toMatch(/-(03|10)-\d\d 02:/);
      },
    ),
  );
});

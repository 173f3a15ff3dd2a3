import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateInZone, daysBetween, planSessions } from './schedule.ts';

describe('planSessions', () => {
  test('goes one after the other from nine and over to the next day at five', () => {
    const plan = planSessions(
      [
        { code: 'A', title: 'A', minutes: 240 },
        { code: 'B', title: 'B', minutes: 240 },
        { code: 'C', title: 'C', minutes: 15 },
      ],
      '2026-12-31',
    );
    expect(plan.map(({ date, startTime }) => `${date} ${startTime}`)).toEqual([
      '2026-12-31 09:00',
      '2026-12-31 13:00',
      '2027-01-01 09:00',
    ]);
  });

  test('teaches a module longer than a day in parts', () => {
    const plan = planSessions([{ code: 'A', title: 'Practicum', minutes: 1_000 }], '2026-11-24');
    expect(plan.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Practicum (part 1 of 3)', 333],
      ['Practicum (part 2 of 3)', 333],
      ['Practicum (part 3 of 3)', 334],
    ]);
  });

  test('property: no minute is lost, no two sessions overlap, every day ends by five', () => {
    const modules = fc.array(
      fc.record({
        code: fc.constant('M'),
        title: fc.constant('M'),
        minutes: fc.integer({ min: 5, max: 2_400 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(modules, (list) => {
        const plan = planSessions(list, '2026-02-27');
        const total = (rows: readonly { readonly minutes: number }[]): number =>
          rows.reduce((sum, row) => sum + row.minutes, 0);
        expect(total(plan)).toBe(total(list));
        let last = '';
        for (const { date, startTime, minutes } of plan) {
          const [hour = 0, minute = 0] = startTime.split(':').map(Number);
          const end = hour * 60 + minute + minutes;
          expect(end).toBeLessThanOrEqual(17 * 60);
          expect(`${date} ${startTime}` >= last).toBe(true);
          last = `${date} ${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
        }
      }),
    );
  });
});

test('days are counted over months, leap years and clock changes', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-12-31', addDays('2026-12-31', -40))).toBe(-40);
});

test('the date depends on the zone', () => {
  expect(dateInZone('2026-11-24T03:00:00.000Z', 'America/Denver')).toBe('2026-11-23');
  expect(dateInZone('2026-11-24T03:00:00.000Z', 'Asia/Tokyo')).toBe('2026-11-24');
});

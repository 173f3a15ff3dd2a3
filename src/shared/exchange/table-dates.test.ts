import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnDates, tableDate } from './table-dates.ts';

describe('one date', () => {
  test.each([
    ['11/20/2026', '2026-11-20', '2026-11-20'],
    ['20/11/2026', '2026-11-20', '2026-11-20'],
    ['11/12/2026', '2026-11-12', '2026-12-11'],
    ['11/12/26', '2026-11-12', '2026-12-11'],
    [' 3-4-2026 ', '2026-03-04', '2026-04-03'],
    ['11/12/2026 0:00', '2026-11-12', '2026-12-11'],
    ['11/12/2026 12:00:00 AM', '2026-11-12', '2026-12-11'],
    // With full stops the day comes first, whatever else there is.
    ['11.12.2026', '2026-12-11', '2026-12-11'],
    ['2026/11/20', '2026-11-20', '2026-11-20'],
    ['2026-11-20', '2026-11-20', '2026-11-20'],
    ['2026-11-20T00:00:00', '2026-11-20', '2026-11-20'],
    ['20-Nov-26', '2026-11-20', '2026-11-20'],
    ['20 November 2026', '2026-11-20', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20', '2026-11-20'],
    // As Excel counts days.
    ['46346', '2026-11-20', '2026-11-20'],
    ['46346.0', '2026-11-20', '2026-11-20'],
  ])('%j is %s with the month and %s with the day first', (text, monthFirst, dayFirst) => {
    expect(tableDate(text, 'month-first')).toBe(monthFirst);
    expect(tableDate(text, 'day-first')).toBe(dayFirst);
  });

  test.each(['', 'tomorrow', '31/31/2026', '2/30/2026', '2026', '20 Now 2026', '11/12', '1/2/3/2026', '99'])(
    '%j stays as it was written',
    (text) => {
      expect(tableDate(text, 'month-first')).toBe(text);
      expect(tableDate(text, 'day-first')).toBe(text);
    },
  );

  test('every day comes back from each way of writing it', () => {
    const days = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (iso) => {
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(tableDate(`${Number(month)}/${Number(day)}/${year}`, 'month-first')).toBe(iso);
        expect(tableDate(`${day}/${month}/${year}`, 'day-first')).toBe(iso);
        expect(tableDate(`${day}.${month}.${year}`, 'month-first')).toBe(iso);
        const serial = (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(tableDate(String(serial), 'day-first')).toBe(iso);
      }),
    );
  });
});

describe('a column', () => {
  const orders = (
    columns: readonly (readonly string[])[],
    chosen: 'month-first' | 'day-first' | null = null,
  ) => columnDates(columns, chosen).map(({ order, open }) => [order, open.length] as const);

  test('is decided by a number above 12 in it', () => {
    expect(orders([['11/12/2026', '11/20/2026']])).toEqual([['month-first', 0]]);
    expect(orders([['11/12/2026', '20/11/2026']])).toEqual([['day-first', 0]]);
    // What the file says holds against what was chosen.
    expect(orders([['11/12/2026', '20/11/2026']], 'month-first')).toEqual([['day-first', 0]]);
  });

  test('that decides nothing goes with the others where these agree', () => {
    expect(orders([['1/2/2026'], ['20/11/2026']])).toEqual([
      ['day-first', 0],
      ['day-first', 0],
    ]);
    expect(orders([['1/2/2026'], ['20/11/2026'], ['11/20/2026']])[0]).toEqual(['month-first', 1]);
  });

  test('that nothing decides is asked about, month first until then', () => {
    expect(orders([['1/2/2026', '3/4/2026', '5/5/2026', '2026-01-01']])).toEqual([['month-first', 2]]);
    expect(orders([['1/2/2026']], 'day-first')).toEqual([['day-first', 1]]);
    expect(orders([['1/2/2026', '20/11/2026', '11/20/2026']])).toEqual([['month-first', 1]]);
  });

  test('of sure dates asks nothing', () => {
    expect(columnDates([['2026-01-02', '46346', '', 'soon']], null)).toEqual([
      { order: 'month-first', open: [], example: null },
    ]);
  });
});

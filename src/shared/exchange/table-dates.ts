import { IsoDate } from '../contract/primitives.ts';
import type { DateOrder } from '../imports/joins.ts';

/** A date of a table in either order; null where it is none. Both are the same when the text leaves no doubt. */
type Readings = { readonly 'month-first': string | null; readonly 'day-first': string | null };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** A time of day behind a date, as spreadsheets add it; a review has none. */
const TIME = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const DAY_NAME = /^(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/i;
const NAME_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
/** Days as Excel counts them, from 1900 to 2199; what is smaller is rather a year. */
const SERIAL = /^\d{5,6}(?:\.0+)?$/;
const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's count, for all days after February 1900. */
const EXCEL_START = Date.UTC(1899, 11, 30);

/** How the dates of one column are read. */
export type ColumnDates = {
  readonly order: DateOrder;
  /** Dates that can be read in two ways and that nothing in the file decides. */
  readonly open: readonly string[];
  /** A date that was read by this order and that could stand for another one in the other; null when there is none. */
  readonly example: string | null;
};

/**
 * How the dates of each column of a table are read. A number above 12 can only be a day and decides for its column; a column
 * without one goes with the others where these agree. What is left is read as was `chosen`, or month first as in the United
 * States, and told as open.
 */
export function columnDates(
  columns: readonly (readonly string[])[],
  chosen: DateOrder | null,
): readonly ColumnDates[] {
  const own = columns.map(ordersIn);
  const all = new Set(own.flatMap((orders) => [...orders]));
  return columns.map((texts, index) => {
    const decided = only(own[index] ?? new Set()) ?? (own[index]?.size === 0 ? only(all) : null);
    const doubtful = texts.filter(isDoubtful);
    return {
      order: decided ?? chosen ?? 'month-first',
      open: decided === null ? doubtful : [],
      example: doubtful[0] ?? texts.find((text) => orderOf(text) !== null) ?? null,
    };
  });
}

/** A date of a table as `YYYY-MM-DD`; a text that is no date stays as it was written. */
export function tableDate(text: string, order: DateOrder): string {
  const readings = readingsOf(text.trim());
  if (!readings) return text;
  return readings[order] ?? readings['month-first'] ?? readings['day-first'] ?? text;
}

function ordersIn(texts: readonly string[]): ReadonlySet<DateOrder> {
  return new Set(texts.flatMap((text) => orderOf(text) ?? []));
}

function only(orders: ReadonlySet<DateOrder>): DateOrder | null {
  const [first] = orders;
  return orders.size === 1 && first !== undefined ? first : null;
}

/** The one order in which a text is a date; null when it is one in both or in neither. */
function orderOf(text: string): DateOrder | null {
  const readings = readingsOf(text.trim());
  if (!readings) return null;
  const { 'month-first': monthFirst, 'day-first': dayFirst } = readings;
  if (monthFirst !== null && dayFirst === null) return 'month-first';
  return monthFirst === null && dayFirst !== null ? 'day-first' : null;
}

function isDoubtful(text: string): boolean {
  const readings = readingsOf(text.trim());
  return (
    readings !== null &&
    readings['month-first'] !== null &&
    readings['day-first'] !== null &&
    readings['month-first'] !== readings['day-first']
  );
}

/** Null for what is no date that a spreadsheet writes; `2026-11-24` itself needs no reading. */
function readingsOf(text: string): Readings | null {
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, a = '', sign, b = '', year = ''] = numbers;
    return {
      // With full stops between, the day comes first wherever dates are written so.
      'month-first': sign === '.' ? null : day(year, a, b),
      'day-first': day(year, b, a),
    };
  }
  const sure = sureDate(text);
  return sure === null ? null : { 'month-first': sure, 'day-first': sure };
}

function sureDate(text: string): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4] ?? '');
  const dayName = DAY_NAME.exec(text);
  if (dayName) return day(dayName[3] ?? '', monthOf(dayName[2] ?? ''), dayName[1] ?? '');
  const nameDay = NAME_DAY.exec(text);
  if (nameDay) return day(nameDay[3] ?? '', monthOf(nameDay[1] ?? ''), nameDay[2] ?? '');
  return SERIAL.test(text)
    ? real(new Date(EXCEL_START + Number(text) * MS_PER_DAY).toISOString().slice(0, 10))
    : null;
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1);
}

function day(year: string, month: string, dayOfMonth: string): string | null {
  return real(
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`,
  );
}

function real(date: string): string | null {
  return IsoDate.safeParse(date).data ?? null;
}

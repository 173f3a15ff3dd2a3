/** A stay on the wall clock of the activity, in minutes since 1970 (fractions are seconds); end is never before start. */
export type Stay = { readonly start: number; readonly end: number };

/** Which number comes first in dates such as 11/12/2026. */
export type DateOrder = 'month-first' | 'day-first';

const DATE_TIME =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:,?[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m\.?)?)?/i;

/**
 * Which order the dates of a whole column have. A first number above 12 can only be a day, a second above 12 only a day
 * after the month; where nothing decides, month first, as the reports of Zoom and Teams in English have it.
 */
export function dateOrder(texts: readonly string[]): DateOrder {
  for (const text of texts) {
    const found = DATE_TIME.exec(text.trim());
    if (!found || (found[1] ?? '').length === 4) continue;
    if (Number(found[1]) > 12) return 'day-first';
    if (Number(found[2]) > 12) return 'month-first';
  }
  return 'month-first';
}

/** A date and time as minutes on the wall clock; null when it is none. */
export function wallClockMinutes(text: string, order: DateOrder): number | null {
  const found = DATE_TIME.exec(text.trim());
  if (!found) return null;
  const [, a = '', b = '', c = '', hourText = '0', minuteText = '0', secondText = '0', half = ''] = found;
  const [year, month, day] =
    a.length === 4 ? [a, b, c] : order === 'month-first' ? [fullYear(c), a, b] : [fullYear(c), b, a];
  let hour = Number(hourText);
  if (half !== '') {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  const moment = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), hour, Number(minuteText), Number(secondText)),
  );
  const real = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day) && hour < 24;
  return real ? moment.getTime() / 60_000 : null;
}

/** Minutes on the wall clock as `YYYY-MM-DDTHH:MM`. */
export function wallClockText(minutes: number): string {
  return new Date(Math.floor(minutes) * 60_000).toISOString().slice(0, 16);
}

/** A session's date and start time as minutes on the wall clock. */
export function sessionStart(date: string, startTime: string): number {
  return Date.parse(`${date}T${startTime}:00Z`) / 60_000;
}

/** `1h 4m 12s`, `58`, `0:58:00` or `58 min` as minutes; null when it is none. */
export function durationMinutes(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+([.,]\d+)?$/.test(trimmed)) return Number(trimmed.replace(',', '.'));
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(trimmed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
  const words = /^(?:(\d+)\s*h[a-z]*)?\s*(?:(\d+)\s*m[a-z]*)?\s*(?:(\d+)\s*s[a-z]*)?$/.exec(trimmed);
  if (!words || trimmed === '') return null;
  return Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0) + Number(words[3] ?? 0) / 60;
}

/** Stays with what overlaps or touches joined into one, in order of time: nothing is counted twice. */
export function unionOfStays(stays: readonly Stay[]): readonly Stay[] {
  const merged: { start: number; end: number }[] = [];
  for (const stay of stays.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && stay.start <= last.end) last.end = Math.max(last.end, stay.end);
    else merged.push({ ...stay });
  }
  return merged;
}

/** Minutes that stays spend inside a span, each minute once, rounded to the nearest whole minute. */
export function minutesWithin(stays: readonly Stay[], span: Stay): number {
  const inside = unionOfStays(stays).reduce(
    (sum, stay) => sum + Math.max(0, Math.min(stay.end, span.end) - Math.max(stay.start, span.start)),
    0,
  );
  return Math.round(inside);
}

function fullYear(text: string): string {
  return text.length <= 2 ? String(2000 + Number(text)) : text;
}

/** Every date, credit and count that a person reads is written here, once, for window, paper and reports alike. */

import { dateInZone } from './activities/schedule.ts';

/** The months in order, as they are written out. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Quarter-hours as credits: 5 → `1.25`, 4 → `1`, 6 → `1.5`. */
export function formatCredits(quarters: number): string {
  return String(quarters / 4);
}

/** Credits with two decimals, for columns of figures: 5 → `1.25`, 4 → `1.00`. */
export function formatCreditsFixed(quarters: number): string {
  return (quarters / 4).toFixed(2);
}

/** Minutes as hours and minutes: 95 → `1 h 35 min`, 60 → `1 h`, 45 → `45 min`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `2026-11-24` → `November 24, 2026`. */
export function formatDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${MONTHS[month - 1] ?? ''} ${day}, ${year}`;
}

/** `2026-11-24` → `Nov 24, 2026`. */
export function formatShortDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${(MONTHS[month - 1] ?? '').slice(0, 3)} ${day}, ${year}`;
}

/** `2026-11-24` → `Nov 24`, where the year is clear. */
export function formatDay(date: string): string {
  const [, month, day] = parts(date);
  return `${(MONTHS[month - 1] ?? '').slice(0, 3)} ${day}`;
}

/** A range in as few words as it takes: `November 24–26, 2026`, `November 30 – December 2, 2026`. */
export function formatDateRange(from: string, to: string): string {
  if (from === to) return formatDate(from);
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  if (fromYear !== toYear) return `${formatDate(from)} – ${formatDate(to)}`;
  if (fromMonth !== toMonth)
    return `${MONTHS[fromMonth - 1] ?? ''} ${fromDay} – ${MONTHS[toMonth - 1] ?? ''} ${toDay}, ${toYear}`;
  return `${MONTHS[fromMonth - 1] ?? ''} ${fromDay}–${toDay}, ${fromYear}`;
}

/** The same range in the short form, for columns: `Nov 24–26, 2026`, `Nov 30 – Dec 2, 2026`. */
export function formatShortDateRange(from: string, to: string): string {
  if (from === to) return formatShortDate(from);
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth, toDay] = parts(to);
  if (fromYear !== toYear) return `${formatShortDate(from)} – ${formatShortDate(to)}`;
  if (fromMonth !== toMonth) return `${formatDay(from)} – ${formatShortDate(to)}`;
  return `${formatDay(from)}–${toDay}, ${toYear}`;
}

/** A time of day as the fields show it: `14:05` → `2:05 PM`. */
export function formatTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A UTC instant as date and time in a zone, which is the office's wherever there is one: `Nov 24, 2026, 2:05 PM`. */
export function formatInstant(instant: string, timeZone: string): string {
  const moment = new Date(instant);
  const fields = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const field = (type: string): string => fields.find((part) => part.type === type)?.value ?? '';
  return `${formatShortDate(`${field('year')}-${field('month')}-${field('day')}`)}, ${formatTime(`${field('hour')}:${field('minute')}`)}`;
}

/** The day of a UTC instant in a zone, as in {@link formatInstant}: `Nov 24, 2026`. */
export function formatInstantDay(instant: string, timeZone: string): string {
  return formatShortDate(dateInZone(instant, timeZone));
}

/** A whole number with thousands separated: `1,234`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 person`, `2 people`: the count with the right noun. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `up to 9 h` where the most is more than the least, as under a figure; otherwise null. */
export function upTo(least: number, most: number, format: (amount: number) => string): string | null {
  return most > least ? `up to ${format(most)}` : null;
}

/** First letter in capitals: `live activity` → `Live activity`. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function parts(date: string): readonly [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}

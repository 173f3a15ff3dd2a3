import type { ZoneClock } from '../../shared/activities/zone-clock.ts';
import type { ImportField, RehearsedRow } from '../../shared/contract/people.ts';
import {
  type DateOrder,
  dateOrder,
  durationMinutes,
  type Stay,
  wallClockMinutes,
} from '../../shared/imports/joins.ts';
import type { DataRow } from './layout.ts';

/** What one row of an attendance report says of someone's presence. */
export type Presence = {
  /** From joining to leaving, in minutes that pass evenly; null when the row has no times. */
  readonly stay: Stay | null;
  /** The minutes that the report itself states. */
  readonly minutes: number | null;
  readonly attended: boolean | null;
};

/** One row of an attendance report: whom it names and what it says. */
export type Join = Presence & {
  readonly data: DataRow;
  readonly name: string;
  readonly email: string;
  /** The stay as the report shows it, on the wall clock. */
  readonly shownStay: Stay | null;
};

const YES = /^(y|yes|x|✓|1|true|ja|oui|si|sí|present|attended)$/i;
const NO = /^(n|no|0|false|nein|non|absent|did not attend|-+)$/i;
/** How reports write that there is nothing. */
const NOTHING = /^(-+|n\/?a)?$/i;

/** Reads every row of a report; times are on the wall clock of the activity's zone. */
export function readJoins(
  rows: readonly DataRow[],
  clock: ZoneClock,
): { readonly joins: readonly Join[]; readonly order: DateOrder } {
  const order = dateOrder(rows.flatMap((row) => [textOf(row, 'joinTime'), textOf(row, 'leaveTime')]));
  const joins = rows.map((data): Join => {
    const start = wallClockMinutes(textOf(data, 'joinTime'), order);
    const end = wallClockMinutes(textOf(data, 'leaveTime'), order);
    const shownStay = start === null || end === null ? null : { start, end };
    const stay = shownStay && { start: clock(shownStay.start), end: clock(shownStay.end) };
    const real = stay !== null && stay.end >= stay.start;
    const attended = textOf(data, 'attended');
    return {
      data,
      name: textOf(data, 'fullName') || `${textOf(data, 'givenName')} ${textOf(data, 'familyName')}`.trim(),
      email: textOf(data, 'email').toLowerCase(),
      stay: real ? stay : null,
      shownStay: real ? shownStay : null,
      minutes: durationMinutes(textOf(data, 'minutes')),
      attended: YES.test(attended) ? true : NO.test(attended) ? false : null,
    };
  });
  return { joins, order };
}

/** Why a row says nothing about anyone's presence; null for a row that does. */
export function unusable(join: Join): Pick<RehearsedRow, 'fate' | 'reason'> | null {
  if (join.name === '' && join.email === '')
    return { fate: 'error', reason: 'The row has neither a name nor an e-mail address.' };
  if (join.attended === false && join.stay === null)
    return { fate: 'ignored', reason: 'Registered, did not join.' };
  const unread = (field: ImportField): string => {
    const text = textOf(join.data, field);
    return NOTHING.test(text) ? '' : text.slice(0, 40);
  };
  if (join.stay === null && (unread('joinTime') !== '' || unread('leaveTime') !== ''))
    return { fate: 'error', reason: 'The join and leave times cannot be read, or end before they start.' };
  if (join.stay === null && join.minutes === null && unread('minutes') !== '')
    return { fate: 'error', reason: `“${unread('minutes')}” is no number of minutes.` };
  if (join.attended === null && unread('attended') !== '')
    return {
      fate: 'error',
      reason: `“${unread('attended')}” in the column of attendance is neither yes nor no.`,
    };
  return null;
}

/** The text of a field; empty when the file has no such column. */
export function textOf(row: DataRow, field: ImportField): string {
  return row.fields.get(field) ?? '';
}

import type { AttendanceGrid } from '../../shared/contract/activities.ts';
import type { Output } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import type { Reader, Writer } from '../database/index.ts';
import { rowName } from '../people/index.ts';
import { requireActivity } from './activities.ts';
import { requireEnrolment } from './enrolments.ts';
import { listSessions } from './sessions.ts';

/** One cell to write: minutes, or null to take the mark away. */
export type Mark = {
  readonly enrolmentId: number;
  readonly sessionId: number;
  readonly minutes: number | null;
};

/** Everyone enrolled with their minutes at every session, in the order of their names. */
export function attendanceGrid(read: Reader, activityId: number): AttendanceGrid {
  requireActivity(read, activityId);
  const sessions = listSessions(read, activityId);
  const column = new Map(sessions.map((session, index) => [session.id, index]));
  const people = read.all(
    read.from
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'person_id')
      .select([
        'enrolments.id as enrolment_id',
        'person_id',
        'given_name',
        'middle_name',
        'family_name',
        'suffix',
        'display_name',
        'enrolments.credentials',
        'email',
      ])
      .where('activity_id', '=', activityId)
      .where('merged_into_id', 'is', null)
      .orderBy('sort_key')
      .orderBy('enrolments.id'),
  );
  const minutes = new Map<number, (number | null)[]>(
    people.map((person) => [person.enrolment_id, sessions.map(() => null)]),
  );
  for (const mark of recordedMinutes(read, activityId)) {
    const row = minutes.get(mark.enrolment_id);
    const index = column.get(mark.session_id);
    if (row && index !== undefined) row[index] = mark.minutes;
  }
  return {
    sessions: [...sessions],
    rows: people.map((person) => ({
      enrolmentId: person.enrolment_id,
      personId: person.person_id,
      name: rowName(person),
      credentials: person.credentials,
      email: person.email,
      minutes: minutes.get(person.enrolment_id) ?? [],
    })),
  };
}

/** Every mark of an activity. */
function recordedMinutes(
  read: Reader,
  activityId: number,
): readonly { readonly enrolment_id: number; readonly session_id: number; readonly minutes: number }[] {
  return read.rows(
    `SELECT attendance.enrolment_id, attendance.session_id, attendance.minutes
     FROM enrolments JOIN attendance ON attendance.enrolment_id = enrolments.id WHERE enrolments.activity_id = ?`,
    activityId,
  );
}

/** Minutes by session for each enrolment of an activity; a session without an entry has not been recorded. */
export function minutesByEnrolment(
  read: Reader,
  activityId: number,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const minutes = new Map<number, Map<number, number>>();
  for (const mark of recordedMinutes(read, activityId)) {
    const own = minutes.get(mark.enrolment_id) ?? new Map<number, number>();
    own.set(mark.session_id, mark.minutes);
    minutes.set(mark.enrolment_id, own);
  }
  return minutes;
}

/**
 * Records marks and answers how many cells changed; a cell that reads so already is left alone.
 * @throws RoundsError `attendance/too-many-minutes`, `sessions/not-found`, `enrolments/not-found`
 */
export function markAttendance(
  write: Writer,
  activityId: number,
  marks: readonly Mark[],
  method: 'grid' | 'import',
): { readonly changed: number } {
  const activity = requireActivity(write, activityId);
  if (method === 'grid')
    write.describe(`Marked ${counted(marks.length, 'attendance', 'attendances')} at “${activity.title}”`);
  return { changed: writeMarks(write, activityId, marks, method) };
}

/** Writes marks inside a change that is already described; answers how many cells changed. */
export function writeMarks(
  write: Writer,
  activityId: number,
  marks: readonly Mark[],
  method: 'grid' | 'import',
): number {
  const sessions = new Map(listSessions(write, activityId).map((session) => [session.id, session]));
  const checked = new Set<number>();
  let changed = 0;
  for (const { enrolmentId, sessionId, minutes } of marks) {
    if (!checked.has(enrolmentId)) requireEnrolment(write, activityId, enrolmentId);
    checked.add(enrolmentId);
    const session = sessions.get(sessionId);
    if (!session)
      throw new RoundsError('sessions/not-found', 'This session is not there any more. Reload the activity.');
    if (minutes !== null && minutes > session.minutes)
      throw new RoundsError(
        'attendance/too-many-minutes',
        `“${session.title}” has ${session.minutes} minutes; ${minutes} cannot be attended. Enter at most ${session.minutes}.`,
      );
    if (writeMark(write, enrolmentId, sessionId, minutes, method)) changed += 1;
  }
  return changed;
}

/** Every value a cell has had, newest first, from the record of changes. */
export function attendanceHistory(
  read: Reader,
  enrolmentId: number,
  sessionId: number,
): Output<'attendance.history'> {
  const rows = read.rows<{
    at: string;
    method: string;
    title: string;
    after: string | null;
    file_name: string | null;
  }>(
    `SELECT changes.at, changes.method, changes.title, audit.after, imports.file_name
     FROM audit JOIN changes ON changes.id = audit.change_id LEFT JOIN imports ON imports.change_id = changes.id
     WHERE audit.entity = 'attendance' AND audit.entity_key = ? ORDER BY audit.id DESC`,
    JSON.stringify({ enrolment_id: enrolmentId, session_id: sessionId }),
  );
  return rows.map((row) => ({
    at: row.at,
    minutes: minutesIn(row.after),
    how: howOf(row.method),
    source: row.file_name ?? row.title,
  }));
}

function howOf(method: string): Output<'attendance.history'>[number]['how'] {
  switch (method) {
    case 'attendance.mark':
      return 'hand';
    case 'imports.apply':
      return 'import';
    case 'changes.undo':
      return 'undo';
    default:
      return 'other';
  }
}

function writeMark(
  write: Writer,
  enrolmentId: number,
  sessionId: number,
  minutes: number | null,
  method: 'grid' | 'import',
): boolean {
  const key = { enrolment_id: enrolmentId, session_id: sessionId };
  const before = write.first(
    write.from
      .selectFrom('attendance')
      .select('minutes')
      .where('enrolment_id', '=', enrolmentId)
      .where('session_id', '=', sessionId),
  );
  if (minutes === (before?.minutes ?? null)) return false;
  if (minutes === null) write.remove('attendance', key);
  else if (before) write.update('attendance', key, { minutes, method });
  else write.insert('attendance', { ...key, minutes, method });
  return true;
}

function minutesIn(after: string | null): number | null {
  if (after === null) return null;
  // Written by the Writer from the row itself.
  return (JSON.parse(after) as { readonly minutes: number }).minutes;
}

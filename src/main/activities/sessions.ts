import type { Session } from '../../shared/contract/activities.ts';
import { maximumQuarters } from '../../shared/credit/completion.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { versionElectives } from '../curricula/index.ts';
import type { Reader, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { requireActivity } from './activities.ts';

/** The sessions of an activity in their order. */
export function listSessions(read: Reader, activityId: number): readonly Session[] {
  const rows = read.all(
    read.from
      .selectFrom('sessions')
      .selectAll()
      .where('activity_id', '=', activityId)
      .orderBy('position')
      .orderBy('id'),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    moduleCode: row.module_code,
    date: row.date,
    startTime: row.start_time,
    minutes: row.minutes,
    countsForCredit: row.counts_for_credit === 1,
  }));
}

type NewSession = Omit<Session, 'id'> & { readonly id: number | null };

/**
 * Replaces the sessions of an activity. The activity's dates widen to hold them; the designated credit follows what the
 * sessions give when it was all of it, and never stays above it. Attendance longer than its session is shortened.
 * @throws RoundsError `sessions/not-found`, `activities/invalid-sessions` when a session with attendance is left out
 */
export function setSessions(write: Writer, activityId: number, sessions: readonly NewSession[]): void {
  const activity = requireActivity(write, activityId);
  const before = listSessions(write, activityId);
  const known = new Set(before.map((session) => session.id));
  const kept = new Set(sessions.flatMap(({ id }) => id ?? []));
  if ([...kept].some((id) => !known.has(id)))
    throw new RoundsError(
      'sessions/not-found',
      'A session is not there any more. Reload the activity and try again.',
    );
  if (kept.size < sessions.filter(({ id }) => id !== null).length)
    throw new RoundsError(
      'activities/invalid-sessions',
      'A session is in the list twice. Reload the activity and try again.',
    );
  const dropped = before.filter((session) => !kept.has(session.id));
  for (const session of dropped) refuseIfAttended(write, session);
  if (sessions.length === 0)
    throw new RoundsError(
      'activities/invalid-sessions',
      'An activity needs at least one session. Add one before you save.',
    );

  const tooLong = longerThan(write, sessions);
  write.describe(
    `Changed the sessions of “${activity.title}”${tooLong.length > 0 ? `; ${counted(tooLong.length, 'attendance', 'attendances')} shortened to the session` : ''}`,
  );
  for (const mark of tooLong)
    write.update(
      'attendance',
      { enrolment_id: mark.enrolment_id, session_id: mark.session_id },
      { minutes: mark.most },
    );
  for (const session of dropped) write.remove('sessions', { id: session.id });
  const saved = sessions.map((session, position) => {
    const row = {
      position,
      title: session.title,
      module_code: session.moduleCode,
      date: session.date,
      start_time: session.startTime,
      minutes: session.minutes,
      counts_for_credit: session.countsForCredit ? 1 : 0,
    };
    if (session.id === null)
      return { ...session, id: write.insert('sessions', { activity_id: activityId, ...row }) };
    write.update('sessions', { id: session.id }, row);
    return { ...session, id: session.id };
  });

  const rounding = officeRounding(write);
  const electives = versionElectives(write, activity.version_id);
  const most = maximumQuarters(saved, rounding, electives);
  const wasAll = activity.maximum_quarters === maximumQuarters(before, rounding, electives);
  const dates = sessions.map((session) => session.date).toSorted();
  write.update(
    'activities',
    { id: activityId },
    {
      starts_on: earlier(activity.starts_on, dates[0] ?? activity.starts_on),
      ends_on: later(activity.ends_on, dates.at(-1) ?? activity.ends_on),
      maximum_quarters: wasAll ? most : Math.min(activity.maximum_quarters, most),
    },
  );
}

function refuseIfAttended(read: Reader, session: Session): void {
  if (read.number('SELECT count(*) FROM attendance WHERE session_id = ?', session.id) === 0) return;
  throw new RoundsError(
    'activities/invalid-sessions',
    `“${session.title}” has attendance recorded. Clear its column first, or keep the session.`,
  );
}

/** Marks with more minutes than the session will have. */
function longerThan(
  read: Reader,
  sessions: readonly NewSession[],
): readonly { readonly enrolment_id: number; readonly session_id: number; readonly most: number }[] {
  return sessions.flatMap((session) =>
    session.id === null
      ? []
      : read
          .rows<{ enrolment_id: number; session_id: number }>(
            'SELECT enrolment_id, session_id FROM attendance WHERE session_id = ? AND minutes > ?',
            session.id,
            session.minutes,
          )
          .map((mark) => ({ ...mark, most: session.minutes })),
  );
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

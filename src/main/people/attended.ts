import { attendanceShare, type SessionElectives } from '../../shared/credit/session-electives.ts';
import { activityContent, listSessions, requireActivity } from '../activities/index.ts';
import { versionElectives } from '../curricula/index.ts';
import type { Reader } from '../database/index.ts';

/** Minutes that count for credit, of what is asked of one learner. */
export type AttendedMinutes = {
  /** Null when no session has been marked. */
  readonly minutesAttended: number | null;
  readonly minutesOffered: number;
};

/** What one person attended at each activity, by its id and by the rule of completion: of electives only what is asked. */
export function attendedMinutes(read: Reader, personId: number): ReadonlyMap<number, AttendedMinutes> {
  const enrolments = read.rows<{ id: number; activity_id: number }>(
    'SELECT id, activity_id FROM enrolments WHERE person_id = ?',
    personId,
  );
  const marks = Map.groupBy(
    read.rows<{ enrolment_id: number; session_id: number; minutes: number }>(
      `SELECT enrolment_id, session_id, attendance.minutes FROM attendance
       JOIN enrolments ON enrolments.id = enrolment_id WHERE person_id = ?`,
      personId,
    ),
    ({ enrolment_id }) => enrolment_id,
  );
  const electives = new Map<number, readonly SessionElectives[]>();
  return new Map(
    enrolments.map(({ id, activity_id }) => {
      const activity = requireActivity(read, activity_id);
      const groups = electives.get(activity.version_id) ?? versionElectives(read, activity.version_id);
      electives.set(activity.version_id, groups);
      const own = marks.get(id) ?? [];
      const spent = new Map(own.map((mark) => [mark.session_id, mark.minutes]));
      const sittings = listSessions(read, activity_id)
        .filter(({ countsForCredit }) => countsForCredit)
        .map((session) => ({ ...session, spent: Math.min(spent.get(session.id) ?? 0, session.minutes) }));
      const { minimumAttendancePercent } = activityContent(activity).rules;
      const { attended, offered } = attendanceShare(sittings, groups, minimumAttendancePercent);
      return [
        activity_id,
        { minutesAttended: own.length === 0 ? null : attended, minutesOffered: offered },
      ] as const;
    }),
  );
}

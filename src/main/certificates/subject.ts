import { dateInZone } from '../../shared/activities/schedule.ts';
import type { CompletionRow } from '../../shared/contract/activities.ts';
import { formatDate } from '../../shared/format.ts';
import { activityContent, requireActivity } from '../activities/activities.ts';
import { listCompletion } from '../activities/completion.ts';
import type { Reader } from '../database/index.ts';

/** Someone who has a certificate already or may get one, or the one reason why not. */
export type Subject = CompletionRow & {
  /** Null when nothing stands against issuing. */
  readonly heldBecause: string | null;
};

/** Everyone enrolled in an activity with what stands against a certificate. Whoever holds a current one has no reason. */
export function subjects(read: Reader, activityId: number, now: string): readonly Subject[] {
  const activity = activityContent(requireActivity(read, activityId));
  const running =
    dateInZone(now, activity.timeZone) < activity.endsOn
      ? `The activity runs until ${formatDate(activity.endsOn)}.`
      : null;
  const undesignated = activity.maximumQuarters === 0 ? 'No credit is designated for the activity.' : null;
  const revoked = revokedNumbers(read, activityId);
  return listCompletion(read, activityId).map((row) => {
    const number = revoked.get(row.enrolmentId);
    const reason =
      row.missing[0] ??
      undesignated ??
      running ??
      (row.name === '' ? 'The name is empty.' : null) ??
      (number ? `Certificate ${number} was revoked. Re-issue it from its own page if that was wrong.` : null);
    return { ...row, heldBecause: row.certificateId === null ? reason : null };
  });
}

/** Numbers of revoked certificates by enrolment, where no later one stands. */
function revokedNumbers(read: Reader, activityId: number): ReadonlyMap<number, string> {
  const rows = read.rows<{ enrolment_id: number; number: string }>(
    `SELECT certificates.enrolment_id, certificates.number FROM certificates
       JOIN certificate_standing ON certificate_id = certificates.id
     WHERE certificates.activity_id = ? AND status = 'revoked' ORDER BY certificates.id`,
    activityId,
  );
  return new Map(rows.map((row) => [row.enrolment_id, row.number]));
}

import { dateInZone } from '../../shared/activities/schedule.ts';
import { isLive } from '../../shared/certificates/learning-formats.ts';
import type { CompletionRow } from '../../shared/contract/activities.ts';
import type { HeldPlace } from '../../shared/contract/certificates.ts';
import { formatDate } from '../../shared/format.ts';
import { activityContent, listCompletion, requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';

/** Someone who has a certificate already or may get one, or the one reason why not. */
export type Subject = CompletionRow & {
  /** Null when nothing stands against issuing. */
  readonly heldBecause: Held | null;
};

/** Why a certificate is held, and where that is settled. */
export type Held = {
  readonly reason: string;
  readonly place: HeldPlace;
  /** The revoked certificate, when that is the reason. */
  readonly certificateId: number | null;
};

/** Everyone enrolled in an activity with what stands against a certificate. Whoever holds a current one has no reason. */
export function subjects(read: Reader, activityId: number, now: string): readonly Subject[] {
  const activity = activityContent(requireActivity(read, activityId));
  const today = dateInZone(now, activity.timeZone);
  const undesignated =
    activity.maximumQuarters === 0 ? held('No credit is designated for the activity.', 'activity') : null;
  const revoked = revokedCertificates(read, activityId);
  return listCompletion(read, activityId).map((row) => {
    const [missing] = row.missing;
    const heldBecause =
      (missing === undefined
        ? null
        : held(missing.sentence, missing.what === 'designation' ? 'activity' : 'completion')) ??
      undesignated ??
      tooEarly(activity, row, today) ??
      (row.name === '' ? held('The name is empty.', 'person') : null) ??
      revoked.get(row.enrolmentId) ??
      null;
    return { ...row, heldBecause: row.certificateId === null ? heldBecause : null };
  });
}

/** A live activity must be over; material to work through is over for each person on the day that person finished. */
function tooEarly(
  activity: { readonly learningFormat: string; readonly startsOn: string; readonly endsOn: string },
  row: CompletionRow,
  today: string,
): Held | null {
  const done = isLive(activity.learningFormat)
    ? activity.endsOn
    : (row.evaluationReturnedOn ?? activity.endsOn);
  if (done < activity.startsOn)
    return held(`The evaluation is dated before the activity began (${formatDate(done)}).`, 'completion');
  if (today >= done) return null;
  return held(
    done === activity.endsOn
      ? `The activity runs until ${formatDate(done)}.`
      : `The evaluation is dated ${formatDate(done)}, which is still to come.`,
    done === activity.endsOn ? 'activity' : 'completion',
  );
}

function held(reason: string, place: HeldPlace, certificateId: number | null = null): Held {
  return { reason, place, certificateId };
}

/** What revoked certificates stand against, by enrolment. */
function revokedCertificates(read: Reader, activityId: number): ReadonlyMap<number, Held> {
  const rows = read.rows<{ id: number; enrolment_id: number; number: string }>(
    `SELECT certificates.id, certificates.enrolment_id, certificates.number FROM certificates
       JOIN certificate_standing ON certificate_id = certificates.id
     WHERE certificates.activity_id = ? AND status = 'revoked' ORDER BY certificates.id`,
    activityId,
  );
  return new Map(
    rows.map(({ id, enrolment_id, number }) => [
      enrolment_id,
      held(
        `Certificate ${number} was revoked. Re-issue it from its own page if that was wrong.`,
        'certificate',
        id,
      ),
    ]),
  );
}

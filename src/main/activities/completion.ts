import type { CompletionRow } from '../../shared/contract/activities.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { type Completion, completion, creditActivity, documentKind } from '../../shared/credit/completion.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted, formatCredits } from '../../shared/format.ts';
import { versionElectives } from '../curricula/index.ts';
import type { Reader, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { NAME_COLUMNS, type NamedRow, rowName } from '../people/index.ts';
import { activityContent, requireActivity } from './activities.ts';
import { minutesByEnrolment } from './attendance.ts';
import { requireEnrolment } from './enrolments.ts';
import { listSessions } from './sessions.ts';

/** Everyone enrolled: what they have earned, what is missing, and the sum; in the order of their names. */
export function listCompletion(read: Reader, activityId: number): readonly CompletionRow[] {
  const record = requireActivity(read, activityId);
  const activity = activityContent(record);
  const asked = creditActivity({
    sessions: listSessions(read, activityId),
    electives: versionElectives(read, record.version_id),
    maximum: activity.maximumQuarters,
    rules: activity.rules,
    rounding: officeRounding(read),
  });
  const minutes = minutesByEnrolment(read, activityId);
  const rows = read.rows<EnrolledRow>(
    `SELECT enrolments.id, enrolments.person_id, ${NAME_COLUMNS}, enrolments.credentials, enrolments.profession,
       assessment_percent, evaluation_returned_on, claimed_quarters,
       certificates.id AS certificate_id, certificates.number AS certificate_number
     FROM enrolments JOIN people ON people.id = enrolments.person_id
       LEFT JOIN certificate_standing ON certificate_standing.enrolment_id = enrolments.id AND status = 'issued'
       LEFT JOIN certificates ON certificates.id = certificate_standing.certificate_id
     WHERE enrolments.activity_id = ? AND people.merged_into_id IS NULL ORDER BY people.sort_key, enrolments.id`,
    activityId,
  );
  return rows.map((row) => {
    const kind = documentKind(row.profession);
    const found: Completion = completion(asked, kind, {
      minutes: minutes.get(row.id) ?? new Map(),
      assessmentPercent: row.assessment_percent,
      evaluationReturnedOn: row.evaluation_returned_on,
      claimedQuarters: row.claimed_quarters,
    });
    return {
      enrolmentId: row.id,
      personId: row.person_id,
      name: rowName(row),
      credentials: row.credentials,
      profession: Profession.parse(row.profession),
      kind,
      assessmentPercent: row.assessment_percent,
      evaluationReturnedOn: row.evaluation_returned_on,
      claimedQuarters: row.claimed_quarters,
      certificateId: row.certificate_id,
      certificateNumber: row.certificate_number,
      ...found,
      missing: [...found.missing],
      sum: [...found.sum],
    };
  });
}

type EnrolledRow = NamedRow & {
  readonly id: number;
  readonly person_id: number;
  readonly credentials: string;
  readonly profession: string;
  readonly assessment_percent: number | null;
  readonly evaluation_returned_on: string | null;
  readonly claimed_quarters: number | null;
  readonly certificate_id: number | null;
  readonly certificate_number: string | null;
};

/**
 * Records assessment, evaluation and claim for some people; what is left out stays. Claims concern physicians only: others
 * in the selection are passed over, and so is with `earned` whoever can claim nothing; what they have on record stays.
 * @throws RoundsError `credit/above-maximum` when a claim is more than attendance allows
 */
export function recordCompletion(
  write: Writer,
  input: ParsedInput<'completion.record'>,
): { readonly changed: number; readonly kept: number } {
  const activity = requireActivity(write, input.activityId);
  const ids = [...new Set(input.enrolmentIds)];
  for (const id of ids) requireEnrolment(write, input.activityId, id);
  const rows = new Map(listCompletion(write, input.activityId).map((row) => [row.enrolmentId, row]));
  const patches = ids.flatMap((id) => {
    const row = rows.get(id);
    const patch = row ? patchOf(row, input) : null;
    return patch ? [{ id, patch }] : [];
  });
  write.describe(
    `Recorded ${recorded(input)} for ${counted(patches.length, 'person', 'people')} at “${activity.title}”`,
  );
  for (const { id, patch } of patches) write.update('enrolments', { id }, patch);
  const kept = input.claimedQuarters === 'earned' ? ids.filter((id) => keepsClaim(rows.get(id))).length : 0;
  return { changed: patches.length, kept };
}

/** What recording changes on one row; null when it reads so already. */
function patchOf(row: CompletionRow, input: ParsedInput<'completion.record'>) {
  const { assessmentPercent = row.assessmentPercent, evaluationReturnedOn = row.evaluationReturnedOn } =
    input;
  const claimedQuarters =
    input.claimedQuarters === undefined ? row.claimedQuarters : claimOf(row, input.claimedQuarters);
  const same =
    assessmentPercent === row.assessmentPercent &&
    evaluationReturnedOn === row.evaluationReturnedOn &&
    claimedQuarters === row.claimedQuarters;
  return same
    ? null
    : {
        assessment_percent: assessmentPercent,
        evaluation_returned_on: evaluationReturnedOn,
        claimed_quarters: claimedQuarters,
      };
}

function claimOf(row: CompletionRow, claim: number | 'earned' | null): number | null {
  if (claim === null) return null;
  if (row.kind !== 'cme') return row.claimedQuarters;
  if (claim === 'earned') return row.earnedQuarters === 0 ? row.claimedQuarters : row.earnedQuarters;
  if (claim > row.earnedQuarters)
    throw new RoundsError(
      'credit/above-maximum',
      `${row.name} may claim at most ${formatCredits(row.earnedQuarters)} credits: that is what attendance allows. Enter that or less.`,
    );
  return claim;
}

/** Whether a claim on record stays although all that was earned is asked for: nothing was, and to claim is not to take back. */
function keepsClaim(row: CompletionRow | undefined): boolean {
  if (!row || row.claimedQuarters === null) return false;
  return row.kind !== 'cme' || row.earnedQuarters === 0;
}

function recorded(input: ParsedInput<'completion.record'>): string {
  const parts = [
    input.assessmentPercent === undefined ? null : 'assessment',
    input.evaluationReturnedOn === undefined ? null : 'evaluation',
    input.claimedQuarters === undefined ? null : 'credit claimed',
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'nothing' : parts.join(' and ');
}

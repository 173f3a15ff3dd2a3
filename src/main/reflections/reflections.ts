import type { Selectable } from 'kysely';
import { z } from 'zod';
import { dateInZone } from '../../shared/activities/schedule.ts';
import {
  Confidence,
  type ReflectionContent,
  type ReflectionRow,
  type ReflectionSummary,
} from '../../shared/contract/reflections.ts';
import { RoundsError } from '../../shared/errors.ts';
import {
  type ReflectionFrame,
  type ReflectionProblem,
  reflectionProblems,
} from '../../shared/reflections/rules.ts';
import { summarize } from '../../shared/reflections/summary.ts';
import { requireActivity } from '../activities/index.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { listCompetencies } from '../modules/index.ts';
import { ENROLMENT_COUNTS, NAME_COLUMNS, type NamedRow, rowName } from '../people/index.ts';

const Ratings = z.array(Confidence);

/** Everyone enrolled in an activity with what they wrote, in the order of their names. */
export function listReflections(read: Reader, activityId: number): readonly ReflectionRow[] {
  requireActivity(read, activityId);
  const recorded = recordedReflections(read, activityId);
  return read
    .rows<NamedRow & { id: number; person_id: number; credentials: string; email: string }>(
      `SELECT enrolments.id, person_id, ${NAME_COLUMNS}, enrolments.credentials, email
       FROM enrolments JOIN people ON people.id = person_id
       WHERE activity_id = ? AND people.merged_into_id IS NULL ORDER BY people.sort_key, enrolments.id`,
      activityId,
    )
    .map((row) => ({
      enrolmentId: row.id,
      personId: row.person_id,
      name: rowName(row),
      credentials: row.credentials,
      email: row.email,
      reflection: recorded.get(row.id) ?? null,
    }));
}

/** What is recorded for an activity, by enrolment. */
export function recordedReflections(
  read: Reader,
  activityId: number,
): ReadonlyMap<number, ReflectionContent> {
  const rows = read.rows<Selectable<Schema['reflections']>>(
    `SELECT reflections.* FROM reflections JOIN enrolments ON enrolments.id = enrolment_id WHERE activity_id = ?`,
    activityId,
  );
  return new Map(rows.map((row) => [row.enrolment_id, contentOf(row)]));
}

/** Figures of an activity's reflections. `now` is a UTC instant; what is due goes by the activity's day. */
export function reflectionSummary(read: Reader, activityId: number, now: string): ReflectionSummary {
  const { time_zone: timeZone } = requireActivity(read, activityId);
  return summarize(
    read.number(`SELECT count(*) FROM enrolments WHERE activity_id = ? AND ${ENROLMENT_COUNTS}`, activityId),
    [...recordedReflections(read, activityId).values()],
    listCompetencies(read),
    dateInZone(now, timeZone),
  );
}

/**
 * Records what somebody wrote, in place of what was recorded before.
 * @throws RoundsError `enrolments/not-found`, `reflections/invalid-dates`, `request/invalid`
 */
export function recordReflection(write: Writer, enrolmentId: number, content: ReflectionContent): void {
  const { name, activityId, title } = requireEnrolled(write, enrolmentId);
  const [problem] = reflectionProblems(content, reflectionFrame(write, activityId, write.now));
  if (problem) throw refusal(problem);
  write.describe(`Recorded the reflection of ${name} on “${title}”`);
  writeReflection(write, enrolmentId, content);
}

/** What reflections of an activity are checked against. */
export function reflectionFrame(read: Reader, activityId: number, now: string): ReflectionFrame {
  const activity = requireActivity(read, activityId);
  return {
    startsOn: activity.starts_on,
    today: dateInZone(now, activity.time_zone),
    competencies: new Set(listCompetencies(read).map(({ code }) => code)),
  };
}

/** Writes a reflection inside a change that is already described and checked; answers whether anything changed. */
export function writeReflection(write: Writer, enrolmentId: number, content: ReflectionContent): boolean {
  const columns = {
    written_on: content.writtenOn,
    change: content.change.trim(),
    commitment: content.commitment.trim(),
    follow_up_on: content.followUpOn,
    outcome: content.outcome,
    followed_up_on: content.followedUpOn,
    confidence: JSON.stringify(content.confidence),
  };
  if (rowOf(write, enrolmentId)) return write.update('reflections', { enrolment_id: enrolmentId }, columns);
  write.insert('reflections', { enrolment_id: enrolmentId, ...columns });
  return true;
}

/** Removes what somebody wrote. Undoable. @throws RoundsError `reflections/not-found` */
export function removeReflection(write: Writer, enrolmentId: number): void {
  if (!rowOf(write, enrolmentId))
    throw new RoundsError(
      'reflections/not-found',
      'This reflection is not there any more. Reload the activity.',
    );
  const { name, title } = requireEnrolled(write, enrolmentId);
  write.describe(`Removed the reflection of ${name} on “${title}”`);
  write.remove('reflections', { enrolment_id: enrolmentId });
}

function requireEnrolled(
  read: Reader,
  enrolmentId: number,
): { readonly name: string; readonly activityId: number; readonly title: string } {
  const [row] = read.rows<NamedRow & { activity_id: number; title: string }>(
    `SELECT ${NAME_COLUMNS}, activity_id, title FROM enrolments
       JOIN people ON people.id = person_id JOIN activities ON activities.id = activity_id WHERE enrolments.id = ?`,
    enrolmentId,
  );
  if (!row)
    throw new RoundsError(
      'enrolments/not-found',
      'This person is not enrolled any more. Reload the activity.',
    );
  return {
    name: rowName(row),
    activityId: row.activity_id,
    title: row.title,
  };
}

function rowOf(read: Reader, enrolmentId: number): Selectable<Schema['reflections']> | undefined {
  return read.first(read.from.selectFrom('reflections').selectAll().where('enrolment_id', '=', enrolmentId));
}

function contentOf(row: Selectable<Schema['reflections']>): ReflectionContent {
  return {
    writtenOn: row.written_on,
    change: row.change,
    commitment: row.commitment,
    followUpOn: row.follow_up_on,
    outcome: row.outcome,
    followedUpOn: row.followed_up_on,
    confidence: Ratings.parse(JSON.parse(row.confidence)),
  };
}

function refusal({ field, message }: ReflectionProblem): RoundsError {
  switch (field) {
    case 'writtenOn':
    case 'followUpOn':
    case 'followedUpOn':
      return new RoundsError('reflections/invalid-dates', message, { field });
    case 'change':
    case 'commitment':
    case 'outcome':
    case 'confidence':
      return new RoundsError('request/invalid', message, { field });
  }
}

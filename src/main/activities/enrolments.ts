import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { removeClaims } from '../credit/index.ts';
import type { Reader, Writer } from '../database/index.ts';
import { requirePerson, rowName } from '../people/index.ts';
import { requireActivity } from './activities.ts';

/** Enrols people; whoever is enrolled already is left alone. Their profession and credentials are kept as they are today. */
export function addEnrolments(
  write: Writer,
  activityId: number,
  personIds: readonly number[],
): { readonly added: number } {
  const activity = requireActivity(write, activityId);
  const enrolled = new Set(
    write
      .all(write.from.selectFrom('enrolments').select('person_id').where('activity_id', '=', activityId))
      .map((row) => row.person_id),
  );
  // A record that was merged into another stands for that one.
  const asked = personIds.map((id) => requirePerson(write, id).id);
  const fresh = [...new Set(asked)].filter((id) => !enrolled.has(id));
  write.describe(`Enrolled ${counted(fresh.length, 'person', 'people')} in “${activity.title}”`);
  for (const personId of fresh) enrol(write, activityId, personId);
  return { added: fresh.length };
}

/** Enrols one person who is not enrolled yet and answers the enrolment's id. @throws RoundsError `people/not-found` */
export function enrol(write: Writer, activityId: number, personId: number): number {
  const person = write.first(
    write.from.selectFrom('people').select(['profession', 'credentials']).where('id', '=', personId),
  );
  if (!person)
    throw new RoundsError('people/not-found', 'This person is not there any more. Reload the list.');
  return write.insert('enrolments', {
    activity_id: activityId,
    person_id: personId,
    profession: person.profession,
    credentials: person.credentials,
    assessment_percent: null,
    evaluation_returned_on: null,
    claimed_quarters: null,
    enrolled_at: write.now,
  });
}

/** Takes people off an activity with their attendance, claims and reflections. Undoable. @throws RoundsError `enrolments/has-certificate` */
export function removeEnrolments(write: Writer, activityId: number, enrolmentIds: readonly number[]): void {
  const activity = requireActivity(write, activityId);
  const ids = [...new Set(enrolmentIds)];
  for (const id of ids) {
    requireEnrolment(write, activityId, id);
    if (write.number('SELECT count(*) FROM certificates WHERE enrolment_id = ?', id) > 0)
      throw new RoundsError(
        'enrolments/has-certificate',
        `${nameOf(write, id)} has a certificate of this activity and stays on record. Revoke the certificate if it was wrong.`,
      );
  }
  const reflected = withReflection(write, ids);
  write.describe(
    `Took ${counted(ids.length, 'person', 'people')} off “${activity.title}”${
      reflected.length > 0 ? ` with ${counted(reflected.length, 'reflection', 'reflections')}` : ''
    }`,
  );
  for (const id of ids) {
    const marks = write.all(
      write.from
        .selectFrom('attendance')
        .select(['enrolment_id', 'session_id'])
        .where('enrolment_id', '=', id),
    );
    for (const mark of marks) write.remove('attendance', mark);
    if (reflected.includes(id)) write.remove('reflections', { enrolment_id: id });
    removeClaims(write, id);
    write.remove('enrolments', { id });
  }
}

/** Which of these enrolments have a reflection: it goes with them. */
function withReflection(read: Reader, ids: readonly number[]): readonly number[] {
  return ids.filter((id) => read.number('SELECT count(*) FROM reflections WHERE enrolment_id = ?', id) > 0);
}

/** @throws RoundsError `enrolments/not-found` unless the enrolment belongs to the activity */
export function requireEnrolment(read: Reader, activityId: number, enrolmentId: number): void {
  const row = read.first(
    read.from.selectFrom('enrolments').select('activity_id').where('id', '=', enrolmentId),
  );
  if (row?.activity_id !== activityId)
    throw new RoundsError(
      'enrolments/not-found',
      'This person is not enrolled any more. Reload the activity.',
    );
}

/** The name of an enrolled person, for a sentence. */
export function nameOf(read: Reader, enrolmentId: number): string {
  const row = read.first(
    read.from
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'person_id')
      .select(['given_name', 'middle_name', 'family_name', 'suffix', 'display_name'])
      .where('enrolments.id', '=', enrolmentId),
  );
  return row ? rowName(row) : 'This person';
}

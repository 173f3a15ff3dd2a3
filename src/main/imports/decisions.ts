import type { ParsedInput } from '../../shared/contract/index.ts';
import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Writer } from '../database/index.ts';
import { peopleWith, personContent } from '../people/index.ts';

/** What was decided about a held row: a new person, somebody known, or nobody. */
export type Choice = ParsedInput<'imports.apply'>['decisions'][number]['choice'];
/** Decisions by row. */
export type Decisions = ReadonlyMap<number, Choice>;

/** A held row after its decision; what it waited for stays readable. */
export function decided(
  shown: RehearsedRow,
  fate: RehearsedRow['fate'],
  reason: string,
  personId: number | null,
): RehearsedRow {
  return { ...shown, fate, reason: `${reason} Before: ${shown.reason}`, personId };
}

/** @throws RoundsError `people/not-found` when a chosen person is gone */
export function chosenPerson(write: Writer, personId: number): PersonContent {
  const row = write.first(write.from.selectFrom('people').selectAll().where('id', '=', personId));
  if (!row)
    throw new RoundsError(
      'people/not-found',
      'A person that was chosen is not there any more. Look at the file again.',
    );
  return personContent(row);
}

/** The person without an address or NPI that belongs to somebody else already: it stays with them. */
export function withoutTaken(write: Writer, content: PersonContent): PersonContent {
  const taken = (identifier: 'email' | 'npi', value: string): boolean =>
    peopleWith(write, identifier, value, 1).length > 0;
  return {
    ...content,
    email: taken('email', content.email) ? '' : content.email,
    npi: taken('npi', content.npi) ? '' : content.npi,
  };
}

/** The enrolment of a person in an activity, if there is one. */
export function enrolmentOf(write: Writer, activityId: number, personId: number): number | undefined {
  return write.first(
    write.from
      .selectFrom('enrolments')
      .select('id')
      .where('activity_id', '=', activityId)
      .where('person_id', '=', personId),
  )?.id;
}

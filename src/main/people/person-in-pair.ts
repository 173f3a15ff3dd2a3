import type { PersonInPair } from '../../shared/contract/people-merge.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader } from '../database/index.ts';
import { type PersonRow, personContent, personLine } from './person-row.ts';

/** A person as a pair shows them. @throws RoundsError `people/not-found` */
export function personInPair(read: Reader, id: number): PersonInPair {
  const person = peopleInPairs(read, [id]).get(id);
  if (!person)
    throw new RoundsError('people/not-found', 'This person is not there any more. Go back to the list.');
  return person;
}

/**
 * People as pairs show them, by the ids that were asked for, in one query. Someone whose record was merged into another is
 * answered by that one, with its id; an id of nobody is left out.
 */
export function peopleInPairs(read: Reader, ids: readonly number[]): ReadonlyMap<number, PersonInPair> {
  // A chain of merges is one step long: see `merge/merge.ts`.
  const rows = read.rows<PersonRow & { readonly asked: number; readonly activities: number }>(
    `SELECT people.*, named.id AS asked, (SELECT count(*) FROM enrolments WHERE person_id = people.id) AS activities
     FROM json_each(?) AS wanted JOIN people AS named ON named.id = wanted.value
       JOIN people ON people.id = coalesce(named.merged_into_id, named.id)`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.asked, inPair(row, row.activities)]));
}

function inPair(row: PersonRow, activities: number): PersonInPair {
  const content = personContent(row);
  return {
    id: row.id,
    ...personLine(content),
    licences: content.licences.map(({ state, number }) => `${state} ${number}`.trim()).join(', '),
    birthMonthDay: content.birthMonthDay,
    activities,
  };
}

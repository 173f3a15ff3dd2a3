import { RoundsError } from '../../shared/errors.ts';
import { emailKey } from '../../shared/people/name.ts';
import type { Reader } from '../database/index.ts';
import type { PersonRow } from './person-row.ts';

/** What a person can be looked up by. */
export type Identifier = 'email' | 'npi' | 'orcid';

const COLUMNS = { email: 'email_key', npi: 'npi', orcid: 'orcid' } as const;

/** Everyone who has an identifier, or had it before: further addresses and NPIs count too. At most `limit`, by id. */
export function peopleWith(
  read: Reader,
  identifier: Identifier,
  value: string,
  limit = 8,
): readonly PersonRow[] {
  const key = identifier === 'email' ? emailKey(value) : value;
  if (key === '') return [];
  const own = read.all(
    read.from
      .selectFrom('people')
      .selectAll()
      .where(COLUMNS[identifier], '=', key)
      .orderBy('id')
      .limit(limit),
  );
  if (identifier === 'orcid') return own;
  const further = read.all(
    read.from
      .selectFrom('person_keys')
      .innerJoin('people', 'people.id', 'person_id')
      .selectAll('people')
      .where('kind', '=', identifier)
      .where('key', '=', key)
      .orderBy('people.id')
      .limit(limit),
  );
  const found = new Map([...own, ...further].map((row) => [row.id, row]));
  return [...found.values()].slice(0, limit);
}

/**
 * The row of a person. Someone whose record was merged into another is answered by that one.
 * @throws RoundsError `people/not-found`
 */
export function requirePerson(read: Reader, id: number): PersonRow {
  const row = read.first(read.from.selectFrom('people').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError('people/not-found', 'This person is not there any more. Go back to the list.');
  return row.merged_into_id === null ? row : requirePerson(read, row.merged_into_id);
}

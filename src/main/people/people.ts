import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import {
  Licence,
  type Person,
  type PersonContent,
  type PersonSummary,
} from '../../shared/contract/people.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { emailKey, fold, fullName, searchKey, sortKey } from '../../shared/people/name.ts';
import { isNpi } from '../../shared/people/npi.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';

type PersonRow = Selectable<Schema['people']>;
type PersonColumns = Omit<PersonRow, 'id' | 'created_at'>;

const NameCursor = z.tuple([z.string(), z.int()]);
const AddedCursor = z.tuple([z.int()]);

/** People a page at a time, by name or the latest added first; `after` is the `next` of the page before. */
export function listPeople(read: Reader, input: ParsedInput<'people.list'>): Output<'people.list'> {
  const { source, conditions, values } = filter(input);
  const where = (parts: readonly string[]): string =>
    parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`;
  const total = read.number(`SELECT count(*) FROM ${source}${where(conditions)}`, ...values);
  const byName = input.sort === 'name';
  const cursor = input.after === null ? null : parseCursor(input.after, byName);
  const place = byName ? '(people.sort_key, people.id) > (?, ?)' : 'people.id < ?';
  const rows = read.rows<PersonRow & { readonly activities: number }>(
    `SELECT people.*, (SELECT count(*) FROM enrolments WHERE person_id = people.id) AS activities
     FROM ${source}${where(cursor ? [...conditions, place] : conditions)}
     ORDER BY ${byName ? 'people.sort_key, people.id' : 'people.id DESC'} LIMIT ?`,
    ...values,
    ...(cursor ?? []),
    input.limit + 1,
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const next =
    rows.length > input.limit && last ? JSON.stringify(byName ? [last.sort_key, last.id] : [last.id]) : null;
  return { rows: page.map((row) => summary(row, row.activities)), next, total };
}

/** One person with the history of activities and certificates. @throws RoundsError `people/not-found` */
export function getPerson(read: Reader, id: number): Person {
  const row = requirePerson(read, id);
  const history = read.rows<{
    activity_id: number;
    title: string;
    starts_on: string;
    kind: string | null;
    status: string | null;
    credit_quarters: number | null;
    certificate_id: number | null;
    number: string | null;
    name: string | null;
  }>(
    `SELECT enrolments.activity_id, activities.title, starts_on, certificates.kind, status, credit_quarters,
       certificates.id AS certificate_id, certificates.number, certificates.name
     FROM enrolments JOIN activities ON activities.id = enrolments.activity_id
       LEFT JOIN certificates ON certificates.id = (
         SELECT max(latest.id) FROM certificates AS latest WHERE latest.enrolment_id = enrolments.id)
       LEFT JOIN certificate_standing ON certificate_standing.certificate_id = certificates.id
     WHERE enrolments.person_id = ? ORDER BY starts_on DESC, enrolments.id DESC`,
    id,
  );
  const content = personContent(row);
  return {
    ...content,
    id,
    createdAt: row.created_at,
    history: history.map((entry) => ({
      activityId: entry.activity_id,
      title: entry.title,
      startsOn: entry.starts_on,
      status:
        entry.status === null
          ? 'Enrolled'
          : entry.status === 'revoked'
            ? 'Certificate revoked'
            : 'Certificate issued',
      awardedQuarters: entry.kind === 'cme' && entry.status === 'issued' ? entry.credit_quarters : null,
      certificateId: entry.certificate_id,
      certificateNumber: entry.number,
      otherName: entry.status === 'issued' && entry.name !== fullName(content) ? entry.name : null,
    })),
  };
}

/** Adds a person by hand. @throws RoundsError `people/email-in-use`, `request/invalid` */
export function createPerson(write: Writer, content: PersonContent): number {
  check(write, content, null);
  write.describe(`Added ${fullName(content)}`);
  return insertPerson(write, content);
}

/** Inserts a person inside a change that is already described and checked. */
export function insertPerson(write: Writer, content: PersonContent): number {
  return write.insert('people', { ...columns(content), created_at: write.now });
}

/** Changes a person; certificates that were issued keep the name as it was. */
export function updatePerson(write: Writer, id: number, content: PersonContent): void {
  requirePerson(write, id);
  check(write, content, id);
  write.describe(`Edited ${fullName(content)}`);
  rewritePerson(write, id, content);
}

/** Writes a person inside a change that is already described and checked; answers whether anything changed. */
export function rewritePerson(write: Writer, id: number, content: PersonContent): boolean {
  let changed = write.update('people', { id }, columns(content));
  // Enrolments without a certificate follow a correction; where one was issued, the record stays as it was at issue.
  const open = write.rows<{ id: number }>(
    `SELECT id FROM enrolments WHERE person_id = ?
       AND NOT EXISTS (SELECT 1 FROM certificates WHERE certificates.enrolment_id = enrolments.id)`,
    id,
  );
  for (const enrolment of open)
    changed =
      write.update(
        'enrolments',
        { id: enrolment.id },
        { profession: content.profession, credentials: content.credentials },
      ) || changed;
  return changed;
}

/** Removes a person who was never enrolled. Undoable. @throws RoundsError `people/in-use` */
export function removePerson(write: Writer, id: number): void {
  const content = personContent(requirePerson(write, id));
  if (write.number('SELECT count(*) FROM enrolments WHERE person_id = ?', id) > 0)
    throw new RoundsError(
      'people/in-use',
      `${fullName(content)} is enrolled in an activity. Take them off it first; with a certificate they stay on record.`,
    );
  if (
    write.number(
      'SELECT EXISTS (SELECT 1 FROM evidence WHERE person_id = ?) OR EXISTS (SELECT 1 FROM pathways WHERE person_id = ?)',
      id,
      id,
    ) > 0
  )
    throw new RoundsError(
      'people/in-use',
      `${fullName(content)} has levels or a pathway on record. Remove those first.`,
    );
  write.describe(`Removed ${fullName(content)}`);
  write.remove('people', { id });
}

/** A person's own fields, as the contract shows them. */
export function personContent(row: PersonRow): PersonContent {
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    credentials: row.credentials,
    profession: Profession.parse(row.profession),
    specialty: row.specialty,
    email: row.email,
    npi: row.npi,
    licences: z.array(Licence).parse(JSON.parse(row.licences)),
    birthMonthDay: row.birth_month_day,
    notes: row.notes,
  };
}

/** The columns of a person, with the keys that lists, imports and search go by. */
function columns(content: PersonContent): PersonColumns {
  return {
    given_name: content.givenName,
    family_name: content.familyName,
    credentials: content.credentials,
    profession: content.profession,
    specialty: content.specialty,
    email: content.email,
    email_key: emailKey(content.email),
    npi: content.npi,
    licences: JSON.stringify(content.licences),
    birth_month_day: content.birthMonthDay,
    notes: content.notes,
    sort_key: sortKey(content),
    search_key: searchKey(content),
  };
}

function requirePerson(read: Reader, id: number): PersonRow {
  const row = read.first(read.from.selectFrom('people').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError('people/not-found', 'This person is not there any more. Go back to the list.');
  return row;
}

function check(read: Reader, content: PersonContent, id: number | null): void {
  if (fullName(content) === '')
    throw new RoundsError(
      'request/invalid',
      'A person needs a name. Enter the given name, the family name or both.',
    );
  if (content.npi !== '' && !isNpi(content.npi))
    throw new RoundsError(
      'request/invalid',
      `${content.npi} is not an NPI: an NPI begins with 1 or 2 and ends with a check digit that fits. Correct it or leave it empty.`,
    );
  const others = (column: 'email_key' | 'npi', value: string): PersonRow | undefined =>
    value === ''
      ? undefined
      : read
          .all(read.from.selectFrom('people').selectAll().where(column, '=', value).limit(2))
          .find((row) => row.id !== id);
  const sameEmail = others('email_key', emailKey(content.email));
  if (sameEmail)
    throw new RoundsError(
      'people/email-in-use',
      `${fullName(personContent(sameEmail))} already has the address ${content.email}. Edit that person instead.`,
      { field: 'email', personId: sameEmail.id },
    );
  const sameNpi = others('npi', content.npi);
  if (sameNpi)
    throw new RoundsError(
      'people/email-in-use',
      `${fullName(personContent(sameNpi))} already has the NPI ${content.npi}. Edit that person instead.`,
      { field: 'npi', personId: sameNpi.id },
    );
}

function filter(input: Pick<ParsedInput<'people.list'>, 'text' | 'profession'>): {
  readonly source: string;
  readonly conditions: readonly string[];
  readonly values: readonly string[];
} {
  const wanted = fold(input.text);
  const byProfession = input.profession === null ? [] : ['people.profession = ?'];
  const profession = input.profession === null ? [] : [input.profession];
  if (wanted === '') return { source: 'people', conditions: byProfession, values: profession };
  // The trigram index needs three letters; below that the start of the family name is what people type.
  if (wanted.length >= 3)
    return {
      source: 'people_search JOIN people ON people.id = people_search.rowid',
      conditions: ['people_search MATCH ?', ...byProfession],
      values: [`"${wanted.replaceAll('"', '""')}"`, ...profession],
    };
  return {
    source: 'people',
    conditions: ['people.sort_key >= ?', 'people.sort_key < ?', ...byProfession],
    values: [wanted, `${wanted}\u{10FFFF}`, ...profession],
  };
}

function parseCursor(after: string, byName: boolean): readonly (string | number)[] {
  try {
    return (byName ? NameCursor : AddedCursor).parse(JSON.parse(after));
  } catch {
    throw new RoundsError('request/invalid', 'The list has changed. Go back to its beginning.');
  }
}

function summary(row: PersonRow, activities: number): PersonSummary {
  return {
    id: row.id,
    name: fullName({ givenName: row.given_name, familyName: row.family_name }),
    credentials: row.credentials,
    profession: Profession.parse(row.profession),
    specialty: row.specialty,
    email: row.email,
    npi: row.npi,
    activities,
  };
}

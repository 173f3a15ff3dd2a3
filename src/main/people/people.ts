import { z } from 'zod';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import type { Person, PersonChange, PersonContent, PersonSummary } from '../../shared/contract/people.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { fold, printedName } from '../../shared/people/name.ts';
import type { Reader, Writer } from '../database/index.ts';
import { checkPerson } from './check.ts';
import { requirePerson } from './find.ts';
import { changedContent, type PersonRow, personColumns, personContent, personLine } from './person-row.ts';

const NameCursor = z.tuple([z.string(), z.int()]);
const AddedCursor = z.tuple([z.int()]);

/** A condition on `enrolments`: a certificate names it, in force or not. */
const CERTIFIED = 'EXISTS (SELECT 1 FROM certificates WHERE certificates.enrolment_id = enrolments.id)';
/** A condition on `enrolments`: credit of some type is claimed. */
const CLAIMED = `(enrolments.claimed_quarters IS NOT NULL
  OR EXISTS (SELECT 1 FROM credit_claims WHERE credit_claims.enrolment_id = enrolments.id))`;

/** People a page at a time, by name or the latest added first; `after` is the `next` of the page before. */
export function listPeople(read: Reader, input: ParsedInput<'people.list'>): Output<'people.list'> {
  const { source, conditions, values } = filter(input);
  const where = (parts: readonly string[]): string =>
    parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`;
  const byName = input.sort === 'name';
  // A merged record has no keys: no search finds it, and its sort key stands before all others.
  const counting = fold(input.text) === '' ? [...conditions, "people.sort_key > ''"] : conditions;
  const total = read.number(`SELECT count(*) FROM ${source}${where(counting)}`, ...values);
  const kept = [...conditions, 'people.merged_into_id IS NULL'];
  const cursor = input.after === null ? null : parseCursor(input.after, byName);
  const place = byName ? '(people.sort_key, people.id) > (?, ?)' : 'people.id < ?';
  const rows = read.rows<PersonRow & { readonly activities: number }>(
    `SELECT people.*, (SELECT count(*) FROM enrolments WHERE person_id = people.id) AS activities
     FROM ${source}${where(cursor ? [...kept, place] : kept)}
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
    profession: string;
    credentials: string;
    claimed: 0 | 1;
  }>(
    `SELECT enrolments.activity_id, activities.title, starts_on, certificates.kind, status, credit_quarters,
       certificates.id AS certificate_id, certificates.number, certificates.name,
       enrolments.profession, enrolments.credentials, ${CLAIMED} AS claimed
     FROM enrolments JOIN activities ON activities.id = enrolments.activity_id
       LEFT JOIN certificates ON certificates.id = (
         SELECT max(latest.id) FROM certificates AS latest WHERE latest.enrolment_id = enrolments.id)
       LEFT JOIN certificate_standing ON certificate_standing.certificate_id = certificates.id
     WHERE enrolments.person_id = ? ORDER BY starts_on DESC, enrolments.id DESC`,
    row.id,
  );
  const content = personContent(row);
  return {
    ...content,
    id: row.id,
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
      otherName: entry.status === 'issued' && entry.name !== printedName(content) ? entry.name : null,
      profession: Profession.parse(entry.profession),
      credentials: entry.credentials,
      creditClaimed: entry.claimed === 1,
    })),
  };
}

/** Adds a person by hand. @throws RoundsError `people/email-in-use`, `request/invalid` */
export function createPerson(write: Writer, content: PersonContent): number {
  checkPerson(write, content, null);
  write.describe(`Added ${printedName(content)}`);
  return insertPerson(write, content);
}

/** Inserts a person inside a change that is already described and checked. */
export function insertPerson(write: Writer, content: PersonContent): number {
  return write.insert('people', { ...personColumns(content), merged_into_id: null, created_at: write.now });
}

/**
 * Changes a person; certificates that were issued keep the name as it was. What the change leaves out stays. `kept` are the
 * activities that a changed profession or changed credentials do not reach, since credit is claimed there.
 */
export function updatePerson(write: Writer, id: number, change: PersonChange): { readonly kept: number } {
  const row = requirePerson(write, id);
  const before = personContent(row);
  const content = changedContent(before, change);
  checkPerson(write, content, row.id);
  write.describe(`Edited ${printedName(content)}`);
  rewritePerson(write, row.id, content);
  if (content.profession === before.profession && content.credentials === before.credentials)
    return { kept: 0 };
  const kept = write.number(
    `SELECT count(*) FROM enrolments WHERE person_id = ? AND ${CLAIMED} AND NOT ${CERTIFIED}
       AND (profession <> ? OR credentials <> ?)`,
    row.id,
    content.profession,
    content.credentials,
  );
  return { kept };
}

/** Writes a person inside a change that is already described and checked; answers whether anything changed. */
export function rewritePerson(write: Writer, id: number, content: PersonContent): boolean {
  let changed = write.update('people', { id }, personColumns(content));
  // Enrolments follow a correction until credit is claimed or a certificate is issued: those are of who the person was then.
  const open = write.rows<{ id: number }>(
    `SELECT id FROM enrolments WHERE person_id = ? AND NOT ${CERTIFIED} AND NOT ${CLAIMED}`,
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
  const row = requirePerson(write, id);
  const name = printedName(personContent(row));
  const exists = (table: string, column: string): boolean =>
    write.number(`SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ?)`, row.id) === 1;
  if (exists('enrolments', 'person_id'))
    throw new RoundsError(
      'people/in-use',
      `${name} is enrolled in an activity. Take them off it first; with a certificate they stay on record.`,
    );
  if (exists('evidence', 'person_id') || exists('pathways', 'person_id'))
    throw new RoundsError('people/in-use', `${name} has levels or a pathway on record. Remove those first.`);
  if (exists('people', 'merged_into_id'))
    throw new RoundsError(
      'people/in-use',
      `Another record was merged into that of ${name}, so it stays. Undo the merge first, in the history under Office.`,
    );
  write.describe(`Removed ${name}`);
  forgetPairs(write, row.id);
  write.remove('people', { id: row.id });
}

/** Takes away what was noted of a person as not being the same as somebody else. */
function forgetPairs(write: Writer, id: number): void {
  const pairs = write.rows<{ one_id: number; other_id: number }>(
    'SELECT one_id, other_id FROM different_people WHERE one_id = ? OR other_id = ?',
    id,
    id,
  );
  for (const pair of pairs) write.remove('different_people', pair);
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
  const content = personContent(row);
  return {
    id: row.id,
    ...personLine(content),
    activities,
    formerNames: content.formerNames.map(({ name }) => name),
  };
}

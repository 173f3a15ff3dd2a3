import type { ParsedInput } from '../../../shared/contract/index.ts';
import { PersonContent } from '../../../shared/contract/people.ts';
import { RoundsError } from '../../../shared/errors.ts';
import { mergedContent } from '../../../shared/people/merge.ts';
import { mergedClaim } from '../../../shared/people/merged-claims.ts';
import { printedName } from '../../../shared/people/name.ts';
import { moveClaims } from '../../credit/index.ts';
import type { Writer } from '../../database/index.ts';
import { rewritePerson } from '../people.ts';
import { type PersonRow, personContent } from '../person-row.ts';
import {
  amaHundredths,
  claimsOfTwo,
  type Part,
  type SharedActivity,
  sharedActivities,
  stayingSide,
  unitedCredentials,
  unitedMarks,
  unitedReflection,
  unitedResults,
} from './enrolments.ts';
import { blocked, mergePair } from './preview.ts';

type Input = ParsedInput<'people.merge'>;

/**
 * Tables whose rows name a person or an enrolment, and so are moved, united or left on purpose by a merge. A test compares
 * them with the file's references: a table that is new has to be considered here. Exported for that test only.
 */
export const CONSIDERED: Readonly<Record<'people' | 'enrolments', readonly string[]>> = {
  // `certificates` are sealed and go on naming the merged record, which stays for them.
  people: ['certificates', 'different_people', 'enrolments', 'evidence', 'pathways', 'people', 'person_keys'],
  enrolments: ['attendance', 'certificate_standing', 'certificates', 'credit_claims', 'reflections'],
};

/**
 * Merges the other record into the kept one. All that can be lost is kept: see `mergedContent`. The other row stays, without
 * keys, for the certificates that name it.
 * @throws RoundsError `people/not-found`, `people/cannot-merge`
 */
export function mergePeople(write: Writer, input: Input): number {
  const [keep, other] = mergePair(write, input.keepId, input.otherId);
  const [mine, theirs] = [personContent(keep), personContent(other)];
  const activities = sharedActivities(write, keep.id, other.id);
  const against = blocked(activities, printedName(mine), printedName(theirs));
  if (against.length > 0) throw new RoundsError('people/cannot-merge', against.join(' '));
  const content = PersonContent.safeParse(mergedContent(mine, theirs, input.choices));
  if (!content.success)
    throw new RoundsError(
      'people/cannot-merge',
      'Together the two records have more entries or longer notes than one can hold. Shorten one of them first.',
    );
  write.describe(`Merged ${printedName(theirs)} into ${printedName(mine)}`);
  for (const activity of activities) moveActivity(write, keep.id, activity, input);
  moveRows(write, keep.id, other.id);
  movePairs(write, keep.id, other.id);
  hide(write, keep.id, other);
  rewritePerson(write, keep.id, content.data);
  return keep.id;
}

function moveActivity(write: Writer, keepId: number, activity: SharedActivity, input: Input): void {
  const { keep, other } = activity;
  if (!keep) {
    write.update('enrolments', { id: other.enrolment.id }, { person_id: keepId });
    return;
  }
  const { columns } = unitedResults(
    { keep, other },
    (result) =>
      input.results.find((one) => one.activityId === activity.activityId && one.result === result)?.side,
  );
  const [staying, going] = stayingSide({ keep, other }) === 'keep' ? [keep, other] : [other, keep];
  const { id } = staying.enrolment;
  const reflection = reflectionOf(staying, going);
  const claims = claimsOfTwo(write, { keep, other }).map((two) => {
    const chosen = input.claims.find(
      (one) => one.activityId === activity.activityId && one.typeId === two.typeId,
    )?.side;
    return [two.typeId, mergedClaim(two, chosen, amaHundredths(columns)).hundredths] as const;
  });
  moveClaims(write, activity.activityId, id, going.enrolment.id, new Map(claims));
  leave(write, going);
  write.update('enrolments', { id }, { ...columns, ...unitedCredentials(staying, going), person_id: keepId });
  for (const mark of unitedMarks(staying.marks, going.marks).values()) {
    const { session_id, minutes, method } = mark;
    if (staying.marks.some((own) => own.session_id === session_id))
      write.update('attendance', { enrolment_id: id, session_id }, { minutes, method });
    else write.insert('attendance', { enrolment_id: id, session_id, minutes, method });
  }
  if (reflection && staying.reflection) write.update('reflections', { enrolment_id: id }, reflection);
  else if (reflection) write.insert('reflections', reflection);
}

/** The reflection of the enrolment that goes on. */
function reflectionOf(staying: Part, going: Part): Part['reflection'] {
  const { id } = staying.enrolment;
  if (staying.reflection && going.reflection) return unitedReflection(staying.reflection, going.reflection);
  const only = staying.reflection ?? going.reflection;
  return only ? { ...only, enrolment_id: id } : null;
}

/** Takes away the enrolment that does not go on, unless certificates name it: then it stays with the merged record. */
function leave(write: Writer, going: Part): void {
  const { id } = going.enrolment;
  if (going.reflection) write.remove('reflections', { enrolment_id: id });
  if (going.certificates.length > 0) return;
  for (const { session_id } of going.marks) write.remove('attendance', { enrolment_id: id, session_id });
  write.remove('enrolments', { id });
}

function moveRows(write: Writer, keepId: number, otherId: number): void {
  for (const table of ['evidence', 'pathways'] as const)
    for (const { id } of write.rows<{ id: number }>(`SELECT id FROM ${table} WHERE person_id = ?`, otherId))
      write.update(table, { id }, { person_id: keepId });
}

/** Who is not the same as the other record is not the same as the kept one. */
function movePairs(write: Writer, keepId: number, otherId: number): void {
  const pairs = write.rows<{ one_id: number; other_id: number; noted_at: string }>(
    'SELECT * FROM different_people WHERE one_id = ? OR other_id = ?',
    otherId,
    otherId,
  );
  for (const { one_id, other_id, noted_at } of pairs) {
    write.remove('different_people', { one_id, other_id });
    const third = one_id === otherId ? other_id : one_id;
    const key = { one_id: Math.min(keepId, third), other_id: Math.max(keepId, third) };
    const known = write.number(
      'SELECT count(*) FROM different_people WHERE one_id = ? AND other_id = ?',
      key.one_id,
      key.other_id,
    );
    if (third !== keepId && known === 0) write.insert('different_people', { ...key, noted_at });
  }
}

/** The merged row keeps what it said and loses its keys: no list, search or import finds it. */
function hide(write: Writer, keepId: number, other: PersonRow): void {
  const earlier = write.rows<{ id: number }>('SELECT id FROM people WHERE merged_into_id = ?', other.id);
  for (const { id } of earlier) write.update('people', { id }, { merged_into_id: keepId });
  write.update(
    'people',
    { id: other.id },
    {
      merged_into_id: keepId,
      email: '',
      email_key: '',
      npi: '',
      orcid: '',
      known_by: '[]',
      sort_key: '',
      search_key: '',
    },
  );
}

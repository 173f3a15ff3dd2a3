import { isLive } from '../../shared/certificates/learning-formats.ts';
import type { PersonAct, PersonHistory } from '../../shared/contract/people-history.ts';
import { LearningFormat } from '../../shared/contract/primitives.ts';
import { AMA_CODE } from '../../shared/credit/credit-type-data.ts';
import { printedName } from '../../shared/people/name.ts';
import { type RecordedRow, recordChanges } from '../../shared/people/record-changes.ts';
import { creditOfPerson } from '../credit/index.ts';
import type { Reader } from '../database/index.ts';
import { type AttendedMinutes, attendedMinutes } from './attended.ts';
import { requirePerson } from './find.ts';
import { type PersonRow, personContent } from './person-row.ts';

const MOST_ACTS = 200;

/** All that is on record of one person, and of the records that were merged into it. @throws RoundsError `people/not-found` */
export function personHistory(read: Reader, id: number): PersonHistory {
  const person = requirePerson(read, id);
  const merged = read.rows<PersonRow>('SELECT * FROM people WHERE merged_into_id = ? ORDER BY id', person.id);
  const ids = [person.id, ...merged.map((row) => row.id)];
  const activities = activitiesOf(read, person.id);
  const count = (table: string): number =>
    read.number(`SELECT count(*) FROM ${table} WHERE person_id = ?`, person.id);
  return {
    id: person.id,
    mergedFrom: merged.map((row) => ({ id: row.id, name: printedName(personContent(row)) })),
    activities: activities.map(({ learning_format: _, awarded: __, ...activity }) => activity),
    credit: creditInYears(read, person.id, activities),
    certificates: certificatesOf(read, ids),
    imports: importsOf(read, ids),
    evidence: count('evidence'),
    pathways: count('pathways'),
    acts: actsOf(read, ids),
  };
}

type Attended = PersonHistory['activities'][number] & {
  readonly learning_format: string;
  /** Quarter-hours that a certificate in force awards. */
  readonly awarded: number;
};

/** What was claimed by year and type, and how much of the AMA PRA credit certificates in force award. */
function creditInYears(
  read: Reader,
  personId: number,
  activities: readonly Attended[],
): PersonHistory['credit'] {
  const ama = read.number('SELECT id FROM credit_types WHERE code = ?', AMA_CODE);
  const awarded = new Map<number, number>();
  for (const activity of activities) {
    const year = yearOf(activity);
    awarded.set(year, (awarded.get(year) ?? 0) + activity.awarded * 25);
  }
  return creditOfPerson(read, personId).map((credit) => ({
    ...credit,
    awardedHundredths: credit.typeId === ama ? (awarded.get(credit.year) ?? 0) : null,
  }));
}

/** Material to work through is earned when the person finished it. */
function yearOf(activity: Attended): number {
  const live = isLive(LearningFormat.parse(activity.learning_format));
  const day = live ? activity.endsOn : (activity.evaluationReturnedOn ?? activity.endsOn);
  return Number(day.slice(0, 4));
}

function activitiesOf(read: Reader, personId: number): readonly Attended[] {
  const minutes = attendedMinutes(read, personId);
  return read
    .rows<Omit<Attended, 'reflected' | keyof AttendedMinutes> & { readonly reflected: number }>(
      `SELECT activities.id AS activityId, activities.title, starts_on AS startsOn, ends_on AS endsOn, learning_format,
         assessment_percent AS assessmentPercent, evaluation_returned_on AS evaluationReturnedOn,
         claimed_quarters AS claimedQuarters,
         EXISTS (SELECT 1 FROM reflections WHERE enrolment_id = enrolments.id) AS reflected,
         coalesce((SELECT credit_quarters FROM certificates JOIN certificate_standing ON certificate_id = certificates.id
           WHERE certificates.enrolment_id = enrolments.id AND kind = 'cme' AND status = 'issued'), 0) AS awarded
       FROM enrolments JOIN activities ON activities.id = activity_id
       WHERE person_id = ? ORDER BY starts_on DESC, enrolments.id DESC`,
      personId,
    )
    .map((row) => ({
      ...row,
      ...(minutes.get(row.activityId) ?? { minutesAttended: null, minutesOffered: 0 }),
      reflected: row.reflected === 1,
    }));
}

function certificatesOf(read: Reader, ids: readonly number[]): PersonHistory['certificates'] {
  return [
    ...read.rows<PersonHistory['certificates'][number]>(
      `SELECT id, number, kind, activity_title AS activityTitle, name, credit_quarters AS creditQuarters, status,
         issued_at AS issuedAt
       FROM certificates JOIN certificate_standing ON certificate_id = certificates.id
       WHERE person_id IN (${ids.map(() => '?').join(', ')}) ORDER BY issued_at DESC, id DESC`,
      ...ids,
    ),
  ];
}

/** Imports that wrote something of the person: the record, an enrolment, attendance or a reflection. Found by the keys of the history. */
function importsOf(read: Reader, ids: readonly number[]): PersonHistory['imports'] {
  const enrolments = read.rows<{ id: number }>(
    `SELECT id FROM enrolments WHERE person_id IN (${ids.map(() => '?').join(', ')})`,
    ...ids,
  );
  const touched = new Set<number>();
  const note = (sql: string, ...keys: readonly string[]): void => {
    for (const { change_id } of read.rows<{ change_id: number }>(sql, ...keys)) touched.add(change_id);
  };
  const byKey = 'SELECT change_id FROM audit WHERE entity = ? AND entity_key = ?';
  for (const id of ids) note(byKey, 'people', JSON.stringify({ id }));
  for (const { id } of enrolments) {
    note(byKey, 'enrolments', JSON.stringify({ id }));
    note(byKey, 'reflections', JSON.stringify({ enrolment_id: id }));
    // Every session of the enrolment: the next sign after the comma ends the range.
    note(
      "SELECT change_id FROM audit WHERE entity = 'attendance' AND entity_key >= ? AND entity_key < ?",
      `{"enrolment_id":${id},`,
      `{"enrolment_id":${id}-`,
    );
  }
  return read
    .rows<{
      id: number;
      kind: string;
      file_name: string;
      applied_at: string;
      change_id: number;
      undone: number;
    }>(
      `SELECT id, kind, file_name, applied_at, change_id,
         EXISTS (SELECT 1 FROM changes WHERE undo_of = imports.change_id) AS undone
       FROM imports ORDER BY id DESC`,
    )
    .filter(({ change_id }) => touched.has(change_id))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file_name,
      appliedAt: row.applied_at,
      undone: row.undone === 1,
    }));
}

type AuditRow = {
  readonly change_id: number;
  readonly at: string;
  readonly method: string;
  readonly title: string;
  readonly reason: string | null;
  readonly entity_key: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What was done to the record itself, the latest first. */
function actsOf(read: Reader, ids: readonly number[]): PersonHistory['acts'] {
  const own = JSON.stringify({ id: ids[0] });
  const rows = read.rows<AuditRow>(
    `SELECT change_id, at, method, title, reason, entity_key, before, after
     FROM audit JOIN changes ON changes.id = change_id
     WHERE entity = 'people' AND entity_key IN (${ids.map(() => '?').join(', ')}) ORDER BY audit.id DESC LIMIT ${MOST_ACTS}`,
    ...ids.map((id) => JSON.stringify({ id })),
  );
  const acts = Map.groupBy(rows, ({ change_id }) => change_id);
  return [...acts.values()].flatMap((group) => {
    // One act may touch two records of a merge: what it did to the one that stays is told.
    const row = group.find(({ entity_key }) => entity_key === own) ?? group[0];
    return row ? [actOf(row)] : [];
  });
}

function actOf(row: AuditRow): PersonAct {
  const [before, after] = [recorded(row.before), recorded(row.after)];
  return {
    changeId: row.change_id,
    at: row.at,
    title: row.title,
    how: howOf(row.method),
    reason: row.reason,
    fields: before && after ? [...recordChanges(before, after)] : [],
  };
}

function howOf(method: string): PersonAct['how'] {
  switch (method) {
    case 'people.create':
    case 'people.update':
    case 'people.remove':
      return 'hand';
    case 'imports.apply':
      return 'import';
    case 'people.merge':
      return 'merge';
    case 'changes.undo':
      return 'undo';
    default:
      return 'other';
  }
}

function recorded(text: string | null): RecordedRow | null {
  // Written by the Writer from the row itself.
  return text === null ? null : (JSON.parse(text) as RecordedRow);
}

import { z } from 'zod';
import { dateInZone } from '../../shared/activities/schedule.ts';
import type { CompletedModule, Evidence } from '../../shared/contract/learners.ts';
import { ShownLevel } from '../../shared/contract/learners.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { LearnerRecord, TaughtModule } from '../../shared/pathways/learner-levels.ts';
import { getVersion } from '../curricula/index.ts';
import type { Reader } from '../database/index.ts';
import { NAME_COLUMNS, type NamedRow, rowName } from '../people/index.ts';

/** A learner as pathways need them. */
export type Learner = {
  readonly personId: number;
  readonly name: string;
  readonly profession: Profession;
  readonly specialty: string;
};

/** What is on record about a learner, with where each completed module was taught. */
type KnownLearner = LearnerRecord & {
  readonly taught: readonly (TaughtModule & Pick<CompletedModule, 'activityId' | 'activityTitle'>)[];
};

type LearnerRow = NamedRow & {
  readonly id: number;
  readonly profession: string;
  readonly specialty: string;
};

/** One person. @throws RoundsError `people/not-found` */
export function requireLearner(read: Reader, personId: number): Learner {
  const [row] = read.rows<LearnerRow>(
    `SELECT ${LEARNER} FROM people WHERE id = ? AND merged_into_id IS NULL`,
    personId,
  );
  if (!row)
    throw new RoundsError('people/not-found', 'This person is not there any more. Go back to the list.');
  return learner(row);
}

/** Everyone enrolled in an activity, in the order of their names. */
export function enrolledLearners(read: Reader, activityId: number): readonly Learner[] {
  return read
    .rows<LearnerRow>(
      `SELECT ${LEARNER} FROM people WHERE id IN (SELECT person_id FROM enrolments WHERE activity_id = ?)
         AND merged_into_id IS NULL ORDER BY sort_key, id`,
      activityId,
    )
    .map(learner);
}

/** What is on record about one person. */
export function learnerRecord(read: Reader, personId: number): KnownLearner {
  return learnerRecords(read, 'SELECT ?', personId).get(personId) ?? NOTHING_KNOWN;
}

/** What is on record about everyone enrolled in an activity, by person; who is missing has nothing. */
export function enrolledRecords(read: Reader, activityId: number): ReadonlyMap<number, KnownLearner> {
  return learnerRecords(read, 'SELECT person_id FROM enrolments WHERE activity_id = ?', activityId);
}

/** Somebody of whom nothing is known. */
export const NOTHING_KNOWN: KnownLearner = { evidence: [], completed: [], reflected: [], taught: [] };

/** Today in the office's time zone; UTC until an office is set up. */
export function officeToday(read: Reader, now: string): string {
  const zone = read.first(read.from.selectFrom('office').select('time_zone'))?.time_zone ?? 'UTC';
  return dateInZone(now, zone);
}

const LEARNER = `id, ${NAME_COLUMNS}, profession, specialty`;

function learner(row: LearnerRow): Learner {
  return {
    personId: row.id,
    name: rowName(row),
    profession: Profession.parse(row.profession),
    specialty: row.specialty,
  };
}

/** Records of the people whom a subquery names: a few statements, however many people there are. */
function learnerRecords(read: Reader, people: string, id: number): ReadonlyMap<number, KnownLearner> {
  const evidence = Map.groupBy(evidenceOf(read, people, id), (one) => one.personId);
  const taught = Map.groupBy(taughtTo(read, people, id), (one) => one.personId);
  const reflected = Map.groupBy(reflectedBy(read, people, id), (one) => one.personId);
  const ids = new Set([...evidence.keys(), ...taught.keys(), ...reflected.keys()]);
  return new Map(
    [...ids].map((personId) => {
      const modules = (taught.get(personId) ?? []).map((one) => one.module);
      return [
        personId,
        {
          evidence: (evidence.get(personId) ?? []).map((one) => one.evidence),
          reflected: reflected.get(personId) ?? [],
          completed: modules,
          taught: modules,
        },
      ];
    }),
  );
}

function evidenceOf(
  read: Reader,
  people: string,
  id: number,
): readonly { readonly personId: number; readonly evidence: Evidence }[] {
  return read
    .rows<{
      id: number;
      person_id: number;
      competency_code: string;
      level: number;
      kind: Evidence['kind'];
      dated_on: string;
      source: string;
      reason: string;
      recorded_at: string;
    }>(`SELECT * FROM evidence WHERE person_id IN (${people}) ORDER BY dated_on DESC, id DESC`, id)
    .map((row) => ({
      personId: row.person_id,
      evidence: {
        id: row.id,
        competencyCode: row.competency_code,
        level: ShownLevel.parse(row.level),
        kind: row.kind,
        datedOn: row.dated_on,
        source: row.source,
        reason: row.reason,
        recordedAt: row.recorded_at,
      },
    }));
}

/**
 * Modules completed: an activity with a certificate in force, and every session of the module attended. They count as they
 * stood in the version that was taught.
 */
function taughtTo(
  read: Reader,
  people: string,
  id: number,
): readonly { readonly personId: number; readonly module: KnownLearner['taught'][number] }[] {
  const rows = read.rows<{
    person_id: number;
    activity_id: number;
    title: string;
    version_id: number;
    module_code: string;
    completed_on: string;
  }>(
    `SELECT enrolments.person_id, activities.id AS activity_id, activities.title, version_id, module_code,
       max(sessions.date) AS completed_on
     FROM enrolments
       JOIN certificate_standing ON certificate_standing.enrolment_id = enrolments.id AND status = 'issued'
       JOIN activities ON activities.id = enrolments.activity_id
       JOIN sessions ON sessions.activity_id = activities.id AND module_code IS NOT NULL
       LEFT JOIN attendance ON attendance.enrolment_id = enrolments.id AND attendance.session_id = sessions.id
     WHERE enrolments.person_id IN (${people})
     GROUP BY enrolments.id, module_code HAVING min(coalesce(attendance.minutes, 0)) > 0
     ORDER BY completed_on, module_code, enrolments.id`,
    id,
  );
  const versions = new Map<number, ReadonlyMap<string, TaughtModule>>();
  const modulesOf = (versionId: number): ReadonlyMap<string, TaughtModule> => {
    const known = versions.get(versionId) ?? versionModules(read, versionId);
    versions.set(versionId, known);
    return known;
  };
  return rows.flatMap((row) => {
    const module = modulesOf(row.version_id).get(row.module_code);
    if (!module) return [];
    return {
      personId: row.person_id,
      module: {
        ...module,
        completedOn: row.completed_on,
        activityId: row.activity_id,
        activityTitle: row.title,
      },
    };
  });
}

function versionModules(read: Reader, versionId: number): ReadonlyMap<string, TaughtModule> {
  return new Map(
    getVersion(read, versionId).content.map(({ code, title, specialtyFocus, competencies }) => [
      code,
      { code, title, completedOn: '', specialtyFocus, competencies },
    ]),
  );
}

const Ratings = z.array(z.object({ code: z.string(), after: ShownLevel }));

function reflectedBy(
  read: Reader,
  people: string,
  id: number,
): readonly (LearnerRecord['reflected'][number] & { readonly personId: number })[] {
  return read
    .rows<{ person_id: number; written_on: string; confidence: string }>(
      `SELECT person_id, written_on, confidence FROM reflections
         JOIN enrolments ON enrolments.id = reflections.enrolment_id WHERE person_id IN (${people})`,
      id,
    )
    .flatMap((row) =>
      Ratings.parse(JSON.parse(row.confidence)).map(({ code, after }) => ({
        personId: row.person_id,
        competencyCode: code,
        level: after,
        writtenOn: row.written_on,
      })),
    );
}

import { z } from 'zod';
import { LIVE_FORMATS } from '../../shared/certificates/learning-formats.ts';
import type { CreditEntry, CreditOfYear } from '../../shared/contract/credit.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { AMA_CODE } from '../../shared/credit/credit-type-data.ts';
import type { Reader } from '../database/index.ts';
import { ENROLMENT_COUNTS } from '../people/index.ts';

const live = LIVE_FORMATS.map((format) => `'${format}'`).join(', ');

const AMA = `(SELECT id FROM credit_types WHERE code = '${AMA_CODE}')`;

/** As on certificates: a live activity is dated by its last day, any other by the day on which the person finished. */
const DATED = `CASE WHEN activities.learning_format IN (${live}) THEN activities.ends_on
  ELSE coalesce(enrolments.evaluation_returned_on, activities.ends_on) END`;

/**
 * Claims of every type as SQL rows of person_id, activity_id, title, type_id, hundredths, profession, fits and dated_on, those
 * of AMA PRA credit from the enrolments themselves. Who may have a credit is judged when it is claimed: what is on record
 * counts, and `fits` is 0 where the profession at the activity may not have the credit by now, so that it can be looked into.
 * `source` joins activities and enrolments; `condition` narrows both halves and takes its parameters once for each.
 */
function claimsSql(source: string, condition: string): string {
  const counts = `${condition} AND ${ENROLMENT_COUNTS}`;
  return `
  SELECT enrolments.person_id, activities.id AS activity_id, activities.title, ${AMA} AS type_id,
    enrolments.claimed_quarters * 25 AS hundredths, enrolments.profession,
    enrolments.profession = 'physician' AS fits, ${DATED} AS dated_on
  FROM ${source}
  WHERE enrolments.claimed_quarters > 0 AND ${counts}
  UNION ALL
  SELECT enrolments.person_id, activities.id, activities.title, credit_claims.type_id,
    credit_claims.claimed_hundredths, enrolments.profession,
    credit_types.professions = '[]' OR instr(credit_types.professions, '"' || enrolments.profession || '"') > 0, ${DATED}
  FROM ${source} CROSS JOIN credit_claims ON credit_claims.enrolment_id = enrolments.id
    JOIN credit_types ON credit_types.id = credit_claims.type_id
  WHERE credit_claims.claimed_hundredths > 0 AND ${counts}`;
}

/** Activities first: those that cannot have given credit in the days asked for are passed over with all their people. */
const BY_ACTIVITY = 'activities CROSS JOIN enrolments ON enrolments.activity_id = activities.id';
const IN_DAYS = `(activities.learning_format NOT IN (${live})
    OR activities.ends_on BETWEEN (SELECT first FROM days) AND (SELECT last FROM days))
  AND ${DATED} BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)`;

/** Rows of person_id, type_id, hundredths, activities and how many of these do not fit (see {@link claimsSql}), from one day to another, which are its two parameters. */
export const CREDIT_BETWEEN = `
  WITH days AS MATERIALIZED (SELECT ? AS first, ? AS last)
  SELECT person_id, type_id, sum(hundredths) AS hundredths, count(*) AS activities, sum(NOT fits) AS unfit
  FROM (${claimsSql(BY_ACTIVITY, IN_DAYS)}) GROUP BY person_id, type_id`;

/** Years in which credit may have been earned, the latest first. */
export function creditYears(read: Reader): readonly number[] {
  const rows = read.rows<{ year: string }>(
    `SELECT substr(ends_on, 1, 4) AS year FROM activities
     UNION SELECT substr(evaluation_returned_on, 1, 4)
     FROM activities CROSS JOIN enrolments ON enrolments.activity_id = activities.id
     WHERE learning_format NOT IN (${live}) AND evaluation_returned_on IS NOT NULL
     ORDER BY year DESC`,
  );
  return rows.map(({ year }) => Number(year));
}

const BY_PERSON = 'enrolments CROSS JOIN activities ON activities.id = enrolments.activity_id';

/** What one person has claimed, by year and type: the latest year first, types in their order. The person's page shows it. */
export function creditOfPerson(read: Reader, personId: number): readonly CreditOfYear[] {
  const rows = read.rows<{
    year: string;
    type_id: number;
    name: string;
    unit_one: string;
    unit_many: string;
    hundredths: number;
    activities: number;
    unfit: number;
  }>(
    `SELECT substr(dated_on, 1, 4) AS year, type_id, credit_types.name, unit_one, unit_many,
       sum(hundredths) AS hundredths, count(*) AS activities, sum(NOT fits) AS unfit
     FROM (${claimsSql(BY_PERSON, 'enrolments.person_id = ?')}) JOIN credit_types ON credit_types.id = type_id
     GROUP BY year, type_id ORDER BY year DESC, credit_types.position, credit_types.name`,
    personId,
    personId,
  );
  return rows.map((row) => ({
    year: Number(row.year),
    typeId: row.type_id,
    typeName: row.name,
    unitOne: row.unit_one,
    unitMany: row.unit_many,
    hundredths: row.hundredths,
    activities: row.activities,
    unfit: row.unfit,
  }));
}

/** Every claim of one person from one day to another, the latest first: what stands behind a figure, and in a transcript. */
export function creditEntries(
  read: Reader,
  personId: number,
  from: string,
  to: string,
): readonly CreditEntry[] {
  const rows = read.rows<Omit<CreditEntry, 'unfitProfession'> & { profession: string; fits: 0 | 1 }>(
    `SELECT activity_id AS activityId, title, dated_on AS datedOn, type_id AS typeId, credit_types.name AS typeName,
       unit_one AS unitOne, unit_many AS unitMany, hundredths, profession, fits
     FROM (${claimsSql(BY_PERSON, 'enrolments.person_id = ?')}) JOIN credit_types ON credit_types.id = type_id
     WHERE dated_on BETWEEN ? AND ?
     ORDER BY dated_on DESC, activity_id DESC, credit_types.position, credit_types.name`,
    personId,
    personId,
    from,
    to,
  );
  return rows.map(({ profession, fits, ...entry }) => ({
    ...entry,
    unfitProfession: fits === 1 ? null : Profession.parse(profession),
  }));
}

/** Amounts that a query gathered as JSON. */
export const Amounts = z.array(
  z.strictObject({ typeId: z.int(), hundredths: z.int(), activities: z.int(), unfit: z.int() }),
);

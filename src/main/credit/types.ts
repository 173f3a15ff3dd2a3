import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type CreditType, CreditTypeContent } from '../../shared/contract/credit.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { AMA_CODE } from '../../shared/credit/credit-type-data.ts';
import { isMask } from '../../shared/credit/identifier-mask.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { ENROLMENT_COUNTS } from '../people/index.ts';

type TypeRow = Selectable<Schema['credit_types']>;

/** Position of a type that an office makes: after all that come with the program, which are fewer. */
const OWN_POSITION = 1_000;

/** Every credit type, the field's in their order and then the office's own by name. */
export function listTypes(read: Reader): readonly CreditType[] {
  const rows = read.rows<TypeRow & { activities: number; claims: number }>(
    `SELECT credit_types.*,
       CASE code WHEN ? THEN (SELECT count(*) FROM activities WHERE maximum_quarters > 0)
         ELSE (SELECT count(*) FROM activity_credits WHERE type_id = credit_types.id) END AS activities,
       CASE code WHEN ? THEN (SELECT count(*) FROM enrolments WHERE claimed_quarters IS NOT NULL AND ${ENROLMENT_COUNTS})
         ELSE (SELECT count(*) FROM credit_claims WHERE type_id = credit_types.id) END AS claims
     FROM credit_types ORDER BY position, name, id`,
    AMA_CODE,
    AMA_CODE,
  );
  return rows.map((row) => typeOf(row, row.activities, row.claims));
}

/** One credit type. @throws RoundsError `credit/type-not-found` */
export function getType(read: Reader, id: number): CreditType {
  const row = requireType(read, id);
  return typeOf(row, usingActivities(read, id), usingClaims(read, id));
}

/** Adds a type of the office's own. @throws RoundsError `credit/type-name-in-use`, `request/invalid` */
export function createType(write: Writer, content: CreditTypeContent): number {
  check(write, content, null);
  write.describe(`Added credit type “${content.name}”`);
  return write.insert('credit_types', {
    code: freeCode(write, content.name),
    position: OWN_POSITION,
    ...typeColumns(content),
    confidence: 'set by the office',
    unsure: '',
    origin: 'office',
    edited: 0,
    retired: 0,
  });
}

/**
 * Changes a type for what is recorded from now on; what is claimed stays counted, also where the profession may no longer have
 * the credit. What a unit is stays fixed once somebody has claimed it.
 * @throws RoundsError `credit/type-not-found`, `credit/type-fixed`, `credit/type-name-in-use`, `request/invalid`
 */
export function updateType(write: Writer, id: number, content: CreditTypeContent): void {
  const row = requireType(write, id);
  if (row.code === AMA_CODE)
    throw new RoundsError(
      'credit/type-fixed',
      'AMA PRA Category 1 Credit is fixed by the AMA. How your office rounds it is set under Office, Settings.',
    );
  check(write, content, id);
  const before = typeContent(row);
  const unitChanged =
    before.minutesPerUnit !== content.minutesPerUnit ||
    before.unitOne !== content.unitOne ||
    before.unitMany !== content.unitMany;
  const claims = usingClaims(write, id);
  if (unitChanged && claims > 0)
    throw new RoundsError(
      'credit/type-fixed',
      `${counted(claims, 'claim is', 'claims are')} recorded in ${row.unit_many}, so the unit cannot be changed. Retire this type and add a new one.`,
    );
  write.describe(`Changed credit type “${content.name}”`);
  write.update('credit_types', { id }, { ...typeColumns(content), edited: row.origin === 'field' ? 1 : 0 });
}

/** Takes a type out of use for new activities, or back into use. @throws RoundsError `credit/type-not-found`, `credit/type-fixed` */
export function retireType(write: Writer, id: number, retired: boolean): void {
  const row = requireType(write, id);
  if (row.code === AMA_CODE)
    throw new RoundsError('credit/type-fixed', 'AMA PRA Category 1 Credit is always in use.');
  write.describe(`${retired ? 'Retired' : 'Took back into use'} credit type “${row.name}”`);
  write.update('credit_types', { id }, { retired: retired ? 1 : 0 });
}

/** Removes a type of the office's own that nothing uses. @throws RoundsError `credit/type-in-use`, `credit/type-fixed` */
export function removeType(write: Writer, id: number): void {
  const row = requireType(write, id);
  if (row.origin === 'field')
    throw new RoundsError(
      'credit/type-fixed',
      `“${row.name}” came with the program and cannot be removed. Retire it if your office does not use it.`,
    );
  const targets = write.number('SELECT count(*) FROM credit_targets WHERE type_id = ?', id);
  if (usingActivities(write, id) + usingClaims(write, id) + targets > 0)
    throw new RoundsError(
      'credit/type-in-use',
      `“${row.name}” is used by activities or targets and stays on record. Retire it instead.`,
    );
  write.describe(`Removed credit type “${row.name}”`);
  write.remove('credit_types', { id });
}

/** The row of a type. @throws RoundsError `credit/type-not-found` */
function requireType(read: Reader, id: number): TypeRow {
  const row = read.first(read.from.selectFrom('credit_types').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError(
      'credit/type-not-found',
      'This credit type is not there any more. Reload the list.',
    );
  return row;
}

/** A row as the contract shows it. */
function typeOf(row: TypeRow, activities: number, claims: number): CreditType {
  return {
    ...typeContent(row),
    id: row.id,
    code: row.code,
    confidence: row.confidence,
    unsure: row.unsure,
    origin: row.origin,
    edited: row.edited === 1,
    retired: row.retired === 1,
    ama: row.code === AMA_CODE,
    activities,
    claims,
  };
}

/** The columns of what an office may change. */
export function typeColumns(content: CreditTypeContent) {
  return {
    name: content.name,
    unit_one: content.unitOne,
    unit_many: content.unitMany,
    minutes_per_unit: content.minutesPerUnit,
    step_hundredths: content.stepHundredths,
    rounding: content.rounding,
    professions: JSON.stringify(content.professions),
    basis: content.basis,
    daily_cap_hundredths: content.dailyCapHundredths,
    second_unit: content.secondUnit === null ? null : JSON.stringify(content.secondUnit),
    evaluation_required: content.evaluationRequired ? 1 : 0,
    identifier_label: content.identifierLabel,
    identifier_form: content.identifierForm,
    identifier_example: content.identifierExample,
    statement: content.statement,
    note: content.note,
    valid_from: content.validFrom,
    valid_to: content.validTo,
    source: content.source,
  };
}

function typeContent(row: TypeRow): CreditTypeContent {
  return {
    name: row.name,
    unitOne: row.unit_one,
    unitMany: row.unit_many,
    minutesPerUnit: row.minutes_per_unit,
    stepHundredths: row.step_hundredths,
    rounding: row.rounding,
    professions: z.array(Profession).parse(JSON.parse(row.professions)),
    basis: row.basis,
    dailyCapHundredths: row.daily_cap_hundredths,
    secondUnit:
      row.second_unit === null ? null : CreditTypeContent.shape.secondUnit.parse(JSON.parse(row.second_unit)),
    evaluationRequired: row.evaluation_required === 1,
    identifierLabel: row.identifier_label,
    identifierForm: row.identifier_form,
    identifierExample: row.identifier_example,
    statement: row.statement,
    note: row.note,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  };
}

function usingActivities(read: Reader, id: number): number {
  return read.number('SELECT count(*) FROM activity_credits WHERE type_id = ?', id);
}

function usingClaims(read: Reader, id: number): number {
  return read.number('SELECT count(*) FROM credit_claims WHERE type_id = ?', id);
}

function check(read: Reader, content: CreditTypeContent, id: number | null): void {
  const same = read
    .all(read.from.selectFrom('credit_types').select(['id', 'name']))
    .find((row) => row.id !== id && fold(row.name) === fold(content.name));
  if (same)
    throw new RoundsError(
      'credit/type-name-in-use',
      `There is a credit type “${same.name}” already. Choose another name.`,
    );
  if (content.identifierForm !== '' && !isMask(content.identifierForm))
    throw new RoundsError(
      'request/invalid',
      'The form of the identifier cannot be read: close each bracket, and put something between.',
    );
  if (content.validTo !== null && content.validTo < content.validFrom)
    throw new RoundsError(
      'request/invalid',
      'The credit type ends before it begins. Correct one of the two dates.',
    );
}

/** A stable name for files, from the name: `Hospital hours` → `hospital-hours`. */
function freeCode(read: Reader, name: string): string {
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 32) || 'credit';
  const taken = new Set(
    read.all(read.from.selectFrom('credit_types').select('code')).map(({ code }) => code),
  );
  for (let number = 1; ; number += 1) {
    const code = number === 1 && base.length > 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}

import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { ActivityCredit, CreditType } from '../../shared/contract/credit.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { formatAmount, formatUnits, hundredthsFromQuarters } from '../../shared/credit/amounts.ts';
import { creditMost, ruleOf } from '../../shared/credit/credit-rule.ts';
import { maximumProblem } from '../../shared/credit/credit-words.ts';
import { fitsMask } from '../../shared/credit/identifier-mask.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted, formatDate } from '../../shared/format.ts';
import { listSessions, requireActivity } from '../activities/index.ts';
import { versionElectives } from '../curricula/index.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { getType, listTypes } from './types.ts';

type CreditRow = Selectable<Schema['activity_credits']>;

/** The credits of an activity beside AMA PRA credit, in the order of the types. */
export function activityCredits(read: Reader, activityId: number): readonly ActivityCredit[] {
  const activity = requireActivity(read, activityId);
  const sessions = listSessions(read, activityId);
  const rounding = officeRounding(read);
  const rows = new Map(creditRows(read, activityId).map((row) => [row.type_id, row]));
  if (rows.size === 0) return [];
  const electives = versionElectives(read, activity.version_id);
  return listTypes(read).flatMap((type) => {
    const row = rows.get(type.id);
    if (!row) return [];
    const rule = ruleOf(type, rounding, activity.learning_format);
    const excluded = excludedSessions(row);
    const most = creditMost(
      rule,
      sessions,
      excluded,
      hundredthsFromQuarters(activity.maximum_quarters),
      electives,
    );
    return [
      {
        type,
        maximumHundredths: row.maximum_hundredths,
        identifier: row.identifier,
        identifierProblem: identifierProblem(type, row.identifier),
        datesProblem: datesProblem(type, activity.starts_on, activity.ends_on),
        excludedSessionIds: sessions.map(({ id }) => id).filter((id) => excluded.has(id)),
        mostHundredths: most.mostHundredths,
        sum: [...most.sum],
        maximumProblem: maximumProblem(rule, row.maximum_hundredths, most.mostHundredths),
        claims: claimRows(read, activityId, type.id).length,
      },
    ];
  });
}

/**
 * Adds a credit to an activity, or changes it.
 * @throws RoundsError `activities/maximum-too-high`, `credit/invalid-step`, `credit/invalid-identifier`, `credit/not-in-force`,
 *   `credit/type-not-found`, `credit/type-fixed`, `sessions/not-found`
 */
export function designateCredit(write: Writer, input: ParsedInput<'credit.designate'>): void {
  const activity = requireActivity(write, input.activityId);
  const type = getType(write, input.typeId);
  if (type.ama)
    throw new RoundsError(
      'credit/type-fixed',
      'AMA PRA Category 1 Credit is designated with the activity itself. Change its maximum there.',
    );
  const sessions = listSessions(write, input.activityId);
  const excluded = new Set(input.excludedSessionIds);
  const present = write.first(
    write.from
      .selectFrom('activity_credits')
      .select('type_id')
      .where('activity_id', '=', input.activityId)
      .where('type_id', '=', input.typeId),
  );
  if (!present) requireInForce(type, activity.starts_on, activity.ends_on);
  if ([...excluded].some((id) => !sessions.some((session) => session.id === id)))
    throw new RoundsError(
      'sessions/not-found',
      'A session is not there any more. Reload the activity and choose again which sessions count.',
    );
  requireSteps(type, input.maximumHundredths);
  if (input.maximumHundredths === 0)
    throw new RoundsError(
      'credit/invalid-step',
      `Enter at least ${formatUnits(type.stepHundredths, type)}, or take the credit off the activity.`,
    );
  const problem = identifierProblem(type, input.identifier);
  if (problem !== null && input.identifier !== '')
    throw new RoundsError('credit/invalid-identifier', problem);
  const { mostHundredths } = creditMost(
    ruleOf(type, officeRounding(write), activity.learning_format),
    sessions,
    excluded,
    hundredthsFromQuarters(activity.maximum_quarters),
    versionElectives(write, activity.version_id),
  );
  if (input.maximumHundredths > mostHundredths)
    throw new RoundsError(
      'activities/maximum-too-high',
      type.basis === 'claimed'
        ? `At most ${formatUnits(mostHundredths, type)} can be given: no more than the sessions that count and the AMA PRA maximum. Enter that or less.`
        : `The sessions give at most ${formatUnits(mostHundredths, type)}. Enter that or less, or lengthen the sessions.`,
    );
  const row = {
    maximum_hundredths: input.maximumHundredths,
    identifier: input.identifier,
    excluded_sessions: JSON.stringify(sessions.map(({ id }) => id).filter((id) => excluded.has(id))),
  };
  write.describe(
    `${present ? 'Changed' : 'Added'} ${type.name} of “${activity.title}”: at most ${formatAmount(input.maximumHundredths)}`,
  );
  const key = { activity_id: input.activityId, type_id: input.typeId };
  if (present) write.update('activity_credits', key, row);
  else write.insert('activity_credits', { ...key, ...row });
}

/** Takes a credit off an activity, with its claims. Undoable. @throws RoundsError `credit/not-designated` */
export function withdrawCredit(
  write: Writer,
  activityId: number,
  typeId: number,
): { readonly claims: number } {
  const activity = requireActivity(write, activityId);
  const type = getType(write, typeId);
  requireCredit(write, activityId, typeId);
  const claims = claimRows(write, activityId, typeId);
  write.describe(
    `Took ${type.name} off “${activity.title}”${claims.length > 0 ? ` with ${counted(claims.length, 'claim', 'claims')}` : ''}`,
  );
  for (const claim of claims) write.remove('credit_claims', claim);
  write.remove('activity_credits', { activity_id: activityId, type_id: typeId });
  return { claims: claims.length };
}

/** Takes the credits of an activity to a copy of it; identifiers stay behind, since each activity has its own. */
export function copyActivityCredits(
  write: Writer,
  from: number,
  to: number,
  sessionIds: ReadonlyMap<number, number>,
): void {
  for (const row of creditRows(write, from))
    write.insert('activity_credits', {
      activity_id: to,
      type_id: row.type_id,
      maximum_hundredths: row.maximum_hundredths,
      identifier: '',
      excluded_sessions: JSON.stringify([...excludedSessions(row)].flatMap((id) => sessionIds.get(id) ?? [])),
    });
}

/** Removes the credits of an activity and all claims of them, inside a change that is already described. */
export function removeActivityCredits(write: Writer, activityId: number): void {
  const claims = write.rows<{ enrolment_id: number; type_id: number }>(
    `SELECT enrolment_id, type_id FROM credit_claims
     WHERE enrolment_id IN (SELECT id FROM enrolments WHERE activity_id = ?)`,
    activityId,
  );
  for (const claim of claims) write.remove('credit_claims', claim);
  for (const row of creditRows(write, activityId))
    write.remove('activity_credits', { activity_id: activityId, type_id: row.type_id });
}

/** Removes one person's claims at an activity, inside a change that is already described. */
export function removeClaims(write: Writer, enrolmentId: number): void {
  const claims = write.all(
    write.from
      .selectFrom('credit_claims')
      .select(['enrolment_id', 'type_id'])
      .where('enrolment_id', '=', enrolmentId),
  );
  for (const claim of claims) write.remove('credit_claims', claim);
}

/** The row of a credit of an activity. @throws RoundsError `credit/not-designated` */
export function requireCredit(read: Reader, activityId: number, typeId: number): CreditRow {
  const row = creditRows(read, activityId).find((credit) => credit.type_id === typeId);
  if (!row)
    throw new RoundsError(
      'credit/not-designated',
      'This credit is not offered by the activity any more. Reload the activity.',
    );
  return row;
}

/** Ids of the sessions that do not count for a credit; some may be gone. */
export function excludedSessions(row: Pick<CreditRow, 'excluded_sessions'>): ReadonlySet<number> {
  return new Set(z.array(z.int()).parse(JSON.parse(row.excluded_sessions)));
}

/** Refuses an amount that is no whole number of steps. @throws RoundsError `credit/invalid-step` */
export function requireSteps(
  type: { readonly name: string; readonly stepHundredths: number },
  hundredths: number,
): void {
  if (hundredths % type.stepHundredths === 0) return;
  throw new RoundsError(
    'credit/invalid-step',
    `${type.name} goes in steps of ${formatAmount(type.stepHundredths)}. Enter a multiple of that.`,
  );
}

function requireInForce(type: CreditType, startsOn: string, endsOn: string): void {
  if (type.retired)
    throw new RoundsError(
      'credit/not-in-force',
      `“${type.name}” is retired. Take it back into use under Office, Credit types, or choose another.`,
    );
  const problem = datesProblem(type, startsOn, endsOn);
  if (problem !== null) throw new RoundsError('credit/not-in-force', problem);
}

/** Why a type does not hold on the days of an activity, or null: they may have been moved since it was added. */
function datesProblem(type: CreditType, startsOn: string, endsOn: string): string | null {
  const next = 'Choose another credit type, or correct its dates under Office.';
  if (startsOn < type.validFrom)
    return `“${type.name}” holds from ${formatDate(type.validFrom)}; the activity begins earlier. ${next}`;
  if (type.validTo !== null && endsOn > type.validTo)
    return `“${type.name}” holds until ${formatDate(type.validTo)}; the activity ends later. ${next}`;
  return null;
}

function identifierProblem(
  type: {
    readonly identifierLabel: string;
    readonly identifierForm: string;
    readonly identifierExample: string;
  },
  identifier: string,
): string | null {
  if (type.identifierLabel === '') return null;
  if (identifier === '') return `The ${type.identifierLabel} is still missing.`;
  if (fitsMask(type.identifierForm, identifier)) return null;
  const example = type.identifierExample === '' ? '' : `, such as ${type.identifierExample}`;
  return `“${identifier}” does not look like a ${type.identifierLabel}${example}. Check it.`;
}

function creditRows(read: Reader, activityId: number): readonly CreditRow[] {
  return read.all(
    read.from
      .selectFrom('activity_credits')
      .selectAll()
      .where('activity_id', '=', activityId)
      .orderBy('type_id'),
  );
}

function claimRows(
  read: Reader,
  activityId: number,
  typeId: number,
): readonly { readonly enrolment_id: number; readonly type_id: number }[] {
  return read.rows(
    'SELECT enrolment_id, type_id FROM credit_claims WHERE type_id = ? AND activity_id = ?',
    typeId,
    activityId,
  );
}

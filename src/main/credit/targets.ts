import type { Selectable } from 'kysely';
import { z } from 'zod';
import { dateInZone } from '../../shared/activities/schedule.ts';
import type { CreditTarget, CreditTargetContent, CreditType } from '../../shared/contract/credit.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import { type FileOutput, Profession } from '../../shared/contract/primitives.ts';
import { formatAmount, formatUnits } from '../../shared/credit/amounts.ts';
import { mayHave } from '../../shared/credit/credit-rule.ts';
import { type TargetPeriod, targetPeriod } from '../../shared/credit/target-period.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { getOffice } from '../office/index.ts';
import { requireSteps } from './activity-credits.ts';
import { CREDIT_BETWEEN } from './dated-credit.ts';
import {
  csvFile,
  type ListedPerson,
  PERSON_COLUMNS,
  PERSON_HEADINGS,
  peopleConditions,
  personCells,
  personOf,
  readCursor,
} from './listed-people.ts';
import { getType } from './types.ts';

type TargetRow = Selectable<Schema['credit_targets']>;
type StandingFilter = Pick<ParsedInput<'credit.standing'>, 'targetId' | 'period' | 'show' | 'text'>;

/** What the office asks of its people, by name. */
export function listTargets(read: Reader): readonly CreditTarget[] {
  return read
    .all(read.from.selectFrom('credit_targets').selectAll().orderBy('name').orderBy('id'))
    .map(targetOf);
}

/** Sets a target. @throws RoundsError `credit/type-not-found`, `credit/invalid-step`, `credit/not-for-profession` */
export function createTarget(write: Writer, content: CreditTargetContent): number {
  check(write, content);
  write.describe(`Set the target “${content.name}”`);
  return write.insert('credit_targets', targetColumns(content));
}

/** Changes a target. @throws RoundsError as {@link createTarget}, and `credit/target-not-found` */
export function updateTarget(write: Writer, id: number, content: CreditTargetContent): void {
  requireTarget(write, id);
  check(write, content);
  write.describe(`Changed the target “${content.name}”`);
  write.update('credit_targets', { id }, targetColumns(content));
}

/** Removes a target; nobody's credit changes. Undoable. @throws RoundsError `credit/target-not-found` */
export function removeTarget(write: Writer, id: number): void {
  const target = requireTarget(write, id);
  write.describe(`Removed the target “${target.name}”`);
  write.remove('credit_targets', { id });
}

/** The period of a target and how many of those whom it concerns have met it. */
export function periodOf(
  read: Reader,
  input: ParsedInput<'credit.period'>,
  now: string,
): Output<'credit.period'> {
  const asked = standingOf(read, input.targetId, input.period, now);
  const count = (show: StandingFilter['show']): number => {
    const { sql, values } = standingSql(asked, { show, text: '' }, 'count(*)');
    return read.number(sql, ...values);
  };
  return { ...asked.period, met: count('met'), short: count('short') };
}

/** Who is short of a target and by how much, a page at a time in the order of names. */
export function listStanding(
  read: Reader,
  input: ParsedInput<'credit.standing'>,
  now: string,
): Output<'credit.standing'> {
  const asked = standingOf(read, input.targetId, input.period, now);
  const cursor = input.after === null ? null : readCursor(Cursor, input.after);
  const rows = standingRows(read, asked, input, cursor, input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const counting = standingSql(asked, input, 'count(*)');
  const total = cursor?.[0] ?? read.number(counting.sql, ...counting.values);
  return {
    rows: page.map((row) => ({
      ...personOf(row),
      hundredths: row.hundredths,
      shortHundredths: Math.max(0, asked.target.amountHundredths - row.hundredths),
    })),
    next: rows.length > input.limit && last ? JSON.stringify([total, last.sort_key, last.id]) : null,
    total,
  };
}

/** The same list as a table file. */
export function exportStanding(read: Reader, input: StandingFilter, now: string): FileOutput {
  const asked = standingOf(read, input.targetId, input.period, now);
  const { target, type, period } = asked;
  const rows = standingRows(read, asked, input, null, null);
  return csvFile(`${fileWords(target.name)} ${period.from} to ${period.to}.csv`, [
    [...PERSON_HEADINGS, `${type.name} (${type.unitMany})`, `Needed by ${period.to}`, 'Short by'],
    ...rows.map((row) => [
      ...personCells(row),
      formatAmount(row.hundredths),
      formatAmount(target.amountHundredths),
      formatAmount(Math.max(0, target.amountHundredths - row.hundredths)),
    ]),
  ]);
}

const Cursor = z.tuple([z.int(), z.string(), z.int()]);

type Asked = {
  readonly target: CreditTarget;
  readonly type: CreditType;
  readonly period: TargetPeriod;
};

type StandingLine = ListedPerson & { readonly hundredths: number };

function standingOf(read: Reader, targetId: number, period: number, now: string): Asked {
  const target = targetOf(requireTarget(read, targetId));
  const today = dateInZone(now, getOffice(read).timeZone);
  return {
    target,
    type: getType(read, target.typeId),
    period: targetPeriod(target, today, -period),
  };
}

function standingRows(
  read: Reader,
  asked: Asked,
  filter: Pick<StandingFilter, 'show' | 'text'>,
  cursor: z.infer<typeof Cursor> | null,
  limit: number | null,
): readonly StandingLine[] {
  const { sql, values } = standingSql(
    asked,
    filter,
    `${PERSON_COLUMNS}, coalesce(own.hundredths, 0) AS hundredths`,
  );
  return read.rows<StandingLine>(
    `${sql}${cursor ? ' AND (sort_key, people.id) > (?, ?)' : ''} ORDER BY sort_key, people.id${limit === null ? '' : ' LIMIT ?'}`,
    ...values,
    ...(cursor ? [cursor[1], cursor[2]] : []),
    ...(limit === null ? [] : [limit]),
  );
}

/** Everybody whom the target concerns, with what they have in its period. */
function standingSql(
  { target, type, period }: Asked,
  filter: Pick<StandingFilter, 'show' | 'text'>,
  columns: string,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const professions = target.professions.length > 0 ? target.professions : type.professions;
  const { conditions, values } = peopleConditions(filter);
  const had = {
    all: [],
    met: ['coalesce(own.hundredths, 0) >= ?'],
    short: ['coalesce(own.hundredths, 0) < ?'],
  }[filter.show];
  const where = [
    // A record that was merged into another is no person of its own.
    'people.merged_into_id IS NULL',
    ...conditions,
    ...(professions.length === 0 ? [] : [`people.profession IN (${professions.map(() => '?').join(', ')})`]),
    ...had,
  ];
  return {
    sql: `WITH own AS MATERIALIZED (SELECT person_id, hundredths FROM (${CREDIT_BETWEEN}) WHERE type_id = ?)
     SELECT ${columns} FROM people LEFT JOIN own ON own.person_id = people.id WHERE ${where.join(' AND ')}`,
    values: [
      period.from,
      period.to,
      type.id,
      ...values,
      ...professions,
      ...had.map(() => target.amountHundredths),
    ],
  };
}

function targetOf(row: TargetRow): CreditTarget {
  return {
    id: row.id,
    name: row.name,
    typeId: row.type_id,
    amountHundredths: row.amount_hundredths,
    startsOn: row.starts_on,
    years: row.years,
    professions: z.array(Profession).parse(JSON.parse(row.professions)),
  };
}

function targetColumns(content: CreditTargetContent) {
  return {
    name: content.name,
    type_id: content.typeId,
    amount_hundredths: content.amountHundredths,
    starts_on: content.startsOn,
    years: content.years,
    professions: JSON.stringify(content.professions),
  };
}

function requireTarget(read: Reader, id: number): TargetRow {
  const row = read.first(read.from.selectFrom('credit_targets').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError('credit/target-not-found', 'This target is not there any more. Reload the page.');
  return row;
}

function check(read: Reader, content: CreditTargetContent): void {
  const type = getType(read, content.typeId);
  requireSteps(type, content.amountHundredths);
  const [stranger] = content.professions.filter((profession) => !mayHave(type, profession));
  if (stranger)
    throw new RoundsError(
      'credit/not-for-profession',
      `${type.name} is not for the profession “${stranger}”, so nobody of it could have ${formatUnits(content.amountHundredths, type)}. Leave it out.`,
    );
}

/** A name as part of a file name, on any system. */
function fileWords(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N} -]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60) || 'target'
  );
}

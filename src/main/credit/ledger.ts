import { z } from 'zod';
import type { LedgerRow } from '../../shared/contract/credit.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { formatAmount } from '../../shared/credit/amounts.ts';
import { counted } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';
import { Amounts, CREDIT_BETWEEN, creditYears } from './dated-credit.ts';
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
import { listTypes } from './types.ts';

type LedgerFilter = Pick<ParsedInput<'credit.ledger'>, 'from' | 'to' | 'profession' | 'text'>;

type Row = ListedPerson & { readonly amounts: string; readonly sorted_by: number; readonly total: number };

/** How many there are, then the place of the last row: amount, sort key, id. */
const Cursor = z.tuple([z.int(), z.int(), z.string(), z.int()]);

/** Who has how much, a page at a time: by name, or the most of one type first. */
export function listLedger(read: Reader, input: ParsedInput<'credit.ledger'>): Output<'credit.ledger'> {
  const cursor = input.after === null ? null : readCursor(Cursor, input.after);
  const rows = ledgerRows(read, input, input.mostOf, cursor, input.limit + 1);
  const total = cursor?.[0] ?? rows[0]?.total ?? 0;
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page.map(ledgerRow),
    next:
      rows.length > input.limit && last
        ? JSON.stringify([total, last.sorted_by, last.sort_key, last.id])
        : null,
    total,
  };
}

/** Years with credit, and what was claimed of each type in a time; types in their order. */
export function creditTotals(read: Reader, input: ParsedInput<'credit.totals'>): Output<'credit.totals'> {
  const totals = read.rows<{ type_id: number; hundredths: number; people: number }>(
    `SELECT type_id, sum(hundredths) AS hundredths, count(*) AS people
     FROM (${CREDIT_BETWEEN}) JOIN credit_types ON credit_types.id = type_id
     ${input.profession === null ? '' : 'JOIN people ON people.id = person_id AND people.profession = ?'}
     GROUP BY type_id ORDER BY position, name`,
    input.from,
    input.to,
    ...(input.profession === null ? [] : [input.profession]),
  );
  return {
    years: [...creditYears(read)],
    totals: totals.map((row) => ({ typeId: row.type_id, hundredths: row.hundredths, people: row.people })),
  };
}

/** The ledger as a table file: a row for each person, a column for each type. */
export function exportLedger(read: Reader, input: LedgerFilter): FileOutput {
  const rows = ledgerRows(read, input, null, null, null);
  const types = creditTotals(read, { from: input.from, to: input.to, profession: input.profession }).totals;
  const names = new Map(listTypes(read).map((type) => [type.id, `${type.name} (${type.unitMany})`]));
  const unfit = rows.some((row) => amountsOf(row).some((amount) => amount.unfit > 0));
  const table = rows.map((row) => {
    const amounts = new Map(amountsOf(row).map(({ typeId, hundredths }) => [typeId, hundredths]));
    return [
      ...personCells(row),
      ...types.map(({ typeId }) => {
        const hundredths = amounts.get(typeId);
        return hundredths === undefined ? '' : formatAmount(hundredths);
      }),
      ...(unfit ? [unfitInWords(row, names)] : []),
    ];
  });
  return csvFile(`credit ${input.from} to ${input.to}.csv`, [
    [
      ...PERSON_HEADINGS,
      ...types.map(({ typeId }) => names.get(typeId) ?? ''),
      ...(unfit ? ['To be checked'] : []),
    ],
    ...table,
  ]);
}

function ledgerRows(
  read: Reader,
  filter: LedgerFilter,
  mostOf: number | null,
  cursor: z.infer<typeof Cursor> | null,
  limit: number | null,
): readonly Row[] {
  const { where, values } = ledgerWhere(filter);
  return read.rows<Row>(
    `WITH credits AS MATERIALIZED (${CREDIT_BETWEEN}),
       own AS (SELECT person_id, coalesce(sum(hundredths) FILTER (WHERE type_id = ?), 0) AS sorted_by
         FROM credits GROUP BY person_id),
       page AS MATERIALIZED (
         SELECT ${PERSON_COLUMNS}, sorted_by
         FROM own JOIN people ON people.id = own.person_id
         WHERE ${[...where, ...(cursor ? ['(-sorted_by, sort_key, people.id) > (?, ?, ?)'] : [])].join(' AND ')}
         ORDER BY -sorted_by, sort_key, people.id ${limit === null ? '' : 'LIMIT ?'})
     SELECT page.*, (SELECT json_group_array(
         json_object('typeId', type_id, 'hundredths', hundredths, 'activities', activities, 'unfit', unfit))
         FROM credits WHERE credits.person_id = page.id) AS amounts,
       ${cursor ? '0' : `(SELECT count(*) FROM own JOIN people ON people.id = own.person_id WHERE ${where.join(' AND ')})`} AS total
     FROM page ORDER BY -sorted_by, sort_key, id`,
    filter.from,
    filter.to,
    mostOf ?? 0,
    ...values,
    ...(cursor ? [-cursor[1], cursor[2], cursor[3]] : []),
    ...(limit === null ? [] : [limit]),
    ...(cursor ? [] : values),
  );
}

function ledgerWhere(filter: LedgerFilter): {
  readonly where: readonly string[];
  readonly values: readonly string[];
} {
  const { conditions, values } = peopleConditions(filter);
  return {
    where: ['true', ...conditions, ...(filter.profession === null ? [] : ['people.profession = ?'])],
    values: [...values, ...(filter.profession === null ? [] : [filter.profession])],
  };
}

function ledgerRow(row: Row): LedgerRow {
  return {
    ...personOf(row),
    amounts: [...amountsOf(row)],
  };
}

/** Which of a person's figures rest on claims of a profession that may not have the credit by now; empty for most. */
function unfitInWords(row: Row, names: ReadonlyMap<number, string>): string {
  return amountsOf(row)
    .filter(({ unfit }) => unfit > 0)
    .map(
      ({ typeId, unfit }) =>
        `${names.get(typeId) ?? ''}: not for the profession at ${counted(unfit, 'activity', 'activities')}`,
    )
    .join('; ');
}

function amountsOf(row: Row): z.infer<typeof Amounts> {
  return Amounts.parse(JSON.parse(row.amounts));
}

import {
  type CsvField,
  datesOfCell,
  fieldsOfHeadings,
  unguardFormula,
  valueOfCell,
} from '../../shared/exchange/csv-cells.ts';
import { quoteShort } from '../../shared/exchange/field-words.ts';
import { MOST_ROWS } from '../../shared/exchange/format.ts';
import type { Steps } from '../../shared/exchange/steps.ts';
import { type ColumnDates, columnDates, tableDate } from '../../shared/exchange/table-dates.ts';
import { formatDate } from '../../shared/format.ts';
import type { DateOrder } from '../../shared/imports/joins.ts';
import type { Table } from '../imports/index.ts';
import { tooManyRows, unreadable } from './file-faults.ts';
import type { RawFile, RawRow } from './read-file.ts';

/** Lines from the top within which headings are looked for. */
const HEADINGS_WITHIN = 20;
const MOST_COLUMNS = 200;
const DATE_FIELDS: readonly CsvField[] = ['lastReviewed', 'reviewBy', 'aiUses'];

/** A column with dates. */
type DateColumn = { readonly index: number; readonly field: CsvField; readonly heading: string };
type Cells = { readonly row: number; readonly cells: readonly string[] };

/**
 * Reads a table of modules, one a row below the headings.
 * @param dateOrder how dates are read that the file leaves open; null where nobody was asked yet.
 * @throws RoundsError `exchange/unreadable`, `exchange/too-large`
 */
export function* readModuleTable(
  fileName: string,
  { rows }: Table,
  dateOrder: DateOrder | null,
): Steps<RawFile> {
  const within = rows.slice(0, HEADINGS_WITHIN).map((cells) => cells.slice(0, MOST_COLUMNS));
  const header = within.findIndex((cells) => {
    const fields = fieldsOfHeadings(cells);
    return fields.includes('code') && fields.filter((field) => field !== null).length > 1;
  });
  const headings = within[header];
  if (!headings)
    throw unreadable(
      fileName,
      'has no row of headings with “Code” and at least one more, such as “Title” and “Minutes”. Add one above the modules and choose the file again.',
    );
  const fields = fieldsOfHeadings(headings);
  const below = rows
    .map((cells, index): Cells => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > header + 1 && cells.some((cell) => cell.trim() !== ''));
  if (below.length === 0)
    throw unreadable(fileName, 'has headings but no modules below them. Add one module a row.');
  if (below.length > MOST_ROWS) throw tooManyRows(fileName);
  const columns = fields.flatMap((field, index): readonly DateColumn[] =>
    field !== null && DATE_FIELDS.includes(field)
      ? [{ index, field, heading: quoteShort(headings[index] ?? '') }]
      : [],
  );
  const dates = columnDates(yield* datesIn(below, columns), dateOrder);
  const orders = new Map(columns.map(({ index }, at) => [index, dates[at]?.order ?? 'month-first']));
  const modules: RawRow[] = [];
  for (const { row, cells } of below) {
    yield;
    modules.push({ row, value: moduleOf(cells, fields, orders) });
  }
  return {
    form: 'csv',
    modules,
    curricula: [],
    competencies: [],
    columns: headings
      .map((heading, index) => ({ header: quoteShort(heading), field: fields[index] ?? null }))
      .filter(({ header: words, field }) => words !== '' || field !== null),
    dateChoice: choiceOf(columns, dates, dateOrder),
    notices: noticesOf(columns, dates),
  };
}

function* datesIn(below: readonly Cells[], columns: readonly DateColumn[]): Steps<readonly string[][]> {
  const found = columns.map((): string[] => []);
  for (const { cells } of below) {
    yield;
    for (const [at, { index, field }] of columns.entries())
      found[at]?.push(...datesOfCell(field, unguardFormula(cells[index] ?? '')));
  }
  return found;
}

function choiceOf(
  columns: readonly DateColumn[],
  dates: readonly ColumnDates[],
  chosen: DateOrder | null,
): RawFile['dateChoice'] {
  const open = dates.flatMap(({ open: texts }) => texts);
  const [example] = open;
  if (example === undefined) return null;
  return {
    order: chosen ?? 'month-first',
    dates: open.length,
    example,
    columns: columns.filter((_, at) => (dates[at]?.open.length ?? 0) > 0).map(({ heading }) => heading),
  };
}

/** Dates that were not written year first and that the file decides are told with one of them. */
function noticesOf(columns: readonly DateColumn[], dates: readonly ColumnDates[]): readonly string[] {
  return columns.flatMap(({ heading }, at) => {
    const column = dates[at];
    if (!column || column.example === null || column.open.length > 0) return [];
    const { order, example } = column;
    return [
      `Dates under “${heading}” were read with the ${order === 'month-first' ? 'month' : 'day'} first: ${example} is ${formatDate(tableDate(example, order))}.`,
    ];
  });
}

function moduleOf(
  cells: readonly string[],
  fields: readonly (CsvField | null)[],
  orders: ReadonlyMap<number, DateOrder>,
): unknown {
  return Object.fromEntries(
    fields.flatMap((field, index) =>
      field === null
        ? []
        : [[field, valueOfCell(field, unguardFormula(cells[index] ?? ''), orders.get(index))] as const],
    ),
  );
}

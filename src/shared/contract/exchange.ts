import { z } from 'zod';
import { method } from './method.ts';
import { Base64, FileOutput, Id, Line, Nothing, SearchText, StartedJob } from './primitives.ts';

/** What a row of an exchange file becomes. */
export const ExchangeFate = z.enum(['new', 'changes', 'same', 'error']);
export type ExchangeFate = z.infer<typeof ExchangeFate>;

/** One module or curriculum of a file, what becomes of it and why. */
export const ExchangeRow = z.strictObject({
  /** Line in a CSV file; in a JSON file the place from 1, modules first, then curricula. */
  row: z.int(),
  /** `module` or `curriculum`. */
  what: z.enum(['module', 'curriculum']),
  code: z.string(),
  title: z.string(),
  fate: ExchangeFate,
  /** Everything that is wrong with it, one sentence each with the next step. */
  problems: z.array(z.string()),
  /** For `changes`: what would read otherwise than today, in words; for a new curriculum, a title that is taken. */
  changes: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
  /** For a module that changes: drafts that hold it and so change with it, by title. */
  drafts: z.array(z.string()),
});
export type ExchangeRow = z.infer<typeof ExchangeRow>;

/** Which number comes first in the dates of a table, such as 11/12/2026. */
export const TableDateOrder = z.enum(['month-first', 'day-first']);
export type TableDateOrder = z.infer<typeof TableDateOrder>;

const RowNumbers = z.array(z.int());

/** What a file would do, as far as the window shows it at once; `exchange.rows` has the rows that are not listed. */
export const ExchangeRehearsal = z.strictObject({
  rehearsalId: z.string(),
  fileName: z.string(),
  form: z.enum(['json', 'csv']),
  total: z.int(),
  counts: z.record(ExchangeFate, z.int()),
  /** What holds of the file as a whole, one sentence each. */
  notices: z.array(z.string()),
  /** At most the first 5,000, those that need a look first. */
  rows: z.array(ExchangeRow),
  /** Every row that would be written, listed or not, by what becomes of it. */
  writes: z.strictObject({ new: RowNumbers, changes: RowNumbers }),
  /** Dates of a table that can be read in two ways, and how they were read; null when there are none. */
  dateChoice: z
    .strictObject({
      order: TableDateOrder,
      dates: z.int(),
      /** One of them, as it is written. */
      example: z.string(),
      /** Headings of the columns that hold them. */
      columns: z.array(z.string()),
    })
    .nullable(),
  /** For CSV: how each column was read; null for one that is left out. */
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
});
export type ExchangeRehearsal = z.infer<typeof ExchangeRehearsal>;

const RehearsalId = z.string().max(64);

/** Modules and curricula as files. */
export const exchange = {
  /** Modules as a file: JSON by the published schema, or CSV with one row a module. */
  'exchange.exportModules': method(
    'read',
    z.strictObject({ ids: z.array(Id).min(1).max(10_000), form: z.enum(['json', 'csv']) }),
    FileOutput,
  ),
  /** A curriculum with all its modules as one JSON file. */
  'exchange.exportCurriculum': method('read', z.strictObject({ curriculumId: Id }), FileOutput),
  /** The JSON Schema (2020-12) of the exchange file. */
  'exchange.schema': method('read', Nothing, FileOutput),
  /**
   * Reads a JSON or CSV file and finds what each module and curriculum in it would become. Writes nothing. `dateOrder` is how
   * dates of a table are read where they can be read in two ways; month first when it is left out. The job's result has the
   * `rehearsalId`.
   */
  'exchange.rehearse': method(
    'job',
    z.strictObject({ fileName: Line, base64: Base64, dateOrder: TableDateOrder.optional() }),
    StartedJob,
  ),
  /** What a rehearsal found. */
  'exchange.rehearsal': method('read', z.strictObject({ rehearsalId: RehearsalId }), ExchangeRehearsal),
  /** Rows of a rehearsal by what becomes of them and by words, among all rows of the file; at most 5,000 are listed. */
  'exchange.rows': method(
    'read',
    z.strictObject({ rehearsalId: RehearsalId, fate: ExchangeFate.nullable(), text: SearchText }),
    z.strictObject({
      rows: z.array(ExchangeRow),
      /** How many fit, listed or not. */
      total: z.int(),
      /** All that fit and would be written, listed or not. */
      writing: RowNumbers,
    }),
  ),
  /**
   * Applies a rehearsal as one step, undoable as one. Rows named in `leaveOut`, and rows with errors, stay out; what cannot do
   * without them is refused by name as `exchange/left-out-needed`, with its rows in the detail `rows` (`3,8`). Curricula that
   * read the same as a draft come in as a further one where `copies` names their rows.
   */
  'exchange.apply': method(
    'write',
    z.strictObject({
      rehearsalId: RehearsalId,
      leaveOut: RowNumbers.max(50_000),
      copies: RowNumbers.max(50_000).default([]),
    }),
    z.strictObject({ created: z.int(), changed: z.int(), left: z.int(), curriculumIds: z.array(Id) }),
  ),
} as const;

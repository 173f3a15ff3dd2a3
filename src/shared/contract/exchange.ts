import { z } from 'zod';
import { method } from './method.ts';
import { Base64, FileOutput, Id, Line, Nothing } from './primitives.ts';

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
  /** For CSV: how each column was read; null for one that is left out. */
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
});
export type ExchangeRehearsal = z.infer<typeof ExchangeRehearsal>;

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
  /** Reads a JSON or CSV file and says what each module and curriculum in it would become. Writes nothing. */
  'exchange.rehearse': method('read', z.strictObject({ fileName: Line, base64: Base64 }), ExchangeRehearsal),
  /**
   * Applies a rehearsal as one step, undoable as one. Rows named in `leaveOut`, and rows with errors, stay out; what cannot do
   * without them is refused by name as `exchange/left-out-needed`, with its rows in the detail `rows` (`3,8`).
   */
  'exchange.apply': method(
    'write',
    z.strictObject({ rehearsalId: z.string().max(64), leaveOut: z.array(z.int()).max(50_000) }),
    z.strictObject({ created: z.int(), changed: z.int(), left: z.int(), curriculumIds: z.array(Id) }),
  ),
} as const;

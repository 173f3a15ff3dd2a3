import { createHash, randomUUID } from 'node:crypto';
import type { Fate, ImportField, Rehearsal, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { recogniseHeadings } from '../../shared/imports/fields.ts';
import { recogniseReflectionHeadings } from '../../shared/imports/reflection-fields.ts';
import type { OfficeFile, Reader } from '../database/index.ts';
import { listCompetencies } from '../modules/index.ts';
import { rehearseAttendance } from './attendance.ts';
import { type LaidOut, layOut, type Recognise } from './layout.ts';
import type { AttendancePlan, ReflectionsPlan, RosterPlan } from './plan.ts';
import { readTable } from './read-table.ts';
import { rehearseReflections } from './reflections.ts';
import { rehearseRoster } from './roster.ts';

/** What is asked: the file, which kind it is, and corrections to its columns. */
export type RehearsalRequest = {
  readonly kind: Rehearsal['kind'];
  readonly fileName: string;
  readonly base64: string;
  readonly mapping?: Readonly<Record<string, ImportField>> | undefined;
  readonly activityId: number | null;
  readonly sessionId: number | null;
  /** The moment of the rehearsal, UTC: what a form may say of today goes by it. */
  readonly now: string;
};

type Plan = RosterPlan | AttendancePlan | ReflectionsPlan;

/** A rehearsal that waits to be applied. */
export type KeptRehearsal = {
  readonly kind: Rehearsal['kind'];
  readonly fileName: string;
  readonly fileSha256: string;
  readonly layout: string;
  readonly activityId: number | null;
  readonly plan: Plan;
  readonly others: readonly RehearsedRow[];
  /** The end of the office's history at that time, by its hash: an act since, or a restore, asks for a new rehearsal. */
  readonly historyEnd: string;
};

/** Rows that the window is shown; a larger file is kept whole here. */
const SHOWN = 5_000;
const KEPT = 6;
/** By office file, so that two engines in one process do not mix. */
const kept = new WeakMap<OfficeFile, Map<string, KeptRehearsal>>();

/** Reads a file and says what each row would become. Writes nothing. */
export async function rehearse(
  file: OfficeFile,
  read: Reader,
  request: RehearsalRequest,
): Promise<Rehearsal> {
  const bytes = Buffer.from(request.base64, 'base64');
  const laidOut = layOut(
    await readTable(request.fileName, bytes),
    request.mapping ?? {},
    request.kind === 'reflections' ? recogniseAnswers(read) : recogniseHeadings,
  );
  const { joins, plan } = planFor(read, laidOut, request);
  const others = laidOut.others.map(otherRow);
  const rehearsalId = randomUUID();
  keep(file, rehearsalId, {
    kind: request.kind,
    fileName: request.fileName,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    layout: laidOut.name,
    activityId: request.activityId,
    plan,
    others,
    historyEnd: historyEnd(read),
  });
  return answer(rehearsalId, request, laidOut, [...plan.rows.map(({ shown }) => shown), ...others], joins);
}

/** A form's ratings are known by the competencies of the office. */
function recogniseAnswers(read: Reader): Recognise {
  const competencies = listCompetencies(read);
  return (headings) => recogniseReflectionHeadings(headings, competencies);
}

/** What the rows would do. Columns that do not suffice are refused with those that there are, so that they can be corrected. */
function planFor(
  read: Reader,
  laidOut: LaidOut,
  request: RehearsalRequest,
): { readonly joins: Rehearsal['joins']; readonly plan: Plan } {
  const { kind, activityId, sessionId, now } = request;
  try {
    if (activityId !== null && kind === 'attendance')
      return rehearseAttendance(read, laidOut, activityId, sessionId);
    if (activityId !== null && kind === 'reflections')
      return { joins: null, plan: rehearseReflections(read, laidOut, activityId, now) };
    return { joins: null, plan: rehearseRoster(read, laidOut, activityId) };
  } catch (error) {
    if (!(error instanceof RoundsError) || !ABOUT_COLUMNS.has(error.code)) throw error;
    throw new RoundsError(error.code, error.message, {
      ...error.details,
      columns: JSON.stringify(laidOut.columns),
    });
  }
}

const ABOUT_COLUMNS: ReadonlySet<string> = new Set(['imports/column-missing', 'imports/other-scale']);

/** A kept rehearsal. @throws RoundsError `imports/rehearsal-gone` when it is gone or the office has changed since */
export function takeRehearsal(file: OfficeFile, rehearsalId: string): KeptRehearsal {
  const now = historyEnd(file.reader);
  const found = kept.get(file)?.get(rehearsalId);
  if (found?.historyEnd !== now)
    throw new RoundsError(
      'imports/rehearsal-gone',
      'Something in the office has changed since this file was looked at. Choose the file again; nothing was imported.',
    );
  return found;
}

/** Rows counted by what becomes of them. */
export function countFates(rows: readonly { readonly fate: Fate }[]): Record<Fate, number> {
  const counts: Record<Fate, number> = {
    new: 0,
    known: 0,
    changes: 0,
    same: 0,
    duplicate: 0,
    held: 0,
    error: 0,
    ignored: 0,
  };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}

function keep(file: OfficeFile, rehearsalId: string, rehearsal: KeptRehearsal): void {
  const own = kept.get(file) ?? new Map<string, KeptRehearsal>();
  kept.set(file, own);
  own.set(rehearsalId, rehearsal);
  const [oldest] = own.keys();
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
}

function historyEnd(read: Reader): string {
  return read.first(read.from.selectFrom('audit').select('hash').orderBy('id', 'desc').limit(1))?.hash ?? '';
}

function otherRow(other: LaidOut['others'][number]): RehearsedRow {
  return {
    row: other.row,
    fate: 'ignored',
    reason: other.reason,
    name: other.text,
    email: '',
    detail: '',
    personId: null,
    candidates: [],
    goesWith: null,
  };
}

/** What needs a look comes first, then the order of the file. */
const URGENCY: Readonly<Record<Fate, number>> = {
  held: 0,
  error: 1,
  duplicate: 2,
  changes: 3,
  new: 4,
  known: 5,
  same: 6,
  ignored: 7,
};

function answer(
  rehearsalId: string,
  request: RehearsalRequest,
  laidOut: LaidOut,
  rows: readonly RehearsedRow[],
  joins: Rehearsal['joins'],
): Rehearsal {
  return {
    rehearsalId,
    kind: request.kind,
    layout: laidOut.name,
    fileName: request.fileName,
    encoding: laidOut.encoding,
    headerRow: laidOut.headerRow,
    columns: [...laidOut.columns],
    counts: countFates(rows),
    rows: rows.toSorted((a, b) => URGENCY[a.fate] - URGENCY[b.fate] || a.row - b.row).slice(0, SHOWN),
    total: rows.length,
    joins,
  };
}

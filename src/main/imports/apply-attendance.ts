import type { RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { weighedInWords, weighMinutes } from '../../shared/imports/recorded-minutes.ts';
import { enrol, writeMarks } from '../activities/index.ts';
import type { Writer } from '../database/index.ts';
import { insertPerson } from '../people/index.ts';
import { chosenPerson, type Decisions, decided, enrolmentOf, withoutTaken } from './decisions.ts';
import type { AttendanceAct, AttendancePlan } from './plan.ts';
import { countMinutes } from './report-minutes.ts';

/** A row with whose it is, once that is settled. */
type Settled = {
  readonly shown: RehearsedRow;
  readonly act: AttendanceAct | null;
  readonly enrolmentId: number | null;
  /** A decision enrolled somebody. */
  readonly enrolled: boolean;
  /** A decision said whose it is. */
  readonly chosen: boolean;
};

/** Writes the minutes and results of a report. Rows that a decision gives to one person are counted together. */
export function applyAttendance(
  write: Writer,
  plan: AttendancePlan,
  decisions: Decisions,
  ticked: (index: number) => void,
): { readonly shown: readonly RehearsedRow[]; readonly wrote: boolean } {
  const settled = plan.rows.map(({ shown, act }) => settle(write, shown, act, decisions, plan.activityId));
  const byEnrolment = new Map<number, AttendanceAct[]>();
  for (const { act, enrolmentId } of settled) {
    if (act === null || enrolmentId === null) continue;
    const own = byEnrolment.get(enrolmentId);
    if (own) own.push(act);
    else byEnrolment.set(enrolmentId, [act]);
  }
  const words = new Map<number, string>();
  let wrote = settled.some(({ enrolled }) => enrolled);
  for (const [index, [enrolmentId, acts]] of [...byEnrolment].entries()) {
    ticked(index);
    const one = writeOne(write, plan, enrolmentId, acts);
    wrote = one.wrote || wrote;
    words.set(enrolmentId, one.words);
  }
  const shown = settled.map((row) => {
    const added = row.chosen && row.enrolmentId !== null ? (words.get(row.enrolmentId) ?? '') : '';
    return added === '' ? row.shown : { ...row.shown, reason: `${row.shown.reason} ${added}` };
  });
  const byRow = new Map(shown.map((row) => [row.row, row]));
  return { shown: shown.map((row) => followed(row, byRow)), wrote };
}

function settle(
  write: Writer,
  shown: RehearsedRow,
  act: AttendanceAct | null,
  decisions: Decisions,
  activityId: number,
): Settled {
  const open: Settled = { shown, act, enrolmentId: null, enrolled: false, chosen: false };
  if (act === null) return open;
  if (shown.fate !== 'held') return { ...open, enrolmentId: act.enrolmentId };
  const choice = decisions.get(shown.row);
  if (choice === undefined) return open;
  if (choice === 'leave-out')
    return { ...open, shown: decided(shown, 'ignored', 'Left out by decision.', null) };
  const personId = choice === 'new' ? newPerson(write, shown, act) : choice;
  chosenPerson(write, personId);
  const before = enrolmentOf(write, activityId, personId);
  const enrolmentId = before ?? enrol(write, activityId, personId);
  const reason = choice === 'new' ? 'Added as a new person by decision.' : 'The person was chosen by hand.';
  return {
    act,
    enrolmentId,
    enrolled: before === undefined,
    chosen: true,
    shown: decided(shown, 'new', reason, personId),
  };
}

/** A further join of a held row after that row's decision. */
function followed(shown: RehearsedRow, byRow: ReadonlyMap<number, RehearsedRow>): RehearsedRow {
  const first = shown.goesWith === null ? undefined : byRow.get(shown.goesWith);
  if (shown.fate !== 'held' || !first || first.fate === 'held') return shown;
  return first.fate === 'ignored'
    ? decided(shown, 'ignored', `Left out with row ${first.row}.`, null)
    : decided(shown, 'known', `Added to row ${first.row}.`, first.personId);
}

function newPerson(write: Writer, shown: RehearsedRow, act: AttendanceAct): number {
  if (act.content === null)
    throw new RoundsError(
      'request/invalid',
      `Row ${shown.row} has too little for a new person. Choose somebody known, or add the person first.`,
    );
  return insertPerson(write, withoutTaken(write, act.content));
}

/** Writes what is more than is recorded, and says what became of minutes that were there before. */
function writeOne(
  write: Writer,
  plan: AttendancePlan,
  enrolmentId: number,
  acts: readonly AttendanceAct[],
): { readonly wrote: boolean; readonly words: string } {
  const { marks } = countMinutes(
    acts.flatMap(({ presences }) => presences),
    plan.aim,
  );
  const recorded = recordedOf(write, enrolmentId);
  const more = marks.filter(
    ({ sessionId, minutes }) => weighMinutes(recorded.get(sessionId) ?? null, minutes) !== 'kept',
  );
  const titles = new Map(plan.aim.sessions.map(({ id, title }) => [id, title]));
  const words = marks
    .map(({ sessionId, minutes }) =>
      weighedInWords(titles.get(sessionId) ?? '', recorded.get(sessionId) ?? null, minutes),
    )
    .filter((sentence) => sentence !== '')
    .join(' ');
  const marked =
    writeMarks(
      write,
      plan.activityId,
      more.map((mark) => ({ ...mark, enrolmentId })),
      'import',
    ) > 0;
  const percent = acts.map((act) => act.assessmentPercent).find((value) => value !== null);
  const returned = acts.map((act) => act.evaluationReturnedOn).find((value) => value !== null);
  const patch = {
    ...(percent === undefined ? {} : { assessment_percent: percent }),
    ...(returned === undefined ? {} : { evaluation_returned_on: returned }),
  };
  return { wrote: write.update('enrolments', { id: enrolmentId }, patch) || marked, words };
}

function recordedOf(write: Writer, enrolmentId: number): ReadonlyMap<number, number> {
  const rows = write.all(
    write.from
      .selectFrom('attendance')
      .select(['session_id', 'minutes'])
      .where('enrolment_id', '=', enrolmentId),
  );
  return new Map(rows.map((row) => [row.session_id, row.minutes]));
}

import { zoneClock } from '../../shared/activities/zone-clock.ts';
import type { ImportField, Rehearsal, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { type DateOrder, type Stay, wallClockText } from '../../shared/imports/joins.ts';
import { nameKey } from '../../shared/imports/person-text.ts';
import { weighedInWords, weighMinutes } from '../../shared/imports/recorded-minutes.ts';
import { emailKey } from '../../shared/people/name.ts';
import { listSessions, requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import type { LaidOut } from './layout.ts';
import { personFromRow } from './person-row.ts';
import type { AttendanceAct, AttendancePlan, PlannedRow } from './plan.ts';
import {
  type Aim,
  type Counted,
  countMinutes,
  type TimedSession,
  timedSessions,
  touches,
} from './report-minutes.ts';
import { anyNotEnrolled, candidate, type Enrolled, Roll } from './report-people.ts';
import { type Results, readResults } from './report-results.ts';
import { type Join, readJoins, unusable } from './report-rows.ts';
import { blank } from './roster.ts';

type Planned = PlannedRow<AttendanceAct | null>;

/** What planning one person's rows works with. */
type Report = {
  readonly roll: Roll;
  readonly aim: Aim;
  readonly lastDay: string;
  readonly order: DateOrder;
};

/** Says for each row of an attendance report whom it names, and what minutes their joins come to. */
export function rehearseAttendance(
  read: Reader,
  laidOut: LaidOut,
  activityId: number,
  sessionId: number | null,
): { readonly plan: AttendancePlan; readonly joins: Rehearsal['joins'] } {
  const activity = requireActivity(read, activityId);
  const clock = zoneClock(activity.time_zone);
  const { joins, order } = readJoins(laidOut.data, clock);
  const stays = joins.flatMap(({ stay }) => stay ?? []);
  const aim = aimOf(laidOut, timedSessions(listSessions(read, activityId), clock), stays, sessionId);
  const report: Report = { roll: new Roll(read, activityId), aim, lastDay: activity.ends_on, order };
  const rows: Planned[] = [];
  const byPerson = new Map<string, Join[]>();
  for (const join of joins) {
    const refused = unusable(join);
    if (refused) {
      rows.push({ shown: { ...shownOf(join), ...refused }, act: null });
      continue;
    }
    const key = personKey(report.roll, join);
    const own = byPerson.get(key);
    if (own) own.push(join);
    else byPerson.set(key, [join]);
  }
  for (const own of byPerson.values()) rows.push(...planPerson(report, own));
  return {
    plan: { kind: 'attendance', activityId, aim, rows: rows.toSorted((a, b) => a.shown.row - b.shown.row) },
    joins: span(joins),
  };
}

/** @throws RoundsError `imports/column-missing`, `sessions/not-found` */
function aimOf(
  laidOut: LaidOut,
  sessions: readonly TimedSession[],
  stays: readonly Stay[],
  sessionId: number | null,
): Aim {
  const fields = new Set<ImportField>(laidOut.columns.map(({ field }) => field));
  if (!fields.has('fullName') && !fields.has('familyName') && !fields.has('email'))
    throw new RoundsError(
      'imports/column-missing',
      'The file has neither names nor e-mail addresses. Choose which column holds them.',
      { column: 'fullName' },
    );
  const one = (session: TimedSession): Aim => ({
    kind: 'one',
    sessions,
    session,
    sameTime: touches(stays, session.span),
  });
  if (sessionId !== null) {
    const chosen = sessions.find(({ id }) => id === sessionId);
    if (!chosen)
      throw new RoundsError('sessions/not-found', 'This session is not there any more. Choose another one.');
    return one(chosen);
  }
  if (fields.has('joinTime') && fields.has('leaveTime')) return { kind: 'by-time', sessions };
  const [only] = sessions;
  if (only && sessions.length === 1) return one(only);
  const results = fields.has('score') || fields.has('evaluation');
  if (results && !fields.has('minutes') && !fields.has('attended')) return { kind: 'by-time', sessions };
  throw new RoundsError(
    'imports/column-missing',
    'The file has no join and leave times, so Rounds cannot tell which session it is for. Choose the session, or the columns with the times.',
    { column: 'joinTime' },
  );
}

/** Rows with the same key are joins of one person. */
function personKey(roll: Roll, join: Join): string {
  const [person, ...more] = roll.match(join);
  if (person && more.length === 0) return `enrolled ${person.enrolmentId}`;
  return join.email === '' ? `name ${nameKey(join.name)}` : `address ${emailKey(join.email)}`;
}

function planPerson(report: Report, joins: readonly Join[]): readonly Planned[] {
  const [first, ...further] = joins;
  if (!first) return [];
  const who = report.roll.match(first);
  const person = who.length === 1 ? (who[0] ?? null) : null;
  const counted = countMinutes(joins, report.aim);
  const results = readResults(joins, report.lastDay, report.order);
  const act = actOf(joins, first, person, counted, results);
  const shown: RehearsedRow = { ...shownOf(first), detail: detailOf(counted, report.aim, person) };
  const judged = person
    ? judgeKnown(shown, act, person, first, counted, results, report.aim)
    : { shown: { ...shown, ...holdFor(report.roll, who, first) }, act };
  return [judged, ...further.map((join): Planned => ({ shown: goesWith(judged.shown, join), act: null }))];
}

/** A further join of someone: what becomes of it is what becomes of the first. */
function goesWith(first: RehearsedRow, join: Join): RehearsedRow {
  const shown = { ...shownOf(join), personId: first.personId, goesWith: first.row };
  switch (first.fate) {
    case 'held':
      return {
        ...shown,
        fate: 'held',
        reason: `Goes with row ${first.row}, whoever that is; time that overlaps counts once.`,
      };
    case 'new':
    case 'changes':
      return {
        ...shown,
        fate: 'known',
        reason: `Added to row ${first.row}; time that overlaps counts once.`,
      };
    default:
      return { ...shown, fate: first.fate, reason: `As row ${first.row}: the same person.` };
  }
}

/** What someone enrolled gets: new minutes, others than before, the same, or none. */
function judgeKnown(
  shown: RehearsedRow,
  act: AttendanceAct | null,
  person: Enrolled,
  first: Join,
  { marks, placed }: Counted,
  results: Results,
  aim: Aim,
): Planned {
  const base = { ...shown, personId: person.personId };
  const noResults = results.assessmentPercent === null && results.evaluationReturnedOn === null;
  if (marks.length === 0 && noResults) {
    const reason =
      first.stay === null ? 'The row has no minutes.' : 'Joined outside the time of every session.';
    return results.notes.length > 0
      ? { shown: { ...base, fate: 'error', reason: results.notes.join(' ') }, act: null }
      : { shown: { ...base, fate: 'ignored', reason }, act: null };
  }
  const titles = titlesOf(aim);
  const weighed = marks.map(({ sessionId, minutes }) => weighMinutes(recordedIn(person, sessionId), minutes));
  const reason = [
    ...(emailKey(person.email) === emailKey(first.email) ? [] : ['Found by name.']),
    ...marks
      .map(({ sessionId, minutes }) =>
        weighedInWords(titles.get(sessionId) ?? '', recordedIn(person, sessionId), minutes),
      )
      .filter((words) => words !== ''),
    ...(placed === '' ? [] : [placed]),
    ...results.notes,
  ].join(' ');
  const writes = !noResults || weighed.includes('first') || weighed.includes('more');
  const fate = !writes ? 'same' : weighed.includes('more') ? 'changes' : 'new';
  return { shown: { ...base, fate, reason }, act };
}

/** Nobody, or more than one: the row waits for a decision. */
function holdFor(
  roll: Roll,
  who: readonly Enrolled[],
  join: Join,
): Pick<RehearsedRow, 'fate' | 'reason' | 'candidates'> {
  if (who.length > 1)
    return {
      fate: 'held',
      reason: 'More than one person enrolled has this name.',
      candidates: who.map(candidate),
    };
  const candidates = roll.candidates(join);
  return {
    fate: 'held',
    reason: anyNotEnrolled(candidates)
      ? 'Known to the office but not enrolled in this activity.'
      : 'Nobody enrolled has this name or e-mail address.',
    candidates,
  };
}

function actOf(
  joins: readonly Join[],
  first: Join,
  person: Enrolled | null,
  { marks }: Counted,
  { assessmentPercent, evaluationReturnedOn }: Results,
): AttendanceAct | null {
  // A row by e-mail address alone names somebody known; a new person needs a name.
  const parsed = personFromRow(first.data);
  return {
    content: parsed.ok ? parsed.content : null,
    enrolmentId: person?.enrolmentId ?? null,
    presences: joins.map(({ stay, minutes, attended }) => ({ stay, minutes, attended })),
    marks,
    assessmentPercent,
    evaluationReturnedOn,
  };
}

/** The minutes that each session of the report has once it is imported. */
function detailOf({ marks }: Counted, aim: Aim, person: Enrolled | null): string {
  const titles = titlesOf(aim);
  return marks
    .map(({ sessionId, minutes }) => {
      const stands = Math.max(minutes, person ? (recordedIn(person, sessionId) ?? 0) : 0);
      return `${titles.get(sessionId) ?? ''}: ${stands} min`;
    })
    .join('; ');
}

function titlesOf({ sessions }: Aim): ReadonlyMap<number, string> {
  return new Map(sessions.map(({ id, title }) => [id, title]));
}

function recordedIn({ recorded }: Enrolled, sessionId: number): number | null {
  return recorded.get(sessionId) ?? null;
}

function shownOf(join: Join): RehearsedRow {
  return { ...blank(join.data.row), name: join.name.slice(0, 200), email: join.email.slice(0, 254) };
}

function span(joins: readonly Join[]): Rehearsal['joins'] {
  const stays = joins.flatMap(({ shownStay }) => shownStay ?? []);
  if (stays.length === 0) return null;
  const first = stays.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = stays.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  return { firstJoin: wallClockText(first), lastLeave: wallClockText(last) };
}

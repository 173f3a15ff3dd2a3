import type { Session } from '../../shared/contract/activities.ts';
import type { ImportField, PersonContent, Rehearsal, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import {
  dateOrder,
  durationMinutes,
  minutesWithin,
  type Stay,
  sessionStart,
  unionOfStays,
  wallClockMinutes,
  wallClockText,
} from '../../shared/imports/joins.ts';
import { nameKey, nameKeys } from '../../shared/imports/person-text.ts';
import { emailKey, fullName } from '../../shared/people/name.ts';
import { activityContent, requireActivity } from '../activities/activities.ts';
import { attendanceGrid } from '../activities/attendance.ts';
import type { Reader } from '../database/index.ts';
import { personContent } from '../people/people.ts';
import type { DataRow, LaidOut } from './layout.ts';
import { personFromRow } from './person-row.ts';
import type { AttendanceAct, AttendancePlan, PlannedRow } from './plan.ts';
import { blank } from './roster.ts';

type Planned = PlannedRow<AttendanceAct | null>;

/** Someone enrolled, as a report may know them, with what is recorded. */
type Enrolled = {
  readonly enrolmentId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly recorded: ReadonlyMap<number, number | null>;
};

/** What one row of a report says. */
type Join = {
  readonly data: DataRow;
  readonly name: string;
  readonly email: string;
  readonly stay: Stay | null;
  readonly minutes: number | null;
  readonly attended: boolean | null;
};

/** Which session a report is for: one, or each join by its time. */
type Aim = { readonly sessions: readonly Session[]; readonly one: Session | null };

/** Says for each row of an attendance report whom it names, and what minutes their joins come to. */
export function rehearseAttendance(
  read: Reader,
  laidOut: LaidOut,
  activityId: number,
  sessionId: number | null,
): { readonly plan: AttendancePlan; readonly joins: Rehearsal['joins'] } {
  const aim = aimOf(read, laidOut, activityId, sessionId);
  const joins = readJoins(laidOut.data);
  const everyone = enrolledPeople(read, activityId);
  const groups = new Map<string, Join[]>();
  const rows: Planned[] = [];
  for (const join of joins) {
    const refused = unusable(join);
    if (refused) {
      rows.push({ shown: { ...shownOf(join), ...refused }, act: null });
      continue;
    }
    const who = match(everyone, join);
    const key =
      who.length === 1
        ? `enrolled ${who[0]?.enrolmentId}`
        : emailKey(join.email) || `name ${nameKey(join.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), join]);
  }
  const lastDay = activityContent(requireActivity(read, activityId)).endsOn;
  for (const own of groups.values()) rows.push(...planPerson(read, everyone, own, aim, lastDay));
  return {
    plan: { kind: 'attendance', activityId, rows: rows.toSorted((a, b) => a.shown.row - b.shown.row) },
    joins: span(joins),
  };
}

function aimOf(read: Reader, laidOut: LaidOut, activityId: number, sessionId: number | null): Aim {
  const { sessions } = attendanceGrid(read, activityId);
  const fields = new Set<ImportField>(laidOut.columns.map(({ field }) => field));
  if (!fields.has('fullName') && !fields.has('familyName') && !fields.has('email'))
    throw new RoundsError(
      'imports/column-missing',
      'The file has neither names nor e-mail addresses. Choose which column holds them.',
      {
        column: 'fullName',
      },
    );
  if (sessionId !== null) {
    const one = sessions.find((session) => session.id === sessionId);
    if (!one)
      throw new RoundsError('sessions/not-found', 'This session is not there any more. Choose another one.');
    return { sessions, one };
  }
  if (fields.has('joinTime') && fields.has('leaveTime')) return { sessions, one: null };
  const results = fields.has('score') || fields.has('evaluation');
  const [only] = sessions;
  if (only && sessions.length === 1) return { sessions, one: only };
  if (results && !fields.has('minutes') && !fields.has('attended')) return { sessions, one: null };
  throw new RoundsError(
    'imports/column-missing',
    'The file has no join and leave times, so Rounds cannot tell which session it is for. Choose the session, or the columns with the times.',
    { column: 'joinTime' },
  );
}

function readJoins(rows: readonly DataRow[]): readonly Join[] {
  const texts = rows.flatMap(({ fields }) => [fields.get('joinTime') ?? '', fields.get('leaveTime') ?? '']);
  const order = dateOrder(texts);
  return rows.map((data) => {
    const text = (field: ImportField): string => data.fields.get(field) ?? '';
    const start = wallClockMinutes(text('joinTime'), order);
    const end = wallClockMinutes(text('leaveTime'), order);
    const attended = text('attended');
    return {
      data,
      name: text('fullName') || `${text('givenName')} ${text('familyName')}`.trim(),
      email: text('email').toLowerCase(),
      stay: start !== null && end !== null && end >= start ? { start, end } : null,
      minutes: durationMinutes(text('minutes')),
      attended: attended === '' ? null : /^(y|yes|x|1|true|ja|oui|si|sí|present|attended)$/i.test(attended),
    };
  });
}

/** Rows that say nothing about anyone's presence. */
function unusable(join: Join): Pick<RehearsedRow, 'fate' | 'reason'> | null {
  if (join.name === '' && join.email === '')
    return { fate: 'error', reason: 'The row has neither a name nor an e-mail address.' };
  if (join.attended === false && join.stay === null)
    return { fate: 'ignored', reason: 'Registered, did not join.' };
  const times =
    (join.data.fields.get('joinTime') ?? '') !== '' || (join.data.fields.get('leaveTime') ?? '') !== '';
  if (times && join.stay === null)
    return { fate: 'error', reason: 'The join and leave times cannot be read, or end before they start.' };
  return null;
}

function planPerson(
  read: Reader,
  everyone: readonly Enrolled[],
  joins: readonly Join[],
  aim: Aim,
  lastDay: string,
): readonly Planned[] {
  const [first] = joins;
  if (!first) return [];
  const who = match(everyone, first);
  const [person] = who;
  const marks = marksOf(joins, aim);
  const detail = marks
    .map(
      ({ sessionId, minutes }) =>
        `${aim.sessions.find(({ id }) => id === sessionId)?.title ?? ''}: ${minutes} min`,
    )
    .join('; ');
  const results = resultsOf(joins, lastDay);
  const parsed = personFromRow(first.data);
  const content: PersonContent | null = parsed.ok ? parsed.content : null;
  const shown = { ...shownOf(first), detail };
  const nothing =
    marks.length === 0 && results.assessmentPercent === null && results.evaluationReturnedOn === null;
  const outside = nothing && first.stay !== null;
  const act: AttendanceAct | null = content
    ? {
        content,
        enrolmentId: person && who.length === 1 ? person.enrolmentId : null,
        personId: null,
        marks,
        ...results,
      }
    : null;
  const further = joins.slice(1).map(
    (join): Planned => ({
      shown: {
        ...shownOf(join),
        fate: 'known',
        reason: `Added to row ${first.data.row}; time that overlaps counts once.`,
        personId: person && who.length === 1 ? person.personId : null,
      },
      act: null,
    }),
  );
  if (person && who.length === 1) {
    if (nothing)
      return [
        {
          shown: {
            ...shown,
            fate: 'ignored',
            personId: person.personId,
            reason: outside ? 'Joined outside the time of every session.' : 'The row has no minutes.',
          },
          act: null,
        },
        ...further,
      ];
    const changed = marks.filter(({ sessionId, minutes }) => person.recorded.get(sessionId) !== minutes);
    const before = changed.filter(({ sessionId }) => (person.recorded.get(sessionId) ?? null) !== null);
    const fate =
      changed.length === 0 && results.assessmentPercent === null && results.evaluationReturnedOn === null
        ? 'same'
        : before.length > 0
          ? 'changes'
          : 'new';
    const byName = emailKey(person.email) !== emailKey(first.email);
    const reason = [
      ...(byName ? ['Found by name.'] : []),
      ...(fate === 'changes'
        ? [
            `Recorded before: ${before.map(({ sessionId }) => `${person.recorded.get(sessionId)} min`).join(', ')}.`,
          ]
        : []),
    ].join(' ');
    return [{ shown: { ...shown, fate, reason, personId: person.personId }, act }, ...further];
  }
  const candidates = who.length > 1 ? who.map(candidate) : likely(read, everyone, first);
  const reason =
    who.length > 1
      ? 'More than one person enrolled has this name.'
      : candidates.some(({ why }) => why.startsWith('Not enrolled'))
        ? 'Known to the office but not enrolled in this activity.'
        : 'Nobody enrolled has this name or e-mail address.';
  return [{ shown: { ...shown, fate: 'held', reason, candidates }, act }, ...further];
}

/** Minutes for each session that gets any; never more than the session has. */
function marksOf(
  joins: readonly Join[],
  aim: Aim,
): readonly { readonly sessionId: number; readonly minutes: number }[] {
  const stays = joins.flatMap(({ stay }) => stay ?? []);
  if (aim.one)
    return [
      { sessionId: aim.one.id, minutes: Math.min(aim.one.minutes, totalMinutes(joins, stays, aim.one)) },
    ];
  // A report such as Teams' gives first join, last leave and time in the meeting: gaps cannot be placed, so no session gets more
  // than the time in the meeting.
  const limit = joins.every(({ minutes }) => minutes !== null)
    ? joins.reduce((sum, { minutes }) => sum + Math.round(minutes ?? 0), 0)
    : Number.POSITIVE_INFINITY;
  return aim.sessions.flatMap((session) => {
    const start = sessionStart(session.date, session.startTime);
    const minutes = Math.min(limit, minutesWithin(stays, { start, end: start + session.minutes }));
    return minutes === 0 ? [] : [{ sessionId: session.id, minutes }];
  });
}

function totalMinutes(joins: readonly Join[], stays: readonly Stay[], session: Session): number {
  if (stays.length > 0) {
    const present = unionOfStays(stays).reduce((sum, stay) => sum + stay.end - stay.start, 0);
    return Math.round(present);
  }
  if (joins.some(({ minutes }) => minutes !== null))
    return Math.round(joins.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));
  return joins.some(({ attended }) => attended) ? session.minutes : 0;
}

function resultsOf(
  joins: readonly Join[],
  lastDay: string,
): { readonly assessmentPercent: number | null; readonly evaluationReturnedOn: string | null } {
  const score = joins.map(({ data }) => data.fields.get('score') ?? '').find((text) => text !== '') ?? '';
  const percent = Number(score.replace('%', '').replace(',', '.').trim());
  const returned =
    joins.map(({ data }) => data.fields.get('evaluation') ?? '').find((text) => text !== '') ?? '';
  const on = wallClockMinutes(returned, 'month-first');
  return {
    assessmentPercent: score !== '' && percent >= 0 && percent <= 100 ? percent : null,
    evaluationReturnedOn:
      on !== null
        ? wallClockText(on).slice(0, 10)
        : /^(y|yes|x|1|true|returned|completed)$/i.test(returned)
          ? lastDay
          : null,
  };
}

/** Who enrolled this is: by e-mail, otherwise by the whole name. */
function match(everyone: readonly Enrolled[], join: Join): readonly Enrolled[] {
  if (join.email !== '') {
    const byEmail = everyone.filter(({ email }) => emailKey(email) === emailKey(join.email));
    if (byEmail.length > 0) return byEmail;
  }
  const keys = new Set(nameKeys(join.name));
  return everyone.filter(({ name, email }) => {
    // Two addresses that differ are two people, whatever the name.
    if (join.email !== '' && email !== '') return false;
    return keys.has(nameKey(name));
  });
}

function likely(read: Reader, everyone: readonly Enrolled[], join: Join): RehearsedRow['candidates'] {
  const known =
    join.email === ''
      ? []
      : read.all(
          read.from.selectFrom('people').selectAll().where('email_key', '=', emailKey(join.email)).limit(3),
        );
  const words = new Set(
    nameKeys(join.name)
      .flatMap((key) => key.split(' '))
      .filter((word) => word.length > 1),
  );
  const alike = everyone.filter(({ name }) =>
    nameKey(name)
      .split(' ')
      .some((word) => words.has(word)),
  );
  return [
    ...known.map((row) => ({
      personId: row.id,
      name: fullName(personContent(row)),
      why: `Not enrolled · ${row.email}`,
    })),
    ...alike.slice(0, 6).map(candidate),
  ];
}

function candidate(person: Enrolled): RehearsedRow['candidates'][number] {
  return {
    personId: person.personId,
    name: person.name,
    why: person.email === '' ? 'Enrolled' : `Enrolled · ${person.email}`,
  };
}

function enrolledPeople(read: Reader, activityId: number): readonly Enrolled[] {
  const grid = attendanceGrid(read, activityId);
  return grid.rows.map((row) => ({
    enrolmentId: row.enrolmentId,
    personId: row.personId,
    name: row.name,
    email: row.email,
    recorded: new Map(grid.sessions.map((session, index) => [session.id, row.minutes[index] ?? null])),
  }));
}

function shownOf(join: Join): RehearsedRow {
  return { ...blank(join.data.row), name: join.name, email: join.email };
}

function span(joins: readonly Join[]): Rehearsal['joins'] {
  const stays = joins.flatMap(({ stay }) => stay ?? []);
  if (stays.length === 0) return null;
  return {
    firstJoin: wallClockText(Math.min(...stays.map(({ start }) => start))),
    lastLeave: wallClockText(Math.max(...stays.map(({ end }) => end))),
  };
}

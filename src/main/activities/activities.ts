import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { addDays, dateInZone, daysBetween } from '../../shared/activities/schedule.ts';
import {
  formatOfPlan,
  modulesByWeek,
  PLAIN_PLAN,
  type PlannedSession,
  planProblem,
  planSessions,
  type SessionPlan,
} from '../../shared/activities/session-plan.ts';
import {
  type Activity,
  type ActivityContent,
  type ActivityStage,
  type ActivitySummary,
  CompletionRules,
  type Session,
} from '../../shared/contract/activities.ts';
import type { CurriculumVersion } from '../../shared/contract/curricula.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { LearningFormat } from '../../shared/contract/primitives.ts';
import { maximumQuarters } from '../../shared/credit/completion.ts';
import { electivesOf, type SessionElectives } from '../../shared/credit/session-electives.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatCredits, formatDate } from '../../shared/format.ts';
import { removeActivityCredits } from '../credit/index.ts';
import { getVersion, versionElectives } from '../curricula/index.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { getOffice, isTimeZone, officeRounding } from '../office/index.ts';
import { ENROLMENT_COUNTS } from '../people/index.ts';
import { listSessions } from './sessions.ts';

type ActivityRow = Selectable<Schema['activities']>;
type Stage = z.infer<typeof ActivityStage>;

/** A careful start for a live activity; the coordinator sets what the activity's own rules say. */
const FIRST_RULES: CompletionRules = {
  minimumAttendancePercent: 80,
  assessmentRequired: false,
  passPercent: 70,
  evaluationRequired: false,
};

/** Every activity with its counts, the latest first. */
export function listActivities(read: Reader, now: string): readonly ActivitySummary[] {
  type Row = ActivityRow & {
    curriculum_title: string;
    version_number: number;
    sessions: number;
    enrolled: number;
    certificates: number;
  };
  const rows = read.rows<Row>(
    `SELECT activities.*, curriculum_versions.title AS curriculum_title, curriculum_versions.number AS version_number,
       (SELECT count(*) FROM sessions WHERE sessions.activity_id = activities.id) AS sessions,
       (SELECT count(*) FROM enrolments WHERE enrolments.activity_id = activities.id AND ${ENROLMENT_COUNTS}) AS enrolled,
       (SELECT count(*) FROM certificates JOIN certificate_standing ON certificate_id = certificates.id
         WHERE certificates.activity_id = activities.id AND status = 'issued') AS certificates
     FROM activities JOIN curriculum_versions ON curriculum_versions.id = version_id
     ORDER BY starts_on DESC, activities.id DESC`,
  );
  const todays = new Map<string, string>();
  return rows.map((row) => {
    const today = todays.get(row.time_zone) ?? dateInZone(now, row.time_zone);
    todays.set(row.time_zone, today);
    return {
      id: row.id,
      title: row.title,
      curriculumTitle: row.curriculum_title,
      versionNumber: row.version_number,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      delivery: row.delivery,
      place: row.place,
      maximumQuarters: row.maximum_quarters,
      sessions: row.sessions,
      enrolled: row.enrolled,
      certificates: row.certificates,
      partlyCertified: partlyCertified(read, row.id, row.certificates, row.enrolled),
      stage: stage(row, row.certificates, today),
    };
  });
}

/** One activity with its sessions. @throws RoundsError `activities/not-found` */
export function getActivity(read: Reader, id: number, now: string): Activity {
  const row = requireActivity(read, id);
  const version = getVersion(read, row.version_id);
  const certificates = read.number(
    `SELECT count(*) FROM certificates JOIN certificate_standing ON certificate_id = certificates.id
     WHERE certificates.activity_id = ? AND status = 'issued'`,
    id,
  );
  const enrolled = read.number(
    `SELECT count(*) FROM enrolments WHERE activity_id = ? AND ${ENROLMENT_COUNTS}`,
    id,
  );
  return {
    ...activityContent(row),
    id,
    versionId: row.version_id,
    curriculumId: version.curriculumId,
    curriculumTitle: version.title,
    versionNumber: version.number,
    sessions: [...listSessions(read, id)],
    electives: [...electivesOf(version.items, version.content)],
    enrolled,
    certificates,
    partlyCertified: partlyCertified(read, id, certificates, enrolled),
    stage: stage(row, certificates, dateInZone(now, row.time_zone)),
  };
}

/**
 * Opens an activity on a published version, with its sessions planned and the most credit that one learner can earn in them.
 * @throws RoundsError `versions/not-found`, `activities/invalid-sessions`
 */
export function createActivity(write: Writer, input: ParsedInput<'activities.create'>): number {
  const office = getOffice(write);
  const version = getVersion(write, input.versionId);
  const plan = input.plan ?? PLAIN_PLAN;
  const planned = sessionsOf(version, input.startsOn, plan);
  const format = formatOfPlan(version.content, plan);
  write.describe(`Opened activity “${input.title}”`);
  const id = write.insert('activities', {
    version_id: input.versionId,
    title: input.title,
    learning_format: format.learningFormat,
    format_description: format.formatDescription,
    delivery: 'in-person',
    place: '',
    link: '',
    starts_on: planned[0]?.date ?? input.startsOn,
    ends_on: planned.at(-1)?.date ?? input.startsOn,
    time_zone: office.timeZone,
    providership: 'direct',
    joint_providers: '[]',
    maximum_quarters: maximumQuarters(
      planned.map((session, index) => ({ ...session, id: index, countsForCredit: true })),
      office.rounding,
      electivesOf(version.items, version.content),
    ),
    rules: JSON.stringify(FIRST_RULES),
  });
  planned.forEach((session, position) => {
    write.insert('sessions', {
      activity_id: id,
      position,
      title: session.title,
      module_code: session.moduleCode,
      date: session.date,
      start_time: session.startTime,
      minutes: session.minutes,
      counts_for_credit: 1,
    });
  });
  return id;
}

function sessionsOf(
  version: CurriculumVersion,
  startsOn: string,
  plan: SessionPlan,
): readonly PlannedSession[] {
  const problem = planProblem(plan);
  if (problem !== null) throw new RoundsError('activities/invalid-sessions', problem);
  const planned = planSessions(modulesByWeek(version, plan), startsOn, plan);
  if (planned.length === 0)
    throw new RoundsError(
      'activities/invalid-sessions',
      'Every module is self-paced, so nothing is left to plan. Keep the self-paced modules in the activity.',
    );
  if (planned.length > MOST_SESSIONS)
    throw new RoundsError(
      'activities/invalid-sessions',
      `The plan makes ${planned.length} sessions; an activity holds at most ${MOST_SESSIONS}. Lengthen the day.`,
    );
  return planned;
}

/** As many as `activities.setSessions` takes. */
const MOST_SESSIONS = 400;

/**
 * Changes an activity. When its first day moves, its sessions move with it.
 * @throws RoundsError `activities/invalid-dates`, `activities/maximum-too-high`, `request/invalid`
 */
export function updateActivity(write: Writer, id: number, content: ActivityContent): void {
  const before = requireActivity(write, id);
  const shift = daysBetween(before.starts_on, content.startsOn);
  const sessions = listSessions(write, id);
  check(write, content, sessions, versionElectives(write, before.version_id), shift);
  write.describe(`Changed activity “${content.title}”`);
  write.update(
    'activities',
    { id },
    {
      title: content.title,
      learning_format: content.learningFormat,
      format_description: content.formatDescription,
      delivery: content.delivery,
      place: content.place,
      link: content.link,
      starts_on: content.startsOn,
      ends_on: content.endsOn,
      time_zone: content.timeZone,
      providership: content.providership,
      joint_providers: JSON.stringify(content.providership === 'joint' ? content.jointProviders : []),
      maximum_quarters: content.maximumQuarters,
      rules: JSON.stringify(content.rules),
    },
  );
  if (shift === 0) return;
  for (const session of sessions)
    write.update('sessions', { id: session.id }, { date: addDays(session.date, shift) });
}

/** Removes an activity with its sessions, enrolments and attendance. Undoable. @throws RoundsError `activities/has-certificates` */
export function removeActivity(write: Writer, id: number): void {
  const row = requireActivity(write, id);
  if (write.number('SELECT count(*) FROM certificates WHERE activity_id = ?', id) > 0)
    throw new RoundsError(
      'activities/has-certificates',
      'Certificates were issued for this activity, so it stays on record and cannot be removed.',
    );
  write.describe(`Removed activity “${row.title}”`);
  const marks = write.rows<{ enrolment_id: number; session_id: number }>(
    'SELECT enrolment_id, session_id FROM attendance WHERE session_id IN (SELECT id FROM sessions WHERE activity_id = ?)',
    id,
  );
  for (const mark of marks) write.remove('attendance', mark);
  const reflections = write.rows<{ enrolment_id: number }>(
    'SELECT enrolment_id FROM reflections WHERE enrolment_id IN (SELECT id FROM enrolments WHERE activity_id = ?)',
    id,
  );
  for (const reflection of reflections) write.remove('reflections', reflection);
  removeActivityCredits(write, id);
  for (const enrolment of write.all(
    write.from.selectFrom('enrolments').select('id').where('activity_id', '=', id),
  ))
    write.remove('enrolments', { id: enrolment.id });
  for (const session of write.all(
    write.from.selectFrom('sessions').select('id').where('activity_id', '=', id),
  ))
    write.remove('sessions', { id: session.id });
  // What was imported stays on record without the activity.
  for (const kept of write.all(write.from.selectFrom('imports').select('id').where('activity_id', '=', id)))
    write.update('imports', { id: kept.id }, { activity_id: null });
  write.remove('activities', { id });
}

/** The row of an activity. @throws RoundsError `activities/not-found` */
export function requireActivity(read: Reader, id: number): ActivityRow {
  const row = read.first(read.from.selectFrom('activities').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError(
      'activities/not-found',
      'This activity is not there any more. Go back to the list.',
    );
  return row;
}

/** An activity's own fields, as the contract shows them. */
export function activityContent(row: ActivityRow): ActivityContent {
  return {
    title: row.title,
    learningFormat: LearningFormat.parse(row.learning_format),
    formatDescription: row.format_description,
    delivery: row.delivery,
    place: row.place,
    link: row.link,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    providership: row.providership,
    // Written by createActivity and updateActivity from a parsed list of names.
    jointProviders: JSON.parse(row.joint_providers) as string[],
    maximumQuarters: row.maximum_quarters,
    rules: CompletionRules.parse(JSON.parse(row.rules)),
  };
}

function partlyCertified(read: Reader, id: number, certificates: number, enrolled: number): boolean {
  if (certificates === 0 || certificates >= enrolled) return false;
  const left = read.number(
    `SELECT EXISTS (SELECT 1 FROM enrolments WHERE activity_id = ?
       AND NOT EXISTS (SELECT 1 FROM certificates WHERE enrolment_id = enrolments.id)
       AND EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolments.id AND minutes > 0))`,
    id,
  );
  return left > 0;
}

function stage(
  row: { readonly starts_on: string; readonly ends_on: string },
  certificates: number,
  today: string,
): Stage {
  if (certificates > 0) return 'certified';
  if (today < row.starts_on) return 'planned';
  return today <= row.ends_on ? 'running' : 'finished';
}

function check(
  read: Reader,
  content: ActivityContent,
  sessions: readonly Session[],
  electives: readonly SessionElectives[],
  shift: number,
): void {
  if (content.endsOn < content.startsOn)
    throw new RoundsError(
      'activities/invalid-dates',
      'The activity ends before it starts. Correct one of the two dates.',
    );
  const last = sessions.map((session) => addDays(session.date, shift)).reduce((a, b) => (a > b ? a : b), '');
  if (last > content.endsOn)
    throw new RoundsError(
      'activities/invalid-dates',
      `The last session is on ${formatDate(last)}. End the activity on that day or later, or move the session first.`,
    );
  if (!isTimeZone(content.timeZone))
    throw new RoundsError(
      'request/invalid',
      `“${content.timeZone}” is not a time zone. Choose one such as America/Denver.`,
    );
  if (content.learningFormat === 'other' && content.formatDescription === '')
    throw new RoundsError(
      'request/invalid',
      'The format “other” needs a brief description: it stands in the designation statement and on certificates.',
    );
  if (content.providership === 'joint' && content.jointProviders.length === 0)
    throw new RoundsError('request/invalid', 'Name the joint provider, or choose direct providership.');
  const most = maximumQuarters(sessions, officeRounding(read), electives);
  if (content.maximumQuarters > most)
    throw new RoundsError(
      'activities/maximum-too-high',
      electives.length === 0
        ? `The sessions give at most ${formatCredits(most)} credits. Designate that or less, or lengthen the sessions.`
        : `One person can earn at most ${formatCredits(most)} credits: electives count as far as their rule asks. Designate that or less, or lengthen the sessions.`,
    );
}

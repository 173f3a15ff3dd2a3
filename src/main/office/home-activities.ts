import { addDays, daysBetween } from '../../shared/activities/schedule.ts';
import { isLive } from '../../shared/certificates/learning-formats.ts';
import type { Output } from '../../shared/contract/index.ts';
import { waitsForSomething } from '../../shared/credit/missing.ts';
import { counted, formatDateRange } from '../../shared/format.ts';
import { subjects } from '../certificates/index.ts';
import type { Reader } from '../database/index.ts';
import { ENROLMENT_COUNTS } from '../people/index.ts';

type Attention = Output<'home.summary'>['attention'][number];

type ActivityRow = {
  readonly id: number;
  readonly title: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly learning_format: string;
  readonly enrolled: number;
  readonly without_certificate: number;
};

/** Home looks back this far for work that was left open, and this far ahead for what comes. */
const BACK_DAYS = 120;
const SOON_DAYS = 7;
const EMPTY_DAYS = 30;
/** So that Home opens at once on the largest files. */
const ACTIVITIES = 40;

/** What activities ask of the office today: attendance, completion, certificates, people, a start this week. */
export function activityAttention(read: Reader, today: string, now: string): readonly Attention[] {
  const rows = read.rows<ActivityRow>(
    `SELECT id, title, starts_on, ends_on, learning_format,
       (SELECT count(*) FROM enrolments WHERE activity_id = activities.id AND ${ENROLMENT_COUNTS}) AS enrolled,
       (SELECT count(*) FROM enrolments WHERE activity_id = activities.id
          AND NOT EXISTS (SELECT 1 FROM certificates WHERE enrolment_id = enrolments.id)) AS without_certificate
     FROM activities WHERE starts_on BETWEEN ? AND ? ORDER BY starts_on, id LIMIT ?`,
    addDays(today, -BACK_DAYS),
    addDays(today, EMPTY_DAYS),
    ACTIVITIES,
  );
  return rows.flatMap((row) => {
    if (row.ends_on < today) return finishedActivity(read, row, now);
    if (row.starts_on <= today)
      return [...nobody(row), ...attendanceMissing(read, row, today), ...readyMeanwhile(read, row, now)];
    return [...nobody(row), ...soon(row, today)];
  });
}

function soon(row: ActivityRow, today: string): readonly Attention[] {
  if (row.starts_on > addDays(today, SOON_DAYS) || row.enrolled === 0) return [];
  const days = daysBetween(today, row.starts_on);
  return [
    {
      kind: 'activity-soon',
      title: `“${row.title}” starts ${days === 1 ? 'tomorrow' : `in ${days} days`}`,
      detail: `${formatDateRange(row.starts_on, row.ends_on)} · ${counted(row.enrolled, 'person', 'people')} enrolled.`,
      path: `/activities/${row.id}`,
      count: row.enrolled,
    },
  ];
}

function nobody(row: ActivityRow): readonly Attention[] {
  if (row.enrolled > 0) return [];
  return [
    {
      kind: 'activity-no-people',
      title: `Nobody is enrolled in “${row.title}”`,
      detail: `${formatDateRange(row.starts_on, row.ends_on)}. Import the roster or add people.`,
      path: `/activities/${row.id}/people`,
      count: 0,
    },
  ];
}

/** People without any mark in a session that has been held. */
function attendanceMissing(read: Reader, row: ActivityRow, through: string): readonly Attention[] {
  const missing = read.number(
    `SELECT count(*) FROM enrolments WHERE activity_id = ? AND ${ENROLMENT_COUNTS} AND EXISTS (
       SELECT 1 FROM sessions WHERE sessions.activity_id = enrolments.activity_id AND sessions.date < ?
         AND NOT EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolments.id AND session_id = sessions.id))`,
    row.id,
    through,
  );
  if (missing === 0) return [];
  const marked =
    read.number(
      `SELECT EXISTS (SELECT 1 FROM sessions JOIN attendance ON session_id = sessions.id WHERE activity_id = ?)`,
      row.id,
    ) > 0;
  return [
    {
      kind: 'attendance-missing',
      ...(marked
        ? {
            title: `Attendance of “${row.title}” has gaps`,
            detail: `${counted(missing, 'person lacks', 'people lack')} a mark in at least one session, which counts as not attended. Mark who was there.`,
          }
        : {
            title: `Attendance is missing for “${row.title}”`,
            detail: 'Nobody has a mark yet. Import the attendance report, or mark who was there.',
          }),
      path: `/activities/${row.id}/attendance`,
      count: missing,
    },
  ];
}

/** Material to work through is over for each person who has finished it, while it is still offered to others. */
function readyMeanwhile(read: Reader, row: ActivityRow, now: string): readonly Attention[] {
  return isLive(row.learning_format) ? [] : certificatesReady(row, openCertificates(read, row, now).ready);
}

/** What an activity that is over still waits for; people with a current certificate are done. */
function finishedActivity(read: Reader, row: ActivityRow, now: string): readonly Attention[] {
  if (row.enrolled === 0) return [];
  const open = openCertificates(read, row, now);
  const lines: Attention[] = [...attendanceMissing(read, row, addDays(row.ends_on, 1))];
  if (open.waiting > 0)
    lines.push({
      kind: 'completion-waiting',
      title: `Completion is open for “${row.title}”`,
      detail: `${counted(open.waiting, 'person who attended lacks', 'people who attended lack')} a result, an evaluation or a claim that attendance allows.`,
      path: `/activities/${row.id}/completion`,
      count: open.waiting,
    });
  return [...lines, ...certificatesReady(row, open.ready)];
}

function certificatesReady(row: ActivityRow, ready: number): readonly Attention[] {
  if (ready === 0) return [];
  return [
    {
      kind: 'certificates-ready',
      title: `${counted(ready, 'certificate is', 'certificates are')} ready to issue`,
      detail: `“${row.title}”, ${formatDateRange(row.starts_on, row.ends_on)}.`,
      path: `/activities/${row.id}/certificates`,
      count: ready,
    },
  ];
}

/** Who attended and has no certificate, current or taken back: ready to get one, or still waiting for something. */
function openCertificates(
  read: Reader,
  row: ActivityRow,
  now: string,
): { readonly ready: number; readonly waiting: number } {
  if (row.without_certificate === 0) return { ready: 0, waiting: 0 };
  const open = subjects(read, row.id, now).filter(({ certificateId }) => certificateId === null);
  return {
    ready: open.filter(({ heldBecause }) => heldBecause === null).length,
    waiting: open.filter(
      (subject) =>
        subject.heldBecause?.place !== 'certificate' &&
        subject.minutesAttended > 0 &&
        waitsForSomething(subject.missing),
    ).length,
  };
}

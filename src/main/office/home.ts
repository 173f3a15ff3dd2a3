import { addDays, dateInZone } from '../../shared/activities/schedule.ts';
import type { Output } from '../../shared/contract/index.ts';
import type { Backup } from '../../shared/contract/system.ts';
import { counted, formatCount, formatDate, formatInstantDay } from '../../shared/format.ts';
import { REVIEW_SOON_DAYS, reviewState } from '../../shared/modules/review-cycle.ts';
import type { AuditCheck, Reader } from '../database/index.ts';
import { ENROLMENT_COUNTS } from '../people/index.ts';
import { activityAttention } from './home-activities.ts';
import { followUpsDue } from './home-follow-ups.ts';

type Summary = Output<'home.summary'>;
type Attention = Summary['attention'][number];

/** A backup older than this is named on Home. */
const BACKUP_DAYS = 7;
/** How far ahead Home looks for activities. */
const AHEAD_DAYS = 60;

/** What needs attention today, the most pressing first, with where the work is. `now` is a UTC instant. */
export function homeSummary(
  read: Reader,
  now: string,
  backups: readonly Backup[],
  recentAudit: AuditCheck | null,
): Summary {
  const zone = read.first(read.from.selectFrom('office').select('time_zone'))?.time_zone ?? 'UTC';
  const today = dateInZone(now, zone);
  return {
    today,
    counts: {
      curricula: read.number('SELECT count(*) FROM curricula WHERE archived = 0'),
      activities: read.number('SELECT count(*) FROM activities'),
      people: read.number('SELECT count(*) FROM people WHERE merged_into_id IS NULL'),
      certificates: read.number("SELECT count(*) FROM certificate_standing WHERE status = 'issued'"),
    },
    attention: [
      ...brokenRecord(recentAudit),
      ...activityAttention(read, today, now),
      ...followUpsDue(read, today),
      ...drafts(read),
      ...reviews(read, today),
      ...backupAge(read, now, zone, backups),
    ],
    upcoming: [...upcoming(read, today)],
  };
}

/** The record of acts was changed behind the program's back: nothing else is as pressing. */
function brokenRecord(audit: AuditCheck | null): readonly Attention[] {
  if (audit === null || audit.ok) return [];
  return [
    {
      kind: 'record-broken',
      title: 'The record of acts does not check out',
      detail: `${audit.explanation} Restore a backup from before it happened, or keep this file for whoever looks into it.`,
      path: '/office/history',
      count: 1,
    },
  ];
}

function upcoming(read: Reader, today: string): Summary['upcoming'] {
  const rows = read.rows<{
    id: number;
    title: string;
    starts_on: string;
    place: string;
    delivery: string;
    enrolled: number;
  }>(
    `SELECT id, title, starts_on, place, delivery,
       (SELECT count(*) FROM enrolments WHERE activity_id = activities.id AND ${ENROLMENT_COUNTS}) AS enrolled
     FROM activities WHERE starts_on BETWEEN ? AND ? ORDER BY starts_on, id LIMIT 8`,
    today,
    addDays(today, AHEAD_DAYS),
  );
  return rows.map((row) => ({
    activityId: row.id,
    title: row.title,
    startsOn: row.starts_on,
    place: row.place === '' && row.delivery === 'online' ? 'Online' : row.place,
    enrolled: row.enrolled,
  }));
}

/** Curricula that have never been published: no activity can use them yet. */
function drafts(read: Reader): readonly Attention[] {
  const rows = read.rows<{ id: number; title: string }>(
    `SELECT id, title FROM curricula WHERE archived = 0
       AND NOT EXISTS (SELECT 1 FROM curriculum_versions WHERE curriculum_id = curricula.id)
     ORDER BY updated_at DESC`,
  );
  const [first] = rows;
  if (!first) return [];
  return [
    {
      kind: 'curriculum-draft',
      title:
        rows.length === 1
          ? `“${first.title}” is a draft`
          : `${counted(rows.length, 'curriculum is', 'curricula are')} drafts`,
      detail: 'Publish it to open an activity on it.',
      path: rows.length === 1 ? `/curricula/${first.id}` : '/curricula',
      count: rows.length,
    },
  ];
}

/** Modules whose review date is past; when none is, those whose date is near. Retired ones are not reviewed. */
function reviews(read: Reader, today: string): readonly Attention[] {
  const due = read
    .rows<{ review_by: string }>(
      'SELECT review_by FROM modules WHERE retired = 0 AND review_by <= ? ORDER BY review_by',
      addDays(today, REVIEW_SOON_DAYS),
    )
    .map((row) => row.review_by);
  const overdue = due.filter((reviewBy) => reviewState(reviewBy, today) === 'overdue').length;
  const [first] = due;
  if (!first) return [];
  const soon = due.length - overdue;
  return [
    overdue > 0
      ? {
          kind: 'module-review',
          title: `${counted(overdue, 'module is', 'modules are')} overdue for review`,
          detail: `The first was to be reviewed by ${formatDate(first)}.${soon > 0 ? ` ${formatCount(soon)} more within ${REVIEW_SOON_DAYS} days.` : ''}`,
          path: '/modules/reviews',
          count: overdue,
        }
      : {
          kind: 'module-review',
          title: `${counted(soon, 'module is', 'modules are')} due for review soon`,
          detail: `The first is to be reviewed by ${formatDate(first)}.`,
          path: '/modules/reviews',
          count: soon,
        },
  ];
}

/** Said only when there is work that no recent backup holds. */
function backupAge(
  read: Reader,
  now: string,
  zone: string,
  backups: readonly Backup[],
): readonly Attention[] {
  const limit = new Date(Date.parse(now) - BACKUP_DAYS * 86_400_000).toISOString();
  const [newest] = backups;
  if (newest && newest.takenAt >= limit) return [];
  const since = newest?.takenAt ?? '';
  const unsaved = read.number('SELECT count(*) FROM changes WHERE at > ?', since);
  const oldest = read.rows<{ at: string }>(
    'SELECT at FROM changes WHERE at > ? ORDER BY id LIMIT 1',
    since,
  )[0];
  if (unsaved === 0 || !oldest || oldest.at > limit) return [];
  return [
    {
      kind: 'backup-old',
      title: newest
        ? `The last backup is from ${formatInstantDay(newest.takenAt, zone)}`
        : 'There is no backup yet',
      detail: `${counted(unsaved, 'act has', 'acts have')} been recorded since. Take a backup now.`,
      path: '/office/backups',
      count: unsaved,
    },
  ];
}

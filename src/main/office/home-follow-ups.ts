import type { Output } from '../../shared/contract/index.ts';
import { counted, formatDate } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';

type Attention = Output<'home.summary'>['attention'][number];

/** Activities named one by one; the longest waiting come first. */
const ACTIVITIES = 6;

/** Commitments whose follow-up date has come, by activity. */
export function followUpsDue(read: Reader, today: string): readonly Attention[] {
  const rows = read.rows<{ id: number; title: string; due: number; first: string }>(
    `SELECT activities.id, activities.title, count(*) AS due, min(follow_up_on) AS first
     FROM reflections JOIN enrolments ON enrolments.id = enrolment_id
       JOIN activities ON activities.id = enrolments.activity_id
     WHERE outcome = 'open' AND follow_up_on IS NOT NULL AND follow_up_on <= ? AND commitment <> ''
     GROUP BY activities.id ORDER BY first, activities.id LIMIT ?`,
    today,
    ACTIVITIES,
  );
  return rows.map(({ id, title, due, first }) => ({
    kind: 'follow-ups-due',
    title: `${counted(due, 'commitment', 'commitments')} to follow up`,
    detail: `“${title}”. The first was due on ${formatDate(first)}: ask whether it was kept.`,
    path: `/activities/${id}/reflections`,
    count: due,
  }));
}

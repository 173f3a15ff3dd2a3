import { addDays } from '../activities/schedule.ts';
import type { ModuleContent } from '../contract/modules.ts';

/** How many days before its date a review is announced, on Home and in the library. */
export const REVIEW_SOON_DAYS = 60;

/** Whether a module is to be looked at again: its date is past, or near, or far, or nobody set one. */
export type ReviewState = 'overdue' | 'soon' | 'later' | 'unset';

/** Where a module stands with its review on a given day. */
export function reviewState(reviewBy: string | null, today: string): ReviewState {
  if (reviewBy === null) return 'unset';
  if (reviewBy < today) return 'overdue';
  return reviewBy <= addDays(today, REVIEW_SOON_DAYS) ? 'soon' : 'later';
}

/** Competencies whose field moves quickly: generative AI, and its use in clinic. */
const FAST_COMPETENCIES: readonly string[] = ['F4', 'C8'];

/**
 * How many months a review holds: six for governance and for generative AI, else twelve
 * (reference/medical-ai-education.md 3).
 */
export function reviewMonths(module: Pick<ModuleContent, 'domain' | 'competencies'>): 6 | 12 {
  const fast =
    module.domain === 'governance' ||
    module.competencies.some(({ code }) => FAST_COMPETENCIES.includes(code));
  return fast ? 6 : 12;
}

/** The day by which a module that was reviewed on a day is to be reviewed again, by its usual cycle. */
export function usualReviewBy(
  module: Pick<ModuleContent, 'domain' | 'competencies'>,
  reviewedOn: string,
): string {
  return addMonths(reviewedOn, reviewMonths(module));
}

/** The same day some months later; the last day of the month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total % 12;
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return `${toYear}-${two(toMonth + 1)}-${two(Math.min(day, last))}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

import { addDays } from '../../shared/activities/schedule.ts';
import type { Module } from '../../shared/contract/curricula.ts';

/** How many days before its date a review is announced; the same as on Home. */
const REVIEW_DAYS = 30;

/** Whether a module is to be looked at again: its date is past, or near, or neither. */
export type ReviewState = 'overdue' | 'soon' | 'fresh';

/** Where a module stands with its review on a given day. */
export function reviewState(module: Pick<Module, 'reviewBy' | 'retired'>, today: string): ReviewState {
  if (module.reviewBy === null || module.retired) return 'fresh';
  if (module.reviewBy < today) return 'overdue';
  return module.reviewBy <= addDays(today, REVIEW_DAYS) ? 'soon' : 'fresh';
}

/** Today's date on this computer, `YYYY-MM-DD`. */
export function todayHere(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

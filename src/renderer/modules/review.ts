import type { Module } from '../../shared/contract/modules.ts';
import { type ReviewState, reviewState } from '../../shared/modules/review-cycle.ts';

/** Where a module stands with its review on a given day; a retired one is not reviewed any more. */
export function moduleReview(module: Pick<Module, 'reviewBy' | 'retired'>, today: string): ReviewState {
  return module.retired ? 'unset' : reviewState(module.reviewBy, today);
}

/** Whether an AI tool helped to make the module and nobody has looked at the result yet. */
export function hasUnreviewedAi({ aiUses }: Pick<Module, 'aiUses'>): boolean {
  return aiUses.some(({ reviewer }) => reviewer === '');
}

/** Today's date on this computer, `YYYY-MM-DD`. */
export function todayHere(now: Date = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

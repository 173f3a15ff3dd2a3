import { addDays } from '../activities/schedule.ts';
import type { AiUse } from '../contract/modules.ts';
import type { InsightModule } from './read-outline.ts';

/** Reviews that come up within so many days are shown beforehand. */
export const REVIEW_SOON_DAYS = 60;

/** A module with its review date. */
export type ReviewDue = {
  readonly module: Pick<InsightModule, 'id' | 'code' | 'title'>;
  readonly reviewBy: string;
};

/** What of a curriculum's modules wants a person's look. */
export type Upkeep = {
  /** Review date before today, the oldest first. */
  readonly overdue: readonly ReviewDue[];
  /** Review date today or within {@link REVIEW_SOON_DAYS} days, the next first. */
  readonly soon: readonly ReviewDue[];
  /** How many modules have no review date. */
  readonly undated: number;
  readonly reviewRule: string;
  /** Recorded uses of AI tools, and those that nobody has reviewed. */
  readonly aiUses: number;
  readonly unreviewed: readonly {
    readonly module: Pick<InsightModule, 'id' | 'code' | 'title'>;
    readonly use: AiUse;
  }[];
  readonly aiRule: string;
};

/** Review dates and AI uses of the modules of an outline, electives too. */
export function upkeep(modules: readonly InsightModule[], today: string): Upkeep {
  const last = addDays(today, REVIEW_SOON_DAYS);
  const dated = modules
    .flatMap((module): readonly ReviewDue[] =>
      module.reviewBy === null ? [] : [{ module, reviewBy: module.reviewBy }],
    )
    .toSorted((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
  return {
    overdue: dated.filter(({ reviewBy }) => reviewBy < today),
    soon: dated.filter(({ reviewBy }) => reviewBy >= today && reviewBy <= last),
    undated: modules.length - dated.length,
    reviewRule: `Overdue: the review date is before today. Due soon: today or within ${REVIEW_SOON_DAYS} days.`,
    aiUses: modules.reduce((sum, { aiUses }) => sum + aiUses.length, 0),
    unreviewed: modules.flatMap((module) =>
      module.aiUses.filter(({ reviewer }) => reviewer.trim() === '').map((use) => ({ module, use })),
    ),
    aiRule: 'A recorded use of an AI tool that names no person as its reviewer.',
  };
}

import { counted } from '../../../shared/format.ts';
import { keptByOffice, useKept, withEntry } from '../../api/index.ts';
import type { KeptDraft } from './merge.ts';

/** Unsaved edits, by activity: they outlive a look at another screen and are only dropped on purpose. */
const kept = keptByOffice<ReadonlyMap<number, KeptDraft>>(new Map(), {
  unsaved: ({ size }) => (size === 0 ? null : counted(size, 'form of an activity', 'forms of activities')),
});

/** The unsaved edits of an activity, or null when all is saved. */
export function useKeptDraft(activityId: number): KeptDraft | null {
  return useKept(kept).get(activityId) ?? null;
}

/** The unsaved edits of an activity at this moment, also those made since a screen was last drawn. */
export function keptDraft(activityId: number): KeptDraft | null {
  return kept.get().get(activityId) ?? null;
}

/** Keeps unsaved edits; null says that there are none any more. */
export function keepDraft(activityId: number, draft: KeptDraft | null): void {
  kept.set(withEntry(kept.get(), activityId, draft));
}

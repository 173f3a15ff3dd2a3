import { useSyncExternalStore } from 'react';
import type { KeptDraft } from './merge.ts';

/** Unsaved edits, by activity: they outlive a look at another screen and are only dropped on purpose. */
const kept = new Map<number, KeptDraft>();
const listeners = new Set<() => void>();

/** The unsaved edits of an activity, or null when all is saved. */
export function useKeptDraft(activityId: number): KeptDraft | null {
  return useSyncExternalStore(follow, () => keptDraft(activityId));
}

/** The unsaved edits of an activity at this moment, also those made since a screen was last drawn. */
export function keptDraft(activityId: number): KeptDraft | null {
  return kept.get(activityId) ?? null;
}

/** Keeps unsaved edits; null says that there are none any more. */
export function keepDraft(activityId: number, draft: KeptDraft | null): void {
  if (draft) kept.set(activityId, draft);
  else kept.delete(activityId);
  // Closing the window with unsaved edits asks first; asking without need would be a nuisance.
  window.removeEventListener('beforeunload', askFirst);
  if (kept.size > 0) window.addEventListener('beforeunload', askFirst);
  for (const listener of listeners) listener();
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import { useSyncExternalStore } from 'react';
import type { ReflectionValues } from './form.ts';

/** What was typed and not saved, and what was on record when it was begun. */
export type KeptReflection = { readonly values: ReflectionValues; readonly begunOn: ReflectionValues };

/** Unsaved entries by enrolment: a look at another person or screen loses nothing. */
let kept: ReadonlyMap<number, KeptReflection> = new Map();
const listeners = new Set<() => void>();

/** All unsaved entries by enrolment. */
export function useKeptReflections(): ReadonlyMap<number, KeptReflection> {
  return useSyncExternalStore(follow, () => kept);
}

/** The unsaved entry of an enrolment as it is at this moment, or null. */
export function keptReflection(enrolmentId: number): KeptReflection | null {
  return kept.get(enrolmentId) ?? null;
}

/** Keeps what is typed; null says that it was saved or given up. */
export function keepReflection(enrolmentId: number, entry: KeptReflection | null): void {
  const next = new Map(kept);
  if (entry) next.set(enrolmentId, entry);
  else next.delete(enrolmentId);
  kept = next;
  // Closing the window with unsaved entries asks first; asking without need would be a nuisance.
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

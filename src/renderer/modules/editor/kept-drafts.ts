import { useSyncExternalStore } from 'react';
import type { ModuleDraft } from './draft.ts';

/** Which edits: of a module (`edit 12`) or of a new one (`new`). */
export type DraftKey = 'new' | `edit ${number}`;

/** Unsaved edits and what they belong to. */
export type KeptDraft = {
  readonly key: DraftKey;
  readonly draft: ModuleDraft;
  /** The module as it was when the edits were begun. */
  readonly begun: ModuleDraft;
};

/** Unsaved edits: they outlive a look at another screen and are only dropped on purpose. */
let kept: readonly KeptDraft[] = [];
const listeners = new Set<() => void>();

/** The unsaved edits under a key, or null when all is saved. */
export function useKeptDraft(key: DraftKey): KeptDraft | null {
  return useSyncExternalStore(follow, () => kept.find((entry) => entry.key === key) ?? null);
}

/** All unsaved edits. */
export function useKeptDrafts(): readonly KeptDraft[] {
  return useSyncExternalStore(follow, () => kept);
}

/** Keeps unsaved edits; null says that there are none any more. */
export function keepDraft(key: DraftKey, edits: Omit<KeptDraft, 'key'> | null): void {
  const others = kept.filter((entry) => entry.key !== key);
  kept = edits ? [...others, { key, ...edits }] : others;
  // Closing the window with unsaved edits asks first; asking without need would be a nuisance.
  window.removeEventListener('beforeunload', askFirst);
  if (kept.length > 0) window.addEventListener('beforeunload', askFirst);
  for (const listener of listeners) listener();
}

/** Where the edits under a key are written on. */
export function editorPath(key: DraftKey): string {
  const [kind, id] = key.split(' ');
  return kind === 'edit' ? `/modules/${id}/edit` : '/modules/new';
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

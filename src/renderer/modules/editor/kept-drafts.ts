import { counted } from '../../../shared/format.ts';
import { keptByOffice, useKept } from '../../api/index.ts';
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
const kept = keptByOffice<readonly KeptDraft[]>([], {
  unsaved: ({ length }) => (length === 0 ? null : counted(length, 'form of a module', 'forms of modules')),
});

/** The unsaved edits under a key, or null when all is saved. */
export function useKeptDraft(key: DraftKey): KeptDraft | null {
  return useKept(kept).find((entry) => entry.key === key) ?? null;
}

/** All unsaved edits. */
export function useKeptDrafts(): readonly KeptDraft[] {
  return useKept(kept);
}

/** Keeps unsaved edits; null says that there are none any more. */
export function keepDraft(key: DraftKey, edits: Omit<KeptDraft, 'key'> | null): void {
  const others = kept.get().filter((entry) => entry.key !== key);
  kept.set(edits ? [...others, { key, ...edits }] : others);
}

/** Where the edits under a key are written on. */
export function editorPath(key: DraftKey): string {
  const [kind, id] = key.split(' ');
  return kind === 'edit' ? `/modules/${id}/edit` : '/modules/new';
}

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/index.ts';
import type { Module, ModuleContent } from '../../../shared/contract/modules.ts';
import type { Fault } from '../../../shared/errors.ts';
import {
  type InLibrary,
  indexLibrary,
  inLibrary,
  type LibraryIndex,
} from '../../../shared/modules/in-library.ts';
import { refetchTopics, showDone } from '../../api/index.ts';
import { changedFields, draftOnto, type ModuleDraft, sameDraft } from './draft.ts';
import { type DraftKey, keepDraft, useKeptDraft } from './kept-drafts.ts';
import {
  check,
  type Field,
  fieldsOf,
  NO_PROBLEMS,
  type Problems,
  type Refusal,
  stillRefused,
  withoutMissing,
} from './problems.ts';

/** A module while it is edited. */
export type ModuleEditor = {
  readonly draft: ModuleDraft;
  readonly dirty: boolean;
  /** Fields that were written here and have changed elsewhere meanwhile. */
  readonly overtaken: readonly Field[];
  readonly saving: boolean;
  /** What stands beside each field: what is wrong as one types; what is missing after the first try to save. */
  readonly errors: Problems['fields'];
  readonly lineErrors: Pick<Problems, 'objectives' | 'references' | 'aiUses'>;
  readonly problemCount: number;
  /** How the module stands among all others. */
  readonly placed: InLibrary;
  readonly library: LibraryIndex;
  /** Why the engine refused the last try, until that is mended. */
  readonly refusal: Fault | null;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly change: (change: Partial<ModuleDraft>) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
};

/** Edits a module: kept until saved or discarded, checked here first, and nothing is lost when the engine refuses. */
export function useModuleEditor<Value>(options: {
  readonly draftKey: DraftKey;
  /** The module as it is recorded, or as a new one begins. */
  readonly start: ModuleDraft;
  /** Every other module. */
  readonly others: readonly Module[];
  /** The code under which others may require this module; null for a new one. */
  readonly recordedCode: string | null;
  readonly send: (content: ModuleContent) => Promise<Answer<Value>>;
  readonly done: (content: ModuleContent) => string;
  readonly onSaved: (value: Value) => void;
}): ModuleEditor {
  const { draftKey, start, others, recordedCode } = options;
  const kept = useKeptDraft(draftKey);
  const draft = useMemo(() => (kept ? draftOnto(kept.draft, kept.begun, start) : start), [kept, start]);
  /** What was written here and meanwhile elsewhere too. */
  const overtaken = useMemo(() => {
    if (!kept) return [];
    const elsewhere = new Set(changedFields(kept.begun, start));
    return changedFields(start, draft).filter((field) => elsewhere.has(field));
  }, [kept, start, draft]);
  const form = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  /** How often saving was tried in vain: each time the focus goes to the first wrong field. */
  const [failures, setFailures] = useState(0);
  const library = useMemo(() => indexLibrary(others), [others]);
  const { code, audience, prerequisites } = draft;
  const placed = useMemo(
    () => inLibrary({ code, audience, prerequisites }, recordedCode, library),
    [code, audience, prerequisites, recordedCode, library],
  );
  const checked = useMemo(() => check(draft, placed), [draft, placed]);
  const refusal = refused && stillRefused(refused, draft) ? refused.fault : null;

  useEffect(() => {
    if (failures === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"]:not([type="hidden"]), [data-refusal]',
    );
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'center' });
  }, [failures]);

  async function save(): Promise<void> {
    if (saving) return;
    if (checked.problems) {
      setFailures((count) => count + 1);
      return;
    }
    setSaving(true);
    const answer = await options.send(checked.content);
    setSaving(false);
    if (!answer.ok) {
      setRefused({ fault: answer.error, draft });
      setFailures((count) => count + 1);
      return;
    }
    keepDraft(draftKey, null);
    if (answer.changed) refetchTopics(answer.changed);
    showDone(options.done(checked.content), answer.changeId ?? null);
    options.onSaved(answer.value);
  }

  const problems = checked.problems ?? NO_PROBLEMS;
  const shown = failures > 0 ? problems : withoutMissing(problems, draft);
  const errors: Partial<Record<Field, string>> = { ...shown.fields };
  const [refusedField] = refusal ? fieldsOf(refusal.code) : [];
  if (refusal && refusedField) errors[refusedField] ??= refusal.message;

  return {
    draft,
    dirty: kept !== null,
    overtaken,
    saving,
    errors,
    lineErrors: shown,
    problemCount: shown.count,
    placed,
    library,
    refusal,
    form,
    change: (change) => {
      const next = { ...draft, ...change };
      // It stands on the module as it is now, but for what was also changed elsewhere: that is told until it is saved.
      const older = kept ? overtaken.map((field) => [field, kept.begun[field]] as const) : [];
      const begun = { ...start, ...Object.fromEntries(older) };
      keepDraft(draftKey, sameDraft(next, start) ? null : { draft: next, begun });
    },
    discard: () => {
      keepDraft(draftKey, null);
      setRefused(null);
      setFailures(0);
    },
    save,
  };
}

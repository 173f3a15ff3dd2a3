import type { AiUse, Module, ModuleContent } from '../../../shared/contract/modules.ts';
import { CSV_FIELDS } from '../../../shared/exchange/csv-cells.ts';

/** One line of a list while it is written; the key stays with it when it moves. */
export type DraftLine = { readonly key: string; readonly text: string };

/** A source while it is written. */
export type DraftReference = {
  readonly key: string;
  readonly citation: string;
  readonly identifier: string;
  readonly url: string;
  /** The catalogue's own key and how sure it is; kept as they came. */
  readonly catalogueKey: string;
  readonly confidence: string;
};

/** One use of an AI tool while it is written. */
export type DraftAiUse = AiUse & { readonly key: string };

/** A module while it is written: everything may still be empty or wrong. */
export type ModuleDraft = Omit<
  ModuleContent,
  | 'domain'
  | 'track'
  | 'amaLearningFormat'
  | 'minutes'
  | 'objectives'
  | 'references'
  | 'lastReviewed'
  | 'reviewBy'
  | 'aiUses'
> & {
  readonly domain: ModuleContent['domain'] | null;
  readonly track: ModuleContent['track'] | null;
  readonly amaLearningFormat: ModuleContent['amaLearningFormat'] | null;
  /** As typed. */
  readonly minutes: string;
  readonly objectives: readonly DraftLine[];
  readonly references: readonly DraftReference[];
  readonly aiUses: readonly DraftAiUse[];
  /** Empty when not set. */
  readonly lastReviewed: string;
  readonly reviewBy: string;
};

/** How sure the catalogue is of a source that somebody still has to look up. */
export const TO_BE_CHECKED = 'check-before-shipping';

let lines = 0;

/** A key that no other line of this window has. */
export function newKey(): string {
  lines += 1;
  return `line-${lines}`;
}

/** An empty module with one objective to begin with. */
export function emptyDraft(): ModuleDraft {
  return {
    code: '',
    title: '',
    domain: null,
    track: null,
    format: '',
    amaLearningFormat: null,
    minutes: '60',
    description: '',
    objectives: [{ key: newKey(), text: '' }],
    audience: [],
    specialtyFocus: [],
    prerequisites: [],
    competencies: [],
    assessmentMethod: '',
    assessmentStandard: '',
    references: [],
    lastReviewed: '',
    reviewBy: '',
    mooreLevel: null,
    aiUses: [],
  };
}

/** A recorded module, ready to be edited. */
export function draftOf(module: Module): ModuleDraft {
  const { id: _, origin: __, edited: ___, retired: ____, ...content } = module;
  return {
    ...content,
    minutes: String(content.minutes),
    objectives: content.objectives.map((text) => ({ key: newKey(), text })),
    references: content.references.map(({ key, url, ...reference }) => ({
      ...reference,
      key: newKey(),
      catalogueKey: key,
      url: url ?? '',
    })),
    aiUses: content.aiUses.map((use) => ({ ...use, key: newKey() })),
    lastReviewed: content.lastReviewed ?? '',
    reviewBy: content.reviewBy ?? '',
  };
}

/** The draft in the contract's shape, not checked: what was left open is null or empty, empty lines are left out. */
export function contentOf(draft: ModuleDraft): Readonly<Record<keyof ModuleContent, unknown>> {
  return {
    ...draft,
    code: draft.code.trim(),
    minutes: /^\d+$/.test(draft.minutes.trim()) ? Number(draft.minutes) : Number.NaN,
    objectives: draft.objectives.map(({ text }) => text.trim()).filter((text) => text !== ''),
    references: draft.references.map(({ citation, identifier, url, catalogueKey, confidence }) => ({
      key: catalogueKey,
      citation: citation.trim(),
      identifier: identifier.trim(),
      url: url.trim() === '' ? null : url.trim(),
      confidence,
    })),
    aiUses: draft.aiUses.map(({ key: _, ...use }) => use),
    lastReviewed: draft.lastReviewed === '' ? null : draft.lastReviewed,
    reviewBy: draft.reviewBy === '' ? null : draft.reviewBy,
  };
}

/** Whether two drafts say the same, empty lines included. */
export function sameDraft(a: ModuleDraft, b: ModuleDraft): boolean {
  return JSON.stringify(withoutKeys(a)) === JSON.stringify(withoutKeys(b));
}

/**
 * A draft on the module as it stands now: what was written stays, and fields that nobody touched follow what an undo, an
 * import or a change of many made of them meanwhile. Saving would otherwise write old text back.
 * @param begun the module as it was when the draft was begun.
 */
export function draftOnto(draft: ModuleDraft, begun: ModuleDraft, now: ModuleDraft): ModuleDraft {
  const touched: ReadonlySet<string> = new Set(changedFields(begun, draft));
  return { ...draft, ...Object.fromEntries(Object.entries(now).filter(([field]) => !touched.has(field))) };
}

/** The fields that read otherwise in two drafts. */
export function changedFields(a: ModuleDraft, b: ModuleDraft): readonly (keyof ModuleContent)[] {
  const [before, after] = [withoutKeys(a), withoutKeys(b)];
  return CSV_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

function withoutKeys(draft: ModuleDraft): Readonly<Record<keyof ModuleContent, unknown>> {
  return {
    ...draft,
    objectives: draft.objectives.map(({ text }) => text),
    references: draft.references.map(({ key: _, ...reference }) => reference),
    aiUses: draft.aiUses.map(({ key: _, ...use }) => use),
  };
}

import { useCallback, useMemo, useState } from 'react';
import { addDays, daysBetween } from '../../../shared/activities/schedule.ts';
import type { Activity, ActivityContent } from '../../../shared/contract/activities.ts';
import { maximumQuarters } from '../../../shared/credit/completion.ts';
import type { Rounding } from '../../../shared/credit/quarter-hours.ts';
import type { SessionElectives } from '../../../shared/credit/session-electives.ts';
import { useCommand, useRead } from '../../api/index.ts';
import {
  type Draft,
  type DraftProblems,
  type DraftSession,
  draftOf,
  most,
  problemsOf,
  sameContent,
  sameDraft,
  sameSessions,
  withSessions,
} from './draft.ts';
import { keepDraft, keptDraft, useKeptDraft } from './kept-drafts.ts';
import {
  type Conflict,
  conflictsOf,
  type DraftField,
  type KeptDraft,
  mergeDraft,
  withField,
} from './merge.ts';

/** The overview of an activity while it is edited. */
export type Overview = {
  readonly draft: Draft;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly rounding: Rounding;
  /** Groups of which a person takes some. */
  readonly electives: readonly SessionElectives[];
  /** The most credit that one person can earn in the edited sessions, in quarter-hours. */
  readonly mostQuarters: number;
  readonly problems: DraftProblems;
  /** Fields that another window has saved differently since they were edited here: one value has to be chosen. */
  readonly conflicts: readonly Conflict[];
  readonly settle: (field: DraftField, keep: 'mine' | 'theirs') => void;
  readonly change: (content: Partial<ActivityContent>) => void;
  readonly changeSessions: (sessions: readonly DraftSession[]) => void;
  readonly replace: (draft: Draft) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
};

/** Edits an activity: kept until saved or discarded, saved with one press. */
export function useOverview(activity: Activity): Overview {
  const office = useRead('office.get', {});
  const current = useRead('activities.get', { id: activity.id });
  const update = useCommand('activities.update');
  const setSessions = useCommand('activities.setSessions');
  const [saving, setSaving] = useState(false);
  const rounding = office.data?.rounding ?? 'nearest';
  const credit = useMemo(() => ({ rounding, electives: activity.electives }), [rounding, activity.electives]);
  const recorded = useMemo(() => draftOf(activity), [activity]);
  const kept = useKeptDraft(activity.id);
  // While saving, what is on record moves by this window's own steps.
  const draft = useMemo(
    () => (kept === null ? recorded : saving ? kept.draft : mergeDraft(kept, recorded)),
    [kept, recorded, saving],
  );
  const dirty = kept !== null;

  const replace = useCallback(
    (next: Draft) =>
      keepDraft(
        activity.id,
        sameDraft(next, recorded) ? null : { draft: next, base: baseOf(kept, recorded) },
      ),
    [activity.id, recorded, kept],
  );
  const conflicts = useMemo(
    () => (kept === null || saving ? [] : conflictsOf(kept, recorded)),
    [kept, recorded, saving],
  );

  function settle(field: DraftField, keep: 'mine' | 'theirs'): void {
    if (kept === null) return;
    const next = keep === 'mine' ? draft : withField(draft, field, recorded);
    const base = withField(baseOf(kept, recorded), field, recorded);
    keepDraft(activity.id, sameDraft(next, recorded) ? null : { draft: next, base });
  }

  async function save(): Promise<void> {
    // Another window may have saved a moment ago: what it wrote is merged and shown before anything is written over it.
    const latest = await current.refetch();
    if (latest.data && !sameDraft(draftOf(latest.data), recorded)) return;
    setSaving(true);
    const saved = await saveSteps();
    const after = await current.refetch();
    const record = after.data ? draftOf(after.data) : recorded;
    // Somebody who types on while it is being saved keeps what was typed: only what was sent is settled.
    const now = keptDraft(activity.id)?.draft ?? draft;
    const next = saved ? mergeDraft({ draft: now, base: draft }, record) : now;
    keepDraft(activity.id, sameDraft(next, record) ? null : { draft: next, base: record });
    setSaving(false);
  }

  /** The engine moves sessions with the first day and raises or lowers the maximum with them: first make room, then fit. */
  async function saveSteps(): Promise<boolean> {
    const id = activity.id;
    const content = trimmed(draft.content);
    const done = { done: `Saved “${content.title}”.` };
    if (sameSessions(draft, recorded)) return (await update.run({ id, content }, done)) !== null;
    const sessions = draft.sessions.map(({ key: _, ...session }) => ({
      ...session,
      title: session.title.trim(),
    }));
    if (sameContent(draft, recorded)) return (await setSessions.run({ id, sessions }, done)) !== null;
    const room = {
      ...content,
      endsOn: later(later(content.endsOn, activity.endsOn), lastShifted(activity, content.startsOn)),
      maximumQuarters: Math.min(
        content.maximumQuarters,
        activity.maximumQuarters,
        maximumQuarters(activity.sessions, rounding, activity.electives),
      ),
    };
    return (
      (await update.run({ id, content: room })) !== null &&
      (await setSessions.run({ id, sessions })) !== null &&
      (await update.run({ id, content }, done)) !== null
    );
  }

  return {
    draft,
    dirty,
    saving,
    rounding,
    electives: activity.electives,
    mostQuarters: most(draft.sessions, credit),
    problems: useMemo(() => problemsOf(draft, credit), [draft, credit]),
    conflicts,
    settle,
    change: (content) => replace({ ...draft, content: { ...draft.content, ...content } }),
    changeSessions: (sessions) => replace(withSessions(draft, sessions, credit)),
    replace,
    discard: () => keepDraft(activity.id, null),
    save,
  };
}

/**
 * What the edits are compared with: the record, except where another window has changed a field that was edited here, which
 * stays open until it is settled.
 */
function baseOf(kept: KeptDraft | null, recorded: Draft): Draft {
  if (kept === null) return recorded;
  return conflictsOf(kept, recorded).reduce((base, { field }) => withField(base, field, kept.base), recorded);
}

function trimmed(content: ActivityContent): ActivityContent {
  return {
    ...content,
    title: content.title.trim(),
    place: content.place.trim(),
    link: content.link.trim(),
    formatDescription: content.formatDescription.trim(),
  };
}

/** The last session's day after the engine has moved all of them with the first day. */
function lastShifted(activity: Activity, startsOn: string): string {
  const last = activity.sessions.map(({ date }) => date).reduce(later, activity.startsOn);
  return addDays(last, daysBetween(activity.startsOn, startsOn));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

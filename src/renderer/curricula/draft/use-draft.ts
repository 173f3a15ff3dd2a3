import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Curriculum, CurriculumContent } from '../../../shared/contract/curricula.ts';
import { counted } from '../../../shared/format.ts';
import { call, keptByOffice, onReach, refetchTopics, withEntry } from '../../api/index.ts';
import { contentOf, sameContent, sendable } from './content.ts';
import { DraftKeeper, type DraftState } from './draft-keeper.ts';

/** Drafts that were opened, by curriculum: they outlive a look at another screen, with their undo. */
const keepers = keptByOffice<ReadonlyMap<number, DraftKeeper>>(new Map(), {
  unsaved(all) {
    const open = [...all.values()].filter((keeper) => !keeper.isSaved).length;
    return open === 0 ? null : counted(open, 'curriculum', 'curricula');
  },
  // A save that waits belongs into the file that was open.
  end(all) {
    for (const keeper of all.values()) keeper.stop();
  },
});
let guarded = false;

/** A curriculum while it is edited. */
export type Draft = DraftState & {
  /** Something that can be saved is not saved yet. */
  readonly unsaved: boolean;
  /** Changes part of the content under words for Undo. With `joins`, quick edits under the same words are one. */
  readonly edit: (label: string, part: Partial<CurriculumContent>, joins?: boolean) => void;
  readonly undo: () => string | null;
  readonly redo: () => string | null;
  /** Saves now; true when all is saved. */
  readonly flush: () => Promise<boolean>;
};

/** Opens the draft of a curriculum: saved as it is edited, whatever happens to the screen. */
export function useDraft(curriculum: Curriculum): Draft {
  const keeper = keeperOf(curriculum);
  const state = useSyncExternalStore(keeper.follow, keeper.state);

  // The curriculum was read again: perhaps because it was changed elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is the occasion
  useEffect(() => void keeper.compare(), [keeper, curriculum]);

  useEffect(() => () => void keeper.flush(), [keeper]);

  const edit = useCallback(
    (label: string, part: Partial<CurriculumContent>, joins = false): void =>
      keeper.edit(label, { ...keeper.state().content, ...part }, joins),
    [keeper],
  );
  const undo = useCallback(() => keeper.undo(), [keeper]);
  const redo = useCallback(() => keeper.redo(), [keeper]);
  const flush = useCallback(() => keeper.flush(), [keeper]);
  return useMemo(() => {
    const unsaved = !sameContent(sendable(state.content, state.saved), state.saved);
    return { ...state, unsaved, edit, undo, redo, flush };
  }, [state, edit, undo, redo, flush]);
}

/** Saves what is open of a curriculum before something else is done with it; true when all is saved. */
export async function flushDraft(curriculumId: number): Promise<boolean> {
  return (await keepers.get().get(curriculumId)?.flush()) ?? true;
}

/** Makes one edit of a draft that may not be on the screen, to be taken back with Undo; true when it is saved. */
export async function editDraft(
  curriculum: Curriculum,
  label: string,
  part: Partial<CurriculumContent>,
): Promise<boolean> {
  const keeper = keeperOf(curriculum);
  keeper.edit(label, { ...keeper.state().content, ...part });
  return keeper.flush();
}

/** Forgets the draft of a curriculum that was removed. */
export function forgetDraft(curriculumId: number): void {
  keepers.get().get(curriculumId)?.stop();
  keepers.set(withEntry(keepers.get(), curriculumId, null));
}

function keeperOf(curriculum: Curriculum): DraftKeeper {
  const known = keepers.get().get(curriculum.id);
  if (known) return known;
  const { id } = curriculum;
  const keeper = new DraftKeeper(contentOf(curriculum), {
    async save(content) {
      const answer = await call('curricula.update', { id, content });
      if (answer.ok) {
        if (answer.changed) refetchTopics(answer.changed);
        return null;
      }
      // Removed elsewhere: there is nothing to save into, and asking again would not help.
      if (answer.error.code === 'curricula/not-found') forgetDraft(id);
      return answer.error;
    },
    async read() {
      const answer = await call('curricula.get', { id });
      return answer.ok ? contentOf(answer.value) : null;
    },
  });
  keepers.set(withEntry(keepers.get(), id, keeper));
  guard();
  return keeper;
}

/** Closing the window with unsaved edits saves and asks first; coming back to the engine saves at once. */
function guard(): void {
  if (guarded) return;
  guarded = true;
  window.addEventListener('beforeunload', (event) => {
    const open = [...keepers.get().values()].filter((keeper) => !keeper.isSaved);
    if (open.length === 0) return;
    for (const keeper of open) void keeper.flush();
    event.preventDefault();
  });
  onReach((reachable) => {
    if (reachable) for (const keeper of keepers.get().values()) if (keeper.state().fault) void keeper.flush();
  });
}

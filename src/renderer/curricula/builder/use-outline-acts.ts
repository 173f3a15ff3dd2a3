import { useMemo, useRef, useState } from 'react';
import {
  freshKey,
  freshTitle,
  intoGroup,
  intoSection,
  outlineProblem,
  withElectivesOf,
  withGroup,
  withNote,
  withoutGroup,
  withRemoved,
  withRule,
  withSection,
  withTitle,
  withWeek,
} from '../../../shared/curricula/outline-edits.ts';
import { moveBefore, type RowKeys, stepped } from '../../../shared/curricula/outline-moves.ts';
import {
  endKey,
  itemKey,
  moduleKey,
  type Outline,
  type RowKey,
  rowsOf,
} from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import { showDone } from '../../api/index.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import { additionActs } from './addition-acts.ts';
import type { OutlineActs } from './outline-acts.ts';
import { placeInWords, rowsInWords, rowTitle } from './outline-words.ts';
import type { ViewActs } from './use-outline-view.ts';

/** What the acts work on, as it was drawn last. */
type Work = { readonly draft: Draft; readonly library: Library; readonly view: ViewActs };

/** The acts on an outline, always the same functions, and what the last one did. */
export function useOutlineActs(
  draft: Draft,
  library: Library,
  view: ViewActs,
): { readonly acts: OutlineActs; readonly said: string } {
  const [said, setSaid] = useState('');
  const work = useRef<Work>({ draft, library, view });
  work.current = { draft, library, view };
  const acts = useMemo(() => outlineActs(() => work.current, setSaid), []);
  return { acts, said };
}

function outlineActs(work: () => Work, say: (words: string) => void): OutlineActs {
  const items = (): Outline => work().draft.content.items;

  /** Keeps an edit under words for Undo; false when it changes nothing or cannot be kept, which is said. */
  function put(label: string, next: Outline, joins = false): boolean {
    if (next === items()) return false;
    const problem = outlineProblem(next);
    if (problem) {
      showDone(problem, null);
      return false;
    }
    work().draft.edit(label, { items: [...next] }, joins);
    if (!joins) say(label);
    return true;
  }

  const named = (keys: RowKeys): string => rowsInWords(items(), keys, work().library.byId);
  const titleOf = (key: RowKey): string => {
    const row = rowsOf(items()).find((candidate) => candidate.key === key);
    return row ? rowTitle(row, work().library.byId) : '';
  };
  /** Moves rows, says where they are now and keeps the focus on the one that has it. */
  function moved(keys: RowKeys, next: Outline, nowhere: string): void {
    const what = named(keys);
    if (!put(`Moved ${what} ${placeInWords(next, keys)}`, next) && next === items()) say(nowhere);
  }

  return {
    ...additionActs({ items, library: () => work().library, put, say }),
    move(keys, step) {
      moved(keys, stepped(items(), keys, step), nowhereTo(step));
    },
    moveBefore(keys, anchor) {
      moved(keys, moveBefore(items(), keys, anchor), 'It stays where it is.');
    },
    remove(keys) {
      const rows = rowsOf(items()).filter(({ kind }) => kind !== 'end');
      const gone = (key: RowKey | undefined): boolean => key !== undefined && keys.has(key);
      const last = rows.findLastIndex(({ key }) => gone(key));
      const next = withRemoved(items(), keys);
      const left = new Set(rowsOf(next).map(({ key }) => key));
      const near =
        rows.find(({ key }, index) => index > last && left.has(key)) ??
        rows.findLast(({ key }) => left.has(key));
      if (put(`Removed ${named(keys)}`, next) && near) work().view.focusRow(near.key);
    },
    reveal(moduleId) {
      work().view.reveal(moduleId);
    },
    addSection(before) {
      const key = freshKey(items(), 'section');
      const title = freshTitle(items(), 'New section');
      if (put(`Added the section ${title}`, withSection(items(), key, title, before)))
        work().view.edit({ key: itemKey(key), part: 'title' });
    },
    addGroup(behind) {
      const key = freshKey(items(), 'electives');
      const title = freshTitle(items(), 'Electives');
      if (put(`Added the group ${title}`, withGroup(items(), key, title, behind)))
        work().view.edit({ key: itemKey(key), part: 'title' });
    },
    makeElectives(keys) {
      const key = freshKey(items(), 'electives');
      const title = freshTitle(items(), 'Electives');
      const next = withElectivesOf(items(), keys, key, title);
      if (!put(`Made ${title} of ${named(keys)}`, next)) return;
      work().view.clear();
      work().view.edit({ key: itemKey(key), part: 'rule' });
    },
    dissolve(groupKey) {
      const row = itemKey(groupKey);
      const [first] = items().flatMap((item) =>
        item.kind === 'electives' && item.key === groupKey ? item.options : [],
      );
      if (put(`Made the modules of ${titleOf(row)} required`, withoutGroup(items(), groupKey)) && first)
        work().view.focusRow(moduleKey(first.moduleId));
    },
    putIntoSection(keys, sectionKey) {
      moved(keys, intoSection(items(), keys, sectionKey), 'It is there already.');
    },
    putIntoGroup(keys, groupKey) {
      moved(keys, intoGroup(items(), keys, groupKey), `It is in “${titleOf(endKey(groupKey))}” already.`);
    },
    rename(key, title) {
      const before = titleOf(itemKey(key));
      const next = withTitle(items(), key, title);
      const after = next.find((item) => item.kind !== 'module' && item.key === key);
      if (after && after.kind !== 'module' && after.title !== before)
        put(`Renamed ${before} to ${after.title}`, next);
    },
    note(row, note) {
      put(`Note on ${titleOf(row)}`, withNote(items(), row, note), true);
    },
    setWeek(row, week) {
      put(`Week of ${titleOf(row)}`, withWeek(items(), row, week), true);
    },
    setRule(groupKey, rule) {
      put(`Rule of ${titleOf(itemKey(groupKey))}`, withRule(items(), groupKey, rule), true);
    },
    copyCodes(keys) {
      void copyCodes(codesOf(items(), keys, work().library)).then((words) => showDone(words, null));
    },
  };
}

function nowhereTo(step: 'up' | 'down' | 'start' | 'end' | 'in' | 'out'): string {
  switch (step) {
    case 'in':
      return 'There is no group of electives to go into.';
    case 'out':
      return 'It is in no group of electives.';
    case 'up':
    case 'start':
      return 'It is at the start already.';
    case 'down':
    case 'end':
      return 'It is at the end already.';
  }
}

/** The codes of the modules that rows stand for, in teaching order. */
function codesOf(items: Outline, keys: RowKeys, library: Library): readonly string[] {
  return rowsOf(items).flatMap((row) => {
    if (row.kind !== 'module') return [];
    const chosen = keys.has(row.key) || (row.group !== null && keys.has(itemKey(row.group.key)));
    return chosen ? (library.byId.get(row.entry.moduleId)?.code ?? []) : [];
  });
}

async function copyCodes(codes: readonly string[]): Promise<string> {
  try {
    await navigator.clipboard.writeText(codes.join('\n'));
    return `Copied ${counted(codes.length, 'code', 'codes')}.`;
  } catch {
    return 'The codes could not be copied. Allow this window to use the clipboard and try again.';
  }
}

import type { KeyboardEvent } from 'react';
import type { MoveStep } from '../../../shared/curricula/outline-moves.ts';
import type { OutlineRow } from '../../../shared/curricula/outline-rows.ts';
import type { OutlineActs } from './outline-acts.ts';
import { meant } from './selection.ts';
import type { OutlineView } from './use-outline-view.ts';

const STEPS: Readonly<Record<string, MoveStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
  Home: 'start',
  End: 'end',
};
const PAGE_ROWS = 10;

/** What the keys of the outline work on. */
export type OutlineKeys = {
  readonly rows: readonly OutlineRow[];
  readonly view: OutlineView;
  readonly acts: OutlineActs;
  readonly openModule: (moduleId: number) => void;
};

/**
 * Keys on a row of the outline: arrows go, with Shift they choose, with Alt they move; Delete removes, Enter opens, F2
 * renames, Shift+F2 writes a note, Space chooses, Ctrl+A chooses all, Escape chooses none.
 */
export function onOutlineKey(event: KeyboardEvent, { rows, view, acts, openModule }: OutlineKeys): void {
  // Keys pressed in a control inside a row belong to that control.
  const name = event.target instanceof HTMLElement ? event.target.dataset['rowKey'] : undefined;
  const shown = rows.filter(({ kind }) => kind !== 'end');
  const at = shown.findIndex(({ key }) => key === name);
  const row = shown[at];
  if (!row) return;
  const command = event.ctrlKey || event.metaKey;
  const handled = event.altKey
    ? moveBy(event.key, row, view, acts)
    : command
      ? chooseBy(event.key, shown, row, view)
      : goBy(event, shown, at, view) || actBy(event, row, view, acts, openModule);
  if (handled) event.preventDefault();
}

function moveBy(key: string, row: OutlineRow, view: OutlineView, acts: OutlineActs): boolean {
  const step = STEPS[key];
  if (!step) return false;
  acts.move(meant(view.selection, row.key), step);
  view.does.focusRow(row.key);
  return true;
}

function chooseBy(key: string, rows: readonly OutlineRow[], row: OutlineRow, view: OutlineView): boolean {
  if (key.toLowerCase() === 'a') view.does.choose(rows.map((one) => one.key));
  else if (key === ' ') view.does.toggle(row.key);
  else return false;
  return true;
}

function goBy(event: KeyboardEvent, rows: readonly OutlineRow[], at: number, view: OutlineView): boolean {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  if (to === undefined) return false;
  const target = rows[Math.max(0, Math.min(rows.length - 1, to))];
  if (target) view.does.go(target.key, event.shiftKey);
  return true;
}

function actBy(
  event: KeyboardEvent,
  row: OutlineRow,
  view: OutlineView,
  acts: OutlineActs,
  openModule: (moduleId: number) => void,
): boolean {
  const part = row.kind === 'module' || event.shiftKey ? 'note' : 'title';
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      acts.remove(meant(view.selection, row.key));
      return true;
    case 'Enter':
      if (row.kind === 'module') openModule(row.entry.moduleId);
      else view.does.edit({ key: row.key, part: row.kind === 'electives' ? 'rule' : 'title' });
      return true;
    case 'F2':
      view.does.edit({ key: row.key, part });
      return true;
    case ' ':
      view.does.toggle(row.key);
      return true;
    case 'Escape':
      if (view.selection.chosen.size === 0) return false;
      view.does.clear();
      return true;
    default:
      return false;
  }
}

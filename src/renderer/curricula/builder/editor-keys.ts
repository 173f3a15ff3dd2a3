import type { KeyboardEvent } from 'react';
import type { RowKey } from '../../../shared/curricula/outline-rows.ts';
import type { ViewActs } from './use-outline-view.ts';

/** Escape, or Ctrl+Enter, leaves what is open in a row and goes back to the row. */
export function onEditorKey(event: KeyboardEvent, row: RowKey, view: ViewActs): void {
  const leaves = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
  if (!leaves) return;
  event.preventDefault();
  event.stopPropagation();
  view.edit(null);
  view.focusRow(row);
}

import { useEffect, useState } from 'react';
import type { Draft } from './use-draft.ts';

/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) take back and repeat edits of this curriculum, and nothing beyond it. Fields keep
 * their own undo. Answers what was done, for a screen reader.
 */
export function useUndoKeys({ undo, redo }: Pick<Draft, 'undo' | 'redo'>, active: boolean): string {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!active) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      // Also when nothing is left to take back here: the key must not reach acts of other screens.
      event.preventDefault();
      const forth = key === 'y' || event.shiftKey;
      const label = forth ? redo() : undo();
      if (label) setSaid(forth ? `Redone: ${label}` : `Undone: ${label}`);
      else setSaid(forth ? 'There is nothing to redo.' : 'There is nothing to take back in this curriculum.');
    }
    // Before the window's own keys, which listen one step further out.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo, active]);
  return said;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}

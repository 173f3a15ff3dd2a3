import { useEffect } from 'react';
import { call, showDone, undo } from '../api/index.ts';
import { navigate } from './hash-location.ts';
import { PLACES } from './places.ts';

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1_200;

/** Keys that work on every screen. They keep out of fields, dialogs and screens that use a key themselves. */
export function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key !== 'z' || event.shiftKey) return;
        event.preventDefault();
        void undoLast();
        return;
      }
      const place =
        event.timeStamp - goPressedAt < SEQUENCE_MS
          ? PLACES.find((candidate) => candidate.key === key)
          : null;
      goPressedAt = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (place) navigate(place.path);
      else if (event.key === '?') onHelp();
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('[data-search-field]');
        if (!field) return;
        field.focus();
        field.select();
      } else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onHelp]);
}

/** Takes back the newest act that can be taken back. */
export async function undoLast(): Promise<void> {
  const answer = await call('changes.recent', { limit: 50 });
  const last = answer.ok
    ? answer.value.find(({ undoable, method }) => undoable && method !== 'changes.undo')
    : undefined;
  if (last) await undo(last.changeId);
  else showDone('There is nothing to take back.', null);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))
  );
}

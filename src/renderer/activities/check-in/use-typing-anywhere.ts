import { type RefObject, useEffect } from 'react';

/**
 * Brings what is typed anywhere on the screen into one field. A scanner types like a keyboard and does not look where the
 * focus is: after a press on a button, its first letter must not be lost, nor be taken for one of the window's keys.
 */
export function useTypingAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const input = field.current;
      if (!input || event.target === input || !isLetter(event) || isTakenBy(event.target)) return;
      // The letter goes where the focus is once the key has been heard.
      input.focus();
      event.stopPropagation();
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [field]);
}

/** A key that writes something. A blank presses the button with the focus, and no name or address begins with one. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Whether a dialog is open, or the key belongs to another field or to an open list of choices. */
function isTakenBy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.getAttribute('aria-expanded') === 'true' || target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !target.readOnly &&
    !['checkbox', 'radio', 'button'].includes(target.type)
  );
}

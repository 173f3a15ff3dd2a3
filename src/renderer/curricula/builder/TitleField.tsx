import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { OUTLINE_LIMITS } from '../../../shared/curricula/outline-edits.ts';
import { itemKey as rowOf } from '../../../shared/curricula/outline-rows.ts';
import type { RowContext } from './row-context.ts';

/** Renames a section or group in its row. Enter or leaving keeps the name, Escape the one before; it is never empty. */
export function TitleField({
  itemKey,
  title,
  label,
  context,
}: {
  readonly itemKey: string;
  readonly title: string;
  readonly label: string;
  readonly context: RowContext;
}) {
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const kept = useRef({ text: title, opened: title, done: false });
  const { acts, view } = context;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(keep: boolean): void {
    if (kept.current.done) return;
    kept.current.done = true;
    // A title that was not touched here may have changed underneath: it is left as it is.
    if (keep && kept.current.text !== kept.current.opened) acts.rename(itemKey, kept.current.text);
    view.edit(null);
  }

  // Leaving the screen keeps what was typed, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end counts
  useEffect(() => {
    kept.current.done = false;
    return () => finish(true);
  }, []);

  return (
    <TextInput
      ref={field}
      size="xs"
      aria-label={label}
      value={text}
      maxLength={OUTLINE_LIMITS.title}
      onChange={(event) => {
        setText(event.currentTarget.value);
        kept.current.text = event.currentTarget.value;
      }}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        finish(event.key === 'Enter');
        view.focusRow(rowOf(itemKey));
      }}
    />
  );
}

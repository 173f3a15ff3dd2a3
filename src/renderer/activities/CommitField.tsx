import { TextInput, Tooltip } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

/**
 * A small field in a row that records when it is left or Enter is pressed. Escape brings the recorded value back.
 * What cannot be read stays in the field with its reason, and nothing is recorded.
 */
export function CommitField<T>({
  value,
  label,
  show,
  read,
  problem,
  onCommit,
  type = 'text',
  align = 'left',
  disabled = false,
  placeholder,
}: {
  readonly value: T | null;
  readonly label: string;
  readonly show: (value: T) => string;
  /** Null when the text cannot be read. An empty field is null as a value and never comes here. */
  readonly read: (text: string) => T | null;
  /** Why the text cannot be recorded, with the way out. */
  readonly problem: (text: string) => string;
  readonly onCommit: (value: T | null) => void;
  readonly type?: 'text' | 'date';
  readonly align?: 'left' | 'right';
  readonly disabled?: boolean;
  readonly placeholder?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const recorded = value === null ? '' : show(value);

  function commit(): void {
    if (typed === null) return;
    const empty = typed.trim() === '';
    const next = empty ? null : read(typed);
    if (next === null && !empty) {
      setWrong(problem(typed));
      return;
    }
    setWrong(null);
    setTyped(null);
    if (next !== value) onCommit(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Arrows and letters belong to the field, not to the table around it.
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setTyped(null);
    setWrong(null);
  }

  return (
    <Tooltip label={wrong} opened={wrong !== null} position="bottom-end" withArrow aria-live="polite">
      <TextInput
        size="xs"
        type={type}
        aria-label={label}
        error={wrong !== null}
        aria-description={wrong ?? undefined}
        disabled={disabled}
        placeholder={placeholder}
        inputMode={type === 'text' ? 'decimal' : undefined}
        styles={{ input: { textAlign: align } }}
        value={typed ?? recorded}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(null);
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  );
}

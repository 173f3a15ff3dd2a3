import { SegmentedControl } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { ShownLevel } from '../../shared/contract/learners.ts';
import classes from './Pathways.module.css';
import { LEVEL_VALUES, LEVELS } from './words.ts';

/**
 * One of the four levels, or none chosen yet. The keys 0–3 choose and go on to the next choice of the list, up and down move,
 * Backspace takes the choice back where that is possible.
 */
export function LevelChoice({
  label,
  value,
  onChange,
  onClear,
}: {
  readonly label: string;
  readonly value: ShownLevel | null;
  readonly onChange: (level: ShownLevel) => void;
  readonly onClear?: () => void;
}) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = LEVEL_VALUES.find((candidate) => String(candidate) === event.key);
    if (level !== undefined) {
      onChange(level);
      moveTo(event.currentTarget, 1);
    } else if (event.key === 'ArrowDown') moveTo(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') moveTo(event.currentTarget, -1);
    else if (onClear && (event.key === 'Backspace' || event.key === 'Delete')) onClear();
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only adds keys to the radio buttons inside
    <div data-level-choice onKeyDown={onKeyDown} className={classes.choice}>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={LEVEL_VALUES.map((level) => ({ value: String(level), label: LEVELS[level] }))}
        value={value === null ? '' : String(value)}
        onChange={(text) => {
          const level = LEVEL_VALUES.find((candidate) => String(candidate) === text);
          if (level !== undefined) onChange(level);
        }}
      />
    </div>
  );
}

/** Brings the focus to the choice some rows further in the same table. */
function moveTo(choice: HTMLElement, by: number): void {
  const choices = [...(choice.closest('table')?.querySelectorAll<HTMLElement>('[data-level-choice]') ?? [])];
  const next = choices[choices.indexOf(choice) + by];
  const radio =
    next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input');
  radio?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

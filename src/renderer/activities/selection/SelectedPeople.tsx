import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted } from '../../../shared/format.ts';
import classes from '../Activities.module.css';

/** What can be done with everyone selected in a list. */
export function SelectedPeople({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.bar} aria-label="Selected people">
      <span className={classes.barCount}>{people(count)} selected</span>
      {children}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </section>
  );
}

/** Takes claims back at once: Undo brings them again. */
export function RemoveClaim({
  pending,
  unavailable,
  onRemove,
}: {
  readonly pending: boolean;
  /** Why nobody selected can have one. */
  readonly unavailable: string | undefined;
  readonly onRemove: () => void;
}) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={pending}
      disabled={unavailable !== undefined}
      title={unavailable}
      onClick={onRemove}
    >
      Remove the claim
    </Button>
  );
}

/** `1 person`, `2 people`. */
export function people(count: number): string {
  return counted(count, 'person', 'people');
}

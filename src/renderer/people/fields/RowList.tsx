import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from '../People.module.css';

/** Any number of lines of the same kind, each with its fields; a new line takes the focus. */
export function RowList({
  count,
  most,
  name,
  addLabel,
  layout,
  onAdd,
  onRemove,
  children,
}: {
  readonly count: number;
  readonly most: number;
  /** What one line is called, such as `License`. */
  readonly name: string;
  readonly addLabel: string;
  /** How the fields share the width. */
  readonly layout: 'one' | 'short-long' | 'long-short' | 'three';
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly children: (index: number) => ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
  });
  return (
    <div ref={list} className={classes.rowList}>
      {Array.from({ length: count }, (_, index) => (
        <fieldset
          // After a removal the focus stays on “Remove” of the line that moves up.
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and their fields are controlled: a line keeps nothing of its own
          key={index}
          className={classes.row}
          data-layout={layout}
          aria-label={`${name} ${index + 1}`}
        >
          {children(index)}
          <Button
            variant="subtle"
            color="gray"
            className={classes.removeRow ?? ''}
            aria-label={`Remove ${name.toLowerCase()} ${index + 1}`}
            onClick={() => onRemove(index)}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      {count < most ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            added.current = true;
            onAdd();
          }}
        >
          {addLabel}
        </Button>
      ) : null}
    </div>
  );
}

import { Button, Checkbox, Popover } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatCount } from '../../../shared/format.ts';
import classes from '../Activities.module.css';

/** Asks for what is recorded, and what becomes of those who have it already; with nothing to ask it acts at once. */
export function Ask<Row>({
  label,
  submit,
  rows,
  has,
  what,
  ready,
  pending = false,
  unavailable,
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly submit: string;
  readonly rows: readonly Row[];
  /** Whether someone has already what is being recorded. */
  readonly has: (row: Row) => boolean;
  /** What they have, as in “already has a score”. */
  readonly what: string;
  /** Whether what was typed can be recorded for those for whom it would be. */
  readonly ready: (chosen: readonly Row[]) => boolean;
  readonly pending?: boolean;
  /** Why this cannot be asked for. */
  readonly unavailable?: string | undefined;
  readonly onSubmit: (chosen: readonly Row[]) => void;
  /** The fields, for those for whom it would be recorded. */
  readonly children?: (chosen: readonly Row[]) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const [replace, setReplace] = useState(false);
  const already = rows.filter(has).length;
  const chosen = replace ? rows : rows.filter((row) => !has(row));
  const able = chosen.length > 0 && ready(chosen);

  function open(next: boolean): void {
    setReplace(false);
    setOpened(next);
  }
  function send(event: FormEvent): void {
    event.preventDefault();
    if (!able) return;
    onSubmit(chosen);
    open(false);
  }
  return (
    <Popover opened={opened} onChange={open} trapFocus withArrow position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={pending}
          disabled={unavailable !== undefined}
          title={unavailable}
          onClick={() => (children || already > 0 ? open(!opened) : onSubmit(rows))}
          aria-expanded={opened}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.ask} onSubmit={send} noValidate>
          {children?.(chosen)}
          {already > 0 ? (
            <Checkbox
              label={already === 1 ? 'Replace it' : 'Replace them'}
              description={`${formatCount(already)} of ${formatCount(rows.length)} already ${already === 1 ? 'has' : 'have'} ${what}.`}
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />
          ) : null}
          <Button type="submit" disabled={!able}>
            {chosen.length > 0 ? `${submit} for ${formatCount(chosen.length)}` : submit}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

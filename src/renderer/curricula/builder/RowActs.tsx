import { ActionIcon } from '@mantine/core';
import { IconDots, IconNote, IconX } from '@tabler/icons-react';
import type { OutlineRow } from '../../../shared/curricula/outline-rows.ts';
import { RowMenu } from './RowMenu.tsx';
import type { RowContext, RowState } from './row-context.ts';
import { meant } from './selection.ts';

/** The buttons of a row. Its menu is made only while it is open: an outline has hundreds of rows. */
export function RowActs({
  row,
  title,
  state,
  context,
}: {
  readonly row: OutlineRow;
  readonly title: string;
  readonly state: RowState;
  readonly context: RowContext;
}) {
  const { acts, view, now } = context;
  const tabIndex = state.stop ? 0 : -1;
  const button = (
    <ActionIcon
      tabIndex={tabIndex}
      color="gray"
      aria-label={`Actions for ${title}`}
      aria-haspopup="menu"
      aria-expanded={state.menu}
      onClick={() => view.openMenu(state.menu ? null : row.key)}
    >
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      <ActionIcon
        tabIndex={tabIndex}
        color="gray"
        aria-label={`Note on ${title}`}
        onClick={() => view.edit(state.editing === 'note' ? null : { key: row.key, part: 'note' })}
      >
        <IconNote size={16} aria-hidden />
      </ActionIcon>
      {state.menu ? <RowMenu row={row} target={button} context={context} /> : button}
      <ActionIcon
        tabIndex={tabIndex}
        color="gray"
        aria-label={`Remove ${title}`}
        onClick={() => acts.remove(meant(now().selection, row.key))}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

import { Menu } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconListCheck,
  IconListNumbers,
  IconNote,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import type { OutlineRow } from '../../../shared/curricula/outline-rows.ts';
import { PutItems } from './PutItems.tsx';
import type { RowContext } from './row-context.ts';
import { meant } from './selection.ts';

const SIZE = 16;

/** Everything that can be done to a row, or to all that are chosen with it. */
export function RowMenu({
  row,
  target,
  context,
}: {
  readonly row: OutlineRow;
  readonly target: ReactElement;
  readonly context: RowContext;
}) {
  const { acts, view, now } = context;
  const { selection, items } = now();
  const keys = meant(selection, row.key);
  const close = (): void => {
    view.openMenu(null);
    view.focusRow(row.key);
  };
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item
      leftSection={icon}
      onClick={() => {
        close();
        act();
      }}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu opened onClose={close} position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {keys.size > 1 ? <Menu.Label>{keys.size} lines selected</Menu.Label> : null}
        {item('Move up', <IconArrowUp size={SIZE} aria-hidden />, () => acts.move(keys, 'up'))}
        {item('Move down', <IconArrowDown size={SIZE} aria-hidden />, () => acts.move(keys, 'down'))}
        {item('Move to the start', <IconArrowBarToUp size={SIZE} aria-hidden />, () =>
          acts.move(keys, 'start'),
        )}
        {item('Move to the end', <IconArrowBarToDown size={SIZE} aria-hidden />, () =>
          acts.move(keys, 'end'),
        )}
        <PutItems keys={keys} items={items} acts={acts} onDone={close} />
        <Menu.Divider />
        <OwnItems row={row} item={item} context={context} />
        {item('Note', <IconNote size={SIZE} aria-hidden />, () => view.edit({ key: row.key, part: 'note' }))}
        {row.kind === 'section' ? null : (
          <>
            {row.kind === 'module'
              ? item('Make an elective group of this', <IconListCheck size={SIZE} aria-hidden />, () =>
                  acts.makeElectives(keys),
                )
              : null}
            {item('Copy codes', <IconCopy size={SIZE} aria-hidden />, () => acts.copyCodes(keys))}
          </>
        )}
        {item(removeLabel(row, keys.size), <IconTrash size={SIZE} aria-hidden />, () => acts.remove(keys))}
        {row.kind === 'module' ? (
          <>
            <Menu.Divider />
            <Menu.Item
              component={Link}
              href={`/modules/${row.entry.moduleId}`}
              leftSection={<IconListNumbers size={SIZE} aria-hidden />}
            >
              Open the module
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What only this kind of row has. */
function OwnItems({
  row,
  item,
  context,
}: {
  readonly row: OutlineRow;
  readonly item: (label: string, icon: ReactNode, act: () => void) => ReactNode;
  readonly context: RowContext;
}) {
  const { acts, view } = context;
  if (row.kind === 'module' || row.kind === 'end')
    return item('Start a section here', <IconPencil size={SIZE} aria-hidden />, () =>
      acts.addSection(row.key),
    );
  const rename = item('Rename', <IconPencil size={SIZE} aria-hidden />, () =>
    view.edit({ key: row.key, part: 'title' }),
  );
  if (row.kind === 'section') return rename;
  return (
    <>
      {rename}
      {item('Change the rule', <IconListCheck size={SIZE} aria-hidden />, () =>
        view.edit({ key: row.key, part: 'rule' }),
      )}
      {row.group.options.length === 0
        ? null
        : item('Make its modules required', <IconListNumbers size={SIZE} aria-hidden />, () =>
            acts.dissolve(row.group.key),
          )}
    </>
  );
}

function removeLabel(row: OutlineRow, lines: number): string {
  if (lines > 1) return 'Remove these lines';
  switch (row.kind) {
    case 'section':
      return 'Remove the section, keep its modules';
    case 'electives':
    case 'end':
      return row.group.options.length === 0 ? 'Remove the group' : 'Remove the group with its modules';
    case 'module':
      return 'Remove';
  }
}

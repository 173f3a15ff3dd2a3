import { ActionIcon, Button, CloseButton, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconCopy, IconTrash } from '@tabler/icons-react';
import type { Outline } from '../../../shared/curricula/outline-rows.ts';
import { rowsOf } from '../../../shared/curricula/outline-rows.ts';
import classes from './Outline.module.css';
import type { OutlineActs } from './outline-acts.ts';
import { PutItems } from './PutItems.tsx';
import type { OutlineView } from './use-outline-view.ts';

/** What can be done to all rows that are chosen. */
export function SelectionBar({
  items,
  view,
  acts,
}: {
  readonly items: Outline;
  readonly view: OutlineView;
  readonly acts: OutlineActs;
}) {
  const keys = view.selection.chosen;
  const modules = rowsOf(items).filter(({ kind, key }) => kind === 'module' && keys.has(key)).length;
  return (
    <section className={classes.bar} aria-label="Selected lines">
      <span className={classes.barCount}>{keys.size} selected</span>
      <Menu position="top-start">
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Move
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => acts.move(keys, 'start')}>To the start</Menu.Item>
          <Menu.Item onClick={() => acts.move(keys, 'end')}>To the end</Menu.Item>
          <PutItems keys={keys} items={items} acts={acts} onDone={() => undefined} />
        </Menu.Dropdown>
      </Menu>
      {modules === 0 ? null : (
        <Button size="compact-xs" variant="default" onClick={() => acts.makeElectives(keys)}>
          Make electives
        </Button>
      )}
      <Tooltip label="Copy their codes">
        <ActionIcon color="gray" aria-label="Copy codes" onClick={() => acts.copyCodes(keys)}>
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove (Delete)">
        <ActionIcon color="gray" aria-label="Remove selected lines" onClick={() => acts.remove(keys)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <CloseButton size="sm" aria-label="Select nothing" onClick={() => view.does.clear()} />
    </section>
  );
}

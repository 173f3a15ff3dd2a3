import { Menu } from '@mantine/core';
import { IconListCheck, IconSection } from '@tabler/icons-react';
import type { RowKeys } from '../../../shared/curricula/outline-moves.ts';
import {
  groupsOf,
  itemKey,
  itemsUnder,
  type Outline,
  sectionsOf,
} from '../../../shared/curricula/outline-rows.ts';
import type { OutlineActs } from './outline-acts.ts';

/** The sections and groups into which rows can be put, as items of a menu. Only modules go into a group. */
export function PutItems({
  keys,
  items,
  acts,
  onDone,
}: {
  readonly keys: RowKeys;
  readonly items: Outline;
  readonly acts: OutlineActs;
  readonly onDone: () => void;
}) {
  const holds = (kind: 'section' | 'electives'): boolean =>
    items.some((item) => item.kind === kind && keys.has(itemKey(item.key)));
  const sections = holds('section') ? [] : sectionsOf(items);
  const groups = holds('section') || holds('electives') ? [] : groupsOf(items);
  const loose = sections.length > 0 && itemsUnder(items, null).length > 0;
  return (
    <>
      {sections.length === 0 ? null : <Menu.Label>Put into section</Menu.Label>}
      {loose ? (
        <Menu.Item
          leftSection={<IconSection size={16} aria-hidden />}
          onClick={() => {
            onDone();
            acts.putIntoSection(keys, null);
          }}
        >
          Before the first section
        </Menu.Item>
      ) : null}
      {sections.map(({ key, title }) => (
        <Menu.Item
          key={key}
          leftSection={<IconSection size={16} aria-hidden />}
          onClick={() => {
            onDone();
            acts.putIntoSection(keys, key);
          }}
        >
          {title}
        </Menu.Item>
      ))}
      {groups.length === 0 ? null : <Menu.Label>Offer as an elective in</Menu.Label>}
      {groups.map(({ key, title }) => (
        <Menu.Item
          key={key}
          leftSection={<IconListCheck size={16} aria-hidden />}
          onClick={() => {
            onDone();
            acts.putIntoGroup(keys, key);
          }}
        >
          {title}
        </Menu.Item>
      ))}
    </>
  );
}

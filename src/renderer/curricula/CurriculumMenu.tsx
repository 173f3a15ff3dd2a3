import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/index.ts';
import { flushDraft, forgetDraft } from './draft/use-draft.ts';

const LONGEST_TITLE = 300;
const COPY = ' (copy)';

/** What can be done with a whole curriculum, from its row in the list or from its page. */
export function CurriculumMenu({
  id,
  title,
  published,
  place,
}: {
  readonly id: number;
  readonly title: string;
  readonly published: boolean;
  readonly place: 'row' | 'page';
}) {
  const [, navigate] = useLocation();
  const duplicate = useCommand('curricula.duplicate');
  const remove = useCommand('curricula.remove');

  async function duplicateIt(): Promise<void> {
    // What could not be saved is shown on the page; the copy is of what is recorded.
    await flushDraft(id);
    const copy = `${title.slice(0, LONGEST_TITLE - COPY.length)}${COPY}`;
    const created = await duplicate.run({ id, title: copy }, { done: `Copied as “${copy}”.` });
    if (created) navigate(`/curricula/${created.id}`);
  }

  async function removeIt(): Promise<void> {
    await flushDraft(id);
    if (!(await remove.run({ id }, { done: `Removed “${title}”.` }))) return;
    forgetDraft(id);
    if (place === 'page') navigate('/curricula', { replace: true });
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant={place === 'page' ? 'default' : 'subtle'}
          {...(place === 'page' ? {} : { color: 'gray' })}
          size={place === 'page' ? 'lg' : 'md'}
          aria-label={place === 'page' ? 'More actions' : `Actions for ${title}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void duplicateIt()}>
          Duplicate
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void removeIt()}>
          {published ? 'Remove from the list' : 'Remove'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

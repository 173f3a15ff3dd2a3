import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconDownload,
  IconFileExport,
  IconPrinter,
  IconStack2,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { FileOutput } from '../../shared/contract/primitives.ts';
import { call, printFile, saveFile, showFault, useCommand } from '../api/index.ts';
import { saveCurriculum } from '../exchange/index.ts';
import { flushDraft, forgetDraft } from './draft/use-draft.ts';
import { CopyVersionDialog } from './versions/CopyVersionDialog.tsx';

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
  const [copied, setCopied] = useState<number | null>(null);

  async function duplicateIt(): Promise<void> {
    // What could not be saved is shown on the page; the copy is of what is recorded.
    await flushDraft(id);
    const copy = `${title.slice(0, LONGEST_TITLE - COPY.length)}${COPY}`;
    const created = await duplicate.run({ id, title: copy }, { done: `Copied as “${copy}”.` });
    if (created) navigate(`/curricula/${created.id}`);
  }

  async function exportIt(): Promise<void> {
    await flushDraft(id);
    await saveCurriculum(id);
  }

  async function copyLatest(): Promise<void> {
    const answer = await call('curricula.get', { id });
    if (!answer.ok) return showFault(answer.error);
    const [latest] = answer.value.versions;
    if (latest) setCopied(latest.id);
  }

  async function withSyllabus(use: (file: FileOutput) => void): Promise<void> {
    // What stands on paper is what is recorded.
    await flushDraft(id);
    const answer = await call('curricula.syllabus', { id });
    if (answer.ok) use(answer.value);
    else showFault(answer.error, 'curricula.syllabus');
  }

  async function removeIt(): Promise<void> {
    await flushDraft(id);
    if (!(await remove.run({ id }, { done: `Removed “${title}”.` }))) return;
    forgetDraft(id);
    if (place === 'page') navigate('/curricula', { replace: true });
  }

  return (
    <>
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
          {published ? (
            <Menu.Item leftSection={<IconStack2 size={16} aria-hidden />} onClick={() => void copyLatest()}>
              Copy the latest version
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void withSyllabus(printFile)}
          >
            Print the draft’s syllabus
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void withSyllabus(saveFile)}
          >
            Save the draft’s syllabus as PDF
          </Menu.Item>
          <Menu.Item leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => void exportIt()}>
            Export with its modules
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void removeIt()}>
            {published ? 'Remove from the list' : 'Remove'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {copied === null ? null : <CopyVersionDialog versionId={copied} onClose={() => setCopied(null)} />}
    </>
  );
}

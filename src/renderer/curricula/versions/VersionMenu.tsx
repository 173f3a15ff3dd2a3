import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsDiff,
  IconCopy,
  IconDots,
  IconDownload,
  IconFileText,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FileOutput } from '../../../shared/contract/primitives.ts';
import { call, printFile, saveFile, showFault } from '../../api/index.ts';
import { CopyVersionDialog } from './CopyVersionDialog.tsx';
import { usePutBack } from './use-put-back.ts';

/** What can be done with a published version, from its row or its page. */
export function VersionMenu({
  version,
  place,
}: {
  readonly version: { readonly id: number; readonly number: number; readonly curriculumId: number };
  readonly place: 'row' | 'page';
}) {
  const [copying, setCopying] = useState(false);
  const putBack = usePutBack();
  const { id, number, curriculumId } = version;

  async function withOverview(use: (file: FileOutput) => void): Promise<void> {
    const answer = await call('versions.overview', { versionId: id });
    if (answer.ok) use(answer.value);
    else showFault(answer.error, 'versions.overview');
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant={place === 'page' ? 'default' : 'subtle'}
            {...(place === 'page' ? {} : { color: 'gray' })}
            size={place === 'page' ? 'lg' : 'md'}
            aria-label={place === 'page' ? 'More actions' : `Actions for version ${number}`}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            href={`/curricula/${curriculumId}/compare?from=${id}&to=draft`}
            leftSection={<IconArrowsDiff size={16} aria-hidden />}
          >
            Compare with the draft
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setCopying(true)}>
            Copy as a new curriculum
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void putBack(version)}
          >
            Put back into the draft
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Overview on one page</Menu.Label>
          <Menu.Item
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void withOverview(printFile)}
          >
            Print the overview
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void withOverview(saveFile)}
          >
            Save the overview as PDF
          </Menu.Item>
          {place === 'row' ? (
            <Menu.Item
              component={Link}
              href={`/curricula/${curriculumId}/versions/${id}`}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              Open with its syllabus
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {copying ? <CopyVersionDialog versionId={id} onClose={() => setCopying(false)} /> : null}
    </>
  );
}

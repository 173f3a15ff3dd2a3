import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFileZip, IconFolder } from '@tabler/icons-react';
import { canSaveIntoFolder } from '../api/index.ts';
import { useSaveAll } from './use-save-all.ts';

/** Saves all current certificates of an activity: into a folder where the window can, or as one ZIP. */
export function SaveAllButton({
  activityId,
  disabled = false,
}: {
  readonly activityId: number;
  readonly disabled?: boolean;
}) {
  const { saving, asZip, intoFolder } = useSaveAll(activityId);
  const download = <IconDownload size={16} aria-hidden />;
  if (!canSaveIntoFolder())
    return (
      <Button
        variant="default"
        leftSection={download}
        disabled={disabled}
        loading={saving}
        onClick={() => void asZip()}
      >
        Save all as a ZIP
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={download}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          disabled={disabled}
          loading={saving}
        >
          Save all
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolder size={16} aria-hidden />} onClick={() => void intoFolder()}>
          Into a folder…
        </Menu.Item>
        <Menu.Item leftSection={<IconFileZip size={16} aria-hidden />} onClick={() => void asZip()}>
          As one ZIP
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

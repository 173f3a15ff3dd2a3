import { Button, Menu } from '@mantine/core';
import { IconBraces, IconChevronDown, IconTable } from '@tabler/icons-react';
import { counted } from '../../shared/format.ts';
import { saveModules } from './export-files.ts';

/** Exports modules in either form. */
export function ExportMenu({
  ids,
  what,
  small = false,
}: {
  readonly ids: readonly number[];
  /** Which modules they are, behind their number: `selected`. */
  readonly what: string;
  readonly small?: boolean;
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size={small ? 'compact-sm' : 'sm'}
          disabled={ids.length === 0}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {counted(ids.length, 'module', 'modules')} {what}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconBraces size={16} aria-hidden />}
          onClick={() => void saveModules(ids, 'json')}
        >
          For another office (JSON)
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={16} aria-hidden />}
          onClick={() => void saveModules(ids, 'csv')}
        >
          For a spreadsheet (CSV)
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

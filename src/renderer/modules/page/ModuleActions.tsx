import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { freeCode } from '../../../shared/modules/free-code.ts';
import { useCommand } from '../../api/index.ts';

/** What can be done with one module: edit it, and behind the dots copy, retire and remove it. */
export function ModuleActions({
  module,
  modules,
  unsaved,
}: {
  readonly module: Module;
  readonly modules: readonly Module[];
  readonly unsaved: boolean;
}) {
  const [, navigate] = useLocation();
  const retire = useCommand('modules.retire');
  const duplicate = useCommand('modules.duplicate');
  const remove = useCommand('modules.remove');

  async function copy(): Promise<void> {
    const code = freeCode(module.code, new Set(modules.map((other) => other.code)));
    const title = `${module.title.slice(0, 280)} (our version)`;
    const copied = await duplicate.run({ id: module.id, code, title }, { done: `Copied as ${code}.` });
    if (copied) navigate(`/modules/${copied.id}/edit`);
  }

  async function takeOut(): Promise<void> {
    const removed = await remove.run({ id: module.id }, { done: `Removed “${module.title}”.` });
    if (removed) navigate('/modules');
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="More actions">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            disabled={duplicate.pending}
            onClick={() => void copy()}
          >
            Duplicate as own module
          </Menu.Item>
          {module.retired ? null : (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              disabled={retire.pending}
              onClick={() =>
                void retire.run({ id: module.id, retired: true }, { done: `Retired “${module.title}”.` })
              }
            >
              Retire this module
            </Menu.Item>
          )}
          {module.origin === 'own' ? (
            <Menu.Item
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={remove.pending}
              onClick={() => void takeOut()}
            >
              Remove this module
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Button
        component={Link}
        href={`/modules/${module.id}/edit`}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {unsaved ? 'Continue editing' : 'Edit'}
      </Button>
    </>
  );
}

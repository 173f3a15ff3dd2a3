import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Module, ModulePatch } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import { emptiedAudiences } from '../../../shared/modules/patch.ts';
import { previewOf } from '../../../shared/modules/preview.ts';
import { useCommand } from '../../api/index.ts';
import { SidePanel } from '../../components/index.ts';
import { Finding } from '../editor/Finding.tsx';
import classes from './Bulk.module.css';
import { PatchPreview } from './PatchPreview.tsx';

/** Changes many modules in one act: the fields, what will change, and the one button. A refusal stays beside it. */
export function ApplyPanel({
  title,
  action,
  modules,
  patch,
  problem,
  done,
  onClose,
  onDone,
  children,
}: {
  readonly title: string;
  readonly action: string;
  readonly modules: readonly Module[];
  readonly patch: ModulePatch;
  /** What is wrong in the fields, or null. */
  readonly problem: string | null;
  /** What was done, in words, with how many modules. */
  readonly done: (count: string) => string;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const update = useCommand('modules.updateMany');
  const changes = previewOf(modules, patch);
  const emptied = emptiedAudiences(modules, patch);
  const stopped = problem !== null || changes.length === 0 || emptied.length > 0;

  async function apply(): Promise<void> {
    const answer = await update.run(
      { ids: modules.map(({ id }) => id), patch },
      { quiet: true, done: ({ changed }) => done(counted(changed, 'module', 'modules')) },
    );
    if (answer) onDone();
  }

  return (
    <SidePanel
      title={title}
      opened
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={stopped} loading={update.pending} onClick={() => void apply()}>
            {action}
          </Button>
        </>
      }
    >
      {update.fault ? (
        <div className={classes.fault}>
          <Finding kind="error">Nothing was changed. {update.fault.message}</Finding>
        </div>
      ) : null}
      <div className={classes.fields}>{children}</div>
      {problem ? <Finding kind="error">{problem}</Finding> : null}
      <PatchPreview changes={changes} same={modules.length - changes.length} emptied={emptied} />
    </SidePanel>
  );
}

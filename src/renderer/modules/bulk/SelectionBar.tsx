import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCalendarCheck, IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { counted } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import { ExportMenu } from '../../exchange/index.ts';
import classes from './Bulk.module.css';
import { ChangePanel } from './ChangePanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';

/** What can be done with the selected modules. Nothing is shown while none is selected. */
export function SelectionBar({
  chosen,
  library,
  hidden,
  reviewsOnly = false,
  onClear,
}: {
  readonly chosen: readonly Module[];
  readonly library: readonly Module[];
  /** How many of them the filter does not show. */
  readonly hidden: number;
  /** Offers only what belongs to a review. */
  readonly reviewsOnly?: boolean;
  readonly onClear: () => void;
}) {
  const [panel, setPanel] = useState<'change' | 'review' | null>(null);
  if (chosen.length === 0) return null;
  const close = (): void => setPanel(null);
  const finish = (): void => {
    setPanel(null);
    onClear();
  };
  return (
    <section className={classes.bar} aria-label="Selected modules">
      <span className={classes.count} role="status">
        {counted(chosen.length, 'module', 'modules')} selected
        {hidden > 0 ? `, ${hidden} of them not shown` : ''}
      </span>
      {reviewsOnly ? null : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEdit size={16} aria-hidden />}
          onClick={() => setPanel('change')}
        >
          Change…
        </Button>
      )}
      <Button
        size="compact-sm"
        variant={reviewsOnly ? 'filled' : 'default'}
        leftSection={<IconCalendarCheck size={16} aria-hidden />}
        onClick={() => setPanel('review')}
      >
        Mark as reviewed…
      </Button>
      {reviewsOnly ? null : <Retire chosen={chosen} onDone={onClear} />}
      {reviewsOnly ? null : <ExportMenu ids={chosen.map(({ id }) => id)} what="selected" small />}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
      {panel === 'change' ? (
        <ChangePanel modules={chosen} library={library} onClose={close} onDone={finish} />
      ) : null}
      {panel === 'review' ? <ReviewPanel modules={chosen} onClose={close} onDone={finish} /> : null}
    </section>
  );
}

function Retire({ chosen, onDone }: { readonly chosen: readonly Module[]; readonly onDone: () => void }) {
  const update = useCommand('modules.updateMany');
  const retired = chosen.filter((module) => module.retired);
  const standing = chosen.filter((module) => !module.retired);
  async function set(modules: readonly Module[], retire: boolean): Promise<void> {
    const answer = await update.run(
      { ids: modules.map(({ id }) => id), patch: { retired: retire } },
      {
        done: ({ changed }) =>
          `${retire ? 'Retired' : 'Brought back'} ${counted(changed, 'module', 'modules')}.`,
      },
    );
    if (answer) onDone();
  }
  return (
    <>
      {standing.length > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArchive size={16} aria-hidden />}
          loading={update.pending}
          onClick={() => void set(standing, true)}
        >
          {retired.length > 0 ? `Retire ${standing.length}` : 'Retire'}
        </Button>
      ) : null}
      {retired.length > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArchiveOff size={16} aria-hidden />}
          loading={update.pending}
          onClick={() => void set(retired, false)}
        >
          {standing.length > 0 ? `Bring back ${retired.length}` : 'Bring back'}
        </Button>
      ) : null}
    </>
  );
}

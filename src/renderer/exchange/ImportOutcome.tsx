import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { counted, formatCount } from '../../shared/format.ts';
import { undo, useRead } from '../api/index.ts';
import { Figure, Figures, PageHeader } from '../components/index.ts';
import classes from './Exchange.module.css';
import type { Imported } from './use-exchange.ts';

/** Drafts that are named one by one. */
const DRAFTS_NAMED = 8;

/** What an import did, the way back, and the next step. */
export function ImportOutcome({
  imported,
  back,
  onAnother,
}: {
  readonly imported: Imported;
  readonly back: { readonly label: string; readonly path: string };
  readonly onAnother: () => void;
}) {
  const { fileName, created, changed, left, curriculumIds, changeId } = imported;
  const recent = useRead('changes.recent', { limit: 50 });
  const curricula = useRead('curricula.list', {});
  const [undoing, setUndoing] = useState(false);
  const undone = recent.data?.find((change) => change.changeId === changeId)?.undoable === false;
  const drafts = (curricula.data ?? []).filter(({ id }) => curriculumIds.includes(id));
  const done = created + changed + curriculumIds.length;

  const figures = [
    { label: created === 1 ? 'New module' : 'New modules', value: created },
    { label: changed === 1 ? 'Module changed' : 'Modules changed', value: changed },
    { label: curriculumIds.length === 1 ? 'New draft' : 'New drafts', value: curriculumIds.length },
    { label: 'Left as it was', value: left },
  ];

  async function takeBack(): Promise<void> {
    setUndoing(true);
    await undo(changeId);
    setUndoing(false);
  }

  return (
    <>
      <PageHeader
        title={undone ? 'The import was taken back' : `Imported ${counted(done, 'entry', 'entries')}`}
        back={back}
        description={
          undone
            ? `Everything is as it was before “${fileName}” was imported.`
            : `From “${fileName}”, as one step that stands in the history.`
        }
      />
      {undone ? null : (
        <Figures>
          {figures
            .filter(({ value }) => value > 0)
            .map(({ label, value }) => (
              <Figure key={label} label={label} value={formatCount(value)} />
            ))}
        </Figures>
      )}
      {undone || drafts.length === 0 ? null : (
        <ul className={classes.drafts}>
          {drafts.slice(0, DRAFTS_NAMED).map(({ id, title }) => (
            <li key={id}>
              <Link href={`/curricula/${id}`}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.outcomeButtons}>
        <Button
          component={Link}
          href={curriculumIds.length > 0 && created + changed === 0 ? '/curricula' : '/modules'}
        >
          {curriculumIds.length > 0 && created + changed === 0
            ? 'See the curricula'
            : 'See the module library'}
        </Button>
        {undone ? null : (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undoing}
            onClick={() => void takeBack()}
          >
            Undo the import
          </Button>
        )}
        <Button variant="subtle" onClick={onAnother}>
          Import another file
        </Button>
      </div>
    </>
  );
}

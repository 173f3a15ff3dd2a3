import { Button, Modal } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SavedPathway } from '../../../shared/contract/pathways.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Moment, Section } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { SolvedAnswer } from '../pathway/SolvedAnswer.tsx';
import { putOnDesk } from '../pathway/use-desk.ts';
import { LevelsUsed } from './LevelsUsed.tsx';
import { PrintedPathway } from './PrintedPathway.tsx';
import { RequestFacts } from './RequestFacts.tsx';

/** A saved pathway as it was worked out: only read, printed, removed, or started again from. */
export function SavedPathwayView({ personId, id }: { readonly personId: number; readonly id: number }) {
  const saved = useRead('pathways.get', { id });
  return (
    <>
      <Link href={`/people/${personId}/pathway`} className={classes.back ?? ''}>
        <IconArrowLeft size={16} aria-hidden /> Pathway
      </Link>
      {saved.isPending ? <Loading /> : null}
      {saved.isError ? (
        <FaultNotice fault={saved.error} onRetry={() => void saved.refetch()} />
      ) : saved.data && saved.data.personId === personId ? (
        <Saved saved={saved.data} />
      ) : saved.data ? (
        <FaultNotice
          fault={{ message: 'This pathway is another person’s. Go back and choose one from the list.' }}
        />
      ) : null}
    </>
  );
}

function Saved({ saved }: { readonly saved: SavedPathway }) {
  const [, navigate] = useLocation();
  const [printing, setPrinting] = useState(false);
  const remove = useCommand('pathways.remove');
  const competencies = useRead('competencies.list', {});
  const { answer, personId } = saved;

  function startAgain(): void {
    putOnDesk(personId, `Started again from “${saved.title}”`, saved.request, {
      choice: `saved ${saved.id}`,
      title: saved.title,
    });
    navigate(`/people/${personId}/pathway`);
  }

  async function removeIt(): Promise<void> {
    if (await remove.run({ id: saved.id }, { done: `Removed the pathway “${saved.title}”.` }))
      navigate(`/people/${personId}/pathway`, { replace: true });
  }

  return (
    <>
      <Section
        title={saved.title}
        description={
          <>
            Saved <Moment at={saved.savedAt} />. It stays as it was then; later records do not change it.
          </>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void removeIt()}
            >
              Remove
            </Button>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={startAgain}
            >
              Start again from this
            </Button>
            <Button leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => setPrinting(true)}>
              Show the page
            </Button>
          </>
        }
      >
        <div className={classes.savedSplit}>
          <div>
            {answer.status === 'solved' ? (
              <SolvedAnswer
                answer={answer}
                compared={null}
                competencies={competencies.data ?? []}
                request={saved.request}
              />
            ) : (
              <p className={classes.soft}>No pathway was kept with it.</p>
            )}
          </div>
          <div>
            <h3 className={classes.heading}>What was asked</h3>
            <RequestFacts request={saved.request} />
            <h3 className={classes.heading}>Levels then</h3>
            <LevelsUsed saved={saved} competencies={competencies.data ?? []} />
          </div>
        </div>
      </Section>
      <Modal
        opened={printing}
        onClose={() => setPrinting(false)}
        title={`Pathway of ${saved.personName}`}
        classNames={{ content: classes.wideDialog ?? '' }}
      >
        {printing ? <PrintedPathway id={saved.id} /> : null}
      </Modal>
    </>
  );
}

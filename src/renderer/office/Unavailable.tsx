import { Button, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { SystemState } from '../../shared/contract/system.ts';
import { MENDED_OUTSIDE } from '../../shared/problems.ts';
import { useJob, useRead } from '../api/index.ts';
import { JobProgress } from '../components/index.ts';
import { BackupList } from './BackupList.tsx';
import { Consequence } from './Consequence.tsx';
import classes from './Unavailable.module.css';
import { unsavedPoints } from './unsaved-points.ts';

/** The office file cannot be opened: what is wrong, the next step, and the ways back to work. Nothing is deleted. */
export function Unavailable({ state }: { readonly state: SystemState }) {
  const [startingFresh, setStartingFresh] = useState(false);
  const again = useRead('system.state', {});
  const fresh = useJob();
  const heading = useRef<HTMLHeadingElement>(null);
  const { problem } = state;

  useEffect(() => {
    document.title = 'The office file cannot be opened · Rounds';
    heading.current?.focus();
  }, []);

  if (!problem) return null;
  return (
    <main className={classes.screen}>
      <IconAlertTriangle size={40} stroke={1.5} aria-hidden className={classes.icon} />
      <Title order={1} ref={heading} tabIndex={-1}>
        {problem.title}
      </Title>
      <p className={classes.message}>{problem.message}</p>
      <p className={classes.next}>{problem.nextStep}</p>
      <p className={classes.place}>
        The file is {state.fileName} in {state.dataDirectory}.
      </p>
      <div className={classes.actions}>
        <Button
          variant={MENDED_OUTSIDE.has(problem.code) ? 'filled' : 'default'}
          loading={again.isFetching}
          onClick={() => void again.refetch()}
        >
          Look again
        </Button>
      </div>
      {MENDED_OUTSIDE.has(problem.code) ? null : (
        <>
          <section className={classes.part} aria-labelledby="restore">
            <h2 id="restore">Go back to a backup</h2>
            <p>Each of these was opened and checked when it was taken.</p>
            <BackupList damaged />
          </section>
          <section className={classes.part} aria-labelledby="fresh">
            <h2 id="fresh">Start with an empty office</h2>
            <p>
              The present file is set aside under another name in the same folder and stays there. Rounds
              starts with an empty office, as on the first day.
            </p>
            <JobProgress job={fresh.job} />
            <Button variant="default" disabled={fresh.running} onClick={() => setStartingFresh(true)}>
              Set the file aside and start empty
            </Button>
          </section>
          <Consequence
            opened={startingFresh}
            title="Start with an empty office?"
            points={[
              `${state.fileName} is renamed and stays in ${state.dataDirectory}.`,
              'Backups stay where they are; each can be restored later.',
              'The window then shows the first start, without curricula of your own, people or certificates.',
              ...unsavedPoints(),
            ]}
            action="Set aside and start empty"
            onClose={() => setStartingFresh(false)}
            onConfirm={() => void fresh.start('system.startFresh', {})}
          />
        </>
      )}
    </main>
  );
}

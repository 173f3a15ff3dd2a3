import { Button, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { SystemState } from '../../shared/contract/system.ts';
import { useJob } from '../api/index.ts';
import { JobProgress } from '../components/index.ts';
import classes from './FirstStart.module.css';
import { newOffice, useOfficeForm } from './office-form.ts';
import { SET_UP, SetUpOffice } from './SetUpOffice.tsx';

/**
 * The first screen of a new file: set up the own office, or look around in a sample. `onFilling` says while the
 * sample is being made, so that the window waits until it is whole.
 */
export function FirstStart({
  state,
  onFilling,
}: {
  readonly state: SystemState;
  readonly onFilling: (filling: boolean) => void;
}) {
  const [path, navigate] = useLocation();
  const settingUp = path === SET_UP || path.startsWith(`${SET_UP}/`);
  // Kept here, so that a look back at the choice loses nothing that was typed.
  const form = useOfficeForm(newOffice());
  const sample = useJob();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = settingUp ? 'Set up your office · Rounds' : 'Welcome · Rounds';
    heading.current?.focus();
  }, [settingUp]);

  useEffect(() => onFilling(sample.running), [onFilling, sample.running]);

  if (settingUp) return <SetUpOffice form={form} />;
  return (
    <main className={classes.welcome}>
      <div className={classes.name}>Rounds</div>
      <Title order={1} ref={heading} tabIndex={-1} className={classes.title ?? ''}>
        From curriculum to certificate, on your own computer
      </Title>
      <p className={classes.lead}>
        Build medical-AI curricula from modules, record who attended, and print certificates that stand up to
        an audit. Everything is kept in one file; nothing leaves this computer.
      </p>
      {sample.running || sample.job ? (
        <div className={classes.filling}>
          <JobProgress job={sample.job} onCancel={sample.cancel} />
          {sample.job && sample.job.status !== 'running' && sample.job.status !== 'done' ? (
            <Button variant="default" onClick={sample.reset}>
              Back
            </Button>
          ) : null}
        </div>
      ) : (
        <div className={classes.ways}>
          <section className={classes.way}>
            <h2>Set up my office</h2>
            <p>
              Two short steps: who you are and who accredits you, then who signs. All of it can be changed
              later.
            </p>
            <Button size="md" onClick={() => navigate(SET_UP)}>
              Set up my office
            </Button>
          </section>
          <section className={classes.way}>
            <h2>Explore a sample office</h2>
            <p>
              A made-up provider with curricula, activities, people and certificates at every stage. Start
              your own office whenever you like.
            </p>
            <Button size="md" variant="default" onClick={() => void sample.start('office.exploreSample', {})}>
              Explore a sample office
            </Button>
          </section>
        </div>
      )}
      <p className={classes.foot}>
        Your data is kept in {state.fileName}, in the folder {state.dataDirectory}. Version {state.version}.
      </p>
    </main>
  );
}

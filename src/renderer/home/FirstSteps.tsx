import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Output } from '../../shared/contract/index.ts';
import { Section } from '../components/index.ts';
import classes from './FirstSteps.module.css';

type Counts = Output<'home.summary'>['counts'];

const STEPS = [
  {
    counts: 'curricula',
    title: 'Build a curriculum',
    words: 'Start from one of six templates or from nothing, choose modules, and publish a version.',
    action: 'Start a curriculum',
    path: '/curricula',
  },
  {
    counts: 'activities',
    title: 'Open an activity on it',
    words: 'Give it dates and a place. Each module becomes a session, and credit follows from the minutes.',
    action: 'Open an activity',
    path: '/activities',
  },
  {
    counts: 'people',
    title: 'Bring in your people',
    words: 'Import a roster as CSV or Excel. Every row is rehearsed before anything is written.',
    action: 'Import a roster',
    path: '/people/import',
  },
] as const;

/** Leads through the first three acts of a new office. The next one has the main button. */
export function FirstSteps({ counts }: { readonly counts: Counts }) {
  const next = STEPS.find((step) => counts[step.counts] === 0);
  return (
    <Section
      title="First steps"
      description="Three steps from here to recording attendance and printing certificates."
    >
      <ol className={classes.steps}>
        {STEPS.map((step, index) => {
          const done = counts[step.counts] > 0;
          return (
            <li key={step.title} className={classes.step} data-done={done || undefined}>
              <span className={classes.number} aria-hidden>
                {done ? <IconCheck size={18} /> : index + 1}
              </span>
              <div className={classes.words}>
                <h3 className={classes.title}>
                  {step.title}
                  {done ? <span className={classes.done}> — done</span> : null}
                </h3>
                <p>{step.words}</p>
              </div>
              {done ? null : (
                <Button component={Link} href={step.path} variant={step === next ? 'filled' : 'default'}>
                  {step.action}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Activity } from '../../../shared/contract/activities.ts';
import { counted } from '../../../shared/format.ts';
import { Section } from '../../components/index.ts';
import { OtherCredits } from '../credits/OtherCredits.tsx';
import { AboutFields } from './AboutFields.tsx';
import { CreditFields } from './CreditFields.tsx';
import classes from './Overview.module.css';
import { ProvidershipFields } from './ProvidershipFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { SessionsTable } from './SessionsTable.tsx';
import { type Overview, useOverview } from './use-overview.ts';

/** What an activity is: facts, sessions, credit, rules. Edits wait until they are saved or discarded. */
export function OverviewTab({ activity }: { readonly activity: Activity }) {
  const overview = useOverview(activity);
  useSaveKey(() => {
    if (
      overview.dirty &&
      !overview.saving &&
      overview.problems.count === 0 &&
      overview.conflicts.length === 0
    )
      void overview.save();
  });
  return (
    <>
      <Section title="About">
        <AboutFields overview={overview} />
      </Section>
      <SessionsTable overview={overview} />
      <Section
        title="Credit"
        description="Designated before the activity is announced. Each person claims what they attended, up to this maximum."
      >
        <CreditFields overview={overview} />
      </Section>
      <OtherCredits activity={activity} unsaved={overview.dirty} />
      <Section
        title="Completion"
        description="What a person must have done before a certificate can be issued."
      >
        <RuleFields overview={overview} />
      </Section>
      <Section
        title="Providership"
        description="Decides which accreditation statement stands on certificates."
      >
        <ProvidershipFields overview={overview} />
      </Section>
      {overview.dirty ? <SaveBar overview={overview} issued={activity.certificates} /> : null}
    </>
  );
}

/** Ctrl+S saves, wherever the focus is. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function SaveBar({ overview, issued }: { readonly overview: Overview; readonly issued: number }) {
  const { problems, conflicts } = overview;
  return (
    <section className={classes.saveBar} aria-label="Unsaved changes">
      {conflicts.map(({ field, label, mine, theirs }) => (
        <div key={field} role="alert">
          <strong>{label}</strong> was saved in another window as “{theirs}”. Here it is “{mine}”.{' '}
          <Button size="compact-sm" variant="default" onClick={() => overview.settle(field, 'mine')}>
            Keep “{mine}”
          </Button>{' '}
          <Button size="compact-sm" variant="default" onClick={() => overview.settle(field, 'theirs')}>
            Use “{theirs}”
          </Button>
        </div>
      ))}
      <span role="status">
        {problems.count > 0
          ? `Not saved yet: ${counted(problems.count, 'field needs', 'fields need')} attention.`
          : 'You have changes that are not saved yet.'}
        {issued > 0 ? ' Certificates already issued stay exactly as they are.' : ''}
      </span>
      <Button variant="default" onClick={overview.discard} disabled={overview.saving}>
        Discard changes
      </Button>
      <Button
        onClick={() => void overview.save()}
        loading={overview.saving}
        disabled={problems.count > 0 || conflicts.length > 0}
      >
        Save changes
      </Button>
    </section>
  );
}

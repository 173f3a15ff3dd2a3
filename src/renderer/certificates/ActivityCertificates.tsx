import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { useJob, useRead } from '../api/index.ts';
import { EmptyState, FaultNotice, JobProgress, Loading } from '../components/index.ts';
import classes from './Certificates.module.css';
import { ConfirmIssue } from './ConfirmIssue.tsx';
import { HeldPeople } from './HeldPeople.tsx';
import { IssuedCertificates } from './IssuedCertificates.tsx';
import { IssueOutcome } from './IssueOutcome.tsx';
import { issueResultOf } from './issue-result.ts';
import { ReadyPeople } from './ReadyPeople.tsx';

/** The certificates of one activity: who would get what and who is held and why, issuing, and all that were issued. */
export function ActivityCertificates({ activityId }: { readonly activityId: number }) {
  const issue = useJob();
  const result = issueResultOf(issue.job);
  return (
    <>
      {issue.job && !result ? (
        <div className={classes.job}>
          <JobProgress job={issue.job} onCancel={issue.cancel} />
        </div>
      ) : null}
      {result ? <IssueOutcome result={result} activityId={activityId} onClose={issue.reset} /> : null}
      {issue.running ? null : (
        <Plan
          activityId={activityId}
          onIssue={(enrolmentIds) =>
            void issue.start('certificates.issue', { activityId, enrolmentIds: [...enrolmentIds] })
          }
        />
      )}
      {issue.running ? <IssuedCertificates activityId={activityId} /> : null}
    </>
  );
}

function Plan({
  activityId,
  onIssue,
}: {
  readonly activityId: number;
  readonly onIssue: (enrolmentIds: readonly number[]) => void;
}) {
  const plan = useRead('certificates.plan', { activityId });
  if (plan.isPending) return <Loading />;
  if (!plan.data) return <FaultNotice fault={plan.error} onRetry={() => void plan.refetch()} />;
  const { ready, held, alreadyIssued } = plan.data;
  if (ready.length + held.length + alreadyIssued === 0)
    return (
      <EmptyState
        icon={<IconCertificate size={32} />}
        title="Nobody to certify yet"
        action={
          <Button component={Link} href={`/activities/${activityId}/people`}>
            Add people
          </Button>
        }
      >
        Once people are enrolled, you see here who gets which certificate, who is held and why, and how each
        page will look, before anything is issued.
      </EmptyState>
    );
  return <OpenPlan activityId={activityId} plan={plan.data} onIssue={onIssue} />;
}

function OpenPlan({
  activityId,
  plan: { ready, held },
  onIssue,
}: {
  readonly activityId: number;
  readonly plan: IssuePlan;
  readonly onIssue: (enrolmentIds: readonly number[]) => void;
}) {
  // Everyone is chosen until taken out, also whoever becomes ready while the screen is open.
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [confirming, setConfirming] = useState(false);
  const chosen = ready.filter(({ enrolmentId }) => !leftOut.has(enrolmentId));
  return (
    <>
      {ready.length > 0 ? (
        <ReadyPeople
          ready={ready}
          leftOut={leftOut}
          onLeaveOut={setLeftOut}
          chosen={chosen.length}
          onIssue={() => setConfirming(true)}
        />
      ) : null}
      {/* With nobody waiting, what was issued is what one comes for. */}
      {ready.length === 0 ? <IssuedCertificates activityId={activityId} /> : null}
      {held.length > 0 ? (
        <HeldPeople activityId={activityId} held={held} nobodyReady={ready.length === 0} />
      ) : null}
      {ready.length > 0 ? <IssuedCertificates activityId={activityId} /> : null}
      <ConfirmIssue
        opened={confirming}
        chosen={chosen}
        ready={ready.length}
        held={held.length}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false);
          onIssue(chosen.map(({ enrolmentId }) => enrolmentId));
        }}
      />
    </>
  );
}

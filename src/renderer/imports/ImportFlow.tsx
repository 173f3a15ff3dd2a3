import { useEffect, useState } from 'react';
import type { Session } from '../../shared/contract/activities.ts';
import type { Rehearsal } from '../../shared/contract/people.ts';
import type { Fault } from '../../shared/errors.ts';
import { refetchTopics, useJob } from '../api/index.ts';
import { FaultNotice, FileDrop, Loading, PageHeader, type PageHeaderProps } from '../components/index.ts';
import { ColumnsSection } from './ColumnsSection.tsx';
import { FileBar } from './FileBar.tsx';
import type { ImportPurpose } from './fates.ts';
import { ImportBar } from './ImportBar.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportResult, readResult } from './ImportResult.tsx';
import classes from './Imports.module.css';
import { OtherDay } from './OtherDay.tsx';
import { RowsSection } from './RowsSection.tsx';
import { SessionChoice } from './SessionChoice.tsx';
import { useImport } from './use-import.ts';

/** What differs between a roster, a report and a form. */
export type ImportFlowProps = {
  readonly activityId: number | null;
  readonly sessions: readonly Session[];
  readonly purpose: ImportPurpose;
  readonly file: {
    readonly kind: Rehearsal['kind'];
    readonly accept: string;
    readonly drop: string;
    readonly hint: string;
  };
  readonly head: PageHeaderProps;
  /** Where to go when all is done. */
  readonly next: { readonly label: string; readonly path: string };
};

/** One screen from the file to the result: choose, look, correct, decide, import. */
export function ImportFlow({ activityId, sessions, purpose, file, head, next }: ImportFlowProps) {
  const state = useImport(file.kind, activityId);
  const job = useJob();
  const [refused, setRefused] = useState<Fault | null>(null);
  const { work, rehearsal, columns, fault, looking, imported } = state;
  const result = job.job?.status === 'done' ? readResult(job.job.result) : null;
  const stale = refused ?? (job.job?.status === 'failed' ? job.job.fault : null);

  const finished = result !== null;
  useEffect(() => {
    if (finished) imported();
  }, [finished, imported]);

  async function start(): Promise<void> {
    if (!rehearsal || !work) return;
    const decisions = [...work.decisions].map(([row, { choice }]) => ({ row, choice }));
    setRefused(await job.start('imports.apply', { rehearsalId: rehearsal.rehearsalId, decisions }));
  }
  function lookAgain(): void {
    job.reset();
    setRefused(null);
    state.lookAgain();
  }
  function startOver(): void {
    job.reset();
    setRefused(null);
    state.startOver();
  }

  if (result)
    return (
      <ImportResult
        result={result}
        purpose={purpose}
        activityId={activityId}
        fileName={work?.fileName ?? ''}
        head={head}
        next={next}
        onAnother={startOver}
      />
    );
  return (
    <>
      <PageHeader {...head} />
      {work ? (
        <FileBar
          fileName={work.fileName}
          rehearsal={rehearsal}
          accept={file.accept}
          disabled={job.running}
          onFile={(chosen) => {
            startOver();
            void state.choose(chosen);
          }}
        />
      ) : null}
      {fault ? (
        <div className={classes.notice}>
          <FaultNotice fault={fault} />
        </div>
      ) : null}
      {!work && !looking ? (
        <>
          <FileDrop
            accept={file.accept}
            label={file.drop}
            hint={file.hint}
            onFile={(chosen) => void state.choose(chosen)}
          />
          <p className={classes.promise}>
            Choosing a file writes nothing. You see what each row becomes, correct what is wrong, and then
            import in one step that can be undone.
          </p>
          <ImportHistory activityId={activityId} purpose={purpose} />
        </>
      ) : null}
      {work && file.kind === 'attendance' ? (
        <SessionChoice
          joins={rehearsal?.joins}
          sessions={sessions}
          value={work.sessionId}
          onChange={state.aimAt}
          disabled={looking || job.running}
        />
      ) : null}
      {rehearsal ? (
        <OtherDay
          joins={rehearsal.joins}
          sessions={sessions}
          sessionId={work?.sessionId ?? null}
          activityId={activityId}
        />
      ) : null}
      {looking && !rehearsal ? <Loading /> : null}
      {work && columns.length > 0 ? (
        <ColumnsSection
          kind={file.kind}
          columns={columns}
          // The columns of a known report are right as they are; those of a list are looked at first.
          known={rehearsal?.layout.endsWith('report') ?? false}
          disabled={looking || job.running}
          onChange={state.correct}
        />
      ) : null}
      {rehearsal && work ? (
        <>
          <RowsSection
            // Filters begin anew with each look.
            key={rehearsal.rehearsalId}
            rehearsal={rehearsal}
            purpose={purpose}
            decisions={work.decisions}
            onDecide={state.decide}
          />
          <ImportBar
            rehearsal={rehearsal}
            decisions={work.decisions}
            job={job}
            stale={stale}
            looking={looking}
            onImport={() => void start()}
            onLookAgain={() => {
              refetchTopics(['people', 'activities', 'attendance', 'learners']);
              lookAgain();
            }}
          />
        </>
      ) : null}
    </>
  );
}

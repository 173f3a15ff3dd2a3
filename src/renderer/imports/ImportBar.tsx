import { Button } from '@mantine/core';
import type { Rehearsal } from '../../shared/contract/people.ts';
import { counted } from '../../shared/format.ts';
import type { JobHandle } from '../api/index.ts';
import { FaultNotice, JobProgress } from '../components/index.ts';
import { countToImport, type Decision, undecided } from './fates.ts';
import classes from './Imports.module.css';

/** Stands at the foot of the screen: that nothing is written yet, and the one step that writes. */
export function ImportBar({
  rehearsal,
  decisions,
  job,
  stale,
  looking,
  onImport,
  onLookAgain,
}: {
  readonly rehearsal: Rehearsal;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly job: JobHandle;
  /** What refused or stopped the import, if anything. */
  readonly stale: { readonly message: string } | null;
  readonly looking: boolean;
  readonly onImport: () => void;
  readonly onLookAgain: () => void;
}) {
  const rows = countToImport(rehearsal, decisions);
  const waiting = undecided(rehearsal.rows, decisions).length;
  if (job.running)
    return (
      <div className={classes.bar} data-busy>
        {job.job ? <JobProgress job={job.job} onCancel={job.cancel} /> : <p>Starting the import</p>}
      </div>
    );
  return (
    <div className={classes.bar}>
      {stale ? (
        <div className={classes.barNotice}>
          <FaultNotice fault={stale} />
          <Button variant="default" onClick={onLookAgain} loading={looking}>
            Look at the file again
          </Button>
        </div>
      ) : null}
      <p className={classes.barWords} role="status">
        <strong>Nothing has been written yet.</strong>{' '}
        {job.job?.status === 'cancelled' ? 'The import was stopped. ' : ''}
        {rows === 0 ? 'No row of this file brings anything new. ' : ''}
        {waiting > 0
          ? `${counted(waiting, 'row still needs', 'rows still need')} a decision and would be left for later.`
          : ''}
      </p>
      <Button onClick={onImport} disabled={rows === 0 || looking || stale !== null}>
        {rows === 0 ? 'Nothing to import' : `Import ${counted(rows, 'row', 'rows')}`}
      </Button>
    </div>
  );
}

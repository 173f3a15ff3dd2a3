import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { JobState } from '../../shared/contract/system.ts';
import { formatCount } from '../../shared/format.ts';
import { onReach } from '../api/index.ts';
import { FaultNotice } from './FaultNotice.tsx';
import classes from './JobProgress.module.css';

/** How far long work is, with the way to stop it. A failed or stopped job says why. */
export function JobProgress({
  job,
  onCancel,
}: {
  readonly job: JobState | null;
  readonly onCancel?: (() => void) | undefined;
}) {
  const [away, setAway] = useState(false);
  useEffect(() => onReach((reachable) => setAway(!reachable)), []);
  if (!job || job.status === 'done') return null;
  if (job.status !== 'running')
    return <FaultNotice fault={{ message: job.fault?.message ?? 'The work was stopped.' }} />;
  // Nobody can say how far it is now, and nobody can stop it.
  if (away)
    return (
      <div className={classes.job}>
        <div className={classes.words} role="status">
          <span>Interrupted: {job.title}</span>
        </div>
        <div className={classes.count}>
          What was finished is saved. The rest is known when Rounds is back.
        </div>
      </div>
    );
  const known = job.total > 0;
  const percent = known ? Math.min(100, (job.done / job.total) * 100) : 100;
  return (
    <div className={classes.job}>
      <div className={classes.words} role="status">
        <span>{job.title}</span>
        <span className={classes.count}>
          {known ? `${formatCount(job.done)} of ${formatCount(job.total)}` : 'Preparing'}
        </span>
      </div>
      <Progress value={percent} animated={!known} aria-label={job.title} />
      {onCancel ? (
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          Stop
        </Button>
      ) : null}
    </div>
  );
}

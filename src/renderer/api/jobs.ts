import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contract, Input, MethodName } from '../../shared/contract/index.ts';
import type { JobState } from '../../shared/contract/system.ts';
import type { Fault } from '../../shared/errors.ts';
import { call, onEngineEvent } from './client.ts';
import { showFault } from './commands.tsx';

/** Methods that start long work. */
export type JobMethod = {
  [M in MethodName]: Contract[M]['effect'] extends 'job' ? M : never;
}[MethodName];

/** One piece of long work, followed from start to end. */
export type JobHandle = {
  readonly job: JobState | null;
  readonly running: boolean;
  /** Starts the work. Answers what refused the start, which has been shown already, or null. */
  readonly start: <M extends JobMethod>(method: M, input: Input<M>) => Promise<Fault | null>;
  /** Asks to stop at the next safe point. */
  readonly cancel: () => void;
  /** Forgets the last job, so that another can be started from the same place. */
  readonly reset: () => void;
};

/** Events carry the progress; this only catches one that was lost on the way. */
const ASK_AGAIN_MS = 2_000;

/** Starts and follows one job. A fault at the start is shown in a notification; a later one is in `job.fault`. */
export function useJob(): JobHandle {
  const [job, setJob] = useState<JobState | null>(null);
  const [starting, setStarting] = useState(false);
  const jobId = useRef<string | null>(null);

  const take = useCallback((state: JobState) => {
    if (state.jobId !== jobId.current) return;
    // An answer to `jobs.get` may arrive after a later event: an ended job stays ended.
    setJob((known) => (known && known.status !== 'running' && state.status === 'running' ? known : state));
  }, []);

  const running = starting || job?.status === 'running';

  useEffect(() => onEngineEvent((event) => event.type === 'job' && take(event.job)), [take]);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (jobId.current) void ask(jobId.current, take);
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, take]);

  const start = useCallback(
    async <M extends JobMethod>(method: M, input: Input<M>): Promise<Fault | null> => {
      setStarting(true);
      setJob(null);
      const answer = await call(method, input);
      if (answer.ok) {
        // Every method whose effect is `job` answers a job's id; the union is wider than TypeScript can follow.
        jobId.current = (answer.value as { readonly jobId: string }).jobId;
        await ask(jobId.current, take);
      } else {
        showFault(answer.error, method);
      }
      setStarting(false);
      return answer.ok ? null : answer.error;
    },
    [take],
  );

  const cancel = useCallback(() => {
    if (jobId.current) void call('jobs.cancel', { jobId: jobId.current });
  }, []);

  const reset = useCallback(() => {
    jobId.current = null;
    setJob(null);
  }, []);

  return { job, running, start, cancel, reset };
}

async function ask(jobId: string, take: (state: JobState) => void): Promise<void> {
  const answer = await call('jobs.get', { jobId });
  if (answer.ok) take(answer.value);
  else if (answer.error.code === 'jobs/not-found') take(lost(jobId));
}

/** The engine had to start again while it worked: whatever the job had finished is in the file, and it goes no further. */
function lost(jobId: string): JobState {
  const message = 'Rounds was interrupted in this work. What was finished is saved. Start it again.';
  return {
    jobId,
    kind: '',
    title: '',
    status: 'failed',
    done: 0,
    total: 0,
    result: null,
    fault: { code: 'jobs/not-found', message },
  };
}

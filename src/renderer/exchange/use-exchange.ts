import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { ExchangeRehearsal, TableDateOrder } from '../../shared/contract/exchange.ts';
import type { Output } from '../../shared/contract/index.ts';
import type { JobState } from '../../shared/contract/system.ts';
import type { Fault } from '../../shared/errors.ts';
import { call, keptByOffice, readFile, refetchTopics, useJob } from '../api/index.ts';

/** Largest file that is sent to the engine, in bytes. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** What an import did, and the id by which it is taken back. */
export type Imported = Output<'exchange.apply'> & { readonly fileName: string; readonly changeId: number };

/** What was decided about the rows of a file, by their numbers. */
export type Decided = {
  /** Rows that are not to be imported. */
  readonly leftOut: ReadonlySet<number>;
  /** Curricula that read the same as a draft and come in all the same. */
  readonly copies: ReadonlySet<number>;
};

/** A fault as far as it is shown. */
type Told = Pick<Fault, 'message'>;

/** A file on its way in. */
type Work = Decided & {
  readonly file: File;
  readonly rehearsal: ExchangeRehearsal | null;
};

/** Everything that the import screen follows. Nothing is written before `apply`. */
export type ExchangeState = Decided & {
  readonly file: File | null;
  readonly rehearsal: ExchangeRehearsal | null;
  /** What stopped the file from being read. */
  readonly fault: Told | null;
  /** What refused the import. */
  readonly refused: Fault | null;
  readonly looking: boolean;
  /** How far looking at the file is; null before it has begun. */
  readonly progress: JobState | null;
  readonly applying: boolean;
  readonly imported: Imported | null;
  readonly choose: (file: File) => Promise<void>;
  readonly lookAgain: () => void;
  /** Reads the dates of the table in another order; what was decided stays. */
  readonly readDates: (order: TableDateOrder) => void;
  readonly leave: (rows: readonly number[], out: boolean) => void;
  readonly copy: (rows: readonly number[], wanted: boolean) => void;
  readonly apply: () => Promise<void>;
  /** Stops looking at the file. */
  readonly stop: () => void;
  readonly startOver: () => void;
};

/** What is at work outlives a look at another screen. */
const kept = keptByOffice<Work | null>(null);

const Looked = z.strictObject({ rehearsalId: z.string() });
const NONE: ReadonlySet<number> = new Set();

/** Follows one file from choosing to the result. */
export function useExchange(): ExchangeState {
  const [work, setWork] = useState<Work | null>(kept.get);
  const [fault, setFault] = useState<Told | null>(null);
  const [refused, setRefused] = useState<Fault | null>(null);
  const [looking, setLooking] = useState(false);
  const [applying, setApplying] = useState(false);
  const [imported, setImported] = useState<Imported | null>(null);
  const { job, start, cancel, reset } = useJob();
  const turn = useRef(0);
  const followed = useRef('');

  const put = useCallback((next: Work | null) => {
    // A file that was not looked at yet is chosen again.
    kept.set(next?.rehearsal ? next : null);
    setWork(next);
  }, []);

  // Nobody waits any more for a look that goes on when the screen is left.
  const running = useRef(false);
  running.current = looking;
  useEffect(() => () => (running.current ? cancel() : undefined), [cancel]);

  const look = useCallback(
    async (file: File, decided: Decided, dateOrder: TableDateOrder | null): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      if (running.current) cancel();
      reset();
      setImported(null);
      setRefused(null);
      setFault(null);
      put({ file, rehearsal: null, ...decided });
      if (file.size > MAXIMUM_BYTES) {
        setFault({ message: `“${file.name}” is larger than 64 MB. Split it and import the parts.` });
        return;
      }
      setLooking(true);
      const read = await readFile(file).catch(() => null);
      if (mine !== turn.current) return;
      if (!read) {
        setLooking(false);
        setFault(unreadable(file));
        return;
      }
      const stopped = await start('exchange.rehearse', { ...read, ...(dateOrder ? { dateOrder } : {}) });
      if (mine !== turn.current || !stopped) return;
      setLooking(false);
      setFault(stopped);
    },
    [put, start, cancel, reset],
  );

  const current = useRef(work);
  current.current = work;
  // The end of a look is taken once, by the work that it belongs to.
  useEffect(() => {
    const file = current.current?.file;
    if (!job || job.status === 'running' || !file || followed.current === job.jobId) return;
    const { leftOut, copies } = current.current ?? { leftOut: NONE, copies: NONE };
    followed.current = job.jobId;
    const mine = turn.current;
    void outcomeOf(job, file).then((outcome) => {
      if (mine !== turn.current) return;
      setLooking(false);
      if ('fault' in outcome) setFault(outcome.fault);
      else put({ file, leftOut, copies, rehearsal: outcome.rehearsal });
    });
  }, [job, put]);

  const startOver = (): void => {
    turn.current += 1;
    if (looking) cancel();
    reset();
    put(null);
    setFault(null);
    setRefused(null);
    setImported(null);
    setLooking(false);
  };
  const decide = useCallback(
    (which: keyof Decided, rows: readonly number[], added: boolean): void => {
      const before = current.current;
      if (!before) return;
      const changed = new Set(before[which]);
      for (const row of rows) {
        if (added) changed.add(row);
        else changed.delete(row);
      }
      setRefused(null);
      put({ ...before, [which]: changed });
    },
    [put],
  );
  // The same from one drawing to the next: the columns of the table are made from them.
  const leave = useCallback(
    (rows: readonly number[], out: boolean) => decide('leftOut', rows, out),
    [decide],
  );
  const copy = useCallback(
    (rows: readonly number[], wanted: boolean) => decide('copies', rows, wanted),
    [decide],
  );

  return {
    file: work?.file ?? null,
    rehearsal: work?.rehearsal ?? null,
    leftOut: work?.leftOut ?? NONE,
    copies: work?.copies ?? NONE,
    fault,
    refused,
    looking,
    progress: job,
    applying,
    imported,
    choose: (file) => look(file, { leftOut: NONE, copies: NONE }, null),
    lookAgain() {
      if (work) void look(work.file, { leftOut: NONE, copies: NONE }, null);
    },
    readDates(order) {
      if (work) void look(work.file, { leftOut: work.leftOut, copies: work.copies }, order);
    },
    leave,
    copy,
    async apply() {
      if (!work?.rehearsal) return;
      const { rehearsalId, fileName } = work.rehearsal;
      setApplying(true);
      const answer = await call('exchange.apply', {
        rehearsalId,
        leaveOut: [...work.leftOut],
        copies: [...work.copies],
      });
      setApplying(false);
      if (!answer.ok) {
        setRefused(answer.error);
        return;
      }
      if (answer.changed) refetchTopics(answer.changed);
      put(null);
      setRefused(null);
      setImported({ ...answer.value, fileName, changeId: answer.changeId ?? 0 });
    },
    stop: startOver,
    startOver,
  };
}

/** What a look that has ended found, or why it found nothing. */
async function outcomeOf(
  { result, fault }: JobState,
  file: File,
): Promise<{ readonly rehearsal: ExchangeRehearsal } | { readonly fault: Told }> {
  if (fault) return { fault };
  const looked = Looked.safeParse(result);
  if (!looked.success) return { fault: unreadable(file) };
  const answer = await call('exchange.rehearsal', looked.data);
  return answer.ok ? { rehearsal: answer.value } : { fault: answer.error };
}

function unreadable(file: File): Told {
  return {
    message: `“${file.name}” could not be opened. It may have been moved, or another program holds it. Choose it again.`,
  };
}

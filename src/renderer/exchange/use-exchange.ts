import { useCallback, useRef, useState } from 'react';
import type { ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import type { Output } from '../../shared/contract/index.ts';
import type { Fault } from '../../shared/errors.ts';
import { call, readFile, refetchTopics } from '../api/index.ts';

/** Largest file that is sent to the engine, in bytes. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** What an import did, and the id by which it is taken back. */
export type Imported = Output<'exchange.apply'> & { readonly fileName: string; readonly changeId: number };

/** A file on its way in. */
type Work = {
  readonly file: File;
  readonly rehearsal: ExchangeRehearsal | null;
  /** Rows that are not to be imported. */
  readonly leftOut: ReadonlySet<number>;
};

/** Everything that the import screen follows. Nothing is written before `apply`. */
export type ExchangeState = {
  readonly file: File | null;
  readonly rehearsal: ExchangeRehearsal | null;
  readonly leftOut: ReadonlySet<number>;
  /** What stopped the file from being read. */
  readonly fault: Fault | null;
  /** What refused the import. */
  readonly refused: Fault | null;
  readonly looking: boolean;
  readonly applying: boolean;
  readonly imported: Imported | null;
  readonly choose: (file: File) => Promise<void>;
  readonly lookAgain: () => void;
  readonly leave: (rows: readonly number[], out: boolean) => void;
  readonly apply: () => Promise<void>;
  readonly startOver: () => void;
};

/** What is at work outlives a look at another screen. */
let kept: Work | null = null;

/** Follows one file from choosing to the result. */
export function useExchange(): ExchangeState {
  const [work, setWork] = useState<Work | null>(kept);
  const [fault, setFault] = useState<Fault | null>(null);
  const [refused, setRefused] = useState<Fault | null>(null);
  const [looking, setLooking] = useState(false);
  const [applying, setApplying] = useState(false);
  const [imported, setImported] = useState<Imported | null>(null);
  const turn = useRef(0);

  const put = useCallback((next: Work | null) => {
    // A file that was not looked at yet is chosen again.
    kept = next?.rehearsal ? next : null;
    setWork(next);
  }, []);

  const choose = useCallback(
    async (file: File): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setImported(null);
      setRefused(null);
      setFault(null);
      put({ file, rehearsal: null, leftOut: new Set() });
      if (file.size > MAXIMUM_BYTES) {
        setFault({
          code: 'exchange/too-large',
          message: `“${file.name}” is larger than 64 MB. Split it and import the parts.`,
        });
        return;
      }
      setLooking(true);
      const answer = await rehearse(file);
      // Another file overtook this one, or nobody waits for it any more.
      if (mine !== turn.current) return;
      setLooking(false);
      if ('fault' in answer) setFault(answer.fault);
      else put({ file, rehearsal: answer.rehearsal, leftOut: new Set() });
    },
    [put],
  );

  return {
    file: work?.file ?? null,
    rehearsal: work?.rehearsal ?? null,
    leftOut: work?.leftOut ?? NONE,
    fault,
    refused,
    looking,
    applying,
    imported,
    choose,
    lookAgain() {
      if (work) void choose(work.file);
    },
    leave(rows, out) {
      if (!work) return;
      const leftOut = new Set(work.leftOut);
      for (const row of rows) {
        if (out) leftOut.add(row);
        else leftOut.delete(row);
      }
      setRefused(null);
      put({ ...work, leftOut });
    },
    async apply() {
      if (!work?.rehearsal) return;
      const { rehearsalId, fileName } = work.rehearsal;
      setApplying(true);
      const answer = await call('exchange.apply', { rehearsalId, leaveOut: [...work.leftOut] });
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
    startOver() {
      turn.current += 1;
      put(null);
      setFault(null);
      setRefused(null);
      setImported(null);
      setLooking(false);
    },
  };
}

const NONE: ReadonlySet<number> = new Set();

async function rehearse(
  file: File,
): Promise<{ readonly rehearsal: ExchangeRehearsal } | { readonly fault: Fault }> {
  try {
    const answer = await call('exchange.rehearse', await readFile(file));
    return answer.ok ? { rehearsal: answer.value } : { fault: answer.error };
  } catch {
    return {
      fault: {
        code: 'exchange/unreadable',
        message: `“${file.name}” could not be opened. It may have been moved, or another program holds it. Choose it again.`,
      },
    };
  }
}

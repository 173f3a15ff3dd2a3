import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';

/** One cell to be recorded; null takes the mark away. */
export type Mark = {
  readonly enrolmentId: number;
  readonly sessionId: number;
  readonly minutes: number | null;
};

/** A mark on its way to the engine. It is shown instead of the recorded value until the new value has come back. */
type Waiting = Mark & { readonly batch: number; readonly answeredAt: number | null };

/** Marks of a moment go together, so that fast keys become few acts. */
const GATHER_MS = 150;

/** Marks as they are made: shown at once, saved in batches, brought back when saving fails. */
export type Marks = {
  /** The value to show for a cell: what was just marked, or undefined when the recorded value stands. */
  readonly markedValue: (enrolmentId: number, sessionId: number) => number | null | undefined;
  readonly mark: (marks: readonly Mark[]) => void;
  /** Sends what is gathered now. */
  readonly flush: () => void;
  readonly saving: boolean;
  /** Changes whenever `markedValue` may answer otherwise. */
  readonly version: number;
};

/** Records marks of one activity. `readAt` is when the shown grid was read, in milliseconds. */
export function useMarks(activityId: number, readAt: number): Marks {
  const { run } = useCommand('attendance.mark');
  const waiting = useRef(new Map<string, Waiting>());
  const gathered = useRef(new Map<string, Mark>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const batches = useRef(0);
  const [version, setVersion] = useState(0);
  const changed = useCallback(() => setVersion((count) => count + 1), []);

  const flush = useCallback((): void => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const marks = [...gathered.current.values()];
    if (marks.length === 0) return;
    gathered.current.clear();
    batches.current += 1;
    const batch = batches.current;
    for (const mark of marks) waiting.current.set(keyOf(mark), { ...mark, batch, answeredAt: null });
    // One mark is seen where it is made and can be taken back with Ctrl+Z; many at once say so, with Undo.
    const done = marks.length > 1 ? { done: `Recorded ${formatCount(marks.length)} marks.` } : {};
    void run({ activityId, marks }, done).then((answer) => {
      for (const [key, mark] of waiting.current) {
        if (mark.batch !== batch) continue;
        if (answer) waiting.current.set(key, { ...mark, answeredAt: Date.now() });
        else waiting.current.delete(key);
      }
      changed();
    });
  }, [activityId, run, changed]);

  const mark = useCallback(
    (marks: readonly Mark[]): void => {
      for (const each of marks) {
        gathered.current.set(keyOf(each), each);
        waiting.current.set(keyOf(each), { ...each, batch: 0, answeredAt: null });
      }
      timer.current ??= setTimeout(flush, GATHER_MS);
      changed();
    },
    [flush, changed],
  );

  // Once the grid has been read again after the answer, the recorded value speaks for itself.
  useEffect(() => {
    let dropped = false;
    for (const [key, { answeredAt }] of waiting.current)
      if (answeredAt !== null && answeredAt <= readAt) dropped = waiting.current.delete(key) || dropped;
    if (dropped) changed();
  }, [readAt, changed]);

  // Leaving the screen, or the window, loses no mark.
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  // The maps live in refs; the version says that they changed.
  return useMemo(
    () => ({
      // Asked for every cell of the activity: most of the time nothing is on its way.
      markedValue: (enrolmentId, sessionId) =>
        waiting.current.size === 0
          ? undefined
          : waiting.current.get(keyOf({ enrolmentId, sessionId }))?.minutes,
      mark,
      flush,
      saving: [...waiting.current.values()].some(({ answeredAt }) => answeredAt === null),
      version,
    }),
    [version, mark, flush],
  );
}

function keyOf({
  enrolmentId,
  sessionId,
}: {
  readonly enrolmentId: number;
  readonly sessionId: number;
}): string {
  return `${enrolmentId}/${sessionId}`;
}

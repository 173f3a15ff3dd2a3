import { useRef, useState } from 'react';
import type { AttendanceGrid, Session } from '../../../shared/contract/activities.ts';
import { call, refetchTopics, showFault } from '../../api/index.ts';

/** A row of the attendance grid: somebody who may be checked in. */
export type Guest = AttendanceGrid['rows'][number];

/** What the door says after an act. */
export type DoorAnswer =
  | { readonly kind: 'in'; readonly guest: Guest; readonly minutes: number; readonly changeId: number | null }
  | { readonly kind: 'already'; readonly guest: Guest; readonly minutes: number }
  | { readonly kind: 'over'; readonly guest: Guest }
  | { readonly kind: 'out'; readonly guest: Guest };

/** Checks people in at one session, one act each, and takes the last one back. */
export type CheckIn = {
  readonly answer: DoorAnswer | null;
  /** Minutes on record, or just recorded here; null when there are none. */
  readonly minutesOf: (guest: Guest) => number | null;
  readonly checkIn: (guest: Guest, minutes: number) => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly clear: () => void;
};

/** What was done at the door since a grid was read: minutes by enrolment, null for a mark that was taken back. */
type Done = { readonly readAt: number; readonly minutes: ReadonlyMap<number, number | null> };

/**
 * The door of one session of an activity. `column` is its place in the grid, `readAt` when that grid was read: what was done
 * here counts until the next one arrives, which holds it and all that was changed elsewhere.
 */
export function useCheckIn(activityId: number, session: Session, column: number, readAt: number): CheckIn {
  const [answer, setAnswer] = useState<DoorAnswer | null>(null);
  const [done, setDone] = useState<Done>({ readAt, minutes: new Map() });
  const latestReadAt = useRef(readAt);
  latestReadAt.current = readAt;
  // A person picked twice in a row is marked once: the second pick comes before the first is on record.
  const underway = useRef(new Set<number>());

  function minutesOf(guest: Guest): number | null {
    const here = done.readAt === readAt ? done.minutes.get(guest.enrolmentId) : undefined;
    return here === undefined ? (guest.minutes[column] ?? null) : here;
  }

  function remember(guest: Guest, minutes: number | null): void {
    setDone((known) => {
      const current = latestReadAt.current;
      const kept = known.readAt === current ? known.minutes : [];
      return { readAt: current, minutes: new Map([...kept, [guest.enrolmentId, minutes]]) };
    });
  }

  /** Runs one act of a person, unless another of the same person is underway. */
  async function once(guest: Guest, act: () => Promise<void>): Promise<void> {
    if (underway.current.has(guest.enrolmentId)) return;
    underway.current.add(guest.enrolmentId);
    try {
      await act();
    } finally {
      underway.current.delete(guest.enrolmentId);
    }
  }

  async function checkIn(guest: Guest, minutes: number): Promise<void> {
    const before = minutesOf(guest);
    if (before !== null && before > 0) return setAnswer({ kind: 'already', guest, minutes: before });
    if (minutes === 0) return setAnswer({ kind: 'over', guest });
    await once(guest, async () => {
      const marks = [{ enrolmentId: guest.enrolmentId, sessionId: session.id, minutes }];
      const reply = await call('attendance.mark', { activityId, marks });
      if (!reply.ok) return showFault(reply.error, 'attendance.mark');
      remember(guest, minutes);
      setAnswer({ kind: 'in', guest, minutes, changeId: reply.changeId ?? null });
      if (reply.changed) refetchTopics(reply.changed);
    });
  }

  async function takeBack(): Promise<void> {
    if (answer?.kind !== 'in' || answer.changeId === null) return;
    const { guest, changeId } = answer;
    await once(guest, async () => {
      const reply = await call('changes.undo', { changeId });
      if (!reply.ok) return showFault(reply.error, 'changes.undo');
      remember(guest, guest.minutes[column] ?? null);
      setAnswer({ kind: 'out', guest });
      if (reply.changed) refetchTopics(reply.changed);
    });
  }

  return { answer, minutesOf, checkIn, takeBack, clear: () => setAnswer(null) };
}

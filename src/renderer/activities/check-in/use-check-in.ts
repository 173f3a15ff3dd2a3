import { useCallback, useState } from 'react';
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

/** The door of one session of an activity. `column` is its place in the grid. */
export function useCheckIn(activityId: number, session: Session, column: number): CheckIn {
  const [answer, setAnswer] = useState<DoorAnswer | null>(null);
  // What was done at the door, until the grid says the same: the next person does not wait for it.
  const [done, setDone] = useState<ReadonlyMap<number, number | null>>(new Map());

  const minutesOf = useCallback(
    (guest: Guest): number | null => {
      const here = done.get(guest.enrolmentId);
      return here === undefined ? (guest.minutes[column] ?? null) : here;
    },
    [done, column],
  );

  async function checkIn(guest: Guest, minutes: number): Promise<void> {
    const before = minutesOf(guest);
    if (before !== null && before > 0) return setAnswer({ kind: 'already', guest, minutes: before });
    if (minutes === 0) return setAnswer({ kind: 'over', guest });
    const marks = [{ enrolmentId: guest.enrolmentId, sessionId: session.id, minutes }];
    const reply = await call('attendance.mark', { activityId, marks });
    if (!reply.ok) return showFault(reply.error, 'attendance.mark');
    setDone((known) => new Map(known).set(guest.enrolmentId, minutes));
    setAnswer({ kind: 'in', guest, minutes, changeId: reply.changeId ?? null });
    if (reply.changed) refetchTopics(reply.changed);
  }

  async function takeBack(): Promise<void> {
    if (answer?.kind !== 'in' || answer.changeId === null) return;
    const reply = await call('changes.undo', { changeId: answer.changeId });
    if (!reply.ok) return showFault(reply.error, 'changes.undo');
    const { guest } = answer;
    setDone((known) => new Map(known).set(guest.enrolmentId, guest.minutes[column] ?? null));
    setAnswer({ kind: 'out', guest });
    if (reply.changed) refetchTopics(reply.changed);
  }

  return { answer, minutesOf, checkIn, takeBack, clear: () => setAnswer(null) };
}

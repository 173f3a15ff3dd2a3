import type { Session } from '../contract/activities.ts';
import { fold } from '../people/name.ts';
import { clockText } from './schedule.ts';

/** Somebody who may be checked in. */
export type Attendee = {
  readonly enrolmentId: number;
  readonly name: string;
  readonly credentials: string;
  readonly email: string;
};

/** Fewer letters fit too many people. */
const LETTERS = 2;

/**
 * The attendees that a text fits, the likeliest first: each word of it begins a word of the name, in any order, or the
 * whole is the e-mail address. Capitals and accents do not matter. Fewer than two letters fit nobody.
 */
export function findAttendees<A extends Attendee>(attendees: readonly A[], text: string): readonly A[] {
  const wanted = fold(text);
  if ([...wanted].length < LETTERS) return [];
  const words = wanted.split(/[\s,]+/).filter((word) => word !== '');
  return attendees
    .flatMap((attendee, place) => {
      const rank = rankOf(attendee, wanted, words);
      return rank === null ? [] : [{ attendee, rank, place }];
    })
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ attendee }) => attendee);
}

/** 0 for the whole name or address, 1 for the beginning of the last name, 2 for any other fit; null for none. */
function rankOf(attendee: Attendee, wanted: string, words: readonly string[]): number | null {
  const name = fold(attendee.name);
  if (name === wanted || fold(attendee.email) === wanted) return 0;
  const own = name.split(/[\s-]+/);
  if (!words.every((word) => name.startsWith(word) || own.some((part) => part.startsWith(word)))) return null;
  return own.at(-1)?.startsWith(words[0] ?? '') ? 1 : 2;
}

/** A moment on the clock of the activity's zone. */
export type ClockMoment = { readonly date: string; readonly minuteOfDay: number };

/** How long before its start people come to a session's door, in minutes. */
const DOORS_OPEN = 30;

/** The session that people come to now: the one that runs or opens its doors, else the next one, else the last. */
export function sessionAtDoor<S extends Session>(sessions: readonly S[], now: ClockMoment): S | null {
  const inOrder = sessions.toSorted((one, other) => startOf(one).localeCompare(startOf(other)));
  const clock = `${now.date} ${clockText(now.minuteOfDay)}`;
  const open = inOrder.findLast(
    (session) =>
      session.date === now.date &&
      minuteOf(session.startTime) - DOORS_OPEN <= now.minuteOfDay &&
      now.minuteOfDay < minuteOf(session.startTime) + session.minutes,
  );
  return open ?? inOrder.find((session) => startOf(session) > clock) ?? inOrder.at(-1) ?? null;
}

/**
 * Minutes to record for somebody who arrives now: from then to the end of the session, never more than it lasts. Before its
 * start, and on another day, the whole session; after its end, none.
 */
export function minutesFromArrival(session: Session, now: ClockMoment): number {
  if (session.date !== now.date) return session.minutes;
  const late = Math.max(0, now.minuteOfDay - minuteOf(session.startTime));
  return Math.max(0, session.minutes - late);
}

function startOf({ date, startTime }: Session): string {
  return `${date} ${startTime}`;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

import type { ZoneClock } from '../../shared/activities/zone-clock.ts';
import type { Session } from '../../shared/contract/activities.ts';
import { minutesWithin, type Stay, sessionStart, unionOfStays } from '../../shared/imports/joins.ts';
import type { Presence } from './report-rows.ts';

/** A session with its time on the evenly passing clock. */
export type TimedSession = {
  readonly id: number;
  readonly title: string;
  readonly minutes: number;
  readonly span: Stay;
};

/** What a report is for: one session that was chosen, or every session by the times of the joins. */
export type Aim =
  | { readonly kind: 'by-time'; readonly sessions: readonly TimedSession[] }
  | {
      readonly kind: 'one';
      readonly sessions: readonly TimedSession[];
      readonly session: TimedSession;
      /** The report is of the session's own time; otherwise whoever chose the session said that all of it counts. */
      readonly sameTime: boolean;
    };

/** Minutes for one session. */
export type SessionMinutes = { readonly sessionId: number; readonly minutes: number };
/** What presences come to; `placed` is set when the gaps of a long presence could not be seen. */
export type Counted = { readonly marks: readonly SessionMinutes[]; readonly placed: string };

/** The sessions on the evenly passing clock of the activity's zone, in order of time. */
export function timedSessions(sessions: readonly Session[], clock: ZoneClock): readonly TimedSession[] {
  return sessions
    .map(({ id, title, minutes, date, startTime }) => {
      const start = clock(sessionStart(date, startTime));
      return { id, title, minutes, span: { start, end: start + minutes } };
    })
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether any stay touches a span. */
export function touches(stays: readonly Stay[], span: Stay): boolean {
  return stays.some((stay) => stay.start < span.end && stay.end > span.start);
}

/**
 * What one person's presences come to: for each session the minutes of the clock that lie within it, each once, never more
 * than the session has, and in all never more than the report says the person was there.
 */
export function countMinutes(presences: readonly Presence[], aim: Aim): Counted {
  const stays = unionOfStays(presences.flatMap(({ stay }) => stay ?? []));
  const there = Math.round(stays.reduce((sum, stay) => sum + stay.end - stay.start, 0));
  const stated = presences.every(({ minutes }) => minutes !== null)
    ? Math.round(presences.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))
    : null;
  const most = stated === null || presences.length === 0 ? Number.POSITIVE_INFINITY : stated;
  if (aim.kind === 'one') {
    const minutes =
      stays.length === 0
        ? withoutTimes(presences, aim.session.minutes)
        : aim.sameTime
          ? minutesWithin(stays, aim.session.span)
          : there;
    return {
      marks:
        minutes === null
          ? []
          : [{ sessionId: aim.session.id, minutes: Math.min(aim.session.minutes, minutes, most) }],
      placed: '',
    };
  }
  // Teams states first join, last leave and the time in the meeting: where the gaps were is not known.
  const gaps = most < there;
  let left = most;
  const marks = aim.sessions.flatMap((session) => {
    const within = minutesWithin(stays, session.span);
    const minutes = gaps ? Math.min(within, left) : within;
    left -= minutes;
    return minutes === 0 ? [] : [{ sessionId: session.id, minutes }];
  });
  return {
    marks,
    placed:
      gaps && aim.sessions.filter(({ span }) => touches(stays, span)).length > 1
        ? `In the meeting for ${most} of ${there} min; the minutes are counted from the first session on.`
        : '',
  };
}

/** Minutes of rows without times: as stated, or the whole session for who was ticked; null when they say nothing. */
function withoutTimes(presences: readonly Presence[], sessionMinutes: number): number | null {
  if (presences.some(({ minutes }) => minutes !== null))
    return Math.round(presences.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));
  return presences.some(({ attended }) => attended) ? sessionMinutes : null;
}

import { contentOf } from '../../../shared/activities/content.ts';
import { addDays, clockText, daysBetween } from '../../../shared/activities/schedule.ts';
import type { Activity, ActivityContent, Session } from '../../../shared/contract/activities.ts';
import { maximumQuarters } from '../../../shared/credit/completion.ts';
import type { Rounding } from '../../../shared/credit/quarter-hours.ts';
import type { SessionElectives } from '../../../shared/credit/session-electives.ts';
import { formatCredits, formatShortDate } from '../../../shared/format.ts';

/** A session being edited; `key` stays the same while it is, `id` is null until it is saved. */
export type DraftSession = Omit<Session, 'id'> & { readonly id: number | null; readonly key: string };

/** An activity being edited: nothing of it is on record until it is saved. */
export type Draft = { readonly content: ActivityContent; readonly sessions: readonly DraftSession[] };

/** What stops a draft from being saved, by field; sessions by their key. */
export type DraftProblems = {
  readonly fields: Readonly<Partial<Record<keyof ActivityContent, string>>>;
  readonly sessions: Readonly<Record<string, string>>;
  readonly count: number;
};

/** What sessions give depends on: the office's rounding, and of which modules a person chooses some. */
export type CreditOfSessions = {
  readonly rounding: Rounding;
  readonly electives: readonly SessionElectives[];
};

/** The draft that says what is on record. */
export function draftOf(activity: Activity): Draft {
  return {
    content: contentOf(activity),
    sessions: activity.sessions.map((session) => ({ ...session, key: String(session.id) })),
  };
}

/** True when two drafts would be saved as the same. */
export function sameDraft(left: Draft, right: Draft): boolean {
  return sameContent(left, right) && sameSessions(left, right);
}

/** True when the fields outside the sessions are the same. */
export function sameContent(left: Draft, right: Draft): boolean {
  return JSON.stringify(left.content) === JSON.stringify(right.content);
}

/** True when the sessions are the same. */
export function sameSessions(left: Draft, right: Draft): boolean {
  return JSON.stringify(left.sessions) === JSON.stringify(right.sessions);
}

/**
 * Puts other sessions into a draft. The designated maximum follows what the sessions give when it was all of it, and
 * never stays above it; the activity's days follow the first and last session in the same way.
 */
export function withSessions(draft: Draft, sessions: readonly DraftSession[], rule: CreditOfSessions): Draft {
  const before = most(draft.sessions, rule);
  const after = most(sessions, rule);
  const { content } = draft;
  const maximumQuarters =
    content.maximumQuarters === before ? after : Math.min(content.maximumQuarters, after);
  const was = span(draft.sessions);
  const now = span(sessions);
  if (!now) return { content: { ...content, maximumQuarters }, sessions };
  const startsOn =
    was?.first === content.startsOn || now.first < content.startsOn ? now.first : content.startsOn;
  const endsOn = was?.last === content.endsOn || now.last > content.endsOn ? now.last : content.endsOn;
  return { content: { ...content, maximumQuarters, startsOn, endsOn }, sessions };
}

/** Moves the activity and each of its sessions so that it starts on a day. */
export function movedTo(draft: Draft, startsOn: string): Draft {
  const days = daysBetween(draft.content.startsOn, startsOn);
  return {
    content: { ...draft.content, startsOn, endsOn: addDays(draft.content.endsOn, days) },
    sessions: draft.sessions.map((session) => ({ ...session, date: addDays(session.date, days) })),
  };
}

/** A session after the last one, on the same day, right after it ends. */
export function nextSession(draft: Draft, key: string): DraftSession {
  const last = draft.sessions.at(-1);
  const start = last ? clockMinutes(last.startTime) + last.minutes : 9 * 60;
  const fits = start < 24 * 60;
  return {
    id: null,
    key,
    title: '',
    moduleCode: null,
    date: last?.date ?? draft.content.startsOn,
    startTime: fits ? clockText(start) : '09:00',
    minutes: 45,
    countsForCredit: true,
  };
}

/**
 * The most credit that one person can earn in these sessions, in quarter-hours. Remembered for as long as the sessions are: a
 * screen asks several times at each keystroke, and choices among electives at the same time have to be searched.
 */
export function most(sessions: readonly DraftSession[], { rounding, electives }: CreditOfSessions): number {
  const known = remembered.get(sessions);
  if (known?.rounding === rounding && known.electives === electives) return known.quarters;
  const quarters = maximumQuarters(
    sessions.map((session) => ({ ...session, id: session.id ?? 0 })),
    rounding,
    electives,
  );
  remembered.set(sessions, { rounding, electives, quarters });
  return quarters;
}

const remembered = new WeakMap<readonly DraftSession[], CreditOfSessions & { readonly quarters: number }>();

/** What stops a draft from being saved, in words. */
export function problemsOf(draft: Draft, rule: CreditOfSessions): DraftProblems {
  const { content } = draft;
  const fields: Partial<Record<keyof ActivityContent, string>> = {};
  if (content.title.trim() === '')
    fields.title = 'Give the activity a title; it stands on every certificate.';
  if (content.startsOn === '') fields.startsOn = 'Choose the first day.';
  if (content.endsOn === '') fields.endsOn = 'Choose the last day.';
  else if (content.endsOn < content.startsOn) fields.endsOn = 'The last day is before the first day.';
  else {
    const last = span(draft.sessions)?.last;
    if (last && last > content.endsOn)
      fields.endsOn = `The last session is on ${formatShortDate(last)}. End on that day or later.`;
  }
  if (content.learningFormat === 'other' && content.formatDescription.trim() === '')
    fields.formatDescription = 'Describe the format briefly: the description stands on certificates.';
  if (content.providership === 'joint' && content.jointProviders.length === 0)
    fields.jointProviders = 'Name the joint provider, or choose direct providership.';
  const allowed = most(draft.sessions, rule);
  if (content.maximumQuarters > allowed)
    fields.maximumQuarters =
      rule.electives.length === 0
        ? `The sessions give at most ${formatCredits(allowed)}.`
        : `One person can earn at most ${formatCredits(allowed)}: electives count as far as their rule asks.`;
  const sessions = Object.fromEntries(
    draft.sessions.flatMap((session) => {
      const problem = sessionProblem(session);
      return problem ? [[session.key, problem]] : [];
    }),
  );
  return { fields, sessions, count: Object.keys(fields).length + Object.keys(sessions).length };
}

function sessionProblem(session: DraftSession): string | null {
  if (session.title.trim() === '') return 'Give the session a title.';
  if (session.date === '') return 'Choose a day.';
  if (session.startTime === '') return 'Choose a starting time.';
  if (!Number.isInteger(session.minutes) || session.minutes < 1 || session.minutes > 1_440)
    return 'A session lasts from 1 to 1,440 minutes.';
  return null;
}

function span(sessions: readonly DraftSession[]): { readonly first: string; readonly last: string } | null {
  const dates = sessions
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .toSorted();
  const first = dates[0];
  const last = dates.at(-1);
  return first && last ? { first, last } : null;
}

function clockMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

import { formatCredits, formatMinutes } from '../format.ts';
import { distinctMinutes } from './concurrent.ts';
import { exactCredits, quartersFromMinutes, type Rounding } from './quarter-hours.ts';

/** A sitting as credit sees it. */
export type CreditSession = {
  readonly id: number;
  readonly title: string;
  /** Its day, `YYYY-MM-DD`, and start, `HH:MM`: sittings at the same time count once. */
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
  readonly countsForCredit: boolean;
};

/** What a learner must have done; as in the contract. */
export type CompletionRules = {
  readonly minimumAttendancePercent: number;
  readonly assessmentRequired: boolean;
  readonly passPercent: number;
  readonly evaluationRequired: boolean;
};

/** What is known of one person at one activity. */
export type Participation = {
  /** Minutes by session id; a session without an entry has not been recorded. */
  readonly minutes: ReadonlyMap<number, number>;
  readonly assessmentPercent: number | null;
  readonly evaluationReturnedOn: string | null;
  readonly claimedQuarters: number | null;
};

/** Which document a person may get: only physicians may be awarded the credit (reference/accreditation.md 1.4). */
export type DocumentKind = 'cme' | 'participation';

/** One step of a sum, ready to be shown. */
export type SumLine = { readonly label: string; readonly value: string };

/** What attendance gives, whether the rules are met, and the sum behind it. */
export type Completion = {
  readonly minutesAttended: number;
  readonly minutesOffered: number;
  readonly earnedQuarters: number;
  readonly complete: boolean;
  /** Everything that is missing, one short sentence each. */
  readonly missing: readonly string[];
  readonly sum: readonly SumLine[];
};

/** Which document a profession may get. */
export function documentKind(profession: string): DocumentKind {
  return profession === 'physician' ? 'cme' : 'participation';
}

/** Minutes of instruction that count for credit; sessions at the same time count once. */
export function creditMinutes(sessions: readonly CreditSession[]): number {
  return distinctMinutes(
    sessions
      .filter(({ countsForCredit }) => countsForCredit)
      .map((session) => ({ ...session, spent: session.minutes })),
  );
}

/** The most that an activity may be designated for, in quarter-hours: all creditable minutes, rounded once. */
export function maximumQuarters(sessions: readonly CreditSession[], rounding: Rounding): number {
  return quartersFromMinutes(creditMinutes(sessions), rounding);
}

/** The sum behind the maximum: each session, the total, the rounding. */
export function maximumSum(sessions: readonly CreditSession[], rounding: Rounding): readonly SumLine[] {
  const minutes = creditMinutes(sessions);
  const added = sessions.reduce((sum, session) => sum + (session.countsForCredit ? session.minutes : 0), 0);
  return [
    ...sessions.map((session) => ({
      label: session.title,
      value: session.countsForCredit ? `${session.minutes} min` : 'not for credit',
    })),
    ...concurrentLines(added - minutes),
    { label: 'Minutes of instruction', value: `${minutes} min` },
    ...roundingLines(minutes, rounding),
  ];
}

/** Decides what one person has earned and what is missing for completion. */
export function completion(
  sessions: readonly CreditSession[],
  maximum: number,
  rules: CompletionRules,
  kind: DocumentKind,
  person: Participation,
  rounding: Rounding,
): Completion {
  const counting = sessions.filter((session) => session.countsForCredit);
  const attended = counting.map((session) => ({
    session,
    minutes: Math.min(person.minutes.get(session.id) ?? 0, session.minutes),
    recorded: person.minutes.has(session.id),
  }));
  const minutesAttended = distinctMinutes(
    attended.map(({ session, minutes }) => ({ ...session, spent: minutes })),
  );
  const added = attended.reduce((sum, { minutes }) => sum + minutes, 0);
  const minutesOffered = creditMinutes(sessions);
  const uncapped = quartersFromMinutes(minutesAttended, rounding);
  const earnedQuarters = Math.min(uncapped, maximum);
  const missing = [
    ...attendanceMissing(
      minutesAttended,
      minutesOffered,
      attended.some(({ recorded }) => recorded),
      rules,
    ),
    ...assessmentMissing(person.assessmentPercent, rules),
    ...(rules.evaluationRequired && person.evaluationReturnedOn === null
      ? ['The evaluation has not been returned.']
      : []),
    ...claimMissing(kind, person.claimedQuarters, earnedQuarters),
    ...designationMissing(maximum, quartersFromMinutes(minutesOffered, rounding)),
  ];
  const sum = [
    ...attended.map(({ session, minutes, recorded }) => ({
      label: session.title,
      value: recorded ? `${minutes} of ${session.minutes} min` : `not recorded (${session.minutes} min)`,
    })),
    ...concurrentLines(added - minutesAttended),
    { label: 'Minutes attended', value: `${minutesAttended} of ${minutesOffered} min` },
    ...roundingLines(minutesAttended, rounding),
    ...(uncapped > maximum ? [{ label: 'Designated maximum', value: formatCredits(maximum) }] : []),
    {
      label: kind === 'cme' ? 'Allowed by attendance' : 'Attended, in credit hours',
      value: formatCredits(earnedQuarters),
    },
    ...(kind === 'cme'
      ? [
          {
            label: 'Claimed',
            value: person.claimedQuarters === null ? 'not yet' : formatCredits(person.claimedQuarters),
          },
        ]
      : []),
  ];
  return { minutesAttended, minutesOffered, earnedQuarters, complete: missing.length === 0, missing, sum };
}

/** Minutes a person needs for a share of the whole: rounded up, so that 80 % of 95 minutes are 76. */
export function minutesNeeded(minutesOffered: number, percent: number): number {
  return Math.ceil((minutesOffered * percent) / 100);
}

function attendanceMissing(
  attended: number,
  offered: number,
  recorded: boolean,
  rules: CompletionRules,
): readonly string[] {
  if (!recorded) return ['Attendance has not been recorded.'];
  if (attended === 0) return ['Did not attend.'];
  const needed = minutesNeeded(offered, rules.minimumAttendancePercent);
  if (attended >= needed) return [];
  return [
    `Attended ${formatMinutes(attended)} of ${formatMinutes(offered)}; ${formatMinutes(needed)} (${rules.minimumAttendancePercent}%) are needed.`,
  ];
}

function assessmentMissing(percent: number | null, rules: CompletionRules): readonly string[] {
  if (!rules.assessmentRequired) return [];
  if (percent === null) return ['The assessment has no score yet.'];
  if (percent < rules.passPercent)
    return [`The assessment was not passed: ${percent}% of ${rules.passPercent}%.`];
  return [];
}

/** Credit is what the physician claims; participation needs no claim. */
function claimMissing(kind: DocumentKind, claimed: number | null, earned: number): readonly string[] {
  if (kind === 'participation') return [];
  if (claimed === null) return ['Credit has not been claimed.'];
  if (claimed === 0) return ['No credit was claimed.'];
  if (claimed > earned)
    return [`${formatCredits(claimed)} credits are claimed; attendance allows ${formatCredits(earned)}.`];
  return [];
}

/**
 * What is wrong with a designated maximum, both in quarter-hours: it stands on every document, and sessions or the office's
 * rounding may have changed since it was designated.
 */
export function designationMissing(maximum: number, most: number): readonly string[] {
  if (maximum <= most) return [];
  return [
    `${formatCredits(maximum)} credits are designated; the sessions give ${formatCredits(most)}. Correct the activity's credit.`,
  ];
}

/** Sum line for minutes that were counted once because sessions were at the same time; none for 0. */
export function concurrentLines(minutes: number): readonly SumLine[] {
  return minutes === 0 ? [] : [{ label: 'At the same time, counted once', value: `−${minutes} min` }];
}

function roundingLines(minutes: number, rounding: Rounding): readonly SumLine[] {
  return [
    { label: `${minutes} min ÷ 60`, value: exactCredits(minutes) },
    {
      label: rounding === 'nearest' ? 'To the nearest quarter hour' : 'Down to a quarter hour',
      value: formatCredits(quartersFromMinutes(minutes, rounding)),
    },
  ];
}

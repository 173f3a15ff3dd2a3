import { ruleInWords } from '../curricula/elective-words.ts';
import { formatCredits, formatMinutes } from '../format.ts';
import { distinctMinutes } from './concurrent.ts';
import type { Missing } from './missing.ts';
import { exactCredits, quartersFromMinutes, type Rounding } from './quarter-hours.ts';
import { attendanceShare, longestChoice, type SessionElectives, type Share } from './session-electives.ts';

/** A sitting as credit sees it. */
export type CreditSession = {
  readonly id: number;
  readonly title: string;
  /** Its day, `YYYY-MM-DD`, and start, `HH:MM`: sittings at the same time count once. */
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
  readonly countsForCredit: boolean;
  /** The module that it teaches; null or left out for none. */
  readonly moduleCode?: string | null;
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
  /** Minutes that count for credit, of every elective that was attended. */
  readonly minutesAttended: number;
  /** Minutes attended of those that are asked, and how many are asked: of electives only what the rule asks. */
  readonly minutesCounted: number;
  readonly minutesOffered: number;
  readonly earnedQuarters: number;
  readonly complete: boolean;
  /** Everything that is missing; the first is the one line to show. */
  readonly missing: readonly Missing[];
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

/**
 * The most that an activity may be designated for, in quarter-hours: all that one learner can earn, rounded once. Of
 * electives that is the longest choice that the rules ask for, not the sum of the alternatives (reference/accreditation.md 1.5).
 */
export function maximumQuarters(
  sessions: readonly CreditSession[],
  rounding: Rounding,
  electives: readonly SessionElectives[],
): number {
  return quartersFromMinutes(creditMinutes(earnable(sessions, electives)), rounding);
}

/** The sum behind the maximum: each session, the electives that are left out, the total, the rounding. */
export function maximumSum(
  sessions: readonly CreditSession[],
  rounding: Rounding,
  electives: readonly SessionElectives[],
): readonly SumLine[] {
  const taken = earnable(sessions, electives);
  const minutes = creditMinutes(taken);
  const added = taken.reduce((sum, session) => sum + session.minutes, 0);
  return [
    ...sessions.map((session) => ({
      label: session.title,
      value: !session.countsForCredit
        ? 'not for credit'
        : taken.includes(session)
          ? `${session.minutes} min`
          : `elective beyond the rule (${session.minutes} min)`,
    })),
    ...concurrentLines(added - minutes),
    {
      label: electives.length === 0 ? 'Minutes of instruction' : 'Minutes of one learner',
      value: `${minutes} min`,
    },
    ...roundingLines(minutes, rounding),
  ];
}

/** The sessions for credit of the learner who earns the most. */
export function earnable<Session extends CreditSession>(
  sessions: readonly Session[],
  electives: readonly SessionElectives[],
): readonly Session[] {
  return longestChoice(
    sessions.filter(({ countsForCredit }) => countsForCredit),
    electives,
  );
}

/** What an activity asks of everybody in it and gives at most. */
export type CreditActivity = {
  readonly sessions: readonly CreditSession[];
  readonly electives: readonly SessionElectives[];
  /** Designated maximum, in quarter-hours. */
  readonly maximum: number;
  readonly rules: CompletionRules;
  readonly rounding: Rounding;
  /** {@link maximumQuarters} of the sessions: the same for everybody, so it is worked out once. */
  readonly mostQuarters: number;
};

/** Works out what is the same for everybody in an activity. */
export function creditActivity(activity: Omit<CreditActivity, 'mostQuarters'>): CreditActivity {
  const { sessions, rounding, electives } = activity;
  return { ...activity, mostQuarters: maximumQuarters(sessions, rounding, electives) };
}

/** Decides what one person has earned and what is missing for completion. */
export function completion(
  { sessions, electives, maximum, rules, rounding, mostQuarters }: CreditActivity,
  kind: DocumentKind,
  person: Participation,
): Completion {
  const counting = sessions.filter((session) => session.countsForCredit);
  const attended = counting.map((session) => ({
    session,
    minutes: Math.min(person.minutes.get(session.id) ?? 0, session.minutes),
    recorded: person.minutes.has(session.id),
  }));
  const sittings = attended.map(({ session, minutes }) => ({ ...session, spent: minutes }));
  const minutesAttended = distinctMinutes(sittings);
  const added = attended.reduce((sum, { minutes }) => sum + minutes, 0);
  const share = attendanceShare(sittings, electives, rules.minimumAttendancePercent);
  const uncapped = quartersFromMinutes(minutesAttended, rounding);
  const earnedQuarters = Math.min(uncapped, maximum);
  const missing: readonly Missing[] = [
    ...attendanceMissing(
      minutesAttended,
      share,
      attended.some(({ recorded }) => recorded),
      rules,
    ),
    ...assessmentMissing(person.assessmentPercent, rules),
    ...(rules.evaluationRequired && person.evaluationReturnedOn === null
      ? [{ what: 'evaluation', sentence: 'The evaluation has not been returned.' } as const]
      : []),
    ...claimMissing(kind, person.claimedQuarters, earnedQuarters),
    ...designationMissing(maximum, mostQuarters),
  ];
  const sum = [
    ...attended.map(({ session, minutes, recorded }) => ({
      label: session.title,
      value: recorded ? `${minutes} of ${session.minutes} min` : `not recorded (${session.minutes} min)`,
    })),
    ...concurrentLines(added - minutesAttended),
    ...shareLines(minutesAttended, share),
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
  return {
    minutesAttended,
    minutesCounted: share.attended,
    minutesOffered: share.offered,
    earnedQuarters,
    complete: missing.length === 0,
    missing,
    sum,
  };
}

/** Minutes a person needs for a share of the whole: rounded up, so that 80 % of 95 minutes are 76. */
export function minutesNeeded(minutesOffered: number, percent: number): number {
  return Math.ceil((minutesOffered * percent) / 100);
}

/** Minutes attended; with electives, how far the rules of the groups are met and what the share of attendance is of. */
export function shareLines(
  minutesAttended: number,
  { attended, offered, groups }: Share,
): readonly SumLine[] {
  if (groups.length === 0) return [{ label: 'Minutes attended', value: `${attended} of ${offered} min` }];
  return [
    ...groups.map(({ title, rule, options, ...group }) => ({
      label: `${title}: ${ruleInWords(rule, options)}`,
      value: `${group.attended} of ${group.offered} min`,
    })),
    { label: 'Attended of what is asked', value: `${attended} of ${offered} min` },
    { label: 'Minutes attended', value: `${minutesAttended} min` },
  ];
}

/** The share is asked of everything together, and of each group of electives: whoever takes none of them lacks them. */
function attendanceMissing(
  attendedAtAll: number,
  { attended, offered, groups }: Share,
  recorded: boolean,
  { minimumAttendancePercent: percent }: CompletionRules,
): readonly Missing[] {
  if (!recorded) return [{ what: 'attendance-unrecorded', sentence: 'Attendance has not been recorded.' }];
  if (attendedAtAll === 0) return [{ what: 'attendance-none', sentence: 'Did not attend.' }];
  const short = (own: number, asked: number): boolean => own < minutesNeeded(asked, percent);
  const words = (own: number, asked: number): string =>
    `${formatMinutes(own)} of ${formatMinutes(asked)}; ${formatMinutes(minutesNeeded(asked, percent))} (${percent}%) are needed.`;
  return [
    ...(short(attended, offered)
      ? [{ what: 'attendance-short', sentence: `Attended ${words(attended, offered)}` } as const]
      : []),
    ...groups
      .filter((group) => short(group.attended, group.offered))
      .map(({ title, rule, options, ...group }) => ({
        what: 'electives' as const,
        sentence: `Of “${title}” (${ruleInWords(rule, options)}) attended ${words(group.attended, group.offered)}`,
      })),
  ];
}

function assessmentMissing(percent: number | null, rules: CompletionRules): readonly Missing[] {
  if (!rules.assessmentRequired) return [];
  if (percent === null) return [{ what: 'score', sentence: 'The assessment has no score yet.' }];
  if (percent >= rules.passPercent) return [];
  return [
    { what: 'not-passed', sentence: `The assessment was not passed: ${percent}% of ${rules.passPercent}%.` },
  ];
}

/** Credit is what the physician claims; participation needs no claim. */
function claimMissing(kind: DocumentKind, claimed: number | null, earned: number): readonly Missing[] {
  if (kind === 'participation') return [];
  if (claimed === null) return [{ what: 'claim', sentence: 'Credit has not been claimed.' }];
  if (claimed === 0) return [{ what: 'claim-none', sentence: 'No credit was claimed.' }];
  if (claimed <= earned) return [];
  return [
    {
      what: 'claim-too-high',
      sentence: `${creditsAre(claimed)} claimed; attendance allows ${formatCredits(earned)}.`,
    },
  ];
}

/**
 * What is wrong with a designated maximum, both in quarter-hours: it stands on every document, and sessions or the office's
 * rounding may have changed since it was designated.
 */
export function designationMissing(maximum: number, most: number): readonly Missing[] {
  if (maximum <= most) return [];
  return [
    {
      what: 'designation',
      sentence: `${creditsAre(maximum)} designated; the sessions give ${formatCredits(most)}. Correct the activity's credit.`,
    },
  ];
}

/** `1 credit is`, `1.25 credits are`. */
function creditsAre(quarters: number): string {
  return quarters === 4 ? '1 credit is' : `${formatCredits(quarters)} credits are`;
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

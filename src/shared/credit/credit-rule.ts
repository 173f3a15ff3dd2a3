import { isLive } from '../certificates/learning-formats.ts';
import { formatMinutes, formatShortDate } from '../format.ts';
import { formatAmount, formatSecondUnit, formatUnits } from './amounts.ts';
import { type CreditSession, concurrentLines, earnable, type SumLine, shareLines } from './completion.ts';
import { distinctMinutes } from './concurrent.ts';
import { roundingWords } from './credit-words.ts';
import type { Rounding } from './quarter-hours.ts';
import { attendanceShare, type SessionElectives, type Share } from './session-electives.ts';

/** What has to be known of a credit type to compute it. Amounts are whole hundredths of a unit. */
export type CreditRule = {
  readonly name: string;
  readonly unitOne: string;
  readonly unitMany: string;
  /** Minutes of instruction that are one unit. */
  readonly minutesPerUnit: number;
  /** Amounts go in steps of this: 25 for quarter-hours, 100 for whole credits. */
  readonly stepHundredths: number;
  readonly rounding: Rounding;
  /** Professions that may have it; empty for everybody. */
  readonly professions: readonly string[];
  /** `time`: from the minutes attended. `claimed`: at most what the person claimed in *AMA PRA Category 1 Credit*. */
  readonly basis: 'time' | 'claimed';
  /** The most that one day can give, or null. */
  readonly dailyCapHundredths: number | null;
  /** Whether people work through it on days of their own, which nobody records: then no day can be held to its cap. */
  readonly ownDays?: boolean;
  /** Whether nobody has it before the evaluation has been returned. */
  readonly evaluationRequired: boolean;
  readonly secondUnit: { readonly one: string; readonly many: string; readonly divisor: number } | null;
};

/** What one person did at one activity, as far as credit asks. */
export type CreditPerson = {
  readonly profession: string;
  /** Minutes by session id; a session without an entry has not been recorded. */
  readonly minutes: ReadonlyMap<number, number>;
  readonly evaluationReturnedOn: string | null;
  /** Claimed in *AMA PRA Category 1 Credit*, in hundredths; null when nothing is claimed. */
  readonly claimedAmaHundredths: number | null;
  /** What the activity's completion still asks of this person, in a sentence; null when credit does not wait for it. */
  readonly incomplete: string | null;
};

/** The most that an activity's sessions give in one credit type, with its sum in words. */
export type CreditMost = { readonly mostHundredths: number; readonly sum: readonly SumLine[] };

/** What one person has earned in one credit type, with its sum in words. */
export type CreditEarned = {
  readonly earnedHundredths: number;
  /** Why nothing can be claimed, or null. */
  readonly whyNot: string | null;
  readonly sum: readonly SumLine[];
};

/**
 * A credit type as the rule computes it at an activity of this learning format, rounding as the office rounds where the type
 * says so.
 */
export function ruleOf(
  type: Omit<CreditRule, 'rounding' | 'ownDays'> & { readonly rounding: Rounding | 'office' },
  officeRounding: Rounding,
  learningFormat: string,
): CreditRule {
  return {
    ...type,
    rounding: type.rounding === 'office' ? officeRounding : type.rounding,
    ownDays: !isLive(learningFormat),
  };
}

/** Whether a profession may have this credit. */
export function mayHave({ professions }: Pick<CreditRule, 'professions'>, profession: string): boolean {
  return professions.length === 0 || professions.includes(profession);
}

/**
 * Hundredths of a unit for minutes, in whole steps. `nearest` takes the nearest step; a tie goes down, as for quarter-hours:
 * no source defines it, and the lower figure is never too much. `down` never gives more than the minutes.
 */
export function amountFromMinutes(
  minutes: number,
  {
    minutesPerUnit,
    stepHundredths,
    rounding,
  }: Pick<CreditRule, 'minutesPerUnit' | 'stepHundredths' | 'rounding'>,
): number {
  if (!Number.isFinite(minutes) || minutes <= 0) return 0;
  // Steps are minutes × 100 ÷ (minutes of a unit × step), kept as a fraction of whole numbers so that nothing is lost.
  const over = minutes * 100;
  const under = minutesPerUnit * stepHundredths;
  const steps =
    rounding === 'down' ? Math.floor(over / under) : Math.max(0, Math.ceil((2 * over - under) / (2 * under)));
  return steps * stepHundredths;
}

/**
 * The most that an activity may be designated for in one credit type: all minutes that count, concurrent ones once, no day
 * above its cap, rounded once; for a credit that follows *AMA PRA Category 1 Credit*, no more than that is designated for.
 * `excluded` are ids of sessions that do not count for this type. Of `electives` one learner's longest choice counts.
 */
export function creditMost(
  rule: CreditRule,
  sessions: readonly CreditSession[],
  excluded: ReadonlySet<number>,
  amaMaximumHundredths: number,
  electives: readonly SessionElectives[],
): CreditMost {
  const taken = earnable(
    sessions.filter(({ id }) => !excluded.has(id)),
    electives,
  );
  const spent = new Map(sessions.map(({ id, minutes }) => [id, minutes]));
  const time = timeOf(rule, taken, excluded, spent);
  const follows = rule.basis === 'claimed' && amaMaximumHundredths < time.hundredths;
  return {
    mostHundredths: follows ? amaMaximumHundredths : time.hundredths,
    sum: [
      ...sessions.map((session) => ({
        label: session.title,
        value: !session.countsForCredit
          ? 'not for credit'
          : excluded.has(session.id)
            ? 'does not count for this credit'
            : taken.includes(session)
              ? `${session.minutes} min`
              : `elective beyond the rule (${session.minutes} min)`,
      })),
      ...concurrentLines(time.concurrent),
      { label: 'Minutes of instruction', value: `${time.distinct} min` },
      ...time.lines,
      ...(follows
        ? [{ label: 'Designated in AMA PRA credit', value: formatAmount(amaMaximumHundredths) }]
        : []),
      ...secondUnitLine(follows ? amaMaximumHundredths : time.hundredths, rule),
    ],
  };
}

/** What one person has earned in one credit type; every type is computed here, *AMA PRA Category 1 Credit* like the others. */
export function creditEarned(
  rule: CreditRule,
  activity: {
    readonly sessions: readonly CreditSession[];
    readonly excluded: ReadonlySet<number>;
    readonly maximumHundredths: number;
    readonly electives: readonly SessionElectives[];
  },
  person: CreditPerson,
): CreditEarned {
  if (!mayHave(rule, person.profession))
    return {
      earnedHundredths: 0,
      whyNot: `${rule.name} is not for this profession.`,
      sum: [{ label: 'Profession', value: `${person.profession}: not for this credit` }],
    };
  const { sessions, excluded, maximumHundredths, electives } = activity;
  const counting = sessions.filter(({ id, countsForCredit }) => countsForCredit && !excluded.has(id));
  const time = timeOf(rule, sessions, excluded, person.minutes);
  const limits: Limit[] = [
    { label: 'Maximum of the activity', hundredths: maximumHundredths },
    ...(rule.basis === 'claimed' ? [{ label: CLAIMED, hundredths: person.claimedAmaHundredths ?? 0 }] : []),
  ];
  const allowed = limits.reduce((least, { hundredths }) => Math.min(least, hundredths), time.hundredths);
  // A limit is no whole number of steps only where the step was changed later: what is left over is not given.
  const inSteps = allowed - (allowed % rule.stepHundredths);
  const whyNot = reasonAgainst(rule, person, counting, time, inSteps);
  const waits = rule.evaluationRequired && person.evaluationReturnedOn === null;
  const earnedHundredths = waits || person.incomplete !== null ? 0 : inSteps;
  return {
    earnedHundredths,
    whyNot,
    sum: [
      ...sessions
        .filter(({ countsForCredit }) => countsForCredit)
        .map((session) => ({
          label: session.title,
          value: attendedWords(session, excluded, person.minutes),
        })),
      ...concurrentLines(time.concurrent),
      ...shareLines(time.distinct, shareOf(counting, person.minutes, electives)),
      ...time.lines,
      ...limits
        .filter(({ label, hundredths }) => label === CLAIMED || hundredths < time.hundredths)
        .map(({ label, hundredths }) => ({
          label,
          value:
            label === CLAIMED && person.claimedAmaHundredths === null ? 'not yet' : formatAmount(hundredths),
        })),
      ...(rule.evaluationRequired
        ? [{ label: 'Evaluation', value: waits ? 'not returned, needed first' : 'returned' }]
        : []),
      ...(person.incomplete === null ? [] : [{ label: 'Completion', value: 'something is missing' }]),
      { label: 'May be claimed', value: formatUnits(earnedHundredths, rule) },
      ...secondUnitLine(earnedHundredths, rule),
    ],
  };
}

const CLAIMED = 'As claimed in AMA PRA credit';

type Limit = { readonly label: string; readonly hundredths: number };

type Time = {
  /** Minutes of the clock, each once. */
  readonly distinct: number;
  /** Minutes that were taken off because sessions were at the same time. */
  readonly concurrent: number;
  readonly hundredths: number;
  /** Cap of the days, division and rounding. */
  readonly lines: readonly SumLine[];
};

function timeOf(
  rule: CreditRule,
  sessions: readonly CreditSession[],
  excluded: ReadonlySet<number>,
  minutes: ReadonlyMap<number, number>,
): Time {
  const sittings = sessions
    .filter(({ id, countsForCredit }) => countsForCredit && !excluded.has(id))
    .map((session) => ({ ...session, spent: Math.min(minutes.get(session.id) ?? 0, session.minutes) }));
  const added = sittings.reduce((sum, { spent }) => sum + spent, 0);
  const distinct = distinctMinutes(sittings);
  const days = minutesByDay(rule, sittings);
  // Each day up to its cap, and no minute of the clock twice where a session goes on past midnight.
  const counted =
    days === null
      ? distinct
      : Math.min(
          distinct,
          days.reduce((sum, day) => sum + Math.min(day.spent, day.most), 0),
        );
  const hundredths = amountFromMinutes(counted, rule);
  return {
    distinct,
    concurrent: added - distinct,
    hundredths,
    lines: [
      ...(days ?? [])
        .filter(({ spent, most }) => spent > most)
        .map(({ date, spent, most }) => ({
          label: `${formatShortDate(date)}: at most ${formatUnits(rule.dailyCapHundredths ?? 0, rule)} a day`,
          value: `${most} of ${spent} min`,
        })),
      ...(rule.dailyCapHundredths !== null && rule.ownDays === true
        ? [
            {
              label: `At most ${formatUnits(rule.dailyCapHundredths, rule)} a day`,
              value: 'not held: worked through on days of their own',
            },
          ]
        : []),
      {
        label: `${counted} min ÷ ${rule.minutesPerUnit}`,
        value: (counted / rule.minutesPerUnit).toFixed(2),
      },
      { label: roundingWords(rule), value: formatAmount(hundredths) },
    ],
  };
}

/**
 * Minutes spent on each day and the most that a day can give; null without a cap. A session belongs to the day on which it
 * starts; where people choose their days, the day of a session only keeps it apart from the others.
 */
function minutesByDay(
  rule: CreditRule,
  sittings: readonly (CreditSession & { readonly spent: number })[],
): readonly { readonly date: string; readonly spent: number; readonly most: number }[] | null {
  if (rule.dailyCapHundredths === null || rule.ownDays === true) return null;
  const most = Math.floor((rule.dailyCapHundredths * rule.minutesPerUnit) / 100);
  return [...new Set(sittings.map(({ date }) => date))].toSorted().map((date) => ({
    date,
    spent: distinctMinutes(sittings.filter((sitting) => sitting.date === date)),
    most,
  }));
}

function reasonAgainst(
  rule: CreditRule,
  person: CreditPerson,
  counting: readonly CreditSession[],
  time: Time,
  allowed: number,
): string | null {
  if (!counting.some(({ id }) => person.minutes.has(id))) return 'Attendance has not been recorded.';
  if (time.distinct === 0) return 'Did not attend.';
  if (rule.basis === 'claimed' && (person.claimedAmaHundredths ?? 0) === 0)
    return 'AMA PRA credit has not been claimed; this credit follows it.';
  if (rule.evaluationRequired && person.evaluationReturnedOn === null)
    return 'The evaluation has not been returned.';
  if (person.incomplete !== null) return person.incomplete;
  if (allowed > 0) return null;
  if (time.hundredths > 0) return 'The maximum of the activity allows nothing.';
  return `Attended ${formatMinutes(time.distinct)}: less than the smallest step, ${formatUnits(rule.stepHundredths, rule)}.`;
}

function attendedWords(
  { id, minutes }: CreditSession,
  excluded: ReadonlySet<number>,
  attended: ReadonlyMap<number, number>,
): string {
  if (excluded.has(id)) return 'does not count for this credit';
  const spent = attended.get(id);
  return spent === undefined
    ? `not recorded (${minutes} min)`
    : `${Math.min(spent, minutes)} of ${minutes} min`;
}

/**
 * What was attended of what is asked of one learner. Credit asks for no share of attendance: of electives those count that
 * were attended most fully.
 */
function shareOf(
  counting: readonly CreditSession[],
  attended: ReadonlyMap<number, number>,
  electives: readonly SessionElectives[],
): Share {
  return attendanceShare(
    counting.map((session) => ({
      ...session,
      spent: Math.min(attended.get(session.id) ?? 0, session.minutes),
    })),
    electives,
    100,
  );
}

function secondUnitLine(hundredths: number, rule: CreditRule): readonly SumLine[] {
  const value = formatSecondUnit(hundredths, rule);
  return value === null || rule.secondUnit === null
    ? []
    : [{ label: `In ${rule.secondUnit.many} (÷ ${rule.secondUnit.divisor})`, value }];
}

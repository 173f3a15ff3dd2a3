import { z } from 'zod';
import { SumLine } from './activities.ts';
import { method } from './method.ts';
import {
  FileOutput,
  Id,
  IsoDate,
  Line,
  Nothing,
  Paragraph,
  Profession,
  RequiredLine,
  SearchText,
} from './primitives.ts';

/** An amount of credit in whole hundredths of its unit: 125 is 1.25. */
export const Hundredths = z.int().min(0).max(100_000);

/** What a credit type is and how it is computed. */
export const CreditTypeContent = z.strictObject({
  name: RequiredLine,
  unitOne: RequiredLine,
  unitMany: RequiredLine,
  /** Minutes of instruction that are one unit. */
  minutesPerUnit: z.int().min(1).max(1_440),
  /** Amounts go in steps of this. */
  stepHundredths: z.int().min(1).max(10_000),
  /** `office`: as the office rounds *AMA PRA Category 1 Credit*. */
  rounding: z.enum(['nearest', 'down', 'office']),
  /** Who may have it; empty for everybody. */
  professions: z.array(Profession).max(20),
  /** `time`: from minutes attended. `claimed`: no more than the person claimed in AMA PRA credit. */
  basis: z.enum(['time', 'claimed']),
  /** The most that one day can give, or null. */
  dailyCapHundredths: Hundredths.min(1).nullable(),
  /** The same amount in another unit: the first divided by a number (CEU is contact hours ÷ 10). */
  secondUnit: z
    .strictObject({ one: RequiredLine, many: RequiredLine, divisor: z.int().min(2).max(1_000) })
    .nullable(),
  /** Whether nobody has it before the evaluation has been returned. */
  evaluationRequired: z.boolean(),
  /** How the identifier of an activity is called, such as UAN; empty where there is none. */
  identifierLabel: Line,
  /** Its form: `#` a digit, `@` a letter, `[LH]` one of these, ` | ` between forms; empty for any. */
  identifierForm: Line,
  identifierExample: Line,
  /** The sentence that goes with the credit; words in brackets are filled in by hand. */
  statement: Paragraph,
  /** What has to be true before an activity may offer it. */
  note: Paragraph,
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  /** Where the rule comes from. */
  source: Line,
});
export type CreditTypeContent = z.infer<typeof CreditTypeContent>;

export const CreditType = CreditTypeContent.extend({
  id: Id,
  /** A stable name for files: `abim-moc`. */
  code: z.string(),
  confidence: z.string(),
  /** What no source settles, and how it is set until the office knows better; empty when nothing is open. */
  unsure: z.string(),
  /** `field`: came with the program. `office`: made here. */
  origin: z.enum(['field', 'office']),
  /** A type of the field that this office has changed. */
  edited: z.boolean(),
  retired: z.boolean(),
  /** Whether this is *AMA PRA Category 1 Credit*, whose figures stand with the activity itself. */
  ama: z.boolean(),
  activities: z.int(),
  claims: z.int(),
});
export type CreditType = z.infer<typeof CreditType>;

/** One credit of an activity beside AMA PRA credit. */
export const ActivityCredit = z.strictObject({
  type: CreditType,
  maximumHundredths: Hundredths,
  identifier: Line,
  /** What is wrong with the identifier, or null. */
  identifierProblem: z.string().nullable(),
  /** Why the type does not hold on the activity's days, or null: they may have been moved since. */
  datesProblem: z.string().nullable(),
  excludedSessionIds: z.array(Id),
  /** The most that the sessions give, and how that comes about. */
  mostHundredths: Hundredths,
  sum: z.array(SumLine),
  /** What is wrong with the maximum, or null: sessions may have changed since. */
  maximumProblem: z.string().nullable(),
  claims: z.int(),
});
export type ActivityCredit = z.infer<typeof ActivityCredit>;

/** One person and one credit type at one activity. */
export const CreditClaim = z.strictObject({
  enrolmentId: Id,
  personId: Id,
  name: z.string(),
  credentials: z.string(),
  profession: Profession,
  /** Whether the profession may have this credit. */
  eligible: z.boolean(),
  earnedHundredths: Hundredths,
  claimedHundredths: Hundredths.nullable(),
  /** Why nothing can be claimed, or what is wrong with the claim; null when all is well. */
  problem: z.string().nullable(),
  sum: z.array(SumLine),
});
export type CreditClaim = z.infer<typeof CreditClaim>;

/** An amount of one type. Amounts of different types are never added up. */
export const CreditAmount = z.strictObject({
  typeId: Id,
  hundredths: Hundredths,
  activities: z.int(),
  /** At how many of them the person’s profession may not have the credit by now; the claims count all the same. */
  unfit: z.int(),
});
export type CreditAmount = z.infer<typeof CreditAmount>;

/** What one person has claimed in one year and type. */
export const CreditOfYear = z.strictObject({
  year: z.int(),
  typeId: Id,
  typeName: z.string(),
  unitOne: z.string(),
  unitMany: z.string(),
  hundredths: Hundredths,
  activities: z.int(),
  /** At how many of them the person’s profession may not have the credit by now. */
  unfit: z.int(),
});
export type CreditOfYear = z.infer<typeof CreditOfYear>;

/** One claim of one person: what stands behind a figure of the ledger. */
export const CreditEntry = z.strictObject({
  activityId: Id,
  title: z.string(),
  /** The last day of a live activity; otherwise the day on which the person finished. */
  datedOn: IsoDate,
  typeId: Id,
  typeName: z.string(),
  unitOne: z.string(),
  unitMany: z.string(),
  hundredths: Hundredths,
  /** The profession at the activity, where it may not have the credit by now; null where all is well. */
  unfitProfession: Profession.nullable(),
});
export type CreditEntry = z.infer<typeof CreditEntry>;

/** Which part of the ledger is asked for: credit dated from one day to another. */
const LedgerFilter = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  profession: Profession.nullable(),
  text: SearchText,
});

const Person = z.strictObject({
  personId: Id,
  name: z.string(),
  credentials: z.string(),
  profession: Profession,
});

export const LedgerRow = Person.extend({ amounts: z.array(CreditAmount) });
export type LedgerRow = z.infer<typeof LedgerRow>;

/** How much of a type an office asks for, in periods of whole years that follow one another from a first day. */
export const CreditTargetContent = z.strictObject({
  name: RequiredLine,
  typeId: Id,
  amountHundredths: Hundredths.min(1),
  startsOn: IsoDate,
  years: z.int().min(1).max(10),
  /** Of whom; empty for everybody who may have the credit. */
  professions: z.array(Profession).max(20),
});
export type CreditTargetContent = z.infer<typeof CreditTargetContent>;
export const CreditTarget = CreditTargetContent.extend({ id: Id });
export type CreditTarget = z.infer<typeof CreditTarget>;

const StandingFilter = z.strictObject({
  targetId: Id,
  /** 0 for the period that today is in, -1 for the one before it. */
  period: z.int().min(-100).max(0),
  show: z.enum(['short', 'met', 'all']),
  text: SearchText,
});

export const StandingRow = Person.extend({
  hundredths: Hundredths,
  /** How much is short; 0 when the target is met. */
  shortHundredths: Hundredths,
});
export type StandingRow = z.infer<typeof StandingRow>;

const Paged = { after: z.string().max(1_000).nullable(), limit: z.int().min(1).max(500) };

export const credit = {
  'credit.types': method('read', Nothing, z.array(CreditType)),
  'credit.createType': method('write', CreditTypeContent, z.strictObject({ id: Id })),
  /** Changes a type for what is recorded from now on; claims that were recorded stay. */
  'credit.updateType': method('write', z.strictObject({ id: Id, content: CreditTypeContent }), Nothing),
  /** A retired type is no longer offered to activities; those that have it keep it. */
  'credit.retireType': method('write', z.strictObject({ id: Id, retired: z.boolean() }), Nothing),
  /** Removes a type of the office's own that nothing uses. */
  'credit.removeType': method('write', z.strictObject({ id: Id }), Nothing),

  /** The credits of an activity beside AMA PRA credit, in the order of the types. */
  'credit.ofActivity': method('read', z.strictObject({ activityId: Id }), z.array(ActivityCredit)),
  /** Adds a credit to an activity, or changes it. */
  'credit.designate': method(
    'write',
    z.strictObject({
      activityId: Id,
      typeId: Id,
      maximumHundredths: Hundredths,
      identifier: Line,
      excludedSessionIds: z.array(Id).max(400),
    }),
    Nothing,
  ),
  /** Takes a credit off an activity, with the claims that were recorded. Undoable. */
  'credit.withdraw': method(
    'write',
    z.strictObject({ activityId: Id, typeId: Id }),
    z.strictObject({ claims: z.int() }),
  ),
  /** Everyone enrolled, in the order of their names: earned, claimed and why not, for one type. */
  'credit.claims': method(
    'read',
    z.strictObject({ activityId: Id, typeId: Id }),
    z.strictObject({ maximumHundredths: Hundredths, rows: z.array(CreditClaim) }),
  ),
  /** Records claims: an amount, `earned` for all that attendance allows, or null for none. More than earned is refused. */
  'credit.claim': method(
    'write',
    z.strictObject({
      activityId: Id,
      typeId: Id,
      enrolmentIds: z.array(Id).min(1).max(10_000),
      claimedHundredths: z.union([Hundredths, z.literal('earned'), z.null()]),
    }),
    /** `kept` of them have a claim that stays as it was: with `earned` nothing can be claimed for them now. */
    z.strictObject({ changed: z.int(), kept: z.int() }),
  ),

  /** What one person has claimed, by year and type, the latest year first. */
  'credit.ofPerson': method('read', z.strictObject({ personId: Id }), z.array(CreditOfYear)),
  /** Every claim of one person from one day to another, the latest first. */
  'credit.entries': method(
    'read',
    z.strictObject({ personId: Id, from: IsoDate, to: IsoDate }),
    z.array(CreditEntry),
  ),
  /** Years in which somebody has credit, the latest first, and what was claimed of each type in a time. */
  'credit.totals': method(
    'read',
    z.strictObject({ from: IsoDate, to: IsoDate, profession: Profession.nullable() }),
    z.strictObject({
      years: z.array(z.int()),
      totals: z.array(z.strictObject({ typeId: Id, hundredths: z.int(), people: z.int() })),
    }),
  ),
  /** Who has how much, by name or the most of one type first. */
  'credit.ledger': method(
    'read',
    LedgerFilter.extend({ ...Paged, mostOf: Id.nullable() }),
    z.strictObject({ rows: z.array(LedgerRow), next: z.string().nullable(), total: z.int() }),
  ),
  'credit.exportLedger': method('read', LedgerFilter, FileOutput),

  'credit.targets': method('read', Nothing, z.array(CreditTarget)),
  'credit.createTarget': method('write', CreditTargetContent, z.strictObject({ id: Id })),
  'credit.updateTarget': method('write', z.strictObject({ id: Id, content: CreditTargetContent }), Nothing),
  'credit.removeTarget': method('write', z.strictObject({ id: Id }), Nothing),
  /** The period of a target, and how many have met it. */
  'credit.period': method(
    'read',
    z.strictObject({ targetId: Id, period: z.int().min(-100).max(0) }),
    z.strictObject({
      from: IsoDate,
      to: IsoDate,
      /** Whether there is a period before this one. */
      earlier: z.boolean(),
      met: z.int(),
      short: z.int(),
    }),
  ),
  /** Who is short of a target and by how much, in the order of names. */
  'credit.standing': method(
    'read',
    StandingFilter.extend(Paged),
    z.strictObject({ rows: z.array(StandingRow), next: z.string().nullable(), total: z.int() }),
  ),
  'credit.exportStanding': method('read', StandingFilter, FileOutput),
} as const;

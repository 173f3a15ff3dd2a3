import { z } from 'zod';
import { CreditOfYear } from './credit.ts';
import { method } from './method.ts';
import { Id, Instant, Quarters } from './primitives.ts';

/** Credit of one type in one calendar year. Amounts are in hundredths of the type's unit. */
export const CreditInYear = CreditOfYear.extend({
  /** What certificates in force award of it; null for types that Rounds prints no certificate of. */
  awardedHundredths: z.int().nullable(),
});
export type CreditInYear = z.infer<typeof CreditInYear>;

/** One act that changed a person's record, with the fields that read otherwise after it. */
export const PersonAct = z.strictObject({
  changeId: Id,
  at: Instant,
  title: z.string(),
  how: z.enum(['hand', 'import', 'merge', 'undo', 'other']),
  reason: z.string().nullable(),
  fields: z.array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() })),
});
export type PersonAct = z.infer<typeof PersonAct>;

/** All that is on record of one person, the latest first in each part. */
export const PersonHistory = z.strictObject({
  id: Id,
  mergedFrom: z.array(z.strictObject({ id: Id, name: z.string() })),
  activities: z.array(
    z.strictObject({
      activityId: Id,
      title: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      /** Minutes that count for credit, of electives only what the rule asks. Null when no session has been marked. */
      minutesAttended: z.int().nullable(),
      minutesOffered: z.int(),
      assessmentPercent: z.number().nullable(),
      evaluationReturnedOn: z.string().nullable(),
      claimedQuarters: Quarters.nullable(),
      reflected: z.boolean(),
    }),
  ),
  credit: z.array(CreditInYear),
  certificates: z.array(
    z.strictObject({
      id: Id,
      number: z.string(),
      kind: z.enum(['cme', 'participation']),
      activityTitle: z.string(),
      name: z.string(),
      creditQuarters: Quarters,
      status: z.enum(['issued', 'superseded', 'revoked']),
      issuedAt: Instant,
    }),
  ),
  imports: z.array(
    z.strictObject({
      id: Id,
      kind: z.string(),
      fileName: z.string(),
      appliedAt: Instant,
      undone: z.boolean(),
    }),
  ),
  evidence: z.int(),
  pathways: z.int(),
  /** At most the latest 200. */
  acts: z.array(PersonAct),
});
export type PersonHistory = z.infer<typeof PersonHistory>;

export const peopleHistory = {
  /** All that is on record of one person, for one page. */
  'people.history': method('read', z.strictObject({ id: Id }), PersonHistory),
} as const;

import { z } from 'zod';
import { MERGE_FIELDS } from '../people/merge.ts';
import { method } from './method.ts';
import { Id, Instant, Nothing, Profession, StartedJob } from './primitives.ts';

/** A person as a pair of possible duplicates shows them. */
export const PersonInPair = z.strictObject({
  id: Id,
  name: z.string(),
  credentials: z.string(),
  profession: Profession,
  specialty: z.string(),
  email: z.string(),
  npi: z.string(),
  licences: z.string(),
  birthMonthDay: z.string(),
  activities: z.int(),
});
export type PersonInPair = z.infer<typeof PersonInPair>;

/** Two records that may be one person, with every reason, the strongest first; strength from 0 to 100. */
export const DuplicatePair = z.strictObject({
  one: PersonInPair,
  other: PersonInPair,
  strength: z.int(),
  reasons: z.array(z.string()),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/**
 * What `people.findDuplicates` ends with: the strongest pairs, how many there are in all, and how many records share a name so
 * common that they were compared with a part of the others only.
 */
export const DuplicatesFound = z.strictObject({
  people: z.int(),
  total: z.int(),
  partly: z.int(),
  pairs: z.array(DuplicatePair),
});
export type DuplicatesFound = z.infer<typeof DuplicatesFound>;

const Side = z.enum(['keep', 'other']);

/** Results of one activity that both records have and that differ; which of them stays. */
export const MergeResult = z.enum(['assessment', 'evaluation', 'claim']);
export type MergeResult = z.infer<typeof MergeResult>;

/** What becomes of one activity of the record that goes into the other. */
export const MergeActivity = z.strictObject({
  activityId: Id,
  title: z.string(),
  startsOn: z.string(),
  /** Only the other was enrolled and the enrolment moves, or both were and the two become one. */
  what: z.enum(['moves', 'united']),
  /** Sessions in which the minutes differ; the larger stay. */
  sessions: z.array(
    z.strictObject({
      title: z.string(),
      keep: z.int().nullable(),
      other: z.int().nullable(),
      stays: z.int(),
    }),
  ),
  /** Results that differ. `fixed` when a certificate in force rests on the one that stays, so that there is no choice. */
  results: z.array(
    z.strictObject({
      result: MergeResult,
      keep: z.string(),
      other: z.string(),
      choice: Side,
      fixed: z.boolean(),
    }),
  ),
  /** Claims of AMA PRA credit, in hundredths. */
  ama: z.strictObject({ keep: z.int().nullable(), other: z.int().nullable() }),
  /** Other credits that one or both have claimed, in hundredths; the larger stays unless chosen otherwise. */
  claims: z.array(
    z.strictObject({
      typeId: Id,
      name: z.string(),
      unitOne: z.string(),
      unitMany: z.string(),
      keep: z.int().nullable(),
      other: z.int().nullable(),
      /** Whether it never ends above the AMA PRA claim that stays. */
      followsAma: z.boolean(),
      stepHundredths: z.int(),
    }),
  ),
  /** Numbers of the certificates of both, in force or not; they stay as they are. */
  certificates: z.array(z.string()),
});
export type MergeActivity = z.infer<typeof MergeActivity>;

/** What a merge would do, before anything is written. */
export const MergePreview = z.strictObject({
  keep: PersonInPair,
  other: PersonInPair,
  /** What stands against it, one sentence each with the next step; empty when it can be done. */
  blocked: z.array(z.string()),
  /** Single-valued fields in which the two differ, and whose value stays unless chosen otherwise. */
  fields: z.array(
    z.strictObject({ field: z.enum(MERGE_FIELDS), keep: z.string(), other: z.string(), choice: Side }),
  ),
  activities: z.array(MergeActivity),
  moves: z.strictObject({
    evidence: z.int(),
    pathways: z.int(),
    reflections: z.int(),
    certificates: z.int(),
  }),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** Finding records of one person, telling people apart, and merging. */
export const peopleMerge = {
  /** Looks for records that may be one person. Ends with `DuplicatesFound`. */
  'people.findDuplicates': method('job', Nothing, StartedJob),
  /** Remembers that two people are not the same; the finder leaves them out from then on. */
  'people.markDifferent': method('write', z.strictObject({ oneId: Id, otherId: Id }), Nothing),
  /** Forgets that two people are not the same. */
  'people.unmarkDifferent': method('write', z.strictObject({ oneId: Id, otherId: Id }), Nothing),
  /** Pairs that are remembered as not the same, the latest first, at most 500. */
  'people.listDifferent': method(
    'read',
    Nothing,
    z.array(z.strictObject({ one: PersonInPair, other: PersonInPair, notedAt: Instant })),
  ),
  /** What merging the other record into the kept one would do. Writes nothing. */
  'people.mergePreview': method('read', z.strictObject({ keepId: Id, otherId: Id }), MergePreview),
  /**
   * Merges the other record into the kept one as one act, which can be undone. Choices left out take the fuller value; results
   * left out take the higher, for an evaluation the earlier; claims of other credits the larger.
   */
  'people.merge': method(
    'write',
    z.strictObject({
      keepId: Id,
      otherId: Id,
      choices: z.partialRecord(z.enum(MERGE_FIELDS), Side),
      results: z.array(z.strictObject({ activityId: Id, result: MergeResult, side: Side })).max(3_000),
      claims: z
        .array(z.strictObject({ activityId: Id, typeId: Id, side: Side }))
        .max(3_000)
        .default([]),
    }),
    z.strictObject({ id: Id }),
  ),
} as const;

import { z } from 'zod';
import { ShownLevel } from './learners.ts';
import { method } from './method.ts';
import { Domain, Id, IsoDate, Nothing, Paragraph } from './primitives.ts';

/** One confidence rating on the anchors of the competency's levels, before and after. */
export const Confidence = z.strictObject({
  code: z.string().min(1).max(8),
  before: ShownLevel,
  after: ShownLevel,
});
export type Confidence = z.infer<typeof Confidence>;

/** What a learner wrote after an activity. */
export const ReflectionContent = z.strictObject({
  writtenOn: IsoDate,
  /** What I will change. */
  change: Paragraph.max(4_000),
  commitment: Paragraph.max(4_000),
  followUpOn: IsoDate.nullable(),
  outcome: z.enum(['open', 'kept', 'partly', 'not kept']),
  followedUpOn: IsoDate.nullable(),
  confidence: z.array(Confidence).max(40),
});
export type ReflectionContent = z.infer<typeof ReflectionContent>;

export const ReflectionRow = z.strictObject({
  enrolmentId: Id,
  personId: Id,
  name: z.string(),
  credentials: z.string(),
  email: z.string(),
  reflection: ReflectionContent.nullable(),
});
export type ReflectionRow = z.infer<typeof ReflectionRow>;

/** Confidence of those who rated both before and after. */
export const ConfidenceSummary = z.strictObject({
  code: z.string(),
  name: z.string(),
  domain: Domain,
  answers: z.int(),
  meanBefore: z.number(),
  meanAfter: z.number(),
  raised: z.int(),
  lowered: z.int(),
});

export const ReflectionSummary = z.strictObject({
  enrolled: z.int(),
  returned: z.int(),
  commitments: z.int(),
  followUps: z.strictObject({
    due: z.int(),
    later: z.int(),
    kept: z.int(),
    partly: z.int(),
    notKept: z.int(),
  }),
  confidence: z.array(ConfidenceSummary),
});
export type ReflectionSummary = z.infer<typeof ReflectionSummary>;

export const reflections = {
  'reflections.list': method('read', z.strictObject({ activityId: Id }), z.array(ReflectionRow)),
  'reflections.record': method(
    'write',
    z.strictObject({ enrolmentId: Id, content: ReflectionContent }),
    Nothing,
  ),
  'reflections.remove': method('write', z.strictObject({ enrolmentId: Id }), Nothing),
  'reflections.summary': method('read', z.strictObject({ activityId: Id }), ReflectionSummary),
} as const;

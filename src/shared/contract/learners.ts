import { z } from 'zod';
import { method } from './method.ts';
import { CompetencyLevel } from './modules.ts';
import { Id, Instant, IsoDate, Line, Nothing, Reason } from './primitives.ts';

/** What a learner shows in a competency: 0 nothing yet, 1 aware, 2 apply, 3 lead. */
export const ShownLevel = z.union([z.literal(0), CompetencyLevel]);
export type ShownLevel = z.infer<typeof ShownLevel>;

/**
 * How a level came to be known, the weakest first. A self-rating counts to level 2 at most; an assessment or an observation
 * overrides it; `override` is the coordinator's own word, with a reason (reference/medical-ai-education.md 4.2).
 */
export const EVIDENCE_KINDS = ['self-rating', 'observation', 'assessment', 'override'] as const;
export const EvidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const Competence = z.string().min(1).max(8);

export const NewEvidence = z.strictObject({
  competencyCode: Competence,
  level: ShownLevel,
  kind: EvidenceKind,
  datedOn: IsoDate,
  /** Who rated or which test it was. */
  source: Line,
  /** Why; required for an override, otherwise empty. */
  reason: Line,
});
export type NewEvidence = z.infer<typeof NewEvidence>;

export const Evidence = NewEvidence.extend({ id: Id, recordedAt: Instant });
export type Evidence = z.infer<typeof Evidence>;

/** What counts as a learner's level today, and because of what. */
export const LearnerLevel = z.strictObject({
  competencyCode: z.string(),
  level: ShownLevel,
  /** `completion` is a module completed with a certificate, `reflection` a self-rating in a reflection; null when nothing is known. */
  basis: z.enum([...EVIDENCE_KINDS, 'completion', 'reflection']).nullable(),
  datedOn: IsoDate.nullable(),
  /** One sentence: where the level comes from and what was capped or overridden. */
  explanation: z.string(),
});
export type LearnerLevel = z.infer<typeof LearnerLevel>;

export const CompletedModule = z.strictObject({
  code: z.string(),
  title: z.string(),
  activityId: Id,
  activityTitle: z.string(),
  completedOn: IsoDate,
});
export type CompletedModule = z.infer<typeof CompletedModule>;

/** The group of learners with which a person counts. */
export const LearnerGroup = z.strictObject({
  /** A code of the catalogue, such as `radiology`; empty for none. */
  code: z.string(),
  /** The saved pathway in which it was chosen; null when it is assumed from profession and specialty. */
  pathwayId: Id.nullable(),
});
export type LearnerGroup = z.infer<typeof LearnerGroup>;

/** What learners show, and the evidence of it. */
export const learners = {
  /** What a learner shows today in every competency, with the evidence behind it. */
  'learners.levels': method(
    'read',
    z.strictObject({ personId: Id }),
    z.strictObject({
      levels: z.array(LearnerLevel),
      evidence: z.array(Evidence),
      completed: z.array(CompletedModule),
      group: LearnerGroup,
    }),
  ),
  'learners.recordEvidence': method(
    'write',
    z.strictObject({ personId: Id, evidence: z.array(NewEvidence).min(1).max(400) }),
    Nothing,
  ),
  'learners.removeEvidence': method('write', z.strictObject({ id: Id, reason: Reason }), Nothing),
} as const;

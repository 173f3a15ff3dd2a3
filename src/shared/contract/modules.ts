import { z } from 'zod';
import { method } from './method.ts';
import { Domain, Id, IsoDate, LearningFormat, Line, Nothing, Paragraph, RequiredLine } from './primitives.ts';

/** 1 aware, 2 apply, 3 lead (reference/medical-ai-education.md 2). */
export const CompetencyLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type CompetencyLevel = z.infer<typeof CompetencyLevel>;

export const Competency = z.strictObject({
  code: z.string(),
  domain: Domain,
  name: z.string(),
  description: z.string(),
  levels: z.tuple([z.string(), z.string(), z.string()]),
  provenance: z.array(z.string()),
  /** From this level on, only a module of the learner's own specialty counts; null when any module does. */
  specialtyBoundLevel: z.int().nullable(),
});
export type Competency = z.infer<typeof Competency>;

/** Competency code → level that learners are to reach. */
export const Targets = z.record(z.string().max(8), CompetencyLevel);
export type Targets = z.infer<typeof Targets>;

/** A source that a module rests on. */
export const Reference = z.strictObject({
  key: z.string().max(60),
  citation: z.string().max(1_000),
  identifier: z.string().max(300),
  url: z.string().max(500).nullable(),
  confidence: z.string().max(60),
});
export type Reference = z.infer<typeof Reference>;

export const Track = z.enum(['foundation', 'practitioner', 'leader']);
export const ModuleCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/);

/**
 * What an assessment shows, on the levels of Moore's outcomes framework (Moore 2009): 3A knows, 3B knows how, 4 shows how,
 * 5 does in practice. Null when a module is not assessed.
 */
export const MOORE_LEVELS = ['1', '2', '3A', '3B', '4', '5', '6', '7'] as const;
export const MooreLevel = z.enum(MOORE_LEVELS);
export type MooreLevel = z.infer<typeof MooreLevel>;

/** One use of an AI tool in making a module, and who looked at what it produced. */
export const AiUse = z.strictObject({
  tool: RequiredLine,
  version: Line,
  usedOn: IsoDate,
  /** What it was used for, such as `first draft of the case stems`. */
  task: RequiredLine,
  /** The person who reviewed the result; empty while nobody has. */
  reviewer: Line,
});
export type AiUse = z.infer<typeof AiUse>;

/** What the coordinator writes about a module. */
export const ModuleContent = z.strictObject({
  code: ModuleCode,
  title: RequiredLine,
  domain: Domain,
  track: Track,
  /** How it is taught, such as `self_paced` or `workshop`. */
  format: RequiredLine,
  amaLearningFormat: LearningFormat,
  minutes: z.int().min(5).max(2_400),
  description: Paragraph,
  objectives: z.array(RequiredLine).max(12),
  /** Groups of learners that may take it, as codes; empty is everyone. */
  audience: z.array(RequiredLine).max(40),
  /** Specialties that it is made for, as codes; empty for none in particular. */
  specialtyFocus: z.array(RequiredLine).max(40),
  prerequisites: z.array(ModuleCode).max(30),
  competencies: z.array(z.strictObject({ code: z.string().max(8), level: CompetencyLevel })).max(40),
  assessmentMethod: Line,
  assessmentStandard: Line,
  mooreLevel: MooreLevel.nullable(),
  references: z.array(Reference).max(60),
  lastReviewed: IsoDate.nullable(),
  reviewBy: IsoDate.nullable(),
  aiUses: z.array(AiUse).max(100),
});
export type ModuleContent = z.infer<typeof ModuleContent>;

export const Module = ModuleContent.extend({
  id: Id,
  origin: z.enum(['catalogue', 'own']),
  edited: z.boolean(),
  retired: z.boolean(),
});
export type Module = z.infer<typeof Module>;

/** Everything that holds a module. What is used is retired, never removed. */
export const ModuleUsage = z.strictObject({
  /** Drafts; `archived` is one that was removed from the list while its versions stay. */
  curricula: z.array(z.strictObject({ id: Id, title: z.string(), archived: z.boolean() })),
  versions: z.array(
    z.strictObject({
      id: Id,
      curriculumId: Id,
      title: z.string(),
      number: z.int(),
      activities: z.int(),
      /** Whether its curriculum was removed from the list. */
      archived: z.boolean(),
    }),
  ),
  requiredBy: z.array(z.strictObject({ id: Id, code: z.string(), title: z.string() })),
  /** Saved pathways that hold it. */
  pathways: z.int(),
});
export type ModuleUsage = z.infer<typeof ModuleUsage>;

/** What a change of many modules at once may touch; what is left out stays as it is. */
export const ModulePatch = z
  .strictObject({
    domain: Domain.optional(),
    track: Track.optional(),
    format: RequiredLine.optional(),
    amaLearningFormat: LearningFormat.optional(),
    addAudience: z.array(RequiredLine).max(40).optional(),
    removeAudience: z.array(RequiredLine).max(40).optional(),
    lastReviewed: IsoDate.nullable().optional(),
    /** A day, none, or `usual`: six or twelve months after the last review, as the module's subject asks. */
    reviewBy: z
      .union([IsoDate, z.literal('usual')])
      .nullable()
      .optional(),
    retired: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'say what is to be changed');
export type ModulePatch = z.infer<typeof ModulePatch>;

export const modules = {
  'competencies.list': method('read', Nothing, z.array(Competency)),
  'modules.list': method('read', Nothing, z.array(Module)),
  'modules.create': method('write', ModuleContent, z.strictObject({ id: Id })),
  'modules.update': method('write', z.strictObject({ id: Id, content: ModuleContent }), Nothing),
  /** Changes many at once, all or none. @see ModulePatch */
  'modules.updateMany': method(
    'write',
    z.strictObject({ ids: z.array(Id).min(1).max(10_000), patch: ModulePatch }),
    z.strictObject({ changed: z.int() }),
  ),
  /** Copies a module under a code of its own; the copy belongs to the office. */
  'modules.duplicate': method(
    'write',
    z.strictObject({ id: Id, code: ModuleCode, title: RequiredLine }),
    z.strictObject({ id: Id }),
  ),
  /** Takes a module out of the library; drafts and versions that hold it keep it. */
  'modules.retire': method('write', z.strictObject({ id: Id, retired: z.boolean() }), Nothing),
  /** Removes a module of the office's own that nothing holds. Undoable. */
  'modules.remove': method('write', z.strictObject({ id: Id }), Nothing),
  'modules.usage': method('read', z.strictObject({ id: Id }), ModuleUsage),
  /** Ids of the modules that anything holds. */
  'modules.used': method('read', Nothing, z.array(Id)),
} as const;

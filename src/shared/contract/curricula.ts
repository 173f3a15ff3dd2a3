import { z } from 'zod';
import { method } from './method.ts';
import {
  Domain,
  FileOutput,
  Id,
  Instant,
  IsoDate,
  LearningFormat,
  Line,
  Nothing,
  Paragraph,
  Quarters,
  RequiredLine,
} from './primitives.ts';

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
  specialtyBoundLevel: z.int().nullable(),
});
export type Competency = z.infer<typeof Competency>;

/** A source that a module rests on. */
export const Reference = z.strictObject({
  key: z.string().max(60),
  citation: z.string().max(1_000),
  identifier: z.string().max(300),
  url: z.string().max(500).nullable(),
  confidence: z.string().max(60),
});

export const Track = z.enum(['foundation', 'practitioner', 'leader']);
export const ModuleCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/);

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
  audience: z.array(RequiredLine).max(40),
  specialtyFocus: z.array(RequiredLine).max(40),
  prerequisites: z.array(ModuleCode).max(30),
  competencies: z.array(z.strictObject({ code: z.string().max(8), level: CompetencyLevel })).max(40),
  assessmentMethod: Line,
  assessmentStandard: Line,
  references: z.array(Reference).max(60),
  lastReviewed: IsoDate.nullable(),
  reviewBy: IsoDate.nullable(),
});
export type ModuleContent = z.infer<typeof ModuleContent>;

export const Module = ModuleContent.extend({
  id: Id,
  origin: z.enum(['catalogue', 'own']),
  edited: z.boolean(),
  retired: z.boolean(),
});
export type Module = z.infer<typeof Module>;

/** Competency code → level that the curriculum wants its learners to reach. */
export const Targets = z.record(z.string().max(8), CompetencyLevel);

export const Template = z.strictObject({
  code: z.string(),
  title: z.string(),
  pillar: z.string(),
  description: z.string(),
  audience: z.array(z.string()),
  delivery: z.string(),
  award: z.string(),
  moduleCodes: z.array(z.string()),
  electiveCodes: z.array(z.string()),
  /** For a specialty pathway: the modules from which one is chosen. */
  specialtyChoices: z.array(z.string()),
  targets: Targets,
  minutes: z.int(),
  creditQuarters: Quarters,
});
export type Template = z.infer<typeof Template>;

export const CurriculumSummary = z.strictObject({
  id: Id,
  title: z.string(),
  modules: z.int(),
  minutes: z.int(),
  creditQuarters: Quarters,
  /** Minutes by domain, in the order foundations, clinical, implementation, governance. */
  domainMinutes: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  latestVersion: z.int().nullable(),
  /** True when the draft differs from the latest version. */
  changedSinceVersion: z.boolean(),
  updatedAt: Instant,
});
export type CurriculumSummary = z.infer<typeof CurriculumSummary>;

export const VersionSummary = z.strictObject({
  id: Id,
  curriculumId: Id,
  number: z.int(),
  title: z.string(),
  modules: z.int(),
  minutes: z.int(),
  creditQuarters: Quarters,
  publishedAt: Instant,
  activities: z.int(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const CurriculumContent = z.strictObject({
  title: RequiredLine,
  description: Paragraph,
  audience: Paragraph,
  delivery: Line,
  award: Line,
  /** Modules in teaching order, each at most once. */
  moduleIds: z.array(Id).max(300),
  targets: Targets,
});
export type CurriculumContent = z.infer<typeof CurriculumContent>;

export const Curriculum = CurriculumContent.extend({
  id: Id,
  templateCode: z.string().nullable(),
  updatedAt: Instant,
  versions: z.array(VersionSummary),
});
export type Curriculum = z.infer<typeof Curriculum>;

/** A published version: a frozen copy of everything the syllabus and the activities need. */
export const CurriculumVersion = VersionSummary.extend({
  description: z.string(),
  audience: z.string(),
  delivery: z.string(),
  award: z.string(),
  targets: Targets,
  content: z.array(Module),
  competencies: z.array(Competency),
});
export type CurriculumVersion = z.infer<typeof CurriculumVersion>;

export const curricula = {
  'competencies.list': method('read', Nothing, z.array(Competency)),
  'modules.list': method('read', Nothing, z.array(Module)),
  'modules.create': method('write', ModuleContent, z.strictObject({ id: Id })),
  'modules.update': method('write', z.strictObject({ id: Id, content: ModuleContent }), Nothing),
  /** Takes a module out of the library; drafts and versions that hold it keep it. */
  'modules.retire': method('write', z.strictObject({ id: Id, retired: z.boolean() }), Nothing),
  'templates.list': method('read', Nothing, z.array(Template)),
  'curricula.list': method('read', Nothing, z.array(CurriculumSummary)),
  'curricula.get': method('read', z.strictObject({ id: Id }), Curriculum),
  'curricula.create': method(
    'write',
    z.strictObject({
      title: RequiredLine,
      templateCode: z.string().max(20).nullable(),
      specialtyModule: ModuleCode.nullable(),
    }),
    z.strictObject({ id: Id }),
  ),
  'curricula.update': method('write', z.strictObject({ id: Id, content: CurriculumContent }), Nothing),
  'curricula.duplicate': method(
    'write',
    z.strictObject({ id: Id, title: RequiredLine }),
    z.strictObject({ id: Id }),
  ),
  /** Removes a draft that has no version; one with versions is archived out of the list. Undoable. */
  'curricula.remove': method('write', z.strictObject({ id: Id }), Nothing),
  'curricula.publish': method(
    'write',
    z.strictObject({ id: Id }),
    z.strictObject({ versionId: Id, number: z.int() }),
  ),
  'versions.list': method('read', Nothing, z.array(VersionSummary)),
  'versions.get': method('read', z.strictObject({ versionId: Id }), CurriculumVersion),
  'versions.syllabus': method('read', z.strictObject({ versionId: Id }), FileOutput),
} as const;

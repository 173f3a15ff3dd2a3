import { z } from 'zod';
import { method } from './method.ts';
import { Competency, Module, ModuleCode, Targets } from './modules.ts';
import {
  Domain,
  FileOutput,
  Id,
  Instant,
  IsoDate,
  Line,
  Nothing,
  Paragraph,
  Quarters,
  RequiredLine,
} from './primitives.ts';

/** Kinds of pathway that the field offers (reference/medical-ai-education.md 3, templates); null is a curriculum of no kind. */
export const PATHWAY_KINDS = [
  'specialization',
  'certification',
  'extension',
  'executive',
  'bridge',
  'precision',
] as const;
export const PathwayKind = z.enum(PATHWAY_KINDS);
export type PathwayKind = z.infer<typeof PathwayKind>;

const Note = Paragraph.max(2_000);
/** Name of a section or group inside one outline: it stays when things move. */
const ItemKey = z.string().regex(/^[a-z0-9]{1,16}$/);

/** A module in its place. */
const entry = {
  moduleId: Id,
  note: Note,
  /** Week of the schedule, from 1, in which it is taught; null where the schedule decides. */
  week: z.int().min(1).max(104).nullable(),
};
export const OutlineEntry = z.strictObject(entry);
export type OutlineEntry = z.infer<typeof OutlineEntry>;

/** How much of a group of electives a learner takes: any `atLeast` of them, or as many as give the credit. */
export const ElectiveRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('count'), atLeast: z.int().min(1).max(60) }),
  z.strictObject({ by: z.literal('credit'), quarters: z.int().min(1).max(4_000) }),
]);
export type ElectiveRule = z.infer<typeof ElectiveRule>;

/** One line of an outline. A section heads everything down to the next section. */
export const OutlineItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), key: ItemKey, title: RequiredLine, note: Note }),
  z.strictObject({ kind: z.literal('module'), ...entry }),
  z.strictObject({
    kind: z.literal('electives'),
    key: ItemKey,
    title: RequiredLine,
    note: Note,
    rule: ElectiveRule,
    options: z.array(OutlineEntry).max(60),
  }),
]);
export type OutlineItem = z.infer<typeof OutlineItem>;

const MinuteRange = z.strictObject({
  min: z.int().min(0).max(100_000).nullable(),
  max: z.int().min(0).max(100_000).nullable(),
});

/** What a curriculum is held to; null or empty where nothing is asked. */
export const Constraints = z.strictObject({
  minutes: MinuteRange,
  /** Credit in quarter-hours. */
  quarters: z.strictObject({ min: Quarters.nullable(), max: Quarters.nullable() }),
  domainMinutes: z.partialRecord(Domain, MinuteRange),
  /** Domains that must have at least one required module. */
  requiredDomains: z.array(Domain).max(4),
  /** Whether a module made for a specialty must be part of it. */
  specialtyModule: z.boolean(),
});
export type Constraints = z.infer<typeof Constraints>;

/** When the curriculum is taught: its first day and over how many weeks; null while that is open. */
export const Schedule = z.strictObject({
  startsOn: IsoDate.nullable(),
  weeks: z.int().min(1).max(104).nullable(),
});
export type Schedule = z.infer<typeof Schedule>;

export const Template = z.strictObject({
  code: z.string(),
  title: z.string(),
  pillar: z.string(),
  kind: PathwayKind,
  description: z.string(),
  audience: z.array(z.string()),
  delivery: z.string(),
  award: z.string(),
  moduleCodes: z.array(z.string()),
  electives: z.array(z.strictObject({ atLeast: z.int(), moduleCodes: z.array(z.string()) })),
  /** For a specialty pathway: the modules from which one is chosen. */
  specialtyChoices: z.array(z.string()),
  targets: Targets,
  constraints: Constraints,
  /** Least minutes and credit of a learner who takes what is required and the shortest electives. */
  minutes: z.int(),
  creditQuarters: Quarters,
});
export type Template = z.infer<typeof Template>;

/** How many modules every learner takes, and what each group of electives asks of how many. */
export const ModuleCounts = z.strictObject({
  required: z.int(),
  electives: z.array(z.strictObject({ rule: ElectiveRule, options: z.int() })).readonly(),
});

export const CurriculumSummary = z.strictObject({
  id: Id,
  title: z.string(),
  kind: PathwayKind.nullable(),
  modules: z.int(),
  counts: ModuleCounts,
  /** Least minutes and credit: what is required and the shortest electives. */
  minutes: z.int(),
  creditQuarters: Quarters,
  /** The same with the longest electives that the rules ask for; equal when there are none. */
  mostMinutes: z.int(),
  mostCreditQuarters: Quarters,
  /** Least minutes of a learner by domain, in the order foundations, clinical, implementation, governance. */
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
  counts: ModuleCounts,
  /** Least minutes and credit: what is required and the shortest electives. */
  minutes: z.int(),
  creditQuarters: Quarters,
  /** The same with the longest electives that the rules ask for; equal when there are none. */
  mostMinutes: z.int(),
  mostCreditQuarters: Quarters,
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
  kind: PathwayKind.nullable(),
  /** Sections, modules and groups of electives in teaching order; each module at most once. */
  items: z.array(OutlineItem).max(400),
  targets: Targets,
  constraints: Constraints,
  schedule: Schedule,
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
  kind: PathwayKind.nullable(),
  items: z.array(OutlineItem),
  targets: Targets,
  constraints: Constraints,
  schedule: Schedule,
  /** Every module of the outline as it read then, in its order, electives too. */
  content: z.array(Module),
  competencies: z.array(Competency),
});
export type CurriculumVersion = z.infer<typeof CurriculumVersion>;

/** An activity and the people in it, as a cohort of a version. */
export const Cohort = z.strictObject({
  versionId: Id,
  versionNumber: z.int(),
  activityId: Id,
  title: z.string(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  enrolled: z.int(),
  /** People who hold a certificate in force. */
  certified: z.int(),
});
export type Cohort = z.infer<typeof Cohort>;

export const curricula = {
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
  /** Starts a curriculum with the outline, targets and constraints of a published version: "copy last year's". */
  'curricula.copyVersion': method(
    'write',
    z.strictObject({ versionId: Id, title: RequiredLine }),
    z.strictObject({ id: Id }),
  ),
  /** Removes a draft that has no version; one with versions is archived out of the list. Undoable. */
  'curricula.remove': method('write', z.strictObject({ id: Id }), Nothing),
  'curricula.publish': method(
    'write',
    z.strictObject({ id: Id }),
    z.strictObject({ versionId: Id, number: z.int() }),
  ),
  /** The syllabus of the draft as it is saved, marked as a draft on every page. */
  'curricula.syllabus': method('read', z.strictObject({ id: Id }), FileOutput),
  'versions.list': method('read', Nothing, z.array(VersionSummary)),
  'versions.get': method('read', z.strictObject({ versionId: Id }), CurriculumVersion),
  /** Activities that were or are taught on each version of a curriculum, the latest first. */
  'versions.cohorts': method('read', z.strictObject({ curriculumId: Id }), z.array(Cohort)),
  'versions.syllabus': method('read', z.strictObject({ versionId: Id }), FileOutput),
  /** The version on one page. */
  'versions.overview': method('read', z.strictObject({ versionId: Id }), FileOutput),
} as const;

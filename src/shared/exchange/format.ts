import { z } from 'zod';
import { CurriculumContent, ElectiveRule, OutlineEntry, OutlineItem } from '../contract/curricula.ts';
import { Competency, ModuleCode, ModuleContent } from '../contract/modules.ts';
import { Instant } from '../contract/primitives.ts';
import { NO_CONSTRAINTS, NO_SCHEDULE } from '../curricula/outline.ts';

/** What the first field of every exchange file says. */
export const EXCHANGE_FORMAT = 'rounds-curriculum';
/** The version of the form that this program writes and reads. */
export const EXCHANGE_VERSION = 1;
/** Modules and curricula of one file together. */
export const MOST_ROWS = 50_000;
/** Modules of one library; beyond it lists and insight would no longer feel instant. */
export const MOST_MODULES = 10_000;

const content = ModuleContent.shape;

/**
 * A module of a file: the contract's content. What is left out stays as it is in a library that knows the code; a new module
 * needs title, domain, track, format and minutes, and has nothing of the rest.
 */
export const ExchangeModule = z.strictObject({
  code: ModuleCode.describe('What names the module: a module of the library with this code is changed.'),
  title: content.title.optional().describe('Needed for a new module.'),
  domain: content.domain.optional().describe('Needed for a new module.'),
  track: content.track.optional().describe('Needed for a new module.'),
  format: content.format
    .optional()
    .describe('How it is taught, such as self_paced or workshop. Needed for a new module.'),
  amaLearningFormat: content.amaLearningFormat
    .optional()
    .describe('Left out of a new module: the one under which its format is usually designated.'),
  minutes: content.minutes.optional().describe('Needed for a new module.'),
  description: content.description.optional(),
  objectives: content.objectives.optional(),
  audience: content.audience
    .optional()
    .describe('Groups of learners that may take it, as codes such as primary_care; empty is everyone.'),
  specialtyFocus: content.specialtyFocus.optional(),
  prerequisites: content.prerequisites
    .optional()
    .describe('Codes of modules in this file or in the library.'),
  competencies: content.competencies.optional().describe('1 aware, 2 apply, 3 lead.'),
  assessmentMethod: content.assessmentMethod.optional(),
  assessmentStandard: content.assessmentStandard.optional(),
  mooreLevel: content.mooreLevel
    .optional()
    .describe('What the assessment shows, on the levels of Moore’s outcomes framework.'),
  references: content.references.optional(),
  lastReviewed: content.lastReviewed.optional(),
  reviewBy: content.reviewBy.optional(),
  aiUses: content.aiUses.optional(),
});
/** A module of a file, as it was read. */
export type ExchangeModule = z.infer<typeof ExchangeModule>;

const place = {
  module: ModuleCode.describe('Code of a module in this file or in the library.'),
  note: OutlineEntry.shape.note.default(''),
  week: OutlineEntry.shape.week.default(null),
};
const [section, , electives] = OutlineItem.options;

/** A line of an outline, with the module's code in the place of its id. */
export const ExchangeItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('section'),
    key: section.shape.key.optional(),
    title: section.shape.title,
    note: section.shape.note.default(''),
  }),
  z.strictObject({ kind: z.literal('module'), ...place }),
  z.strictObject({
    kind: z.literal('electives'),
    key: electives.shape.key.optional(),
    title: electives.shape.title,
    note: electives.shape.note.default(''),
    rule: ElectiveRule,
    options: z.array(z.strictObject(place)).max(60),
  }),
]);
/** A line of an outline, as it was read. */
export type ExchangeItem = z.infer<typeof ExchangeItem>;

const draft = CurriculumContent.shape;

/** A curriculum of a file; it becomes a draft of its own. */
export const ExchangeCurriculum = z.strictObject({
  title: draft.title,
  description: draft.description.default(''),
  audience: draft.audience.default(''),
  delivery: draft.delivery.default(''),
  award: draft.award.default(''),
  kind: draft.kind.default(null),
  items: z.array(ExchangeItem).max(400).default([]),
  targets: draft.targets.default({}),
  constraints: draft.constraints.default(NO_CONSTRAINTS),
  schedule: draft.schedule.default(NO_SCHEDULE),
});
/** A curriculum of a file, as it was read; what the file leaves out is filled in. */
export type ExchangeCurriculum = z.infer<typeof ExchangeCurriculum>;

/** A whole exchange file. */
export const ExchangeFile = z.strictObject({
  $schema: z.string().max(500).optional(),
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  exportedAt: Instant.optional(),
  competencies: z
    .array(Competency)
    .max(500)
    .optional()
    .describe('What the codes mean. They are compared with the framework of the library, never imported.'),
  modules: z.array(ExchangeModule).max(MOST_ROWS).optional(),
  curricula: z.array(ExchangeCurriculum).max(MOST_ROWS).optional(),
});
/** A whole exchange file, as it was read. */
export type ExchangeFile = z.infer<typeof ExchangeFile>;

/** The published JSON Schema (2020-12) of an exchange file, as it stands in `resources/schema`. */
export function exchangeSchema(): object {
  const schema = z.toJSONSchema(ExchangeFile, { io: 'input', target: 'draft-2020-12' });
  return { ...schema, $id: 'urn:rounds:curriculum:1', title: 'Rounds: modules and curricula, version 1' };
}

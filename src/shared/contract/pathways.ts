import { z } from 'zod';
import { LearnerGroup, LearnerLevel } from './learners.ts';
import { method } from './method.ts';
import { CompetencyLevel, Targets } from './modules.ts';
import { PathwayAnswer } from './pathway-answer.ts';
import { PathwayRequest } from './pathway-request.ts';
import {
  Domain,
  FileOutput,
  Id,
  Instant,
  Nothing,
  Profession,
  Quarters,
  RequiredLine,
} from './primitives.ts';

/** Levels that an answer was computed from: a saved pathway keeps them. */
export const LevelsUsed = z.array(LearnerLevel);

export const SavedPathway = z.strictObject({
  id: Id,
  personId: Id,
  personName: z.string(),
  title: z.string(),
  request: PathwayRequest,
  answer: PathwayAnswer,
  levels: LevelsUsed,
  savedAt: Instant,
});
export type SavedPathway = z.infer<typeof SavedPathway>;

/** One way to close gaps of a whole group. */
export const CohortSet = z.strictObject({
  modules: z.array(
    z.strictObject({ code: z.string(), title: z.string(), minutes: z.int(), added: z.boolean() }),
  ),
  minutes: z.int(),
  gapsClosed: z.int(),
});

export const CohortGaps = z.strictObject({
  people: z.int(),
  /** Person × target pairs that are not met. */
  gaps: z.int(),
  competencies: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      domain: Domain,
      target: CompetencyLevel,
      /** How many people stand at level 0, 1, 2 and 3. */
      atLevel: z.tuple([z.int(), z.int(), z.int(), z.int()]),
      below: z.int(),
    }),
  ),
  learners: z.array(
    z.strictObject({
      personId: Id,
      name: z.string(),
      profession: Profession,
      specialty: z.string(),
      group: LearnerGroup,
      /** Competency codes of the targets that are not met. */
      gaps: z.array(z.string()),
      /** Whether any evidence is on record at all. */
      known: z.boolean(),
    }),
  ),
  /** The best 1, 2, 3 … modules, each with the prerequisites that come with it, until more closes nothing more. */
  sets: z.array(CohortSet),
  /** False when the search for them took longer than it may; the counts stand all the same. */
  searched: z.boolean(),
  /** Gaps that no module of the library can close for the people who have them. */
  unreachable: z.int(),
});
export type CohortGaps = z.infer<typeof CohortGaps>;

export const pathways = {
  /** Computes a pathway. Deterministic: same request and levels, same answer. `answerId` is kept for `pathways.save`. */
  'pathways.solve': method(
    'read',
    z.strictObject({ personId: Id, request: PathwayRequest }),
    z.strictObject({ answerId: z.string(), answer: PathwayAnswer }),
  ),
  /** Stops a search that runs; the call that started it answers `pathways/cancelled`. */
  'pathways.cancel': method('read', z.strictObject({ personId: Id }), Nothing),
  /** Keeps an answer with its request and the levels that it rests on. */
  'pathways.save': method(
    'write',
    z.strictObject({ answerId: z.string().max(64), title: RequiredLine }),
    z.strictObject({ id: Id }),
  ),
  'pathways.list': method(
    'read',
    z.strictObject({ personId: Id }),
    z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        savedAt: Instant,
        modules: z.int(),
        minutes: z.int(),
        creditQuarters: Quarters,
      }),
    ),
  ),
  'pathways.get': method('read', z.strictObject({ id: Id }), SavedPathway),
  'pathways.remove': method('write', z.strictObject({ id: Id }), Nothing),
  /** The saved pathway on one page. */
  'pathways.print': method('read', z.strictObject({ id: Id }), FileOutput),
  /** Gaps of everyone enrolled in an activity against targets, and the modules that close most of them. */
  'pathways.cohort': method('read', z.strictObject({ activityId: Id, targets: Targets }), CohortGaps),
} as const;

import { z } from 'zod';
import { method } from './method.ts';
import { CompetencyLevel, ModuleCode, Targets } from './modules.ts';
import {
  Domain,
  FileOutput,
  Id,
  Instant,
  IsoDate,
  Line,
  Nothing,
  Profession,
  Quarters,
  Reason,
  RequiredLine,
} from './primitives.ts';

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

/** A module that the coordinator put in or out by hand, and why: both are part of the record. */
export const ByHand = z.strictObject({ code: ModuleCode, reason: RequiredLine });
export type ByHand = z.infer<typeof ByHand>;

/** What a pathway is asked for. */
export const PathwayRequest = z.strictObject({
  /** Group of learners as modules name their audience, such as `radiology`; empty for none. */
  specialty: Line,
  /** A second group whose topics matter to this learner; empty for none. Counts for relevance, not for admission. */
  practiceArea: Line,
  targets: Targets,
  /** Credit wanted, in quarter-hours; 0 asks for none. */
  creditQuarters: Quarters,
  maximumMinutes: z.int().min(0).max(100_000).nullable(),
  domainMinutes: z.partialRecord(
    Domain,
    z.strictObject({
      min: z.int().min(0).max(100_000).nullable(),
      max: z.int().min(0).max(100_000).nullable(),
    }),
  ),
  include: z.array(ByHand).max(300),
  exclude: z.array(ByHand).max(300),
  /** Modules counted as known although nothing on record shows it: their dependents need them no more. */
  waived: z.array(ByHand).max(300),
});
export type PathwayRequest = z.infer<typeof PathwayRequest>;

/** One requirement of a request in words, such as `C2 at level 3` or `at most 2 h`. */
export const Requirement = z.strictObject({
  kind: z.enum([
    'target',
    'credit',
    'maximum-minutes',
    'domain-minimum',
    'domain-maximum',
    'include',
    'exclude',
  ]),
  /** Competency, domain or module code that it is about; empty for the whole. */
  about: z.string(),
  text: z.string(),
});
export type Requirement = z.infer<typeof Requirement>;

/** A requirement that cannot hold together with others. */
export const ConflictMember = Requirement.extend({
  /** What is not plain from the requirement itself, such as that the library has no module for it; may be empty. */
  note: z.string(),
  /** Whether everything else that is asked for can be met once this is given up; null when that was not proven in time. */
  settles: z.boolean().nullable(),
});
export type ConflictMember = z.infer<typeof ConflictMember>;

/** Words of an answer that an earlier version of the program saved: it kept sentences. */
const Sentence = z.strictObject({ kind: z.literal('sentence'), sentence: z.string() });

function fromSentence(value: unknown): unknown {
  return typeof value === 'string' ? { kind: 'sentence', sentence: value } : value;
}

/** What would break without a chosen module. `reasonWords` says it. */
export const StepReason = z.preprocess(
  fromSentence,
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('target'),
      competencyCode: z.string(),
      name: z.string(),
      level: CompetencyLevel,
    }),
    z.strictObject({ kind: z.literal('credit'), leftQuarters: Quarters, wantedQuarters: Quarters }),
    z.strictObject({
      kind: z.literal('domain-minimum'),
      domain: Domain,
      leftMinutes: z.int(),
      wantedMinutes: z.int(),
    }),
    z.strictObject({ kind: z.literal('include'), reason: z.string() }),
    /** It comes before these, which need it. */
    z.strictObject({ kind: z.literal('prerequisite'), before: z.array(z.string()).min(1) }),
    Sentence,
  ]),
);
export type StepReason = z.infer<typeof StepReason>;

/** A chosen module, in the order in which it is taken. */
export const PathwayStep = z.strictObject({
  code: z.string(),
  title: z.string(),
  domain: Domain,
  minutes: z.int(),
  /** 2 made for the specialty, 1 named in the audience, 0 general. */
  relevance: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  reasons: z.array(StepReason).min(1),
  prerequisites: z.array(z.string()),
});
export type PathwayStep = z.infer<typeof PathwayStep>;

/** Why a module that is needed first cannot be had. */
export const Obstacle = z.enum(['not-in-library', 'retired', 'left-out', 'not-for-group', 'itself-cut-off']);
export type Obstacle = z.infer<typeof Obstacle>;

/** Why a module is not in the pathway. `skippedWords` says it. */
export const SkipReason = z.preprocess(
  fromSentence,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('left-out'), reason: z.string() }),
    z.strictObject({ kind: z.literal('retired') }),
    z.strictObject({ kind: z.literal('already-shown') }),
    z.strictObject({ kind: z.literal('completed'), completedOn: IsoDate }),
    /** Made for these groups, and the request names none. */
    z.strictObject({ kind: z.literal('no-group'), groups: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('other-group'), audience: z.array(z.string()), specialty: z.string() }),
    z.strictObject({ kind: z.literal('cut-off'), needs: z.string(), obstacle: Obstacle }),
    z.strictObject({ kind: z.literal('bound'), competencyCode: z.string(), level: CompetencyLevel }),
    z.strictObject({
      kind: z.literal('lower'),
      competencyCode: z.string(),
      gives: ShownLevel,
      wanted: CompetencyLevel,
    }),
    z.strictObject({ kind: z.literal('not-asked') }),
    /** Everything is met without it; what taking it as well would add, with what it needs. */
    z.strictObject({
      kind: z.literal('not-needed'),
      nothingAsked: z.boolean(),
      addsMinutes: z.int(),
      withOthers: z.boolean(),
      budget: z.strictObject({ overMinutes: z.int(), allowedMinutes: z.int() }).nullable(),
    }),
    Sentence,
  ]),
);
export type SkipReason = z.infer<typeof SkipReason>;

export const SkippedModule = z.preprocess(
  // As an earlier version saved it.
  (value) =>
    typeof value === 'object' && value !== null && 'reason' in value && 'code' in value && 'title' in value
      ? { code: value.code, title: value.title, why: value.reason, forTargets: false }
      : value,
  z.strictObject({
    code: z.string(),
    title: z.string(),
    why: SkipReason,
    /** Whether it gives a target its level, or is needed by a module that does: without the reason it could have been taken. */
    forTargets: z.boolean(),
  }),
);
export type SkippedModule = z.infer<typeof SkippedModule>;

/** What the coordinator should look at. `warningWords` says it. */
export const PathwayWarning = z.preprocess(
  fromSentence,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('no-group') }),
    z.strictObject({ kind: z.literal('self-rated'), competencyCodes: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('old-evidence'), competencyCodes: z.array(z.string()), years: z.int() }),
    z.strictObject({
      kind: z.literal('other-domain'),
      competencyCode: z.string(),
      level: CompetencyLevel,
      by: z.array(z.string()),
    }),
    z.strictObject({ kind: z.literal('waived'), code: z.string(), reason: z.string() }),
    z.strictObject({
      kind: z.literal('put-in'),
      code: z.string(),
      audience: z.array(z.string()),
      specialty: z.string(),
    }),
    /** Completed before and taken again, because less is shown now in these. */
    z.strictObject({ kind: z.literal('taken-again'), code: z.string(), lost: z.array(z.string()) }),
    Sentence,
  ]),
);
export type PathwayWarning = z.infer<typeof PathwayWarning>;

export const TargetLine = z.strictObject({
  competencyCode: z.string(),
  name: z.string(),
  current: ShownLevel,
  target: CompetencyLevel,
  reached: ShownLevel,
  /** Codes of the chosen modules that give the target level. */
  by: z.array(z.string()),
  /** Whether it is met only by modules of another domain than its own: worth a look. */
  otherDomain: z.boolean(),
});
export type TargetLine = z.infer<typeof TargetLine>;

/** The answer to a request: a pathway, or a smallest set of requirements that cannot hold together. */
export const PathwayAnswer = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('solved'),
    steps: z.array(PathwayStep),
    minutes: z.int(),
    creditQuarters: Quarters,
    /** Minutes by domain, in the order foundations, clinical, implementation, governance. */
    domainMinutes: z.tuple([z.int(), z.int(), z.int(), z.int()]),
    targets: z.array(TargetLine),
    skipped: z.array(SkippedModule),
    warnings: z.array(PathwayWarning),
  }),
  z.strictObject({
    status: z.literal('impossible'),
    /** A smallest set that cannot hold together: take any one of these away and the others of it can be met. */
    conflict: z.array(ConflictMember).min(1),
    /**
     * The fewest minutes that meet everything but the time budget; null when the budget is no part of the conflict, when
     * nothing meets the rest either, or when that was not proven in time.
     */
    leastMinutes: z.int().nullable(),
  }),
  /** The search took longer than it may; nothing is proven and nothing is shown as if it were. */
  z.strictObject({ status: z.literal('unfinished'), seconds: z.int() }),
]);
export type PathwayAnswer = z.infer<typeof PathwayAnswer>;

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
  /** What a learner shows today in every competency, with the evidence behind it. */
  'learners.levels': method(
    'read',
    z.strictObject({ personId: Id }),
    z.strictObject({
      levels: z.array(LearnerLevel),
      evidence: z.array(Evidence),
      completed: z.array(CompletedModule),
      /** The group of learners that profession and specialty point to; empty when they do not. */
      suggestedSpecialty: z.string(),
    }),
  ),
  'learners.recordEvidence': method(
    'write',
    z.strictObject({ personId: Id, evidence: z.array(NewEvidence).min(1).max(400) }),
    Nothing,
  ),
  'learners.removeEvidence': method('write', z.strictObject({ id: Id, reason: Reason }), Nothing),
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

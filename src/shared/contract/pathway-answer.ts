import { z } from 'zod';
import { ShownLevel } from './learners.ts';
import { CompetencyLevel } from './modules.ts';
import { Domain, IsoDate, Quarters } from './primitives.ts';

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

import type { Evidence, LearnerLevel, ShownLevel } from '../contract/learners.ts';
import type { Competency } from '../contract/modules.ts';
import { formatShortDate } from '../format.ts';

/** The most that a self-rating counts for (reference/medical-ai-education.md 4.2). */
export const SELF_RATING_CAP = 2;

/** A module that was completed with a certificate, as it was taught then. */
export type TaughtModule = {
  readonly code: string;
  readonly title: string;
  readonly completedOn: string;
  readonly specialtyFocus: readonly string[];
  readonly competencies: readonly { readonly code: string; readonly level: ShownLevel }[];
};

/** How a learner rated a competency in a reflection, after the activity. */
export type ReflectedLevel = {
  readonly competencyCode: string;
  readonly level: ShownLevel;
  readonly writtenOn: string;
};

/** Everything on record about what one learner shows. */
export type LearnerRecord = {
  readonly evidence: readonly Evidence[];
  readonly completed: readonly TaughtModule[];
  readonly reflected: readonly ReflectedLevel[];
};

/** One value that is on record for a competency, before it is decided which counts. */
type Candidate = {
  readonly basis: NonNullable<LearnerLevel['basis']>;
  readonly level: ShownLevel;
  readonly datedOn: string;
  /** How it is spoken of: `an assessment of Nov 3, 2026 (OSCE)`. */
  readonly words: () => string;
  /** What stands beside it: a reason, a cap; empty for nothing. */
  readonly note: string;
};

/**
 * What a learner shows in every competency today, and because of what. An override counts before an assessment or an
 * observation, these before a module completed with a certificate, and that before a self-rating or a reflection, which show
 * level 2 at most. Among assessments and observations, and among self-ratings, the latest counts, even when it is lower.
 *
 * @param specialty the learner's group: at a specialty-bound level only a module made for it counts as completed
 */
export function learnerLevels(
  competencies: readonly Competency[],
  record: LearnerRecord,
  specialty: string,
): readonly LearnerLevel[] {
  const evidence = Map.groupBy(record.evidence, (one) => one.competencyCode);
  return competencies.map((competency) =>
    levelOf(competency, evidence.get(competency.code) ?? [], record, specialty),
  );
}

/** The levels alone, by competency: for whole cohorts, where nobody reads the explanations. */
export function shownLevels(
  competencies: readonly Pick<Competency, 'code' | 'specialtyBoundLevel'>[],
  record: LearnerRecord,
  specialty: string,
): ReadonlyMap<string, ShownLevel> {
  const evidence = Map.groupBy(record.evidence, (one) => one.competencyCode);
  return new Map(
    competencies.map((competency) => [
      competency.code,
      ranked(competency, evidence.get(competency.code) ?? [], record, specialty)[0]?.level ?? 0,
    ]),
  );
}

/** The level that a module gives a learner of a group: below the specialty-bound level unless it is made for that group. */
export function levelGiven(
  level: ShownLevel,
  specialtyFocus: readonly string[],
  specialty: string,
  specialtyBoundLevel: number | null,
): ShownLevel {
  if (specialtyBoundLevel === null || level < specialtyBoundLevel) return level;
  if (specialty !== '' && specialtyFocus.includes(specialty)) return level;
  return shown(specialtyBoundLevel - 1);
}

function levelOf(
  competency: Competency,
  evidence: readonly Evidence[],
  record: LearnerRecord,
  specialty: string,
): LearnerLevel {
  const [counts, ...others] = ranked(competency, evidence, record, specialty);
  if (!counts)
    return {
      competencyCode: competency.code,
      level: 0,
      basis: null,
      datedOn: null,
      explanation: 'Nothing is on record.',
    };
  const replaced = others.filter((other) => other.level !== counts.level);
  return {
    competencyCode: competency.code,
    level: counts.level,
    basis: counts.basis,
    datedOn: counts.datedOn,
    explanation: [
      `Level ${counts.level} by ${counts.words()}.`,
      counts.note,
      replaced.length === 0
        ? ''
        : `It counts before ${replaced.map((other) => `level ${other.level} by ${other.words()}`).join(' and ')}.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** One value of each kind that is on record, the one that counts first. */
function ranked(
  competency: Pick<Competency, 'code' | 'specialtyBoundLevel'>,
  evidence: readonly Evidence[],
  record: LearnerRecord,
  specialty: string,
): readonly Candidate[] {
  return [
    latest(evidence.filter((one) => one.kind === 'override')),
    latest(evidence.filter((one) => one.kind === 'assessment' || one.kind === 'observation')),
    completion(competency, record.completed, specialty),
    selfRating(competency.code, evidence, record.reflected),
  ].filter((candidate) => candidate !== null);
}

/** The latest by date, then by when it was recorded. */
function latest(evidence: readonly Evidence[]): Candidate | null {
  const one = evidence.toSorted(byTime).at(-1);
  if (!one) return null;
  const source = one.source === '' ? '' : ` (${one.source})`;
  return {
    basis: one.kind,
    level: one.level,
    datedOn: one.datedOn,
    words: () => `${KIND_WORDS[one.kind]} of ${formatShortDate(one.datedOn)}${source}`,
    note: one.kind === 'override' ? sentence(`Reason: ${one.reason}`) : '',
  };
}

/** The highest level among completed modules; of equal ones the latest, then the first by code. */
function completion(
  competency: Pick<Competency, 'code' | 'specialtyBoundLevel'>,
  completed: readonly TaughtModule[],
  specialty: string,
): Candidate | null {
  const given = completed.flatMap((module) =>
    module.competencies
      .filter((taught) => taught.code === competency.code)
      .map((taught) => ({
        module,
        taught: taught.level,
        level: levelGiven(taught.level, module.specialtyFocus, specialty, competency.specialtyBoundLevel),
      })),
  );
  const [best] = given.toSorted(
    (a, b) =>
      b.level - a.level ||
      compare(b.module.completedOn, a.module.completedOn) ||
      compare(a.module.code, b.module.code),
  );
  if (!best) return null;
  return {
    basis: 'completion',
    level: best.level,
    datedOn: best.module.completedOn,
    words: () =>
      `completing ${best.module.code} “${best.module.title}” on ${formatShortDate(best.module.completedOn)}`,
    note:
      best.level < best.taught
        ? `Level ${best.taught} counts only from a module made for the learner’s own group.`
        : '',
  };
}

/** The latest self-rating or reflection, at the level to which it counts. */
function selfRating(
  code: string,
  evidence: readonly Evidence[],
  reflected: readonly ReflectedLevel[],
): Candidate | null {
  const rated = evidence
    .filter((one) => one.kind === 'self-rating')
    .toSorted(byTime)
    .at(-1);
  const [reflection] = reflected
    .filter((one) => one.competencyCode === code)
    .toSorted((a, b) => compare(b.writtenOn, a.writtenOn) || b.level - a.level);
  // On the same day the rating that was entered by itself counts.
  if (rated && (!reflection || rated.datedOn >= reflection.writtenOn))
    return capped('self-rating', rated.level, rated.datedOn, 'a self-rating');
  return reflection ? capped('reflection', reflection.level, reflection.writtenOn, 'a reflection') : null;
}

function capped(
  basis: 'self-rating' | 'reflection',
  rated: ShownLevel,
  datedOn: string,
  words: string,
): Candidate {
  return {
    basis,
    level: shown(Math.min(rated, SELF_RATING_CAP)),
    datedOn,
    words: () => `${words} of ${formatShortDate(datedOn)}`,
    note:
      rated > SELF_RATING_CAP
        ? `The learner chose level ${rated}; a self-rating counts to level ${SELF_RATING_CAP} at most.`
        : '',
  };
}

const KIND_WORDS: Readonly<Record<Evidence['kind'], string>> = {
  'self-rating': 'a self-rating',
  observation: 'an observation',
  assessment: 'an assessment',
  override: 'the coordinator’s decision',
};

function byTime(a: Evidence, b: Evidence): number {
  return compare(a.datedOn, b.datedOn) || compare(a.recordedAt, b.recordedAt) || a.id - b.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number as a level, held to 0–3. */
function shown(level: number): ShownLevel {
  if (level >= 3) return 3;
  if (level === 2) return 2;
  return level === 1 ? 1 : 0;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

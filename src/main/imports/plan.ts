import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import type { ReflectionAnswers } from '../../shared/reflections/merge.ts';
import type { ReflectionFrame } from '../../shared/reflections/rules.ts';
import type { Aim, SessionMinutes } from './report-minutes.ts';
import type { Presence } from './report-rows.ts';

/** A row with what it would do. */
export type PlannedRow<Act = unknown> = { readonly shown: RehearsedRow; readonly act: Act };

/**
 * What a roster row would do: make a person, fill in what is empty, or nothing but enrol. Null for a row that does nothing; a
 * held row has what it would do once somebody decides who it is.
 */
export type RosterAct = {
  readonly content: PersonContent;
  /** Null makes a new person. */
  readonly personId: number | null;
  /** Empty fields of a known person that the file fills. */
  readonly fill: Partial<PersonContent>;
};
export type RosterPlan = { readonly kind: 'roster'; readonly rows: readonly PlannedRow<RosterAct | null>[] };

/** What the rows of one person in a report come to; kept at the first of them. */
export type AttendanceAct = {
  /** The person as the row names them; null when it has not enough for a new one. */
  readonly content: PersonContent | null;
  /** Null while nobody has decided who it is. */
  readonly enrolmentId: number | null;
  /** Counted again together with other rows when a decision says that they are the same person. */
  readonly presences: readonly Presence[];
  readonly marks: readonly SessionMinutes[];
  readonly assessmentPercent: number | null;
  readonly evaluationReturnedOn: string | null;
};
export type AttendancePlan = {
  readonly kind: 'attendance';
  readonly activityId: number;
  readonly aim: Aim;
  readonly rows: readonly PlannedRow<AttendanceAct | null>[];
};

/** What a row of a reflection form would record. */
export type ReflectionAct = {
  /** Null while nobody has decided whose it is. */
  readonly enrolmentId: number | null;
  readonly answers: ReflectionAnswers;
  /** The person as the row names them; null when it has not enough for a new one, or needs none. */
  readonly content: PersonContent | null;
};
export type ReflectionsPlan = {
  readonly kind: 'reflections';
  readonly activityId: number;
  readonly frame: ReflectionFrame;
  /** The day of a reflection whose row has none. */
  readonly writtenOn: string;
  readonly rows: readonly PlannedRow<ReflectionAct | null>[];
};

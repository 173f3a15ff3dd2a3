import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import type { Mark } from '../activities/attendance.ts';

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
  readonly content: PersonContent;
  /** Null while nobody has decided who it is. */
  readonly enrolmentId: number | null;
  readonly personId: number | null;
  readonly marks: readonly Omit<Mark, 'enrolmentId'>[];
  readonly assessmentPercent: number | null;
  readonly evaluationReturnedOn: string | null;
};
export type AttendancePlan = {
  readonly kind: 'attendance';
  readonly activityId: number;
  readonly rows: readonly PlannedRow<AttendanceAct | null>[];
};

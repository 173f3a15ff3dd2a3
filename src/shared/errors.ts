/**
 * Every code that can cross the contract, once. A screen may switch on them; a test walks them.
 * The form is `topic/what`. Adding one here is the only way to make a new one.
 */
export const ERROR_CODES = [
  'internal',
  'request/unknown-method',
  'request/invalid',
  'request/too-large',
  'request/forbidden',
  'database/unavailable',
  'database/newer',
  'database/damaged',
  'database/in-use',
  'database/folder-missing',
  'database/read-only',
  'backups/not-found',
  'backups/invalid',
  'office/already-set-up',
  'office/not-set-up',
  'office/image-unreadable',
  'changes/not-found',
  'changes/cannot-undo',
  'jobs/not-found',
  'jobs/cancelled',
  'modules/not-found',
  'modules/code-in-use',
  'modules/in-use',
  'modules/prerequisite-cycle',
  'modules/audience-too-wide',
  'modules/too-many',
  'exchange/unreadable',
  'exchange/too-large',
  'exchange/rehearsal-gone',
  'exchange/nothing-to-apply',
  'exchange/left-out-needed',
  'templates/not-found',
  'curricula/not-found',
  'curricula/empty',
  'curricula/duplicate-module',
  'curricula/unchanged',
  'curricula/electives-out-of-reach',
  'versions/not-found',
  'evidence/not-found',
  'evidence/reason-missing',
  'evidence/future',
  'pathways/not-found',
  'pathways/answer-gone',
  'pathways/not-solved',
  'pathways/cancelled',
  'pathways/no-targets',
  'reflections/not-found',
  'reflections/invalid-dates',
  'people/not-found',
  'people/email-in-use',
  'people/in-use',
  'people/cannot-merge',
  'activities/not-found',
  'activities/invalid-dates',
  'activities/invalid-sessions',
  'activities/maximum-too-high',
  'activities/has-certificates',
  'activities/other-curriculum',
  'sessions/not-found',
  'enrolments/not-found',
  'enrolments/has-certificate',
  'attendance/too-many-minutes',
  'credit/above-maximum',
  'credit/not-for-profession',
  'credit/not-designated',
  'credit/invalid-step',
  'credit/invalid-identifier',
  'credit/not-in-force',
  'credit/type-not-found',
  'credit/type-name-in-use',
  'credit/type-in-use',
  'credit/type-fixed',
  'credit/target-not-found',
  'imports/empty',
  'imports/unreadable',
  'imports/too-large',
  'imports/no-header',
  'imports/column-missing',
  'imports/rehearsal-gone',
  'imports/other-scale',
  'imports/nothing-to-apply',
  'certificates/not-found',
  'certificates/held',
  'certificates/not-current',
  'certificates/render-failed',
  'certificates/not-saved',
] as const;

/** A stable name for what went wrong, in the form `topic/what`. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a caller is told: the code, one sentence with the next step, and optional plain details. */
export type Fault = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>> | undefined;
};

/** Thrown inside the engine for a fault the coordinator can act on; the dispatcher turns it into a {@link Fault}. */
export class RoundsError extends Error {
  readonly code: ErrorCode;
  readonly details: Fault['details'];

  constructor(code: ErrorCode, message: string, details?: Fault['details']) {
    super(message);
    this.name = 'RoundsError';
    this.code = code;
    this.details = details;
  }
}

/** Makes a `switch` exhaustive: the compiler refuses a case that is left out. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${String(value)}`);
}

/** Primary key of every table that a change may write, and the topic that the window refetches after it. */
export const WRITABLE = {
  office: { key: ['id'], topic: 'office' },
  assets: { key: ['id'], topic: 'office' },
  signatories: { key: ['id'], topic: 'office' },
  statements: { key: ['id'], topic: 'office' },
  competencies: { key: ['code'], topic: 'modules' },
  modules: { key: ['id'], topic: 'modules' },
  curricula: { key: ['id'], topic: 'curricula' },
  curriculum_versions: { key: ['id'], topic: 'curricula' },
  people: { key: ['id'], topic: 'people' },
  different_people: { key: ['one_id', 'other_id'], topic: 'people' },
  activities: { key: ['id'], topic: 'activities' },
  sessions: { key: ['id'], topic: 'activities' },
  enrolments: { key: ['id'], topic: 'activities' },
  attendance: { key: ['enrolment_id', 'session_id'], topic: 'attendance' },
  certificates: { key: ['id'], topic: 'certificates' },
  certificate_files: { key: ['certificate_id'], topic: 'certificates' },
  certificate_standing: { key: ['certificate_id'], topic: 'certificates' },
  number_sequences: { key: ['name'], topic: 'certificates' },
  evidence: { key: ['id'], topic: 'learners' },
  pathways: { key: ['id'], topic: 'learners' },
  reflections: { key: ['enrolment_id'], topic: 'learners' },
  credit_types: { key: ['id'], topic: 'credit' },
  activity_credits: { key: ['activity_id', 'type_id'], topic: 'credit' },
  credit_claims: { key: ['enrolment_id', 'type_id'], topic: 'credit' },
  credit_targets: { key: ['id'], topic: 'credit' },
  imports: { key: ['id'], topic: 'imports' },
  import_rows: { key: ['import_id', 'row'], topic: 'imports' },
} as const;

export type WritableTable = keyof typeof WRITABLE;

/** Tables whose rows, once written, an undo may not take back. */
export const SEALED: ReadonlySet<string> = new Set([
  'assets',
  'statements',
  'competencies',
  // A table of the first schema; its rows stand in the audit of files that began with it.
  'templates',
  'curriculum_versions',
  'certificates',
  'certificate_files',
  'certificate_standing',
  'number_sequences',
]);

/** Tables whose rows, once made, an undo may change back but not take away: the office itself, and what its credit rests on. */
export const FOUNDED: ReadonlySet<string> = new Set(['office', 'credit_types']);

/**
 * Schema version since which the rows of a table have had today's shape; a table that is not named has had it since the
 * first. A migration that changes a table's columns, or rewrites its rows, raises its number: what was recorded in an
 * older shape cannot be put back.
 */
export const SHAPED_SINCE: Readonly<Partial<Record<WritableTable, number>>> = {
  modules: 2,
  curricula: 2,
  evidence: 2,
  pathways: 2,
  reflections: 2,
  people: 3,
  different_people: 3,
  credit_types: 4,
  activity_credits: 4,
  credit_claims: 4,
  credit_targets: 4,
};

/** Tables that say what was done: their rows stay when the act is undone, which is itself on record. */
export const KEPT_ON_UNDO: ReadonlySet<string> = new Set(['imports', 'import_rows']);

import type { Generated } from 'kysely';

/** Column types of every table, as in `migrations/`. A test compares the two. JSON columns are strings here. */
export type Schema = {
  readonly office: {
    id: number;
    provider_name: string;
    address: string;
    accreditor: 'accme' | 'state' | 'joint';
    state_society: string;
    logo_asset_id: number | null;
    paper: 'letter' | 'a4';
    time_zone: string;
    certificate_prefix: string;
    rounding: 'nearest' | 'down';
    fraction_noun: 'singular' | 'plural';
    sample: number;
  };
  readonly assets: {
    id: Generated<number>;
    file_name: string;
    media_type: 'image/png' | 'image/jpeg';
    sha256: string;
    bytes: Uint8Array;
  };
  readonly signatories: {
    id: Generated<number>;
    position: number;
    name: string;
    title: string;
    image_asset_id: number | null;
  };
  readonly statements: {
    id: Generated<number>;
    kind: 'accreditation' | 'designation' | 'participation' | 'award';
    accreditor: 'accme' | 'state' | 'joint' | null;
    providership: 'direct' | 'joint' | null;
    learning_format: string | null;
    valid_from: string;
    valid_to: string | null;
    text: string;
    source: string;
    confidence: string;
  };
  readonly competencies: {
    code: string;
    position: number;
    domain: 'foundations' | 'clinical' | 'implementation' | 'governance';
    name: string;
    description: string;
    levels: string;
    provenance: string;
    specialty_bound_level: number | null;
  };
  readonly modules: {
    id: Generated<number>;
    code: string;
    title: string;
    domain: 'foundations' | 'clinical' | 'implementation' | 'governance';
    track: string;
    format: string;
    ama_learning_format: string;
    minutes: number;
    description: string;
    objectives: string;
    audience: string;
    specialty_focus: string;
    prerequisites: string;
    competencies: string;
    assessment_method: string;
    assessment_standard: string;
    references: string;
    last_reviewed: string | null;
    review_by: string | null;
    origin: 'catalogue' | 'own';
    edited: number;
    retired: number;
    moore_level: '1' | '2' | '3A' | '3B' | '4' | '5' | '6' | '7' | null;
    ai_uses: string;
  };
  readonly curricula: {
    id: Generated<number>;
    title: string;
    description: string;
    audience: string;
    delivery: string;
    award: string;
    template_code: string | null;
    targets: string;
    archived: number;
    updated_at: string;
    kind: 'specialization' | 'certification' | 'extension' | 'executive' | 'bridge' | 'precision' | null;
    items: string;
    constraints: string;
    schedule: string;
  };
  readonly curriculum_versions: {
    id: Generated<number>;
    curriculum_id: number;
    number: number;
    title: string;
    minutes: number;
    credit_quarters: number;
    modules: number;
    snapshot: string;
    sha256: string;
    published_at: string;
  };
  readonly people: {
    id: Generated<number>;
    given_name: string;
    family_name: string;
    credentials: string;
    profession: string;
    specialty: string;
    email: string;
    email_key: string;
    npi: string;
    licences: string;
    birth_month_day: string;
    notes: string;
    sort_key: string;
    search_key: string;
    created_at: string;
    middle_name: Generated<string>;
    suffix: Generated<string>;
    display_name: Generated<string>;
    former_names: Generated<string>;
    credential_records: Generated<string>;
    further_specialties: Generated<string>;
    further_emails: Generated<string>;
    further_npis: Generated<string>;
    orcid: Generated<string>;
    board_ids: Generated<string>;
    nabp_id: Generated<string>;
    sharing: Generated<'not asked' | 'given' | 'refused'>;
    sharing_on: Generated<string>;
    known_by: Generated<string>;
    merged_into_id: number | null;
  };
  readonly people_search: { rowid: number; people_search: string; search_key: string };
  readonly person_keys: { kind: 'email' | 'npi' | 'name'; key: string; person_id: number };
  readonly different_people: { one_id: number; other_id: number; noted_at: string };
  readonly activities: {
    id: Generated<number>;
    version_id: number;
    title: string;
    learning_format: string;
    format_description: string;
    delivery: 'in-person' | 'online' | 'hybrid';
    place: string;
    link: string;
    starts_on: string;
    ends_on: string;
    time_zone: string;
    providership: 'direct' | 'joint';
    joint_providers: string;
    maximum_quarters: number;
    rules: string;
  };
  readonly sessions: {
    id: Generated<number>;
    activity_id: number;
    position: number;
    title: string;
    module_code: string | null;
    date: string;
    start_time: string;
    minutes: number;
    counts_for_credit: number;
  };
  readonly enrolments: {
    id: Generated<number>;
    activity_id: number;
    person_id: number;
    profession: string;
    credentials: string;
    assessment_percent: number | null;
    evaluation_returned_on: string | null;
    claimed_quarters: number | null;
    enrolled_at: string;
  };
  readonly attendance: {
    enrolment_id: number;
    session_id: number;
    minutes: number;
    method: 'grid' | 'import';
  };
  readonly certificates: {
    id: Generated<number>;
    number: string;
    kind: 'cme' | 'participation';
    activity_id: number;
    enrolment_id: number;
    person_id: number;
    name: string;
    sort_key: string;
    search_key: string;
    activity_title: string;
    credit_quarters: number;
    document: string;
    sha256: string;
    size_bytes: number;
    replaces_id: number | null;
    reason: string | null;
    issued_at: string;
  };
  readonly certificate_files: { certificate_id: number; pdf: Uint8Array };
  readonly certificate_standing: {
    certificate_id: number;
    enrolment_id: number;
    status: 'issued' | 'superseded' | 'revoked';
    replaced_by_id: number | null;
    reason: string | null;
    changed_at: string;
  };
  readonly evidence: {
    id: Generated<number>;
    person_id: number;
    competency_code: string;
    level: number;
    kind: 'self-rating' | 'observation' | 'assessment' | 'override';
    dated_on: string;
    source: string;
    reason: string;
    recorded_at: string;
  };
  readonly pathways: {
    id: Generated<number>;
    person_id: number;
    title: string;
    request: string;
    levels: string;
    answer: string;
    saved_at: string;
  };
  readonly reflections: {
    enrolment_id: number;
    written_on: string;
    change: string;
    commitment: string;
    follow_up_on: string | null;
    outcome: 'open' | 'kept' | 'partly' | 'not kept';
    followed_up_on: string | null;
    confidence: string;
  };
  readonly number_sequences: { name: string; next: number };
  readonly credit_types: {
    id: Generated<number>;
    code: string;
    position: number;
    name: string;
    unit_one: string;
    unit_many: string;
    minutes_per_unit: number;
    step_hundredths: number;
    rounding: 'nearest' | 'down' | 'office';
    professions: string;
    basis: 'time' | 'claimed';
    daily_cap_hundredths: number | null;
    second_unit: string | null;
    evaluation_required: number;
    identifier_label: string;
    identifier_form: string;
    identifier_example: string;
    statement: string;
    note: string;
    valid_from: string;
    valid_to: string | null;
    source: string;
    confidence: string;
    unsure: string;
    origin: 'field' | 'office';
    edited: number;
    retired: number;
  };
  readonly activity_credits: {
    activity_id: number;
    type_id: number;
    maximum_hundredths: number;
    identifier: string;
    excluded_sessions: string;
  };
  readonly credit_claims: {
    enrolment_id: number;
    type_id: number;
    activity_id: number;
    claimed_hundredths: number;
  };
  readonly credit_targets: {
    id: Generated<number>;
    name: string;
    type_id: number;
    amount_hundredths: number;
    starts_on: string;
    years: number;
    professions: string;
  };
  readonly imports: {
    id: Generated<number>;
    kind: string;
    activity_id: number | null;
    file_name: string;
    file_sha256: string;
    layout: string;
    counts: string;
    change_id: number;
    applied_at: string;
  };
  readonly import_rows: { import_id: number; row: number; fate: string; outcome: string };
  readonly changes: {
    id: Generated<number>;
    at: string;
    method: string;
    title: string;
    reason: string | null;
    undo_of: number | null;
  };
  readonly audit: {
    id: Generated<number>;
    change_id: number;
    entity: string;
    entity_key: string;
    before: string | null;
    after: string | null;
    previous_hash: string;
    hash: string;
  };
  readonly schema_history: {
    version: number;
    name: string;
    sha256: string;
    applied_at: string;
    app_version: string;
  };
};

export type TableName = keyof Schema;

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

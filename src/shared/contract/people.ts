import { z } from 'zod';
import { BOARDS } from '../people/boards.ts';
import { method } from './method.ts';
import {
  Base64,
  Id,
  Instant,
  IsoDate,
  Line,
  Nothing,
  Paragraph,
  Profession,
  Quarters,
  RequiredLine,
  SearchText,
  StartedJob,
} from './primitives.ts';

/** Month and day of birth, `MM-DD`: the year is never needed (accreditation.md 3.5). */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const Licence = z.strictObject({ state: Line, number: Line });

const Email = z.email().max(254);
const Npi = z.string().regex(/^\d{10}$/);

/** A name that a person had before, and until when if that is known. */
export const FormerName = z.strictObject({ name: RequiredLine, until: IsoDate.nullable() });
export type FormerName = z.infer<typeof FormerName>;

/** A degree or certification with the days from and until which it is held; a record beside the line that is printed. */
export const CredentialRecord = z.strictObject({
  credential: RequiredLine,
  since: IsoDate.nullable(),
  until: IsoDate.nullable(),
});
export type CredentialRecord = z.infer<typeof CredentialRecord>;

/** A learner's number at a certifying board (reference/accreditation.md 3.5). */
export const BoardId = z.strictObject({ board: z.enum(BOARDS), id: RequiredLine });
export type BoardId = z.infer<typeof BoardId>;

/** Whether completions may be shared with boards and PARS: the learner decides (reference/accreditation.md 3.5). */
export const Sharing = z.enum(['not asked', 'given', 'refused']);
export type Sharing = z.infer<typeof Sharing>;

const CORE = {
  givenName: Line,
  familyName: Line,
  /** Degrees and credentials as printed after the name, such as `MD, PhD`. */
  credentials: Line,
  profession: Profession,
  specialty: Line,
  /** Empty when unknown. */
  email: z.union([z.literal(''), Email]),
  /** Ten digits with a right check digit, or empty. */
  npi: z.union([z.literal(''), Npi]),
  licences: z.array(Licence).max(20),
  birthMonthDay: z.union([z.literal(''), MonthDay]),
  notes: Paragraph,
};

const MORE = {
  middleName: Line,
  /** `Jr.`, `III`: part of the name on the licence. */
  suffix: Line,
  /** The name that certificates print where it is not the one on the licence; empty otherwise. */
  displayName: Line,
  formerNames: z.array(FormerName).max(20),
  credentialRecords: z.array(CredentialRecord).max(30),
  /** After `specialty`, which stays the first. */
  furtherSpecialties: z.array(RequiredLine).max(20),
  /** Addresses by which the person is known beside `email`; imports find the person by them. */
  furtherEmails: z.array(Email).max(20),
  /** Further NPIs that were recorded for the person; imports find the person by them. */
  furtherNpis: z.array(Npi).max(10),
  /** `0000-0002-1825-0097` with a right check character, or empty. */
  orcid: z.union([z.literal(''), z.string().regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)]),
  boardIds: z.array(BoardId).max(20),
  /** NABP e-Profile id, digits only, or empty. */
  nabpId: z.union([z.literal(''), z.string().regex(/^\d{1,12}$/)]),
  sharing: Sharing,
  /** The day on which the permission was given or refused; empty when nobody asked. */
  sharingOn: z.union([z.literal(''), IsoDate]),
};

/** What the office knows of a person. Identifiers are text: leading zeros stay. What is left out is empty. */
export const PersonContent = z.strictObject({
  ...CORE,
  middleName: MORE.middleName.default(''),
  suffix: MORE.suffix.default(''),
  displayName: MORE.displayName.default(''),
  formerNames: MORE.formerNames.default([]),
  credentialRecords: MORE.credentialRecords.default([]),
  furtherSpecialties: MORE.furtherSpecialties.default([]),
  furtherEmails: MORE.furtherEmails.default([]),
  furtherNpis: MORE.furtherNpis.default([]),
  orcid: MORE.orcid.default(''),
  boardIds: MORE.boardIds.default([]),
  nabpId: MORE.nabpId.default(''),
  sharing: MORE.sharing.default('not asked'),
  sharingOn: MORE.sharingOn.default(''),
});
export type PersonContent = z.infer<typeof PersonContent>;

/** A person as written anew; what an older caller does not know of stays as it is. */
export const PersonChange = z.strictObject({ ...CORE, ...z.strictObject(MORE).partial().shape });
export type PersonChange = z.infer<typeof PersonChange>;

export const PersonSummary = z.strictObject({
  id: Id,
  name: z.string(),
  credentials: z.string(),
  profession: Profession,
  specialty: z.string(),
  email: z.string(),
  npi: z.string(),
  activities: z.int(),
  /** Names before, so that someone found by one of them is understood. */
  formerNames: z.array(z.string()),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

export const Person = PersonContent.extend({
  id: Id,
  createdAt: Instant,
  history: z.array(
    z.strictObject({
      activityId: Id,
      title: z.string(),
      startsOn: z.string(),
      status: z.string(),
      awardedQuarters: Quarters.nullable(),
      certificateId: Id.nullable(),
      certificateNumber: z.string().nullable(),
      /** The name as the certificate shows it, when that is no longer the person's and the certificate is in force. */
      otherName: z.string().nullable(),
      /** Profession and credentials as of the activity. */
      profession: Profession,
      credentials: Line,
      /** Whether credit of any type is claimed: then a change of the person does not reach the activity. */
      creditClaimed: z.boolean(),
    }),
  ),
});
export type Person = z.infer<typeof Person>;

/** What a row of an input file becomes. `held` waits for a decision; `same` changes nothing. */
export const Fate = z.enum(['new', 'known', 'changes', 'same', 'duplicate', 'held', 'error', 'ignored']);
export type Fate = z.infer<typeof Fate>;

/** One row of the file, what becomes of it and why. */
export const RehearsedRow = z.strictObject({
  /** Line in the file as a spreadsheet numbers it, from 1. */
  row: z.int(),
  fate: Fate,
  /** One sentence; empty when the fate says it all. */
  reason: z.string(),
  name: z.string(),
  email: z.string(),
  /**
   * For attendance: the minutes that stand after the import in each session that it is about, as `session title: n min`.
   * For reflections: what stands after the import in a few words.
   * For a roster: credentials, profession and specialty as they stand after the import, as `MD · Physician · Cardiology`.
   */
  detail: z.string(),
  personId: Id.nullable(),
  /** People it might be, for a held row. */
  candidates: z.array(z.strictObject({ personId: Id, name: z.string(), why: z.string() })),
  /** Attendance only: the row of this person's first join, for a further one; a decision about that row settles this one. */
  goesWith: z.int().nullable(),
});
export type RehearsedRow = z.infer<typeof RehearsedRow>;

const PlainField = z.enum([
  'givenName',
  'familyName',
  'fullName',
  'credentials',
  'profession',
  'specialty',
  'email',
  'npi',
  'licence',
  'birthMonthDay',
  'joinTime',
  'leaveTime',
  'minutes',
  'attended',
  'score',
  'evaluation',
  'writtenOn',
  'change',
  'commitment',
  'followUpOn',
  'outcome',
  'followedUpOn',
  'ignore',
]);
/** A column of ratings: the side and the competency's code, such as `before:F1`. */
const RatingField = z.templateLiteral([
  z.enum(['before', 'after']),
  ':',
  z.string().regex(/^[A-Za-z0-9.-]{1,8}$/),
]);

/** Fields that a column may hold. */
export const ImportField = z.union([PlainField, RatingField]);
export type ImportField = z.infer<typeof ImportField>;

export const Rehearsal = z.strictObject({
  rehearsalId: z.string(),
  kind: z.enum(['roster', 'attendance', 'reflections']),
  layout: z.string(),
  fileName: z.string(),
  encoding: z.string(),
  headerRow: z.int(),
  columns: z.array(
    z.strictObject({ index: z.int(), header: z.string(), field: ImportField, examples: z.array(z.string()) }),
  ),
  counts: z.record(Fate, z.int()),
  rows: z.array(RehearsedRow),
  /** Rows in the file; `rows` holds at most the first 5,000 of them, those that need a look first. */
  total: z.int(),
  /**
   * Attendance only: first join and last leave in the report, `YYYY-MM-DDTHH:MM` on the clock of the activity's zone, so
   * that a report of another day is seen at once. Null when the report has no times.
   */
  joins: z.strictObject({ firstJoin: z.string(), lastLeave: z.string() }).nullable(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

const ImportSource = {
  fileName: Line,
  base64: Base64,
  /** Corrected columns: index → field; columns left out keep what was recognised. */
  mapping: z.record(z.string().regex(/^\d{1,3}$/), ImportField).optional(),
};

export const people = {
  'people.list': method(
    'read',
    z.strictObject({
      text: SearchText,
      profession: Profession.nullable(),
      sort: z.enum(['name', 'added']),
      after: z.string().max(1_000).nullable(),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ rows: z.array(PersonSummary), next: z.string().nullable(), total: z.int() }),
  ),
  'people.get': method('read', z.strictObject({ id: Id }), Person),
  'people.create': method('write', PersonContent, z.strictObject({ id: Id })),
  /** `kept`: activities that keep other credentials or another profession than this change gives, since credit is claimed there. */
  'people.update': method(
    'write',
    z.strictObject({ id: Id, content: PersonChange }),
    z.strictObject({ kept: z.int() }),
  ),
  /** Takes today's profession and credentials over to an activity that kept others; refused where a claim would not fit. */
  'people.followAtActivity': method('write', z.strictObject({ id: Id, activityId: Id }), Nothing),
  /** Removes a person who has no enrolment. Undoable. */
  'people.remove': method('write', z.strictObject({ id: Id }), Nothing),
  /** Reads a roster and says what each row would become. Writes nothing. With an activity, people are also enrolled. */
  'imports.rehearseRoster': method(
    'read',
    z.strictObject({ ...ImportSource, activityId: Id.nullable() }),
    Rehearsal,
  ),
  /** Reads an attendance report. `sessionId` null spreads joins over the sessions by their times. */
  'imports.rehearseAttendance': method(
    'read',
    z.strictObject({ ...ImportSource, activityId: Id, sessionId: Id.nullable() }),
    Rehearsal,
  ),
  /** Reads the answers of a reflection form, one person per row. */
  'imports.rehearseReflections': method(
    'read',
    z.strictObject({ ...ImportSource, activityId: Id }),
    Rehearsal,
  ),
  /** Applies a rehearsal as one step; decisions name the person of a held row, make a new one, or leave the row out. */
  'imports.apply': method(
    'job',
    z.strictObject({
      rehearsalId: z.string().max(64),
      decisions: z
        .array(
          z.strictObject({ row: z.int(), choice: z.union([z.literal('new'), z.literal('leave-out'), Id]) }),
        )
        .max(5_000),
    }),
    StartedJob,
  ),
  'imports.list': method(
    'read',
    z.strictObject({ activityId: Id.nullable() }),
    z.array(
      z.strictObject({
        id: Id,
        kind: z.string(),
        fileName: z.string(),
        appliedAt: Instant,
        counts: z.record(z.string(), z.int()),
        activityTitle: z.string().nullable(),
        changeId: Id,
        undone: z.boolean(),
      }),
    ),
  ),
  /** Every row of an applied import with its fate, as kept. */
  'imports.rows': method('read', z.strictObject({ importId: Id }), z.array(RehearsedRow)),
} as const;

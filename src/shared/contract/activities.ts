import { z } from 'zod';
import { MISSING_KINDS } from '../credit/missing.ts';
import { ElectiveRule } from './curricula.ts';
import { method } from './method.ts';
import {
  ClockTime,
  Id,
  Instant,
  IsoDate,
  LearningFormat,
  Line,
  Nothing,
  Profession,
  Providership,
  Quarters,
  RequiredLine,
} from './primitives.ts';

/** One sitting. Times are wall-clock times in the activity's time zone. */
export const Session = z.strictObject({
  id: Id,
  title: RequiredLine,
  moduleCode: z.string().nullable(),
  date: IsoDate,
  startTime: ClockTime,
  /** Minutes of instruction, breaks excluded: what credit comes from. */
  minutes: z.int().min(1).max(1_440),
  /** False for a segment that is not certified for credit. */
  countsForCredit: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** What a learner must have done. */
export const CompletionRules = z.strictObject({
  /** Share of the creditable minutes that must have been attended, in percent; 0 asks for any attendance. */
  minimumAttendancePercent: z.int().min(0).max(100),
  assessmentRequired: z.boolean(),
  /** Score in percent that passes. */
  passPercent: z.int().min(0).max(100),
  evaluationRequired: z.boolean(),
});
export type CompletionRules = z.infer<typeof CompletionRules>;

/** How the sessions of a new activity are laid out; shared/activities/session-plan.ts says what each part means. */
export const SessionPlan = z.strictObject({
  dayStarts: ClockTime,
  dayEnds: ClockTime,
  pause: z.strictObject({ from: ClockTime, minutes: z.int().min(5).max(240) }).nullable(),
  /** 1 for Monday to 7 for Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  selfPaced: z.enum(['own-time', 'leave-out', 'as-sessions']),
  inWeeks: z.boolean(),
});

export const ActivityContent = z.strictObject({
  title: RequiredLine,
  learningFormat: LearningFormat,
  /** A brief description, required when the format is `other` (accreditation.md 1.5). */
  formatDescription: Line,
  /** How a live activity is held; only in-person ones print a location. */
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  place: Line,
  link: Line,
  startsOn: IsoDate,
  endsOn: IsoDate,
  timeZone: RequiredLine,
  providership: Providership,
  jointProviders: z.array(RequiredLine).max(10),
  /** Designated maximum in quarter-hours; never above what the session minutes give. */
  maximumQuarters: Quarters,
  rules: CompletionRules,
});
export type ActivityContent = z.infer<typeof ActivityContent>;

export const ActivityStage = z.enum(['planned', 'running', 'finished', 'certified']);

export const ActivitySummary = z.strictObject({
  id: Id,
  title: z.string(),
  curriculumTitle: z.string(),
  versionNumber: z.int(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  delivery: z.string(),
  place: z.string(),
  maximumQuarters: Quarters,
  sessions: z.int(),
  enrolled: z.int(),
  certificates: z.int(),
  /** Whether somebody who attended still has no certificate while others have theirs. */
  partlyCertified: z.boolean(),
  stage: ActivityStage,
});
export type ActivitySummary = z.infer<typeof ActivitySummary>;

export const Activity = ActivityContent.extend({
  id: Id,
  versionId: Id,
  curriculumId: Id,
  curriculumTitle: z.string(),
  versionNumber: z.int(),
  sessions: z.array(Session),
  /** Groups of electives of the version by the codes of their modules; sessions name theirs. */
  electives: z.array(
    z.strictObject({ title: z.string(), rule: ElectiveRule, moduleCodes: z.array(z.string()).readonly() }),
  ),
  enrolled: z.int(),
  certificates: z.int(),
  /** Whether somebody who attended still has no certificate while others have theirs. */
  partlyCertified: z.boolean(),
  stage: ActivityStage,
});
export type Activity = z.infer<typeof Activity>;

/** A person × session table: `minutes[i]` belongs to `sessions[i]`; null is not recorded, 0 is absent. */
export const AttendanceGrid = z.strictObject({
  sessions: z.array(Session),
  rows: z.array(
    z.strictObject({
      enrolmentId: Id,
      personId: Id,
      name: z.string(),
      credentials: z.string(),
      email: z.string(),
      minutes: z.array(z.int().nullable()),
    }),
  ),
});
export type AttendanceGrid = z.infer<typeof AttendanceGrid>;

/** One step of the sum behind a figure, ready to be shown. */
export const SumLine = z.strictObject({ label: z.string(), value: z.string() });

export const CompletionRow = z.strictObject({
  enrolmentId: Id,
  personId: Id,
  name: z.string(),
  credentials: z.string(),
  profession: Profession,
  /** Which document this person may get: credit awarded, or participation. */
  kind: z.enum(['cme', 'participation']),
  /** Minutes that credit comes from: every elective that was attended counts. */
  minutesAttended: z.int(),
  /** Minutes attended of those that are asked, and how many are asked: of electives only what their rule asks. */
  minutesCounted: z.int(),
  minutesOffered: z.int(),
  assessmentPercent: z.number().nullable(),
  evaluationReturnedOn: IsoDate.nullable(),
  /** What attendance allows, in quarter-hours. */
  earnedQuarters: Quarters,
  claimedQuarters: Quarters.nullable(),
  complete: z.boolean(),
  /** Everything that is missing; the first is the one line to show. */
  missing: z.array(z.strictObject({ what: z.enum(MISSING_KINDS), sentence: z.string() })),
  sum: z.array(SumLine),
  certificateId: Id.nullable(),
  certificateNumber: z.string().nullable(),
});
export type CompletionRow = z.infer<typeof CompletionRow>;

export const activities = {
  'activities.list': method('read', Nothing, z.array(ActivitySummary)),
  'activities.get': method('read', z.strictObject({ id: Id }), Activity),
  /** Opens an activity on a published version with its sessions planned; without a plan one after the other from 09:00. */
  'activities.create': method(
    'write',
    z.strictObject({ versionId: Id, title: RequiredLine, startsOn: IsoDate, plan: SessionPlan.optional() }),
    z.strictObject({ id: Id }),
  ),
  /** Opens an activity like another one on other days, on a version of the same curriculum; people stay where they are. */
  'activities.copy': method(
    'write',
    z.strictObject({ id: Id, title: RequiredLine, startsOn: IsoDate, versionId: Id }),
    z.strictObject({ id: Id }),
  ),
  'activities.update': method('write', z.strictObject({ id: Id, content: ActivityContent }), Nothing),
  /** Replaces the list of sessions; id null is a new one. A session with attendance cannot be left out. */
  'activities.setSessions': method(
    'write',
    z.strictObject({ id: Id, sessions: z.array(Session.extend({ id: Id.nullable() })).max(400) }),
    Nothing,
  ),
  /** Removes an activity without certificates. Undoable. */
  'activities.remove': method('write', z.strictObject({ id: Id }), Nothing),
  'enrolments.add': method(
    'write',
    z.strictObject({ activityId: Id, personIds: z.array(Id).min(1).max(10_000) }),
    z.strictObject({ added: z.int() }),
  ),
  /** Takes people off the activity, with their attendance; undoable. Refused for one who holds a certificate. */
  'enrolments.remove': method(
    'write',
    z.strictObject({ activityId: Id, enrolmentIds: z.array(Id).min(1).max(10_000) }),
    Nothing,
  ),
  'attendance.grid': method('read', z.strictObject({ activityId: Id }), AttendanceGrid),
  /** Records minutes; null takes the mark away. */
  'attendance.mark': method(
    'write',
    z.strictObject({
      activityId: Id,
      marks: z
        .array(
          z.strictObject({ enrolmentId: Id, sessionId: Id, minutes: z.int().min(0).max(1_440).nullable() }),
        )
        .min(1)
        .max(200_000),
    }),
    z.strictObject({ changed: z.int() }),
  ),
  /** Every value a cell has had, newest first. */
  'attendance.history': method(
    'read',
    z.strictObject({ enrolmentId: Id, sessionId: Id }),
    z.array(
      z.strictObject({
        at: Instant,
        minutes: z.int().nullable(),
        how: z.enum(['hand', 'import', 'undo', 'other']),
        /** The file's name for an import, otherwise the act as the history of the office names it. */
        source: z.string(),
      }),
    ),
  ),
  'completion.list': method('read', z.strictObject({ activityId: Id }), z.array(CompletionRow)),
  /** Records assessment, evaluation and claim; a field left out stays as it is. */
  'completion.record': method(
    'write',
    z.strictObject({
      activityId: Id,
      enrolmentIds: z.array(Id).min(1).max(10_000),
      assessmentPercent: z.number().min(0).max(100).nullable().optional(),
      evaluationReturnedOn: IsoDate.nullable().optional(),
      /** A number of quarter-hours, `earned` for all that attendance allows, or null for no claim. */
      claimedQuarters: z.union([Quarters, z.literal('earned'), z.null()]).optional(),
    }),
    /** `kept` of them have a claim that stays as it was: with `earned` nothing can be claimed for them now. */
    z.strictObject({ changed: z.int(), kept: z.int() }),
  ),
} as const;

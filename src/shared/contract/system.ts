import { z } from 'zod';
import { method } from './method.ts';
import { Id, Instant, Nothing, SearchText, StartedJob } from './primitives.ts';

/** A verified copy of the office file. */
export const Backup = z.strictObject({
  /** File name inside the backups folder; names the backup in every call. */
  name: z.string(),
  takenAt: Instant,
  /** Why it was taken: at start, before a migration, before a restore, by hand. */
  occasion: z.enum(['start', 'migration', 'restore', 'manual']),
  sizeBytes: z.int(),
  schemaVersion: z.int(),
});
export type Backup = z.infer<typeof Backup>;

/** What stops the office file from being opened, in words, with what can be done. */
export const Problem = z.strictObject({
  code: z.enum([
    'database/newer',
    'database/damaged',
    'database/in-use',
    'database/folder-missing',
    'database/read-only',
  ]),
  title: z.string(),
  message: z.string(),
  nextStep: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** `new`: no office yet; `ready`: work can go on; `unavailable`: see the problem. */
export const SystemState = z.strictObject({
  phase: z.enum(['new', 'ready', 'unavailable']),
  sample: z.boolean(),
  dataDirectory: z.string(),
  fileName: z.string(),
  version: z.string(),
  problem: Problem.nullable(),
});
export type SystemState = z.infer<typeof SystemState>;

/** Progress and end of a job. When it is done, asked = done + held + failed. */
export const JobState = z.strictObject({
  jobId: z.string(),
  kind: z.string(),
  title: z.string(),
  status: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.int(),
  total: z.int(),
  result: z.json().nullable(),
  fault: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type JobState = z.infer<typeof JobState>;

/** One recorded act of the office: what was done and whether it can be undone. */
export const ChangeSummary = z.strictObject({
  changeId: Id,
  at: Instant,
  method: z.string(),
  title: z.string(),
  reason: z.string().nullable(),
  rows: z.int(),
  undoable: z.boolean(),
});
export type ChangeSummary = z.infer<typeof ChangeSummary>;

/** Methods that concern the file as a whole. Those marked (always) answer even when the file cannot be opened. */
export const system = {
  /** (always) Where we are: new, ready, or what is wrong. */
  'system.state': method('read', Nothing, SystemState),
  /** (always) Backups, newest first. */
  'backups.list': method('read', Nothing, z.array(Backup)),
  /** Takes a backup now, opens and checks it before it counts. */
  'backups.create': method('job', Nothing, StartedJob),
  /** (always) Puts a backup in place of the office file; the present file is kept as a backup first, or set aside if damaged. */
  'backups.restore': method('job', z.strictObject({ name: z.string().max(200) }), StartedJob),
  /** (always) Sets the present file aside under another name and starts with an empty office. Nothing is deleted. */
  'system.startFresh': method('job', Nothing, StartedJob),
  /** Recent acts, newest first. */
  'changes.recent': method(
    'read',
    z.strictObject({ limit: z.int().min(1).max(200) }),
    z.array(ChangeSummary),
  ),
  /** Takes an act back, if nothing has been built on it since. */
  'changes.undo': method('write', z.strictObject({ changeId: Id }), z.strictObject({ title: z.string() })),
  /** Walks the audit chain from the first row. */
  'audit.check': method(
    'read',
    Nothing,
    z.strictObject({ rows: z.int(), ok: z.boolean(), firstBadRow: Id.nullable(), explanation: z.string() }),
  ),
  'jobs.get': method('read', z.strictObject({ jobId: z.string().max(64) }), JobState),
  'jobs.cancel': method('read', z.strictObject({ jobId: z.string().max(64) }), Nothing),
  /** Palette search over curricula, activities, people and certificates. */
  'search.everything': method(
    'read',
    z.strictObject({ text: SearchText }),
    z.array(
      z.strictObject({
        kind: z.enum(['curriculum', 'activity', 'person', 'certificate', 'module']),
        id: Id,
        title: z.string(),
        detail: z.string(),
      }),
    ),
  ),
  /** What needs attention today. */
  'home.summary': method(
    'read',
    Nothing,
    z.strictObject({
      today: z.string(),
      counts: z.strictObject({
        curricula: z.int(),
        activities: z.int(),
        people: z.int(),
        certificates: z.int(),
      }),
      attention: z.array(
        z.strictObject({
          kind: z.enum([
            'curriculum-draft',
            'activity-soon',
            'activity-no-people',
            'attendance-missing',
            'completion-waiting',
            'certificates-ready',
            'certificates-held',
            'follow-ups-due',
            'module-review',
            'backup-old',
            'record-broken',
          ]),
          title: z.string(),
          detail: z.string(),
          /** Where the work is: a window path such as `/activities/3/attendance`. */
          path: z.string(),
          count: z.int(),
        }),
      ),
      upcoming: z.array(
        z.strictObject({
          activityId: Id,
          title: z.string(),
          startsOn: z.string(),
          place: z.string(),
          enrolled: z.int(),
        }),
      ),
    }),
  ),
} as const;

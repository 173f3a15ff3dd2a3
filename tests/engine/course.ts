import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import type { TestEngine } from './fixture.ts';

/** A session as tests write it. */
export type Sitting = {
  readonly title?: string;
  readonly date?: string;
  readonly at: string;
  readonly minutes: number;
  readonly countsForCredit?: boolean;
};

/** The day of a course unless a test says another. */
export const COURSE_DAY = '2026-11-12';

/** Opens an activity on a published curriculum with exactly these sessions, and designates all that they give. */
export async function openCourse(
  office: TestEngine,
  sittings: readonly Sitting[],
  startsOn: string = COURSE_DAY,
): Promise<Output<'activities.get'>> {
  const { id: curriculum } = await office.ask('curricula.create', {
    title: 'Course',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await office.ask('curricula.publish', { id: curriculum });
  const { id } = await office.ask('activities.create', { versionId, title: 'Course', startsOn });
  await office.ask('activities.setSessions', {
    id,
    sessions: sittings.map((sitting, index) => ({
      id: null,
      title: sitting.title ?? `Session ${index + 1}`,
      moduleCode: null,
      date: sitting.date ?? startsOn,
      startTime: sitting.at,
      minutes: sitting.minutes,
      countsForCredit: sitting.countsForCredit ?? true,
    })),
  });
  return office.ask('activities.get', { id });
}

/** A person with sensible values; `change` replaces some. */
export function person(change: Partial<Input<'people.create'>>): Input<'people.create'> {
  return {
    givenName: 'Ana',
    familyName: 'Silva',
    credentials: 'MD',
    profession: 'physician',
    specialty: '',
    email: '',
    npi: '',
    licences: [],
    birthMonthDay: '',
    notes: '',
    ...change,
  };
}

/** Adds people and enrols them; answers enrolment ids in the order given. */
export async function enrol(
  office: TestEngine,
  activityId: number,
  people: readonly Partial<Input<'people.create'>>[],
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const change of people) ids.push((await office.ask('people.create', person(change))).id);
  await office.ask('enrolments.add', { activityId, personIds: ids });
  const grid = await office.ask('attendance.grid', { activityId });
  const byPerson = new Map(grid.rows.map((row) => [row.personId, row.enrolmentId]));
  return ids.map((id) => byPerson.get(id) ?? 0);
}

/** How many rows the office has ever written: equal before and after what writes nothing. */
export async function written(office: TestEngine): Promise<number> {
  const { ok, rows } = await office.ask('audit.check', {});
  if (!ok) throw new Error('the audit chain is broken');
  return rows;
}

/** The bytes of a sample file. */
export function sample(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../resources/samples', name));
}

/** Rehearses a roster given as text or bytes. */
export function rehearseRoster(
  office: TestEngine,
  content: string | Uint8Array,
  options: { readonly fileName?: string; readonly activityId?: number; readonly mapping?: Mapping } = {},
): Promise<Output<'imports.rehearseRoster'>> {
  return office.ask('imports.rehearseRoster', {
    fileName: options.fileName ?? 'people.csv',
    base64: Buffer.from(content).toString('base64'),
    activityId: options.activityId ?? null,
    ...(options.mapping ? { mapping: options.mapping } : {}),
  });
}

type Mapping = NonNullable<Input<'imports.rehearseRoster'>['mapping']>;

/** Rehearses an attendance report given as text or bytes. */
export function rehearseReport(
  office: TestEngine,
  activityId: number,
  content: string | Uint8Array,
  sessionId: number | null = null,
): Promise<Output<'imports.rehearseAttendance'>> {
  return office.ask('imports.rehearseAttendance', {
    fileName: 'report.csv',
    base64: Buffer.from(content).toString('base64'),
    activityId,
    sessionId,
  });
}

/** Applies a rehearsal. @throws when the job does not end well */
export async function apply(
  office: TestEngine,
  rehearsal: { readonly rehearsalId: string },
  decisions: Input<'imports.apply'>['decisions'] = [],
): Promise<Applied> {
  const job = await office.job('imports.apply', { rehearsalId: rehearsal.rehearsalId, decisions });
  if (job.status !== 'done') throw new Error(`${job.fault?.code}: ${job.fault?.message}`);
  // The job answers what applyRehearsal returns.
  return job.result as Applied;
}

/** What an import answers. */
export type Applied = {
  readonly importId: number;
  readonly asked: number;
  readonly done: number;
  readonly held: number;
  readonly failed: number;
  readonly changeId: number;
};

/** Everyone in the office, whole. */
export async function everyone(office: TestEngine): Promise<readonly Output<'people.get'>[]> {
  const { rows } = await office.ask('people.list', {
    text: '',
    profession: null,
    sort: 'added',
    after: null,
    limit: 500,
  });
  const found: Output<'people.get'>[] = [];
  for (const { id } of rows.toReversed()) found.push(await office.ask('people.get', { id }));
  return found;
}

import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type {
  Cohort,
  CurriculumContent,
  CurriculumVersion,
  VersionSummary,
} from '../../shared/contract/curricula.ts';
import type { Competency, Module } from '../../shared/contract/modules.ts';
import { quartersFromMinutes, type Rounding, roundingBehind } from '../../shared/credit/quarter-hours.ts';
import { isSatisfiable, outlineSpan } from '../../shared/curricula/electives.ts';
import { moduleCounts } from '../../shared/curricula/figures.ts';
import { insight } from '../../shared/curricula/insight.ts';
import { moduleIdsOf, NO_CONSTRAINTS, NO_SCHEDULE, requiredItems } from '../../shared/curricula/outline.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { listCompetencies, modulesById } from '../modules/index.ts';
import { officeRounding } from '../office/index.ts';
import { contentOf, requireCurriculum } from './curricula.ts';
import { frozenByFirstSchema } from './first-schema.ts';

type VersionRow = Selectable<Schema['curriculum_versions']>;

/** What a published version keeps beside the columns that lists need. */
type Snapshot = Pick<
  CurriculumVersion,
  | 'description'
  | 'audience'
  | 'delivery'
  | 'award'
  | 'kind'
  | 'items'
  | 'targets'
  | 'constraints'
  | 'schedule'
  | 'content'
  | 'competencies'
>;

/** Versions of one curriculum, or of all that are not archived, newest first. */
export function listVersions(read: Reader, curriculumId?: number): readonly VersionSummary[] {
  let query = read.from
    .selectFrom('curriculum_versions')
    .innerJoin('curricula', 'curricula.id', 'curriculum_versions.curriculum_id')
    .selectAll('curriculum_versions')
    .select((select) =>
      select
        .selectFrom('activities')
        .select((count) => count.fn.countAll<number>().as('number'))
        .whereRef('activities.version_id', '=', 'curriculum_versions.id')
        .as('activities'),
    )
    .where('curricula.archived', '=', 0)
    .orderBy('published_at', 'desc')
    .orderBy('curriculum_versions.id', 'desc');
  if (curriculumId !== undefined) query = query.where('curriculum_id', '=', curriculumId);
  const rounding = officeRounding(read);
  return read.all(query).map((row) => summary(row, row.activities ?? 0, rounding));
}

/** A published version with everything that was frozen. @throws RoundsError `versions/not-found` */
export function getVersion(read: Reader, versionId: number): CurriculumVersion {
  const row = read.first(read.from.selectFrom('curriculum_versions').selectAll().where('id', '=', versionId));
  if (!row)
    throw new RoundsError('versions/not-found', 'This version is not there. Go back to the curriculum.');
  const activities = read.number('SELECT count(*) FROM activities WHERE version_id = ?', versionId);
  return { ...summary(row, activities, officeRounding(read)), ...parseSnapshot(row.snapshot) };
}

/**
 * Freezes the draft as the next version.
 * @throws RoundsError `curricula/empty` without modules, `curricula/unchanged` when the latest version reads the same
 */
export function publish(
  write: Writer,
  curriculumId: number,
): { readonly versionId: number; readonly number: number } {
  const row = requireCurriculum(write, curriculumId);
  const content = contentOf(row);
  const moduleIds = moduleIdsOf(content.items);
  if (moduleIds.length === 0)
    throw new RoundsError(
      'curricula/empty',
      'This curriculum has no modules yet. Add at least one, then publish.',
    );
  const modules = modulesById(write, moduleIds);
  requireElectives(content, modules);
  const latest = latestVersion(write, curriculumId);
  if (latest && readsLike(write, latest, row, modules))
    throw new RoundsError(
      'curricula/unchanged',
      `Version ${latest.number} already reads exactly like this. Change something, or use that version.`,
    );
  const number = (latest?.number ?? 0) + 1;
  const byId = new Map(modules.map((module) => [module.id, module]));
  const minutes = outlineSpan(content.items, (id) => byId.get(id)).least;
  const open = openConstraints(write, content, byId);
  write.describe(
    `Published “${content.title}” version ${number}${open === 0 ? '' : `; ${counted(open, 'constraint does', 'constraints do')} not hold`}`,
  );
  const versionId = write.insert('curriculum_versions', {
    curriculum_id: curriculumId,
    number,
    title: content.title,
    minutes,
    credit_quarters: quartersFromMinutes(minutes, officeRounding(write)),
    modules: modules.length,
    snapshot: JSON.stringify(snapshot(write, content, modules)),
    sha256: draftFingerprint(write, content, modules),
    published_at: write.now,
  });
  return { versionId, number };
}

/** How many constraints do not hold for every learner: publishing says so in the history. */
function openConstraints(
  read: Reader,
  content: CurriculumContent,
  modules: ReadonlyMap<number, Module>,
): number {
  const { checks } = insight(content, {
    moduleOf: (id) => modules.get(id),
    competencies: listCompetencies(read),
    rounding: officeRounding(read),
    // What is overdue bears on no constraint.
    today: '1900-01-01',
  });
  return checks.filter(({ status }) => status !== 'holds').length;
}

/** What tells the latest version from the draft. */
type LatestVersion = Pick<VersionRow, 'id' | 'number' | 'sha256'>;

/** The latest version of a curriculum, if there is one. */
export function latestVersion(read: Reader, curriculumId: number): LatestVersion | undefined {
  return read.first(
    read.from
      .selectFrom('curriculum_versions')
      .select(['id', 'number', 'sha256'])
      .where('curriculum_id', '=', curriculumId)
      .orderBy('number', 'desc')
      .limit(1),
  );
}

/** Whether a new version of the draft would read like this one. `modules` are those of the draft, in its order. */
export function readsLike(
  read: Reader,
  { id, sha256 }: LatestVersion,
  row: Selectable<Schema['curricula']>,
  modules: readonly Module[],
): boolean {
  const content = contentOf(row);
  if (sha256 === draftFingerprint(read, content, modules)) return true;
  // A version of the first schema was hashed without what that schema could not say.
  const first =
    read.number(`SELECT json_type(snapshot, '$.items') IS NULL FROM curriculum_versions WHERE id = ?`, id) ===
    1;
  if (!first) return false;
  const frozen = frozenByFirstSchema({
    templateCode: row.template_code,
    content,
    modules: asTaught(modules),
    competencies: competenciesOf(listCompetencies(read), content, modules),
  });
  return frozen !== null && sha256 === hashOf(frozen);
}

/** Hash of everything that publishing would freeze: equal when a new version would read the same. */
function draftFingerprint(read: Reader, content: CurriculumContent, modules: readonly Module[]): string {
  return hashOf({ title: content.title, ...snapshot(read, content, asTaught(modules)) });
}

/** Whether a module is still in the library does not change what would be taught. */
function asTaught(modules: readonly Module[]): readonly Module[] {
  return modules.map((module) => ({ ...module, retired: false }));
}

function hashOf(frozen: object): string {
  return createHash('sha256').update(JSON.stringify(frozen)).digest('hex');
}

function snapshot(read: Reader, content: CurriculumContent, modules: readonly Module[]): Snapshot {
  return {
    description: content.description,
    audience: content.audience,
    delivery: content.delivery,
    award: content.award,
    kind: content.kind,
    items: content.items,
    targets: content.targets,
    constraints: content.constraints,
    schedule: content.schedule,
    content: [...modules],
    competencies: competenciesOf(listCompetencies(read), content, modules),
  };
}

/** Refuses a group of electives that asks for more than it offers. */
function requireElectives(content: CurriculumContent, modules: readonly Module[]): void {
  const minutesOf = new Map(modules.map(({ id, minutes }) => [id, minutes]));
  const short = content.items.find(
    (item) =>
      item.kind === 'electives' &&
      !isSatisfiable(
        item.rule,
        item.options.flatMap(({ moduleId }) => minutesOf.get(moduleId) ?? []),
      ),
  );
  if (short?.kind !== 'electives') return;
  throw new RoundsError(
    'curricula/electives-out-of-reach',
    `“${short.title}” asks for more than its modules give. Add a module to it or ask for less.`,
  );
}

/** A snapshot as `publish` wrote it. Versions of the first schema had modules in a row and nothing else: they read so. */
function parseSnapshot(text: string): Snapshot {
  // Written below from parsed rows; the table is sealed by a trigger.
  const kept = JSON.parse(text) as Omit<Snapshot, 'kind' | 'items' | 'constraints' | 'schedule'> &
    Partial<Snapshot>;
  const content = kept.content.map((module): Module => ({ ...FIRST_SCHEMA, ...module }));
  return {
    ...kept,
    content,
    kind: kept.kind ?? null,
    items: kept.items ?? requiredItems(content.map(({ id }) => id)),
    constraints: kept.constraints ?? NO_CONSTRAINTS,
    schedule: kept.schedule ?? NO_SCHEDULE,
  };
}

/** What a module of the first schema did not say. */
const FIRST_SCHEMA: Pick<Module, 'mooreLevel' | 'aiUses'> = { mooreLevel: null, aiUses: [] };

/** Only competencies that a module teaches or a target names. */
function competenciesOf(
  all: readonly Competency[],
  content: CurriculumContent,
  modules: readonly Module[],
): Competency[] {
  const named = new Set([
    ...Object.keys(content.targets),
    ...modules.flatMap((module) => module.competencies.map(({ code }) => code)),
  ]);
  return all.filter(({ code }) => named.has(code));
}

function summary(row: VersionRow, activities: number, rounding: Rounding): VersionSummary {
  return {
    ...electiveFigures(row, rounding),
    id: row.id,
    curriculumId: row.curriculum_id,
    number: row.number,
    title: row.title,
    modules: row.modules,
    minutes: row.minutes,
    creditQuarters: row.credit_quarters,
    publishedAt: row.published_at,
    activities,
  };
}

/** What electives add to the figures of a version. Most have none, and then nothing of the frozen copy is read. */
function electiveFigures(
  row: VersionRow,
  rounding: Rounding,
): Pick<VersionSummary, 'counts' | 'mostMinutes' | 'mostCreditQuarters'> {
  const least = { minutes: row.minutes, quarters: row.credit_quarters };
  if (!row.snapshot.includes('"kind":"electives"'))
    return {
      counts: { required: row.modules, electives: [] },
      mostMinutes: least.minutes,
      mostCreditQuarters: least.quarters,
    };
  const { items, content } = parseSnapshot(row.snapshot);
  const byId = new Map(content.map((module) => [module.id, module]));
  const { most } = outlineSpan(items, (id) => byId.get(id));
  return {
    counts: moduleCounts(items),
    mostMinutes: most,
    mostCreditQuarters: quartersFromMinutes(most, roundingBehind([least], rounding)),
  };
}

/** Activities taught on the versions of a curriculum, the latest first. @throws RoundsError `curricula/not-found` */
export function listCohorts(read: Reader, curriculumId: number): readonly Cohort[] {
  requireCurriculum(read, curriculumId);
  const rows = read.all(
    read.from
      .selectFrom('activities')
      .innerJoin('curriculum_versions', 'curriculum_versions.id', 'activities.version_id')
      .select(['version_id', 'number', 'activities.id', 'activities.title', 'starts_on', 'ends_on'])
      .select((select) => [
        select
          .selectFrom('enrolments')
          .select((count) => count.fn.countAll<number>().as('number'))
          .whereRef('activity_id', '=', 'activities.id')
          .as('enrolled'),
        select
          .selectFrom('certificate_standing')
          .innerJoin('enrolments', 'enrolments.id', 'certificate_standing.enrolment_id')
          .select((count) => count.fn.countAll<number>().as('number'))
          .whereRef('activity_id', '=', 'activities.id')
          .where('status', '=', 'issued')
          .as('certified'),
      ])
      .where('curriculum_id', '=', curriculumId)
      .orderBy('starts_on', 'desc')
      .orderBy('activities.id', 'desc'),
  );
  return rows.map((row) => ({
    versionId: row.version_id,
    versionNumber: row.number,
    activityId: row.id,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    enrolled: row.enrolled ?? 0,
    certified: row.certified ?? 0,
  }));
}

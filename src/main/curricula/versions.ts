import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type {
  Competency,
  CurriculumContent,
  CurriculumVersion,
  Module,
  VersionSummary,
} from '../../shared/contract/curricula.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { listCompetencies } from './competencies.ts';
import { contentOf, requireCurriculum } from './curricula.ts';
import { modulesById } from './modules.ts';

type VersionRow = Selectable<Schema['curriculum_versions']>;

/** What a published version keeps beside the columns that lists need. */
type Snapshot = Pick<
  CurriculumVersion,
  'description' | 'audience' | 'delivery' | 'award' | 'targets' | 'content' | 'competencies'
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
  return read.all(query).map((row) => summary(row, row.activities ?? 0));
}

/** A published version with everything that was frozen. @throws RoundsError `versions/not-found` */
export function getVersion(read: Reader, versionId: number): CurriculumVersion {
  const row = read.first(read.from.selectFrom('curriculum_versions').selectAll().where('id', '=', versionId));
  if (!row)
    throw new RoundsError('versions/not-found', 'This version is not there. Go back to the curriculum.');
  const activities = read.number('SELECT count(*) FROM activities WHERE version_id = ?', versionId);
  // Written by publish below from parsed rows; the table is sealed by a trigger.
  return { ...summary(row, activities), ...(JSON.parse(row.snapshot) as Snapshot) };
}

/**
 * Freezes the draft as the next version.
 * @throws RoundsError `curricula/empty` without modules, `curricula/unchanged` when the latest version reads the same
 */
export function publish(
  write: Writer,
  curriculumId: number,
): { readonly versionId: number; readonly number: number } {
  const content = contentOf(requireCurriculum(write, curriculumId));
  if (content.moduleIds.length === 0)
    throw new RoundsError(
      'curricula/empty',
      'This curriculum has no modules yet. Add at least one, then publish.',
    );
  const modules = modulesById(write, content.moduleIds);
  const sha256 = draftFingerprint(write, content, modules);
  const latest = write.first(
    write.from
      .selectFrom('curriculum_versions')
      .select(['number', 'sha256'])
      .where('curriculum_id', '=', curriculumId)
      .orderBy('number', 'desc')
      .limit(1),
  );
  if (latest?.sha256 === sha256)
    throw new RoundsError(
      'curricula/unchanged',
      `Version ${latest.number} already reads exactly like this. Change something, or use that version.`,
    );
  const number = (latest?.number ?? 0) + 1;
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  write.describe(`Published “${content.title}” version ${number}`);
  const versionId = write.insert('curriculum_versions', {
    curriculum_id: curriculumId,
    number,
    title: content.title,
    minutes,
    credit_quarters: quartersFromMinutes(minutes, officeRounding(write)),
    modules: modules.length,
    snapshot: JSON.stringify(snapshot(write, content, modules)),
    sha256,
    published_at: write.now,
  });
  return { versionId, number };
}

/** Hash of everything that publishing would freeze: equal when a new version would read the same. */
export function draftFingerprint(
  read: Reader,
  content: CurriculumContent,
  modules: readonly Module[],
): string {
  // Whether a module is still in the library does not change what would be taught.
  const taught = modules.map((module) => ({ ...module, retired: false }));
  const frozen = { title: content.title, ...snapshot(read, content, taught) };
  return createHash('sha256').update(JSON.stringify(frozen)).digest('hex');
}

function snapshot(read: Reader, content: CurriculumContent, modules: readonly Module[]): Snapshot {
  return {
    description: content.description,
    audience: content.audience,
    delivery: content.delivery,
    award: content.award,
    targets: content.targets,
    content: [...modules],
    competencies: competenciesOf(listCompetencies(read), content, modules),
  };
}

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

function summary(row: VersionRow, activities: number): VersionSummary {
  return {
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

import { dateInZone } from '../../shared/activities/schedule.ts';
import type { Curriculum, CurriculumContent, CurriculumVersion } from '../../shared/contract/curricula.ts';
import type { Competency, Module } from '../../shared/contract/modules.ts';
import { type Insight, insight } from '../../shared/curricula/insight.ts';
import { moduleIdsOf } from '../../shared/curricula/outline.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatDate } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';
import { listCompetencies, modulesById } from '../modules/index.ts';
import { type OfficeForPages, officeForPages } from '../office/index.ts';
import { getCurriculum } from './curricula.ts';
import { getVersion } from './versions.ts';

/** What a syllabus or an overview is printed of: a published version or a draft as it stands. */
export type SheetSubject = Pick<
  CurriculumContent,
  | 'title'
  | 'description'
  | 'audience'
  | 'delivery'
  | 'award'
  | 'kind'
  | 'items'
  | 'constraints'
  | 'schedule'
  | 'targets'
> & {
  readonly office: OfficeForPages;
  /** Every module of the outline, electives too, in its order. */
  readonly modules: readonly Module[];
  readonly competencies: readonly Competency[];
  readonly found: Insight;
  /** Such as `Version 2, published November 24, 2026`. */
  readonly versionLine: string;
  /** How files of it are called, such as `v2` or `draft`. */
  readonly fileEnding: string;
  readonly isDraft: boolean;
  /** Instant, UTC. */
  readonly datedAt: string;
};

/** A published version as it was frozen. @throws RoundsError `versions/not-found` */
export function versionSubject(read: Reader, versionId: number): SheetSubject {
  const version = getVersion(read, versionId);
  const office = officeForPages(read);
  const published = formatDate(dateInZone(version.publishedAt, office.timeZone));
  return {
    ...version,
    ...summed(version, version.content, version.competencies, office),
    versionLine: `Version ${version.number}, published ${published}`,
    fileEnding: `v${version.number}`,
    isDraft: false,
    datedAt: version.publishedAt,
  };
}

/** A draft with the modules as the library has them now. @throws RoundsError `curricula/not-found`, `curricula/empty` */
export function draftSubject(read: Reader, curriculumId: number): SheetSubject {
  const curriculum = getCurriculum(read, curriculumId);
  const modules = modulesById(read, moduleIdsOf(curriculum.items));
  if (modules.length === 0)
    throw new RoundsError(
      'curricula/empty',
      'This curriculum has no modules yet. Add at least one, then print it.',
    );
  const office = officeForPages(read);
  return {
    ...curriculum,
    ...summed(curriculum, modules, listCompetencies(read), office),
    versionLine: draftLine(curriculum, office.timeZone),
    fileEnding: 'draft',
    isDraft: true,
    datedAt: curriculum.updatedAt,
  };
}

function draftLine({ updatedAt, versions }: Curriculum, timeZone: string): string {
  const latest = versions[0];
  const since = latest ? `, after version ${latest.number}` : ', not published';
  return `Draft of ${formatDate(dateInZone(updatedAt, timeZone))}${since}`;
}

function summed(
  content: Pick<CurriculumVersion, 'items' | 'targets' | 'constraints' | 'schedule'>,
  modules: readonly Module[],
  competencies: readonly Competency[],
  office: OfficeForPages,
): Pick<SheetSubject, 'modules' | 'competencies' | 'found' | 'office'> {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const found = insight(content, {
    moduleOf: (id) => byId.get(id),
    competencies,
    rounding: office.rounding,
    // What is overdue is not printed, so that the same version prints the same on any day.
    today: '1900-01-01',
  });
  return { modules, competencies, found, office };
}

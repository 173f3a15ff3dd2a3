import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  type Curriculum,
  type CurriculumContent,
  type CurriculumSummary,
  type Module,
  Targets,
} from '../../shared/contract/curricula.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { minutesByDomain } from '../../shared/curricula/insight.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { listModules } from './modules.ts';
import { templateContent } from './templates.ts';
import { draftFingerprint, listVersions } from './versions.ts';

type CurriculumRow = Selectable<Schema['curricula']>;

const ModuleIds = z.array(z.int());

/** Curricula that are not archived, the latest touched first. */
export function listCurricula(read: Reader): readonly CurriculumSummary[] {
  const modules = new Map(listModules(read).map((module) => [module.id, module]));
  const rounding = officeRounding(read);
  const rows = read.all(
    read.from
      .selectFrom('curricula')
      .selectAll()
      .where('archived', '=', 0)
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc'),
  );
  return rows.map((row) => {
    const content = contentOf(row);
    const own = content.moduleIds.flatMap((id) => modules.get(id) ?? []);
    const latest = read.first(
      read.from
        .selectFrom('curriculum_versions')
        .select(['number', 'sha256'])
        .where('curriculum_id', '=', row.id)
        .orderBy('number', 'desc')
        .limit(1),
    );
    const minutes = own.reduce((sum, module) => sum + module.minutes, 0);
    return {
      id: row.id,
      title: row.title,
      modules: own.length,
      minutes,
      creditQuarters: quartersFromMinutes(minutes, rounding),
      domainMinutes: minutesByDomain(own),
      latestVersion: latest?.number ?? null,
      changedSinceVersion: latest === undefined || latest.sha256 !== draftFingerprint(read, content, own),
      updatedAt: row.updated_at,
    };
  });
}

/** One curriculum with its versions. @throws RoundsError `curricula/not-found` */
export function getCurriculum(read: Reader, id: number): Curriculum {
  const row = requireCurriculum(read, id);
  return {
    ...contentOf(row),
    id,
    templateCode: row.template_code,
    updatedAt: row.updated_at,
    versions: [...listVersions(read, id)],
  };
}

/** Starts a curriculum from a template (a specialty pathway with its module) or from nothing. */
export function createCurriculum(
  write: Writer,
  input: {
    readonly title: string;
    readonly templateCode: string | null;
    readonly specialtyModule: string | null;
  },
): number {
  const empty = {
    title: input.title,
    description: '',
    audience: '',
    delivery: '',
    award: '',
    moduleIds: [],
    targets: {},
  };
  const content = input.templateCode === null ? empty : fromTemplate(write, input.templateCode, input);
  write.describe(`Started curriculum “${input.title}”`);
  return write.insert('curricula', {
    ...toRow(content),
    template_code: input.templateCode,
    archived: 0,
    updated_at: write.now,
  });
}

/** Saves the draft. @throws RoundsError `curricula/duplicate-module`, `modules/not-found` */
export function updateCurriculum(write: Writer, id: number, content: CurriculumContent): void {
  const before = contentOf(requireCurriculum(write, id));
  if (new Set(content.moduleIds).size !== content.moduleIds.length)
    throw new RoundsError(
      'curricula/duplicate-module',
      'A module stands in this curriculum twice. Remove one of the two.',
    );
  const known = new Set(listModules(write).map((module) => module.id));
  if (content.moduleIds.some((moduleId) => !known.has(moduleId)))
    throw new RoundsError(
      'modules/not-found',
      'A module of this curriculum is not in the library any more. Remove it.',
    );
  // The window saves as one types; a save that says nothing new leaves no trace in the history.
  if (JSON.stringify(toRow(before)) === JSON.stringify(toRow(content))) return;
  write.describe(`Edited curriculum “${content.title}”`);
  write.update('curricula', { id }, { ...toRow(content), updated_at: write.now });
}

/** Copies a draft under a new title, without its versions. */
export function duplicateCurriculum(write: Writer, id: number, title: string): number {
  const row = requireCurriculum(write, id);
  write.describe(`Copied curriculum “${row.title}” as “${title}”`);
  return write.insert('curricula', {
    ...toRow({ ...contentOf(row), title }),
    template_code: row.template_code,
    archived: 0,
    updated_at: write.now,
  });
}

/** Removes a curriculum: without versions for good, otherwise out of the list. Both can be undone. */
export function removeCurriculum(write: Writer, id: number): void {
  const row = requireCurriculum(write, id);
  write.describe(`Removed curriculum “${row.title}”`);
  if (listVersions(write, id).length === 0) write.remove('curricula', { id });
  else write.update('curricula', { id }, { archived: 1 });
}

/** The row of a curriculum. @throws RoundsError `curricula/not-found` */
export function requireCurriculum(read: Reader, id: number): CurriculumRow {
  const row = read.first(read.from.selectFrom('curricula').selectAll().where('id', '=', id));
  if (!row || row.archived === 1)
    throw new RoundsError(
      'curricula/not-found',
      'This curriculum is not there any more. Go back to the list.',
    );
  return row;
}

/** The draft in a row, as the contract shows it. */
export function contentOf(row: CurriculumRow): CurriculumContent {
  return {
    title: row.title,
    description: row.description,
    audience: row.audience,
    delivery: row.delivery,
    award: row.award,
    moduleIds: ModuleIds.parse(JSON.parse(row.module_ids)),
    targets: Targets.parse(JSON.parse(row.targets)),
  };
}

function toRow(
  content: CurriculumContent,
): Pick<
  CurriculumRow,
  'title' | 'description' | 'audience' | 'delivery' | 'award' | 'module_ids' | 'targets'
> {
  return {
    title: content.title,
    description: content.description,
    audience: content.audience,
    delivery: content.delivery,
    award: content.award,
    module_ids: JSON.stringify(content.moduleIds),
    targets: JSON.stringify(content.targets),
  };
}

function fromTemplate(
  read: Reader,
  code: string,
  input: { readonly title: string; readonly specialtyModule: string | null },
): CurriculumContent {
  const template = templateContent(read, code);
  const { specialtyModule } = input;
  if (specialtyModule !== null && !template.specialtyChoices.includes(specialtyModule))
    throw new RoundsError(
      'modules/not-found',
      'This template does not offer that specialty module. Choose one it offers.',
    );
  const codes = template.moduleCodes.map((moduleCode) =>
    moduleCode === template.specialtyReplaces && specialtyModule !== null ? specialtyModule : moduleCode,
  );
  const library = listModules(read).filter((module) => !module.retired);
  const byCode = new Map<string, Module>(library.map((module) => [module.code, module]));
  return {
    title: input.title,
    description: template.description,
    audience: template.audience.join(', '),
    delivery: template.delivery,
    award: template.award,
    moduleIds: codes.flatMap((moduleCode) => byCode.get(moduleCode)?.id ?? []),
    targets: template.targets,
  };
}

import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  Constraints,
  type Curriculum,
  type CurriculumContent,
  type CurriculumSummary,
  OutlineItem,
  Schedule,
} from '../../shared/contract/curricula.ts';
import { Targets } from '../../shared/contract/modules.ts';
import { quartersFromMinutes } from '../../shared/credit/quarter-hours.ts';
import { outlineSpan } from '../../shared/curricula/electives.ts';
import { moduleCounts } from '../../shared/curricula/figures.ts';
import { leastByDomain } from '../../shared/curricula/insight.ts';
import { moduleIdsOf, NO_CONSTRAINTS, NO_SCHEDULE } from '../../shared/curricula/outline.ts';
import { readOutline } from '../../shared/curricula/read-outline.ts';
import { templateOutline } from '../../shared/curricula/template-outline.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { listModules } from '../modules/index.ts';
import { officeRounding } from '../office/index.ts';
import { templateContent } from './templates.ts';
import { getVersion, latestVersion, listVersions, readsLike } from './versions.ts';

type CurriculumRow = Selectable<Schema['curricula']>;

const Items = z.array(OutlineItem);

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
    const own = moduleIdsOf(content.items).flatMap((id) => modules.get(id) ?? []);
    const latest = latestVersion(read, row.id);
    const span = outlineSpan(content.items, (id) => modules.get(id));
    return {
      id: row.id,
      title: row.title,
      kind: row.kind,
      modules: own.length,
      counts: moduleCounts(content.items, (id) => modules.has(id)),
      minutes: span.least,
      creditQuarters: quartersFromMinutes(span.least, rounding),
      mostMinutes: span.most,
      mostCreditQuarters: quartersFromMinutes(span.most, rounding),
      domainMinutes: leastByDomain(readOutline(content.items, (id) => modules.get(id))),
      latestVersion: latest?.number ?? null,
      changedSinceVersion: latest === undefined || !readsLike(read, latest, row, own),
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
    kind: null,
    items: [],
    targets: {},
    constraints: NO_CONSTRAINTS,
    schedule: NO_SCHEDULE,
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

/** Drafts that are in the list, by id. */
export function draftsOf(read: Reader): ReadonlyMap<number, CurriculumContent> {
  const rows = read.all(
    read.from.selectFrom('curricula').selectAll().where('archived', '=', 0).orderBy('id'),
  );
  return new Map(rows.map((row) => [row.id, contentOf(row)]));
}

/** Adds a draft as it is, and nothing to the title of the change; its modules must be there. */
export function addCurriculum(write: Writer, content: CurriculumContent): number {
  return write.insert('curricula', {
    ...toRow(content),
    template_code: null,
    archived: 0,
    updated_at: write.now,
  });
}

/** Saves the draft. @throws RoundsError `curricula/duplicate-module`, `modules/not-found` */
export function updateCurriculum(write: Writer, id: number, content: CurriculumContent): void {
  const before = contentOf(requireCurriculum(write, id));
  const moduleIds = moduleIdsOf(content.items);
  if (new Set(moduleIds).size !== moduleIds.length)
    throw new RoundsError(
      'curricula/duplicate-module',
      'A module stands in this curriculum twice. Remove one of the two.',
    );
  const known = new Set(listModules(write).map((module) => module.id));
  if (moduleIds.some((moduleId) => !known.has(moduleId)))
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

/** Starts a curriculum from a published version, with the modules as the library has them now. */
export function copyVersion(write: Writer, versionId: number, title: string): number {
  const version = getVersion(write, versionId);
  const { description, audience, delivery, award, kind, items, targets, constraints } = version;
  write.describe(`Copied “${version.title}” version ${version.number} as “${title}”`);
  return write.insert('curricula', {
    ...toRow({
      title,
      description,
      audience,
      delivery,
      award,
      kind,
      items,
      targets,
      constraints,
      schedule: NO_SCHEDULE,
    }),
    template_code: null,
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
    kind: row.kind,
    items: Items.parse(JSON.parse(row.items)),
    targets: Targets.parse(JSON.parse(row.targets)),
    constraints: Constraints.parse(JSON.parse(row.constraints)),
    schedule: Schedule.parse(JSON.parse(row.schedule)),
  };
}

function toRow(
  content: CurriculumContent,
): Pick<
  CurriculumRow,
  | 'title'
  | 'description'
  | 'audience'
  | 'delivery'
  | 'award'
  | 'kind'
  | 'items'
  | 'targets'
  | 'constraints'
  | 'schedule'
> {
  return {
    title: content.title,
    description: content.description,
    audience: content.audience,
    delivery: content.delivery,
    award: content.award,
    kind: content.kind,
    items: JSON.stringify(content.items),
    targets: JSON.stringify(content.targets),
    constraints: JSON.stringify(content.constraints),
    schedule: JSON.stringify(content.schedule),
  };
}

function fromTemplate(
  read: Reader,
  code: string,
  input: { readonly title: string; readonly specialtyModule: string | null },
): CurriculumContent {
  const template = templateContent(code);
  const { specialtyModule } = input;
  if (specialtyModule !== null && !template.specialtyChoices.includes(specialtyModule))
    throw new RoundsError(
      'modules/not-found',
      'This template does not offer that specialty module. Choose one it offers.',
    );
  const byCode = new Map(listModules(read).map((module) => [module.code, module]));
  return {
    title: input.title,
    description: template.description,
    audience: template.audience.join(', '),
    delivery: template.delivery,
    award: template.award,
    kind: template.kind,
    ...templateOutline(template, specialtyModule, byCode),
  };
}

import type { Selectable } from 'kysely';
import { type Module, ModuleContent } from '../../shared/contract/curricula.ts';
import { prerequisiteCycle } from '../../shared/curricula/insight.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import { catalogueModules } from './catalogue.ts';
import { listCompetencies } from './competencies.ts';

type ModuleRow = Selectable<Schema['modules']>;

/** Every module of the library, retired ones too, in the order of their codes. */
export function listModules(read: Reader): readonly Module[] {
  return read.all(read.from.selectFrom('modules').selectAll().orderBy('code')).map(toModule);
}

/** Modules by id, in the order asked. @throws RoundsError `modules/not-found` */
export function modulesById(read: Reader, ids: readonly number[]): readonly Module[] {
  return ids.map((id) => {
    const row = read.first(read.from.selectFrom('modules').selectAll().where('id', '=', id));
    if (!row) throw notFound();
    return toModule(row);
  });
}

/** Adds a module of the office's own. */
export function createModule(write: Writer, content: ModuleContent): number {
  check(write, content, null);
  write.describe(`Added module ${content.code} “${content.title}”`);
  return write.insert('modules', { ...moduleColumns(content), origin: 'own', edited: 0, retired: 0 });
}

/** Changes a module; published versions keep what they froze. */
export function updateModule(write: Writer, id: number, content: ModuleContent): void {
  const before = write.first(write.from.selectFrom('modules').selectAll().where('id', '=', id));
  if (!before) throw notFound();
  check(write, content, before);
  write.describe(`Edited module ${content.code} “${content.title}”`);
  write.update(
    'modules',
    { id },
    { ...moduleColumns(content), edited: differsFromCatalogue(before.origin, content) ? 1 : 0 },
  );
}

/** Takes a module out of the library, or back into it. */
export function retireModule(write: Writer, id: number, retired: boolean): void {
  const row = write.first(write.from.selectFrom('modules').selectAll().where('id', '=', id));
  if (!row) throw notFound();
  write.describe(`${retired ? 'Retired' : 'Brought back'} module ${row.code} “${row.title}”`);
  write.update('modules', { id }, { retired: retired ? 1 : 0 });
}

/** Whether a module of the catalogue no longer reads as it came; putting it back takes the mark away. */
function differsFromCatalogue(origin: Module['origin'], content: ModuleContent): boolean {
  if (origin !== 'catalogue') return false;
  const original = catalogueModules().get(content.code);
  return !original || JSON.stringify(moduleColumns(content)) !== JSON.stringify(moduleColumns(original));
}

/** The row as the contract shows it. */
export function toModule(row: ModuleRow): Module {
  const content = ModuleContent.parse({
    code: row.code,
    title: row.title,
    domain: row.domain,
    track: row.track,
    format: row.format,
    amaLearningFormat: row.ama_learning_format,
    minutes: row.minutes,
    description: row.description,
    objectives: JSON.parse(row.objectives),
    audience: JSON.parse(row.audience),
    specialtyFocus: JSON.parse(row.specialty_focus),
    prerequisites: JSON.parse(row.prerequisites),
    competencies: JSON.parse(row.competencies),
    assessmentMethod: row.assessment_method,
    assessmentStandard: row.assessment_standard,
    references: JSON.parse(row.references),
    lastReviewed: row.last_reviewed,
    reviewBy: row.review_by,
  });
  return { ...content, id: row.id, origin: row.origin, edited: row.edited === 1, retired: row.retired === 1 };
}

/** A module's content as columns. */
export function moduleColumns(
  content: ModuleContent,
): Omit<ModuleRow, 'id' | 'origin' | 'edited' | 'retired'> {
  return {
    code: content.code,
    title: content.title,
    domain: content.domain,
    track: content.track,
    format: content.format,
    ama_learning_format: content.amaLearningFormat,
    minutes: content.minutes,
    description: content.description,
    objectives: JSON.stringify(content.objectives),
    audience: JSON.stringify(content.audience),
    specialty_focus: JSON.stringify(content.specialtyFocus),
    prerequisites: JSON.stringify(content.prerequisites),
    competencies: JSON.stringify(content.competencies),
    assessment_method: content.assessmentMethod,
    assessment_standard: content.assessmentStandard,
    references: JSON.stringify(content.references),
    last_reviewed: content.lastReviewed,
    review_by: content.reviewBy,
  };
}

/**
 * Every module that a draft or a prerequisite names is there: they name it inside lists, where the file itself cannot check.
 * @throws RoundsError `changes/cannot-undo`
 */
export function requireModulesNamed(read: Reader, undone: string): void {
  const missing = read.number(
    `SELECT EXISTS (SELECT 1 FROM curricula, json_each(module_ids) AS named
         WHERE named.value NOT IN (SELECT id FROM modules))
       OR EXISTS (SELECT 1 FROM modules, json_each(prerequisites) AS named
         WHERE named.value NOT IN (SELECT code FROM modules))`,
  );
  if (missing === 0) return;
  throw new RoundsError(
    'changes/cannot-undo',
    `“${undone}” cannot be undone: a curriculum or a module builds on it. Undo that first.`,
  );
}

/** What must hold of a module beside its form: its code is its own, its prerequisites exist and do not run in a circle. */
function check(read: Reader, content: ModuleContent, before: ModuleRow | null): void {
  const others = listModules(read).filter((module) => module.id !== before?.id);
  const byCode = new Map(others.map((module) => [module.code, module]));
  if (byCode.has(content.code))
    throw new RoundsError(
      'modules/code-in-use',
      `Another module has the code ${content.code}. Choose another code.`,
    );
  if (before && before.code !== content.code) {
    const asking = others.filter((module) => module.prerequisites.includes(before.code));
    if (asking.length > 0)
      throw new RoundsError(
        'modules/in-use',
        `${asking.map((module) => module.code).join(', ')} ${asking.length === 1 ? 'has' : 'have'} ${before.code} as a prerequisite. Keep the code, or change that first.`,
      );
  }
  for (const code of content.prerequisites) {
    if (code === content.code)
      throw new RoundsError(
        'modules/prerequisite-cycle',
        'A module cannot be its own prerequisite. Remove it from the list.',
      );
    if (!byCode.has(code))
      throw new RoundsError(
        'modules/not-found',
        `There is no module ${code}. Choose prerequisites from the library.`,
      );
  }
  const cycle = prerequisiteCycle(
    content.code,
    content.prerequisites,
    (code) => byCode.get(code)?.prerequisites ?? [],
  );
  if (cycle)
    throw new RoundsError(
      'modules/prerequisite-cycle',
      `These prerequisites run in a circle: ${cycle.join(' → ')}. Remove one of them.`,
    );
  for (const code of content.prerequisites) checkAudience(content, byCode.get(code) ?? content);
  for (const other of others) if (other.prerequisites.includes(content.code)) checkAudience(other, content);
  checkCompetencies(read, content);
}

/**
 * A learner who may take a module may take what it builds on: its audience lies inside that of each prerequisite.
 * The catalogue holds this throughout; a filter by audience would otherwise break a pathway without a word.
 */
function checkAudience(
  module: Pick<ModuleContent, 'code' | 'audience'>,
  prerequisite: Pick<ModuleContent, 'code' | 'audience'>,
): void {
  // No audience at all means that the module is for everyone.
  if (prerequisite.audience.length === 0) return;
  const outside = module.audience.filter((group) => !prerequisite.audience.includes(group));
  const everyone = module.audience.length === 0;
  if (outside.length === 0 && !everyone) return;
  throw new RoundsError(
    'modules/audience-too-wide',
    `${module.code} is for ${everyone ? 'everyone' : outside.map((group) => group.replaceAll('_', ' ')).join(', ')}, but ${prerequisite.code}, its prerequisite, is not. Widen the audience of ${prerequisite.code} or narrow that of ${module.code}.`,
  );
}

function checkCompetencies(read: Reader, content: ModuleContent): void {
  const known = new Set(listCompetencies(read).map(({ code }) => code));
  const unknown = content.competencies.find(({ code }) => !known.has(code));
  if (unknown)
    throw new RoundsError(
      'request/invalid',
      `There is no competency ${unknown.code}. Choose one of the list.`,
    );
  if (new Set(content.competencies.map(({ code }) => code)).size !== content.competencies.length)
    throw new RoundsError('request/invalid', 'A competency stands there twice. Remove one of the two.');
}

function notFound(): RoundsError {
  return new RoundsError('modules/not-found', 'This module is not in the library any more.');
}

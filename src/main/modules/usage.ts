import type { ModuleUsage } from '../../shared/contract/modules.ts';
import { counted } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';

/** Everything that holds a module: drafts, versions with their activities, modules that require it, saved pathways. */
export function moduleUsage(read: Reader, module: Named): ModuleUsage {
  return {
    curricula: [
      ...read.rows<{ id: number; title: string; archived: number }>(
        `SELECT id, title, archived FROM curricula WHERE EXISTS (
           SELECT 1 FROM json_tree(items) AS held WHERE held.key = 'moduleId' AND held.value = ?)
         ORDER BY archived, title, id`,
        module.id,
      ),
    ].map(flagged),
    versions: [
      ...read.rows<Omit<ModuleUsage['versions'][number], 'archived'> & { archived: number }>(
        `SELECT id, curriculum_id AS curriculumId, title, number,
           (SELECT count(*) FROM activities WHERE version_id = curriculum_versions.id) AS activities,
           (SELECT archived FROM curricula WHERE curricula.id = curriculum_id) AS archived
         FROM curriculum_versions WHERE EXISTS (
           SELECT 1 FROM json_each(snapshot, '$.content') AS held WHERE held.value ->> 'id' = ?)
         ORDER BY archived, title, curriculum_id, number DESC`,
        module.id,
      ),
    ].map(flagged),
    requiredBy: [
      ...read.rows<ModuleUsage['requiredBy'][number]>(
        `SELECT id, code, title FROM modules WHERE EXISTS (
           SELECT 1 FROM json_each(prerequisites) AS required WHERE required.value = ?)
         ORDER BY code`,
        module.code,
      ),
    ],
    // An answer that is no pathway has no steps: it holds nothing.
    pathways: read.number(
      `SELECT count(*) FROM pathways WHERE EXISTS (
         SELECT 1 FROM json_each(answer, '$.steps') AS step WHERE step.value ->> 'code' = ?)`,
      module.code,
    ),
  };
}

/** Whether something with an `id` and a `code` is held by a draft, a version, a module or a saved pathway. */
const HELD = `(id IN (SELECT held.value FROM curricula, json_tree(items) AS held WHERE held.key = 'moduleId')
  OR id IN (SELECT held.value ->> 'id' FROM curriculum_versions, json_each(snapshot, '$.content') AS held)
  OR code IN (SELECT required.value FROM modules AS other, json_each(other.prerequisites) AS required)
  OR code IN (SELECT step.value ->> 'code' FROM pathways, json_each(answer, '$.steps') AS step))`;

/** Ids of the modules that a draft, a version, another module or a saved pathway holds. */
export function usedModules(read: Reader): readonly number[] {
  return read.rows<{ id: number }>(`SELECT id FROM modules WHERE ${HELD} ORDER BY id`).map(({ id }) => id);
}

/** The first of some modules, in the library or not, that anything holds. */
export function firstUsed(read: Reader, modules: readonly Named[]): Named | undefined {
  const [first] = read.rows<{ id: number; code: string }>(
    `WITH asked AS (SELECT value ->> 'id' AS id, value ->> 'code' AS code, key FROM json_each(?))
     SELECT id, code FROM asked WHERE ${HELD} ORDER BY key LIMIT 1`,
    JSON.stringify(modules),
  );
  return first;
}

type Named = { readonly id: number; readonly code: string };

function flagged<Row extends { archived: number }>(row: Row): Omit<Row, 'archived'> & { archived: boolean } {
  return { ...row, archived: row.archived === 1 };
}

/** Whether anything holds the module. */
export function isUsed({ curricula, versions, requiredBy, pathways }: ModuleUsage): boolean {
  return curricula.length + versions.length + requiredBy.length + pathways > 0;
}

/** How many titles a sentence names before it counts the rest. */
const MOST_NAMED = 3;

/** Says where a module is used and what can be done; what is published, or removed, is out of reach for taking it out. */
export function inUseSentence(code: string, usage: ModuleUsage): string {
  const used = `${code} is used in ${placesOf(usage)}.`;
  const stays = 'it then stays where it is used and is offered nowhere else.';
  return usage.versions.length > 0 || usage.curricula.some(({ archived }) => archived)
    ? `${used} Retire it instead: ${stays}`
    : `${used} Take it out there first, or retire it: ${stays}`;
}

function placesOf({ curricula, ...usage }: ModuleUsage): string {
  const titles = (archived: boolean): readonly string[] =>
    curricula.filter((curriculum) => curriculum.archived === archived).map(({ title }) => `“${title}”`);
  const places = [
    named(titles(false), 'curriculum', 'curricula'),
    named(titles(true), 'removed curriculum', 'removed curricula'),
    named(
      usage.versions.map(({ title, number }) => `“${title}” version ${number}`),
      'published version',
      'published versions',
    ),
    named(
      usage.requiredBy.map(({ code }) => code),
      'module that requires it',
      'modules that require it',
    ),
    usage.pathways === 0 ? null : counted(usage.pathways, 'saved pathway', 'saved pathways'),
  ];
  return places.filter((place) => place !== null).join('; ');
}

function named(titles: readonly string[], one: string, many: string): string | null {
  if (titles.length === 0) return null;
  const rest = titles.length - MOST_NAMED;
  const shown = titles.slice(0, MOST_NAMED).join(', ');
  return `${counted(titles.length, one, many)} (${shown}${rest > 0 ? ` and ${rest} more` : ''})`;
}

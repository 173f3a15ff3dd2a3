import type { ModuleUsage } from '../../shared/contract/modules.ts';
import { counted } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';

/** Everything that holds a module: drafts, versions with their activities, modules that require it, saved pathways. */
export function moduleUsage(
  read: Reader,
  module: { readonly id: number; readonly code: string },
): ModuleUsage {
  return {
    curricula: [
      ...read.rows<{ id: number; title: string }>(
        `SELECT id, title FROM curricula WHERE EXISTS (
           SELECT 1 FROM json_tree(items) AS held WHERE held.key = 'moduleId' AND held.value = ?)
         ORDER BY title, id`,
        module.id,
      ),
    ],
    versions: [
      ...read.rows<ModuleUsage['versions'][number]>(
        `SELECT id, curriculum_id AS curriculumId, title, number,
           (SELECT count(*) FROM activities WHERE version_id = curriculum_versions.id) AS activities
         FROM curriculum_versions WHERE EXISTS (
           SELECT 1 FROM json_each(snapshot, '$.content') AS held WHERE held.value ->> 'id' = ?)
         ORDER BY title, curriculum_id, number DESC`,
        module.id,
      ),
    ],
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

/** Ids of the modules that a draft, a version, another module or a saved pathway holds. */
export function usedModules(read: Reader): readonly number[] {
  return read
    .rows<{ id: number }>(
      `SELECT id FROM modules
       WHERE id IN (SELECT held.value FROM curricula, json_tree(items) AS held WHERE held.key = 'moduleId')
         OR id IN (SELECT held.value ->> 'id' FROM curriculum_versions, json_each(snapshot, '$.content') AS held)
         OR code IN (SELECT required.value FROM modules AS other, json_each(other.prerequisites) AS required)
         OR code IN (SELECT step.value ->> 'code' FROM pathways, json_each(answer, '$.steps') AS step)
       ORDER BY id`,
    )
    .map(({ id }) => id);
}

/** How many titles a sentence names before it counts the rest. */
const MOST_NAMED = 3;

/** Where a module is used, for a sentence; null when nothing holds it. */
export function usageInWords(usage: ModuleUsage): string | null {
  const places = [
    named(
      usage.curricula.map(({ title }) => `“${title}”`),
      'curriculum',
      'curricula',
    ),
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
  ].filter((place) => place !== null);
  return places.length === 0 ? null : places.join('; ');
}

function named(titles: readonly string[], one: string, many: string): string | null {
  if (titles.length === 0) return null;
  const rest = titles.length - MOST_NAMED;
  const shown = titles.slice(0, MOST_NAMED).join(', ');
  return `${counted(titles.length, one, many)} (${shown}${rest > 0 ? ` and ${rest} more` : ''})`;
}

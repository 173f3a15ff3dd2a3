import { electivesOf, type SessionElectives } from '../../shared/credit/session-electives.ts';
import type { Reader } from '../database/index.ts';
import { getVersion } from './versions.ts';

/** The groups of electives of a published version, for what an activity on it asks and gives. */
export function versionElectives(read: Reader, versionId: number): readonly SessionElectives[] {
  // Most versions have no electives: nothing else of them is read, since this is asked for every list of completion.
  const groups = read.number(
    `SELECT count(*) FROM curriculum_versions, json_each(curriculum_versions.snapshot, '$.items') AS item
     WHERE curriculum_versions.id = ? AND json_extract(item.value, '$.kind') = 'electives'`,
    versionId,
  );
  if (groups === 0) return [];
  const { items, content } = getVersion(read, versionId);
  return electivesOf(items, content);
}

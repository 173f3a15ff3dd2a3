import type { LearnerGroup } from '../../shared/contract/learners.ts';
import { PathwayRequest } from '../../shared/contract/pathway-request.ts';
import { suggestedSpecialty } from '../../shared/pathways/suggested-specialty.ts';
import type { Reader } from '../database/index.ts';
import type { Learner } from './learner-records.ts';

/**
 * The group with which each learner counts, in their order: the one chosen in the pathway that was saved last, otherwise the one
 * that profession and specialty point to. A pathway saved for none in
 * particular leaves it assumed.
 */
export function learnerGroups(read: Reader, learners: readonly Learner[]): readonly LearnerGroup[] {
  const chosen = chosenGroups(
    read,
    learners.map(({ personId }) => personId),
  );
  return learners.map(
    ({ personId, profession, specialty }) =>
      chosen.get(personId) ?? { code: suggestedSpecialty(profession, specialty), pathwayId: null },
  );
}

/** The group of one learner. */
export function learnerGroup(read: Reader, learner: Learner): LearnerGroup {
  return learnerGroups(read, [learner])[0] ?? { code: '', pathwayId: null };
}

function chosenGroups(read: Reader, personIds: readonly number[]): ReadonlyMap<number, LearnerGroup> {
  const rows = read.rows<{ id: number; person_id: number; request: string }>(
    `SELECT id, person_id, request FROM pathways WHERE id IN
       (SELECT max(id) FROM pathways WHERE person_id IN (SELECT value FROM json_each(?)) GROUP BY person_id)`,
    JSON.stringify(personIds),
  );
  return new Map(
    rows.flatMap(({ id, person_id, request }) => {
      const { specialty } = PathwayRequest.parse(JSON.parse(request));
      return specialty === '' ? [] : [[person_id, { code: specialty, pathwayId: id }] as const];
    }),
  );
}

import type { Selectable } from 'kysely';
import type { Output } from '../../shared/contract/index.ts';
import { PathwayAnswer } from '../../shared/contract/pathway-answer.ts';
import { PathwayRequest } from '../../shared/contract/pathway-request.ts';
import { LevelsUsed, type SavedPathway } from '../../shared/contract/pathways.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import type { Reader, Schema, Writer } from '../database/index.ts';
import type { KeptAnswer } from './kept-answers.ts';
import { requireLearner } from './learner-records.ts';

/** Pathways of one person that were kept, the newest first. */
export function listPathways(read: Reader, personId: number): Output<'pathways.list'> {
  return read
    .all(read.from.selectFrom('pathways').selectAll().where('person_id', '=', personId).orderBy('id', 'desc'))
    .map((row) => {
      const answer = PathwayAnswer.parse(JSON.parse(row.answer));
      const solved = answer.status === 'solved' ? answer : null;
      return {
        id: row.id,
        title: row.title,
        savedAt: row.saved_at,
        modules: solved?.steps.length ?? 0,
        minutes: solved?.minutes ?? 0,
        creditQuarters: solved?.creditQuarters ?? 0,
      };
    });
}

/** A kept pathway as it was computed. @throws RoundsError `pathways/not-found` */
export function getPathway(read: Reader, id: number): SavedPathway {
  const row = requirePathway(read, id);
  return {
    id,
    personId: row.person_id,
    personName: requireLearner(read, row.person_id).name,
    title: row.title,
    request: PathwayRequest.parse(JSON.parse(row.request)),
    levels: LevelsUsed.parse(JSON.parse(row.levels)),
    answer: PathwayAnswer.parse(JSON.parse(row.answer)),
    savedAt: row.saved_at,
  };
}

/** Keeps an answer with its request and the levels it rests on. @throws RoundsError `pathways/not-solved` */
export function savePathway(write: Writer, kept: KeptAnswer, title: string): number {
  const { name } = requireLearner(write, kept.personId);
  if (kept.answer.status !== 'solved')
    throw new RoundsError(
      'pathways/not-solved',
      'Only a pathway that was found can be saved. Change what is asked for and try again.',
    );
  const byHand = [...kept.request.include, ...kept.request.exclude, ...kept.request.waived];
  write.describe(
    `Saved the pathway “${title}” of ${counted(kept.answer.steps.length, 'module', 'modules')} for ${name}`,
    byHand.length === 0 ? null : byHand.map(({ code, reason }) => `${code}: ${reason}`).join('; '),
  );
  return write.insert('pathways', {
    person_id: kept.personId,
    title,
    request: JSON.stringify(kept.request),
    levels: JSON.stringify(kept.levels),
    answer: JSON.stringify(kept.answer),
    saved_at: write.now,
  });
}

/** Removes a kept pathway. Undoable. @throws RoundsError `pathways/not-found` */
export function removePathway(write: Writer, id: number): void {
  const row = requirePathway(write, id);
  write.describe(`Removed the pathway “${row.title}” of ${requireLearner(write, row.person_id).name}`);
  write.remove('pathways', { id });
}

function requirePathway(read: Reader, id: number): Selectable<Schema['pathways']> {
  const row = read.first(read.from.selectFrom('pathways').selectAll().where('id', '=', id));
  if (!row)
    throw new RoundsError('pathways/not-found', 'This pathway is not there any more. Reload the list.');
  return row;
}

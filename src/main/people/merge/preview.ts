import type { MergeActivity, MergePreview } from '../../../shared/contract/people-merge.ts';
import { RoundsError } from '../../../shared/errors.ts';
import { mergeFields } from '../../../shared/people/merge.ts';
import { printedName } from '../../../shared/people/name.ts';
import type { Reader } from '../../database/index.ts';
import { requirePerson } from '../find.ts';
import { personInPair } from '../person-in-pair.ts';
import { type PersonRow, personContent } from '../person-row.ts';
import {
  amaHundredths,
  claimsOfTwo,
  collision,
  type SharedActivity,
  sharedActivities,
  unitedMarks,
  unitedResults,
} from './enrolments.ts';

/** What merging the other record into the kept one would do. @throws RoundsError `people/not-found`, `people/cannot-merge` */
export function previewMerge(read: Reader, keepId: number, otherId: number): MergePreview {
  const [keep, other] = mergePair(read, keepId, otherId);
  const [mine, theirs] = [personContent(keep), personContent(other)];
  const activities = sharedActivities(read, keep.id, other.id);
  const count = (table: string): number =>
    read.number(`SELECT count(*) FROM ${table} WHERE person_id = ?`, other.id);
  return {
    keep: personInPair(read, keep.id),
    other: personInPair(read, other.id),
    blocked: [...blocked(activities, printedName(mine), printedName(theirs))],
    fields: mergeFields(mine, theirs).map((field) => ({ ...field })),
    activities: activities.map((activity) => shown(read, activity)),
    moves: {
      evidence: count('evidence'),
      pathways: count('pathways'),
      reflections: activities.filter(({ other: part }) => part.reflection !== null).length,
      certificates: count('certificates'),
    },
  };
}

/** The two records of a merge. @throws RoundsError `people/not-found`, `people/cannot-merge` when they are one already */
export function mergePair(read: Reader, keepId: number, otherId: number): readonly [PersonRow, PersonRow] {
  const [keep, other] = [requirePerson(read, keepId), requirePerson(read, otherId)];
  if (keep.id === other.id)
    throw new RoundsError('people/cannot-merge', 'These are one record already. Choose another person.');
  return [keep, other];
}

/** What stands against a merge, one sentence each. */
export function blocked(
  activities: readonly SharedActivity[],
  keepName: string,
  otherName: string,
): readonly string[] {
  return activities.map((activity) => collision(activity, keepName, otherName)).filter((one) => one !== null);
}

function shown(read: Reader, activity: SharedActivity): MergeActivity {
  const { keep, other } = activity;
  const base = {
    activityId: activity.activityId,
    title: activity.title,
    startsOn: activity.startsOn,
    certificates: [...(keep?.certificates ?? []), ...other.certificates].map(({ number }) => number),
  };
  if (!keep)
    return {
      ...base,
      what: 'moves',
      sessions: [],
      results: [],
      ama: { keep: null, other: null },
      claims: [],
    };
  const minutes = (marks: typeof keep.marks): ReadonlyMap<number, number> =>
    new Map(marks.map((mark) => [mark.session_id, mark.minutes]));
  const [mine, theirs] = [minutes(keep.marks), minutes(other.marks)];
  const sessions = read
    .rows<{ id: number; title: string }>(
      'SELECT id, title FROM sessions WHERE activity_id = ? ORDER BY position',
      activity.activityId,
    )
    .map(({ id, title }) => ({
      title,
      keep: mine.get(id) ?? null,
      other: theirs.get(id) ?? null,
      stays: unitedMarks(keep.marks, other.marks).get(id)?.minutes ?? 0,
    }))
    .filter((session) => session.keep !== session.other);
  return {
    ...base,
    what: 'united',
    sessions,
    results: unitedResults({ keep, other }, () => undefined).conflicts,
    ama: { keep: amaHundredths(keep.enrolment), other: amaHundredths(other.enrolment) },
    claims: claimsOfTwo(read, { keep, other }).map(({ type, ...two }) => ({
      ...two,
      name: type.name,
      unitOne: type.unitOne,
      unitMany: type.unitMany,
    })),
  };
}

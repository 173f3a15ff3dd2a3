import { addDays, daysBetween } from '../../shared/activities/schedule.ts';
import { RoundsError } from '../../shared/errors.ts';
import { formatDate } from '../../shared/format.ts';
import { copyActivityCredits } from '../credit/index.ts';
import { getVersion } from '../curricula/index.ts';
import type { Writer } from '../database/index.ts';
import { requireActivity } from './activities.ts';
import { listSessions } from './sessions.ts';

/**
 * Opens an activity like another one on other days: its sessions at the same times, its place, rules, joint providers,
 * maximum and other credits. People, attendance and certificates stay with the first one. `versionId` names a version of the same curriculum;
 * sessions of modules that it no longer holds keep their title and lose the link to the module.
 * @throws RoundsError `activities/not-found`, `versions/not-found`, `activities/other-curriculum`
 */
export function copyActivity(
  write: Writer,
  input: {
    readonly id: number;
    readonly title: string;
    readonly startsOn: string;
    readonly versionId: number;
  },
): number {
  const { id: _, ...row } = requireActivity(write, input.id);
  const version = getVersion(write, input.versionId);
  if (version.curriculumId !== getVersion(write, row.version_id).curriculumId)
    throw new RoundsError(
      'activities/other-curriculum',
      `“${version.title}” is another curriculum. Choose a version of the curriculum that “${row.title}” teaches.`,
    );
  const shift = daysBetween(row.starts_on, input.startsOn);
  const taught = new Set(version.content.map(({ code }) => code));
  write.describe(`Copied activity “${row.title}” to ${formatDate(input.startsOn)}`);
  const id = write.insert('activities', {
    ...row,
    version_id: input.versionId,
    title: input.title,
    starts_on: input.startsOn,
    ends_on: addDays(row.ends_on, shift),
  });
  const sessionIds = new Map<number, number>();
  listSessions(write, input.id).forEach((session, position) => {
    const { moduleCode } = session;
    const copied = write.insert('sessions', {
      activity_id: id,
      position,
      title: session.title,
      module_code: moduleCode !== null && taught.has(moduleCode) ? moduleCode : null,
      date: addDays(session.date, shift),
      start_time: session.startTime,
      minutes: session.minutes,
      counts_for_credit: session.countsForCredit ? 1 : 0,
    });
    sessionIds.set(session.id, copied);
  });
  copyActivityCredits(write, input.id, id, sessionIds);
  return id;
}

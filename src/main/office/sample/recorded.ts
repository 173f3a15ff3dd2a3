import type { Services } from '../../engine/handlers.ts';
import { act } from './act.ts';
import { pseudoRandom } from './pictures.ts';

/** Marks attendance as it comes out in life: most stay to the end, some leave early, a few are away. */
export async function attend(
  services: Services,
  activityId: number,
  seed: number,
  presentShare: number,
  sessions = Number.POSITIVE_INFINITY,
): Promise<void> {
  const random = pseudoRandom(seed);
  const grid = await act(services, 'attendance.grid', { activityId });
  const marks = grid.rows.flatMap(({ enrolmentId }) =>
    grid.sessions.slice(0, sessions).map(({ id: sessionId, minutes }) => {
      const present = random() < presentShare;
      const stayed = random() < 0.9 ? 1 : 0.6;
      return { enrolmentId, sessionId, minutes: present ? Math.round(minutes * stayed) : 0 };
    }),
  );
  await act(services, 'attendance.mark', { activityId, marks });
}

/** Records assessments, evaluations and claims for a share of the people. */
export async function record(
  services: Services,
  activityId: number,
  share: {
    readonly scored: number;
    readonly evaluated: number;
    readonly claimed: boolean;
    readonly on: string;
  },
  seed: number,
): Promise<void> {
  const random = pseudoRandom(seed);
  const rows = await act(services, 'completion.list', { activityId });
  const byScore = new Map<number, number[]>();
  const evaluated: number[] = [];
  for (const { enrolmentId } of rows) {
    if (random() < share.scored) {
      // A few fail; most do well.
      const score = random() < 0.08 ? 60 : 75 + 5 * Math.floor(random() * 6);
      byScore.set(score, [...(byScore.get(score) ?? []), enrolmentId]);
    }
    if (random() < share.evaluated) evaluated.push(enrolmentId);
  }
  for (const [assessmentPercent, enrolmentIds] of byScore)
    await act(services, 'completion.record', { activityId, enrolmentIds, assessmentPercent });
  if (evaluated.length > 0)
    await act(services, 'completion.record', {
      activityId,
      enrolmentIds: evaluated,
      evaluationReturnedOn: share.on,
    });
  if (!share.claimed) return;
  const physicians = rows.filter(({ kind }) => kind === 'cme').map(({ enrolmentId }) => enrolmentId);
  if (physicians.length > 0)
    await act(services, 'completion.record', {
      activityId,
      enrolmentIds: physicians,
      claimedQuarters: 'earned',
    });
}

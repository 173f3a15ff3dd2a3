import type { Services } from '../../engine/handlers.ts';
import { act } from './act.ts';

/** What the hospital course offers beside AMA PRA credit. */
const OFFERED: readonly string[] = ['nursing-contact-hours', 'abim-moc'];

/** Nursing contact hours and MOC points for an activity, as far as its sessions give; with `claimed`, all that was earned. */
export async function sampleCredit(services: Services, activityId: number, claimed: boolean): Promise<void> {
  const types = (await act(services, 'credit.types', {})).filter(({ code }) => OFFERED.includes(code));
  const { maximumQuarters } = await act(services, 'activities.get', { id: activityId });
  const { rows } = await act(services, 'attendance.grid', { activityId });
  for (const { id: typeId } of types) {
    await act(services, 'credit.designate', {
      activityId,
      typeId,
      // Nursing rounds down where AMA PRA credit may have been rounded up.
      maximumHundredths: Math.max(25, (maximumQuarters - 1) * 25),
      identifier: '',
      excludedSessionIds: [],
    });
    if (claimed)
      await act(services, 'credit.claim', {
        activityId,
        typeId,
        enrolmentIds: rows.map(({ enrolmentId }) => enrolmentId),
        claimedHundredths: 'earned',
      });
  }
}

/** What the office asks of its physicians over two years. */
export async function sampleTarget(services: Services, today: string): Promise<void> {
  const ama = (await act(services, 'credit.types', {})).find((type) => type.ama);
  if (!ama) return;
  await act(services, 'credit.createTarget', {
    name: 'License renewal: physicians',
    typeId: ama.id,
    amountHundredths: 5_000,
    startsOn: `${Number(today.slice(0, 4)) - 1}-01-01`,
    years: 2,
    professions: ['physician'],
  });
}

import { contentOf } from '../../../shared/activities/content.ts';
import { addDays } from '../../../shared/activities/schedule.ts';
import type { ActivityContent } from '../../../shared/contract/activities.ts';
import type { Services } from '../../engine/handlers.ts';
import { act, finished } from './act.ts';
import { sampleCredit } from './credit.ts';
import { workday } from './dates.ts';
import { attend, record } from './recorded.ts';
import { sampleReflections } from './reflections.ts';

/** Opens an activity and sets what differs from the defaults. */
async function open(
  services: Services,
  versionId: number,
  title: string,
  startsOn: string,
  change: Partial<ActivityContent>,
): Promise<number> {
  const { id } = await act(services, 'activities.create', { versionId, title, startsOn });
  const activity = await act(services, 'activities.get', { id });
  await act(services, 'activities.update', {
    id,
    content: { ...contentOf(activity), ...change },
  });
  return id;
}

const RULES = {
  minimumAttendancePercent: 75,
  assessmentRequired: true,
  passPercent: 70,
  evaluationRequired: true,
} as const;

/** Done and certified, with one certificate revoked and one issued again under a corrected name. */
export async function certified(
  services: Services,
  versionId: number,
  personIds: readonly number[],
  today: string,
): Promise<void> {
  const day = workday(today, -26);
  const id = await open(services, versionId, 'AI literacy essentials: hospital staff', day, {
    learningFormat: 'live activity',
    delivery: 'in-person',
    place: 'Summit Valley Conference Center, Denver, Colorado',
    rules: RULES,
  });
  await act(services, 'enrolments.add', { activityId: id, personIds: [...personIds] });
  await attend(services, id, 3, 0.96);
  await record(services, id, { scored: 0.92, evaluated: 0.95, claimed: true, on: addDays(day, 1) }, 5);
  await sampleCredit(services, id, true);
  await sampleReflections(services, id, day);
  const plan = await act(services, 'certificates.plan', { activityId: id });
  const issued = await act(services, 'certificates.issue', {
    activityId: id,
    enrolmentIds: plan.ready.map(({ enrolmentId }) => enrolmentId),
  });
  await finished(services, issued.jobId);
  const list = await act(services, 'certificates.list', {
    text: '',
    activityId: id,
    status: 'issued',
    after: null,
    limit: 50,
  });
  const [first, ...others] = list.rows;
  const corrected = others.find(({ kind }) => kind === 'cme');
  if (first)
    await act(services, 'certificates.revoke', {
      id: first.id,
      reason: 'Issued in error: the learner withdrew from the course before the last session.',
    });
  if (!corrected) return;
  const person = await act(services, 'people.get', { id: corrected.personId });
  const { id: personId, createdAt: _, history: __, ...content } = person;
  await act(services, 'people.update', {
    id: personId,
    content: { ...content, middleName: content.middleName || 'T.' },
  });
  const again = await act(services, 'certificates.reissue', {
    id: corrected.id,
    reason: 'The learner asked for the middle initial to be printed, as on the license.',
  });
  await finished(services, again.jobId);
}

/** Over since last week: attendance is there, some results and claims are still to come. */
export async function waiting(
  services: Services,
  versionId: number,
  personIds: readonly number[],
  today: string,
): Promise<void> {
  const day = workday(today, -8);
  const id = await open(services, versionId, 'AI literacy for community practices', day, {
    learningFormat: 'live activity',
    delivery: 'online',
    link: 'https://meet.example.org/ai-literacy',
    providership: 'joint',
    jointProviders: ['Foothill Community Clinics'],
    rules: RULES,
  });
  await act(services, 'enrolments.add', { activityId: id, personIds: [...personIds] });
  await sampleCredit(services, id, false);
  await attend(services, id, 17, 0.88);
  await record(services, id, { scored: 0.6, evaluated: 0.5, claimed: false, on: addDays(day, 2) }, 19);
}

/** Running today: only the first session is marked so far. */
export async function running(
  services: Services,
  versionId: number,
  personIds: readonly number[],
  today: string,
): Promise<void> {
  const id = await open(services, versionId, 'Responsible clinical use of AI: first cohort', today, {
    learningFormat: 'live activity',
    delivery: 'hybrid',
    place: 'Education Building, Room 204, Denver, Colorado',
    link: 'https://meet.example.org/responsible-use',
    rules: RULES,
  });
  await act(services, 'enrolments.add', { activityId: id, personIds: [...personIds] });
  await attend(services, id, 29, 0.9, 1);
}

/** Starts within the week; people are enrolled. */
export async function soon(
  services: Services,
  versionId: number,
  personIds: readonly number[],
  today: string,
): Promise<void> {
  const id = await open(services, versionId, 'AI literacy essentials: evening course', workday(today, 5), {
    learningFormat: 'live activity',
    delivery: 'in-person',
    place: 'Medical Library, Seminar Room 2, Denver, Colorado',
    rules: RULES,
  });
  await act(services, 'enrolments.add', { activityId: id, personIds: [...personIds] });
}

/** Some weeks ahead; nobody is enrolled yet. */
export async function planned(services: Services, versionId: number, today: string): Promise<void> {
  await open(services, versionId, 'Responsible clinical use of AI: second cohort', workday(today, 24), {
    learningFormat: 'live activity',
    delivery: 'in-person',
    place: 'Summit Valley Conference Center, Denver, Colorado',
    rules: RULES,
  });
}

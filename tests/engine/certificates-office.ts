import type { Input, Output } from '../../src/shared/contract/index.ts';
import type { TestEngine } from './fixture.ts';

type ActivityContent = Input<'activities.update'>['content'];
type PersonContent = Input<'people.create'>;

/** A day after the activity of {@link certifiable}. */
export const AFTER = '2026-11-24T19:00:00.000Z';

/** Someone to enrol; what is left out is plain. */
export type Learner = Pick<PersonContent, 'givenName' | 'familyName'> & Partial<PersonContent>;

/** An activity that is over with everyone present throughout and their credit claimed. */
export type Certifiable = { readonly activityId: number; readonly enrolmentIds: readonly number[] };

/** A physician named Ada with a family name of its own, so that the list of names keeps its order. */
export function physician(index: number): Learner {
  return { givenName: 'Ada', familyName: `Byrne ${String(index).padStart(3, '0')}` };
}

/**
 * Publishes a curriculum from a template, opens an activity on it that ran on November 20, 2026, enrols the learners and marks
 * them present. Physicians claim all that attendance allows.
 */
export async function certifiable(
  office: TestEngine,
  learners: readonly Learner[],
  change: Partial<ActivityContent> = {},
): Promise<Certifiable> {
  const { id: curriculumId } = await office.ask('curricula.create', {
    title: 'AI literacy',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await office.ask('curricula.publish', { id: curriculumId });
  const { id: activityId } = await office.ask('activities.create', {
    versionId,
    title: 'AI literacy for clinicians',
    startsOn: '2026-11-20',
  });
  await changeActivity(office, activityId, {
    delivery: 'in-person',
    place: 'Denver, Colorado',
    rules: {
      minimumAttendancePercent: 75,
      assessmentRequired: false,
      passPercent: 70,
      evaluationRequired: false,
    },
    ...change,
  });
  const personIds: number[] = [];
  for (const learner of learners)
    personIds.push(
      (
        await office.ask('people.create', {
          credentials: 'MD',
          profession: 'physician',
          specialty: '',
          email: '',
          npi: '',
          licences: [],
          birthMonthDay: '',
          notes: '',
          ...learner,
        })
      ).id,
    );
  await office.ask('enrolments.add', { activityId, personIds });
  const grid = await office.ask('attendance.grid', { activityId });
  await office.ask('attendance.mark', {
    activityId,
    marks: grid.rows.flatMap(({ enrolmentId }) =>
      grid.sessions.map((session) => ({ enrolmentId, sessionId: session.id, minutes: session.minutes })),
    ),
  });
  const enrolmentIds = grid.rows.map(({ enrolmentId }) => enrolmentId);
  await office.ask('completion.record', { activityId, enrolmentIds, claimedQuarters: 'earned' });
  return { activityId, enrolmentIds };
}

/** Changes some of an activity's facts. */
export async function changeActivity(
  office: TestEngine,
  id: number,
  change: Partial<ActivityContent>,
): Promise<void> {
  const found = await office.ask('activities.get', { id });
  await office.ask('activities.update', {
    id,
    content: {
      title: found.title,
      learningFormat: found.learningFormat,
      formatDescription: found.formatDescription,
      delivery: found.delivery,
      place: found.place,
      link: found.link,
      startsOn: found.startsOn,
      endsOn: found.endsOn,
      timeZone: found.timeZone,
      providership: found.providership,
      jointProviders: found.jointProviders,
      maximumQuarters: found.maximumQuarters,
      rules: found.rules,
      ...change,
    },
  });
}

/** Certificates of an activity in the order of names, all or in one standing. */
export async function certificatesOf(
  office: TestEngine,
  activityId: number,
  status: Input<'certificates.list'>['status'] = null,
): Promise<Output<'certificates.list'>['rows']> {
  const { rows } = await office.ask('certificates.list', {
    text: '',
    activityId,
    status,
    after: null,
    limit: 500,
  });
  return rows;
}

import { contentOf } from '../../../shared/activities/content.ts';
import { addDays, dateInZone } from '../../../shared/activities/schedule.ts';
import type { ActivityContent } from '../../../shared/contract/activities.ts';
import type { OfficeSettings } from '../../../shared/contract/office.ts';
import { requiredItems } from '../../../shared/curricula/outline.ts';
import type { Services } from '../../engine/handlers.ts';
import type { JobControl } from '../../engine/jobs.ts';
import { addAsset } from '../assets.ts';
import { setUpOffice } from '../settings.ts';
import { act, finished } from './act.ts';
import { sampleCredit, sampleTarget } from './credit.ts';
import { workday } from './dates.ts';
import { addLearners } from './learners.ts';
import { pseudoRandom, sampleLogo, sampleSignature } from './pictures.ts';
import { sampleReflections } from './reflections.ts';
import { ENTERED_TWICE, samplePeople } from './sample-people.ts';

const TIME_ZONE = 'America/Denver';

/** What the job reports when it is done. */
export type SampleResult = {
  readonly curricula: number;
  readonly activities: number;
  readonly people: number;
  readonly certificates: number;
};

/**
 * Fills an empty file with an invented office that has work at every stage: drafts and versions, activities to come,
 * running, waiting for completion and certified. Dates go by today. Made with the same methods as the window's work,
 * so that its history, sums and certificates are real.
 */
export async function fillSampleOffice(services: Services, control: JobControl): Promise<SampleResult> {
  control.checkpoint();
  const steps = 10;
  let step = 0;
  const next = (): void => {
    step += 1;
    control.progress(step, steps);
  };
  const today = dateInZone(services.now(), TIME_ZONE);
  setUp(services);
  next();
  const people = await addPeople(services);
  next();
  const curricula = await addCurricula(services);
  next();
  await certified(services, curricula.literacy1, people.slice(0, 24), today);
  next();
  const literacy2 = await publishSecondVersion(services, curricula.literacy);
  next();
  await waiting(services, literacy2, people.slice(20, 40), today);
  next();
  await running(services, curricula.practice1, people.slice(8, 36), today);
  next();
  await soon(services, literacy2, people.slice(30, 52), today);
  next();
  await planned(services, curricula.practice1, today);
  next();
  await addLearners(services, people.slice(8, 36), today);
  await sampleTarget(services, today);
  next();
  const read = services.file.reader;
  return {
    curricula: read.number('SELECT count(*) FROM curricula'),
    activities: read.number('SELECT count(*) FROM activities'),
    people: read.number('SELECT count(*) FROM people'),
    certificates: read.number('SELECT count(*) FROM certificates'),
  };
}

function setUp(services: Services): void {
  const picture = (name: string, bytes: Buffer): number =>
    services.file.write('assets.add', (write) => addAsset(write, name, bytes.toString('base64'))).value;
  const settings: OfficeSettings = {
    providerName: 'Summit Valley Health Academy',
    address: '1200 Foothill Avenue\nDenver, Colorado 80203',
    accreditor: 'accme',
    stateSociety: '',
    logoAssetId: picture('summit-valley.png', sampleLogo()),
    paper: 'letter',
    timeZone: TIME_ZONE,
    certificatePrefix: 'SVHA',
    rounding: 'nearest',
    fractionNoun: 'singular',
    signatories: [
      {
        id: null,
        name: 'Rosa Lindqvist, MD',
        title: 'Medical Director, Continuing Education',
        imageAssetId: picture('signature-lindqvist.png', sampleSignature(7)),
      },
      {
        id: null,
        name: 'Daniel Osei, MEd',
        title: 'CME Program Manager',
        imageAssetId: picture('signature-osei.png', sampleSignature(21)),
      },
    ],
  };
  services.file.write('office.setUp', (write) => setUpOffice(write, settings, true));
}

async function addPeople(services: Services): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const person of samplePeople()) ids.push((await act(services, 'people.create', person)).id);
  for (const person of ENTERED_TWICE) await act(services, 'people.create', person);
  // Each activity gets a mix of professions, the same one every time.
  const random = pseudoRandom(11);
  return ids
    .map((id) => ({ id, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

async function addCurricula(
  services: Services,
): Promise<{ readonly literacy: number; readonly literacy1: number; readonly practice1: number }> {
  const start = (title: string, templateCode: string): Promise<{ readonly id: number }> =>
    act(services, 'curricula.create', { title, templateCode, specialtyModule: null });
  const literacy = await start('AI literacy essentials', 'T-01');
  const practice = await start('Responsible clinical use of AI', 'T-02');
  await start('AI for the working clinic', 'T-03');
  return {
    literacy: literacy.id,
    literacy1: (await act(services, 'curricula.publish', { id: literacy.id })).versionId,
    practice1: (await act(services, 'curricula.publish', { id: practice.id })).versionId,
  };
}

/** Adds a module on liability after the first round, as an office would, and publishes again. */
async function publishSecondVersion(services: Services, id: number): Promise<number> {
  const {
    id: _,
    templateCode: __,
    updatedAt: ___,
    versions: ____,
    ...content
  } = await act(services, 'curricula.get', { id });
  const library = await act(services, 'modules.list', {});
  const added = library.find((module) => module.code === 'M-G07');
  await act(services, 'curricula.update', {
    id,
    content: { ...content, items: [...content.items, ...(added ? requiredItems([added.id]) : [])] },
  });
  return (await act(services, 'curricula.publish', { id })).versionId;
}

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
async function certified(
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
async function waiting(
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
async function running(
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
async function soon(
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
async function planned(services: Services, versionId: number, today: string): Promise<void> {
  await open(services, versionId, 'Responsible clinical use of AI: second cohort', workday(today, 24), {
    learningFormat: 'live activity',
    delivery: 'in-person',
    place: 'Summit Valley Conference Center, Denver, Colorado',
    rules: RULES,
  });
}

/** Marks attendance as it comes out in life: most stay to the end, some leave early, a few are away. */
async function attend(
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
async function record(
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

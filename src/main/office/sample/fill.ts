import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { OfficeSettings } from '../../../shared/contract/office.ts';
import { requiredItems } from '../../../shared/curricula/outline.ts';
import type { Services } from '../../engine/handlers.ts';
import type { JobControl } from '../../engine/jobs.ts';
import { addAsset } from '../assets.ts';
import { setUpOffice } from '../settings.ts';
import { act } from './act.ts';
import { certified, planned, running, soon, waiting } from './activities.ts';
import { sampleTarget } from './credit.ts';
import { addLearners } from './learners.ts';
import { pseudoRandom, sampleLogo, sampleSignature } from './pictures.ts';
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

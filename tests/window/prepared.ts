import type { Page } from 'playwright-core';
import type { Input } from '../../src/shared/contract/index.ts';
import type { Call } from './harness.ts';

/** An office as it is after the first start. */
export const OFFICE: Input<'office.setUp'> = {
  providerName: 'Harborview Teaching Hospital',
  address: '12 Quay Street\nSeattle, Washington 98101',
  accreditor: 'accme',
  stateSociety: '',
  logoAssetId: null,
  paper: 'letter',
  timeZone: 'America/Denver',
  certificatePrefix: 'HTH',
  rounding: 'nearest',
  fractionNoun: 'singular',
  signatories: [{ id: null, name: 'Maya Lindqvist, MD', title: 'Director of CME', imageAssetId: null }],
};

/** Sets the office up; answers nothing. */
export async function prepareOffice(call: Call): Promise<void> {
  await call('office.setUp', OFFICE);
}

/** Sets the office up and publishes a curriculum from a template; answers the version. */
export async function prepareVersion(call: Call): Promise<number> {
  await prepareOffice(call);
  const [template] = (await call('templates.list', {})).toSorted((a, b) => a.minutes - b.minutes);
  const { id } = await call('curricula.create', {
    title: 'Clinical AI basics',
    templateCode: template?.code ?? null,
    specialtyModule: template?.specialtyChoices[0] ?? null,
  });
  const { versionId } = await call('curricula.publish', { id });
  return versionId;
}

/** What {@link prepareActivity} made. */
export type Prepared = {
  readonly activityId: number;
  readonly sessionIds: readonly number[];
  readonly personIds: readonly number[];
};

const FAMILY_NAMES = ['Abara', 'Björnsdóttir', 'Castillo', 'Dvořák', 'Eze', 'Fischer', 'Gutiérrez', 'Haddad'];

/** An office with one activity of four sessions (45, 45, 60 and 30 minutes) and people enrolled; the first is a physician. */
export async function prepareActivity(call: Call, people = 6): Promise<Prepared> {
  const versionId = await prepareVersion(call);
  const { id: activityId } = await call('activities.create', {
    versionId,
    title: 'Clinical AI basics, spring',
    startsOn: '2026-10-05',
  });
  const sessions = [45, 45, 60, 30].map((minutes, index) => ({
    id: null,
    title: `Session ${'ABCD'.charAt(index)}`,
    moduleCode: null,
    date: '2026-10-05',
    startTime: `${String(9 + index * 2).padStart(2, '0')}:00`,
    minutes,
    countsForCredit: true,
  }));
  await call('activities.setSessions', { id: activityId, sessions });
  const personIds: number[] = [];
  for (let index = 0; index < people; index += 1) {
    const physician = index % 2 === 0;
    const person = await call('people.create', {
      givenName: `Person${index + 1}`,
      familyName: FAMILY_NAMES[index % FAMILY_NAMES.length] ?? 'Abara',
      credentials: physician ? 'MD' : 'RN',
      profession: physician ? 'physician' : 'nurse',
      specialty: '',
      email: `person${index + 1}@example.org`,
      npi: '',
      licences: [],
      birthMonthDay: '',
      notes: '',
    });
    personIds.push(person.id);
  }
  if (personIds.length > 0) await call('enrolments.add', { activityId, personIds });
  const activity = await call('activities.get', { id: activityId });
  return { activityId, sessionIds: activity.sessions.map(({ id }) => id), personIds };
}

/** Goes to a place of the window and waits until it is there. */
export async function goTo(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareVersion } from './prepared.ts';

let window: TestWindow;
let page: Page;
let versionId = 0;
let activityId = 0;

beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      versionId = await prepareVersion(call);
    },
  });
  page = window.page;
});
afterAll(() => window?.close());

test('an empty list of activities says what to do and leads there', async () => {
  await goTo(page, '/activities', 'Activities');
  await page.getByRole('heading', { name: 'No activity yet' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the first activity' }).click();
  await page.getByRole('heading', { level: 1, name: 'New activity' }).waitFor();
  await expectAccessible(page);
});

test('opens an activity on the published version', async () => {
  await goTo(page, `/activities/new?version=${versionId}`, 'New activity');
  await page.getByRole('button', { name: 'Open the activity' }).click();
  await page.getByText('Choose the first day.').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Clinical AI basics, spring');
  await page.getByLabel('First day').fill('2026-10-03');
  // A Saturday: teaching starts on the Monday, with a break at noon and what is self-paced after the hours.
  const planned = page.getByRole('region', { name: 'Sessions as planned' });
  await planned.getByRole('heading', { name: 'Monday, Oct 5, 2026' }).waitFor();
  await page.getByLabel('Day ends').fill('08:00');
  await page.getByText('The day ends before it starts. Correct one of the two times.').waitFor();
  await page.getByRole('button', { name: 'Open the activity' }).click();
  await page.getByLabel('Day ends').fill('17:00');
  await page.getByRole('combobox', { name: /^Self-paced/ }).click();
  await page.getByRole('option', { name: 'Taught live, as sessions' }).click();
  await page.getByRole('checkbox', { name: 'Tuesday' }).uncheck();
  await page.getByRole('checkbox', { name: 'A break on every day' }).uncheck();
  await page.getByRole('checkbox', { name: 'A break on every day' }).check();
  await page.getByLabel('Break starts').fill('10:00');
  await planned.getByText('11:00 AM').waitFor();
  await page.getByLabel('First day').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Clinical AI basics, spring' }).waitFor();
  const [activity] = await window.call('activities.list', {});
  activityId = activity?.id ?? 0;
  expect(activity).toMatchObject({ title: 'Clinical AI basics, spring', startsOn: '2026-10-05' });
  const version = await window.call('versions.get', { versionId });
  expect(activity?.sessions).toBe(version.content.length);
  const { sessions } = await window.call('activities.get', { id: activityId });
  expect(sessions.some(({ startTime }) => startTime === '10:00')).toBe(false);
  expect(sessions.some(({ startTime }) => startTime === '11:00')).toBe(true);
  await page.getByRole('textbox', { name: 'Title of session 1' }).waitFor();
  await expectAccessible(page);
});

test('edits sessions: the sum follows, the maximum follows the sum, and more is refused', async () => {
  await goTo(page, `/activities/${activityId}`, /Clinical AI basics/);
  const before = await window.call('activities.get', { id: activityId });
  for (let left = before.sessions.length; left > 1; left -= 1)
    await page.getByRole('button', { name: new RegExp(`^Remove session ${left},`) }).click();
  await page.getByRole('textbox', { name: 'Title of session 1' }).fill('Opening lecture');
  await page.getByLabel('Start of session 1').fill('08:30');
  await page.getByRole('spinbutton', { name: 'Minutes of session 1' }).fill('50');
  await page.getByRole('button', { name: 'Add a session' }).click();
  const second = page.getByRole('textbox', { name: 'Title of session 2' });
  expect(await second.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText('Not saved yet: 1 field needs attention.').waitFor();
  expect(await page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  await page.keyboard.type('Workshop');
  expect(await page.getByLabel('Start of session 2').inputValue()).toBe('09:20');
  // 50 and 45 minutes are 95: 6.33 quarter-hours, nearest 6, so 1.5 credits.
  const credit = page.getByRole('region', { name: 'Credit' });
  const sum = credit.getByText('2 sessions · 95 min → 1.5 credits');
  await sum.click();
  await credit.getByRole('table', { name: 'How the maximum is computed' }).getByText('1.5').first().waitFor();
  const maximum = credit.getByRole('textbox', { name: 'Designated maximum, in credits' });
  expect(await maximum.inputValue()).toBe('1.5');
  await maximum.fill('1.75');
  await credit.getByText('The sessions give at most 1.5.').waitFor();
  expect(await page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await maximum.fill('1.3');
  await credit.getByText('Type credits in steps of 0.25, such as 5.25.').waitFor();
  await maximum.fill('1.25');
  await credit.getByRole('button', { name: 'Use 1.5' }).click();
  await page.getByRole('checkbox', { name: 'Session 2 counts for credit' }).uncheck();
  await credit.getByText('1 session · 50 min → 0.75 credits').waitFor();
  expect(await maximum.inputValue()).toBe('0.75');
  await page.getByRole('checkbox', { name: 'Session 2 counts for credit' }).check();
  await page.keyboard.press('Control+s');
  await page.getByText('Saved “Clinical AI basics, spring”.').waitFor();
  const saved = await window.call('activities.get', { id: activityId });
  expect(saved.maximumQuarters).toBe(6);
  expect(saved.sessions.map(({ title, startTime, minutes }) => [title, startTime, minutes])).toEqual([
    ['Opening lecture', '08:30', 50],
    ['Workshop', '09:20', 45],
  ]);
});

test('moves every session to another day', async () => {
  await page.getByRole('button', { name: 'Move to another day' }).click();
  await page.getByLabel('New first day').fill('2026-10-12');
  await page.getByRole('button', { name: 'Move all sessions' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect
    .poll(async () =>
      (await window.call('activities.get', { id: activityId })).sessions.map(({ date }) => date),
    )
    .toEqual(['2026-10-12', '2026-10-12']);
});

test('joint providership asks for the joint provider', async () => {
  await page.getByRole('radio', { name: /joint providership/ }).check();
  await page.getByText('Name the joint provider, or choose direct providership.').waitFor();
  await page.getByRole('combobox', { name: 'Joint providers' }).fill('Lakeside Community Clinic');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect
    .poll(async () => (await window.call('activities.get', { id: activityId })).jointProviders)
    .toEqual(['Lakeside Community Clinic']);
  await expectAccessible(page);
});

test('unsaved edits survive a look elsewhere and can be discarded', async () => {
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Another title');
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'Nobody is enrolled yet' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /Overview.*unsaved/ }).click();
  expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('Another title');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('region', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });
});

test('what another window saved meanwhile is not overwritten silently', async () => {
  const before = await window.call('activities.get', { id: activityId });
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('Mine');
  await window.call('activities.update', {
    id: activityId,
    content: { ...contentOf(before), title: 'Theirs', link: 'https://example.org/' },
  });
  await page.getByText('was saved in another window as “Theirs”').waitFor();
  expect(await page.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep “Mine”' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Saved “Mine”.').waitFor();
  expect(await window.call('activities.get', { id: activityId })).toMatchObject({
    title: 'Mine',
    link: 'https://example.org/',
  });
  await window.call('activities.update', { id: activityId, content: contentOf(before) });
});

test('enrols known people from the panel, by keyboard', async () => {
  for (const givenName of ['Ada', 'Grace'])
    await window.call('people.create', {
      givenName,
      familyName: 'Okafor',
      credentials: 'MD',
      profession: 'physician',
      specialty: '',
      email: '',
      npi: '',
      licences: [],
      birthMonthDay: '',
      notes: '',
    });
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Add people' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Add people' });
  const ada = panel.getByRole('checkbox', { name: /Ada Okafor/ });
  await ada.focus();
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByRole('row', { name: /Ada Okafor/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Nobody is enrolled yet' }).waitFor();
});

test('lists, filters and removes activities, and Undo brings one back', async () => {
  await goTo(page, '/activities', 'Activities');
  await page.getByRole('row', { name: /Clinical AI basics/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('nothing like it');
  await page.getByText('No activity fits.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Clinical AI basics/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Clinical AI basics/ }).waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove this activity' }).click();
  await page.getByRole('heading', { name: 'No activity yet' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByRole('row', { name: /Clinical AI basics/ }).waitFor();
});

test('copies an activity to another date, with its sessions and without its people', async () => {
  await page.getByRole('row', { name: /Clinical AI basics/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy to another date' }).click();
  await page.getByRole('heading', { level: 1, name: 'Copy to another date' }).waitFor();
  await page.getByRole('button', { name: 'Open the activity' }).click();
  await page.getByText('Choose the first day.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Title').fill('Clinical AI basics, next year');
  await page.getByLabel('New first day').fill('2027-10-04');
  await page.getByRole('button', { name: 'Open the activity' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clinical AI basics, next year' }).waitFor();
  const [copy, first] = await window.call('activities.list', {});
  expect(copy).toMatchObject({ startsOn: '2027-10-04', sessions: first?.sessions, enrolled: 0 });
});

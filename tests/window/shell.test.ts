import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity } from './prepared.ts';

let window: TestWindow;
let page: Page;
let prepared: Prepared;

beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call, 2);
    },
  });
  page = window.page;
});
afterAll(() => window?.close());

async function atHeading(name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('the palette finds and does, by keyboard', async () => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Find or do' });
  await search.waitFor();
  await expectAccessible(page);
  await search.fill('Abara');
  await page.getByRole('button', { name: /Person1 Abara/ }).waitFor();
  await search.fill('spring');
  await page.getByRole('button', { name: /Clinical AI basics, spring/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await atHeading('Clinical AI basics, spring');
  await page.keyboard.press('Control+k');
  await search.fill('history');
  await page.keyboard.press('Enter');
  await atHeading('History');
  await page.keyboard.press('Control+k');
  await search.fill('zzzz');
  await page.getByText('Nothing is called that. Try a part of the name.').waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
});

test.each([
  ['print', 'Go to Certificates'],
  ['issue', 'Issue certificates'],
  ['new curr', 'New curriculum'],
  ['new activity', 'New activity'],
  ['module add', 'New module'],
  ['reviews due', 'Review modules'],
  ['add pers', 'Add a person'],
  ['roster', 'Import a roster'],
  ['backup', 'Take a backup'],
  ['verify', 'Check the record'],
  ['dark', 'Dark colors'],
  ['statements', 'Read the statements'],
  ['keys', 'Show the keyboard shortcuts'],
  ['go office', 'Go to Office'],
])('the palette knows what “%s” means', async (typed, label) => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Find or do' });
  await search.fill(typed);
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
});

test('the palette changes the colours and opens what is new', async () => {
  const search = page.getByRole('textbox', { name: 'Find or do' });
  for (const [typed, scheme] of [
    ['dark', 'dark'],
    ['system', 'light'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await search.fill(typed);
    await page.keyboard.press('Enter');
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
    await search.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await search.fill('add a person');
  await page.keyboard.press('Enter');
  await atHeading('Add a person');
});

test('keys lead to places, show help, and keep out of fields', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await atHeading('Home');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await atHeading('Activities');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 5_000 })
    .toBe('H1');
  // The key looks for the field at once: the list has to be there.
  await page.getByRole('searchbox', { name: 'Find an activity' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('gh?');
  expect(await page.getByRole('searchbox', { name: 'Find an activity' }).inputValue()).toBe('gh?');
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /Clinical AI basics/ }).focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByText('Undo the last change').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
});

test('Ctrl+Z takes back the last act', async () => {
  const { id } = await window.call('curricula.create', {
    title: 'A slip',
    templateCode: null,
    specialtyModule: null,
  });
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone:/).waitFor();
  expect((await window.call('curricula.list', {})).some((curriculum) => curriculum.id === id)).toBe(false);
});

test('places are reached with Tab, after a link that skips them', async () => {
  await goTo(page, '/', 'Home');
  await page.reload();
  await atHeading('Home');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  const office = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Office' });
  await office.focus();
  const ring = await office.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(ring).not.toBe('none');
  await page.keyboard.press('Enter');
  await atHeading('Office');
  expect(await office.getAttribute('aria-current')).toBe('page');
  // The new screen announces itself: its heading has the focus.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('the colours follow the choice, and are remembered', async () => {
  const scheme = () => page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
  expect(await scheme()).toBe('light');
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(scheme, { timeout: 5_000 }).toBe('dark');
  await page.reload();
  await atHeading('Office');
  expect(await scheme()).toBe('dark');
  await page.getByRole('radio', { name: 'As the system' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(scheme, { timeout: 5_000 }).toBe('light');
});

test('nothing moves for those who ask for it', async () => {
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((element) =>
      Math.max(...getComputedStyle(element).transitionDuration.split(',').map(Number.parseFloat)),
    ),
  );
  expect(Math.max(...durations)).toBeLessThan(0.01);
});

test('an unknown address leads back home', async () => {
  await goTo(page, '/nowhere/at/all', 'Nothing here');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await atHeading('Home');
  await goTo(page, '/activities/999', 'Activity');
  await page.getByRole('alert').waitFor();
  await goTo(page, `/activities/${prepared.activityId}/nowhere`, /Clinical AI basics/);
  await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
});

test('a lost connection is said, the screen stays, and it goes when the program is back', async () => {
  await goTo(page, '/activities', 'Activities');
  await page.route('**/call', (route) => route.abort());
  await page.keyboard.press('Control+z');
  const notice = page.getByRole('region', { name: 'Connection' });
  await notice.getByText('Rounds cannot be reached. Everything saved is safe.').waitFor();
  await expectAccessible(page);
  await page.getByRole('row', { name: /Clinical AI basics/ }).waitFor();
  await page.unroute('**/call');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await notice.waitFor({ state: 'detached' });
});

test('a success takes away what the same act failed with before, and messages cover no place of the rail', async () => {
  await goTo(page, '/', 'Home');
  await page.route('**/call', (route) =>
    route.request().postDataJSON()?.method === 'changes.undo'
      ? route.fulfill({
          json: { ok: false, error: { code: 'internal', message: 'It could not be taken back.' } },
        })
      : route.continue(),
  );
  const { id } = await window.call('curricula.create', {
    title: 'Another slip',
    templateCode: null,
    specialtyModule: null,
  });
  await page.keyboard.press('Control+z');
  const fault = page.getByText('It could not be taken back.');
  await fault.waitFor();
  const message = await fault.boundingBox();
  const last = await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'Office', exact: true })
    .boundingBox();
  expect(message?.y ?? 0).toBeGreaterThan(last ? last.y + last.height : Number.POSITIVE_INFINITY);
  await page.unroute('**/call');
  await page.keyboard.press('Control+z');
  await fault.waitFor({ state: 'detached', timeout: 5_000 });
  expect((await window.call('curricula.list', {})).some((curriculum) => curriculum.id === id)).toBe(false);
});

test('work that is out of reach is shown as interrupted, with nothing to stop', async () => {
  await goTo(page, '/office/backups', 'Backups');
  const running = { jobId: 'slow', kind: 'backups.create', title: 'Backing up', status: 'running' };
  await page.route('**/call', (route) => {
    const method = route.request().postDataJSON()?.method;
    if (method === 'backups.create') return route.fulfill({ json: { ok: true, value: { jobId: 'slow' } } });
    if (method === 'jobs.get')
      return route.fulfill({
        json: { ok: true, value: { ...running, done: 5, total: 10, result: null, fault: null } },
      });
    return route.continue();
  });
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('5 of 10').waitFor();
  await page.unroute('**/call');
  await page.route('**/call', (route) => route.abort());
  await page.getByText('Interrupted: Backing up').waitFor();
  expect(await page.getByText('5 of 10').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  await page.unroute('**/call');
  await page.getByText('Rounds was interrupted in this work.').waitFor();
});

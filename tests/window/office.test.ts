import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../src/shared/contract/index.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, OFFICE, prepareOffice } from './prepared.ts';

let window: TestWindow;
let page: Page;

beforeAll(async () => {
  window = await openWindow({ prepare: prepareOffice });
  page = window.page;
});
afterAll(() => window?.close());

test('changes the settings, sees them on paper at once, and takes them back', async () => {
  await goTo(page, '/office', 'Office');
  await expectAccessible(page);
  const provider = page.getByRole('textbox', { name: /name of the provider/i });
  await provider.fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give the name of your office as it stands on certificates.').waitFor();
  await provider.fill('Harborview Academy');
  await page.getByRole('figure').getByText('Harborview Academy', { exact: true }).waitFor();
  await page.getByText('Not saved').waitFor();
  await page.getByRole('radio', { name: 'A4' }).check();
  await page.getByRole('textbox', { name: 'Start of certificate numbers' }).fill('hta');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Changed the office settings').waitFor();
  expect(await window.call('office.get', {})).toMatchObject({
    providerName: 'Harborview Academy',
    paper: 'a4',
    certificatePrefix: 'HTA',
  });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => provider.inputValue()).toBe(OFFICE.providerName);
});

test('statements are dated and name their source; those of other accreditors are a switch away', async () => {
  const statements = page.getByRole('region', { name: 'Required statements' });
  await statements
    .getByText(/^Since /)
    .first()
    .waitFor();
  const own = await statements.getByRole('listitem').count();
  await statements.getByRole('switch', { name: "Show every accreditor's" }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => statements.getByRole('listitem').count()).toBeGreaterThan(own);
  await statements.getByText('state medical society', { exact: false }).first().waitFor();
});

test('takes a backup and goes back to it through the window', async () => {
  await goTo(page, '/office/backups', 'Backups');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('A backup was taken, opened and checked.').waitFor();
  await page.getByRole('row', { name: /By hand/ }).waitFor();
  await window.call('office.update', { ...OFFICE, providerName: 'Renamed by mistake' });
  await page.getByRole('navigation', { name: 'Places' }).getByText('Renamed by mistake').waitFor();
  await page
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The backup itself stays as it is.').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByText('The backup is restored.').waitFor();
  await page.getByRole('navigation', { name: 'Places' }).getByText(OFFICE.providerName).waitFor();
  // What was before the restore is a backup of its own.
  await page.getByRole('row', { name: /Before a restore/ }).waitFor();
});

test('a restore says what is not saved, and nothing of the office before it stays in the window', async () => {
  const twin = {
    givenName: 'Ines',
    familyName: 'Duarte',
    credentials: 'MD',
    profession: 'physician',
    specialty: 'Cardiology',
    email: '',
    npi: '',
    licences: [],
    birthMonthDay: '',
    notes: '',
  } satisfies Input<'people.create'>;
  await goTo(page, '/office/backups', 'Backups');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('A backup was taken, opened and checked.').waitFor();
  await window.call('people.create', twin);
  await window.call('people.create', twin);
  await goTo(page, '/people/duplicates', 'Duplicates');
  await page.getByRole('article', { name: 'Ines Duarte and Ines Duarte' }).waitFor();
  await goTo(page, '/people/new', 'Add a person');
  await page.getByRole('textbox', { name: 'Given name' }).fill('Typed and not saved');

  await goTo(page, '/office/backups', 'Backups');
  const byHand = page.getByRole('row', { name: /By hand/ }).first();
  await byHand.getByRole('button', { name: /^Restore the backup of/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Not saved yet, and lost: 1 form of a person.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByText('The backup is restored.').waitFor();

  await goTo(page, '/people/new', 'Add a person');
  expect(await page.getByRole('textbox', { name: 'Given name' }).inputValue()).toBe('');
  expect(await page.getByText('What you typed before and did not save is here again.').count()).toBe(0);
  // A search that does not end shows what was found before, which is nothing of this office.
  const started = /"method":"people\.findDuplicates"/;
  await page.route('**/call', (route) =>
    started.test(route.request().postData() ?? '') ? undefined : route.continue(),
  );
  await goTo(page, '/people/duplicates', 'Duplicates');
  await page.getByRole('tab', { name: 'To look at' }).waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
  await page.unroute('**/call');
});

test('the history lists what was done, checks the record, and takes acts back', async () => {
  await window.call('office.update', { ...OFFICE, address: 'Elsewhere' });
  await goTo(page, '/office/history', 'History');
  await page
    .getByRole('row', { name: /office/i })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Check the record' }).click();
  await page.getByText('Whole', { exact: true }).waitFor();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Undo:/ })
    .first()
    .click();
  await expect.poll(async () => (await window.call('office.get', {})).address).toBe(OFFICE.address);
});

test('an empty office can be started; the present one is kept', async () => {
  await goTo(page, '/office/backups', 'Backups');
  await page.getByRole('button', { name: 'Set this office aside' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside and start empty' }).click();
  await page.getByRole('button', { name: 'Set up my office' }).waitFor();
  expect((await window.call('backups.list', {})).length).toBeGreaterThan(0);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

let window: TestWindow;
let page: Page;

beforeAll(async () => {
  window = await openWindow({ prepare: prepareOffice });
  page = window.page;
});
afterAll(() => window?.close());

const field = (name: string) => page.getByRole('textbox', { name, exact: true });

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function everyone() {
  const input = { text: '', profession: null, sort: 'name', after: null, limit: 500 } as const;
  return (await window.call('people.list', input)).rows;
}

test('an empty list says what to do and leads there', async () => {
  await goTo(page, '/people', 'People');
  await page.getByRole('heading', { name: 'Nobody is here yet' }).waitFor();
  await page.getByRole('link', { name: 'Import a roster' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a person' }).waitFor();
});

test('what is wrong is said beside its field, and nothing typed is lost', async () => {
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page.getByText('Enter the given name, the family name or both.').waitFor();
  await page.getByText('Choose the profession.', { exact: false }).waitFor();
  expect(await field('Family name').evaluate((element) => element === document.activeElement)).toBe(true);

  await field('Given name').fill('Siân');
  await field('Family name').fill('Ó Súilleabháin');
  await field('Credentials').fill('MD, PhD');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('sian@example');
  await page.getByRole('textbox', { name: 'NPI' }).fill('1234567890');
  await choose('Month of birth', 'February');
  await page.getByRole('button', { name: 'Add a license' }).click();
  await page.getByRole('group', { name: 'License 1' }).getByLabel('State').fill('MA');
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page.getByText('This is not an e-mail address.', { exact: false }).waitFor();
  await page.getByText('The check digit is wrong', { exact: false }).waitFor();
  await page.getByText('Choose the day too, or set the month to not known.').waitFor();
  await page.getByText('Enter the number, or remove this license.').waitFor();
  // The credentials say what the profession is.
  expect(await page.getByRole('combobox', { name: 'Profession' }).inputValue()).toBe('Physician');
  await expectAccessible(page);
  expect(await everyone()).toEqual([]);
});

test('a look at another screen keeps what was typed', async () => {
  await goTo(page, '/activities', 'Activities');
  await goTo(page, '/people/new', 'Add a person');
  await page.getByText('What you typed before and did not save is here again.').waitFor();
  expect(await field('Family name').inputValue()).toBe('Ó Súilleabháin');
});

test('adds the person once all is right: identifiers and every script as typed', async () => {
  await page.getByRole('textbox', { name: 'E-mail' }).fill('sian@example.org');
  await page.getByRole('textbox', { name: 'NPI' }).fill('1234 567 893');
  await choose('Day of birth', '29');
  const first = page.getByRole('group', { name: 'License 1' });
  await first.getByLabel('Number').fill('004672');
  await page.getByRole('button', { name: 'Add a license' }).click();
  const second = page.getByRole('group', { name: 'License 2' });
  await second.getByLabel('State').fill('NY');
  await second.getByLabel('Number').fill('455134');
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Siân Ó Súilleabháin, MD, PhD' }).waitFor();
  await page.getByText('MA 004672').waitFor();
  await page.getByText('February 29').waitFor();
  await expectAccessible(page);
  const [person] = await everyone();
  expect(await window.call('people.get', { id: person?.id ?? 0 })).toMatchObject({
    npi: '1234567893',
    birthMonthDay: '02-29',
    licences: [
      { state: 'MA', number: '004672' },
      { state: 'NY', number: '455134' },
    ],
  });
});

test('an address that somebody else has is refused beside the field', async () => {
  await goTo(page, '/people/new', 'Add a person');
  await field('Given name').fill('美咲');
  await field('Family name').fill('Kim');
  await choose('Profession', 'Nurse practitioner');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('SIAN@example.org');
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page
    .locator('form')
    .getByText('Siân Ó Súilleabháin already has the address', { exact: false })
    .waitFor();
  expect(await field('Given name').inputValue()).toBe('美咲');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('kim18@example.org');
  await page.getByRole('button', { name: 'Add the person' }).click();
  await page.getByRole('heading', { level: 1, name: '美咲 Kim' }).waitFor();
});

test('edits a person; cancelling changes nothing', async () => {
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('heading', { level: 1, name: 'Edit 美咲 Kim' }).waitFor();
  await expectAccessible(page);
  await field('Specialty').fill('Pediatrics');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('heading', { level: 1, name: '美咲 Kim' }).waitFor();
  await page.getByRole('link', { name: 'Edit' }).click();
  expect(await field('Specialty').inputValue()).toBe('');
  await field('Specialty').fill('Oncology');
  await page.keyboard.press('Enter');
  await page.getByText('Nurse practitioner · Oncology').waitFor();
});

test('a change of name offers to keep the old one, and checks speak beside their fields', async () => {
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByText('Certificates print 美咲 Kim, the name on the license.').waitFor();
  await field('Family name').fill('Park');
  await field('Middle name').fill('J.');
  await field('Suffix').fill('II');
  await page.getByText('Certificates print 美咲 J. Park II').waitFor();
  await page.getByRole('button', { name: 'Keep “美咲 Kim” as a former name' }).click();
  const former = page.getByRole('group', { name: 'Former name 1' });
  expect(await former.getByLabel('Name', { exact: true }).inputValue()).toBe('美咲 Kim');
  await former.getByLabel('Until, if known').fill('2026-06-30');

  await page.getByRole('textbox', { name: 'ORCID iD' }).fill('0000-0002-1694-2330');
  await page.getByText('The last character does not fit', { exact: false }).waitFor();
  await page.getByRole('textbox', { name: 'ORCID iD' }).fill('https://orcid.org/000000021694233x');
  await page.getByRole('button', { name: 'Write it as 0000-0002-1694-233X' }).click();
  await page.getByText('The check character fits').waitFor();

  await field('Credentials').fill('PharmD');
  await page.getByText('The credentials read like those of a pharmacist', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Set it to pharmacist' }).click();
  await page.getByRole('button', { name: 'Add a dated credential' }).click();
  const credential = page.getByRole('group', { name: 'Credential 1' });
  await field('Credential 1').fill('BCPS');
  await credential.getByLabel('Since').fill('2020-01-01');
  await page.getByRole('button', { name: 'Print BCPS too' }).click();
  expect(await field('Credentials').inputValue()).toBe('PharmD, BCPS');

  await page.getByRole('button', { name: 'Add a further specialty' }).click();
  await field('Further specialty 1').fill('Transplant');
  await page.getByRole('button', { name: 'Add a further address' }).click();
  await field('Further address 1').fill('sian@example.org');
  await page.getByRole('button', { name: 'Add a board ID' }).click();
  await choose('Board', 'ABP · American Board of Pediatrics');
  await page.getByRole('group', { name: 'Board ID 1' }).getByLabel('Number').fill('0097');
  await page
    .getByText('can be reported to a board only with the learner’s permission', { exact: false })
    .waitFor();
  await page.getByText('Given', { exact: true }).click();
  await page.getByLabel('Given on').fill('2026-07-01');
  await expectAccessible(page);

  await page.keyboard.press('Control+s');
  await page
    .locator('form')
    .getByText('Siân Ó Súilleabháin already has the address', { exact: false })
    .waitFor();
  await field('Further address 1').fill('kim.old@example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: '美咲 J. Park II, PharmD, BCPS' }).waitFor();
  const record = page.getByRole('table', { name: 'On record' });
  for (const words of [
    '美咲 Kim, until Jun 30, 2026',
    'BCPS, since Jan 1, 2020',
    'Transplant',
    'kim.old@example.org',
    '0000-0002-1694-233X',
    'American Board of Pediatrics: 0097',
    'Given on July 1, 2026',
  ])
    await record.getByText(words, { exact: false }).waitFor();
});

test('finds by name without accents, by NPI and by profession', async () => {
  await goTo(page, '/people', 'People');
  const grid = page.getByRole('grid', { name: 'People' });
  const search = page.getByRole('searchbox', { name: 'Find a person' });
  await page.getByText('2 people').waitFor();
  await search.fill('suilleabhain');
  await page.getByText('1 person').waitFor();
  await grid.getByText('Ó Súilleabháin').waitFor();
  await search.fill('1234567893');
  await grid.getByText('Ó Súilleabháin').waitFor();
  await search.fill('美咲 kim');
  await grid.getByText('formerly 美咲 Kim').waitFor();
  await search.fill('nobody at all');
  await page.getByText('Nobody fits.', { exact: false }).waitFor();
  await search.fill('');
  await choose('Profession', 'Pharmacist');
  await page.getByText('1 person').waitFor();
  await grid.getByText('美咲 J. Park II').waitFor();
  await expectAccessible(page);
  await choose('Profession', 'Every profession');
  await page.getByText('2 people').waitFor();
  await page.getByText('Latest added').click();
  await expect.poll(() => grid.getByRole('row').nth(1).innerText()).toContain('Park');
});

test('removes a person without enrolments and takes it back', async () => {
  await page.getByRole('grid', { name: 'People' }).getByText('美咲 J. Park II').click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove this person' }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await expect.poll(async () => (await everyone()).length).toBe(1);
  await page
    .getByText('Removed 美咲 J. Park II.')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(async () => (await everyone()).length).toBe(2);
});

test('whoever is enrolled stays on record, with the activity and a link to it', async () => {
  const [person] = await everyone();
  const { id } = await window.call('curricula.create', {
    title: 'Clinical AI basics',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await window.call('curricula.publish', { id });
  const activity = await window.call('activities.create', {
    versionId,
    title: 'Grand Rounds',
    startsOn: '2026-11-12',
  });
  const personId = person?.id ?? 0;
  await window.call('enrolments.add', { activityId: activity.id, personIds: [personId] });
  await goTo(page, `/people/${personId}`, /\S/);
  await page.getByRole('grid', { name: 'Activities' }).getByText('Nov 12, 2026').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  const item = page.getByRole('menuitem', { name: 'Activities keep this person on record' });
  expect(await item.isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Grand Rounds' }).click();
  await page.getByRole('heading', { level: 1, name: 'Grand Rounds' }).waitFor();
});

test('a person who is not there is said plainly', async () => {
  await page.evaluate(() => {
    document.location.hash = '#/people/9999';
  });
  await page.getByText('This person is not there any more. Go back to the list.').waitFor();
});

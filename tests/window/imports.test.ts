import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');

type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const sample = (name: string): string => join(SAMPLES, name);
const made = (name: string, content: string | Buffer): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

let window: TestWindow;
let page: Page;
afterAll(() => window?.close());

const rows = () => page.getByRole('grid', { name: 'Rows' });
const rowOf = (name: string | RegExp) => rows().getByRole('row').filter({ hasText: name });
const importButton = () => page.getByRole('button', { name: /^Import [\d,]+ rows?$/ });
const chip = (name: RegExp) => page.getByRole('group', { name: 'Show the rows that' }).getByText(name);

async function chooseFile(file: string | Upload): Promise<void> {
  const input = page.locator('input[type=file]').first();
  // Playwright's type wants a list that it may change.
  await input.setInputFiles(typeof file === 'string' ? file : { ...file });
}

async function importNow(): Promise<void> {
  await importButton().click();
  await page.getByRole('heading', { level: 1, name: /^Imported / }).waitFor();
}

async function pick(label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

async function everyone() {
  const input = { text: '', profession: null, sort: 'name', after: null, limit: 500 } as const;
  return (await window.call('people.list', input)).rows;
}

describe('a roster', () => {
  beforeAll(async () => {
    window = await openWindow({ prepare: prepareOffice });
    page = window.page;
  });

  test('is chosen, looked at and imported in one step', async () => {
    await goTo(page, '/people/import', 'Import a roster');
    await page.getByText('Choosing a file writes nothing.', { exact: false }).waitFor();
    await expectAccessible(page);
    await chooseFile(sample('roster.csv'));
    await page.getByText('List of people · UTF-8 · headings in row 1 · 61 rows').waitFor();
    await chip(/^New person 60$/).waitFor();
    await rowOf('Lwazi MacDonald').getByText('MD, PhD · Physician · Family Medicine').waitFor();
    await page.getByText('Nothing has been written yet.').waitFor();
    expect(await everyone()).toEqual([]);
    await expectAccessible(page);
    await importNow();
    await page.getByText('60 + 1 = 61 rows in the file.', { exact: false }).waitFor();
    await expectAccessible(page);
    expect(await everyone()).toHaveLength(60);
    await page.getByRole('link', { name: 'See what became of each row' }).click();
    await page.getByRole('heading', { level: 1, name: 'roster.csv' }).waitFor();
    await rowOf('Lwazi MacDonald').getByText('New person').waitFor();
    await expectAccessible(page);
  });

  test('chosen again has nothing to import', async () => {
    await goTo(page, '/people/import', 'Import a roster');
    await page.getByRole('grid', { name: 'Earlier imports' }).getByText('roster.csv').waitFor();
    await chooseFile(sample('roster.csv'));
    await chip(/^Nothing new 60$/).waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  });

  test('is undone as one step, also later', async () => {
    await goTo(page, '/people/imports', 'Earlier imports');
    await expectAccessible(page);
    await page.getByRole('grid', { name: 'Earlier imports' }).getByText('roster.csv').click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await everyone()).toEqual([]);
    await rowOf('Lwazi MacDonald').getByText('New person').waitFor();
  });

  test('from a messy file says what cannot be used and why', async () => {
    await goTo(page, '/people/import', 'Import a roster');
    await page.getByRole('button', { name: 'Choose another file' }).waitFor();
    await chooseFile(sample('roster-messy.csv'));
    await page.getByText('headings in row 3', { exact: false }).waitFor();
    await rowOf('not-an-email').getByText('“not-an-email” is not an e-mail address.').waitFor();
    await rowOf('missing.name@example.org').getByText('The row has no name.').waitFor();
    await rowOf('Wrong Digit').getByText('“1234567890” is not an NPI', { exact: false }).waitFor();
    await rowOf('=HYPERLINK').getByText('begins like a formula', { exact: false }).waitFor();
    await chip(/^Twice in the file 1$/).click();
    await rowOf('The same person as in row 7.').waitFor();
    expect(await rows().getByRole('row').count()).toBe(2);
    await chip(/^All 30$/).click();
    await page.getByRole('searchbox', { name: 'Find a row' }).fill('ylmaz');
    await expect.poll(() => rows().getByRole('row').count()).toBe(3);
    await page.getByRole('searchbox', { name: 'Find a row' }).fill('');
    await importNow();
    await page.getByText('= 30 rows in the file.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByRole('heading', { level: 1, name: 'The import was taken back' }).waitFor();
    await page.getByText('taken back', { exact: true }).waitFor();
    expect(await page.getByText('imported', { exact: true }).count()).toBe(0);
    expect(await everyone()).toEqual([]);
    await page.getByRole('button', { name: 'Import another file' }).click();
  });

  test('from Excel in Europe keeps accents, and a column is corrected', async () => {
    await chooseFile(sample('roster-excel-europe.csv'));
    await page.getByText('Windows-1252', { exact: false }).waitFor();
    await rowOf('Hiroshi García-López').waitFor();
    const holds = '“Fachgebiet” holds';
    expect(await page.getByRole('combobox', { name: holds }).inputValue()).toBe('Specialty');
    await pick(holds, 'Not used');
    await expect.poll(() => page.getByRole('combobox', { name: holds }).inputValue()).toBe('Not used');
    await importNow();
    expect((await everyone()).every(({ specialty }) => specialty === '')).toBe(true);
    await page.getByRole('link', { name: 'See the people' }).click();
    await page.getByText('25 people').waitFor();
  });

  test('from XLSX with a held row: decided by keyboard, and kept while looking elsewhere', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Registrations',
          rows: [
            ['Family', 'Given name', 'E-mail', 'License'],
            ['MacDonald', 'Lwazi', '', 'NY 004551'],
            ['Fischer', 'Björk', '', 'WA 000123'],
            ['Haddad', 'Noor', 'noor.haddad@example.org', '007'],
          ],
        },
      ],
    });
    await goTo(page, '/people/import', 'Import a roster');
    await chooseFile({ name: 'ward.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    // The heading is not known: the family names come in once the column is corrected.
    await pick('“Family” holds', 'Family name');
    await rowOf('Lwazi MacDonald').getByText('Needs a decision').waitFor();
    await page.getByText('2 rows still need a decision', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Decide 2 rows' }).click();
    const panel = page.getByRole('complementary', { name: 'Lwazi MacDonald' });
    await panel.getByText('Row 2 of the file').waitFor();
    await expectAccessible(page);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), { timeout: 10_000 })
      .toContain('lwazi.macdonald0@example.org');
    await page.keyboard.press('1');
    await page.getByRole('complementary', { name: 'Björk Fischer' }).waitFor();
    await page.getByRole('button', { name: /^Leave this row out/ }).click();
    await rowOf('Lwazi MacDonald').getByText('Counts for Lwazi MacDonald.').waitFor();
    await rowOf('Björk Fischer').getByText('Left out by decision.').waitFor();

    await goTo(page, '/activities', 'Activities');
    await goTo(page, '/people/import', 'Import a roster');
    await rowOf('Lwazi MacDonald').getByText('Decided').waitFor();
    await importNow();
    const people = await everyone();
    expect(people).toHaveLength(26);
    const lwazi = people.find(({ email }) => email === 'lwazi.macdonald0@example.org');
    expect((await window.call('people.get', { id: lwazi?.id ?? 0 })).licences).toEqual([
      { state: 'NY', number: '004551' },
    ]);
  });

  test('is looked at again when something changed meanwhile; decisions stay', async () => {
    await goTo(page, '/people/import', /./);
    await page.getByRole('button', { name: 'Import another file' }).click();
    await chooseFile(
      made(
        'late.csv',
        'First name,Last name,Email,License\nOlga,Johnson,,WA 77\nAda,Okafor,ada@example.org,\n',
      ),
    );
    await page.getByRole('button', { name: 'Decide 1 row' }).click();
    await page.getByLabel('Somebody else').fill('noor smith');
    await page.getByRole('button', { name: /^Noor Smith/ }).click();
    await rowOf('Olga Johnson').getByText('Counts for Noor Smith.').waitFor();
    await window.call('people.remove', {
      id: (await everyone()).find(({ email }) => email === 'noor.haddad@example.org')?.id ?? 0,
    });
    await importButton().click();
    await page.getByRole('button', { name: 'Look at the file again' }).click();
    await rowOf('Olga Johnson').getByText('Counts for Noor Smith.').waitFor();
    await importNow();
    await page.getByRole('button', { name: 'Import another file' }).click();
  });

  test.each([
    [made('empty.csv', ''), '“empty.csv” is empty.'],
    [
      made('photo.csv', Buffer.from([0, 1, 2, 0, 255, 254, 0, 7, 9])),
      '“photo.csv” cannot be read as a table.',
    ],
    [
      made('broken.xlsx', Buffer.from('PK\u0003\u0004 not really')),
      '“broken.xlsx” cannot be read as a table.',
    ],
    [made('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), 'save it as .xlsx or CSV'],
    [made('bare.csv', 'Ada;1\nOlga;2\n'), 'No row with column headings was found'],
  ])('%#: a bad file is refused with the next step', async (file, words) => {
    await goTo(page, '/people/import', 'Import a roster');
    const before = await everyone();
    await chooseFile(file);
    await page.getByRole('alert').getByText(words, { exact: false }).waitFor();
    expect(await importButton().count()).toBe(0);
    expect(await everyone()).toEqual(before);
  });

  test('without a column of names shows the columns to choose from', async () => {
    await goTo(page, '/people/import', 'Import a roster');
    await chooseFile(made('codes.csv', 'Kürzel,Email,NPI\nAda Okafor,ada2@example.org,1818662011\n'));
    await page.getByRole('alert').getByText('The file has no column with names.', { exact: false }).waitFor();
    await expectAccessible(page);
    await pick('“Kürzel” holds', 'Full name');
    await rowOf('Ada Okafor').waitFor();
  });

  test('too large a file is refused before it is sent', async () => {
    await goTo(page, '/people/import', 'Import a roster');
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const file = new File([new Uint8Array(65 * 1024 * 1024)], 'huge.csv');
      const transfer = new DataTransfer();
      transfer.items.add(file);
      if (!input) return;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.getByText('“huge.csv” is larger than 64 MB.', { exact: false }).waitFor();
    await window.close();
  });
});

describe('attendance', () => {
  let activityId = 0;

  beforeAll(async () => {
    window = await openWindow({
      prepare: async (call) => {
        activityId = await prepareGrandRounds(call);
      },
    });
    page = window.page;
  });

  async function toImport(): Promise<void> {
    await goTo(page, `/activities/${activityId}/import-attendance`, /./);
    const another = page.getByRole('button', { name: 'Import another file' });
    if (await another.isVisible()) await another.click();
    await page.getByRole('heading', { level: 1, name: 'Import attendance' }).waitFor();
  }

  test('needs the people first: the roster enrols them and leads back', async () => {
    await goTo(page, `/activities/${activityId}/people`, 'AI in Radiology Grand Rounds');
    await page.getByRole('link', { name: 'Import a roster' }).click();
    await page.getByText('enrolled in this activity', { exact: false }).waitFor();
    await chooseFile(sample('roster.csv'));
    await importNow();
    await page.getByRole('link', { name: 'See who is enrolled' }).click();
    await page.getByRole('grid', { name: 'Enrolled people' }).waitFor();
    expect((await window.call('activities.get', { id: activityId })).enrolled).toBe(60);
  });

  test('of a Zoom webinar: joins are added up, and the grid has the minutes', async () => {
    await toImport();
    await expectAccessible(page);
    await chooseFile(sample('zoom-webinar-attendees.csv'));
    await page.getByText('Zoom webinar report · UTF-8 · headings in row 9', { exact: false }).waitFor();
    const lwazi = rowOf('Lwazi MacDonald').first();
    expect(await lwazi.innerText()).toContain('111 min');
    await chip(/^Added up 9$/).click();
    await rowOf('Added to row 10').waitFor();
    expect(await page.getByText('This report is of', { exact: false }).count()).toBe(0);
    await page.getByText(/^Joins from November 12, 2026, /).waitFor();
    await expectAccessible(page);
    await importNow();
    await page.getByRole('link', { name: 'See the attendance' }).click();
    await page.getByRole('heading', { level: 1, name: 'AI in Radiology Grand Rounds' }).waitFor();
    const grid = await window.call('attendance.grid', { activityId });
    const found = grid.rows.find(({ email }) => email === 'lwazi.macdonald0@example.org');
    expect(found?.minutes).toEqual([111]);
  });

  test('is taken back in one step from the result', async () => {
    await toImport();
    await page.getByRole('grid', { name: 'Earlier imports' }).getByText('zoom-webinar-attendees.csv').click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    const grid = await window.call('attendance.grid', { activityId });
    expect(grid.rows.every(({ minutes }) => minutes[0] === null)).toBe(true);
  });

  test('of a Zoom meeting: who matches nobody is held for a decision', async () => {
    await toImport();
    await chooseFile(sample('zoom-meeting-participants.csv'));
    await page.getByText('Zoom meeting report', { exact: false }).waitFor();
    await rowOf('Wei MacDonald').getByText('Found by name.').waitFor();
    await rowOf('iPhone').getByText('Needs a decision').waitFor();
    // Enter on the row opens it; the finder knows everyone.
    await rowOf('iPhone').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'iPhone' }).waitFor();
    await page.getByLabel('Somebody else').fill('rosa lee');
    await page.getByRole('button', { name: /^Rosa Lee/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await rowOf('iPhone').getByText('Counts for Rosa Lee.').waitFor();
    await importNow();
    const grid = await window.call('attendance.grid', { activityId });
    expect(grid.rows.find(({ name }) => name === 'Rosa Lee')?.minutes).toEqual([30]);
  });

  test('of Teams: what was recorded before is shown before it changes', async () => {
    await toImport();
    await chooseFile(sample('teams-attendance.csv'));
    await page.getByText('Teams attendance report · UTF-16', { exact: false }).waitFor();
    const anneMarie = rowOf('annemarie.hernandez5@example.org').first();
    expect(await anneMarie.innerText()).toContain('90 min');
    await importNow();
    const grid = await window.call('attendance.grid', { activityId });
    expect(grid.rows.find(({ email }) => email === 'kim18@example.org')?.minutes).toEqual([44]);
  });

  test('of another day is warned of, and can be counted for one session all the same', async () => {
    const activity = await window.call('activities.create', {
      versionId: (await window.call('activities.get', { id: activityId })).versionId,
      title: 'Another day',
      startsOn: '2026-12-03',
    });
    await goTo(page, `/activities/${activity.id}/import-attendance`, 'Import attendance');
    await chooseFile(sample('teams-attendance.csv'));
    const warning = page.getByRole('alert').filter({ hasText: 'This report is of another day.' });
    await warning.getByText('November 12, 2026, 12:00 PM to 1:32 PM', { exact: false }).waitFor();
    await warning.getByText('December 3', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Counts for' }).click();
    await page.getByRole('option').nth(1).click();
    await warning
      .getByText('Its minutes count for the chosen session all the same.', { exact: false })
      .waitFor();
  });

  test('without times asks for the session, which is chosen in place', async () => {
    await toImport();
    const { sessions } = await window.call('activities.get', { id: activityId });
    await window.call('activities.setSessions', {
      id: activityId,
      sessions: [
        ...sessions,
        {
          id: null,
          title: 'Reading room',
          moduleCode: null,
          date: '2026-11-12',
          startTime: '15:00',
          minutes: 60,
          countsForCredit: true,
        },
      ],
    });
    await chooseFile(made('list.csv', 'Name,Email,Attended\nOlga Johnson,olga.johnson6@example.org,Yes\n'));
    await page
      .getByRole('alert')
      .getByText('The file has no join and leave times', { exact: false })
      .waitFor();
    await pick('Counts for', /Reading room/);
    await expect.poll(() => rowOf('Olga Johnson').innerText()).toContain('60 min');
    await importNow();
    const grid = await window.call('attendance.grid', { activityId });
    expect(grid.rows.find(({ email }) => email === 'olga.johnson6@example.org')?.minutes[1]).toBe(60);
  });
});

/** An office with one activity whose only session runs while the sample reports were made. */
async function prepareGrandRounds(call: Call): Promise<number> {
  await prepareOffice(call);
  const curriculum = await call('curricula.create', {
    title: 'Clinical AI basics',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await call('curricula.publish', { id: curriculum.id });
  const title = 'AI in Radiology Grand Rounds';
  const { id } = await call('activities.create', { versionId, title, startsOn: '2026-11-12' });
  await call('activities.setSessions', {
    id,
    sessions: [
      {
        id: null,
        title: 'Grand Rounds',
        moduleCode: null,
        date: '2026-11-12',
        startTime: '12:00',
        minutes: 120,
        countsForCredit: true,
      },
    ],
  });
  return id;
}

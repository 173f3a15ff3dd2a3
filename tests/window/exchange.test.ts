import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeModule, exchangeText } from '../engine/exchange-files.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

let window: TestWindow;
let page: Page;
beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      await prepareOffice(call);
      await call('curricula.create', { title: 'Autumn course', templateCode: 'T-01', specialtyModule: null });
    },
  });
  page = window.page;
});
afterAll(() => window?.close());

const rows = () => page.getByRole('grid', { name: 'Rows' });
const rowOf = (text: string) => rows().getByRole('row').filter({ hasText: text });

async function choose(name: string, content: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/**
 * Chooses a file of one module many times over, and presses Stop as soon as its progress shows; answers what stood there. Done
 * in the page: such a file is too large for the test to see in time what becomes of it.
 */
function stopLarge(one: string, times: number): Promise<string> {
  return page.evaluate(
    async ({ text, count }) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no place to choose a file');
      const file = JSON.parse(text);
      const [module] = file.modules;
      file.modules = Array.from({ length: count }, (_, index) => ({ ...module, code: `Z-${index}` }));
      const chosen = new DataTransfer();
      chosen.items.add(new File([JSON.stringify(file)], 'larger.json'));
      const stopped = new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          const words = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
          const shown = words.find((line) => line.includes('of 50,000'));
          const stop = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === 'Stop',
          );
          if (shown === undefined || !stop) return;
          observer.disconnect();
          stop.click();
          resolve(shown);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return stopped;
    },
    { text: one, count: times },
  );
}

async function download(act: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
}

async function codes(): Promise<readonly string[]> {
  return (await window.call('modules.list', {})).map(({ code }) => code);
}

const FILE = exchangeText({
  modules: [
    exchangeModule('OWN-1', { title: 'Reading a model card' }),
    exchangeModule('OWN-2', { title: 'Asking a vendor', prerequisites: ['OWN-1'] }),
    exchangeModule('OWN-3', { minutes: -10, reviewBy: 'soon' }),
    exchangeModule('OWN-4', { title: 'Telling patients' }),
    { code: 'M-F01', title: 'What learning machines can do', minutes: 75 },
    { code: 'M-F02' },
  ],
  curricula: [{ title: 'Autumn course', items: [{ kind: 'module', module: 'OWN-2' }] }],
});

test('the screen says what can be imported before a file is chosen', async () => {
  await goTo(page, '/curricula', 'Curricula');
  await page.getByRole('link', { name: 'Import a file' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import modules and curricula' }).waitFor();
  await page.getByText('Choosing a file writes nothing.', { exact: false }).waitFor();
  await expectAccessible(page);
  const schema = await download(() => page.getByRole('button', { name: 'Save the schema' }).click());
  expect(schema.name).toBe('rounds-curriculum.schema.json');
});

test('a file is looked at, parts are left out, imported in one step and taken back', async () => {
  await goTo(page, '/modules/import', 'Import modules and curricula');
  await choose('autumn.json', FILE);
  await page
    .getByText(
      'Of 7 entries, 4 are new, 1 changes what is here, 1 reads the same as here and 1 cannot be imported.',
    )
    .waitFor();
  await page.getByText('1 draft holds modules that change', { exact: false }).waitFor();
  // A row tells all that is wrong with it, and every field that changes from what to what.
  expect(await rowOf('OWN-3').getByRole('listitem').allTextContents()).toEqual([
    'Minutes is -10. Write at least 5.',
    'Review by is “soon”. Write a date such as 2026-11-24.',
  ]);
  const [known] = (await window.call('modules.list', {})).filter(({ code }) => code === 'M-F01');
  expect(await rowOf('What learning machines can do').getByRole('listitem').allTextContents()).toEqual([
    `Title: ${known?.title} → What learning machines can do`,
    `Minutes: ${known?.minutes} minutes → 75 minutes`,
    'Used in “Autumn course”.',
  ]);
  expect(await rowOf('Autumn course').last().textContent()).toContain('Becomes “Autumn course (2)”');

  // What changes is told field by field.
  await rowOf('What learning machines can do').click();
  const panel = page.getByRole('complementary', { name: 'M-F01' });
  await panel.getByText('75 minutes').waitFor();
  await panel.getByText('Autumn course').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // Narrowed, and left out together.
  await page
    .getByRole('group', { name: 'Show the rows that' })
    .getByText(/^Changes 1$/)
    .click();
  await page.getByRole('button', { name: 'Leave out this one' }).click();
  await page
    .getByRole('group', { name: 'Show the rows that' })
    .getByText(/^All 7$/)
    .click();
  await page.getByRole('checkbox', { name: 'Import OWN-1' }).uncheck();
  await page.getByRole('button', { name: 'Import 3 new' }).click();
  await page.getByText('cannot do without what is left out', { exact: false }).waitFor();
  expect(await codes()).not.toContain('OWN-4');
  await page.getByRole('button', { name: 'Leave these 2 out too' }).click();
  await page.getByRole('button', { name: 'Import 1 new' }).waitFor();
  for (const name of ['OWN-1', 'OWN-2', 'Autumn course'])
    await page.getByRole('checkbox', { name: `Import ${name}` }).check();
  await page.getByRole('button', { name: 'Import 4 new' }).click();

  await page.getByRole('heading', { level: 1, name: 'Imported 4 entries' }).waitFor();
  await page.getByRole('link', { name: 'Autumn course (2)' }).waitFor();
  await expectAccessible(page);
  expect(await codes()).toContain('OWN-4');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('heading', { level: 1, name: 'The import was taken back' }).waitFor();
  expect(await codes()).not.toContain('OWN-4');
  expect((await window.call('curricula.list', {})).map(({ title }) => title)).toEqual(['Autumn course']);
});

test('a file that cannot be used says why, and the next one is taken', async () => {
  await goTo(page, '/modules/import', /.*/);
  if (await page.getByRole('button', { name: 'Import another file' }).isVisible())
    await page.getByRole('button', { name: 'Import another file' }).click();
  await choose('other.json', '{"a": NaN}');
  await page.getByRole('alert').getByText('“other.json” is not valid JSON.', { exact: false }).waitFor();
  await choose('list.csv', 'Code;Duration;Room\nM-F01;80;B12\n');
  await page.getByText('The file has one module: it changes what is here.').waitFor();
  await page.getByText('Read “Duration” as Minutes. Passed over: “Room”', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Import 1 changed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imported 1 entry' }).waitFor();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('heading', { level: 1, name: 'The import was taken back' }).waitFor();
});

test('dates that can be read in two ways are asked about, and the answer is taken', async () => {
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose('dates.csv', 'Code,Review by,AI use\nM-F01,11/12/2027,\nM-F02,3/4/2027,\n');
  const asked = page.getByRole('radiogroup', { name: 'How are the dates under “Review by” written?' });
  await page.getByText('2 dates such as 11/12/2027 can be read in two ways', { exact: false }).waitFor();
  await rowOf('M-F01').getByText('November 12, 2027').waitFor();
  // The headings are those that an export has: there is nothing to tell.
  expect(await page.getByText(/^Read “/).count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Import M-F02' }).uncheck();
  await expectAccessible(page);
  await asked.getByRole('radio', { name: 'Day first: 11/12/2027 is December 11, 2027' }).check();
  await rowOf('M-F01').getByText('December 11, 2027').waitFor();
  // What was decided about the rows holds on.
  await page.getByRole('button', { name: 'Import 1 changed' }).waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
});

test('the library, what is selected in it, and a curriculum are saved as files', async () => {
  await goTo(page, '/modules', 'Module library');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByText('46 modules in the library').waitFor();
  const all = await download(() => page.getByRole('menuitem', { name: 'For another office (JSON)' }).click());
  expect(all.name).toBe('Modules.json');
  expect(JSON.parse(all.text)).toMatchObject({ modules: { length: 46 } });
  await page.getByRole('searchbox', { name: 'Find a module' }).fill('M-F01');
  const chosen = page.getByRole('grid', { name: 'Modules' }).getByRole('row').filter({ hasText: 'M-F01' });
  await chosen.getByRole('checkbox').check();
  await page
    .getByRole('region', { name: 'Selected modules' })
    .getByRole('button', { name: 'Export' })
    .click();
  await page.getByText('1 module selected', { exact: true }).last().waitFor();
  const table = await download(() => page.getByRole('menuitem', { name: 'For a spreadsheet (CSV)' }).click());
  expect(table.name).toMatch(/^M-F01 .*\.csv$/);
  expect(table.text).toContain('"M-F01"');
  expect(table.text).toContain('"Moore level"');

  await goTo(page, '/curricula', 'Curricula');
  await page.getByRole('button', { name: 'Actions for Autumn course' }).click();
  const file = await download(() => page.getByRole('menuitem', { name: 'Export with its modules' }).click());
  expect(file.name).toBe('Autumn course.json');
  expect(JSON.parse(file.text)).toMatchObject({ format: 'rounds-curriculum', version: 1 });
});

test('a curriculum that reads the same as a draft is brought in as a copy', async () => {
  const [draft] = await window.call('curricula.list', {});
  const file = await window.call('exchange.exportCurriculum', { curriculumId: draft?.id ?? 0 });
  await goTo(page, '/modules/import', 'Import modules and curricula');
  await choose('autumn.json', Buffer.from(file.base64, 'base64').toString('utf8'));
  await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  await page.getByRole('searchbox', { name: 'Find a row' }).fill('Autumn');
  await page.getByRole('checkbox', { name: 'Bring in Autumn course as a copy' }).check();
  await rowOf('Autumn course').getByText('Comes as a copy').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import 1 copy' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imported 1 entry' }).waitFor();
  await page.getByRole('link', { name: 'Autumn course (2)' }).waitFor();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('heading', { level: 1, name: 'The import was taken back' }).waitFor();
});

test('of a large file every row can be found and left out, and looking can be stopped', async () => {
  const modules = [
    ...Array.from({ length: 5_200 }, (_, index) => ({ code: `X-${index}`, minutes: -1 })),
    ...Array.from({ length: 30 }, (_, index) => exchangeModule(`Y-${index}`)),
  ];
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose('large.json', exchangeText({ modules }));
  await page.getByText('The first 5,000 of 5,230 rows are listed', { exact: false }).waitFor();
  await page
    .getByRole('group', { name: 'Show the rows that' })
    .getByText(/^New 30$/)
    .click();
  await rowOf('Y-29').or(rowOf('Y-0')).first().waitFor();
  await page.getByRole('button', { name: 'Leave out these 30' }).click();
  await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  await page.getByRole('button', { name: 'Take in these 30' }).click();
  await page.getByRole('searchbox', { name: 'Find a row' }).fill('Y-17');
  await page.getByRole('button', { name: 'Leave out this one' }).click();
  await page.getByRole('button', { name: 'Import 29 new' }).waitFor();

  const shown = await stopLarge(exchangeText({ modules: [exchangeModule('Z-0')] }), 50_000);
  expect(shown).toMatch(/^Looking at “larger\.json”[\d,]+ of 50,000$/);
  await page.getByText('Choosing a file writes nothing.', { exact: false }).waitFor();
  expect(await codes()).toHaveLength(46);
});

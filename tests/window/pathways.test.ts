import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity } from './prepared.ts';

let window: TestWindow;
let page: Page;
let prepared: Prepared;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-test-'));
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call, 4);
    },
  });
  page = window.page;
});
afterAll(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

const tab = (name: string) => page.getByRole('tab', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const row = (table: string, text: string | RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
const steps = () => page.getByRole('list', { name: 'Modules in order' });
const person = () => prepared.personIds[0] ?? 0;

/** The codes of the modules that are shown, in their order. */
const shownCodes = async (): Promise<readonly string[]> =>
  (await steps().getByRole('strong').allInnerTexts()).map((text) => text.split(' ')[0] ?? '');

/** Waits until the answer is that of the request as it stands. */
const settled = () => page.locator('[aria-busy="false"]').first().waitFor();

async function giveReason(reason: string, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: act }).click();
}

async function chooseTargets(option: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Take targets from' }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Whether an element can be seen without scrolling, with nothing in front of it. */
function isInSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const inFront = document.elementFromPoint(left + width / 2, top + height / 2);
    return inFront !== null && element.contains(inFront);
  });
}

test('a person without evidence says so, and rates by keyboard; a self-rating counts to Apply at most', async () => {
  await goTo(page, `/people/${person()}`, /Abara/);
  await tab('Levels').click();
  await page.getByText('Nothing is on record yet.', { exact: false }).waitFor();
  await expectAccessible(page);
  await button('Record evidence').click();
  await button('Record').click();
  const nothing = page.getByText('Choose a level for at least one competency.');
  await nothing.waitFor();
  expect(await isInSight(nothing)).toBe(true);
  // The first choice has the focus: the next key can choose.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await page
    .getByRole('radiogroup', { name: /^Level of F1 / })
    .getByRole('radio')
    .first()
    .focus();
  await page.keyboard.press('3');
  // The key went on to the next competency, whose descriptions stand beside.
  await page.getByRole('complementary', { name: 'What the levels mean' }).getByText('F2 ').waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Backspace');
  await expectAccessible(page);
  // A look elsewhere keeps what was rated.
  await tab('Record').click();
  await tab('Levels').click();
  await button('Record 2 levels').click();
  await page
    .getByText(
      'Recorded 2 levels by self-rating. Lead in F1 counts as Apply until a test or an observation shows more.',
    )
    .waitFor();
  const f1 = row('Levels today', /^F1 /);
  await f1.getByText('Apply', { exact: true }).waitFor();
  await f1.getByText('The learner chose Lead; a self-rating counts to Apply at most.').waitFor();
  await row('Levels today', /^F3 /).getByText('Nothing on record').waitFor();
});

test('an assessment counts before the self-rating; an override needs its reason', async () => {
  await button('Record evidence').click();
  await page.getByText('Assessment', { exact: true }).click();
  await page
    .getByRole('radiogroup', { name: /^Level of F1 / })
    .getByRole('radio')
    .first()
    .focus();
  await page.keyboard.press('1');
  await button('Record 1 level').click();
  await page.getByText('Say which test it was or who observed.').waitFor();
  await page.getByRole('textbox', { name: 'Test or examiner' }).fill('Entry test');
  await button('Record 1 level').click();
  const f1 = row('Levels today', /^F1 /);
  await f1.getByText('Aware', { exact: true }).waitFor();
  await f1.getByText('Entry test').waitFor();

  await button('Record evidence').click();
  await page.getByText('Set by hand', { exact: true }).click();
  await page
    .getByRole('radiogroup', { name: /^Level of G1 / })
    .getByRole('radio')
    .first()
    .focus();
  await page.keyboard.press('3');
  await button('Record 1 level').click();
  await page.getByText('Say in a few words why: it stays on record.').waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Chairs the ethics board.');
  await button('Record 1 level').click();
  await row('Levels today', /^G1 /).getByText('Lead', { exact: true }).waitFor();
});

test('the history of a competency explains its level; removing needs a reason and can be taken back', async () => {
  await button(/^F1 /).click();
  const panel = page.getByRole('complementary', { name: /^F1 / });
  await panel.getByText('It counts before level 2 by a self-rating', { exact: false }).waitFor();
  await panel.getByRole('button', { name: /^Remove Assessment/ }).click();
  await giveReason('Wrong person.', 'Remove');
  const f1 = row('Levels today', /^F1 /);
  await f1.getByText('Apply', { exact: true }).waitFor();
  await button('Undo').click();
  await f1.getByText('Aware', { exact: true }).waitFor();
  await expectAccessible(page);
  await button('Close this panel').click();
});

test('a template gives a pathway whose modules say why, with why not the others', async () => {
  await tab('Pathway').click();
  await page.getByRole('heading', { name: 'No targets yet' }).waitFor();
  await expectAccessible(page);
  const [template] = (await window.call('templates.list', {})).filter(({ code }) => code === 'T-02');
  await chooseTargets(template?.title ?? '');
  await steps().waitFor();
  await settled();
  expect((await shownCodes()).length).toBeGreaterThan(3);
  const first = steps().getByRole('listitem').first();
  expect(await first.getByRole('list').getByRole('listitem').count()).toBeGreaterThan(0);
  await row('Targets reached', /^C4 /).getByText('Lead', { exact: true }).last().waitFor();
  await page.getByText(/^Why not the others/).click();
  await page.getByRole('searchbox', { name: 'Find a module that was left aside' }).fill('M-I0');
  await page.getByRole('grid', { name: 'Modules left aside' }).getByText('M-I01').first().waitFor();
  await page.getByText('How this is worked out').click();
  await expectAccessible(page);
});

test('a module is left out with a reason, and that can be taken back', async () => {
  const before = await shownCodes();
  const out = before.find((code) => code === 'M-C04') ?? '';
  await page.getByRole('button', { name: `Leave out ${out}` }).click();
  await giveReason('Simulation room is closed.', 'Leave out');
  await page.getByRole('list', { name: 'Decided by hand' }).getByText('Simulation room is closed.').waitFor();
  await page.getByRole('region', { name: 'What cannot be met' }).or(steps()).first().waitFor();
  await settled();
  expect(await shownCodes()).not.toContain(out);
  await button('Undo').first().click();
  await settled();
  await expect.poll(shownCodes).toEqual(before);
});

test('a budget that is too short names what cannot hold together, and one press mends it', async () => {
  const before = await shownCodes();
  const budget = page.getByRole('textbox', { name: 'Time budget' });
  await budget.fill('1');
  await budget.press('Enter');
  await page.getByText('Write the time with its unit', { exact: false }).waitFor();
  await budget.fill('0.5 h');
  await budget.press('Enter');
  await expect.poll(() => budget.inputValue()).toBe('30 min');
  const conflict = page.getByRole('region', { name: 'What cannot be met' });
  await conflict.getByRole('heading', { name: 'The time budget is too short' }).waitFor();
  await expectAccessible(page);
  const enough = conflict.getByRole('button', { name: /^Set the budget to / });
  const least = (await enough.innerText()).replace('Set the budget to ', '');
  await enough.click();
  await steps().waitFor();
  await expect.poll(() => budget.inputValue()).toBe(least);
  await button('Undo').first().click();
  await conflict.getByRole('button', { name: 'Take the time budget away' }).click();
  await expect.poll(shownCodes).toEqual(before);
  expect(await page.getByRole('textbox', { name: 'Time budget' }).inputValue()).toBe('');
});

test('an answer cannot be saved from the moment at which the records behind it change', async () => {
  await settled();
  await expect.poll(() => button('Save the pathway').isEnabled()).toBe(true);
  const office = await window.call('office.get', {});
  // Held back, so that the moment between the change and the new answer can be looked at.
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/*', async (route) => {
    if (
      route.request().postData()?.includes('pathways.solve') ||
      route.request().url().includes('pathways.solve')
    )
      await held;
    await route.continue();
  });
  await window.call('office.update', { ...office, rounding: 'down' });
  await expect.poll(() => button('Save the pathway').isDisabled()).toBe(true);
  letGo();
  await expect.poll(() => button('Save the pathway').isEnabled()).toBe(true);
  await page.unroute('**/*');
});

test('saves a pathway, prints it on a page, and starts again from it', async () => {
  const codes = await shownCodes();
  await button('Save the pathway').click();
  await page.getByText('Give the pathway a title to find it by.').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Winter term');
  await button('Save the pathway').click();
  await page.getByRole('heading', { level: 2, name: 'Winter term' }).waitFor();
  expect(await shownCodes()).toEqual(codes);
  await row('Levels then', /^F1 /).getByText('Aware', { exact: true }).waitFor();
  await expectAccessible(page);

  await button('Show the page').click();
  const coming = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save as PDF' }).click();
  const file = join(folder, 'pathway.pdf');
  await (await coming).saveAs(file);
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  expect(text).toContain('Abara');
  const titles = new Map((await window.call('modules.list', {})).map(({ code, title }) => [code, title]));
  // A long title goes on in the next line of its cell: its first words stand together.
  for (const code of codes) expect(text).toContain(titles.get(code)?.split(' ').slice(0, 3).join(' '));
  await page.keyboard.press('Escape');

  await button('Start again from this').click();
  await steps().waitFor();
  await expect.poll(shownCodes).toEqual(codes);
  const list = page.getByRole('list', { name: 'Saved pathways' });
  await list.getByRole('button', { name: 'Remove Winter term' }).click();
  await page.getByText('None yet. Save a pathway', { exact: false }).waitFor();
  await page
    .getByText('Removed the pathway “Winter term”.')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await list.getByRole('link', { name: 'Winter term' }).waitFor();
});

test('an activity shows the gaps of everyone enrolled and what closes most; a name leads to the pathway', async () => {
  await goTo(page, `/activities/${prepared.activityId}/gaps`, /Clinical AI basics/);
  await page.getByText('3 people have nothing on record', { exact: false }).waitFor();
  const sets = page.getByRole('list', { name: 'Modules that close most' });
  const closes = (await sets.getByRole('strong').allInnerTexts()).map((text) => {
    const [, modules, closed, gaps] = /^(\d+) modules? closes? (\d+) of (\d+) gaps?$/.exec(text) ?? [];
    return { modules: Number(modules), closed: Number(closed), gaps: Number(gaps) };
  });
  expect(closes.length).toBeGreaterThan(0);
  expect(closes.map(({ closed }) => closed)).toEqual(
    closes.map(({ closed }) => closed).toSorted((a, b) => a - b),
  );
  await sets.getByRole('strong').first().click();
  await sets.getByText('M-F01').first().waitFor();
  // Which group was assumed is said, and leads to where it is corrected.
  const people = page.getByRole('grid', { name: 'People by gaps' });
  await people.getByText('(assumed)').first().waitFor();
  expect(
    await people.getByRole('link', { name: /, assumed for .*Castillo: correct$/ }).getAttribute('href'),
  ).toMatch(/people\/\d+\/edit$/);
  await expectAccessible(page);

  const coming = page.waitForEvent('download');
  await button('Save as CSV').click();
  const file = join(folder, 'gaps.csv');
  await (await coming).saveAs(file);
  expect(readFileSync(file, 'utf8')).toContain('Person1 Abara');

  await page
    .getByRole('grid', { name: 'People by gaps' })
    .getByRole('link', { name: /Castillo$/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /Castillo/ }).waitFor();
  await steps().waitFor();
  // What came along is the start of an untouched desk, and says where it comes from.
  await page.getByText('The targets are those of “Clinical AI basics, version 1”.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Take targets from' }).inputValue()).toBe(
    'Clinical AI basics, version 1',
  );
  expect(await button('Undo').first().isDisabled()).toBe(true);
});

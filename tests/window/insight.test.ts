import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CurriculumContent } from '../../src/shared/contract/curricula.ts';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

describe('insight', () => {
  let window: TestWindow;
  let page: Page;
  let call: Call;

  beforeAll(async () => {
    window = await openWindow({ prepare: prepareOffice });
    ({ page, call } = window);
    if (page.url().startsWith('http:'))
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(() => window.close());

  async function start(title: string, templateCode: string | null): Promise<number> {
    return (await call('curricula.create', { title, templateCode, specialtyModule: null })).id;
  }

  async function change(id: number, part: Partial<CurriculumContent>): Promise<void> {
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await call('curricula.get', { id });
    await call('curricula.update', { id, content: { ...content, ...part } });
  }

  test('parts say how they stand, close, and stay closed; a module’s name leads into the outline', async () => {
    const id = await start('Executive', 'T-04');
    await goTo(page, `/curricula/${id}`, 'Executive');
    const pane = page.getByRole('region', { name: 'Insight' });
    const constraints = pane.getByRole('button', { name: /^Constraints/ });
    await constraints.getByText('All 5 hold').waitFor();
    await pane.getByText('26 h 10 min to 26 h 25 min').waitFor();
    await constraints.click();
    await pane.getByRole('button', { name: /^Workload/ }).click();
    await page.reload();
    await pane.getByText('Say how many weeks it takes').waitFor();
    expect(await constraints.getAttribute('aria-expanded')).toBe('false');
    await constraints.click();

    await pane.getByRole('button', { name: 'Local validation and silent-mode go-live' }).first().click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('Local validation and silent-mode go-live');
  });

  test('a constraint that is set shows at once whether it holds, in About, in the pane and on the page', async () => {
    const id = await start('To be held', 'T-01');
    await goTo(page, `/curricula/${id}/about`, 'To be held');
    const now = page.getByRole('complementary', { name: 'What holds now' });
    await now.getByText('Time at most 6 h').waitFor();
    await page.getByRole('textbox', { name: 'Time, in minutes, at most' }).fill('300');
    await now.getByText('Time at most 5 h').waitFor();
    await now.getByText('Does not hold.').waitFor();
    await page.getByRole('textbox', { name: 'Time, in minutes, at least' }).fill('400');
    await page.getByText('The least is above the most').waitFor();
    await page.getByRole('textbox', { name: 'Time, in minutes, at least' }).fill('');
    await page.getByRole('combobox', { name: 'Kind of pathway' }).click();
    await page.getByRole('option', { name: 'Academic bridge' }).click();
    await page.getByLabel('First day').fill('2027-01-11');
    await page.getByRole('textbox', { name: 'Weeks' }).fill('3');
    await page.getByText(/Heaviest: .*week 1 \(Jan 11–17, 2027\)/).waitFor();
    await expect
      .poll(() => call('curricula.get', { id }))
      .toMatchObject({
        kind: 'bridge',
        constraints: { minutes: { min: null, max: 300 } },
        schedule: { startsOn: '2027-01-11', weeks: 3 },
      });
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Modules' }).click();
    await page
      .getByRole('button', { name: /^Constraints/ })
      .getByText('3 of 4 hold')
      .waitFor();

    await goTo(page, '/curricula', 'Curricula');
    const list = page.getByRole('grid', { name: 'Curricula' });
    await list.getByText('Academic bridge').waitFor();
    await page.getByRole('combobox', { name: 'Kind of pathway' }).click();
    await page.getByRole('option', { name: 'Academic bridge' }).click();
    await list.getByText('Executive', { exact: true }).waitFor({ state: 'detached' });
    await list.getByText('To be held').waitFor();
  });

  test('at full width: the picture of prerequisites by keyboard, what is missing, and tables to copy', async () => {
    const id = await start('In pictures', 'T-02');
    const { items } = await call('curricula.get', { id });
    await change(id, { items: items.slice(1), schedule: { startsOn: '2027-01-11', weeks: 4 } });
    await goTo(page, `/curricula/${id}/insight`, 'In pictures');
    const picture = page.getByRole('group', { name: 'Picture of prerequisites' });
    const missing = picture.getByRole('button', { name: /^M-F01 .*not in the outline/ });
    await missing.waitFor();
    const first = picture.locator('button[tabindex="0"]');
    await first.focus();
    const before = await picture.locator('button:focus').getAttribute('data-code');
    await page.keyboard.press('ArrowRight');
    const after = await picture.locator('button:focus').getAttribute('data-code');
    expect(after).not.toBe(before);
    expect(await picture.locator('button:focus').getAttribute('aria-label')).toContain(`requires`);
    expect(await picture.locator(`button[data-code="${before}"]`).getAttribute('data-lit')).toBe('true');

    await page.getByRole('button', { name: 'Copy as CSV: workload' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Week,From,To,Least minutes,Most minutes,Modules\r?\n1,2027-01-11,2027-01-17,/);

    await page.getByRole('button', { name: /^G2 / }).click();
    await page.getByText('None', { exact: true }).click();
    await expect.poll(async () => (await call('curricula.get', { id })).targets).not.toHaveProperty('G2');
    await expectAccessible(page);
  });

  test('at full width too, one press mends a gap or adds what closes a target, and says where it went', async () => {
    const id = await start('To be mended', 'T-02');
    const { items, targets } = await call('curricula.get', { id });
    const modules = async () =>
      (await call('curricula.get', { id })).items.flatMap((item) =>
        item.kind === 'module' ? [item.moduleId] : [],
      );
    const all = await modules();
    await change(id, {
      items: items.filter((item) => item.kind !== 'module' || item.moduleId !== all[0]),
      targets: { ...targets, G5: 3 },
    });
    await goTo(page, `/curricula/${id}/insight`, 'To be mended');
    await page.getByRole('button', { name: /^Add it before/ }).click();
    await page
      .getByText(/^Added AI in health care: concepts and vocabulary before .*, as number 1\.$/)
      .waitFor();
    await expect.poll(modules).toEqual(all);
    await page.getByRole('button', { name: /^G5 / }).first().click();
    await page.getByText('In the library, reaching 3 (lead), the shortest first:').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add Building AI governance that works' }).click();
    await page.getByText(/^Added Building AI governance that works as number \d+\.$/).waitFor();
    await expect.poll(async () => (await modules()).length).toBe(all.length + 1);
    await page.getByRole('button', { name: /^Undo: Added Building AI governance/ }).click();
    await expect.poll(modules).toEqual(all);
  });

  test('an empty curriculum says what comes next, in the pane and on the page', async () => {
    const id = await start('Empty insight', null);
    await goTo(page, `/curricula/${id}/insight`, 'Empty insight');
    await page.getByText('No modules yet. The picture grows as modules are added.').waitFor();
    await page.getByRole('link', { name: 'Set constraints and targets' }).click();
    await page.getByText('Nothing is asked yet.').waitFor();
  });

  test('a template says what it is held to and that it holds, with the chosen specialty', async () => {
    await goTo(page, '/curricula/new', 'New curriculum');
    await page.getByRole('radio', { name: 'Specialty precision pathway' }).check();
    const held = page.getByRole('region', { name: 'What it is held to' });
    await held.getByText('All 5 hold, as the template stands:').waitFor();
    await held.getByText('AI in radiology practice').waitFor();
    await page.getByRole('combobox', { name: 'Specialty module' }).click();
    await page.getByRole('option', { name: /cardiology/i }).click();
    await held.getByText(/cardiology/i).waitFor();
    await held.getByText('All 5 hold, as the template stands:').waitFor();
    await expectAccessible(page);
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/contract/index.ts';
import { openWindow, type TestWindow, type WindowOptions } from './harness.ts';

const OFFICE: Input<'office.setUp'> = {
  providerName: 'Summit Medical Society',
  address: '',
  accreditor: 'accme',
  stateSociety: '',
  logoAssetId: null,
  paper: 'letter',
  timeZone: 'America/Denver',
  certificatePrefix: 'SUM',
  rounding: 'nearest',
  fractionNoun: 'singular',
  signatories: [],
};

let opened: TestWindow | null = null;
afterEach(async () => {
  await opened?.close();
  opened = null;
});

async function openLibrary(options: WindowOptions = {}): Promise<TestWindow & { readonly grid: Locator }> {
  opened = await openWindow({ prepare: (call) => call('office.setUp', OFFICE), ...options });
  const { page } = opened;
  await page.getByRole('link', { name: 'Module library' }).click();
  const grid = page.getByRole('grid', { name: 'Modules' });
  await grid.getByRole('row').nth(1).waitFor();
  return { ...opened, grid };
}

async function expectAccessible(page: Page): Promise<void> {
  // What fades in is judged when it stands.
  await page.waitForTimeout(250);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

async function openModule(page: Page, code: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a module' }).fill(code);
  await page.getByRole('row', { name: new RegExp(code) }).click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
}

describe('finding modules', () => {
  test('words and filters narrow the list, nothing found says what to do, clearing brings all back', async () => {
    const { page, grid } = await openLibrary();
    const count = page.getByRole('status').filter({ hasText: /modules?$/ });
    expect(await count.textContent()).toBe('46 modules');

    await choose(page, 'Domain', 'Governance');
    expect(await count.textContent()).toBe('10 of 46 modules');
    await choose(page, 'Track', 'Leader');
    await choose(page, 'Audience', 'Administrators');
    expect(await grid.getByRole('row').count()).toBeGreaterThan(1);

    await page.getByRole('searchbox', { name: 'Find a module' }).fill('no such thing');
    await page.getByRole('heading', { name: 'No module fits' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await grid.getByText('M-C01').waitFor();
    expect(await count.textContent()).toBe('46 modules');

    await choose(page, 'Format', 'Journal club');
    expect(await count.textContent()).toBe('1 of 46 modules');
  });

  test('by keyboard: / finds the search, a row opens with Enter, and going back finds the same list', async () => {
    const { page } = await openLibrary();
    await page.keyboard.press('/');
    await page.keyboard.type('talking patients');
    const row = page.getByRole('row', { name: /M-C06/ });
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Talking with patients about AI', level: 1 }).waitFor();
    await page.getByRole('link', { name: /model cards, source attributes/ }).waitFor();
    await page.goBack();
    await row.waitFor();
    expect(await page.getByRole('searchbox', { name: 'Find a module' }).inputValue()).toBe(
      'talking patients',
    );
  });
});

describe('writing modules', () => {
  test('a wrong form says beside each field what to do, and a right one adds an own module', async () => {
    const { page, call } = await openLibrary();
    await page.getByRole('link', { name: 'New module' }).click();
    const save = page.getByRole('button', { name: 'Add the module' });
    await save.click();
    for (const words of [
      'Give a code',
      'Give the module a title',
      'Choose the domain',
      'Choose how the module',
    ])
      await page.getByText(words).waitFor();
    await page.getByText('6 fields need attention').waitFor();
    const code = page.getByRole('textbox', { name: 'Code' });
    expect(await code.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible(page);

    await code.fill('m-f01');
    await page.getByRole('textbox', { name: 'Title' }).fill('AI on the night shift');
    await choose(page, 'Domain', 'Clinical applications');
    await choose(page, 'Track', 'Practitioner');
    await choose(page, 'Format', 'Self-paced');
    expect(await page.getByRole('combobox', { name: 'AMA learning format' }).inputValue()).toBe(
      'Enduring material',
    );
    const minutes = page.getByRole('textbox', { name: 'Minutes of instruction' });
    await minutes.fill('three');
    await page.getByText('whole number from 5 to 2,400').waitFor();
    await minutes.fill('50');
    await page.getByText('0.75 credits', { exact: true }).waitFor();
    await choose(page, 'Add a competency', /C1/);
    await page
      .getByRole('radiogroup', { name: /^Level of/ })
      .getByText('2 Apply')
      .click();
    await page.getByRole('button', { name: 'Add a reference' }).click();
    await page.keyboard.type('Smith J. Night shifts. 2026');
    await page.getByRole('textbox', { name: 'Web address of citation 1' }).fill('example.org');
    await save.click();
    await page.getByText('beginning with https://').waitFor();
    await page.getByRole('textbox', { name: 'Web address of citation 1' }).fill('https://example.org/night');

    await save.click();
    await page.getByRole('alert').filter({ hasText: 'nothing you wrote is lost' }).waitFor();
    await page.getByText('Another module has the code M-F01').first().waitFor();
    expect(await code.evaluate((field) => field === document.activeElement)).toBe(true);
    await code.fill('own-01');
    await page.keyboard.press('Control+s');

    await page.getByRole('heading', { name: 'AI on the night shift', level: 1 }).waitFor();
    await page.getByText('Own module', { exact: true }).waitFor();
    const added = (await call('modules.list', {})).find((module) => module.code === 'OWN-01');
    expect(added).toMatchObject({
      title: 'AI on the night shift',
      origin: 'own',
      minutes: 50,
      amaLearningFormat: 'enduring material',
      competencies: [{ code: 'C1', level: 2 }],
      references: [{ citation: 'Smith J. Night shifts. 2026', url: 'https://example.org/night' }],
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'not in the library any more' }).waitFor();
  });

  test('objectives are added, moved and removed by keyboard alone', async () => {
    const { page, call } = await openLibrary();
    await openModule(page, 'M-C06');
    const before = (await call('modules.list', {})).find(({ code }) => code === 'M-C06')?.objectives ?? [];
    await page.getByRole('link', { name: 'Edit', exact: true }).press('Enter');
    await page.getByRole('textbox', { name: 'Objective 1' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ask what the patient already knows.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Close the conversation.');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    const after = (await call('modules.list', {})).find(({ code }) => code === 'M-C06');
    expect(after?.objectives).toEqual([
      before[0],
      'Close the conversation.',
      'Ask what the patient already knows.',
      ...before.slice(1),
    ]);
    expect(after?.edited).toBe(true);
    await page.getByText('Edited here', { exact: true }).waitFor();
  });

  test('a circle of prerequisites and an audience that is too wide are refused beside their fields', async () => {
    const { page, call } = await openLibrary();
    const before = await call('modules.list', {});
    await openModule(page, 'M-C06');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await choose(page, 'Add a prerequisite', /M-G05/);
    const save = page.getByRole('button', { name: 'Save changes' });
    await save.click();
    const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
    await alert.filter({ hasText: 'run in a circle: M-C06 → M-G05 → M-C06' }).waitFor();
    const picker = page.getByRole('combobox', { name: 'Add a prerequisite' });
    expect(await picker.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await picker.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: /^Remove Transparency: model cards/ }).click();
    await alert.waitFor({ state: 'detached' });

    await page.getByRole('combobox', { name: 'Audience' }).fill('Genetic counselors');
    await page.keyboard.press('Enter');
    await save.click();
    await alert.filter({ hasText: 'Genetic counselors' }).waitFor();
    await expectAccessible(page);

    // Nothing is lost by looking elsewhere, and leaving it is a choice.
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Module library' }).click();
    await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('link').click();
    await page.getByText('Genetic counselors', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    expect(await call('modules.list', {})).toEqual(before);
  });

  test('a duplicate begins under a free code and stands beside its original', async () => {
    const { page, call } = await openLibrary();
    await openModule(page, 'M-G05');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate as own module' }).click();
    expect(await page.getByRole('textbox', { name: 'Code' }).inputValue()).toBe('OWN-G05');
    await page.getByRole('button', { name: 'Add the module' }).click();
    await page.getByRole('heading', { name: /our version/, level: 1 }).waitFor();
    const modules = await call('modules.list', {});
    const original = modules.find(({ code }) => code === 'M-G05');
    expect(original).toMatchObject({ edited: false });
    expect(modules.find(({ code }) => code === 'OWN-G05')).toMatchObject({
      origin: 'own',
      objectives: original?.objectives,
      references: original?.references,
      prerequisites: original?.prerequisites,
    });
  });
});

test('a retired module leaves the list, is found with the switch, comes back, and all of it can be undone', async () => {
  const { page, grid } = await openLibrary();
  await openModule(page, 'M-G05');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Retire this module' }).click();
  await page.getByText('no longer offered').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('no longer offered').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Retire this module' }).click();
  await page.getByText('no longer offered').waitFor();
  await page.getByRole('link', { name: 'Module library' }).first().click();
  await page.getByText('Only retired modules fit').waitFor();
  await page.getByRole('switch', { name: /Show retired/ }).press('Space');
  await grid.getByRole('row', { name: /M-G05.*Retired/ }).click();
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByText('no longer offered').waitFor({ state: 'detached' });
});

test.each(['light', 'dark'] as const)('every screen is accessible in %s', async (colorScheme) => {
  const { page } = await openLibrary({ colorScheme });
  await expectAccessible(page);
  await openModule(page, 'M-G05');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Save changes' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Module library' }).first().click();
  await page.getByRole('link', { name: 'New module' }).click();
  await page.getByRole('button', { name: 'Add the module' }).waitFor();
  await expectAccessible(page);
});

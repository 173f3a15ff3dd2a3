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

    await page.getByText('Another module has the code M-F01').first().waitFor();
    await save.click();
    await page.getByText('1 field needs attention').waitFor();
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

  test('a circle and an audience are named as one types; one press widens or narrows; nothing is lost', async () => {
    const { page, call } = await openLibrary();
    const before = await call('modules.list', {});
    await openModule(page, 'M-C06');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const save = page.getByRole('button', { name: 'Save changes' });
    const code = page.getByRole('textbox', { name: 'Code' });
    await code.fill('M-C99');
    await save.click();
    await page
      .getByRole('alert')
      .filter({ hasText: /nothing you wrote is lost.*M-G05 has M-C06/ })
      .waitFor();
    expect(await code.evaluate((field) => field === document.activeElement)).toBe(true);
    await code.fill('M-C06');
    await choose(page, 'Add a prerequisite', /M-G05/);
    await page.getByText('run in a circle: M-C06 → M-G05 → M-C06').waitFor();
    await save.click();
    await page.getByText('1 field needs attention').waitFor();
    const picker = page.getByRole('combobox', { name: 'Add a prerequisite' });
    expect(await picker.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await picker.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: /^Remove Transparency: model cards/ }).click();
    await page.getByText('run in a circle').waitFor({ state: 'detached' });

    const audience = page.getByRole('combobox', { name: 'Audience' });
    const addGroup = async (): Promise<void> => {
      await audience.fill('Genetic counselors');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    };
    await addGroup();
    const outside = page.getByRole('alert').filter({ hasText: 'M-C06 is for Genetic counselors' });
    await outside.first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Leave out Genetic counselors here' }).first().click();
    await outside.first().waitFor({ state: 'detached' });

    // Nothing is lost by looking elsewhere, and leaving it is a choice.
    await addGroup();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Module library' }).click();
    await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('link').click();
    await outside.first().waitFor();
    expect(await call('modules.list', {})).toEqual(before);
    // Widening takes along what the prerequisites build on.
    for (let left = await outside.count(); left > 0; left -= 1) {
      await page
        .getByRole('button', { name: /^Open M-.* to them$/ })
        .first()
        .click();
      await expect.poll(() => outside.count()).toBeLessThan(left);
      left = (await outside.count()) + 1;
    }
    await save.click();
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    const after = new Map((await call('modules.list', {})).map((module) => [module.code, module]));
    for (const code of ['M-C06', ...(after.get('M-C06')?.prerequisites ?? [])]) {
      const groups = after.get(code)?.audience ?? [];
      expect(groups.length === 0 || groups.includes('Genetic counselors'), code).toBe(true);
    }
  });

  test('what is not saved yet stands on the module as it is, so that an undo is not written over', async () => {
    const { page, call } = await openLibrary();
    const found = (await call('modules.list', {})).find(({ code }) => code === 'M-C06');
    if (!found) throw new Error('no M-C06');
    const { id, origin, edited, retired, ...content } = found;
    await call('modules.update', {
      id,
      content: { ...content, minutes: 240, title: 'A title of the day before' },
    });
    const [change] = await call('changes.recent', { limit: 1 });
    await openModule(page, 'M-C06');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const minutes = page.getByRole('textbox', { name: 'Minutes' });
    await expect.poll(() => minutes.inputValue()).toBe('240');
    await page.getByRole('textbox', { name: 'Description' }).fill('Written and not saved yet.');
    await page.getByRole('textbox', { name: 'Title' }).fill('Mine');

    await call('changes.undo', { changeId: change?.changeId ?? 0 });
    await expect.poll(() => minutes.inputValue()).toBe(String(found.minutes));
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Mine');
    await page.getByText('Changed elsewhere since you began: Title.', { exact: false }).waitFor();
    await expectAccessible(page);
    // Closing the window asks first.
    expect(
      await page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))),
    ).toBe(true);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    const after = (await call('modules.list', {})).find((module) => module.id === id);
    expect(after).toEqual({
      ...found,
      edited: true,
      title: 'Mine',
      description: 'Written and not saved yet.',
    });
  });

  test('objectives, identifiers, assessment and the AI log are judged as one types', async () => {
    const { page, call } = await openLibrary();
    await openModule(page, 'M-C06');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const first = page.getByRole('textbox', { name: 'Objective 1' });
    await first.fill('Understand what patients ask.');
    await page
      .getByRole('note')
      .filter({ hasText: '“Understand” is a level of Bloom’s taxonomy, but not a verb' })
      .waitFor();
    await page
      .getByRole('button', { name: /^Level of objective 1: none, the verb is not measurable\./ })
      .click();
    await page.getByRole('button', { name: 'explain', exact: true }).click();
    expect(await first.inputValue()).toBe('Explain what patients ask.');
    await page.getByRole('button', { name: /^Level of objective 1: Understand/ }).waitFor();

    const identifier = page.getByRole('textbox', { name: 'Identifier of citation 1' });
    await identifier.fill('doi:10.11');
    await page.getByText('This is not a whole DOI').waitFor();
    await identifier.fill('https://doi.org/10.1136/bmj.m3210');
    await page.getByRole('button', { name: 'Write it as doi:10.1136/bmj.m3210' }).click();
    expect(await identifier.inputValue()).toBe('doi:10.1136/bmj.m3210');

    await page.getByRole('textbox', { name: 'Standard' }).fill('');
    await page.getByRole('note').filter({ hasText: 'Say what passes' }).waitFor();
    await page.getByRole('textbox', { name: 'Standard' }).fill('80%');
    await page.getByRole('combobox', { name: 'Moore level' }).click();
    await page.getByRole('option', { name: /5 · Performance/ }).click();

    await page.getByRole('button', { name: 'Record a use of AI' }).click();
    await page.keyboard.type('Claude');
    await page.getByRole('textbox', { name: 'Task, entry 1' }).fill('First draft of the case');
    await page.getByText('One entry names no reviewer').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: 'At a glance' }).waitFor();
    await page.getByText('Not reviewed by a person yet').waitFor();
    const saved = (await call('modules.list', {})).find(({ code }) => code === 'M-C06');
    expect(saved).toMatchObject({
      objectives: expect.arrayContaining(['Explain what patients ask.']),
      references: expect.arrayContaining([expect.objectContaining({ identifier: 'doi:10.1136/bmj.m3210' })]),
      mooreLevel: '5',
      aiUses: [{ tool: 'Claude', task: 'First draft of the case', reviewer: '' }],
    });
  });

  test('a duplicate is the office’s own under a free code; unused it can be removed, used it says where', async () => {
    const { page, call } = await openLibrary();
    await openModule(page, 'M-G05');
    const act = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await act('Duplicate as own module');
    await page.getByRole('heading', { name: 'Edit OWN-G05' }).waitFor();
    const modules = await call('modules.list', {});
    const original = modules.find(({ code }) => code === 'M-G05');
    const copy = modules.find(({ code }) => code === 'OWN-G05');
    expect(original).toMatchObject({ edited: false });
    expect(copy).toMatchObject({ origin: 'own', objectives: original?.objectives });
    await page.getByRole('button', { name: 'Cancel' }).click();

    const { id } = await call('curricula.create', {
      title: 'Night school',
      templateCode: null,
      specialtyModule: null,
    });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await call('curricula.get', { id });
    const use = (moduleId: number) =>
      call('curricula.update', {
        id,
        content: { ...content, items: [{ kind: 'module', moduleId, note: '', week: null }] },
      });
    await use(copy?.id ?? 0);
    await page.getByRole('link', { name: 'Night school' }).waitFor();
    await act('Remove this module');
    await page.getByText('OWN-G05 is used in 1 curriculum (“Night school”)').waitFor();
    await use(original?.id ?? 0);
    await page.getByText('No curriculum, version or pathway holds it').waitFor();
    await act('Remove this module');
    await page.getByText('Removed “').waitFor();
    expect((await call('modules.list', {})).some(({ code }) => code === 'OWN-G05')).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('searchbox', { name: 'Find a module' }).fill('OWN-G05');
    await page.getByRole('row', { name: /OWN-G05/ }).waitFor();

    // A curriculum that was removed keeps its versions: it is told, and leads nowhere.
    await use(copy?.id ?? 0);
    await call('curricula.publish', { id });
    await openModule(page, 'OWN-G05');
    await page.getByText('Version 1, 0 activities').waitFor();
    await call('curricula.remove', { id });
    await page.getByText('Removed curriculum', { exact: true }).waitFor();
    await page.getByText('Version 1, 0 activities, of a removed curriculum').waitFor();
    expect(await page.getByRole('link', { name: 'Night school' }).count()).toBe(1);
    await expectAccessible(page);
    await act('Remove this module');
    await page.getByText('OWN-G05 is used in 1 removed curriculum (“Night school”)').waitFor();
  });
});

describe('many at once', () => {
  test('by keyboard: rows are selected, changed with a preview, and one Undo takes it back', async () => {
    const { page, grid, call } = await openLibrary();
    const before = await call('modules.list', {});
    await grid.getByRole('row', { name: /M-C01/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: 'Selected modules' });
    await bar.getByText('3 modules selected').waitFor();
    await bar.getByRole('button', { name: 'Change…' }).click();
    const panel = page.getByRole('complementary', { name: 'Change 3 modules' });
    expect(await panel.getByRole('button', { name: 'Change them' }).isDisabled()).toBe(true);
    // What will change is in view without scrolling, above the button.
    const preview = await panel.getByRole('region', { name: 'What will change' }).boundingBox();
    const button = await panel.getByRole('button', { name: 'Change them' }).boundingBox();
    expect((preview?.y ?? 0) + 40).toBeLessThan(button?.y ?? 0);
    await panel.getByRole('combobox', { name: 'Track' }).click();
    await page.getByRole('option', { name: 'Leader' }).click();
    await panel.getByText('3 modules change').waitFor();
    await panel.getByText(/Foundation → Leader/).waitFor();
    await expectAccessible(page);
    const groups = panel.getByRole('combobox', { name: 'Add to the audience' });
    await groups.fill('Chaplains');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await panel.getByRole('button', { name: 'Change them' }).click();
    // The engine names the module that stops it, and nothing is changed.
    await panel.getByText(/Nothing was changed\. M-C0\d is for Chaplains/).waitFor();
    expect(await call('modules.list', {})).toEqual(before);
    await groups.focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await panel.getByRole('button', { name: 'Change them' }).click();
    await page.getByText('Changed 3 modules.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Undone/).waitFor();
    expect(await call('modules.list', {})).toEqual(before);
  });

  test('overdue reviews: Home leads to the worklist, several are marked at once, by their own cycles', async () => {
    const { page, call } = await openLibrary();
    const ids = (await call('modules.list', {}))
      .filter(({ code }) => ['M-C01', 'M-G01'].includes(code))
      .map(({ id }) => id);
    await call('modules.updateMany', {
      ids,
      patch: { lastReviewed: '2020-01-01', reviewBy: '2021-01-01' },
    });
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('link', { name: 'Review modules: 2 modules are overdue for review' }).click();
    const grid = page.getByRole('grid', { name: 'Modules to review' });
    await grid.getByRole('row', { name: /M-G01/ }).waitFor();
    expect(await grid.getByRole('row').count()).toBe(3);
    await expectAccessible(page);
    await grid.getByRole('row', { name: /M-C01/ }).focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Mark as reviewed…' }).click();
    const panel = page.getByRole('complementary', { name: 'Mark 2 modules as reviewed' });
    await panel.getByText('1 of these every six months, 1 every twelve.').waitFor();
    await panel
      .getByRole('textbox', { name: 'Reviewed on' })
      .or(panel.getByLabel('Reviewed on'))
      .fill('2026-08-31');
    await panel.getByRole('button', { name: 'Mark as reviewed' }).click();
    await page
      .getByRole('heading', { name: 'Nothing is overdue' })
      .or(page.getByText('Overdue (0)'))
      .first()
      .waitFor();
    const after = (await call('modules.list', {})).filter(({ id }) => ids.includes(id));
    expect(after.map(({ code, lastReviewed, reviewBy }) => [code, lastReviewed, reviewBy])).toEqual([
      ['M-C01', '2026-08-31', '2027-08-31'],
      ['M-G01', '2026-08-31', '2027-02-28'],
    ]);
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
  await page.getByRole('button', { name: 'Bring back' }).click();
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

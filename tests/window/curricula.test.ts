import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { moduleIdsOf } from '../../src/shared/curricula/outline.ts';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { prepareOffice } from './prepared.ts';

async function go(page: Page, path: string, heading: string): Promise<void> {
  await page.evaluate((place) => {
    window.location.hash = place;
  }, path);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

function outlineOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Outline' });
}

/** Codes of the outline in order, as they are shown. */
async function codesIn(page: Page): Promise<readonly string[]> {
  const rows = await outlineOf(page).getByRole('row').allInnerTexts();
  return rows.map((text) => /[A-Z]+-[A-Z0-9]+/.exec(text)?.[0] ?? '');
}

/** The outline as it is recorded, once it reads like this. */
async function expectRecorded(call: Call, id: number, codes: readonly string[]): Promise<void> {
  const modules = await call('modules.list', {});
  await expect
    .poll(
      async () => {
        const moduleIds = moduleIdsOf((await call('curricula.get', { id })).items);
        return moduleIds.map((moduleId) => modules.find((module) => module.id === moduleId)?.code);
      },
      { timeout: 15_000 },
    )
    .toEqual(codes);
}

function idIn(page: Page): number {
  return Number(/curricula\/(\d+)/.exec(page.url())?.[1]);
}

describe('curricula', () => {
  let window: TestWindow;
  let page: Page;
  let call: Call;

  beforeAll(async () => {
    window = await openWindow({ prepare: prepareOffice });
    ({ page, call } = window);
  });

  afterAll(() => window.close());

  afterEach(async () => {
    for (const { id } of await call('curricula.list', {})) await call('curricula.remove', { id });
  });

  /** Starts a curriculum through the engine and opens its builder. */
  async function open(title: string, templateCode: string | null): Promise<number> {
    const { id } = await call('curricula.create', { title, templateCode, specialtyModule: null });
    await go(page, `/curricula/${id}`, title);
    await page.getByRole('grid', { name: 'Library' }).waitFor();
    return id;
  }

  test('an empty list leads to a template, and the template to the builder', async () => {
    await go(page, '/curricula', 'Curricula');
    await page.getByRole('heading', { name: 'Build your first curriculum' }).waitFor();
    await page.getByRole('link', { name: 'New curriculum' }).click();
    await page.getByRole('radio', { name: 'Specialty precision pathway' }).check();
    await page.getByRole('textbox', { name: 'Title' }).fill('Cardiology pathway');
    await page.getByRole('combobox', { name: 'Specialty module' }).click();
    await page.getByRole('option', { name: /cardiology/i }).click();
    await page.getByRole('button', { name: 'Start the curriculum' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cardiology pathway' }).waitFor();
    await outlineOf(page).waitFor();
    expect(await codesIn(page)).toContain('M-C13');
    expect(await codesIn(page)).not.toContain('M-C10');

    await go(page, '/curricula', 'Curricula');
    await page.getByRole('searchbox', { name: 'Find a curriculum' }).fill('nothing like it');
    await page.getByText('No curriculum fits').waitFor();
    await page.getByRole('searchbox', { name: 'Find a curriculum' }).fill('cardio');
    await page.getByRole('grid', { name: 'Curricula' }).getByText('Cardiology pathway').waitFor();
  });

  test('without a title nothing is started, and the field says why', async () => {
    await go(page, '/curricula/new', 'New curriculum');
    await page.getByRole('radio', { name: 'From nothing' }).check();
    await page.getByRole('button', { name: 'Start the curriculum' }).click();
    await page.getByText('Give the curriculum a title.').waitFor();
    expect(await call('curricula.list', {})).toEqual([]);
  });

  test('by keyboard: find, add, move, remove and take back, all saved as it is done', async () => {
    const id = await open('By keyboard', null);
    const search = page.getByRole('searchbox', { name: 'Find a module' });
    await page.keyboard.press('/');
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('concepts and vocabulary');
    await expect
      .poll(() => page.getByRole('grid', { name: 'Library' }).getByRole('row').count())
      .toBeLessThan(4);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await outlineOf(page).getByText('AI in health care: concepts and vocabulary').waitFor();

    await search.fill('');
    await page.getByRole('combobox', { name: 'Domain' }).click();
    await page.getByRole('option', { name: 'Governance', exact: true }).click();
    await search.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectRecorded(call, id, ['M-F01', 'M-G01', 'M-G02']);

    await outlineOf(page).getByRole('row').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await expectRecorded(call, id, ['M-G01', 'M-G02', 'M-F01']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await expectRecorded(call, id, ['M-G01', 'M-F01']);
    await page.keyboard.press('Control+z');
    await expectRecorded(call, id, ['M-G01', 'M-G02', 'M-F01']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expectRecorded(call, id, ['M-G01', 'M-F01']);
    expect(await codesIn(page)).toEqual(['M-G01', 'M-F01']);
  });

  test('nothing is lost when the screen is left at once', async () => {
    const id = await open('Left at once', 'T-01');
    const before = await codesIn(page);
    await outlineOf(page).getByRole('row').last().focus();
    await page.keyboard.press('Delete');
    await go(page, '/curricula', 'Curricula');
    await expectRecorded(call, id, before.slice(0, -1));
    await go(page, `/curricula/${id}`, 'Left at once');
    await page.getByRole('button', { name: /^Undo: Removed/ }).click();
    await expectRecorded(call, id, before);
  });

  test('a missing prerequisite and one that comes too late are seen and mended by one press', async () => {
    const id = await open('With gaps', 'T-01');
    await outlineOf(page).getByRole('row').first().focus();
    await page.keyboard.press('Delete');
    const insight = page.getByRole('region', { name: 'Prerequisites' });
    await insight.getByText('which is not in the outline').first().waitFor();
    await insight
      .getByRole('button', { name: /^Add it before/ })
      .first()
      .click();
    await insight.getByText('All prerequisites come first.').waitFor();

    await outlineOf(page).getByRole('row').first().focus();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Alt+ArrowDown');
    await insight.getByText('which comes only after it').first().waitFor();
    await insight.getByRole('button', { name: /^Move it before/ }).click();
    await insight.getByText('All prerequisites come first.').waitFor();
    await expect.poll(async () => moduleIdsOf((await call('curricula.get', { id })).items)).toHaveLength(6);
  });

  test('figures and targets follow every edit', async () => {
    const id = await open('Figures', 'T-01');
    const insight = page.getByRole('region', { name: 'Insight' });
    await insight.getByText('310 min ÷ 60 = 5.17').waitFor();
    await insight.getByText('6/6').waitFor();
    await outlineOf(page).getByRole('row').last().focus();
    await page.keyboard.press('Delete');
    await insight.getByText('250 min ÷ 60 = 4.17').waitFor();
    await insight.getByText('5/6').waitFor();
    await insight.getByRole('option', { name: /^G2 / }).click();
    await insight.getByText('None', { exact: true }).click();
    await insight.getByText('5/5').waitFor();
    await expect.poll(async () => (await call('curricula.get', { id })).targets).not.toHaveProperty('G2');

    await page.getByRole('tab', { name: 'About and targets' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('');
    await page.getByText('Until then it stays “Figures”').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).fill('Figures and words');
    await page.getByRole('textbox', { name: 'Award' }).fill('Certificate');
    await expect
      .poll(() => call('curricula.get', { id }))
      .toMatchObject({ title: 'Figures and words', award: 'Certificate' });
    await page.getByRole('heading', { level: 1, name: 'Figures and words' }).waitFor();
  });

  test('an edit that could not be saved is kept, said, and saved later', async () => {
    const id = await open('Out of reach', 'T-01');
    const before = await codesIn(page);
    await page.route('**/call', (route) =>
      route.request().postData()?.includes('curricula.update') ? route.abort() : route.continue(),
    );
    await outlineOf(page).getByRole('row').last().focus();
    await page.keyboard.press('Delete');
    await page.getByText(/Not saved yet: .* Your changes are kept here/).waitFor();
    await page.unroute('**/call');
    await page.getByText(/Not saved yet/).waitFor({ state: 'detached' });
    await expectRecorded(call, id, before.slice(0, -1));
  });

  test('modules are dragged into and within the outline', async () => {
    const id = await open('By mouse', 'T-01');
    const before = await codesIn(page);
    const search = page.getByRole('searchbox', { name: 'Find a module' });
    await search.fill('M-G07');
    const source = page.getByRole('grid', { name: 'Library' }).getByRole('row').first();
    await source.getByText('M-G07').waitFor();
    await drag(page, source, outlineOf(page).getByRole('row').nth(1));
    await expect.poll(() => codesIn(page)).toHaveLength(before.length + 1);
    const [first = ''] = before;
    await drag(page, outlineOf(page).getByRole('row').first(), outlineOf(page).getByRole('row').nth(3));
    await expect.poll(async () => (await codesIn(page)).indexOf(first)).toBeGreaterThan(0);
    await expectRecorded(call, id, await codesIn(page));
  });

  test('publishes a version with a syllabus that is a real PDF, once for each state', async () => {
    const id = await open('To publish', 'T-01');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
    await dialog.getByText('5 h 10 min').waitFor();
    await dialog.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Version 1, published').waitFor();
    await page.getByRole('region', { name: /^Preview of/ }).waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('To publish v1 syllabus.pdf');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(10_000);

    const [version] = await call('versions.list', {});
    await page.getByRole('link', { name: 'Open an activity' }).click();
    await page.getByRole('heading', { level: 1, name: 'New activity' }).waitFor();
    expect(page.url()).toContain(`version=${version?.id}`);

    await go(page, `/curricula/${id}/versions`, 'To publish');
    await page.getByText('The draft reads exactly like version 1.').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Version 1 already reads exactly like this draft.').waitFor();
    await page.keyboard.press('Escape');
  });

  test('an empty curriculum is not published, and the dialog says what to do', async () => {
    await open('Empty', null);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('This curriculum has no modules yet.').waitFor();
    await page.getByRole('button', { name: 'Go back' }).click();
  });

  test('duplicates and removes; Undo brings it back', async () => {
    await open('Original', 'T-01');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.getByRole('heading', { level: 1, name: 'Original (copy)' }).waitFor();
    const copy = idIn(page);
    await go(page, '/curricula', 'Curricula');
    await page.getByRole('button', { name: 'Actions for Original (copy)' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.poll(() => call('curricula.list', {})).toHaveLength(1);
    await page
      .getByRole('region', { name: 'Messages' })
      .getByRole('alert')
      .filter({ hasText: 'Removed “Original (copy)”' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(async () => (await call('curricula.list', {})).map(({ id }) => id)).toContain(copy);

    // Where electives of several domains decide, the list promises no domain.
    const {
      id,
      templateCode: _,
      updatedAt: __,
      versions: ___,
      ...content
    } = await call('curricula.get', { id: copy });
    const modules = await call('modules.list', {});
    const options = modules
      .filter(({ code }) => code === 'M-C01' || code === 'M-G01')
      .map((module) => ({ moduleId: module.id, note: '', week: null }));
    await call('curricula.update', {
      id,
      content: {
        ...content,
        items: [
          {
            kind: 'electives',
            key: 'e1',
            title: 'One of these',
            note: '',
            rule: { by: 'count', atLeast: 1 },
            options,
          },
        ],
      },
    });
    await page
      .getByRole('row', { name: /Original \(copy\)/ })
      .getByText('By choice')
      .waitFor();

    // An activity on it offers what one learner can earn, never all electives together.
    const { versionId } = await call('curricula.publish', { id });
    const longest = Math.max(
      ...modules
        .filter((one) => options.some(({ moduleId }) => moduleId === one.id))
        .map(({ minutes }) => minutes),
    );
    const earnable = String(Math.round(longest / 15) / 4);
    await go(page, `/activities/new?version=${versionId}`, 'New activity');
    const { id: activityId } = await call('activities.create', {
      versionId,
      title: 'One of two',
      startsOn: '2027-02-01',
    });
    const activity = await call('activities.get', { id: activityId });
    expect(activity.maximumQuarters / 4).toBe(Number(earnable));
    await call('activities.update', {
      id: activityId,
      content: { ...contentOf(activity), maximumQuarters: 1 },
    });
    await go(page, `/activities/${activityId}`, 'One of two');
    const credit = page.getByRole('region', { name: 'Credit', exact: true });
    await credit.getByText(`up to ${earnable}, the most that one person can earn`).waitFor();
    await credit.getByRole('button', { name: `Use ${earnable}`, exact: true }).click();
    await expect
      .poll(() => credit.getByRole('textbox', { name: /^Designated maximum/ }).inputValue())
      .toBe(earnable);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await call('activities.remove', { id: activityId });
  });

  test('the builder is accessible, with gaps shown', async () => {
    await open('Accessible builder', 'T-01');
    await outlineOf(page).getByRole('row').first().focus();
    await page.keyboard.press('Delete');
    await page.getByRole('region', { name: 'Prerequisites' }).getByRole('button').first().waitFor();
    await expectAccessible(page);
  });

  test('words, targets and the dialog to publish are accessible', async () => {
    const id = await open('Accessible words', 'T-01');
    await page.getByRole('tab', { name: 'About and targets' }).click();
    await page.getByRole('table', { name: 'Targets' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    // What does not hold is told with its figures, and it can be published all the same.
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await call('curricula.get', { id });
    const constraints = { ...content.constraints, minutes: { min: null, max: 240 } };
    await call('curricula.update', {
      id,
      content: { ...content, items: content.items.slice(1), constraints },
    });
    await page.reload();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const still = page.getByRole('dialog').getByRole('region', { name: 'Still open' });
    await still
      .getByText(/requires AI in health care: concepts and vocabulary \(M-F01\), which is not in/)
      .first()
      .waitFor();
    expect(await still.innerText()).toContain('Time at most 4 h: 4 h 25 min, 25 min over.');
    await page.keyboard.press('Escape');
  });

  test('a version, the list and a new curriculum are accessible', async () => {
    const id = await open('Accessible version', 'T-01');
    const { versionId } = await call('curricula.publish', { id });
    await go(page, `/curricula/${id}/versions/${versionId}`, 'Accessible version');
    await page.getByRole('region', { name: /^Preview of/ }).waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await go(page, '/curricula', 'Curricula');
    await page.getByRole('grid', { name: 'Curricula' }).waitFor();
    await expectAccessible(page);
    await go(page, '/curricula/new', 'New curriculum');
    await page.getByRole('radio', { name: 'From nothing' }).waitFor();
    await expectAccessible(page);
  });
});

/** Drags as a hand does: press, a first small move, on to the middle of the target, let go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error('not on the screen');
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + start.height / 2 + 8, { steps: 4 });
  await page.mouse.move(end.x + 60, end.y + end.height / 2 + 6, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
  await page.waitForTimeout(500);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareVersion } from './prepared.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');
const COURSE = 'AI basics, autumn';

let opened: TestWindow;
let page: Page;
let call: Call;
let activityId = 0;

/** A course on the day before the answers of the sample form, with the people of the sample roster. */
async function prepare(ask: Call): Promise<void> {
  const versionId = await prepareVersion(ask);
  const { id } = await ask('activities.create', { versionId, title: COURSE, startsOn: '2026-11-12' });
  activityId = id;
  const activity = await ask('activities.get', { id });
  await ask('activities.setSessions', {
    id,
    sessions: activity.sessions.slice(0, 1).map((session) => ({ ...session, id: null, date: '2026-11-12' })),
  });
  const { rehearsalId } = await ask('imports.rehearseRoster', {
    fileName: 'roster.csv',
    base64: readFileSync(join(SAMPLES, 'roster.csv')).toString('base64'),
    activityId: id,
  });
  const { jobId } = await ask('imports.apply', { rehearsalId, decisions: [] });
  while ((await ask('jobs.get', { jobId })).status === 'running') await delay(50);
}

beforeAll(async () => {
  opened = await openWindow({ prepare });
  ({ page, call } = opened);
});
afterAll(() => opened?.close());

const list = () => page.getByRole('grid', { name: 'Reflections' });
const panel = (name: string) => page.getByRole('complementary', { name });
const reflectionOf = async (name: string) =>
  (await call('reflections.list', { activityId })).find((row) => row.name === name)?.reflection ?? null;

/** Holds saves of reflections back on their way until the answer is called; in Electron they go their own way. */
async function holdSaves(): Promise<() => Promise<void>> {
  if (!page.url().startsWith('http:')) return async () => undefined;
  const held = Promise.withResolvers<void>();
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('reflections.record')) await held.promise;
    await route.continue();
  });
  return async () => {
    held.resolve();
    await page.waitForResponse((response) => response.url().endsWith('/call'));
    await page.unroute('**/call');
  };
}

test('two are entered beside the list, one after the other, by keyboard', async () => {
  await goTo(page, `/activities/${activityId}`, COURSE);
  await page.getByRole('tab', { name: 'Reflections' }).click();
  const rows = list().getByRole('row');
  await rows.nth(1).waitFor();
  await expectAccessible(page);
  const names = (await call('reflections.list', { activityId })).map(({ name }) => name);
  const [first = '', second = '', third = ''] = names;
  await rows.nth(1).focus();
  await page.keyboard.press('Enter');
  await panel(first).waitFor();
  await expectAccessible(page);
  // The form begins at its first text.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('Ask for the false-alarm rate.');
  await panel(first).getByLabel('Commitment to change').fill('Review ten alerts a week.');
  await panel(first).getByLabel('Written on').fill('2026-11-13');
  await panel(first).getByLabel('Follow up on', { exact: true }).fill('2026-11-13');
  await panel(first).getByText('The follow-up comes after the reflection', { exact: false }).waitFor();
  await panel(first).getByLabel('F1 before').selectOption('0');
  await page.keyboard.press('Control+Enter');
  // Nothing is recorded while something is wrong, and what is only missing is said now.
  await panel(first).getByText('F1 has one rating of two.', { exact: false }).waitFor();
  expect(await reflectionOf(first)).toBeNull();
  await expectAccessible(page);
  await panel(first).getByLabel('Follow up on', { exact: true }).fill('2026-11-14');
  await panel(first).getByLabel('F1 after').selectOption('2');
  await page.keyboard.press('Control+Enter');
  await panel(second).waitFor();
  expect(await reflectionOf(first)).toMatchObject({
    writtenOn: '2026-11-13',
    commitment: 'Review ten alerts a week.',
    followUpOn: '2026-11-14',
    confidence: [{ code: 'F1', before: 0, after: 2 }],
  });

  await panel(second).getByLabel('What will change').fill('Read the model card.');
  // A look at another person loses nothing.
  await rows.nth(3).click();
  await panel(third).waitFor();
  await list().getByText('Not saved yet').waitFor();
  await rows.nth(2).click();
  expect(await panel(second).getByLabel('What will change').inputValue()).toBe('Read the model card.');
  await panel(second).getByRole('combobox', { name: 'Rate another competency' }).click();
  const other = page.getByRole('option', { name: /^G5 / });
  await other.click();
  await panel(second).getByLabel('G5 before').selectOption('1');
  await panel(second).getByLabel('G5 after').selectOption('1');
  await panel(second).getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`Saved the reflection of ${second}.`).waitFor();
  expect(await reflectionOf(second)).toMatchObject({
    change: 'Read the model card.',
    confidence: [{ code: 'G5', before: 1, after: 1 }],
  });
  await panel(second).getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => reflectionOf(second)).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => reflectionOf(second)).toMatchObject({ change: 'Read the model card.' });
});

test('what is typed while a reflection is saved stays, and the open row is marked', async () => {
  const [, second = ''] = (await call('reflections.list', { activityId })).map(({ name }) => name);
  await list().getByRole('row').nth(2).click();
  await panel(second).waitFor();
  await expect.poll(() => list().getByRole('row').nth(2).getAttribute('aria-current')).toBe('true');
  await expectAccessible(page);
  const change = panel(second).getByLabel('What will change');
  const release = await holdSaves();
  await change.fill('Read the model card first.');
  await panel(second).getByRole('button', { name: 'Save', exact: true }).click();
  await change.press('End');
  await page.keyboard.type(' And the label.');
  await release();
  const message = page.getByText(`Saved the reflection of ${second}.`);
  await message.waitFor();
  // Messages stand over the rail, where they cover nothing of the screen.
  const content = await page.getByRole('main').boundingBox();
  const box = await page.getByRole('alert').filter({ has: message }).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(content?.x ?? 0);
  await expect.poll(() => reflectionOf(second)).toMatchObject({ change: 'Read the model card first.' });
  expect(await change.inputValue()).toBe('Read the model card first. And the label.');
  await panel(second).getByText('Not saved yet.', { exact: true }).waitFor();
  await panel(second).getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(() => reflectionOf(second))
    .toMatchObject({ change: 'Read the model card first. And the label.' });
  await panel(second).getByText('Not saved yet.').waitFor({ state: 'detached' });
});

test('a commitment brings a day of follow-up along; one without it is not taken silently', async () => {
  const [, second = ''] = (await call('reflections.list', { activityId })).map(({ name }) => name);
  const open = panel(second);
  const day = open.getByLabel('Follow up on', { exact: true });
  await open.getByLabel('Commitment to change').fill('Ask for the threshold.');
  // The activity was on November 12, 2026.
  expect(await day.inputValue()).toBe('2027-02-10');
  await open.getByText('90 days on', { exact: false }).waitFor();
  await day.fill('');
  await open.getByText('Without a day, nobody is reminded', { exact: false }).waitFor();
  await expectAccessible(page);
  await open.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Its commitment has no day of follow-up.', { exact: false }).waitFor();
  await open.getByRole('button', { name: 'Use Feb 10, 2027' }).click();
  await open.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => reflectionOf(second)).toMatchObject({ followUpOn: '2027-02-10' });
  // Without the commitment there is nothing to follow up.
  await open.getByLabel('Commitment to change').fill('');
  await day.waitFor({ state: 'detached' });
  await open.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => reflectionOf(second)).toMatchObject({ commitment: '', followUpOn: null });
  await open.getByRole('button', { name: 'Close this panel' }).click();
});

test('the answers of a form are looked at, decided and imported', async () => {
  await page.getByRole('link', { name: 'Import reflections' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import reflections' }).waitFor();
  await expectAccessible(page);
  const file = page.locator('input[type=file]').first();
  await file.setInputFiles({
    name: 'five-points.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name,Commitment,F1 before,F1 after\nLwazi MacDonald,Yes,2,5'),
  });
  await page.getByText('ratings on another scale, such as 1 to 5', { exact: false }).waitFor();
  const holds = page.getByRole('combobox', { name: '“F1 before” holds' });
  expect(await holds.inputValue()).toBe('F1 before: AI concepts and vocabulary');

  await page.locator('input[type=file]').first().setInputFiles(join(SAMPLES, 'reflection-form.csv'));
  await page.getByText('Reflection form · UTF-8 · headings in row 1 · 19 rows').waitFor();
  const rows = page.getByRole('grid', { name: 'Rows' });
  await rows.getByText('“maybe” for F1 after is no rating.', { exact: false }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Decide 2 rows' }).click();
  await page.getByRole('button', { name: /Anne-Marie Hernández.*hernandez4/ }).click();
  await page.getByRole('button', { name: 'Leave this row out' }).click();
  await page.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Imported / }).waitFor();
  expect(await reflectionOf('Lwazi MacDonald')).toMatchObject({ writtenOn: '2026-11-13' });
  await page.getByRole('link', { name: 'See what became of each row' }).click();
  await page.getByText('Reflections import').waitFor();
  await expectAccessible(page);
});

test('the summary shows confidence and commitments; a follow-up is recorded from Home and undone', async () => {
  await goTo(page, '/', 'Home');
  await page.getByText('to follow up', { exact: false }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Follow up', exact: false }).first().click();
  await page.getByRole('heading', { level: 1, name: COURSE }).waitFor();
  const before = await call('reflections.summary', { activityId });
  await page.getByText('Outcome summary', { exact: true }).click();
  await page.getByText(`${before.returned} of ${before.enrolled}`).waitFor();
  await page.getByText('Confidence is not competence', { exact: false }).waitFor();
  const line = page.getByRole('row', { name: /^F1 AI concepts and vocabulary/ });
  const figures = before.confidence.find(({ code }) => code === 'F1');
  await line
    .getByText(`${figures?.meanBefore.toFixed(1)} → ${figures?.meanAfter.toFixed(1)}`, { exact: false })
    .waitFor();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('AI basics, autumn reflections.csv');
  const csv = readFileSync(await saved.path(), 'utf8');
  // What somebody wrote like a formula opens as text.
  expect(csv).toContain(`"'=HYPERLINK(`);

  const commitments = page.getByRole('grid', { name: 'Commitments' });
  await page.getByRole('searchbox', { name: 'Find a commitment' }).fill('ten alerts');
  const first = commitments.getByRole('row').filter({ hasText: 'Follow up now' });
  await first.first().click();
  const open = page.locator('[data-side-panel]');
  await open.getByText('Kept', { exact: true }).click();
  await open.getByLabel('Followed up on').fill('2026-11-16');
  await open.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await call('reflections.summary', { activityId })).followUps)
    .toMatchObject({ due: before.followUps.due - 1, kept: before.followUps.kept + 1 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await call('reflections.summary', { activityId })).followUps)
    .toEqual(before.followUps);
});

test('the blank form goes to paper with what the activity teaches, and the window stays off it', async () => {
  await goTo(page, `/activities/${activityId}/reflections`, COURSE);
  // The dialog of the system cannot be looked at: the page is kept on its way there instead.
  await page.evaluate(() => {
    window.print = () => {
      throw new Error('looked at instead of printed');
    };
  });
  await page.getByRole('button', { name: 'Print a blank form' }).click();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('What will you change in your practice?').waitFor();
  await page.getByRole('rowheader', { name: 'F1 AI concepts and vocabulary' }).waitFor();
  expect(await page.getByRole('button', { name: 'Print a blank form' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/contract/index.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

type Content = Input<'curricula.update'>['content'];

let window: TestWindow;
let curriculumId = 0;
let versionIds: readonly number[] = [];
let titles: readonly string[] = [];

beforeAll(async () => {
  window = await openWindow({
    viewport: { width: 1440, height: 900 },
    prepare: async (call) => {
      await prepareOffice(call);
      const modules = (await call('modules.list', {})).slice(0, 6);
      titles = modules.map(({ title }) => title);
      const { id } = await call('curricula.create', {
        title: 'Autumn course 2026',
        templateCode: null,
        specialtyModule: null,
      });
      const content = async (): Promise<Content> => {
        const {
          id: _,
          templateCode: __,
          updatedAt: ___,
          versions: ____,
          ...rest
        } = await call('curricula.get', { id });
        return rest;
      };
      const items = (...places: readonly number[]): Content['items'] =>
        places.flatMap((place) => {
          const module = modules[place];
          return module ? [{ kind: 'module' as const, moduleId: module.id, note: '', week: null }] : [];
        });
      await call('curricula.update', { id, content: { ...(await content()), items: items(0, 1, 2, 3) } });
      const first = await call('curricula.publish', { id });
      await call('activities.create', {
        versionId: first.versionId,
        title: 'Autumn course, first cohort',
        startsOn: '2026-10-05',
      });
      const next = { ...(await content()), items: items(1, 2, 3, 0, 4), award: 'Certificate of completion' };
      await call('curricula.update', { id, content: next });
      const second = await call('curricula.publish', { id });
      await call('curricula.update', { id, content: { ...next, items: items(1, 2, 5) } });
      const [retired] = modules.slice(3);
      if (retired) await call('modules.retire', { id: retired.id, retired: true });
      curriculumId = id;
      versionIds = [first.versionId, second.versionId];
    },
  });
});
afterAll(() => window.close());

const compare = (from: number | string | undefined, to: number | string | undefined): string =>
  `/curricula/${curriculumId}/compare?from=${from}&to=${to}`;

describe('the versions of a curriculum', () => {
  test('stand with the cohorts that ran on them', async () => {
    const { page } = window;
    await goTo(page, `/curricula/${curriculumId}/versions`, 'Autumn course 2026');
    const cohorts = page.getByRole('table', { name: 'Cohorts' });
    await cohorts.getByRole('link', { name: 'Autumn course, first cohort' }).waitFor();
    expect((await cohorts.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Version 2 Not taught yet\. Version 1 Autumn course, first cohort Oct 5.* 0 0/,
    );
    await expectAccessible(page);
    await cohorts.getByRole('link', { name: 'Autumn course, first cohort' }).click();
    await page.getByRole('heading', { level: 1, name: 'Autumn course, first cohort' }).waitFor();
  });

  test('any two are compared in words, and only what changes credit', async () => {
    const { page } = window;
    await goTo(page, compare(versionIds[0], versionIds[1]), /^Compare/);
    await page.getByText(/^From version 1 to version 2: 1 module added and 1 module moved\./).waitFor();
    const modules = page.getByRole('region', { name: /^Modules/ });
    expect((await modules.innerText()).replace(/\s+/g, ' ')).toContain(
      `Moved ${titles[0]} place 1, first place 4`,
    );
    await page.getByRole('region', { name: /^About the curriculum/ }).waitFor();
    await expectAccessible(page);

    await page.getByText('Only what changes credit').click();
    await page.getByRole('region', { name: /^About the curriculum/ }).waitFor({ state: 'detached' });
    await page.getByText('Everything', { exact: true }).click();

    await page.getByRole('button', { name: 'Swap the two' }).click();
    await page.getByText(/^From version 2 to version 1: 1 module removed and 1 module moved\./).waitFor();

    await page.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'Draft' }).click();
    await page.getByText(/^From version 2 to the draft:/).waitFor();
    expect(page.url()).toContain('to=draft');

    await page.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'Version 2' }).click();
    await page.getByText('Version 2 and version 2 read the same.').waitFor();
  });

  test('the difference is copied as text', async () => {
    const { page } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await goTo(page, compare(versionIds[0], versionIds[1]), /^Compare/);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('From version 1 to version 2');
    expect(text).toContain(`- Added: ${titles[4]}: place 5`);
  });

  test('one is copied as next year’s curriculum, and the dialog says what is retired', async () => {
    const { page, call } = window;
    await goTo(page, '/curricula', 'Curricula');
    await page.getByRole('button', { name: 'Actions for Autumn course 2026' }).click();
    await page.getByRole('menuitem', { name: 'Copy the latest version' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy as a new curriculum' });
    await dialog.getByText('1 module is retired now').waitFor();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('Autumn course 2027');
    await dialog.getByLabel('Title').fill('');
    await dialog.getByText('Give the new curriculum a title.').waitFor();
    await dialog.getByLabel('Title').fill('Autumn course 2027');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Autumn course 2027' }).waitFor();
    const copy = (await call('curricula.list', {})).find(({ title }) => title === 'Autumn course 2027');
    expect(copy).toMatchObject({ modules: 5, latestVersion: null });
  });

  test('one is put back into the draft, and Undo takes that back', async () => {
    const { page, call } = window;
    const inDraft = async (): Promise<number> =>
      (await call('curricula.get', { id: curriculumId })).items.length;
    await goTo(page, `/curricula/${curriculumId}/versions`, 'Autumn course 2026');
    expect(await inDraft()).toBe(3);
    await page.getByRole('button', { name: 'Actions for version 1' }).click();
    await page.getByRole('menuitem', { name: 'Put back into the draft' }).click();
    await page.getByText(/The draft reads like version 1 again\./).waitFor();
    expect(await inDraft()).toBe(4);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(inDraft, { timeout: 10_000 }).toBe(3);
  });

  test('the draft’s syllabus and a version’s overview are saved as files', async () => {
    const { page } = window;
    await goTo(page, `/curricula/${curriculumId}/versions/${versionIds[0]}`, 'Autumn course 2026');
    await page.getByRole('button', { name: 'More actions' }).click();
    const overview = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save the overview as PDF' }).click();
    expect((await overview).suggestedFilename()).toBe('Autumn course 2026 v1 overview.pdf');

    await goTo(page, `/curricula/${curriculumId}/versions`, 'Autumn course 2026');
    await page.getByRole('button', { name: 'More actions' }).click();
    const syllabus = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save the draft’s syllabus as PDF' }).click();
    expect((await syllabus).suggestedFilename()).toBe('Autumn course 2026 draft syllabus.pdf');
  });
});

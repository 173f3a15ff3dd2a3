import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/shared/contract/index.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';

type Summary = Output<'activities.list'>[number];

let opened: TestWindow;
let page: Page;
/** An activity of the sample office with nothing issued yet. */
let waiting: Summary;

beforeAll(async () => {
  opened = await openWindow({
    prepare: async (call) => {
      const { jobId } = await call('office.exploreSample', {});
      while ((await call('jobs.get', { jobId })).status === 'running')
        await new Promise((resolve) => setTimeout(resolve, 200));
      const activities = await call('activities.list', {});
      const found = activities.find(({ stage, certificates }) => stage === 'finished' && certificates === 0);
      if (!found) throw new Error('the sample office has no activity that waits for certificates');
      waiting = found;
      const people = await call('completion.list', { activityId: found.id });
      const physicians = people
        .filter(({ kind, earnedQuarters }) => kind === 'cme' && earnedQuarters > 0)
        .slice(0, 3);
      await call('completion.record', {
        activityId: found.id,
        enrolmentIds: physicians.map(({ enrolmentId }) => enrolmentId),
        assessmentPercent: 90,
        evaluationReturnedOn: found.endsOn,
        claimedQuarters: 'earned',
      });
    },
  });
  page = opened.page;
});
afterAll(() => opened.close());

async function go(path: string, heading: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
  await page.getByRole('heading', { name: heading }).first().waitFor();
}

const saveAllButton = () => page.getByRole('button', { name: 'Save all', exact: true }).last();

async function downloadedBy(
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The page is drawn on a canvas once the reader has it. */
async function pageIsShown(): Promise<void> {
  await page.locator('canvas').first().waitFor();
}

describe('issuing the certificates of an activity', () => {
  test('shows first who gets what, and who is held and why', async () => {
    await go(`/activities/${waiting.id}/certificates`, 'Ready to issue');
    const ready = page.getByRole('grid', { name: 'Ready to issue' });
    expect(await ready.getByRole('row').count()).toBeGreaterThan(3);
    await ready.getByText('Certificate of credit').first().waitFor();
    await ready.getByText('Certificate of participation').first().waitFor();
    await page.getByRole('heading', { name: 'Held' }).waitFor();
    await page.getByText('The evaluation has not been returned.').waitFor();
    await page.getByRole('link', { name: 'See completion' }).first().waitFor();
    await expectAccessible(page);
  });

  test('shows one person’s page, and the next', async () => {
    await page
      .getByRole('button', { name: /^Preview the page of/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^1 of \d+$/).waitFor();
    await pageIsShown();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByText(/^2 of \d+$/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('leaves out whom one takes out, says exactly what will happen, and balances', async () => {
    const plan = await opened.call('certificates.plan', { activityId: waiting.id });
    const ready = page.getByRole('grid', { name: 'Ready to issue' });
    await ready.getByRole('row').nth(1).getByRole('checkbox').click();
    const count = plan.ready.length - 1;
    await page.getByRole('button', { name: `Issue ${count} certificates` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/awarded credit as claimed/).waitFor();
    await dialog
      .getByText(/get a certificate of participation|gets a certificate of participation/)
      .waitFor();
    await dialog.getByText('1 person who is ready is left out for now.').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: `Issue ${count} certificates` }).click();
    const result = page.getByRole('region', { name: 'Result of issuing' });
    await result
      .getByText(`${count} asked = ${count} issued + 0 held + 0 failed`)
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Issue 1 certificate' }).waitFor();
    const { total } = await opened.call('certificates.list', {
      text: '',
      activityId: waiting.id,
      status: 'issued',
      after: null,
      limit: 1,
    });
    expect(total).toBe(count);
    await expectAccessible(page);
  });

  test('saves all of them as one ZIP', async () => {
    await saveAllButton().click();
    const { name, bytes } = await downloadedBy(() =>
      page.getByRole('menuitem', { name: 'As one ZIP' }).click(),
    );
    expect(name).toMatch(/certificates\.zip$/);
    const files = Object.keys(unzipSync(bytes));
    expect(files).toContain('manifest.csv');
    expect(files.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(2);
  });

  test('saves all of them into a folder, again without a second copy, and over no other file', async () => {
    // The system's own dialog cannot be driven; a folder that the browser keeps behaves like one that was chosen.
    await page.evaluate(() => {
      const folder = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('out', { create: true });
      Object.assign(globalThis, { showDirectoryPicker: folder });
    });
    const sizes = () =>
      page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('out');
        const found: Record<string, number> = {};
        for await (const [name, handle] of folder.entries())
          if (handle instanceof FileSystemFileHandle) found[name] = (await handle.getFile()).size;
        return found;
      });
    await saveAllButton().click();
    await page.getByRole('menuitem', { name: 'Into a folder…' }).click();
    await page.getByText(/^Saved \d+ files into “out”\.$/).waitFor();
    const first = await sizes();
    const [some = ''] = Object.keys(first).filter((name) => name.endsWith('.pdf'));
    expect(first[some]).toBeGreaterThan(5_000);
    await page.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('out');
      const stream = await (await folder.getFileHandle(name)).createWritable();
      await stream.write('somebody else’s');
      await stream.close();
    }, some);
    await saveAllButton().click();
    await page.getByRole('menuitem', { name: 'Into a folder…' }).click();
    await page.getByText(/^Saved 1 file into “out”\. \d+ files were there already\.$/).waitFor();
    const second = await sizes();
    expect(second).toEqual({ ...first, [some]: 17, [some.replace('.pdf', ' (2).pdf')]: first[some] });
  });
});

describe('one certificate', () => {
  test('opens from the list by keyboard, with its page, its seal and the way to print', async () => {
    const issued = page.getByRole('grid', { name: 'Issued certificates' });
    await issued.getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Standing' }).waitFor();
    await pageIsShown();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await page.getByRole('button', { name: 'Print' }).isEnabled()).toBe(true);
    await expectAccessible(page);
  });

  test('saves as a real PDF', async () => {
    const { name, bytes } = await downloadedBy(() =>
      page.getByRole('button', { name: 'Save as PDF' }).click(),
    );
    expect(name).toMatch(/^SVHA-\d{4}-\d{6} .+\.pdf$/);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is re-issued beside the new page, and the two name each other', async () => {
    await page.getByRole('button', { name: 'Correct and re-issue' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('canvas').waitFor();
    await dialog.getByRole('button', { name: 'Correct and re-issue' }).click();
    await dialog.getByText('Say in a few words why').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Reason').fill('The title was corrected.');
    await dialog.getByRole('button', { name: 'Correct and re-issue' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Issued in place of SVHA/).waitFor();
    await page.getByText('Reason: The title was corrected.').waitFor();
    await page
      .getByText(/^Replaces/)
      .getByRole('link')
      .click();
    await page.getByText('Replaced', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
    await page
      .getByText(/^Replaced by SVHA/)
      .first()
      .getByRole('link')
      .click();
    await page.getByText('Current', { exact: true }).waitFor();
  });

  test('is revoked only with a reason, and stays readable', async () => {
    await page.getByRole('button', { name: 'Revoke' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('x');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.getByText('Say in a few words why').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Reason').fill('Issued to the wrong person.');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Reason: Issued to the wrong person.').waitFor();
    await pageIsShown();
    await page.getByRole('button', { name: 'Correct and re-issue' }).waitFor();
    await expectAccessible(page);
  });
});

test('the list of all certificates finds one by name, and filters by standing', async () => {
  await go('/certificates', 'Certificates');
  const grid = page.getByRole('grid', { name: 'Certificates' });
  await grid.getByRole('row').nth(1).waitFor();
  await expectAccessible(page);
  await page.getByText('Revoked', { exact: true }).first().click();
  await page.getByText('2 certificates', { exact: true }).waitFor();
  await page.getByLabel('Find a certificate').fill('nobody of that name');
  await page.getByText('No certificate fits. Change the search or the filters.').waitFor();
});

test('an activity with nobody enrolled says what to do first', async () => {
  const planned = (await opened.call('activities.list', {})).find(({ enrolled }) => enrolled === 0);
  if (!planned) throw new Error('the sample office has no empty activity');
  await go(`/activities/${planned.id}/certificates`, 'Nobody to certify yet');
  await page.getByRole('link', { name: 'Add people' }).waitFor();
  await expectAccessible(page);
});

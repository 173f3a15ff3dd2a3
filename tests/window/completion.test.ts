import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity } from './prepared.ts';

let window: TestWindow;
let page: Page;
let prepared: Prepared;

beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call);
      const { activityId, sessionIds } = prepared;
      const activity = await call('activities.get', { id: activityId });
      await call('activities.update', {
        id: activityId,
        content: {
          ...contentOf(activity),
          rules: {
            minimumAttendancePercent: 75,
            assessmentRequired: true,
            passPercent: 70,
            evaluationRequired: true,
          },
        },
      });
      const { rows } = await call('attendance.grid', { activityId });
      const minutes = [45, 45, 60, 30];
      // The first two were there throughout, the third for one session, nobody else.
      const marks = rows.slice(0, 3).flatMap(({ enrolmentId }, person) =>
        sessionIds.slice(0, person < 2 ? 4 : 1).map((sessionId, index) => ({
          enrolmentId,
          sessionId,
          minutes: minutes[index] ?? 0,
        })),
      );
      await call('attendance.mark', { activityId, marks });
    },
  });
  page = window.page;
  await goTo(page, `/activities/${prepared.activityId}/completion`, /Clinical AI basics/);
});
afterAll(() => window?.close());

const row = (person: number) => page.getByRole('row', { name: new RegExp(`Person${person} `) });

test('each person shows the one line that says what is missing', async () => {
  await row(1)
    .getByText(/assessment has no score/)
    .waitFor();
  await row(3)
    .getByText(/Attended 45 min of 3 h/)
    .waitFor();
  await row(4)
    .getByText(/Attendance has not been recorded/)
    .waitFor();
  await page.getByText('of 6 people complete').waitFor();
  await expectAccessible(page);
});

test('records score, evaluation and claim in the row, and refuses what is wrong', async () => {
  const score = page.getByRole('textbox', { name: 'Assessment score of Person1 Abara, in percent' });
  await score.fill('101');
  await score.press('Enter');
  expect(await score.getAttribute('aria-invalid')).toBe('true');
  await score.fill('69');
  await score.press('Enter');
  await row(1)
    .getByText(/69 ?% .*70 ?%|70 ?%/)
    .waitFor();
  await score.fill('88');
  await score.press('Enter');
  await row(1)
    .getByText(/evaluation has not been returned/)
    .waitFor();
  await page.getByLabel('Day on which Person1 Abara returned the evaluation').fill('2026-10-07');
  await page.getByLabel('Day on which Person1 Abara returned the evaluation').press('Enter');
  await row(1).getByText(/claim/i).waitFor();
  const claim = page.getByRole('textbox', { name: 'Credits claimed by Person1 Abara' });
  await claim.fill('3.25');
  await claim.press('Enter');
  expect(await claim.getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('tooltip').getByText('At most 3, what attendance allows.').waitFor();
  expect(await claim.getAttribute('aria-description')).toBe('At most 3, what attendance allows.');
  await claim.fill('0.3');
  await claim.press('Enter');
  await page.getByRole('tooltip').getByText('Credit goes in steps of 0.25.').waitFor();
  await expectAccessible(page);
  await claim.fill('2.75');
  await claim.press('Enter');
  await row(1).getByText('Complete', { exact: true }).waitFor();
  await expectAccessible(page);
});

test('the sum behind a figure opens beside the table and closes with Escape', async () => {
  await row(1).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Person1 Abara' });
  await panel.getByRole('table', { name: 'Credit of Person1 Abara' }).getByText('180').first().waitFor();
  await panel.getByText('2.75 credits').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await row(1).evaluate((element) => element === document.activeElement)).toBe(true);
});

test('who may not claim credit takes part instead, and the panel says why', async () => {
  await row(2).getByText('Participation', { exact: true }).waitFor();
  expect(
    await row(2)
      .getByRole('textbox', { name: /Credits claimed/ })
      .count(),
  ).toBe(0);
  await row(2)
    .getByRole('button', { name: /credit hours attended by Person2/ })
    .click();
  const panel = page.getByRole('complementary', { name: /Person2/ });
  await panel.getByText(/Only physicians may claim/).waitFor();
  await panel.getByText('Attended, in credit hours').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('records the same for everyone selected, by keyboard, and Undo takes it back', async () => {
  await row(2).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selected people' });
  await bar.getByText('2 people selected').waitFor();
  await bar.getByRole('button', { name: 'Assessment score' }).click();
  await page.getByRole('textbox', { name: 'Score for each of them, in percent' }).fill('90');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByText('Recorded a score of 90% for 2 people.').waitFor();
  const score = async (person: number): Promise<number | null | undefined> => {
    const rows = await window.call('completion.list', { activityId: prepared.activityId });
    return rows.find(({ name }) => name.startsWith(`Person${person} `))?.assessmentPercent;
  };
  expect(await score(2)).toBe(90);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => score(2)).toBe(null);
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await bar.waitFor({ state: 'detached' });
});

test('what someone has already is kept unless it is to be replaced', async () => {
  const scores = async (): Promise<readonly (number | null)[]> => {
    const rows = await window.call('completion.list', { activityId: prepared.activityId });
    return rows.slice(0, 2).map(({ assessmentPercent }) => assessmentPercent);
  };
  await row(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selected people' });
  const record = async (score: string): Promise<void> => {
    await bar.getByRole('button', { name: 'Assessment score' }).click();
    await page.getByText('1 of 2 already has a score.').waitFor();
    await page.getByRole('textbox', { name: 'Score for each of them, in percent' }).fill(score);
  };
  await record('91');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record for 1' }).click();
  await page.getByText('Recorded a score of 91% for 1 person.').waitFor();
  expect(await scores()).toEqual([88, 91]);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(scores).toEqual([88, null]);
  await record('92');
  await page.getByRole('checkbox', { name: 'Replace it' }).check();
  await page.getByRole('button', { name: 'Record for 2' }).click();
  await page.getByText('Recorded a score of 92% for 2 people.').waitFor();
  expect(await scores()).toEqual([92, 92]);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(scores).toEqual([88, null]);
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
});

test('shows only those who lack something', async () => {
  await page.getByText('Something missing', { exact: true }).click();
  await row(1).waitFor({ state: 'detached' });
  await page.getByText('5 people', { exact: true }).waitFor();
});

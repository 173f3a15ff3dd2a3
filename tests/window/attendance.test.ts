import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity } from './prepared.ts';

let window: TestWindow;
let page: Page;
let prepared: Prepared;
let grid: Locator;

beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call);
    },
  });
  page = window.page;
  await goTo(page, `/activities/${prepared.activityId}/attendance`, /Clinical AI basics/);
  grid = page.getByRole('grid', { name: 'Attendance' });
  await grid.waitFor();
});
afterAll(() => window?.close());

/** What is on record, as the grid has it. */
async function recorded(): Promise<readonly (readonly (number | null)[])[]> {
  const { rows } = await window.call('attendance.grid', { activityId: prepared.activityId });
  return rows.map(({ minutes }) => minutes);
}

async function expectRow(row: number, minutes: readonly (number | null)[]): Promise<void> {
  await expect.poll(async () => (await recorded())[row]).toEqual(minutes);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the grid is accessible and one Tab stop', async () => {
  await expectAccessible(page);
  expect(await grid.getAttribute('tabindex')).toBe('0');
  expect(await grid.locator('[tabindex="0"]').count()).toBe(0);
});

test('marks by keyboard: Space, P, A, digits, Delete, and arrows between', async () => {
  await grid.focus();
  await press('Space', 'ArrowRight', 'a', 'ArrowRight', '3', '5', 'ArrowRight', 'p');
  await expectRow(0, [45, 0, 35, 30]);
  await page.getByText('All marks saved').waitFor();
  await press('Delete', 'ArrowLeft', '2', '0', 'Enter');
  await expectRow(0, [45, 0, 20, null]);
  // Enter went down: what is typed now belongs to the second person.
  await press('6', '0', 'Tab');
  await expectRow(1, [null, null, 60, null]);
});

test('minutes beyond the session are refused with the reason', async () => {
  await grid.focus();
  await press('Control+Home', '9', '9', 'Enter');
  await page.getByText('“Session A” lasts 45 minutes, so 99 cannot be recorded. Type 45 or less.').waitFor();
  await expectRow(0, [45, 0, 20, null]);
  // The place stays on the refused cell: what is typed next belongs to the same person.
  await press('4', '0', 'Enter');
  await expectRow(0, [40, 0, 20, null]);
  await press('Control+Home', '4', '5', 'Enter');
  await expectRow(0, [45, 0, 20, null]);
});

test('a selection is marked at once and taken back with Ctrl+Z', async () => {
  await grid.focus();
  await press('Control+Home', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await page.getByText('4 cells selected').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expectRow(2, [45, 45, null, null]);
  await expectRow(3, [45, 45, null, null]);
  await grid.focus();
  await press('Control+z');
  await expectRow(2, [null, null, null, null]);
});

test('by mouse: a click marks, Shift and a click select', async () => {
  await page.getByRole('gridcell', { name: /Person4 .*Session A: not recorded/ }).click();
  await page.getByRole('gridcell', { name: /Person4 .*Session A: present, 45 minutes/ }).waitFor();
  await page.getByRole('gridcell', { name: /Person4 .*Session A/ }).click();
  await page.getByRole('gridcell', { name: /Person4 .*Session A: absent/ }).waitFor();
  await page.getByRole('gridcell', { name: /Person4 .*Session C/ }).click({ modifiers: ['Shift'] });
  await page.getByText('3 cells selected').waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('gridcell', { name: /Person4 .*Session A: not recorded/ }).waitFor();
});

test('a whole column, from its heading and from the keyboard, with Undo', async () => {
  await page.getByRole('button', { name: /Session D/ }).click();
  await page.getByRole('menuitem', { name: 'Mark everyone present' }).click();
  await page
    .getByRole('columnheader', { name: /Session D/ })
    .getByText('6/6')
    .waitFor();
  await expect.poll(async () => (await recorded()).map((row) => row[3])).toEqual(Array(6).fill(30));
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(async () => (await recorded()).map((row) => row[3])).toEqual(Array(6).fill(null));
  await grid.focus();
  await press('Control+End', 'Control+ArrowUp', 'ArrowUp', 'Enter');
  await page.getByRole('menuitem', { name: 'Mark everyone absent' }).waitFor();
  await press('ArrowDown', 'Enter');
  await expect.poll(async () => (await recorded()).map((row) => row[3])).not.toEqual(Array(6).fill(null));
});

test('the history of a cell shows every value it had', async () => {
  await grid.focus();
  await press('Control+Home', 'Control+ArrowUp', 'ArrowRight', 'ArrowRight', 'h');
  const panel = page.getByRole('complementary', { name: 'What was recorded' });
  await panel.getByText('20 min').waitFor();
  await panel.getByText('35 min').waitFor();
  await panel
    .getByText(/, by hand$/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('marks made just before leaving are saved', async () => {
  await grid.focus();
  await press('Control+End', 'Control+ArrowLeft', 'p');
  await page.getByRole('tab', { name: 'Completion' }).click();
  await expect.poll(async () => (await recorded()).at(-1)?.[0]).toBe(45);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
    },
  });
  page = window.page;
  await goTo(page, `/activities/${prepared.activityId}/attendance`, /Clinical AI basics/);
  await page.getByRole('link', { name: 'Check in at the door' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor();
});
afterAll(() => window?.close());

const field = () => page.getByRole('combobox', { name: /Type two letters/ });
const here = () => page.getByTestId('here');

/** What is on record of a person at each session. */
async function recorded(person: number): Promise<readonly (number | null)[]> {
  const { rows } = await window.call('attendance.grid', { activityId: prepared.activityId });
  return rows.find(({ personId }) => personId === prepared.personIds[person])?.minutes ?? [];
}

const fieldHasFocus = () => field().evaluate((element) => element === document.activeElement);
/** How many acts of marking attendance there are. */
const marks = async () =>
  (await window.call('changes.recent', { limit: 200 })).filter(({ method }) => method === 'attendance.mark')
    .length;

test('two letters and Enter check somebody in, and the field is ready for the next', async () => {
  await expect.poll(fieldHasFocus).toBe(true);
  await expect.poll(() => here().textContent()).toBe('0 of 6 here');
  // The last session is offered once the activity is over; the door is set to the second.
  await page.getByRole('combobox', { name: 'Session' }).click();
  await page.getByRole('option', { name: /Session B/ }).click();
  await expect.poll(fieldHasFocus).toBe(true);
  await field().pressSequentially('bjor');
  await page.getByRole('option', { name: /Björnsdóttir/ }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByText('Checked in for 45 min.').waitFor();
  await expectAccessible(page);
  expect(await recorded(1)).toEqual([null, 45, null, null]);
  await expect.poll(() => here().textContent()).toBe('1 of 6 here');
  expect(await field().inputValue()).toBe('');
  expect(await fieldHasFocus()).toBe(true);
});

test('arrows choose among several, and whoever is here already stays as is', async () => {
  await page.keyboard.type('person');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Is here already, with 45 min. Nothing was changed.').waitFor();
  expect(await recorded(1)).toEqual([null, 45, null, null]);
});

test('a scanned e-mail address is enough, and the last one can be taken back', async () => {
  await page.keyboard.type('PERSON3@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('Checked in for 45 min.').waitFor();
  expect(await recorded(2)).toEqual([null, 45, null, null]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back: not checked in.').waitFor();
  expect(await recorded(2)).toEqual([null, null, null, null]);
  await expect.poll(() => here().textContent()).toBe('1 of 6 here');
  expect(await fieldHasFocus()).toBe(true);
});

test('a scanner is heard wherever the focus is, and its letters are no keys of the window', async () => {
  await page.getByText('Whole session').click();
  await page.getByRole('radio', { name: 'Whole session' }).focus();
  // `g` and `h`, one after the other, lead to another screen where no field listens.
  await page.keyboard.type('gh');
  expect(await field().inputValue()).toBe('gh');
  await page.keyboard.press('Enter');
  // The next scan takes the place of one that fitted nobody.
  await page.keyboard.type('person4@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('Checked in for 45 min.').waitFor();
  expect(await recorded(3)).toEqual([null, 45, null, null]);
  expect(await fieldHasFocus()).toBe(true);
  await page.getByRole('combobox', { name: 'Session' }).focus();
  await page.keyboard.type('person4@');
  expect(await field().inputValue()).toBe('person4@');
  await page.keyboard.press('Escape');
});

test('somebody picked twice at once is marked once', async () => {
  const before = await marks();
  await page.keyboard.type('person5');
  const option = page.getByRole('option', { name: /Person5/ });
  await option.evaluate((element) => {
    if (!(element instanceof HTMLElement)) return;
    element.click();
    element.click();
  });
  await page.getByText('Checked in for 45 min.').waitFor();
  await expect.poll(() => here().textContent()).toBe('3 of 6 here');
  expect(await recorded(4)).toEqual([null, 45, null, null]);
  expect(await marks()).toBe(before + 1);
});

test('what is changed elsewhere afterwards is shown at the door', async () => {
  const { activityId, sessionIds, personIds } = prepared;
  const { rows } = await window.call('attendance.grid', { activityId });
  const person5 = rows.find(({ personId }) => personId === personIds[4]);
  const cell = { enrolmentId: person5?.enrolmentId ?? 0, sessionId: sessionIds[1] ?? 0, minutes: null };
  await window.call('attendance.mark', { activityId, marks: [cell] });
  await expect.poll(() => here().textContent()).toBe('2 of 6 here');
});

test('nobody that fits is said plainly, and nothing is recorded', async () => {
  await page.keyboard.type('zz top');
  await page.getByText('Nobody enrolled fits “zz top”.').waitFor();
  await page.keyboard.press('Enter');
  expect(await field().inputValue()).toBe('zz top');
  await page.keyboard.press('Escape');
  expect(await field().inputValue()).toBe('');
});

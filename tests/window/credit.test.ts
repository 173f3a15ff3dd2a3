import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { CreditTypeContent } from '../../src/shared/contract/credit.ts';
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
      const content = contentOf(await call('activities.get', { id: activityId }));
      const rules = { ...content.rules, minimumAttendancePercent: 20 };
      await call('activities.update', { id: activityId, content: { ...content, rules } });
      const { rows } = await call('attendance.grid', { activityId });
      const minutes = [45, 45, 60, 30];
      // The first two were there throughout, the third for the first session, nobody else.
      const marks = rows.slice(0, 3).flatMap(({ enrolmentId }, person) =>
        sessionIds.slice(0, person < 2 ? 4 : 1).map((sessionId, index) => ({
          enrolmentId,
          sessionId,
          minutes: minutes[index] ?? 0,
        })),
      );
      await call('attendance.mark', { activityId, marks });
      await call('completion.record', {
        activityId,
        enrolmentIds: rows.map(({ enrolmentId }) => enrolmentId),
        claimedQuarters: 'earned',
      });
    },
  });
  page = window.page;
});
afterAll(() => window?.close());

const row = (person: number) => page.getByRole('row', { name: new RegExp(`Person${person} `) });

async function addCredit(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a credit' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

test('an activity offers further credit, with the most that its sessions give and a number that is checked', async () => {
  await goTo(page, `/activities/${prepared.activityId}`, /Clinical AI basics/);
  await addCredit('ACPE credit for pharmacists');
  const form = page.getByRole('form', { name: 'ACPE credit for pharmacists' });
  await expect.poll(() => form.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  const maximum = form.getByRole('textbox', { name: 'Maximum, in contact hours' });
  expect(await maximum.inputValue()).toBe('3');
  await form.getByRole('table').getByText('0.3 CEU').waitFor();
  await maximum.fill('3.25');
  await form.getByText('The sessions give at most 3.').waitFor();
  await maximum.fill('2.75');
  await form.getByRole('textbox', { name: 'UAN ending in P' }).fill('0123-0000-26-001-L01-T');
  await form.getByText(/does not look like a UAN ending in P/).waitFor();
  expect(await form.getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await form.getByRole('textbox', { name: 'UAN ending in P' }).fill('0123-0000-26-001-L01-P');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const list = page.getByRole('list', { name: 'Other credit' });
  await list.getByText('at most 2.75 contact hours (0.275 CEU)').waitFor();
  await list.getByText('UAN ending in P: 0123-0000-26-001-L01-P').waitFor();
});

test('points count some sessions only, and the sum says which', async () => {
  await addCredit('ABIM MOC points');
  const form = page.getByRole('form', { name: 'ABIM MOC points' });
  await form.getByText('Every session counts').click();
  await form.getByRole('checkbox', { name: 'Session B (45 min)' }).uncheck();
  await form.getByRole('table').getByText('does not count for this credit').waitFor();
  expect(await form.getByRole('textbox', { name: 'Maximum, in points' }).inputValue()).toBe('2.25');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('1 session does not count').waitFor();
  await addCredit('Nursing contact hours');
  await page
    .getByRole('form', { name: 'Nursing contact hours' })
    .getByRole('button', { name: 'Add', exact: true })
    .click();
  await page.getByText('at most 3 contact hours', { exact: true }).waitFor();
});

test('claims are made for everyone, less for one, and refused above what was earned', async () => {
  await goTo(page, `/activities/${prepared.activityId}/completion`, /Clinical AI basics/);
  await page.getByRole('combobox', { name: 'Credit', exact: true }).click();
  await page.getByRole('option', { name: 'Nursing contact hours' }).click();
  await row(1).getByText('Physician: not for this credit').waitFor();
  await row(2).getByText('Can be claimed').waitFor();
  await row(4).getByText('Attendance has not been recorded.').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Claim all for 1 person' }).click();
  await row(2).getByText('Claimed in full').waitFor();
  const claim = page.getByRole('textbox', { name: 'Contact hours claimed by Person2 Björnsdóttir' });
  await claim.fill('3.25');
  await claim.press('Enter');
  await page.getByRole('tooltip').getByText('At most 3 can be claimed.').waitFor();
  await claim.fill('2.5');
  await claim.press('Enter');
  await row(2).getByText('Claimed 2.5 of 3').waitFor();
  await row(2)
    .getByRole('button', { name: '3 contact hours earned by Person2 Björnsdóttir: show the sum' })
    .click();
  const panel = page.getByRole('complementary', { name: 'Person2 Björnsdóttir' });
  await panel.getByRole('table', { name: 'Nursing contact hours of Person2 Björnsdóttir' }).waitFor();
  await panel.getByText('180 min ÷ 60').waitFor();
  await panel.getByText('2.5 contact hours').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('points wait for the evaluation, then are claimed for the people selected, and Undo takes it back', async () => {
  await page.getByRole('combobox', { name: 'Credit', exact: true }).click();
  await page.getByRole('option', { name: 'ABIM MOC points' }).click();
  await row(1).getByText('The evaluation has not been returned.').waitFor();
  const rows = await window.call('completion.list', { activityId: prepared.activityId });
  await window.call('completion.record', {
    activityId: prepared.activityId,
    enrolmentIds: rows.slice(0, 3).map(({ enrolmentId }) => enrolmentId),
    evaluationReturnedOn: '2026-10-06',
  });
  await row(1).getByText('Can be claimed').waitFor();
  await row(1).focus();
  await page.keyboard.press('Space');
  await row(3).getByRole('checkbox').check();
  const bar = page.getByRole('region', { name: 'Selected people' });
  await bar.getByText('2 people selected').waitFor();
  await bar.getByRole('button', { name: 'Claim', exact: true }).click();
  await page.getByRole('radio', { name: 'The same amount' }).check();
  await page.getByRole('textbox', { name: 'Amount, in points' }).fill('1');
  await page.getByText('Somebody selected may claim only 0.75.').waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'All that attendance allows' }).check();
  await page.getByRole('button', { name: 'Claim for 2' }).click();
  await page.getByText('Claimed all that attendance allows for 2 people.').waitFor();
  await row(3).getByText('Claimed in full').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await row(3).getByText('Can be claimed').waitFor();
});

test('shorter sessions leave a maximum too high, which the overview shows', async () => {
  const activity = await window.call('activities.get', { id: prepared.activityId });
  const [first, ...rest] = activity.sessions;
  if (!first) throw new Error('a session is missing');
  await window.call('activities.setSessions', {
    id: prepared.activityId,
    sessions: [...rest, { ...first, minutes: 15 }],
  });
  await goTo(page, `/activities/${prepared.activityId}`, /Clinical AI basics/);
  await page.getByText('The maximum is 3 contact hours; the sessions give 2.5.').waitFor();
  await page.getByRole('button', { name: 'Change Nursing contact hours' }).click();
  const form = page.getByRole('form', { name: 'Nursing contact hours' });
  await form.getByRole('button', { name: 'Use 2.5' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('at most 2.5 contact hours', { exact: true }).waitFor();
  const button = page.getByRole('button', { name: 'Change Nursing contact hours' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText(/The maximum is 3 contact hours/).waitFor({ state: 'detached' });
});

test('the ledger says who has how much, and saves it as a file', async () => {
  await goTo(page, '/people', 'People');
  await page.getByRole('link', { name: 'Credit', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Credit' }).waitFor();
  await page.getByRole('combobox', { name: 'Year' }).click();
  await page.getByRole('option', { name: 'Every year' }).click();
  await row(1).getByText('3', { exact: true }).waitFor();
  await row(2).getByText('2.5', { exact: true }).waitFor();
  await row(1).click();
  const panel = page.getByRole('complementary', { name: 'Person1 Abara' });
  await panel.getByRole('link', { name: 'Clinical AI basics, spring' }).waitFor();
  await panel.getByText('3 credits').last().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Person2 Björnsdóttir,RN,nurse,');
  await page.getByRole('combobox', { name: 'Profession' }).click();
  await page.getByRole('option', { name: 'Nurse', exact: true }).click();
  await row(1).waitFor({ state: 'detached' });
});

test('a target says who is short of it, by how much and by when', async () => {
  await page.getByRole('link', { name: 'Who is short' }).click();
  await page.getByText('No target is set').waitFor();
  await page.getByRole('button', { name: 'Set a target' }).click();
  const panel = page.getByRole('complementary', { name: 'New target' });
  await panel.getByRole('button', { name: 'Set the target' }).click();
  await panel.getByText('Give the target a name.').waitFor();
  await panel.getByRole('textbox', { name: 'Name' }).fill('License renewal');
  await panel.getByRole('textbox', { name: 'Needed, in credits' }).fill('2');
  await panel.getByRole('textbox', { name: 'In every … years' }).fill('10');
  await panel.getByLabel('Counted from').fill('2026-01-01');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Set the target' }).click();
  await panel.waitFor({ state: 'detached' });
  // Two physicians have less than two credits, one has three.
  await page.getByText('2 people', { exact: true }).waitFor();
  await row(3)
    .getByText(/^1\.25, by Dec 31, 2035$/)
    .waitFor();
  expect(await row(1).count()).toBe(0);
  await page.getByText('Met', { exact: true }).click();
  await row(1).getByText('Met', { exact: true }).waitFor();
  await expectAccessible(page);
});

test('a changed person leaves what was claimed as of the activity, says so, and can be taken over to it', async () => {
  const [personId = 0] = prepared.personIds;
  await goTo(page, `/people/${personId}/edit`, 'Edit Person1 Abara');
  await page.getByRole('textbox', { name: 'Credentials', exact: true }).fill('MD, FACC');
  await page.getByText('1 activity with credit claimed keeps physician, MD.', { exact: false }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByText('Saved Person1 Abara. 1 activity with credit claimed keeps', { exact: false })
    .waitFor();
  const kept = page.getByRole('region', { name: 'Activities that keep other credentials' });
  await kept.getByText('keeps physician, MD, under which credit was claimed.').waitFor();
  await expectAccessible(page);
  await kept.getByRole('button', { name: /^Use physician, MD, FACC for Clinical AI basics/ }).click();
  await kept.waitFor({ state: 'detached' });
  expect((await window.call('people.get', { id: personId })).history[0]?.credentials).toBe('MD, FACC');
});

test('a claim that does not fit the profession any more counts and is marked', async () => {
  const types = await window.call('credit.types', {});
  const nursing = types.find(({ code }) => code === 'nursing-contact-hours');
  if (!nursing) throw new Error('a type is missing');
  const content = CreditTypeContent.strip().parse(nursing);
  await window.call('credit.updateType', {
    id: nursing.id,
    content: { ...content, professions: ['pharmacist'] },
  });
  await goTo(page, '/people/credit', 'Credit');
  await page.getByRole('combobox', { name: 'Year' }).click();
  await page.getByRole('option', { name: 'Every year' }).click();
  await row(2).getByRole('img', { name: 'To be checked:' }).waitFor();
  await row(2).click();
  const panel = page.getByRole('complementary', { name: 'Person2 Björnsdóttir' });
  await panel.getByText('Not for the profession: nurse').waitFor();
  await panel.getByText('2.5 contact hours').last().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await goTo(page, `/activities/${prepared.activityId}/completion`, /Clinical AI basics/);
  await page.getByRole('combobox', { name: 'Credit', exact: true }).click();
  await page.getByRole('option', { name: 'Nursing contact hours' }).click();
  await row(2)
    .getByText(/2\.5 contact hours are claimed, and “nurse” may not have this credit/)
    .first()
    .waitFor();
  await expectAccessible(page);
  const claim = page.getByRole('textbox', { name: 'Contact hours claimed by Person2 Björnsdóttir' });
  await claim.fill('');
  await claim.press('Enter');
  await row(2).getByText('Nurse: not for this credit').waitFor();
});

test('the office sees the rule, the source and what is not settled, and makes a type of its own', async () => {
  await goTo(page, '/office/credit-types', 'Credit types');
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Find a credit type' }).fill('ecmec');
  await page.getByRole('row', { name: /ECMEC/ }).click();
  const panel = page.getByRole('complementary', { name: /ECMEC/ });
  await panel.getByText(/The limit of 6 a day .* is from an older rule/).waitFor();
  await panel.getByText(/UEMS, European Accreditation Council/).waitFor();
  await panel.getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('complementary', { name: /Change ECMEC/ });
  await change.getByRole('textbox', { name: 'At most in one day' }).fill('8');
  await expectAccessible(page);
  await change.getByRole('button', { name: 'Save' }).click();
  await panel.getByText('at most 8 ECMECs').waitFor();
  await page.getByRole('row', { name: /ECMEC/ }).getByText('Changed here').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Find a credit type' }).fill('');

  await page.getByRole('button', { name: 'Add a credit type' }).click();
  const form = page.getByRole('complementary', { name: 'New credit type' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByText('Give the credit type a name.').waitFor();
  await form.getByRole('textbox', { name: 'Name' }).fill('Hospital hours');
  await form.getByRole('textbox', { name: 'Step' }).fill('0.5');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Added “Hospital hours”.').waitFor();
  const types = await window.call('credit.types', {});
  expect(types.at(-1)).toMatchObject({ name: 'Hospital hours', stepHundredths: 50, origin: 'office' });
});

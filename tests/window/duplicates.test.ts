import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity } from './prepared.ts';

let window: TestWindow;
let page: Page;
let prepared: Prepared;
let twin: number;

/** Six people, and two records more: one of Abara again, one of somebody of the same name who is another. */
beforeAll(async () => {
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call);
      const [first = 0] = prepared.personIds;
      const person = await call('people.get', { id: first });
      const { id, createdAt: _, history: __, ...content } = person;
      await call('people.update', {
        id,
        content: {
          ...content,
          givenName: 'Chinedu',
          specialty: 'Cardiology',
          licences: [{ state: 'CO', number: '0077' }],
        },
      });
      const other = {
        ...content,
        givenName: 'Chinedu',
        familyName: 'Abarra',
        specialty: 'Cardiology',
        email: 'c.abara@clinic.example.org',
        licences: [{ state: 'CO', number: '77' }],
      };
      twin = (await call('people.create', other)).id;
      await call('people.create', {
        ...other,
        familyName: 'Abara',
        email: 'another@example.org',
        licences: [],
      });
      await call('enrolments.add', { activityId: prepared.activityId, personIds: [twin] });
      const grid = await call('attendance.grid', { activityId: prepared.activityId });
      const enrolment = (personId: number) =>
        grid.rows.find((row) => row.personId === personId)?.enrolmentId ?? 0;
      const [one = 0, two = 0] = prepared.sessionIds;
      await call('attendance.mark', {
        activityId: prepared.activityId,
        marks: [
          { enrolmentId: enrolment(id), sessionId: one, minutes: 20 },
          { enrolmentId: enrolment(twin), sessionId: one, minutes: 45 },
          { enrolmentId: enrolment(twin), sessionId: two, minutes: 30 },
        ],
      });
      for (const [personId, score] of [
        [id, 70],
        [twin, 90],
      ] as const)
        await call('completion.record', {
          activityId: prepared.activityId,
          enrolmentIds: [enrolment(personId)],
          assessmentPercent: score,
        });
      await claimBoth(call, enrolment(id), enrolment(twin));
    },
  });
  page = window.page;
});
afterAll(() => window?.close());

/** Both claim AMA PRA credit and points that follow it, the twin more of both. */
async function claimBoth(call: Call, one: number, two: number): Promise<void> {
  const { activityId } = prepared;
  const content = contentOf(await call('activities.get', { id: activityId }));
  await call('activities.update', {
    id: activityId,
    content: {
      ...content,
      rules: { ...content.rules, minimumAttendancePercent: 10, assessmentRequired: false },
    },
  });
  await call('completion.record', {
    activityId,
    enrolmentIds: [one, two],
    evaluationReturnedOn: '2026-10-06',
    claimedQuarters: 'earned',
  });
  const moc = (await call('credit.types', {})).find(({ code }) => code === 'abim-moc');
  if (!moc) throw new Error('a type is missing');
  await call('credit.designate', {
    activityId,
    typeId: moc.id,
    maximumHundredths: 100,
    identifier: '',
    excludedSessionIds: [],
  });
  await call('credit.claim', {
    activityId,
    typeId: moc.id,
    enrolmentIds: [one, two],
    claimedHundredths: 'earned',
  });
}

/** Takes back what one person claimed at the activity, of every credit. */
async function takeClaimsBack(personId: number): Promise<void> {
  const { activityId } = prepared;
  const rows = await window.call('completion.list', { activityId });
  const enrolmentIds = rows.filter((row) => row.personId === personId).map((row) => row.enrolmentId);
  for (const { id, activities } of await window.call('credit.types', {}))
    if (activities > 0)
      await window.call('credit.claim', { activityId, typeId: id, enrolmentIds, claimedHundredths: null });
}

const pairs = () => page.getByRole('list', { name: 'Pairs that may be one person' }).getByRole('article');

test('pairs are found with their reasons', async () => {
  await goTo(page, '/people', 'People');
  await page.getByRole('link', { name: 'Find duplicates' }).click();
  await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
  await page.getByText('3 pairs among 8 people').waitFor();
  await page
    .getByText('The names are similar (Chinedu Abara, Chinedu Abarra)', { exact: false })
    .first()
    .waitFor();
  await page.getByText('They have the same name and specialty.').waitFor();
  await expectAccessible(page);
});

test('two who are not the same are remembered, and can be asked about again', async () => {
  const pair = page.getByRole('article', { name: 'Chinedu Abara and Chinedu Abara' });
  await pair.getByRole('button', { name: 'Not the same person' }).click();
  await page.getByText('2 pairs among 8 people').waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.poll(() => pairs().count()).toBe(2);
  await page.getByRole('tab', { name: 'Not the same person' }).click();
  await page.getByRole('button', { name: /^Ask again about Chinedu Abara/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'To look at' }).click();
});

test('a merge shows everything before it is done, and asks where the two differ', async () => {
  const pair = page.getByRole('article', { name: 'Chinedu Abara and Chinedu Abarra' });
  await pair.first().getByRole('link', { name: 'Merge …' }).click();
  await page.getByRole('heading', { level: 1, name: 'Merge two records' }).waitFor();
  const name = page.getByRole('radiogroup', { name: 'Name on the license' });
  expect(await name.getByRole('radio', { name: 'Chinedu Abarra' }).isChecked()).toBe(true);
  await name.getByRole('radio', { name: 'Chinedu Abara', exact: true }).click();
  const activity = page.getByRole('article', { name: 'Clinical AI basics, spring' });
  await activity.getByText('Both are enrolled: made one').waitFor();
  const rows = activity.getByRole('row');
  expect((await rows.nth(1).innerText()).split('\t')).toEqual(['Session A', '20 min', '45 min', '45 min']);
  expect((await rows.nth(2).innerText()).split('\t')).toEqual([
    'Session B',
    'not marked',
    '30 min',
    '30 min',
  ]);
  const assessment = activity.getByRole('radiogroup', { name: 'Assessment' });
  expect(await assessment.getByRole('radio', { name: '90%' }).isChecked()).toBe(true);
  await assessment.getByRole('radio', { name: '70%' }).click();
  const points = activity.getByRole('radiogroup', { name: 'ABIM MOC points claimed' });
  expect(await points.getByRole('radio', { name: '1 point' }).isChecked()).toBe(true);
  expect(await activity.getByText(/Lowered/).count()).toBe(0);
  await activity
    .getByRole('radiogroup', { name: 'Credit claimed' })
    .getByRole('radio', { name: '0.25 credits' })
    .click();
  await activity
    .getByText('Lowered from 1 point to 0.25 points: it follows the AMA PRA claim that stays.')
    .waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Chinedu Abara, MD' }).waitFor();
  await page.getByRole('table', { name: 'On record' }).getByText('c.abara@clinic.example.org').waitFor();
  const rowsOf = await window.call('completion.list', { activityId: prepared.activityId });
  expect(rowsOf.filter(({ name: who }) => who.startsWith('Chinedu'))).toMatchObject([
    { assessmentPercent: 70, claimedQuarters: 1 },
  ]);
});

test('the merged record leads to the one it went into, and undo gives both back', async () => {
  await page.evaluate((id) => {
    document.location.hash = `#/people/${id}`;
  }, twin);
  await page.getByRole('heading', { level: 1, name: 'Chinedu Abara, MD' }).waitFor();
  await page
    .getByText('Merged Chinedu Abarra into Chinedu Abara.')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  // Until the undo is done, the address of the merged record leads to the one that stays.
  await expect.poll(async () => (await window.call('people.get', { id: twin })).id).toBe(twin);
  await page.evaluate((id) => {
    document.location.hash = `#/people/${id}`;
  }, twin);
  await page.getByRole('heading', { level: 1, name: 'Chinedu Abarra, MD' }).waitFor();
});

test('any two records can be merged from a person’s page', async () => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another record …' }).click();
  await page.getByRole('heading', { level: 1, name: 'Merge with Chinedu Abarra' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Find the other record' }).fill('person2');
  await page.getByRole('grid', { name: 'Records to merge with' }).getByText('Person2 Björnsdóttir').click();
  await page.getByRole('heading', { level: 1, name: 'Merge two records' }).waitFor();
  await page.getByRole('button', { name: 'Swap the two' }).click();
  const stays = page.getByRole('region', { name: 'The record that stays' });
  await stays.getByRole('link', { name: /^Person2/ }).waitFor();
});

test('the whole history of a person is on one page, and prints', async () => {
  const [first = 0] = prepared.personIds;
  await goTo(page, `/people/${first}`, 'Chinedu Abara, MD');
  await page.getByRole('tab', { name: 'History' }).click();
  const activities = page.getByRole('table', { name: 'Activities and results' });
  await activities.getByText('20 min of 3 h').waitFor();
  await activities.getByText('70%').waitFor();
  const ofYear = page.getByRole('table', { name: 'Credit by year' });
  await ofYear.getByRole('row', { name: /^2026 ABIM MOC points/ }).waitFor();
  await takeClaimsBack(first);
  await page.getByText('No credit is claimed yet.', { exact: false }).waitFor();
  await page.getByText('No certificate yet.', { exact: false }).waitFor();
  await page.getByText('No import wrote anything of this person', { exact: false }).waitFor();
  const acts = page.getByRole('region', { name: 'Changes of the record' });
  const edited = acts.getByRole('listitem').filter({ hasText: 'Edited Chinedu Abara' });
  await edited.getByText('Person1').waitFor();
  await edited.getByText('CO 0077').waitFor();
  await acts.getByText('Merged Chinedu Abarra into Chinedu Abara', { exact: true }).waitFor();
  await expectAccessible(page);

  const [activity] = await window
    .call('completion.list', { activityId: prepared.activityId })
    .then((rows) => rows.filter(({ personId }) => personId === first));
  await window.call('completion.record', {
    activityId: prepared.activityId,
    enrolmentIds: [activity?.enrolmentId ?? 0],
    claimedQuarters: 'earned',
  });
  const credit = page.getByRole('table', { name: 'Credit by year' });
  await credit.getByRole('row', { name: /^2026 AMA PRA Category 1 Credit™ 1 0\.25 \D+ 0 \D+$/ }).waitFor();

  await page.evaluate(() => {
    Object.assign(globalThis, {
      print: () => {
        document.body.dataset['printed'] = 'yes';
      },
    });
  });
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate(() => document.body.dataset['printed'])).toBe('yes');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('tab', { name: 'History' }).isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Edit' }).isVisible()).toBe(false);
  expect(await credit.isVisible()).toBe(true);
  // Electron makes no PDF of its window this way; the page is the same.
  if (process.env['ROUNDS_WINDOW'] === 'electron') return;
  const sections = (await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).map(
    words,
  );
  expect(sections).toContain('Changes of the record');
  const paper = textOf(await page.pdf({ format: 'Letter' }));
  expect(sections.filter((title) => !paper.includes(title))).toEqual([]);
  expect(paper).toContain('Merged Chinedu Abarra into Chinedu Abara');
  expect(paper).not.toMatch(/\b(Print|Edit|More actions|Find or do|Undone)\b/);
  await page.emulateMedia({ media: 'screen' });
});

/** The text of a PDF as a reader of paper finds it. */
function textOf(pdf: Buffer): string {
  return words(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }));
}

/** Text with single spaces: paper breaks its lines elsewhere. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

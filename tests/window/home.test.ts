import { afterEach, expect, test } from 'vitest';
import { contentOf } from '../../src/shared/activities/content.ts';
import { expectAccessible } from './accessible.ts';
import { openWindow, type TestWindow } from './harness.ts';
import { goTo, type Prepared, prepareActivity, prepareOffice } from './prepared.ts';

let window: TestWindow | null = null;
afterEach(async () => {
  await window?.close();
  window = null;
});

test('a new office is led through its first steps', async () => {
  window = await openWindow({ prepare: prepareOffice });
  const { page, call } = window;
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await expectAccessible(page);
  await call('curricula.create', { title: 'First', templateCode: null, specialtyModule: null });
  // The engine tells the window; nobody reloads.
  await page.getByRole('heading', { name: /Build a curriculum.*done/ }).waitFor();
  await page.getByRole('link', { name: 'Open an activity' }).click();
  await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor();
  await page.getByRole('link', { name: 'Publish a curriculum first' }).waitFor();
});

test('what needs attention leads to the work, and goes when the work is done', async () => {
  let prepared: Prepared | undefined;
  window = await openWindow({
    prepare: async (call) => {
      prepared = await prepareActivity(call);
      await call('activities.update', {
        id: prepared.activityId,
        content: await contentInThePast(call, prepared.activityId),
      });
    },
  });
  const { page, call } = window;
  const { attention } = await call('home.summary', {});
  const missing = attention.find(({ kind }) => kind === 'attendance-missing');
  expect(missing).toBeDefined();
  await page.getByText(missing?.title ?? '').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: `Record attendance: ${missing?.title}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Attendance' }).waitFor();
  const activityId = prepared?.activityId ?? 0;
  const grid = await call('attendance.grid', { activityId });
  const [first] = grid.rows;
  const [session] = grid.sessions;
  expect(missing?.detail).toContain('Nobody has a mark yet.');
  await call('attendance.mark', {
    activityId,
    marks: [{ enrolmentId: first?.enrolmentId ?? 0, sessionId: session?.id ?? 0, minutes: 30 }],
  });
  const gaps = (await call('home.summary', {})).attention.find(({ kind }) => kind === 'attendance-missing');
  expect(gaps?.title).toMatch(/^Attendance of .* has gaps$/);
  await call('attendance.mark', {
    activityId,
    marks: grid.rows.flatMap(({ enrolmentId }) =>
      grid.sessions.map(({ id, minutes }) => ({ enrolmentId, sessionId: id, minutes })),
    ),
  });
  await goTo(page, '/', 'Home');
  await page.getByText(missing?.title ?? '').waitFor({ state: 'detached' });
  expect(await page.getByText(gaps?.title ?? '').count()).toBe(0);
});

/** The activity's content with its days a week ago. */
async function contentInThePast(call: TestWindow['call'], id: number) {
  const content = contentOf(await call('activities.get', { id }));
  const day = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  return { ...content, startsOn: day, endsOn: day };
}

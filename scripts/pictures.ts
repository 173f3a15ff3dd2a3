import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWindow, type TestWindow } from '../tests/window/harness.ts';
import { buildIfNeeded } from './build-if-needed.ts';

/**
 * `npm run pictures [-- FOLDER]`: makes the two pictures of the README from the running program with the sample office.
 * With a folder, takes every screen in light and dark, narrow and wide, into it instead: for looking at them.
 */
const PICTURES = join(import.meta.dirname, '..', 'docs', 'pictures');
const SCHEMES = ['light', 'dark'] as const;
const SIZES = { narrow: { width: 1280, height: 800 }, wide: { width: 1920, height: 1080 } } as const;

/** How long a screen may take until all of it is there; after that it is taken as it is. */
const SETTLE_MS = 10_000;
const FILL_MS = 180_000;

type Page = TestWindow['page'];
type Call = TestWindow['call'];
type Picture = {
  readonly scheme: (typeof SCHEMES)[number];
  readonly size: keyof typeof SIZES;
  readonly path: string;
  readonly file: string;
};
/** Screens by name: the name is the file's, the path the window's. */
type Screens = Readonly<Record<string, string>>;

await buildIfNeeded();
const [folder] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'rounds-pictures-'));
try {
  const window = await openWindow({ dataDirectory: data });
  try {
    if (folder) await everyScreen(window, resolve(folder));
    else await readme(window);
  } finally {
    await window.close();
  }
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

async function readme({ page, call }: TestWindow): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await fillSample(page);
  await take(page, {
    scheme: 'light',
    size: 'narrow',
    path: `/curricula/${await largestCurriculum(call)}`,
    file: join(PICTURES, 'curriculum-light.png'),
  });
  await take(page, {
    scheme: 'dark',
    size: 'narrow',
    path: `/activities/${await busyActivity(call)}/attendance`,
    file: join(PICTURES, 'attendance-dark.png'),
  });
  console.log(`Two pictures are in ${PICTURES}.`);
}

async function everyScreen({ page, call }: TestWindow, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  let taken = await inEveryLook(page, into, { 'first-start': '/' });
  await page.getByRole('button', { name: 'Set up my office' }).click();
  taken += await inEveryLook(page, into, { 'set-up-office': '/' });
  await page.getByRole('button', { name: 'Back' }).click();
  await fillSample(page);
  taken += await inEveryLook(page, into, await screensOf(call));
  console.log(`${taken} pictures are in ${into}.`);
}

async function inEveryLook(page: Page, into: string, screens: Screens): Promise<number> {
  let taken = 0;
  for (const scheme of SCHEMES)
    for (const size of ['narrow', 'wide'] as const)
      for (const [name, path] of Object.entries(screens)) {
        await take(page, { scheme, size, path, file: join(into, `${name}-${scheme}-${size}.png`) });
        taken += 1;
      }
  return taken;
}

/** Every screen of the filled window, with an example wherever one is needed. */
async function screensOf(call: Call): Promise<Screens> {
  const activity = `/activities/${await busyActivity(call)}`;
  const [module] = await call('modules.list', {});
  const people = await call('people.list', {
    text: '',
    profession: null,
    sort: 'name',
    after: null,
    limit: 50,
  });
  const person = people.rows.toSorted((a, b) => b.activities - a.activities)[0];
  const certificates = await call('certificates.list', {
    text: '',
    activityId: null,
    status: null,
    after: null,
    limit: 1,
  });
  const [certificate] = certificates.rows;
  return {
    home: '/',
    'curricula-list': '/curricula',
    'curricula-new': '/curricula/new',
    'curricula-builder': `/curricula/${await largestCurriculum(call)}`,
    'modules-list': '/modules',
    'modules-new': '/modules/new',
    ...(module
      ? { 'modules-detail': `/modules/${module.id}`, 'modules-edit': `/modules/${module.id}/edit` }
      : {}),
    'activities-list': '/activities',
    'activities-new': '/activities/new',
    'activity-overview': activity,
    'activity-people': `${activity}/people`,
    'activity-attendance': `${activity}/attendance`,
    'activity-completion': `${activity}/completion`,
    'activity-certificates': `${activity}/certificates`,
    'attendance-import': `${activity}/import-attendance`,
    'people-list': '/people',
    'people-new': '/people/new',
    'people-import': '/people/import',
    ...(person ? { 'people-detail': `/people/${person.id}` } : {}),
    'certificates-list': '/certificates',
    ...(certificate ? { 'certificates-detail': `/certificates/${certificate.id}` } : {}),
    'office-settings': '/office',
    'office-backups': '/office/backups',
    'office-history': '/office/history',
    'unknown-place': '/nowhere',
  };
}

async function fillSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample office/i }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor({ timeout: FILL_MS });
}

async function take(page: Page, { scheme, size, path, file }: Picture): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize(SIZES[size]);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await settled(page);
  await page.screenshot({ path: file });
}

/** Waits until the screen has its heading and nothing is on its way any more: no answer, no picture, no font. */
async function settled(page: Page): Promise<void> {
  const quiet = page.waitForFunction(
    () => {
      const waiting = [...document.querySelectorAll('[role="status"]')].some(
        (status) => status.textContent === 'Loading',
      );
      const drawn = [...document.images].every((image) => image.complete);
      const headed = document.querySelector('h1') !== null;
      return headed && !waiting && drawn && document.fonts.status === 'loaded';
    },
    undefined,
    { timeout: SETTLE_MS, polling: 50 },
  );
  await quiet.catch(() => console.warn(`${page.url()} was not ready after ${SETTLE_MS / 1000} seconds.`));
  await page.waitForTimeout(250);
}

/** The curriculum with the most modules. */
async function largestCurriculum(call: Call): Promise<number> {
  const curricula = await call('curricula.list', {});
  const [largest] = curricula.toSorted((a, b) => b.modules - a.modules);
  if (!largest) throw new Error('The sample office has no curriculum.');
  return largest.id;
}

/** The activity that shows the most work: the one with the most people among those that are over, else under way, else of all. */
async function busyActivity(call: Call): Promise<number> {
  const activities = await call('activities.list', {});
  const inOrder = activities.toSorted((a, b) => b.enrolled - a.enrolled);
  const at = (wanted: string) => inOrder.find(({ stage }) => stage === wanted);
  const busy = at('finished') ?? at('running') ?? inOrder[0];
  if (!busy) throw new Error('The sample office has no activity.');
  return busy.id;
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exchangeModule, exchangeText } from '../tests/engine/exchange-files.ts';
import { openWindow, type TestWindow } from '../tests/window/harness.ts';
import { buildIfNeeded } from './build-if-needed.ts';

/**
 * `npm run pictures [-- FOLDER]`: makes the pictures of README and user guide from the running program with the sample office.
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
    else await documents(window);
  } finally {
    await window.close();
  }
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

/** The pictures of README and user guide. */
async function documents({ page, call }: TestWindow): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await fillSample(page);
  const { rows } = await call('people.list', {
    text: '',
    profession: null,
    sort: 'name',
    after: null,
    limit: 50,
  });
  const learner = await learnerWithPathway(call, rows);
  const curriculum = `/curricula/${await largestCurriculum(call)}`;
  const activity = `/activities/${await busyActivity(call)}`;
  const [module] = await call('modules.list', {});
  const [newer, older] = await versionsOfOne(call);
  const twins = await sameTwice(call);
  const pictures: Screens = {
    'curriculum-light': curriculum,
    'insight-light': `${curriculum}/insight`,
    ...(newer && older
      ? { 'compare-light': `/curricula/${newer.curriculumId}/compare?from=${older.id}&to=${newer.id}` }
      : {}),
    ...(learner
      ? {
          'levels-light': `/people/${learner.personId}/levels`,
          'pathway-light': `/people/${learner.personId}/pathway/${learner.pathwayId}`,
        }
      : {}),
    'gaps-light': `${activity}/gaps`,
    'attendance-dark': `${activity}/attendance`,
    ...(twins ? { 'merge-light': `/people/${twins.kept}/merge/${twins.twin}` } : {}),
    'credit-light': '/people/credit',
  };
  for (const [name, path] of Object.entries(pictures)) {
    const scheme = name.endsWith('dark') ? 'dark' : 'light';
    await take(page, { scheme, size: 'narrow', path, file: join(PICTURES, `${name}.png`) });
  }
  if (module) await takeObjectives(page, module.id);
  await takeOutcome(page, await reflectedActivity(call));
  await takeRehearsal(page);
  console.log(`The pictures are in ${PICTURES}.`);
}

/** The form of a module where it checks the objectives. */
async function takeObjectives(page: Page, moduleId: number): Promise<void> {
  await show(page, { scheme: 'light', size: 'narrow', path: `/modules/${moduleId}/edit` });
  await page
    .getByRole('heading', { name: 'Objectives', exact: true })
    .evaluate((heading) => heading.scrollIntoView());
  await settled(page);
  await page.screenshot({ path: join(PICTURES, 'module-light.png') });
}

/** What an activity changed, summed up from the reflections. */
async function takeOutcome(page: Page, activityId: number): Promise<void> {
  await show(page, { scheme: 'light', size: 'narrow', path: `/activities/${activityId}/reflections` });
  await page.getByText('Outcome summary', { exact: true }).click();
  await settled(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(PICTURES, 'reflections-light.png') });
}

/** A file of modules as it is looked at before anything is written: new ones, a change, one that cannot come in. */
async function takeRehearsal(page: Page): Promise<void> {
  const content = exchangeText({
    modules: [
      exchangeModule('OWN-1', { title: 'Reading a model card' }),
      exchangeModule('OWN-2', { title: 'Asking a vendor the right questions', prerequisites: ['OWN-1'] }),
      exchangeModule('OWN-3', { title: 'Telling patients about AI', minutes: -10, reviewBy: 'soon' }),
      { code: 'M-F01', title: 'What learning machines can do', minutes: 75 },
      { code: 'M-F02' },
    ],
    curricula: [{ title: 'Autumn course', items: [{ kind: 'module', module: 'OWN-2' }] }],
  });
  await show(page, { scheme: 'light', size: 'narrow', path: '/modules/import' });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'autumn-course.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  await page.getByRole('grid', { name: 'Rows' }).waitFor();
  await settled(page);
  await page.screenshot({ path: join(PICTURES, 'import-light.png') });
}

async function everyScreen({ page, call }: TestWindow, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  let taken = await inEveryLook(page, into, { 'set-up-office': '/set-up', 'first-start': '/' });
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
    limit: 200,
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
  const curriculum = `/curricula/${await largestCurriculum(call)}`;
  const [newer, older] = await versionsOfOne(call);
  const learner = await learnerWithPathway(call, people.rows);
  const twins = await sameTwice(call);
  return {
    home: '/',
    'curricula-list': '/curricula',
    'curricula-new': '/curricula/new',
    'curricula-builder': curriculum,
    'curricula-insight': `${curriculum}/insight`,
    'curricula-about': `${curriculum}/about`,
    ...(newer && older
      ? {
          'curricula-versions': `/curricula/${newer.curriculumId}/versions`,
          'curricula-version': `/curricula/${newer.curriculumId}/versions/${newer.id}`,
          'curricula-compare': `/curricula/${newer.curriculumId}/compare?from=${older.id}&to=${newer.id}`,
        }
      : {}),
    'modules-list': '/modules',
    'modules-new': '/modules/new',
    'modules-reviews': '/modules/reviews',
    'modules-import': '/modules/import',
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
    'activity-gaps': `${activity}/gaps`,
    'activity-reflections': `${activity}/reflections`,
    'activity-check-in': `${activity}/check-in`,
    'activity-copy': `${activity}/copy`,
    'attendance-import': `${activity}/import-attendance`,
    'people-list': '/people',
    'people-new': '/people/new',
    'people-import': '/people/import',
    'people-duplicates': '/people/duplicates',
    'people-credit': '/people/credit',
    'people-credit-targets': '/people/credit/targets',
    ...(person
      ? {
          'people-detail': `/people/${person.id}`,
          'people-edit': `/people/${person.id}/edit`,
          'people-history': `/people/${person.id}/history`,
          'people-merge-with': `/people/${person.id}/merge`,
        }
      : {}),
    ...(twins ? { 'people-merge': `/people/${twins.kept}/merge/${twins.twin}` } : {}),
    ...(learner
      ? {
          'people-levels': `/people/${learner.personId}/levels`,
          'people-pathway': `/people/${learner.personId}/pathway`,
          'people-saved-pathway': `/people/${learner.personId}/pathway/${learner.pathwayId}`,
        }
      : {}),
    'certificates-list': '/certificates',
    ...(certificate ? { 'certificates-detail': `/certificates/${certificate.id}` } : {}),
    'office-settings': '/office',
    'office-credit-types': '/office/credit-types',
    'office-backups': '/office/backups',
    'office-history': '/office/history',
    'unknown-place': '/nowhere',
  };
}

/** The two latest versions of one curriculum, the later one first. */
async function versionsOfOne(call: Call) {
  const versions = await call('versions.list', {});
  const first = versions.find(({ number }) => number > 1);
  return first ? versions.filter(({ curriculumId }) => curriculumId === first.curriculumId) : [];
}

/** The person whom the sample office holds twice. */
async function sameTwice(call: Call) {
  const { rows } = await call('people.list', {
    text: 'Whitfield',
    profession: null,
    sort: 'name',
    after: null,
    limit: 2,
  });
  const [kept, twin] = rows;
  return kept && twin ? { kept: kept.id, twin: twin.id } : null;
}

/** The first person for whom a pathway is saved. */
async function learnerWithPathway(call: Call, people: readonly { readonly id: number }[]) {
  for (const { id: personId } of people) {
    const [saved] = await call('pathways.list', { personId });
    if (saved) return { personId, pathwayId: saved.id };
  }
  return null;
}

async function fillSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample office/i }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor({ timeout: FILL_MS });
}

async function take(page: Page, { file, ...screen }: Picture): Promise<void> {
  await show(page, screen);
  await page.screenshot({ path: file });
}

async function show(page: Page, { scheme, size, path }: Omit<Picture, 'file'>): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize(SIZES[size]);
  // Nothing is to look as if it were pointed at.
  await page.mouse.move(0, 0);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await settled(page);
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

/** The activity with the most reflections. */
async function reflectedActivity(call: Call): Promise<number> {
  const activities = await call('activities.list', {});
  const counts = await Promise.all(
    activities.map(async ({ id }) => {
      const { returned: reflections } = await call('reflections.summary', { activityId: id });
      return { id, reflections };
    }),
  );
  const [most] = counts.toSorted((a, b) => b.reflections - a.reflections);
  if (!most) throw new Error('The sample office has no activity.');
  return most.id;
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

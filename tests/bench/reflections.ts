import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/main/hosts/loopback/find-browser.ts';
import { type Measured, median, once, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';
import { serve } from './serve.ts';

/** Reflections of 5,000 people at one activity: the engine, then the list in the window, beside one of 10 people. */
const PEOPLE = 5_000;
const FEW = 10;
const folder = benchFolder();
const seed = await openOffice(folder);
const versionId = await withVersion(seed);
const create = (title: string) =>
  seed.ask('activities.create', { versionId, title, startsOn: '2026-03-02' }).then(({ id }) => id);
const many = await create('Grand rounds');
const few = await create('Small group');
await seed.close();
fill(folder, PEOPLE, (database, firstPerson) => {
  const enrol = database.prepare(
    `INSERT INTO enrolments (activity_id, person_id, profession, credentials, enrolled_at) VALUES (?, ?, 'physician', 'MD', '2026-01-01T00:00:00.000Z')`,
  );
  const reflect = database.prepare(
    `INSERT INTO reflections (enrolment_id, written_on, change, commitment, follow_up_on, outcome, followed_up_on, confidence)
     VALUES (?, '2026-03-03', ?, ?, '2026-06-01', 'open', NULL, '[{"code":"F1","before":0,"after":2}]')`,
  );
  for (let index = 0; index < PEOPLE; index += 1) {
    const { lastInsertRowid } = enrol.run(many, firstPerson + index);
    // Every fifth has not written yet.
    if (index % 5 > 0)
      reflect.run(lastInsertRowid, `Ask for the false-alarm rate, ${index}.`, 'Review ten alerts.');
    if (index < FEW) enrol.run(few, firstPerson + index);
  }
});

const office = await openOffice(folder);
const small = await median(5, () => office.ask('reflections.list', { activityId: few }));
const floor = { what: `of ${FEW} people`, milliseconds: small };
const list = await once(() => office.ask('reflections.list', { activityId: many }));
const unwritten = list.value.find(({ reflection }) => reflection === null);
if (!unwritten) throw new Error('everybody has written');
const recorded = await once(() =>
  office.ask('reflections.record', {
    enrolmentId: unwritten.enrolmentId,
    content: {
      writtenOn: '2026-03-03',
      change: 'Read the label.',
      commitment: '',
      followUpOn: null,
      outcome: 'open',
      followedUpOn: null,
      confidence: [],
    },
  }),
);
const engine: readonly Measured[] = [
  {
    what: 'read the list',
    milliseconds: await median(5, () => office.ask('reflections.list', { activityId: many })),
    floor,
  },
  {
    what: 'sum it up',
    milliseconds: await median(5, () => office.ask('reflections.summary', { activityId: many })),
  },
  { what: 'record one', milliseconds: recorded.milliseconds },
];
await office.close();
print(`Reflections of ${PEOPLE} people`, engine);
print('The list of reflections in Chromium', await measureWindow());

async function measureWindow(): Promise<readonly Measured[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Install Chrome, Chromium or Edge to run this benchmark.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const { address, stop } = await serve(folder);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The first opening reads both lists; what is measured is every later one.
  await opening(page, few);
  await opening(page, many);
  const openings: number[] = [];
  const smalls: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    openings.push(await opening(page, many));
    smalls.push(await opening(page, few));
  }
  await opening(page, many);
  const grid = page.getByRole('grid', { name: 'Reflections' });
  const drawn = await grid.getByRole('row').count();
  const letters = await typing(page, 'false-alarm rate, 42');
  await browser.close();
  await stop();
  return [
    {
      what: `opening the list, to painted`,
      milliseconds: middle(openings),
      floor: { what: `${FEW} people`, milliseconds: middle(smalls) },
      note: `${drawn} of ${PEOPLE + 1} rows are drawn`,
    },
    {
      what: 'a letter in the search, to painted',
      milliseconds: middle(letters),
      note: `the slowest of ${letters.length}: ${Math.max(...letters).toFixed(0)} ms`,
    },
  ];
}

/** From the address to the paint with rows of the list in it. */
async function opening(page: Page, activityId: number): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '/activities';
  });
  await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor();
  return page.evaluate(
    (place) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        window.location.hash = place;
        const look = (): void => {
          if (document.querySelector('[aria-label="Reflections"] [data-index]'))
            setTimeout(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    `/activities/${activityId}/reflections`,
  );
}

/** Types letter by letter; from each key to the paint that follows it. */
async function typing(page: Page, text: string): Promise<readonly number[]> {
  await page.getByRole('searchbox', { name: 'Find a person or words' }).focus();
  const taken: number[] = [];
  for (const letter of text) {
    // The key is pressed once the page listens for it.
    const painted = await page.evaluateHandle(() => {
      const answer = Promise.withResolvers<number>();
      window.addEventListener(
        'keydown',
        () => {
          const from = performance.now();
          requestAnimationFrame(() => setTimeout(() => answer.resolve(performance.now() - from)));
        },
        { once: true, capture: true },
      );
      return { answer: answer.promise };
    });
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    taken.push(await painted.evaluate((waiting) => waiting.answer));
  }
  return taken;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

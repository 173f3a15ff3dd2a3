import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/main/hosts/loopback/find-browser.ts';
import type { OutlineItem } from '../../src/shared/contract/curricula.ts';
import type { Module } from '../../src/shared/contract/modules.ts';
import { ANY_MODULE, findModules, moduleFinder } from '../../src/shared/curricula/find-modules.ts';
import { withAllMended } from '../../src/shared/curricula/outline-mending.ts';
import { moveBefore } from '../../src/shared/curricula/outline-moves.ts';
import { moduleKey, rowsOf } from '../../src/shared/curricula/outline-rows.ts';
import { type Measured, median, once, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';
import { serve } from './serve.ts';

/** Typing in the library filter with 5,000 modules, and a curriculum of 200: the rules in Node, then the window. */
const MODULES = 5_000;
const PLACED = 200;
const TYPED = 'governance of';

const folder = benchFolder();
const seed = await openOffice(folder);
await withVersion(seed);
await seed.close();
fill(folder, 0, (database) => {
  const catalogue = Number(database.prepare('SELECT count(*) FROM modules').pluck().get());
  const columns = (database.pragma('table_info(modules)') as readonly { readonly name: string }[])
    .map(({ name }) => name)
    .filter((name) => !['id', 'code', 'title', 'prerequisites', 'origin'].includes(name))
    .map((name) => `"${name}"`)
    .join(', ');
  // Copies of the catalogue: real lengths of text. Each module requires the one before it in its copy.
  const copy = database.prepare(
    `INSERT INTO modules (code, title, prerequisites, origin, ${columns})
     SELECT ?, title || ' ' || ?, ?, 'own', ${columns} FROM modules ORDER BY id LIMIT 1 OFFSET ?`,
  );
  for (let index = catalogue; index < MODULES; index += 1) {
    const required = index % catalogue === 0 ? [] : [`B-${index - 1}`];
    copy.run(`B-${index}`, index, JSON.stringify(index === catalogue ? [] : required), index % catalogue);
  }
});

const office = await openOffice(folder);
const library = await office.ask('modules.list', {});
const own = library.filter(({ origin }) => origin === 'own').slice(0, PLACED);
const whole = await office.ask('curricula.create', {
  title: 'Whole',
  templateCode: null,
  specialtyModule: null,
});
const empty = await office.ask('curricula.create', {
  title: 'Empty',
  templateCode: null,
  specialtyModule: null,
});
const items = outlineOf(own);
const {
  id: _,
  templateCode: __,
  updatedAt: ___,
  versions: ____,
  ...content
} = await office.ask('curricula.get', whole);
await office.ask('curricula.update', { id: whole.id, content: { ...content, items } });
await office.close();

const rules = await measureRules();
const shown = await measureWindow();
print(`The builder's rules, ${MODULES} modules in the library, ${PLACED} in the outline`, rules);
print('The builder in Chromium', shown);

/** Sections of 20, each with a group of any 2 of 5. */
function outlineOf(modules: readonly Module[]): OutlineItem[] {
  const result: OutlineItem[] = [];
  for (let at = 0; at < modules.length; at += 20) {
    const entries = modules.slice(at, at + 20).map(({ id }) => ({ moduleId: id, note: '', week: null }));
    result.push({ kind: 'section', key: `s${at}`, title: `Part ${at / 20 + 1}`, note: '' });
    result.push(...entries.slice(0, 15).map((entry): OutlineItem => ({ kind: 'module', ...entry })));
    const rule = { by: 'count' as const, atLeast: 2 };
    result.push({
      kind: 'electives',
      key: `g${at}`,
      title: 'Electives',
      note: '',
      rule,
      options: entries.slice(15),
    });
  }
  return result;
}

async function measureRules(): Promise<readonly Measured[]> {
  const finder = moduleFinder(library);
  const index = await once(() => finder.ready(0, library.length));
  const plain = library.map((module) => JSON.stringify(module).toLowerCase());
  const floor = await median(21, () => plain.filter((text) => text.includes('governance')));
  const byId = new Map(library.map((module) => [module.id, module]));
  const byCode = new Map(library.map((module) => [module.code, module]));
  const last = own.at(-1)?.id ?? 0;
  const first = rowsOf(items)[1]?.key ?? null;
  return [
    { what: 'readying the words of the library, once', milliseconds: index.milliseconds },
    {
      what: 'one search of the whole library',
      milliseconds: await median(21, () => findModules(library, { ...ANY_MODULE, text: 'governance' })),
      floor: { what: 'one word in plain texts', milliseconds: floor },
    },
    {
      what: `typing “${TYPED}”, for each letter`,
      milliseconds:
        (await median(21, () => {
          const typing = moduleFinder(library);
          for (let end = 1; end <= TYPED.length; end += 1)
            typing.find({ ...ANY_MODULE, text: TYPED.slice(0, end) });
        })) / TYPED.length,
    },
    {
      what: 'moving the last module to the start',
      milliseconds: await median(21, () => moveBefore(items, new Set([moduleKey(last)]), first)),
    },
    {
      what: 'mending an outline that is upside down',
      milliseconds: await median(3, () => withAllMended(outlineOf(own.toReversed()), { byId, byCode })),
    },
  ];
}

async function measureWindow(): Promise<readonly Measured[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Install Chrome, Chromium or Edge to run this benchmark.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const { address, stop } = await serve(folder);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The first opening reads the library; what is measured is every later one.
  await opening(page, empty.id, 0);
  const openings: number[] = [];
  const empties: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    openings.push(await opening(page, whole.id, PLACED));
    empties.push(await opening(page, empty.id, 0));
  }
  const typed = await typing(page, 'Find a module', TYPED);
  const blank = await browser.newPage();
  await blank.setContent('<input type="search" aria-label="Blank">');
  const floor = await typing(blank, 'Blank', TYPED);
  await browser.close();
  await stop();
  return [
    {
      what: `opening a curriculum of ${PLACED} modules, to painted`,
      milliseconds: middle(openings),
      floor: { what: 'an empty curriculum', milliseconds: middle(empties) },
    },
    {
      what: `a letter in the filter of ${MODULES} modules, to painted`,
      milliseconds: middle(typed),
      floor: { what: 'a field on an empty page', milliseconds: middle(floor) },
      note: `the slowest of ${typed.length}: ${Math.max(...typed).toFixed(0)} ms`,
    },
  ];
}

/** From the address to the paint with every module of the outline drawn. */
async function opening(page: Page, id: number, modules: number): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '/curricula';
  });
  await page.getByRole('grid', { name: 'Curricula' }).waitFor();
  return page.evaluate(
    ([place, count]) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        window.location.hash = place;
        const look = (): void => {
          const drawn = document.querySelectorAll('[data-kind="module"]').length;
          const ready = document.querySelector('[data-search-field]') !== null;
          if (ready && drawn === count && document.querySelector('[data-pane="outline"]'))
            setTimeout(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [`/curricula/${id}`, modules] as const,
  );
}

/** Types letter by letter; from each key to the paint that follows it. */
async function typing(page: Page, label: string, text: string): Promise<readonly number[]> {
  const field = page.getByRole('searchbox', { name: label });
  await field.focus();
  const taken: number[] = [];
  for (const letter of text) {
    await page.evaluate(() => {
      const waiting = window as unknown as { painted: Promise<number> };
      waiting.painted = new Promise((resolve) => {
        window.addEventListener(
          'keydown',
          () => {
            const from = performance.now();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
          },
          { capture: true, once: true },
        );
      });
    });
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    taken.push(await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted));
  }
  return taken;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

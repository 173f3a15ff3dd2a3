import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OutlineItem } from '../../src/shared/contract/curricula.ts';
import { expectAccessible } from './accessible.ts';
import { type Call, openWindow, type TestWindow } from './harness.ts';
import { goTo, prepareOffice } from './prepared.ts';

/** An outline as it is read: `Before: M-F01 [Choices 2 M-F02 M-F03]` is a section, a module, and any 2 of two. */
type Read = (items: readonly OutlineItem[]) => string;

describe('the builder', () => {
  let window: TestWindow;
  let page: Page;
  let call: Call;
  let read: Read;
  let ids: ReadonlyMap<string, number>;

  beforeAll(async () => {
    window = await openWindow({ prepare: prepareOffice, viewport: { width: 1440, height: 1000 } });
    ({ page, call } = window);
    const modules = await call('modules.list', {});
    ids = new Map(modules.map(({ code, id }) => [code, id]));
    const codes = new Map(modules.map(({ code, id }) => [id, code]));
    read = (items) =>
      items
        .map((item) => {
          if (item.kind === 'section') return `${item.title}:`;
          if (item.kind === 'module') return codes.get(item.moduleId);
          const amount = item.rule.by === 'count' ? item.rule.atLeast : `${item.rule.quarters}q`;
          return `[${[item.title, amount, ...item.options.map(({ moduleId }) => codes.get(moduleId))].join(' ')}]`;
        })
        .join(' ');
  });

  afterAll(() => window.close());

  afterEach(async () => {
    for (const { id } of await call('curricula.list', {})) await call('curricula.remove', { id });
  });

  const outline = (): Locator => page.getByRole('grid', { name: 'Outline' });
  const row = (text: string): Locator => outline().locator('[data-row-key]').filter({ hasText: text });
  const module = (code: string): Locator => row(`${code} ·`);

  function entry(code: string): { moduleId: number; note: string; week: null } {
    return { moduleId: ids.get(code) ?? 0, note: '', week: null };
  }

  /** Writes an outline as `read` reads it. */
  function items(...lines: readonly (string | readonly [string, number, ...string[]])[]): OutlineItem[] {
    return lines.map((line, index): OutlineItem => {
      if (typeof line !== 'string') {
        const [title, atLeast, ...codes] = line;
        const rule = { by: 'count' as const, atLeast };
        return { kind: 'electives', key: `g${index}`, title, note: '', rule, options: codes.map(entry) };
      }
      if (line.endsWith(':'))
        return { kind: 'section', key: `s${index}`, title: line.slice(0, -1), note: '' };
      return { kind: 'module', ...entry(line) };
    });
  }

  /** Starts a curriculum with an outline through the engine and opens its builder. */
  async function open(title: string, start: OutlineItem[]): Promise<number> {
    const { id } = await call('curricula.create', { title, templateCode: null, specialtyModule: null });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...content
    } = await call('curricula.get', { id });
    await call('curricula.update', { id, content: { ...content, items: start } });
    await goTo(page, `/curricula/${id}`, title);
    await page.getByRole('grid', { name: 'Library' }).waitFor();
    return id;
  }

  async function expectRecorded(id: number, text: string): Promise<void> {
    await expect.poll(async () => read((await call('curricula.get', { id })).items)).toBe(text);
  }

  async function add(code: string): Promise<void> {
    const search = page.getByRole('searchbox', { name: 'Find a module' });
    await search.fill(code);
    await page.getByRole('grid', { name: 'Library' }).getByText(`${code} ·`).waitFor();
    await search.press('ArrowDown');
    await page.keyboard.press('Enter');
    await module(code).waitFor();
  }

  async function key(...presses: readonly string[]): Promise<void> {
    for (const press of presses) await page.keyboard.press(press);
  }

  test('two sections, electives and notes: built by hand, taken back to nothing, brought back, there after a reload', async () => {
    const id = await open('By hand', []);
    await page.getByRole('button', { name: 'Section', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of the section' }).fill('Before the course');
    await key('Enter');
    await add('M-F01');
    await page.getByRole('button', { name: 'Section', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of the section' }).fill('On the ward');
    await key('Enter');
    await page.getByText('Adds to the section “On the ward”').waitFor();
    for (const code of ['M-C01', 'M-G01', 'M-G02']) await add(code);
    await expectRecorded(id, 'Before the course: M-F01 On the ward: M-C01 M-G01 M-G02');

    await module('M-C01').click();
    await module('M-G02').click({ modifiers: ['Shift'] });
    await page.getByRole('region', { name: 'Selected lines' }).getByText('3 selected').waitFor();
    await page.getByRole('button', { name: 'Make electives' }).click();
    await page.getByText('A learner takes any 1 of these 3 modules').waitFor();
    await page.getByRole('textbox', { name: 'At least this many modules' }).fill('2');
    await page.getByText('A learner takes any 2 of these 3 modules').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await row('Electives').first().focus();
    await key('F2');
    await page.getByRole('textbox', { name: 'Name of the group' }).fill('Choose two');
    await key('Enter');

    await module('M-F01').focus();
    await key('F2');
    await page.getByRole('textbox', { name: 'Note' }).fill('Bring a laptop.');
    await page.getByRole('textbox', { name: 'Week' }).fill('3');
    await key('Escape');
    await module('M-F01').getByText('Bring a laptop.').waitFor();
    await module('M-F01').getByText('Week 3').waitFor();

    const built = 'Before the course: M-F01 On the ward: [Choose two 2 M-C01 M-G01 M-G02]';
    await expectRecorded(id, built);
    const whole = (await call('curricula.get', { id })).items;
    expect(whole[1]).toMatchObject({ note: 'Bring a laptop.', week: 3 });

    const undo = page.getByRole('button', { name: /^Undo/ });
    while (await undo.isEnabled()) await undo.click();
    await expectRecorded(id, '');
    await page.getByText('Nothing is in the outline yet.').waitFor();
    const redo = page.getByRole('button', { name: /^Redo/ });
    while (await redo.isEnabled()) await redo.click();
    await expect.poll(async () => (await call('curricula.get', { id })).items).toEqual(whole);

    await page.reload();
    await row('Choose two').first().waitFor();
    await module('M-F01').getByText('Bring a laptop.').waitFor();
    await row('On the ward').getByText('3 modules').waitFor();
  });

  test('by keyboard alone: over the borders, in and out of electives, several at once, to the ends', async () => {
    const id = await open(
      'By keyboard',
      items('One:', 'M-F01', ['Any', 1, 'M-F02', 'M-F03'], 'Two:', 'M-C01', 'M-G01'),
    );
    await module('M-F01').focus();
    await key('Alt+ArrowDown');
    await expectRecorded(id, 'One: [Any 1 M-F01 M-F02 M-F03] Two: M-C01 M-G01');
    await key('Alt+ArrowLeft');
    await expectRecorded(id, 'One: [Any 1 M-F02 M-F03] M-F01 Two: M-C01 M-G01');
    await key('Alt+ArrowDown');
    await expectRecorded(id, 'One: [Any 1 M-F02 M-F03] Two: M-F01 M-C01 M-G01');

    await key('Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    await key('Alt+ArrowRight');
    await expectRecorded(id, 'One: [Any 1 M-F02 M-F03 M-F01 M-C01 M-G01] Two:');
    await key('Alt+Home');
    await expectRecorded(id, 'M-F01 M-C01 M-G01 One: [Any 1 M-F02 M-F03] Two:');
    await key('Alt+End');
    await expectRecorded(id, 'One: [Any 1 M-F02 M-F03] Two: M-F01 M-C01 M-G01');
    await key('Escape');
    await page.getByText('3 selected').waitFor({ state: 'detached' });

    await key('Home', 'Alt+ArrowDown');
    await expectRecorded(id, 'Two: M-F01 M-C01 M-G01 One: [Any 1 M-F02 M-F03]');
    await key('F2');
    await page.keyboard.type('Last');
    await key('Enter', 'Delete');
    await expectRecorded(id, 'Two: M-F01 M-C01 M-G01 [Any 1 M-F02 M-F03]');
    await key('Control+a', 'Delete');
    await expectRecorded(id, '');
    for (let step = 0; step < 10; step += 1) await key('Control+z');
    await expectRecorded(id, 'One: M-F01 [Any 1 M-F02 M-F03] Two: M-C01 M-G01');
  });

  test('by mouse: into a group, out of it, several at once, and a whole group', async () => {
    const id = await open('By mouse', items('M-F01', 'M-F02', ['Any', 1, 'M-C01', 'M-C02'], 'M-G01'));
    await page.getByRole('searchbox', { name: 'Find a module' }).fill('M-G07');
    await drag(page.getByRole('grid', { name: 'Library' }).getByRole('row').first(), module('M-C02'));
    await expectRecorded(id, 'M-F01 M-F02 [Any 1 M-C01 M-G07 M-C02] M-G01');
    await module('M-F01').click();
    await module('M-G07').click({ modifiers: ['Control'] });
    await drag(module('M-F01'), module('M-C02'));
    await expectRecorded(id, 'M-F02 [Any 1 M-C01 M-C02 M-F01 M-G07] M-G01');
    await key('Escape');
    await drag(module('M-C01'), module('M-F02'));
    await expectRecorded(id, 'M-C01 M-F02 [Any 1 M-C02 M-F01 M-G07] M-G01');
    await drag(row('any 1 of 3'), module('M-C01'));
    await expectRecorded(id, '[Any 1 M-C02 M-F01 M-G07] M-C01 M-F02 M-G01');
    await page.getByRole('button', { name: /^Undo: Moved Any/ }).click();
    await expectRecorded(id, 'M-C01 M-F02 [Any 1 M-C02 M-F01 M-G07] M-G01');
  });

  test('a rule out of reach is said at once, and by which step it is within reach', async () => {
    const id = await open('Rules', items(['Any', 1, 'M-F01', 'M-F02']));
    await page.getByRole('button', { name: /^Change the rule of Any/ }).click();
    await page.getByRole('textbox', { name: 'At least this many modules' }).fill('3');
    await page.getByText('it asks for 3 and holds 2 modules. Add 1 more or ask for fewer.').waitFor();
    await page.getByText('Credit', { exact: true }).click();
    await page.getByRole('textbox', { name: 'At least this many credits' }).fill('1.5');
    await page.getByText('give at least 1.5 credits').waitFor();
    await expectRecorded(id, '[Any 6q M-F01 M-F02]');
    await page.getByRole('textbox', { name: 'At least this many credits' }).fill('9');
    await page.getByText(/of the 9 h asked for/).waitFor();
    await key('Escape');
    await row('at least 9 credits').getByText('Out of reach').waitFor();
  });

  test('the menu of a line moves, groups, frees and removes', async () => {
    const id = await open('By menu', items('One:', 'M-F01', 'M-F02', 'Two:', ['Any', 1, 'M-C01']));
    const choose = async (line: Locator, item: string): Promise<void> => {
      await line.focus();
      await line.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await choose(module('M-F01'), 'Two');
    await expectRecorded(id, 'One: M-F02 Two: [Any 1 M-C01] M-F01');
    await choose(module('M-F02'), 'Any');
    await expectRecorded(id, 'One: Two: [Any 1 M-C01 M-F02] M-F01');
    await choose(row('any 1 of 2'), 'Make its modules required');
    await expectRecorded(id, 'One: Two: M-C01 M-F02 M-F01');
    await choose(row('Two').first(), 'Remove the section, keep its modules');
    await expectRecorded(id, 'One: M-C01 M-F02 M-F01');
  });

  test('what is open in a row follows Undo: the next letter does not bring back what was taken away', async () => {
    const id = await open('Followed', items('M-F01', 'M-C01', 'M-G01'));
    const undo = page.getByRole('button', { name: /^Undo/ });
    const noteOf = async () => {
      const [first] = (await call('curricula.get', { id })).items;
      return first?.note;
    };
    await module('M-F01').focus();
    await key('F2');
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('Bring a laptop.');
    await expect.poll(noteOf).toBe('Bring a laptop.');
    await undo.click();
    expect(await note.inputValue()).toBe('');
    await note.focus();
    await page.keyboard.type('At noon');
    await expect.poll(noteOf).toBe('At noon');
    await key('Escape');

    await module('M-C01').click();
    await module('M-G01').click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Make electives' }).click();
    const amount = page.getByRole('textbox', { name: 'At least this many modules' });
    await amount.fill('2');
    await page.getByText('A learner takes all of these 2 modules', { exact: false }).waitFor();
    await undo.click();
    expect(await amount.inputValue()).toBe('1');
    // The group goes, and its open rule with it; it does not open by itself when the group comes back.
    await undo.click();
    await amount.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Redo/ }).click();
    await row('Electives').first().waitFor();
    expect(await amount.count()).toBe(0);
  });

  test('the buttons of a row stand beside its title, also in a narrow window', async () => {
    await open('Narrow', items('M-F05', 'M-C05'));
    for (const width of [1024, 1440, 1700]) {
      await page.setViewportSize({ width, height: 1000 });
      await module('M-F05').hover();
      const menu = page.getByRole('button', { name: /^Actions for/ });
      await menu.waitFor();
      const [words, first] = await module('M-F05').evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element.querySelector('[role="gridcell"] [class*="title"]') ?? element);
        const buttons = [...element.querySelectorAll('button')].filter((button) => button.offsetWidth > 0);
        return [
          range.getBoundingClientRect().right,
          Math.min(...buttons.map((button) => button.getBoundingClientRect().left)),
        ] as const;
      });
      expect(words).toBeLessThanOrEqual(first);
    }
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  test('a module is added with what it requires, and gaps are mended inside the structure', async () => {
    const id = await open('With prerequisites', items('One:', 'M-F01', 'Two:', ['Any', 1, 'M-C02', 'M-G01']));
    await row('One').first().click();
    await page.getByRole('searchbox', { name: 'Find a module' }).fill('M-C05');
    await page
      .getByRole('button', { name: /^Add with the \d+ modules? that it requires/ })
      .first()
      .click();
    await module('M-C05').waitFor();
    await expectRecorded(id, 'One: M-F01 M-F05 M-C05 Two: [Any 1 M-C02 M-G01]');
    await page.getByRole('button', { name: 'Mend all' }).click();
    await expectRecorded(id, 'One: M-F01 M-F05 M-F03 M-C02 M-C05 Two: [Any 1 M-G01]');
    await module('M-C05').getByText('to come first').waitFor({ state: 'detached' });
  });

  test('the library draws what is in view, and the keys reach the last of it', async () => {
    await open('Long library', []);
    const library = page.getByRole('grid', { name: 'Library' });
    const total = Number(await library.getAttribute('aria-rowcount'));
    expect(await library.getByRole('row').count()).toBeLessThan(total);
    await library.getByRole('row').first().focus();
    await key('End');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex')))
      .toBe(String(total));
  });

  test('every kind of line, a selection, and what opens in a line are accessible', async () => {
    await open(
      'Accessible',
      items('One:', 'M-C02', ['Any', 3, 'M-C01', 'M-G01'], 'Two:', ['None yet', 1], 'M-F01'),
    );
    await row('any 3 of 2').getByText('Out of reach').waitFor();
    await module('M-C01').click();
    await module('M-G01').click({ modifiers: ['Control'] });
    await page.getByText('2 selected').waitFor();
    await row('any 3 of 2')
      .getByRole('button', { name: /^Change the rule/ })
      .click();
    await page.getByRole('textbox', { name: 'At least this many modules' }).waitFor();
    await expectAccessible(page);
    await key('Escape');
    await module('M-F01').focus();
    await key('F2');
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    await expectAccessible(page);
  });

  /** Drags as a hand does: press, a first small move, on to the target, let go. */
  async function drag(from: Locator, to: Locator): Promise<void> {
    const start = await from.boundingBox();
    const end = await to.boundingBox();
    if (!start || !end) throw new Error('not on the screen');
    await page.mouse.move(start.x + 80, start.y + 14);
    await page.mouse.down();
    await page.mouse.move(start.x + 84, start.y + 22, { steps: 4 });
    const aim = await to.boundingBox();
    await page.mouse.move(end.x + 80, (aim ?? end).y + 14, { steps: 12 });
    await page.waitForTimeout(200);
    await page.mouse.up();
    await page.waitForTimeout(500);
  }
});

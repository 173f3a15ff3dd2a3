import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CurriculumContent } from '../../../shared/contract/curricula.ts';
import {
  moduleIdsOf,
  NO_CONSTRAINTS,
  NO_SCHEDULE,
  requiredItems,
} from '../../../shared/curricula/outline.ts';
import type { Fault } from '../../../shared/errors.ts';
import { DraftKeeper } from './draft-keeper.ts';

const START: CurriculumContent = {
  title: 'Course',
  description: '',
  audience: '',
  delivery: '',
  award: '',
  items: requiredItems([1, 2]),
  kind: null,
  targets: {},
  constraints: NO_CONSTRAINTS,
  schedule: NO_SCHEDULE,
};
const AWAY: Fault = { code: 'database/unavailable', message: 'Away.' };

type TestEngine = {
  content: CurriculumContent;
  readonly saves: CurriculumContent[];
  fault: Fault | null;
  hold: Promise<void>;
  readonly keeper: DraftKeeper;
};

/** An engine that keeps what is saved and can be made to fail or to wait. */
function engine(): TestEngine {
  const it: TestEngine = {
    content: START,
    saves: [],
    fault: null,
    hold: Promise.resolve(),
    keeper: new DraftKeeper(START, {
      async save(content) {
        await it.hold;
        if (it.fault) return it.fault;
        it.content = content;
        it.saves.push(content);
        return null;
      },
      read: async () => it.content,
    }),
  };
  return it;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('saving', () => {
  test('quick edits become one save, and the last is the one that counts', async () => {
    const { keeper, saves } = engine();
    keeper.edit('a', { ...START, items: requiredItems([2, 1]) });
    keeper.edit('b', { ...START, items: requiredItems([2, 1, 3]) });
    expect(keeper.isSaved).toBe(false);
    await vi.advanceTimersByTimeAsync(600);
    expect(saves.map(({ items }) => moduleIdsOf(items))).toEqual([[2, 1, 3]]);
    expect(keeper.isSaved).toBe(true);
  });

  test('typing without a rest is saved all the same', async () => {
    const { keeper, saves } = engine();
    for (let letter = 0; letter < 40; letter += 1) {
      keeper.edit('Title', { ...START, title: `Course ${'x'.repeat(letter)}` }, true);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves.length).toBeGreaterThan(0);
    expect(keeper.state().past).toHaveLength(1);
  });

  test('what is edited during a save goes with the next', async () => {
    const it = engine();
    const { promise, resolve } = Promise.withResolvers<void>();
    it.hold = promise;
    it.keeper.edit('a', { ...START, items: requiredItems([2]) });
    const flushed = it.keeper.flush();
    it.keeper.edit('b', { ...START, items: requiredItems([]) });
    resolve();
    expect(await flushed).toBe(true);
    expect(it.saves.map(({ items }) => moduleIdsOf(items))).toEqual([[2], []]);
  });

  test('a failed save keeps the edit, says why, and is tried again', async () => {
    const it = engine();
    it.fault = AWAY;
    it.keeper.edit('a', { ...START, items: requiredItems([9]) });
    expect(await it.keeper.flush()).toBe(false);
    expect(it.keeper.state()).toMatchObject({ fault: AWAY, content: { items: requiredItems([9]) } });
    it.fault = null;
    await vi.advanceTimersByTimeAsync(2_100);
    expect(moduleIdsOf(it.content.items)).toEqual([9]);
    expect(it.keeper.state().fault).toBeNull();
  });

  test('an empty title is not saved; the rest is', async () => {
    const it = engine();
    it.keeper.edit('a', { ...START, title: '  ', award: 'Certificate\u0007 ' });
    expect(await it.keeper.flush()).toBe(true);
    expect(it.content).toMatchObject({ title: 'Course', award: 'Certificate' });
    expect(it.keeper.state().content.title).toBe('  ');
  });
});

describe('undo', () => {
  test('goes back and forth and is saved like any edit', async () => {
    const it = engine();
    it.keeper.edit('Removed', { ...START, items: requiredItems([1]) });
    await it.keeper.flush();
    expect(it.keeper.undo()).toBe('Removed');
    await it.keeper.flush();
    expect(moduleIdsOf(it.content.items)).toEqual([1, 2]);
    expect(it.keeper.redo()).toBe('Removed');
    await it.keeper.flush();
    expect(moduleIdsOf(it.content.items)).toEqual([1]);
    expect(it.keeper.redo()).toBeNull();
  });
});

describe('changes made elsewhere', () => {
  test('are taken over when nothing is open here', async () => {
    const it = engine();
    it.content = { ...START, title: 'Renamed' };
    await it.keeper.compare();
    expect(it.keeper.state()).toMatchObject({ content: { title: 'Renamed' }, past: [] });
    expect(it.keeper.isSaved).toBe(true);
  });

  test('are joined with what is open here, part by part', async () => {
    const it = engine();
    it.keeper.edit('a', { ...START, items: requiredItems([1]) });
    it.content = { ...START, title: 'Renamed', items: requiredItems([2, 1]) };
    await it.keeper.compare();
    await it.keeper.flush();
    expect(it.content).toMatchObject({ title: 'Renamed', items: requiredItems([1]) });
  });

  test('an echo of a save of ours changes nothing', async () => {
    const it = engine();
    it.keeper.edit('a', { ...START, items: requiredItems([1]) });
    await it.keeper.flush();
    await it.keeper.compare();
    expect(it.keeper.state().past).toHaveLength(1);
  });
});

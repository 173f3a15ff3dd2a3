import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OutlineItem } from '../contract/curricula.ts';
import { moduleIdsOf } from './outline.ts';
import {
  freshKey,
  intoGroup,
  intoSection,
  withAdded,
  withElectivesOf,
  withGroup,
  withNote,
  withoutGroup,
  withRemoved,
  withSection,
  withTitle,
  withWeek,
} from './outline-edits.ts';
import { exampleLibrary } from './outline-example.ts';
import { type MoveStep, moveBefore, stepped } from './outline-moves.ts';
import { anyOutline } from './outline-random.ts';
import { groupsOf, keyOf, type Outline, type RowKey, rowsOf, rowsUnder, sectionsOf } from './outline-rows.ts';

const MODULES = 10;
const LIBRARY = exampleLibrary(
  Object.fromEntries(Array.from({ length: MODULES }, (_, index) => [index + 1, []])),
);
const BY_ID = new Map(LIBRARY.map((module) => [module.id, module]));
const STEPS: readonly MoveStep[] = ['up', 'down', 'start', 'end', 'in', 'out'];

/** One edit as a person makes it: which, and where, both by chance. */
type Edit = { readonly act: number; readonly picks: readonly number[]; readonly step: MoveStep };
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  act: fc.nat({ max: 11 }),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  step: fc.constantFrom(...STEPS),
});

/** Does an edit; answers the outline and the modules that it took away on purpose. */
function apply(
  items: Outline,
  { act, picks, step }: Edit,
): { readonly items: Outline; readonly removed: readonly number[] } {
  const rows = rowsOf(items);
  const row = (pick: number): RowKey => rows[pick % Math.max(1, rows.length)]?.key ?? 'module:99';
  const keys = new Set(picks.map(row));
  const [first = 0] = picks;
  const section = sectionsOf(items)[first % 3]?.key ?? null;
  const group = groupsOf(items)[first % 3]?.key ?? 'none';
  const done = (next: Outline) => ({ items: next, removed: [] });
  switch (act) {
    case 0:
      return done(moveBefore(items, keys, first % 5 === 0 ? null : row(first + 3)));
    case 1:
      return done(stepped(items, keys, step));
    case 2: {
      const next = withRemoved(items, keys);
      const left = new Set(moduleIdsOf(next));
      return { items: next, removed: moduleIdsOf(items).filter((id) => !left.has(id)) };
    }
    case 3:
      return done(
        withAdded(
          items,
          LIBRARY.slice(first % MODULES, (first % MODULES) + 3),
          BY_ID,
          first % 2 ? row(first) : undefined,
        ),
      );
    case 4:
      return done(withSection(items, freshKey(items, 'section'), 'New section', row(first)));
    case 5:
      return done(withGroup(items, freshKey(items, 'electives'), 'New group', row(first)));
    case 6:
      return done(withElectivesOf(items, keys, freshKey(items, 'electives'), 'Electives'));
    case 7:
      return done(withoutGroup(items, group));
    case 8:
      return done(intoSection(items, keys, section));
    case 9:
      return done(group === 'none' ? items : intoGroup(items, keys, group));
    case 10:
      return done(withWeek(withNote(items, row(first), 'Noted'), row(first), 4));
    default:
      return done(withTitle(items, section ?? group, 'Renamed'));
  }
}

describe('any sequence of edits', () => {
  test('keeps each module at most once, loses none that was not removed, and stays what the contract takes', () => {
    fc.assert(
      fc.property(anyOutline(MODULES), fc.array(anyEdit, { maxLength: 25 }), (start, edits) => {
        let items = start;
        for (const edit of edits) {
          const before = moduleIdsOf(items);
          const done = apply(items, edit);
          items = done.items;
          const ids = moduleIdsOf(items);
          expect(new Set(ids).size).toBe(ids.length);
          const removed = new Set(done.removed);
          expect(ids).toEqual(expect.arrayContaining(before.filter((id) => !removed.has(id))));
          const keys = items.map(keyOf);
          expect(new Set(keys).size).toBe(keys.length);
        }
        for (const item of items) expect(OutlineItem.safeParse(item).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('moves change the order and nothing else: every entry keeps its note and week', () => {
    const entries = (items: Outline) =>
      new Map(
        rowsOf(items).flatMap((row) =>
          row.kind === 'module' ? [[row.entry.moduleId, `${row.entry.note}|${row.entry.week}`]] : [],
        ),
      );
    fc.assert(
      fc.property(anyOutline(MODULES), fc.array(anyEdit, { maxLength: 12 }), (start, edits) => {
        let items = start;
        for (const edit of edits) items = apply(items, { ...edit, act: edit.act % 2 }).items;
        expect(entries(items)).toEqual(entries(start));
        expect(items.flatMap((item) => (item.kind === 'module' ? [] : [item.key])).toSorted()).toEqual(
          start.flatMap((item) => (item.kind === 'module' ? [] : [item.key])).toSorted(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a move and the one that takes it back', () => {
  test('give the outline as it was, for a module, a group and a section', () => {
    fc.assert(
      fc.property(anyOutline(MODULES), fc.nat(), fc.nat(), (items, pick, to) => {
        const rows = rowsOf(items).filter(({ kind }) => kind !== 'end');
        const row = rows[pick % Math.max(1, rows.length)];
        if (!row) return;
        const keys = new Set([row.key]);
        const moved = moveBefore(items, keys, rowsOf(items)[to % rowsOf(items).length]?.key ?? null);
        expect(moveBefore(moved, keys, rowBehind(items, row.key))).toEqual(items);
      }),
      { numRuns: 300 },
    );
  });

  test('up after down and down after up, wherever a step leads', () => {
    fc.assert(
      fc.property(
        anyOutline(MODULES),
        fc.nat(),
        fc.constantFrom<MoveStep>('up', 'down'),
        (items, pick, step) => {
          const rows = rowsOf(items).filter(({ kind }) => kind !== 'end');
          const row = rows[pick % Math.max(1, rows.length)];
          if (!row) return;
          const keys = new Set([row.key]);
          const moved = stepped(items, keys, step);
          if (moved === items) return;
          expect(stepped(moved, keys, step === 'up' ? 'down' : 'up')).toEqual(items);
        },
      ),
      { numRuns: 300 },
    );
  });

  /** The row behind what a row stands for: itself, its section or its group. */
  function rowBehind(items: Outline, key: RowKey): RowKey | null {
    const rows = rowsOf(items);
    const at = rows.findIndex((row) => row.key === key);
    return rows[at + rowsUnder(rows, key).length + 1]?.key ?? null;
  }
});

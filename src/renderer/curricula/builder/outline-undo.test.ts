import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurriculumContent } from '../../../shared/contract/curricula.ts';
import { NO_CONSTRAINTS, NO_SCHEDULE } from '../../../shared/curricula/outline.ts';
import { withNote, withRemoved } from '../../../shared/curricula/outline-edits.ts';
import { type MoveStep, stepped } from '../../../shared/curricula/outline-moves.ts';
import { anyOutline } from '../../../shared/curricula/outline-random.ts';
import { type Outline, rowsOf } from '../../../shared/curricula/outline-rows.ts';
import { type History, record, startHistory, stepBack, stepForth } from '../draft/history.ts';

function content(items: Outline): CurriculumContent {
  return {
    title: 'Course',
    description: '',
    audience: '',
    delivery: '',
    award: '',
    kind: null,
    items: [...items],
    targets: {},
    constraints: NO_CONSTRAINTS,
    schedule: NO_SCHEDULE,
  };
}

const anyEdit = fc.record({
  act: fc.constantFrom<MoveStep | 'remove' | 'note'>(
    'up',
    'down',
    'start',
    'end',
    'in',
    'out',
    'remove',
    'note',
  ),
  pick: fc.nat(),
});

describe('undo and redo of an outline', () => {
  test('every step back gives exactly what was, every step forth exactly what came', () => {
    fc.assert(
      fc.property(anyOutline(10), fc.array(anyEdit, { maxLength: 20 }), (start, edits) => {
        let history: History = startHistory(content(start));
        const stages: string[] = [JSON.stringify(history.content)];
        for (const { act, pick } of edits) {
          const { items } = history.content;
          const row = rowsOf(items)[pick % Math.max(1, rowsOf(items).length)];
          if (!row) break;
          const keys = new Set([row.key]);
          const next =
            act === 'remove'
              ? withRemoved(items, keys)
              : act === 'note'
                ? withNote(items, row.key, `Note ${pick}`)
                : stepped(items, keys, act);
          history = record(history, act, { ...history.content, items: [...next] });
          stages.push(JSON.stringify(history.content));
        }
        for (const stage of stages.toReversed().slice(1)) {
          history = stepBack(history);
          expect(JSON.stringify(history.content)).toBe(stage);
        }
        for (const stage of stages.slice(1)) {
          history = stepForth(history);
          expect(JSON.stringify(history.content)).toBe(stage);
        }
      }),
    );
  });
});

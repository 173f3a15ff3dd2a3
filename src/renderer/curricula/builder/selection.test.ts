import { describe, expect, test } from 'vitest';
import type { RowKey } from '../../../shared/curricula/outline-rows.ts';
import { chooseAlso, chooseOnly, chooseTo, meant, NOTHING_CHOSEN, stillThere } from './selection.ts';

const ORDER: readonly RowKey[] = ['module:1', 'module:2', 'module:3', 'module:4'];

describe('choosing rows', () => {
  test('a plain click chooses nothing together; the next with Ctrl takes it along', () => {
    const clicked = chooseOnly('module:2');
    expect(clicked.chosen.size).toBe(0);
    const both = chooseAlso(clicked, 'module:4');
    expect([...both.chosen]).toEqual(['module:2', 'module:4']);
    expect([...chooseAlso(both, 'module:2').chosen]).toEqual(['module:4']);
    expect([...chooseAlso(NOTHING_CHOSEN, 'module:3').chosen]).toEqual(['module:3']);
  });

  test('Shift chooses from where the choice started, in both directions', () => {
    const start = chooseOnly('module:2');
    const down = chooseTo(start, 'module:4', ORDER, null);
    expect([...down.chosen]).toEqual(['module:2', 'module:3', 'module:4']);
    expect([...chooseTo(down, 'module:1', ORDER, null).chosen]).toEqual(['module:1', 'module:2']);
    expect([...chooseTo(NOTHING_CHOSEN, 'module:2', ORDER, 'module:3').chosen]).toEqual([
      'module:2',
      'module:3',
    ]);
  });

  test('an act is meant for all that are chosen, or for the row alone', () => {
    const both = chooseAlso(chooseOnly('module:1'), 'module:2');
    expect(meant(both, 'module:2')).toEqual(new Set(['module:1', 'module:2']));
    expect(meant(both, 'module:3')).toEqual(new Set(['module:3']));
  });

  test('rows that are gone are not chosen any more', () => {
    const both = chooseAlso(chooseOnly('module:1'), 'module:2');
    expect(stillThere(both, ORDER)).toBe(both);
    expect([...stillThere(both, ['module:2']).chosen]).toEqual(['module:2']);
  });
});

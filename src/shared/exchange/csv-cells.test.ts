import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleModule } from '../modules/example-module.ts';
import {
  CSV_FIELDS,
  cellOf,
  fieldsOfHeadings,
  guardFormula,
  unguardFormula,
  valueOfCell,
} from './csv-cells.ts';

test('headings are known in any case, order and by other names; the first of two counts', () => {
  expect(
    fieldsOfHeadings([
      'MODULE CODE',
      'Learning objectives',
      'Durée',
      'Duration (min)',
      'minutes',
      'AMA format',
      '',
    ]),
  ).toEqual(['code', 'objectives', null, 'minutes', null, 'amaLearningFormat', null]);
  expect(fieldsOfHeadings(CSV_FIELDS)).toEqual(CSV_FIELDS);
});

test.each([
  ['minutes', ' 90 ', 90],
  ['minutes', '1.5', 1.5],
  ['minutes', '1 h', '1 h'],
  ['code', ' m-f01 ', 'M-F01'],
  ['domain', 'Clinical Applications', 'clinical'],
  ['domain', 'medicine', 'medicine'],
  ['format', 'self-paced', 'self_paced'],
  ['format', 'A way of ours', 'A way of ours'],
  ['amaLearningFormat', 'Journal-Based cme', 'journal-based CME'],
  ['mooreLevel', '3a', '3A'],
  ['mooreLevel', '', null],
  ['reviewBy', '', null],
  ['audience', 'Primary care; nursing;; a group of ours ;', ['primary_care', 'nursing', 'a group of ours']],
  ['objectives', 'One\\; and more; Two \\\\', ['One; and more', 'Two \\']],
  [
    'competencies',
    'F1:2;C3 : 1; G1; G2:x; a:b:c',
    [
      { code: 'F1', level: 2 },
      { code: 'C3', level: 1 },
      { code: 'G1', level: undefined },
      { code: 'G2', level: 'x' },
      { code: 'a', level: 'b' },
    ],
  ],
  [
    'references',
    'k | One\\; two \\| three | doi:1 |  | high',
    [{ key: 'k', citation: 'One; two | three', identifier: 'doi:1', url: null, confidence: 'high' }],
  ],
] as const)('%s %j', (field, cell, value) => {
  expect(valueOfCell(field, cell)).toEqual(value);
});

test('no cell begins like a formula, and each comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\n', 'a', ' ', '＝') }),
      (cell) => {
        const guarded = guardFormula(cell);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(unguardFormula(guarded)).toBe(cell);
      },
    ),
  );
});

test('lists and their parts come back as they were', () => {
  const word = fc
    .string({ unit: fc.constantFrom('\\', ';', '|', 'a', ' ') })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(word), fc.array(fc.tuple(word, word, word)), (objectives, uses) => {
      const aiUses = uses.map(([tool, version, task]) => ({
        tool,
        version,
        usedOn: '2026-01-02',
        task,
        reviewer: '',
      }));
      const module = exampleModule('A-1', { objectives, aiUses });
      expect(valueOfCell('objectives', cellOf(module, 'objectives'))).toEqual(objectives);
      expect(valueOfCell('aiUses', cellOf(module, 'aiUses'))).toEqual(aiUses);
    }),
  );
});

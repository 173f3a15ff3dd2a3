import { expect, test } from 'vitest';
import { exampleModule } from '../../../shared/modules/example-module.ts';
import { filterLibrary } from './filter-library.ts';
import { type LibraryFilter, WHOLE_LIBRARY } from './kept-filter.ts';

const AI = { tool: 'x', version: '', usedOn: '2026-01-01', task: 'y' } as const;
const LIBRARY = [
  exampleModule('A', { id: 1, reviewBy: '2026-11-23' }),
  exampleModule('B', { id: 2, reviewBy: '2027-01-01', specialtyFocus: ['radiology'] }),
  exampleModule('C', {
    id: 3,
    aiUses: [
      { ...AI, reviewer: 'Rosa' },
      { ...AI, reviewer: '' },
    ],
  }),
  exampleModule('D', { id: 4, aiUses: [{ ...AI, reviewer: 'Rosa' }] }),
  exampleModule('E', { id: 5, reviewBy: '2026-01-01', retired: true }),
];

test.each<[Partial<LibraryFilter>, string]>([
  [{}, 'ABCD'],
  [{ retired: true }, 'ABCDE'],
  [{ review: 'overdue' }, 'A'],
  // A retired module is not reviewed any more.
  [{ review: 'overdue', retired: true }, 'A'],
  [{ review: 'soon' }, 'B'],
  [{ review: 'unset' }, 'CD'],
  [{ aiUnreviewed: true }, 'C'],
  [{ specialty: 'radiology' }, 'B'],
  [{ use: 'used' }, 'AB'],
  [{ use: 'unused' }, 'CD'],
])('%j lets %s through', (filter, codes) => {
  const rows = filterLibrary(LIBRARY, { ...WHOLE_LIBRARY, ...filter }, '2026-11-24', new Set([1, 2]));
  expect(rows.map(({ code }) => code).join('')).toBe(codes);
});

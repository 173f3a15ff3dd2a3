import { expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { conflictsOf, mergeDraft, withField } from './merge.ts';

const base: Draft = {
  content: {
    title: 'Basics',
    learningFormat: 'live activity',
    formatDescription: '',
    delivery: 'in-person',
    place: 'Denver',
    link: '',
    startsOn: '2026-11-20',
    endsOn: '2026-11-20',
    timeZone: 'America/Denver',
    providership: 'direct',
    jointProviders: [],
    maximumQuarters: 8,
    rules: {
      minimumAttendancePercent: 75,
      assessmentRequired: false,
      passPercent: 70,
      evaluationRequired: false,
    },
  },
  sessions: [],
};
const changed = (change: Partial<Draft['content']>): Draft => ({
  ...base,
  content: { ...base.content, ...change },
});

test('own edits lie over what another window saved', () => {
  const kept = { draft: changed({ title: 'Mine' }), base };
  const recorded = changed({ place: 'Boulder' });
  expect(mergeDraft(kept, recorded)).toEqual(changed({ title: 'Mine', place: 'Boulder' }));
  expect(conflictsOf(kept, recorded)).toEqual([]);
});

test('a field that both changed is named with both values, until one is chosen', () => {
  const kept = { draft: changed({ title: 'Mine' }), base };
  const recorded = changed({ title: 'Theirs' });
  expect(conflictsOf(kept, recorded)).toEqual([
    { field: 'title', label: 'Title', mine: 'Mine', theirs: 'Theirs' },
  ]);
  const mine = { ...kept, base: withField(base, 'title', recorded) };
  expect(conflictsOf(mine, recorded)).toEqual([]);
  expect(mergeDraft(mine, recorded)).toEqual(kept.draft);
  expect(conflictsOf({ draft: recorded, base }, recorded)).toEqual([]);
});

import { expect, test } from 'vitest';
import { recordChanges } from './record-changes.ts';

const ROW = { id: 1, given_name: 'Anna', family_name: 'Schmidt', sort_key: 'schmidt, anna', licences: '[]' };

test('fields are told in words, keys are not', () => {
  expect(
    recordChanges(ROW, {
      ...ROW,
      family_name: 'Vogel',
      sort_key: 'vogel, anna',
      licences: '[{"state":"CO","number":"77"},{"state":"","number":"8"}]',
      former_names: '[{"name":"Anna Schmidt","until":"2026-05-31"}]',
      birth_month_day: '02-29',
      sharing: 'given',
      sharing_on: '2026-06-01',
      known_by: '[["name","anna schmidt"]]',
    }),
  ).toEqual([
    { label: 'Family name', before: 'Schmidt', after: 'Vogel' },
    { label: 'Former names', before: '', after: 'Anna Schmidt until May 31, 2026' },
    { label: 'Licenses', before: '', after: 'CO 77; 8' },
    { label: 'Birthday', before: '', after: 'February 29' },
    { label: 'Permission to share', before: 'Not asked', after: 'Given' },
    { label: 'Day of the permission', before: '', after: 'Jun 1, 2026' },
  ]);
});

test('a row of an earlier version that has no such columns reads as empty', () => {
  expect(recordChanges(ROW, { ...ROW, middle_name: '', board_ids: '[]', sharing: 'not asked' })).toEqual([]);
});

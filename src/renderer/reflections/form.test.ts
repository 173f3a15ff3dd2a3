import { expect, test } from 'vitest';
import type { ReflectionContent } from '../../shared/contract/reflections.ts';
import { contentOf, formProblems, lacksFollowUp, sameValues, valuesOf, withCommitment } from './form.ts';

const FRAME = { startsOn: '2026-10-05', today: '2026-11-20', competencies: new Set(['F1', 'G2']) };
const ORDER = ['F1', 'G2'];
const RECORDED: ReflectionContent = {
  writtenOn: '2026-10-06',
  change: 'Ask.',
  commitment: 'Review.',
  followUpOn: '2026-11-16',
  outcome: 'partly',
  followedUpOn: '2026-11-17',
  confidence: [
    { code: 'F1', before: 0, after: 2 },
    { code: 'G2', before: 1, after: 3 },
  ],
};

test('what is recorded comes back from the fields as it was', () => {
  const values = valuesOf(RECORDED, '2026-10-05');
  expect(contentOf(values, ORDER)).toEqual(RECORDED);
  expect(formProblems(values, FRAME, ORDER)).toEqual([]);
});

test('a competency that is only shown, or cleared again, is no change', () => {
  const values = valuesOf(RECORDED, '2026-10-05');
  const shown = { ...values, ratings: { ...values.ratings, C1: { before: '', after: '' } } };
  expect(sameValues(values, shown)).toBe(true);
  expect(contentOf(shown, ORDER)).toEqual(RECORDED);
  expect(sameValues(values, { ...values, change: 'Ask!' })).toBe(false);
});

test('half a rating is named, and no day is asked for', () => {
  const empty = valuesOf(null, '2026-10-06');
  const half = { ...empty, ratings: { F1: { before: '1', after: '' } } };
  expect(formProblems(half, FRAME, ORDER).map(({ field, message }) => [field, message])).toEqual([
    ['confidence', 'F1 has one rating of two. Choose the other one, or clear it.'],
  ]);
  expect(formProblems({ ...empty, writtenOn: '' }, FRAME, ORDER).map(({ field }) => field)).toEqual([
    'writtenOn',
  ]);
  expect(formProblems(empty, FRAME, ORDER).map(({ field }) => field)).toEqual(['change']);
});

test('the first words of a commitment bring the offered day along, and without words it goes again', () => {
  const empty = valuesOf(null, '2026-10-06');
  const day = '2027-01-03';
  const begun = withCommitment(empty, 'R', day);
  expect(begun).toMatchObject({ commitment: 'R', followUpOn: day });
  expect(withCommitment(begun, 'Re', day).followUpOn).toBe(day);
  expect(withCommitment(begun, ' ', day).followUpOn).toBe('');
  // A day that somebody chose or took away stays so.
  const chosen = { ...begun, followUpOn: '2026-12-01' };
  expect(withCommitment(chosen, '', day).followUpOn).toBe('2026-12-01');
  const without = { ...begun, followUpOn: '' };
  expect(withCommitment(without, 'Rev', day).followUpOn).toBe('');
  expect(lacksFollowUp(without)).toBe(true);
  expect(lacksFollowUp({ ...without, outcome: 'kept' })).toBe(false);
  expect(lacksFollowUp(begun)).toBe(false);
  expect(lacksFollowUp(empty)).toBe(false);
});

test('blanks around a text are not recorded', () => {
  const values = { ...valuesOf(null, '2026-10-06'), change: ' Ask. ', commitment: 'Review.\n' };
  expect(contentOf(values, ORDER)).toMatchObject({ change: 'Ask.', commitment: 'Review.' });
});

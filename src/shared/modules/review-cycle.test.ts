import { expect, test } from 'vitest';
import catalogue from '../../../resources/catalogue/catalogue.json';
import { exampleModule } from './example-module.ts';
import { addMonths, reviewMonths, reviewState, usualReviewBy } from './review-cycle.ts';

test.each([
  ['2026-11-24', 12, '2027-11-24'],
  ['2026-11-24', 6, '2027-05-24'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-06-30', 6, '2026-12-30'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test('governance and generative AI are reviewed every six months, the rest every twelve', () => {
  expect(reviewMonths(exampleModule('A', { domain: 'governance' }))).toBe(6);
  expect(reviewMonths(exampleModule('A', { competencies: [{ code: 'F4', level: 1 }] }))).toBe(6);
  expect(reviewMonths(exampleModule('A', { competencies: [{ code: 'C8', level: 3 }] }))).toBe(6);
  expect(reviewMonths(exampleModule('A', { competencies: [{ code: 'C1', level: 3 }] }))).toBe(12);
  expect(usualReviewBy(exampleModule('A', { domain: 'clinical' }), '2026-01-05')).toBe('2027-01-05');
});

test.each([
  [null, 'unset'],
  ['2026-11-23', 'overdue'],
  ['2026-11-24', 'soon'],
  ['2027-01-23', 'soon'],
  ['2027-01-24', 'later'],
] as const)('review by %s is %s', (reviewBy, state) => {
  expect(reviewState(reviewBy, '2026-11-24')).toBe(state);
});

test('the modules of the catalogue that have a half-yearly date are governance or generative AI', () => {
  const months = (from: string, to: string): number =>
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  const halfYearly = catalogue.modules.filter(
    (module) => months(module.last_reviewed, module.review_by) <= 6,
  );
  const other = halfYearly.filter(
    ({ domain, competencies }) =>
      domain !== 'governance' && !competencies.some(({ code }) => code === 'F4' || code === 'C8'),
  );
  expect(other.map(({ id }) => id)).toEqual([]);
});

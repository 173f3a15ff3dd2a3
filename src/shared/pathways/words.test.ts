import { expect, test } from 'vitest';
import { PathwayAnswer } from '../contract/pathway-answer.ts';
import { reasonWords, skippedWords, warningWords } from './words.ts';

test('an answer that an earlier version saved, with sentences, still reads as it did', () => {
  const answer = PathwayAnswer.parse({
    status: 'solved',
    steps: [
      {
        code: 'M-F01',
        title: 'Basics',
        domain: 'foundations',
        minutes: 45,
        relevance: 0,
        reasons: ['Comes before M-F03, which needs it.'],
        prerequisites: [],
      },
    ],
    minutes: 45,
    creditQuarters: 3,
    domainMinutes: [45, 0, 0, 0],
    targets: [],
    skipped: [{ code: 'M-F02', title: 'More', reason: 'It is retired from the library.' }],
    warnings: ['The evidence is older than 2 years: F2.'],
  });
  if (answer.status !== 'solved') throw new Error('a pathway');
  expect(answer.steps.flatMap(({ reasons }) => reasons.map((reason) => reasonWords(reason)))).toEqual([
    'Comes before M-F03, which needs it.',
  ]);
  expect(answer.skipped.map(({ why }) => skippedWords(why))).toEqual(['It is retired from the library.']);
  expect(answer.warnings.map((warning) => warningWords(warning))).toEqual([
    'The evidence is older than 2 years: F2.',
  ]);
  expect(PathwayAnswer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
});

test('modules are called as the page that is printed shows them', () => {
  const named = (code: string): string => (code === 'M-C02' ? 'No. 3' : '“Basics”');
  expect(reasonWords({ kind: 'prerequisite', before: ['M-C02', 'M-F01'] }, named)).toBe(
    'Comes before No. 3, “Basics”, which need it.',
  );
  expect(skippedWords({ kind: 'cut-off', needs: 'M-F01', obstacle: 'retired' }, named)).toBe(
    'It needs “Basics”, which is retired.',
  );
});

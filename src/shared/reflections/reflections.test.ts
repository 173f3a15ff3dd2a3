import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ReflectionContent } from '../contract/reflections.ts';
import { mergeAnswers, type ReflectionAnswers } from './merge.ts';
import { offeredFollowUp, type ReflectionFrame, reflectionProblems } from './rules.ts';
import { readRating } from './scale.ts';
import { commitmentStanding, summarize } from './summary.ts';
import { csvOf, tabTextOf, unguarded } from './table.ts';

const FRAME: ReflectionFrame = {
  startsOn: '2026-10-05',
  today: '2026-11-20',
  competencies: new Set(['F1', 'F4', 'G2']),
};

const GOOD: ReflectionContent = {
  writtenOn: '2026-10-06',
  change: 'Ask for the false-alarm rate.',
  commitment: 'Review ten alerts a week.',
  followUpOn: '2026-11-16',
  outcome: 'open',
  followedUpOn: null,
  confidence: [{ code: 'F1', before: 1, after: 2 }],
};

describe('what may be recorded', () => {
  test.each<[string, Partial<ReflectionContent>, readonly string[]]>([
    ['as it should be', {}, []],
    ['written on the first day', { writtenOn: '2026-10-05' }, []],
    ['written today, followed up today', { writtenOn: '2026-11-20', followUpOn: '2026-11-21' }, []],
    ['written before the activity', { writtenOn: '2026-10-04' }, ['writtenOn']],
    ['written tomorrow', { writtenOn: '2026-11-21', followUpOn: null }, ['writtenOn']],
    ['follow-up on the same day', { followUpOn: '2026-10-06' }, ['followUpOn']],
    ['follow-up without a commitment', { commitment: ' \n' }, ['followUpOn']],
    ['kept, with its day', { outcome: 'kept', followedUpOn: '2026-11-16' }, []],
    ['kept, earlier than planned', { outcome: 'kept', followedUpOn: '2026-10-06' }, []],
    ['kept, without its day', { outcome: 'kept' }, ['followedUpOn']],
    ['kept, tomorrow', { outcome: 'kept', followedUpOn: '2026-11-21' }, ['followedUpOn']],
    ['kept, before it was promised', { outcome: 'kept', followedUpOn: '2026-10-05' }, ['followedUpOn']],
    [
      'kept, without a commitment',
      { outcome: 'partly', followedUpOn: '2026-11-16', commitment: '', followUpOn: null },
      ['outcome'],
    ],
    ['a day without an outcome', { followedUpOn: '2026-11-16' }, ['outcome']],
    ['an unknown competency', { confidence: [{ code: 'X9', before: 0, after: 1 }] }, ['confidence']],
    [
      'a competency twice',
      {
        confidence: [
          { code: 'F1', before: 0, after: 1 },
          { code: 'F1', before: 1, after: 1 },
        ],
      },
      ['confidence'],
    ],
    ['nothing at all', { change: ' ', commitment: '', followUpOn: null, confidence: [] }, ['change']],
    ['too long', { change: 'a'.repeat(4_001) }, ['change']],
  ])('%s', (_, change, fields) => {
    const problems = reflectionProblems({ ...GOOD, ...change }, FRAME);
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });

  test('an unknown competency is named', () => {
    const [problem] = reflectionProblems(
      { ...GOOD, confidence: [{ code: 'X9', before: 0, after: 1 }] },
      FRAME,
    );
    expect(problem?.message).toContain('“X9”');
  });
});

test.each([
  ['2', { kind: 'level', level: 2 }],
  [' 0 ', { kind: 'level', level: 0 }],
  ['3.0', { kind: 'level', level: 3 }],
  ['Apply', { kind: 'level', level: 2 }],
  ['LEAD', { kind: 'level', level: 3 }],
  ['1 - Aware', { kind: 'level', level: 1 }],
  ['0 (none)', { kind: 'level', level: 0 }],
  ['2 Lead', { kind: 'unreadable' }],
  ['', { kind: 'empty' }],
  ['N/A', { kind: 'empty' }],
  ['--', { kind: 'empty' }],
  ['4', { kind: 'other scale' }],
  ['5 - very confident', { kind: 'other scale' }],
  ['5.0', { kind: 'other scale' }],
  ['-1', { kind: 'other scale' }],
  ['2.5', { kind: 'unreadable' }],
  ['maybe', { kind: 'unreadable' }],
])('a cell with %j', (text, rating) => {
  expect(readRating(text)).toEqual(rating);
});

describe('commitments', () => {
  test.each([
    ['2026-11-19', 'open', 'due'],
    ['2026-11-20', 'open', 'due'],
    ['2026-11-21', 'open', 'later'],
    [null, 'open', 'no date'],
    ['2026-11-19', 'kept', 'kept'],
    ['2026-11-21', 'partly', 'partly'],
    [null, 'not kept', 'not kept'],
  ] as const)('to follow up on %s, %s: %s', (followUpOn, outcome, standing) => {
    expect(commitmentStanding({ commitment: 'Yes', followUpOn, outcome }, '2026-11-20')).toBe(standing);
    expect(commitmentStanding({ commitment: ' ', followUpOn, outcome }, '2026-11-20')).toBeNull();
  });
});

describe('the summary', () => {
  const competencies = [
    { code: 'F1', name: 'AI concepts', domain: 'foundations' },
    { code: 'G2', name: 'Privacy', domain: 'governance' },
    { code: 'C1', name: 'Use-case fit', domain: 'clinical' },
  ] as const;

  test('counts people, commitments and ratings, worked out by hand', () => {
    const written: readonly ReflectionContent[] = [
      { ...GOOD, confidence: [{ code: 'F1', before: 0, after: 2 }] },
      {
        ...GOOD,
        outcome: 'kept',
        followedUpOn: '2026-11-16',
        confidence: [
          { code: 'F1', before: 1, after: 1 },
          { code: 'G2', before: 3, after: 2 },
        ],
      },
      { ...GOOD, followUpOn: '2027-01-10', confidence: [{ code: 'F1', before: 1, after: 3 }] },
      { ...GOOD, followUpOn: null, confidence: [] },
      { ...GOOD, commitment: '', followUpOn: null, confidence: [] },
    ];
    expect(summarize(8, written, competencies, '2026-11-20')).toEqual({
      enrolled: 8,
      returned: 5,
      commitments: 4,
      followUps: { due: 1, later: 1, kept: 1, partly: 0, notKept: 0 },
      confidence: [
        {
          code: 'F1',
          name: 'AI concepts',
          domain: 'foundations',
          answers: 3,
          meanBefore: 2 / 3,
          meanAfter: 2,
          raised: 2,
          lowered: 0,
        },
        {
          code: 'G2',
          name: 'Privacy',
          domain: 'governance',
          answers: 1,
          meanBefore: 3,
          meanAfter: 2,
          raised: 0,
          lowered: 1,
        },
      ],
    });
  });

  const level = fc.constantFrom(0, 1, 2, 3);
  const written = fc.record({
    writtenOn: fc.constant('2026-10-06'),
    change: fc.constant(''),
    commitment: fc.constantFrom('', 'Yes'),
    followUpOn: fc.constantFrom(null, '2026-11-01', '2027-01-01'),
    outcome: fc.constantFrom('open', 'kept', 'partly', 'not kept'),
    followedUpOn: fc.constant(null),
    confidence: fc.uniqueArray(
      fc.record({ code: fc.constantFrom('F1', 'G2'), before: level, after: level }),
      { selector: ({ code }) => code },
    ),
  });

  test('property: nobody counts twice, means stay on the scale, the order of people does not matter', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 30 }), (list) => {
        const found = summarize(list.length, list, competencies, '2026-11-20');
        const { due, later, kept, partly, notKept } = found.followUps;
        expect(due + later + kept + partly + notKept).toBeLessThanOrEqual(found.commitments);
        expect(found.commitments).toBeLessThanOrEqual(found.returned);
        for (const line of found.confidence) {
          expect(line.answers).toBeGreaterThan(0);
          expect(line.raised + line.lowered).toBeLessThanOrEqual(line.answers);
          for (const mean of [line.meanBefore, line.meanAfter]) {
            expect(mean).toBeGreaterThanOrEqual(0);
            expect(mean).toBeLessThanOrEqual(3);
          }
          // Means move as ratings do: all up cannot lower them.
          if (line.raised === line.answers) expect(line.meanAfter).toBeGreaterThan(line.meanBefore);
        }
        expect(summarize(list.length, list.toReversed(), competencies, '2026-11-20')).toEqual(found);
      }),
    );
  });
});

describe('answers that meet what is recorded', () => {
  const answers = (change: Partial<ReflectionAnswers>): ReflectionAnswers => ({
    writtenOn: null,
    change: null,
    commitment: null,
    followUpOn: null,
    outcome: null,
    followedUpOn: null,
    ratings: new Map(),
    ...change,
  });

  test('say old and new, and empty ones take nothing away', () => {
    const merged = mergeAnswers(
      { ...GOOD, outcome: 'kept', followedUpOn: '2026-11-16' },
      answers({
        commitment: 'Review five alerts a week.',
        ratings: new Map([['F1', { before: null, after: 3 }]]),
      }),
      '2026-10-05',
    );
    expect(merged.content).toEqual({
      ...GOOD,
      outcome: 'kept',
      followedUpOn: '2026-11-16',
      commitment: 'Review five alerts a week.',
      confidence: [{ code: 'F1', before: 1, after: 3 }],
    });
    expect(merged.changes).toEqual([
      'Commitment: “Review ten alerts a week.” → “Review five alerts a week.”.',
      'F1 after: 2 Apply → 3 Lead.',
    ]);
  });

  test('half a rating of a new competency is left out and said', () => {
    const merged = mergeAnswers(
      GOOD,
      answers({ ratings: new Map([['G2', { before: null, after: 2 }]]) }),
      '2026-10-05',
    );
    expect(merged.content).toEqual(GOOD);
    expect(merged.notes).toEqual(['G2 is left out: it has no rating before.']);
  });

  test('property: the same answers again change nothing', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('2026-10-06', '2026-10-07')),
        fc.option(fc.constantFrom('One', 'Two')),
        fc.option(fc.constantFrom('A', 'B')),
        fc.option(fc.constantFrom(0, 1, 2, 3)),
        fc.option(fc.constantFrom(0, 1, 2, 3)),
        (writtenOn, change, commitment, before, after) => {
          const row = answers({
            writtenOn,
            change,
            commitment,
            ratings: new Map([['F1', { before, after }]]),
          });
          const first = mergeAnswers(GOOD, row, '2026-10-05').content;
          const second = mergeAnswers(first, row, '2026-10-05');
          expect(second).toMatchObject({ content: first, changes: [], added: [] });
        },
      ),
    );
  });
});

describe('export', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a,b', 'a"b', 'a\nb', "'quoted'", ''])(
    'a cell with %j opens as text and comes back as it was',
    (cell) => {
      const [[read = ''] = []] = Papa.parse<string[]>(csvOf([[cell, 'x']]).slice(1)).data;
      expect(read).not.toMatch(/^[=+\-@\t\r]/);
      expect(unguarded(read)).toBe(cell);
    },
  );

  test('tabs and line ends stay inside their cell', () => {
    expect(tabTextOf([['a\tb', 'c\nd', '=1']])).toBe("a b\tc d\t'=1");
  });
});

test.each([
  ['2026-10-05', '2026-10-06', '2027-01-03'],
  ['2026-10-05', '', '2027-01-03'],
  // A form that comes back after that day counts from its own.
  ['2026-10-05', '2027-01-03', '2027-04-03'],
])(
  'the day of follow-up offered for an activity until %s and a reflection of %s',
  (endsOn, writtenOn, day) => {
    expect(offeredFollowUp(endsOn, writtenOn)).toBe(day);
  },
);

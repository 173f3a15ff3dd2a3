import { describe, expect, test } from 'vitest';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { completion, creditActivity } from '../../shared/credit/completion.ts';
import {
  balance,
  groupHeld,
  groupReasons,
  outcomeTitle,
  printedName,
  whatIssuingDoes,
} from './issue-words.ts';

type Ready = IssuePlan['ready'][number];
type Held = IssuePlan['held'][number];

function ready(kind: Ready['kind'], creditQuarters: number): Ready {
  return { enrolmentId: 1, name: 'Ada Byrne', credentials: 'MD', kind, creditQuarters };
}

function held(name: string, reason: string, place: Held['place'] = 'completion'): Held {
  return { enrolmentId: 1, personId: 1, name, credentials: '', reason, place, certificateId: null };
}

describe('what issuing does', () => {
  test('says who is awarded how much, and who only took part', () => {
    const points = whatIssuingDoes([ready('cme', 21), ready('cme', 4), ready('participation', 0)], 5, 1);
    expect(points[0]).toBe('2 people are awarded credit as claimed: 6.25 credits together.');
    expect(points[1]).toBe('1 person gets a certificate of participation, which awards no credit.');
    expect(points[2]).toContain('sealed');
    expect(points[3]).toBe('2 people who are ready are left out for now.');
    expect(points[4]).toBe('1 person is held and gets nothing now.');
  });

  test('leaves out what does not happen', () => {
    const points = whatIssuingDoes([ready('cme', 4)], 1, 0);
    expect(points).toHaveLength(2);
    expect(points[0]).toBe('1 person is awarded credit as claimed: 1 credit.');
  });
});

describe('people who are held', () => {
  test('stand by reason, the most frequent first', () => {
    const groups = groupHeld([
      held('A', 'No name.', 'person'),
      held('B', 'The evaluation has not been returned.'),
      held('C', 'The evaluation has not been returned.'),
    ]);
    expect(
      groups.map(({ heading, same, people }) => [heading, same, people.map(({ name }) => name)]),
    ).toEqual([
      ['The evaluation has not been returned.', true, ['B', 'C']],
      ['No name.', true, ['A']],
    ]);
  });

  test('share a heading when only their figures differ', () => {
    const session = {
      id: 1,
      title: 'Morning',
      date: '2026-10-05',
      startTime: '09:00',
      minutes: 120,
      countsForCredit: true,
    };
    const rules = {
      minimumAttendancePercent: 75,
      assessmentRequired: true,
      passPercent: 70,
      evaluationRequired: false,
    };
    const missing = (minutes: number, assessmentPercent: number): string =>
      completion(
        creditActivity({ sessions: [session], electives: [], maximum: 8, rules, rounding: 'nearest' }),
        'participation',
        {
          minutes: new Map([[1, minutes]]),
          assessmentPercent,
          evaluationReturnedOn: null,
          claimedQuarters: null,
        },
      ).missing[0]?.sentence ?? '';
    const groups = groupHeld([
      held('A', missing(20, 90)),
      held('B', missing(30, 90)),
      held('C', missing(120, 50)),
      held('D', missing(120, 60)),
    ]);
    expect(groups.map(({ heading, same }) => [heading, same])).toEqual([
      ['Attended less than the activity asks for.', false],
      ['The assessment was not passed.', false],
    ]);
  });
});

test('an ended run balances in words', () => {
  const result = {
    asked: 4,
    made: 1,
    held: 2,
    failed: 1,
    certificateIds: [1],
    reasons: [
      { name: 'A', outcome: 'held' as const, reason: 'Stopped before this one.' },
      { name: 'B', outcome: 'held' as const, reason: 'Stopped before this one.' },
      { name: 'C', outcome: 'failed' as const, reason: 'The page could not be drawn.' },
    ],
  };
  expect(balance(result)).toBe('4 asked = 1 issued + 2 held + 1 failed');
  expect(outcomeTitle(result)).toBe('1 of 4 certificates issued');
  expect(outcomeTitle({ ...result, made: 4 })).toBe('4 certificates issued');
  expect(outcomeTitle({ ...result, asked: 1, made: 1 })).toBe('1 certificate issued');
  expect(outcomeTitle({ ...result, made: 0 })).toBe('No certificate issued');
  expect(groupReasons(result.reasons).map(({ names }) => names)).toEqual([['A', 'B'], ['C']]);
});

test('a name is shown as it stands on the page', () => {
  expect(printedName({ name: 'Ada Byrne', credentials: 'MD' })).toBe('Ada Byrne, MD');
  expect(printedName({ name: '', credentials: '' })).toBe('No name');
});

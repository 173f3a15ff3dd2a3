import { describe, expect, test } from 'vitest';
import { contentOf, emptyDraft, type ModuleDraft, newKey, sameDraft } from './draft.ts';
import { check, stillRefused } from './problems.ts';

function draft(rest: Partial<ModuleDraft> = {}): ModuleDraft {
  return {
    ...emptyDraft(),
    code: 'OWN-01',
    title: 'Reading a model card',
    domain: 'governance',
    track: 'foundation',
    format: 'workshop',
    amaLearningFormat: 'live activity',
    ...rest,
  };
}

describe('a module while it is written', () => {
  test('a complete draft becomes what the contract takes; empty lines and dates are left out', () => {
    const line = { key: newKey(), text: '  Read a card.  ' };
    const { content } = check(draft({ objectives: [line, { key: newKey(), text: ' ' }], minutes: ' 45 ' }));
    expect(content).toMatchObject({
      code: 'OWN-01',
      minutes: 45,
      objectives: ['Read a card.'],
      lastReviewed: null,
      reviewBy: null,
    });
  });

  test('an empty draft names every field that is missing, and no other', () => {
    const { problems } = check(emptyDraft());
    expect(Object.keys(problems?.fields ?? {}).toSorted()).toEqual([
      'amaLearningFormat',
      'code',
      'domain',
      'format',
      'title',
      'track',
    ]);
  });

  test.each([
    ['', false],
    ['4', false],
    ['5', true],
    ['45.5', false],
    ['-60', false],
    ['1e3', false],
    ['2400', true],
    ['2401', false],
    ['an hour', false],
  ])('%j minutes: accepted is %s', (minutes, accepted) => {
    expect(check(draft({ minutes })).problems?.fields.minutes === undefined).toBe(accepted);
  });

  test.each([
    ['OWN 1', false],
    ['-OWN', false],
    ['X', false],
    ['own-1', false],
    ['OWN-1', true],
    ['2B', true],
    ['A'.repeat(24), true],
    ['A'.repeat(25), false],
  ])('code %j: accepted is %s', (code, accepted) => {
    expect(check(draft({ code })).problems === null).toBe(accepted);
  });

  test('a review that is due before the last one is refused', () => {
    expect(
      check(draft({ lastReviewed: '2026-05-02', reviewBy: '2026-05-01' })).problems?.fields.reviewBy,
    ).toContain('Choose a later day');
  });

  test('a reference says at its own line what it lacks', () => {
    const reference = {
      key: 'r',
      citation: '',
      identifier: 'x',
      url: 'www.fda.gov',
      catalogueKey: '',
      confidence: '',
    };
    expect(check(draft({ references: [reference] })).problems).toMatchObject({
      fields: {},
      references: { r: { citation: expect.any(String), url: expect.any(String) } },
      count: 1,
    });
    expect(contentOf(draft({ references: [reference] })).references).toHaveLength(1);
  });

  test('two drafts are the same whatever their line keys, and differ by an empty line', () => {
    const one = draft();
    expect(sameDraft(one, { ...one, objectives: [{ key: newKey(), text: '' }] })).toBe(true);
    expect(sameDraft(one, { ...one, objectives: [...one.objectives, { key: newKey(), text: '' }] })).toBe(
      false,
    );
  });

  test('a refusal stands until one of its fields is changed', () => {
    const before = draft();
    const refusal = { fault: { code: 'modules/audience-too-wide', message: '' }, draft: before } as const;
    expect(stillRefused(refusal, { ...before, title: 'Other' })).toBe(true);
    expect(stillRefused(refusal, { ...before, prerequisites: ['M-F01'] })).toBe(false);
    expect(stillRefused(refusal, { ...before, audience: ['nursing'] })).toBe(false);
  });
});

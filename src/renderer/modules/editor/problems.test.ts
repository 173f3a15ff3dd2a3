import { describe, expect, test } from 'vitest';
import { exampleModule } from '../../../shared/modules/example-module.ts';
import { indexLibrary, inLibrary } from '../../../shared/modules/in-library.ts';
import { assessmentAdvice } from './AssessmentFields.tsx';
import { contentOf, emptyDraft, type ModuleDraft, newKey, sameDraft } from './draft.ts';
import { check, NO_PROBLEMS, stillRefused, withoutMissing } from './problems.ts';

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

  test('while one types, only what is wrong is said; what is missing waits for the first try to save', () => {
    const empty = emptyDraft();
    expect(withoutMissing(check(empty).problems ?? NO_PROBLEMS, empty).fields).toEqual({});
    const wrong = draft({ code: 'X', minutes: '-5', lastReviewed: '2026-05-02', reviewBy: '2026-05-01' });
    const { problems } = check(wrong);
    expect(Object.keys(problems?.fields ?? {}).toSorted()).toEqual(['code', 'minutes', 'reviewBy']);
    expect(Object.keys(withoutMissing(problems ?? NO_PROBLEMS, wrong).fields).toSorted()).toEqual([
      'minutes',
      'reviewBy',
    ]);
  });

  test('among the other modules: a taken code, a circle and an audience are named', () => {
    const library = indexLibrary([
      exampleModule('OWN-01', { title: 'The other' }),
      exampleModule('AA', { prerequisites: ['OWN-02'], audience: ['nursing'] }),
    ]);
    const fieldsOfDraft = (rest: Partial<ModuleDraft>, recorded: string | null) => {
      const written = draft(rest);
      return check(written, inLibrary(written, recorded, library)).problems?.fields;
    };
    expect(fieldsOfDraft({}, null)?.code).toContain('“The other”');
    expect(fieldsOfDraft({ code: 'OWN-02', prerequisites: ['AA'], audience: ['nursing'] }, 'OWN-02')).toEqual(
      {
        prerequisites: 'These prerequisites run in a circle: OWN-02 → AA → OWN-02. Remove one of them.',
      },
    );
    expect(fieldsOfDraft({ code: 'OWN-03', prerequisites: ['AA'], audience: ['surgery'] }, null)).toEqual({
      audience:
        'OWN-03 is for Surgery, but AA, its prerequisite, is not. Widen the audience of AA or narrow that of OWN-03.',
    });
    expect(fieldsOfDraft({ code: 'OWN-03', prerequisites: ['GONE'] }, null)?.prerequisites).toContain('GONE');
  });

  test('an objective twice, a badly formed identifier and an entry without a tool stand at their lines', () => {
    const wrong = draft({
      objectives: [
        { key: 'o1', text: 'Read a card.' },
        { key: 'o2', text: 'read a card' },
      ],
      references: [
        { key: 'r1', citation: 'X', identifier: 'PMID x', url: '', catalogueKey: '', confidence: '' },
        { key: 'r2', citation: 'X', identifier: 'Our policy 12', url: '', catalogueKey: '', confidence: '' },
      ],
      aiUses: [{ key: 'a1', tool: '', version: '', usedOn: '2026-02-30', task: 'x', reviewer: '' }],
    });
    const { problems } = check(wrong);
    expect(problems).toMatchObject({
      fields: {},
      objectives: { o2: expect.stringContaining('objective 1') },
      references: { r1: { identifier: expect.stringContaining('PubMed') } },
      aiUses: { a1: { tool: expect.any(String), usedOn: expect.any(String) } },
      count: 3,
    });
    // The tool is still to be typed; the day is wrong already.
    expect(withoutMissing(problems ?? NO_PROBLEMS, wrong).aiUses['a1']).toEqual({
      usedOn: expect.any(String),
    });
  });

  test.each([
    [{}, null],
    [{ assessmentMethod: 'Quiz' }, 'Say what passes and which Moore level it shows'],
    [{ assessmentMethod: 'Quiz', mooreLevel: '3A' }, 'Say what passes:'],
    [{ assessmentMethod: 'Quiz', assessmentStandard: '80%', mooreLevel: '3A' }, null],
    [{ assessmentStandard: '80%' }, 'Say how learning is assessed'],
    [{ amaLearningFormat: 'enduring material' }, 'needs an assessment'],
  ] as const)('assessment %j: %s', (rest, advice) => {
    const said = assessmentAdvice(draft(rest));
    if (advice === null) expect(said).toBeNull();
    else expect(said).toContain(advice);
  });
});

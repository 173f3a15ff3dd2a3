import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import catalogue from '../../../resources/catalogue/catalogue.json';
import { BLOOM_LEVELS, objectiveVerb } from './bloom.ts';
import { checkLibrary } from './check-library.ts';
import { exampleModule } from './example-module.ts';
import { indexLibrary, inLibrary, prerequisitesWithout } from './in-library.ts';
import { objectiveFindings, SUGGESTED_VERBS, withVerb } from './objectives.ts';
import { emptiedAudiences, patched } from './patch.ts';

describe('objectives', () => {
  test('each says its level; a state of mind is advised against; what stands there twice is an error', () => {
    expect(
      objectiveFindings([
        'Critique a model card.',
        '',
        'Understand bias',
        'critique a model  card',
        '3 ways',
      ]),
    ).toEqual([
      { level: 'evaluate', error: null, advice: null },
      { level: null, error: null, advice: null },
      {
        level: null,
        error: null,
        advice:
          '“Understand” is a level of Bloom’s taxonomy, but not a verb that can be observed and assessed. Open with one that can, such as explain, describe, compare.',
      },
      {
        level: 'evaluate',
        error: 'This says the same as objective 1. Change it, or remove one of the two.',
        advice: null,
      },
      {
        level: null,
        error: null,
        advice: 'An objective opens with a verb that can be observed, such as apply, demonstrate, interpret.',
      },
    ]);
  });

  test('a level’s name that nobody can observe is told as both, with verbs of that level', () => {
    const [remember, know] = objectiveFindings(['Remember the limits', 'Know the limits of a tool']);
    expect(remember).toEqual({
      level: null,
      error: null,
      advice:
        '“Remember” is a level of Bloom’s taxonomy, but not a verb that can be observed and assessed. Open with one that can, such as define, identify, list.',
    });
    expect(know?.advice).toMatch(/^“Know” is not a verb that can be observed and assessed\./);
  });

  test('every verb that is offered shows the level under which it is offered', () => {
    for (const level of BLOOM_LEVELS)
      for (const verb of SUGGESTED_VERBS[level])
        expect([verb, objectiveVerb(verb).level]).toEqual([verb, level]);
  });

  test('the catalogue has nothing to be said of', () => {
    for (const { objectives } of catalogue.modules)
      for (const { error, advice } of objectiveFindings(objectives))
        expect([error, advice]).toEqual([null, null]);
  });

  test.each([
    ['Understand bias in data.', 'explain', 'Explain bias in data.'],
    ['', 'explain', 'Explain '],
    ['Know', 'recall', 'Recall '],
    ['3 ways to fail', 'list', 'List 3 ways to fail'],
  ])('%j with %s is %j', (objective, verb, expected) => {
    expect(withVerb(objective, verb)).toBe(expected);
  });
});

describe('a module among the others', () => {
  const library = [
    exampleModule('A', { audience: ['nursing'] }),
    exampleModule('B', { prerequisites: ['A'], audience: ['nursing'] }),
    exampleModule('C', { prerequisites: ['B'], audience: ['nursing'], retired: true }),
  ];
  const without = (code: string) => indexLibrary(library.filter((module) => module.code !== code));

  test('names the circle, also when the code is being changed', () => {
    const draft = { code: 'A', audience: ['nursing'], prerequisites: ['C'] };
    expect(inLibrary(draft, 'A', without('A')).circle).toEqual(['A', 'C', 'B', 'A']);
    expect(inLibrary({ ...draft, code: 'A2' }, 'A', without('A')).circle).toEqual(['A2', 'C', 'B', 'A2']);
    expect(inLibrary({ ...draft, code: '' }, null, indexLibrary(library)).circle).toBeNull();
  });

  test('names what does not fit on either side, what is retired, unknown or taken', () => {
    const placed = inLibrary(
      { code: 'A', audience: ['surgery'], prerequisites: ['C', 'X'] },
      'B',
      without('B'),
    );
    expect(placed.sameCode?.code).toBe('A');
    expect(placed.unknownPrerequisites).toEqual(['X']);
    expect(placed.retiredPrerequisites.map(({ code }) => code)).toEqual(['C']);
    expect(placed.narrowPrerequisites).toMatchObject([{ module: { code: 'C' }, outside: ['surgery'] }]);
    expect(placed.widerDependents).toMatchObject([{ module: { code: 'C' }, outside: ['nursing'] }]);
  });

  test('widening takes in everything that is built on', () => {
    expect(prerequisitesWithout(['B'], ['surgery'], indexLibrary(library)).map(({ code }) => code)).toEqual([
      'B',
      'A',
    ]);
  });

  test('agrees with the check of the whole library', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D');
    const audience = fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 });
    const module = fc.record({ audience, prerequisites: fc.uniqueArray(code, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.tuple(module, module, module, module), (four) => {
        const modules = four.map((rest, at) => exampleModule('ABCD'.charAt(at), { ...rest, id: at + 1 }));
        const problems = checkLibrary(modules, new Set());
        for (const one of modules) {
          const placed = inLibrary(one, one.code, indexLibrary(modules.filter(({ id }) => id !== one.id)));
          const kinds = new Set((problems.get(one.code) ?? []).map(({ kind }) => kind));
          expect(placed.circle !== null).toBe(kinds.has('prerequisite-cycle'));
          expect(placed.narrowPrerequisites.length > 0).toBe(kinds.has('audience-too-wide'));
        }
      }),
    );
  });
});

describe('changing many', () => {
  test('an audience is added to, taken from, and never emptied or narrowed by accident', () => {
    const some = exampleModule('A', { audience: ['nursing', 'surgery'] });
    const all = exampleModule('B');
    expect(patched(some, { addAudience: ['surgery', 'x'], removeAudience: ['nursing'] }).audience).toEqual([
      'surgery',
      'x',
    ]);
    expect(patched(all, { addAudience: ['x'] }).audience).toEqual([]);
    expect(emptiedAudiences([some, all], { removeAudience: ['nursing', 'surgery'] })).toEqual([some]);
  });

  test('an empty patch changes nothing, and a patch twice is a patch once', () => {
    const module = exampleModule('A', { lastReviewed: '2026-01-31', reviewBy: '2026-03-01' });
    expect(patched(module, {})).toEqual(module);
    const patch = { domain: 'governance', lastReviewed: '2026-08-31', reviewBy: 'usual' } as const;
    const once = patched(module, patch);
    expect(once).toMatchObject({ domain: 'governance', reviewBy: '2027-02-28' });
    expect(patched(once, patch)).toEqual(once);
    expect(patched(exampleModule('B'), { reviewBy: 'usual' }).reviewBy).toBeNull();
  });
});

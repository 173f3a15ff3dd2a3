import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Module } from '../contract/modules.ts';
import { DOMAINS } from '../contract/primitives.ts';
import { exampleModule } from '../modules/example-module.ts';
import { ANY_MODULE, findModules, type ModuleFilter, moduleFinder } from './find-modules.ts';
import { AUDIENCES, audienceName, audienceNames, formatName, MODULE_FORMATS, TRACKS } from './words.ts';

function module(code: string, rest: Partial<Module> = {}): Module {
  return exampleModule(code, {
    format: 'self_paced',
    amaLearningFormat: 'enduring material',
    audience: ['nursing'],
    ...rest,
  });
}

const LIBRARY = [
  module('M-F01', { title: 'How models learn', audience: ['nursing', 'radiology'] }),
  module('M-C10', {
    title: 'AI in radiology practice',
    domain: 'clinical',
    track: 'practitioner',
    format: 'case_conference',
    audience: ['radiology'],
    objectives: ['Judge a Ménière work-list score.'],
    competencies: [{ code: 'C2', level: 2 }],
  }),
  module('M-G01', {
    title: 'When is software a medical device?',
    domain: 'governance',
    track: 'leader',
    format: 'workshop',
    audience: [],
    specialtyFocus: ['informatics'],
    description: 'Rules for the front-line.',
  }),
];

function codes(filter: Partial<ModuleFilter>): readonly string[] {
  return findModules(LIBRARY, { ...ANY_MODULE, ...filter }).map(({ code }) => code);
}

describe('finding modules', () => {
  test.each<[string, Partial<ModuleFilter>, readonly string[]]>([
    ['nothing asked', {}, ['M-F01', 'M-C10', 'M-G01']],
    ['blanks only', { text: '   ' }, ['M-F01', 'M-C10', 'M-G01']],
    ['a code in small letters', { text: 'm-c10' }, ['M-C10']],
    ['part of a title', { text: 'radiolog' }, ['M-C10']],
    ['two words in any order', { text: 'practice AI' }, ['M-C10']],
    ['a word of the description', { text: 'Front‑line' }, ['M-G01']],
    ['an objective without its accents', { text: 'meniere' }, ['M-C10']],
    ['a competency', { text: 'c2' }, ['M-C10']],
    ['a specialty', { text: 'informatics' }, ['M-G01']],
    ['one word of two missing', { text: 'radiology sepsis' }, []],
    ['signs that mean something elsewhere', { text: '(.*' }, []],
    ['a domain', { domain: 'clinical' }, ['M-C10']],
    ['a track', { track: 'leader' }, ['M-G01']],
    ['a format', { format: 'self_paced' }, ['M-F01']],
    [
      'an audience, with the module that is for everyone',
      { audience: 'radiology' },
      ['M-F01', 'M-C10', 'M-G01'],
    ],
    ['an audience that only the module for everyone has', { audience: 'pharmacy' }, ['M-G01']],
    [
      'all at once',
      { text: 'ai', domain: 'clinical', track: 'practitioner', audience: 'radiology' },
      ['M-C10'],
    ],
    ['two that exclude each other', { domain: 'clinical', track: 'leader' }, []],
  ])('%s', (_, filter, found) => {
    expect(codes(filter)).toEqual(found);
  });

  test('an edited module is found by its new words', () => {
    const before = module('M-X01', { title: 'Old words' });
    expect(findModules([before], { ...ANY_MODULE, text: 'old' })).toHaveLength(1);
    const after = { ...before, title: 'Fresh words' };
    expect(findModules([after], { ...ANY_MODULE, text: 'old' })).toHaveLength(0);
    expect(findModules([after], { ...ANY_MODULE, text: 'fresh' })).toHaveLength(1);
  });

  const anyModule = fc
    .record({
      code: fc.stringMatching(/^M-[A-Z][0-9]{2}$/),
      title: fc.string({ maxLength: 20 }),
      domain: fc.constantFrom(...DOMAINS),
      track: fc.constantFrom(...TRACKS),
      format: fc.constantFrom(...MODULE_FORMATS),
      audience: fc.subarray([...AUDIENCES]),
    })
    .map((parts) => module(parts.code, parts));
  const anyFilter = fc.record({
    text: fc.oneof(fc.constant(''), fc.string({ maxLength: 3 })),
    domain: fc.option(fc.constantFrom(...DOMAINS)),
    track: fc.option(fc.constantFrom(...TRACKS)),
    format: fc.option(fc.constantFrom(...MODULE_FORMATS)),
    audience: fc.option(fc.constantFrom(...AUDIENCES)),
  });

  test('what is found is part of the library in its order, and asking for less never finds less', () => {
    fc.assert(
      fc.property(fc.array(anyModule, { maxLength: 12 }), anyFilter, (library, filter) => {
        const found = findModules(library, filter);
        expect(library.filter((entry) => found.includes(entry))).toEqual(found);
        expect(findModules(found, filter)).toEqual(found);
        for (const part of ['domain', 'track', 'format', 'audience'] as const)
          expect(findModules(library, { ...filter, [part]: null })).toEqual(
            expect.arrayContaining([...found]),
          );
        expect(findModules(library, { ...filter, text: '' })).toEqual(expect.arrayContaining([...found]));
      }),
      { numRuns: 60 },
    );
  });

  test('a finder that goes on from its last answer finds the same as a fresh search', () => {
    fc.assert(
      fc.property(
        fc.array(anyModule, { maxLength: 12 }),
        fc.array(anyFilter, { maxLength: 8 }),
        fc.string({ maxLength: 6 }),
        (library, filters, typed) => {
          const finder = moduleFinder(library);
          finder.ready(0, 5);
          const letters = [...typed].map((_, end) => ({ ...ANY_MODULE, text: typed.slice(0, end + 1) }));
          for (const filter of [...filters, ...letters, ...filters.toReversed()])
            expect(finder.find(filter)).toEqual(findModules(library, filter));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a module is found by any piece of its own title', () => {
    fc.assert(
      fc.property(anyModule, fc.nat(), fc.nat(), (entry, from, length) => {
        const start = from % (entry.title.length + 1);
        // A piece may not cut a letter from its accent or a pair of code units in two.
        const piece = entry.title.slice(start, start + length);
        fc.pre(/^[\x20-\x7e]*$/.test(entry.title));
        expect(findModules([entry], { ...ANY_MODULE, text: piece })).toEqual([entry]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('codes in words', () => {
  test.each([
    ['self_paced', 'Self-paced'],
    ['live_virtual', 'Live online'],
    ['case_conference', 'Case conference'],
    ['bedside_round', 'Bedside round'],
    ['Grand rounds', 'Grand rounds'],
  ])('format %s reads %s', (format, name) => {
    expect(formatName(format)).toBe(name);
  });

  test('audiences', () => {
    expect(audienceName('primary_care')).toBe('Primary care');
    expect(audienceName('Genetic counselors')).toBe('Genetic counselors');
    expect(audienceNames([])).toBe('Everyone');
    expect(audienceNames(['emergency', 'nursing'])).toBe('Emergency medicine, Nursing');
    expect(new Set(AUDIENCES.map(audienceName)).size).toBe(AUDIENCES.length);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLibrary } from '../modules/check-library.ts';
import { exampleModule } from '../modules/example-module.ts';
import { type Candidate, judgeModules } from './judge-modules.ts';

const CODES = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'];
const COMPETENCIES = new Set<string>();

const module = fc.record({
  code: fc.constantFrom(...CODES),
  prerequisites: fc.uniqueArray(fc.constantFrom(...CODES, 'NONE'), { maxLength: 2 }),
  audience: fc.subarray(['nursing', 'surgery', 'pharmacy']),
});
type Drawn = { readonly code: string; readonly prerequisites: string[]; readonly audience: string[] };

const full = ({ code, prerequisites, audience }: Drawn) => exampleModule(code, { prerequisites, audience });

/** The part of a drawn library that is sound: what is wrong is taken out until nothing is. */
function soundPart(drawn: readonly Drawn[]): readonly Drawn[] {
  const problems = checkLibrary(drawn.map(full), COMPETENCIES);
  return problems.size === 0 ? drawn : soundPart(drawn.filter(({ code }) => !problems.has(code)));
}

test('what is let in leaves a sound library, and what is kept out would not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(module, { selector: ({ code }) => code, maxLength: 5 }),
      fc.array(module, { maxLength: 6 }),
      (drawn, file) => {
        const library = soundPart(drawn);
        const here = new Set(library.map(({ code }) => code));
        const candidates = file.map(
          ({ code, ...content }, index): Candidate => ({
            row: index + 1,
            code,
            content,
            problems: [],
            isNew: !here.has(code),
          }),
        );
        const problems = judgeModules(candidates, library, COMPETENCIES);
        const letIn = file.filter((_, index) => !problems.has(index + 1));
        const after = new Map([...library, ...letIn].map((one) => [one.code, full(one)]));
        expect(checkLibrary([...after.values()], COMPETENCIES)).toEqual(new Map());
        // With every row let in, something would be wrong, or a row stands there twice.
        const all = [...library.filter(({ code }) => !file.some((one) => one.code === code)), ...file];
        if (problems.size > 0) expect(checkLibrary(all.map(full), COMPETENCIES).size).toBeGreaterThan(0);
        for (const sentences of problems.values()) expect(sentences.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a row that gives way to the module of the library closes no circle', () => {
  const library = [
    { code: 'L1', audience: [], prerequisites: ['A1'] },
    { code: 'A1', audience: [], prerequisites: ['F1'] },
    { code: 'F1', audience: [], prerequisites: [] },
  ];
  const problems = judgeModules(
    [
      {
        row: 1,
        code: 'A1',
        content: { audience: [], prerequisites: [] },
        problems: ['Wrong.'],
        isNew: false,
      },
      { row: 2, code: 'F1', content: { audience: [], prerequisites: ['L1'] }, problems: [], isNew: false },
    ],
    library,
    COMPETENCIES,
  );
  expect(problems.get(1)).toEqual(['Wrong.']);
  expect(problems.get(2)).toEqual([expect.stringContaining('run in a circle')]);
});

test('a narrowed prerequisite is judged again when the row that built on it gives way', () => {
  const problems = judgeModules(
    [
      { row: 1, code: 'A1', content: { audience: ['nursing'] }, problems: ['Wrong.'], isNew: false },
      {
        row: 2,
        code: 'P1',
        content: { audience: ['nursing'], prerequisites: [] },
        problems: [],
        isNew: false,
      },
    ],
    [
      { code: 'A1', audience: [], prerequisites: ['P1'] },
      { code: 'P1', audience: [], prerequisites: [] },
    ],
    COMPETENCIES,
  );
  expect(problems.get(2)).toEqual([expect.stringContaining('A1 is for everyone, but P1')]);
});

import { expect, test } from 'vitest';
import { exampleLibrary, exampleOutline } from '../../../shared/curricula/outline-example.ts';
import { outlineGaps, withAllMended, withGapMended } from '../../../shared/curricula/outline-mending.ts';
import { mendedInWords } from './mended-words.ts';

const modules = exampleLibrary({ 1: [], 2: [1], 3: [2], 4: [], 5: [4] });
const library = {
  byId: new Map(modules.map((module) => [module.id, module])),
  byCode: new Map(modules.map((module) => [module.code, module])),
};
const title = (id: number): string => library.byId.get(id)?.title ?? '';

/** Mends the first gap of an outline, and what is said of it. */
function mendFirst(text: string): string {
  const before = exampleOutline(text);
  const [gap] = outlineGaps(before, library.byId);
  if (!gap) throw new Error('no gap');
  return mendedInWords('Done', gap, before, withGapMended(before, gap, library), library);
}

test.each<[string, string, string]>([
  ['one that was added', '4 2', 'Done, as number 2.'],
  ['in its section', 'A: 4 B: 2', 'Done, as number 2 in “B”.'],
  ['with what it requires', '4 3', `Done, as number 3. Added with it: ${title(1)} (number 2).`],
  ['one that moved', '2 1', 'Done, as number 1.'],
])('says where it is: %s', (_, before, words) => {
  expect(mendFirst(before)).toBe(words);
});

test('says of all gaps at once what was added, is required now, and that others moved', () => {
  const before = exampleOutline('3 [g 4 2] 5');
  const after = withAllMended(before, library);
  const words = mendedInWords('Mended', null, before, after, library);
  expect(words).toBe(
    `Mended. Added: ${title(1)} (number 1). Required now: ${title(2)} (number 2). Others changed places.`,
  );
  expect(mendedInWords('Mended', null, exampleOutline('2 1'), exampleOutline('1 2'), library)).toBe(
    'Mended. Others changed places.',
  );
});

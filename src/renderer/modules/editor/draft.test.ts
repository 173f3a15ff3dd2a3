import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleModule } from '../../../shared/modules/example-module.ts';
import { changedFields, draftOf, draftOnto, type ModuleDraft, sameDraft } from './draft.ts';

const begun = draftOf(exampleModule('A-1', { title: 'Before', minutes: 60, objectives: ['List limits'] }));

test('what was written stays, and what nobody touched follows the module', () => {
  const written: ModuleDraft = { ...begun, title: 'Mine', reviewBy: '2027-01-01' };
  const now = draftOf(
    exampleModule('A-1', { title: 'Theirs', minutes: 75, objectives: ['Explain limits', 'Judge a tool'] }),
  );
  const draft = draftOnto(written, begun, now);
  expect(draft).toMatchObject({ title: 'Mine', reviewBy: '2027-01-01', minutes: '75' });
  expect(draft.objectives.map(({ text }) => text)).toEqual(['Explain limits', 'Judge a tool']);
  expect(changedFields(now, draft)).toEqual(['title', 'reviewBy']);
});

test('without a change elsewhere a draft stays as it is; without one here it is the module', () => {
  const fields = fc.record({ title: fc.string(), minutes: fc.string(), code: fc.string() });
  fc.assert(
    fc.property(fields, fields, (mine, theirs) => {
      expect(sameDraft(draftOnto({ ...begun, ...mine }, begun, begun), { ...begun, ...mine })).toBe(true);
      expect(sameDraft(draftOnto(begun, begun, { ...begun, ...theirs }), { ...begun, ...theirs })).toBe(true);
    }),
  );
});

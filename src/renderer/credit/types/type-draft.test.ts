import { expect, test } from 'vitest';
import { draftOf, readDraft, type TypeDraft } from './type-draft.ts';

const draft: TypeDraft = { ...draftOf(null, '2026-11-25'), name: 'Hospital hours' };

test('a new type starts with what is usual, and reads back as it was typed', () => {
  const { content, problems } = readDraft({
    ...draft,
    step: '0,5',
    dailyCap: '6',
    secondUnit: 'CEU',
    validTo: '2027-12-31',
  });
  expect(problems).toEqual({});
  expect(content).toMatchObject({
    name: 'Hospital hours',
    minutesPerUnit: 60,
    stepHundredths: 50,
    dailyCapHundredths: 600,
    secondUnit: { one: 'CEU', many: 'CEU', divisor: 10 },
    validFrom: '2026-11-25',
    validTo: '2027-12-31',
  });
  if (content) expect(readDraft(draftOf(content, '2030-01-01')).content).toEqual(content);
});

test.each<[Partial<TypeDraft>, keyof TypeDraft]>([
  [{ name: ' ' }, 'name'],
  [{ unitOne: '' }, 'unitOne'],
  [{ unitMany: '' }, 'unitMany'],
  [{ minutesPerUnit: '0' }, 'minutesPerUnit'],
  [{ minutesPerUnit: '59.5' }, 'minutesPerUnit'],
  [{ step: '0' }, 'step'],
  [{ step: '0.125' }, 'step'],
  [{ dailyCap: 'eight' }, 'dailyCap'],
  [{ secondUnit: 'CEU', divisor: '1' }, 'divisor'],
  [{ identifierForm: '[LH##' }, 'identifierForm'],
  [{ validFrom: '' }, 'validFrom'],
  [{ validTo: '2026-01-01' }, 'validTo'],
  [{ name: 'x'.repeat(301) }, 'name'],
  [{ note: 'bell \u0007' }, 'note'],
])('%j is marked', (change, field) => {
  const { content, problems } = readDraft({ ...draft, ...change });
  expect(content).toBeNull();
  expect(problems[field]).toBeTruthy();
});

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CreditTypeContent } from '../../src/shared/contract/credit.ts';
import { fitsMask } from '../../src/shared/credit/identifier-mask.ts';
import { openEngine, type TestEngine, temporaryFolder } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine({ now: () => '2026-11-24T19:00:00.000Z' });
  await office.withOffice();
});
afterEach(() => office.close());

const OWN: CreditTypeContent = {
  name: 'Hospital hours',
  unitOne: 'hour',
  unitMany: 'hours',
  minutesPerUnit: 50,
  stepHundredths: 50,
  rounding: 'down',
  professions: ['nurse', 'pharmacist'],
  basis: 'time',
  dailyCapHundredths: 600,
  secondUnit: null,
  evaluationRequired: true,
  identifierLabel: 'Course number',
  identifierForm: '@@-###',
  identifierExample: 'AB-123',
  statement: 'Approved for [n] hours.',
  note: '',
  validFrom: '2026-01-01',
  validTo: null,
  source: 'Bylaws of the hospital',
};

describe('the types of the field', () => {
  test('are there with source and confidence; AMA PRA credit is the first, and every example fits its form', async () => {
    const types = await office.ask('credit.types', {});
    expect(types[0]).toMatchObject({ code: 'ama-pra-1', ama: true, stepHundredths: 25, minutesPerUnit: 60 });
    expect(types.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'nursing-contact-hours',
        'acpe-pharmacist',
        'acpe-technician',
        'aapa-1',
        'ipce',
        'abim-moc',
        'royal-college-1',
        'royal-college-3',
        'eaccme',
        'uk-federation-cpd',
      ]),
    );
    expect(types.find(({ code }) => code === 'uk-federation-cpd')).toMatchObject({
      stepHundredths: 100,
      dailyCapHundredths: 800,
    });
    for (const type of types) {
      expect(type.source, type.code).not.toBe('');
      expect(type.confidence, type.code).not.toBe('');
      if (type.identifierExample) expect(fitsMask(type.identifierForm, type.identifierExample)).toBe(true);
    }
    // What a low confidence leaves open is said.
    for (const type of types.filter(({ confidence }) => confidence.startsWith('low')))
      expect(type.unsure, type.code).not.toBe('');
  });

  test('come into a file from before there were any, once, and an office’s changes stay', async () => {
    const folder = temporaryFolder();
    await (await openEngine({ dataDirectory: folder })).close();
    const file = new Database(join(folder, 'rounds.db'));
    file.exec(
      "DELETE FROM credit_types WHERE code <> 'aapa-1'; UPDATE credit_types SET step_hundredths = 50, edited = 1",
    );
    file.close();
    const first = await openEngine({ dataDirectory: folder });
    const types = await first.ask('credit.types', {});
    expect(types.length).toBe((await office.ask('credit.types', {})).length);
    expect(types.find(({ code }) => code === 'aapa-1')).toMatchObject({ stepHundredths: 50, edited: true });
    const [latest] = await first.ask('changes.recent', { limit: 1 });
    expect(latest).toMatchObject({ method: 'credit.addMissingTypes', undoable: false });
    await first.close();
    const second = await openEngine({ dataDirectory: folder });
    expect((await second.ask('changes.recent', { limit: 5 })).map(({ changeId }) => changeId)[0]).toBe(
      latest?.changeId,
    );
    await second.close();
  });

  test('can be set otherwise, which is marked; AMA PRA credit cannot', async () => {
    const types = await office.ask('credit.types', {});
    const [ama] = types;
    const eaccme = types.find(({ code }) => code === 'eaccme');
    if (!ama || !eaccme) throw new Error('types are missing');
    const content = contentOf(eaccme);
    await office.ask('credit.updateType', {
      id: eaccme.id,
      content: { ...content, dailyCapHundredths: 800 },
    });
    expect((await office.ask('credit.types', {})).find(({ id }) => id === eaccme.id)).toMatchObject({
      dailyCapHundredths: 800,
      edited: true,
      origin: 'field',
    });
    expect((await office.fault('credit.updateType', { id: ama.id, content: contentOf(ama) })).code).toBe(
      'credit/type-fixed',
    );
    expect((await office.fault('credit.retireType', { id: ama.id, retired: true })).code).toBe(
      'credit/type-fixed',
    );
    expect((await office.fault('credit.removeType', { id: eaccme.id })).code).toBe('credit/type-fixed');
  });
});

describe('types of the office’s own', () => {
  test('are added, changed, retired and removed; the act stands in the history', async () => {
    const { id } = await office.ask('credit.createType', OWN);
    expect((await office.ask('credit.types', {})).at(-1)).toMatchObject({
      ...OWN,
      id,
      code: 'hospital-hours',
      origin: 'office',
      retired: false,
      activities: 0,
    });
    await office.ask('credit.updateType', { id, content: { ...OWN, minutesPerUnit: 60 } });
    await office.ask('credit.retireType', { id, retired: true });
    expect((await office.ask('credit.types', {})).at(-1)).toMatchObject({
      minutesPerUnit: 60,
      retired: true,
    });
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    expect(latest?.title).toBe('Retired credit type “Hospital hours”');
    await office.ask('changes.undo', { changeId: latest?.changeId ?? 0 });
    expect((await office.ask('credit.types', {})).at(-1)?.retired).toBe(false);
    await office.ask('credit.removeType', { id });
    expect((await office.ask('credit.types', {})).some((type) => type.id === id)).toBe(false);
  });

  test.each<[string, Partial<CreditTypeContent>, string]>([
    ['a name that is taken', { name: 'ABIM moc points' }, 'credit/type-name-in-use'],
    ['a form that cannot be read', { identifierForm: '[LH##' }, 'request/invalid'],
    ['dates the wrong way round', { validTo: '2025-12-31' }, 'request/invalid'],
    ['a step of nothing', { stepHundredths: 0 }, 'request/invalid'],
    ['a unit of no minutes', { minutesPerUnit: 0 }, 'request/invalid'],
    ['no name', { name: ' ' }, 'request/invalid'],
  ])('refused: %s', async (_, change, code) => {
    expect((await office.fault('credit.createType', { ...OWN, ...change })).code).toBe(code);
  });

  test('two names that make the same code both get one', async () => {
    await office.ask('credit.createType', { ...OWN, name: 'Über hours' });
    await office.ask('credit.createType', { ...OWN, name: 'Uber-hours' });
    await office.ask('credit.createType', { ...OWN, name: '時間' });
    const codes = (await office.ask('credit.types', {}))
      .filter(({ origin }) => origin === 'office')
      .map(({ code }) => code);
    expect(new Set(codes).size).toBe(3);
  });

  test('a type that is gone', async () => {
    expect((await office.fault('credit.updateType', { id: 999, content: OWN })).code).toBe(
      'credit/type-not-found',
    );
  });
});

function contentOf(type: CreditTypeContent): CreditTypeContent {
  return Object.fromEntries(
    Object.keys(OWN).map((key) => [key, type[key as keyof CreditTypeContent]]),
  ) as CreditTypeContent; // the keys are exactly those of the content
}

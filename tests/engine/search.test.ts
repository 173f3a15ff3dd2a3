import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeAll(async () => {
  office = await openEngine();
  await office.withOffice();
  const { id } = await office.ask('curricula.create', {
    title: 'Éthique and AI: Łódź course',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  const { versionId } = await office.ask('curricula.publish', { id });
  await office.ask('activities.create', { versionId, title: 'Winter course', startsOn: '2026-12-07' });
  for (const [givenName, familyName] of [
    ['José', 'García-López'],
    ['美咲', '田中'],
    ['Bo', 'Ek'],
  ] as const)
    await office.ask('people.create', {
      givenName,
      familyName,
      credentials: 'MD',
      profession: 'physician',
      specialty: '',
      email: '',
      npi: '',
      licences: [],
      birthMonthDay: '',
      notes: '',
    });
});
afterAll(() => office.close());

test.each([
  ['ethique', 'curriculum', 'Éthique and AI: Łódź course'],
  ['lodz', 'curriculum', 'Éthique and AI: Łódź course'],
  ['course ethique', 'curriculum', 'Éthique and AI: Łódź course'],
  ['winter', 'activity', 'Winter course'],
  ['garcia lopez', 'person', 'José García-López, MD'],
  ['lopez jose', 'person', 'José García-López, MD'],
  ['田中', 'person', '美咲 田中, MD'],
  ['ek', 'person', 'Bo Ek, MD'],
  ['m-f01', 'module', 'AI in health care: concepts and vocabulary'],
])('“%s” finds the %s', async (text, kind, title) => {
  const found = await office.ask('search.everything', { text });
  expect(found.map((hit) => [hit.kind, hit.title])).toContainEqual([kind, title]);
});

test.each(['', '   ', '"', '%', '_', "' OR 1=1 --", 'zzzzzz', '" OR "', '*'])(
  'search takes “%s” as text and finds nothing',
  async (text) => {
    expect(await office.ask('search.everything', { text })).toEqual([]);
  },
);

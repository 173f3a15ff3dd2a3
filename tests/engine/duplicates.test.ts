import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reader } from '../../src/main/database/reader.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { DuplicatesFound } from '../../src/shared/contract/people-merge.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

async function add(givenName: string, familyName: string, more: Partial<Input<'people.create'>> = {}) {
  const { id } = await office.ask('people.create', {
    givenName,
    familyName,
    credentials: 'MD',
    profession: 'physician',
    specialty: 'Cardiology',
    email: '',
    npi: '',
    licences: [],
    birthMonthDay: '',
    notes: '',
    ...more,
  });
  return id;
}

async function pairs() {
  const job = await office.job('people.findDuplicates', {});
  expect(job.status).toBe('done');
  return DuplicatesFound.parse(job.result);
}

test('pairs come with their reasons, the strongest first', async () => {
  const licence = [{ state: 'CO', number: '0077' }];
  const a = await add('Anna', 'Schmidt', { licences: licence });
  const b = await add('A.', 'Schmitt', { licences: licence });
  const c = await add('Robert', 'Okonkwo');
  const d = await add('Bob', 'Okonkwo', { email: 'bob@example.org' });
  await add('Wei', 'Chen');
  const found = await pairs();
  expect([found.people, found.total]).toEqual([5, 2]);
  expect(found.pairs.map(({ one, other, strength }) => [one.id, other.id, strength])).toEqual([
    [a, b, 96],
    [c, d, 55],
  ]);
  expect(found.pairs[0]?.reasons).toEqual([
    'Both have the license CO 0077.',
    'The names are similar (Anna Schmidt, A. Schmitt) and the specialty is the same.',
  ]);
  expect(found.pairs[1]?.other).toMatchObject({
    name: 'Bob Okonkwo',
    email: 'bob@example.org',
    activities: 0,
  });
});

test('two who are not the same are remembered, until it is taken back', async () => {
  const a = await add('Anna', 'Schmidt');
  const b = await add('Anna', 'Schmidt');
  await office.ask('people.markDifferent', { oneId: b, otherId: a });
  await office.ask('people.markDifferent', { oneId: a, otherId: b });
  expect((await pairs()).total).toBe(0);
  expect(await office.ask('people.listDifferent', {})).toMatchObject([{ one: { id: a }, other: { id: b } }]);
  await office.ask('people.unmarkDifferent', { oneId: a, otherId: b });
  expect((await pairs()).total).toBe(1);
  const [last, before] = await office.ask('changes.recent', { limit: 2 });
  expect(last?.title).toBe('Asked again whether Anna Schmidt and Anna Schmidt are two people');
  await office.ask('changes.undo', { changeId: last?.changeId ?? 0 });
  expect((await pairs()).total).toBe(0);
  expect(before?.title).toBe('Noted that Anna Schmidt and Anna Schmidt are two people');
});

async function lastChange(): Promise<number> {
  const [last] = await office.ask('changes.recent', { limit: 1 });
  return last?.changeId ?? 0;
}

async function kept(): Promise<readonly (readonly [number, number])[]> {
  const listed = await office.ask('people.listDifferent', {});
  return listed.map(({ one, other }) => [one.id, other.id]);
}

test('a note that an undo brings back goes on with the record that stays, and can be taken back', async () => {
  const a = await add('Anna', 'Schmidt');
  const b = await add('Anna', 'Schmidt');
  const c = await add('Anna', 'Schmidt', { email: 'anna@example.org' });
  await office.ask('people.markDifferent', { oneId: a, otherId: b });
  await office.ask('people.unmarkDifferent', { oneId: a, otherId: b });
  const unmarked = await lastChange();
  await office.ask('people.merge', { keepId: c, otherId: b, choices: {}, results: [] });
  await office.ask('changes.undo', { changeId: unmarked });
  expect(await kept()).toEqual([[a, c]]);
  const undone = await lastChange();
  await office.ask('people.unmarkDifferent', { oneId: a, otherId: c });
  expect(await kept()).toEqual([]);
  expect((await pairs()).total).toBe(1);
  await office.ask('changes.undo', { changeId: await lastChange() });
  await office.ask('changes.undo', { changeId: undone });
  expect(await kept()).toEqual([]);
});

test('whoever comes back with a note finds the record that stays in it, or no note when it is the same one', async () => {
  const a = await add('Anna', 'Schmidt');
  const b = await add('Anna', 'Schmidt');
  const c = await add('Anna', 'Schmidt', { email: 'anna@example.org' });
  await office.ask('people.markDifferent', { oneId: a, otherId: b });
  await office.ask('people.remove', { id: b });
  const removed = await lastChange();
  await office.ask('people.merge', { keepId: c, otherId: a, choices: {}, results: [] });
  await office.ask('changes.undo', { changeId: removed });
  expect(await kept()).toEqual([[b, c]]);

  await office.ask('people.unmarkDifferent', { oneId: b, otherId: a });
  expect(await kept()).toEqual([]);
  await office.ask('people.merge', { keepId: c, otherId: b, choices: {}, results: [] });
  await office.ask('people.unmarkDifferent', { oneId: b, otherId: a });
});

test('the list of notes costs two queries, however long it is', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 6; index += 1) ids.push(await add('Anna', `Schmidt${index}`));
  const [first = 0, ...others] = ids;
  const asked = vi.spyOn(Reader.prototype, 'rows');
  const queries = async (): Promise<number> => {
    const before = asked.mock.calls.length;
    await kept();
    return asked.mock.calls.length - before;
  };
  for (const other of others) await office.ask('people.markDifferent', { oneId: first, otherId: other });
  expect(await kept()).toHaveLength(5);
  expect(await queries()).toBe(2);
  asked.mockRestore();
});

test('whoever is removed takes the note along, and undo brings both back', async () => {
  const a = await add('Anna', 'Schmidt');
  const b = await add('Anna', 'Schmidt');
  await office.ask('people.markDifferent', { oneId: a, otherId: b });
  await office.ask('people.remove', { id: b });
  expect(await office.ask('people.listDifferent', {})).toEqual([]);
  const [removed] = await office.ask('changes.recent', { limit: 1 });
  await office.ask('changes.undo', { changeId: removed?.changeId ?? 0 });
  expect(await office.ask('people.listDifferent', {})).toHaveLength(1);
});

test('a person is not compared with itself, and nobody with who is gone', async () => {
  const a = await add('Anna', 'Schmidt');
  expect((await office.fault('people.markDifferent', { oneId: a, otherId: a })).code).toBe('request/invalid');
  expect((await office.fault('people.markDifferent', { oneId: a, otherId: 999 })).code).toBe(
    'people/not-found',
  );
});

test('an empty office has no duplicates', async () => {
  expect(await pairs()).toEqual({ people: 0, total: 0, partly: 0, pairs: [] });
});

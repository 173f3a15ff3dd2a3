import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CreditType, CreditTypeContent } from '../../src/shared/contract/credit.ts';
import type { Input, MethodName } from '../../src/shared/contract/index.ts';
import type { ModuleContent } from '../../src/shared/contract/modules.ts';
import { requiredItems } from '../../src/shared/curricula/outline.ts';
import { enrol, openCourse, person, written } from './course.ts';
import { applyExchange, exchangeModule, exchangeText, rehearseExchange } from './exchange-files.ts';
import { openEngine, type TestEngine, temporaryFolder } from './fixture.ts';

/** What must hold after an undo although the file itself cannot see to it: what stands in lists, and who is who. */

let office: TestEngine;
let dataDirectory = '';
beforeEach(async () => {
  dataDirectory = temporaryFolder();
  office = await openEngine({ dataDirectory });
  await office.withOffice();
});
afterEach(async () => {
  await office.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Does something and answers the id by which it can be undone. */
async function act<M extends MethodName>(method: M, input: Input<M>): Promise<number> {
  const answer = await office.engine.call(method, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  if (answer.changeId === undefined) throw new Error(`${method} recorded nothing`);
  return answer.changeId;
}

/** Writes into the file while the program is closed. */
async function inFile(sql: string): Promise<void> {
  await office.close();
  const file = new Database(join(dataDirectory, 'rounds.db'));
  file.exec(sql);
  file.close();
  office = await openEngine({ dataDirectory });
}

async function idOf(code: string): Promise<number> {
  return (await office.ask('modules.list', {})).find((module) => module.code === code)?.id ?? 0;
}

function add(code: string, rest: Partial<ModuleContent> = {}): Promise<number> {
  return act('modules.create', exchangeModule(code, rest));
}

async function edit(code: string, rest: Partial<ModuleContent>): Promise<number> {
  return act('modules.update', { id: await idOf(code), content: exchangeModule(code, rest) });
}

async function remove(code: string): Promise<number> {
  return act('modules.remove', { id: await idOf(code) });
}

/** Asks for an undo that is to be refused, and answers why; nothing may have been written. */
async function refusal(changeId: number): Promise<string> {
  const before = [await written(office), await office.ask('modules.list', {})];
  const { code, message } = await office.fault('changes.undo', { changeId });
  expect(code).toBe('changes/cannot-undo');
  expect([await written(office), await office.ask('modules.list', {})]).toEqual(before);
  return message;
}

function undo(changeId: number): Promise<unknown> {
  return office.ask('changes.undo', { changeId });
}

async function curriculum(title: string): Promise<number> {
  return (await office.ask('curricula.create', { title, templateCode: null, specialtyModule: null })).id;
}

async function holdModules(curriculumId: number, ...codes: readonly string[]): Promise<number> {
  const ids = await Promise.all(codes.map(idOf));
  const {
    id,
    templateCode: _,
    updatedAt: __,
    versions: ___,
    ...content
  } = await office.ask('curricula.get', { id: curriculumId });
  return act('curricula.update', { id, content: { ...content, items: requiredItems(ids) } });
}

describe('the library stays sound', () => {
  test('an undo does not close a circle of prerequisites', async () => {
    await add('OWN-A');
    await add('OWN-B');
    await edit('OWN-A', { prerequisites: ['OWN-B'] });
    const freed = await edit('OWN-A', { prerequisites: [] });
    const turned = await edit('OWN-B', { prerequisites: ['OWN-A'] });
    expect(await refusal(freed)).toBe(
      '“Edited module OWN-A “Module OWN-A”” cannot be undone. It would leave the library with a fault. These prerequisites run in a circle: OWN-A → OWN-B → OWN-A. Remove one of them.',
    );
    await undo(turned);
    await undo(freed);
  });

  test('an undo does not leave a module with a wider audience than its prerequisite', async () => {
    await add('OWN-A', { audience: ['nursing'] });
    await add('OWN-B', { audience: ['nursing'], prerequisites: ['OWN-A'] });
    const widened = await edit('OWN-A', { audience: ['nursing', 'radiology'] });
    await edit('OWN-B', { audience: ['nursing', 'radiology'], prerequisites: ['OWN-A'] });
    expect(await refusal(widened)).toMatch(
      /OWN-B is for radiology, but OWN-A, its prerequisite, is not\. Widen/i,
    );
    await edit('OWN-B', { audience: ['nursing'], prerequisites: ['OWN-A'] });
    await undo(widened);
  });

  test('a module comes back only with what it requires', async () => {
    await add('OWN-A');
    await add('OWN-B', { prerequisites: ['OWN-A'] });
    const second = await remove('OWN-B');
    const first = await remove('OWN-A');
    expect(await refusal(second)).toContain(
      'OWN-B requires OWN-A, and there would be no module OWN-A. Bring OWN-A back first.',
    );
    await undo(first);
    await undo(second);
  });

  test('a code does not change back under a module that names it', async () => {
    await add('OWN-A');
    const renamed = await act('modules.update', {
      id: await idOf('OWN-A'),
      content: exchangeModule('OWN-Z'),
    });
    await add('OWN-B', { prerequisites: ['OWN-Z'] });
    expect(await refusal(renamed)).toContain(
      'OWN-B requires OWN-Z, and there would be no module OWN-Z. Remove OWN-Z from the prerequisites of OWN-B first.',
    );
  });

  test('a module does not come back where its code was given anew', async () => {
    await add('OWN-A');
    const removed = await remove('OWN-A');
    await add('OWN-A', { title: 'Another one' });
    expect(await refusal(removed)).toContain('a module of the same code. Remove or rename that first.');
  });

  test('what was wrong before does not stand in the way', async () => {
    await add('OWN-A');
    await add('OWN-B', { prerequisites: ['OWN-A'] });
    await inFile(`UPDATE modules SET prerequisites = '["OWN-B"]' WHERE code = 'OWN-A'`);
    await undo(await add('OWN-C'));
    const retired = await act('modules.retire', { id: await idOf('OWN-A'), retired: true });
    await undo(retired);
  });
});

describe('modules stay where they are used', () => {
  test('an added module that only a published version holds', async () => {
    const added = await add('OWN-A');
    const id = await curriculum('Night school');
    await holdModules(id, 'OWN-A');
    await office.ask('curricula.publish', { id });
    await holdModules(id, 'M-F01');
    expect(await refusal(added)).toBe(
      '“Added module OWN-A “Module OWN-A”” cannot be undone. OWN-A is used in 1 published version (“Night school” version 1). Retire it instead: it then stays where it is used and is offered nowhere else.',
    );
    expect((await office.fault('modules.remove', { id: await idOf('OWN-A') })).code).toBe('modules/in-use');
  });

  test('an imported module that only a published version holds', async () => {
    const modules = [exchangeModule('OWN-A'), exchangeModule('OWN-B')];
    const { rehearsalId } = await rehearseExchange(office, exchangeText({ modules }));
    const { changeId } = await applyExchange(office, rehearsalId);
    const id = await curriculum('Night school');
    await holdModules(id, 'OWN-B');
    await office.ask('curricula.publish', { id });
    await holdModules(id, 'M-F01');
    expect(await refusal(changeId)).toContain(
      'OWN-B is used in 1 published version (“Night school” version 1)',
    );
  });

  test('an added module that another one requires, until it does no more', async () => {
    const added = await add('OWN-A');
    await add('OWN-B', { prerequisites: ['OWN-A'] });
    expect(await refusal(added)).toContain(
      'OWN-A is used in 1 module that requires it (OWN-B). Take it out there first',
    );
    await edit('OWN-B', { prerequisites: [] });
    await undo(added);
  });

  test('a draft does not come back without one of its modules', async () => {
    await add('OWN-A');
    const id = await curriculum('Night school');
    await holdModules(id, 'OWN-A');
    const ended = await act('curricula.remove', { id });
    const removed = await remove('OWN-A');
    expect(await refusal(ended)).toContain(
      '“Night school” would hold a module that was removed from the library since. Undo that removal first.',
    );
    await undo(removed);
    await undo(ended);
    expect(await office.ask('curricula.get', { id })).toMatchObject({
      items: requiredItems([await idOf('OWN-A')]),
    });
  });
});

describe('nobody gets back what somebody else has by now', () => {
  const ana = person({ email: 'Ana@clinic.org', npi: '1234567893' });

  test.each([
    [
      'the address',
      { email: 'ana@CLINIC.org' },
      'Ana Silva would get back the address Ana@clinic.org, which Ben Cho has now',
    ],
    ['the NPI', { npi: '1234567893' }, 'Ana Silva would get back the NPI 1234567893, which Ben Cho has now'],
  ])('%s after an edit', async (_what, taken, words) => {
    const { id } = await office.ask('people.create', ana);
    const edited = await act('people.update', { id, content: person({}) });
    const ben = person({ givenName: 'Ben', familyName: 'Cho', ...taken });
    const other = await office.ask('people.create', ben);
    expect(await refusal(edited)).toContain(words);
    await office.ask('people.update', { id: other.id, content: { ...ben, email: '', npi: '' } });
    await undo(edited);
    expect(await office.ask('people.get', { id })).toMatchObject({ email: ana.email, npi: ana.npi });
  });

  test('the address after a removal, also from one of the same name', async () => {
    const { id } = await office.ask('people.create', ana);
    const removed = await act('people.remove', { id });
    await office.ask('people.create', ana);
    expect(await refusal(removed)).toContain(
      'Ana Silva would get back the address Ana@clinic.org, which another person of that name has now',
    );
  });

  test.each([
    [
      'a further address, which is the first of another',
      { furtherEmails: ['Ana@home.org'] },
      { email: 'ana@home.org' },
      'Ana Silva would get back the address Ana@home.org, which Ben Cho has now',
    ],
    [
      'a further address, which is a further one of another too',
      { furtherEmails: ['x@home.org', 'ana@home.org'] },
      { furtherEmails: ['ana@home.org'] },
      'Ana Silva would get back the address ana@home.org, which Ben Cho has now',
    ],
    [
      'a further NPI',
      { furtherNpis: ['1245319599'] },
      { npi: '1245319599' },
      'Ana Silva would get back the NPI 1245319599, which Ben Cho has now',
    ],
  ])('%s', async (_what, had, taken, words) => {
    const ben = person({ givenName: 'Ben', familyName: 'Cho' });
    const before = { ...ana, ...had };
    const { id } = await office.ask('people.create', before);
    const edited = await act('people.update', {
      id,
      content: { ...ana, furtherEmails: [], furtherNpis: [] },
    });
    const other = await office.ask('people.create', { ...ben, ...taken });
    expect(await refusal(edited)).toContain(words);
    await office.ask('people.update', {
      id: other.id,
      content: { ...ben, email: '', npi: '', furtherEmails: [] },
    });
    await undo(edited);
    expect(await office.ask('people.get', { id })).toMatchObject(had);
    const removed = await act('people.remove', { id });
    await office.ask('people.update', { id: other.id, content: { ...ben, ...taken } });
    expect(await refusal(removed)).toContain(words);
  });

  test('a former name and a further address that stayed stand in nobody’s way', async () => {
    const { id } = await office.ask('people.create', {
      ...ana,
      formerNames: [{ name: 'Ana Lima', until: null }],
      furtherEmails: ['ana@home.org'],
    });
    const edited = await act('people.update', {
      id,
      content: { ...ana, formerNames: [], furtherEmails: ['ana@home.org'] },
    });
    const former = [{ name: 'Ana Lima', until: null }];
    await office.ask('people.create', person({ givenName: 'Ben', familyName: 'Cho', formerNames: former }));
    await undo(edited);
    expect(await office.ask('people.get', { id })).toMatchObject({ formerNames: [{ name: 'Ana Lima' }] });
  });

  test('an act that leaves addresses alone is undone whatever they are', async () => {
    const { id } = await office.ask('people.create', ana);
    const edited = await act('people.update', { id, content: { ...ana, specialty: 'Cardiology' } });
    await office.ask('people.create', person({ givenName: 'Ben', familyName: 'Cho' }));
    await inFile(`UPDATE people SET email_key = 'ana@clinic.org' WHERE given_name = 'Ben'`);
    await undo(edited);
    expect(await office.ask('people.get', { id })).toMatchObject({ specialty: '' });
  });
});

describe('claims stay in the unit that they were made in', () => {
  /** A course of two hours with nursing contact hours, attended by one nurse. */
  async function claimable() {
    const type = (await office.ask('credit.types', {})).find(({ code }) => code === 'nursing-contact-hours');
    if (!type) throw new Error('a type is missing');
    const activity = await openCourse(office, [{ at: '09:00', minutes: 120 }]);
    const [enrolmentId = 0] = await enrol(office, activity.id, [
      { familyName: 'Baker', profession: 'nurse', credentials: 'RN' },
    ]);
    const [session] = activity.sessions;
    await office.ask('attendance.mark', {
      activityId: activity.id,
      marks: [{ enrolmentId, sessionId: session?.id ?? 0, minutes: 120 }],
    });
    await office.ask('credit.designate', {
      activityId: activity.id,
      typeId: type.id,
      maximumHundredths: 100,
      identifier: '',
      excludedSessionIds: [],
    });
    const claim = (claimedHundredths: number | null) =>
      act('credit.claim', {
        activityId: activity.id,
        typeId: type.id,
        enrolmentIds: [enrolmentId],
        claimedHundredths,
      });
    const change = (content: Partial<CreditTypeContent>) =>
      act('credit.updateType', { id: type.id, content: { ...contentOf(type), ...content } });
    return { claim, change };
  }

  function contentOf(type: CreditType): CreditTypeContent {
    return CreditTypeContent.strip().parse(type);
  }

  test.each<[string, Partial<CreditTypeContent>]>([
    ['minutes of a unit', { minutesPerUnit: 50 }],
    ['name of the unit', { unitOne: 'point', unitMany: 'points' }],
    ['step', { stepHundredths: 50 }],
  ])('the %s is not put back beneath claims recorded since', async (_what, other) => {
    const { claim, change } = await claimable();
    const changed = await change(other);
    const claimed = await claim(100);
    expect(await refusal(changed)).toMatch(/1 claim of Nursing contact hours was recorded since/);
    await undo(claimed);
    await undo(changed);
  });

  test('the basis is not put back beneath claims recorded since', async () => {
    const { claim, change } = await claimable();
    await change({ basis: 'claimed' });
    const changed = await change({ basis: 'time' });
    await claim(100);
    expect(await refusal(changed)).toMatch(/1 claim of Nursing contact hours was recorded since/);
  });

  test('claims do not come back to a type that is counted otherwise by now', async () => {
    const { claim, change } = await claimable();
    await claim(100);
    const taken = await claim(null);
    const changed = await change({ minutesPerUnit: 50 });
    expect(await refusal(taken)).toContain(
      'it would bring back claims of Nursing contact hours, whose unit, step or basis is another since',
    );
    await undo(changed);
    await undo(taken);
  });

  test('a change of anything else is undone whatever is claimed, and so is a step changed beneath old claims', async () => {
    const { claim, change } = await claimable();
    await claim(100);
    const step = await change({ stepHundredths: 50 });
    await undo(step);
    const noted = await change({ note: 'Approved until June.' });
    await claim(50);
    await undo(noted);
  });
});

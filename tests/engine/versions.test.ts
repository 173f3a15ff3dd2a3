import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { difference } from '../../src/shared/curricula/difference.ts';
import { NO_CONSTRAINTS } from '../../src/shared/curricula/outline.ts';
import { person } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';
import { curriculumWith, placed } from './sheets.ts';

type Content = Input<'curricula.update'>['content'];

let office: TestEngine;
let modules: Output<'modules.list'>;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
  modules = await office.ask('modules.list', {});
});
afterEach(() => office.close());

function ids(from: number, to: number): readonly number[] {
  return modules.slice(from, to).map(({ id }) => id);
}

/** A curriculum that uses everything an outline may hold. */
function everything(): Partial<Content> {
  const [first = 0, second = 0] = ids(0, 2);
  return {
    kind: 'certification',
    award: 'Certificate',
    items: [
      { kind: 'section', key: 'a', title: 'Opening', note: 'Everyone begins here.' },
      { kind: 'module', ...placed(first, 'Read ahead.') },
      {
        kind: 'electives',
        key: 'e',
        title: 'Your field',
        note: '',
        rule: { by: 'count', atLeast: 2 },
        options: ids(2, 6).map((id) => placed(id)),
      },
      { kind: 'section', key: 'b', title: 'In practice', note: '' },
      { kind: 'module', ...placed(second), week: 3 },
    ],
    targets: { C1: 2 },
    constraints: {
      minutes: { min: 60, max: 900 },
      quarters: { min: 4, max: null },
      domainMinutes: { clinical: { min: 60, max: null } },
      requiredDomains: ['clinical'],
      specialtyModule: true,
    },
    schedule: { startsOn: '2027-01-11', weeks: 6 },
  };
}

async function rewriteModule(id: number): Promise<void> {
  const module = (await office.ask('modules.list', {})).find((one) => one.id === id);
  if (!module) throw new Error('no such module');
  const { id: _, origin: __, edited: ___, retired: ____, ...content } = module;
  await office.ask('modules.update', {
    id,
    content: {
      ...content,
      title: 'Rewritten',
      minutes: content.minutes + 30,
      objectives: ['Audit a model.'],
    },
  });
}

describe('a published version', () => {
  test('keeps outline, kind, constraints, schedule and electives, and no later edit reaches it', async () => {
    const id = await curriculumWith(office, everything());
    const { versionId } = await office.ask('curricula.publish', { id });
    const frozen = await office.ask('versions.get', { versionId });
    expect(frozen).toMatchObject(everything());
    const electives = ids(2, 6)
      .map((module) => frozen.content.find((one) => one.id === module)?.minutes ?? 0)
      .toSorted((a, b) => a - b);
    const [shortest = 0, second = 0, third = 0, longest = 0] = electives;
    expect(frozen.mostMinutes - frozen.minutes).toBe(third + longest - shortest - second);
    const [listed] = (await office.ask('curricula.get', { id })).versions;
    expect(listed).toMatchObject({
      minutes: frozen.minutes,
      mostMinutes: frozen.mostMinutes,
      mostCreditQuarters: frozen.mostCreditQuarters,
    });
    expect(frozen.mostCreditQuarters).toBeGreaterThanOrEqual(frozen.creditQuarters);
    expect(frozen.content.map((module) => module.id)).toEqual([...ids(0, 1), ...ids(2, 6), ...ids(1, 2)]);

    for (const moduleId of ids(0, 6)) await rewriteModule(moduleId);
    await office.ask('modules.retire', { id: ids(0, 1)[0] ?? 0, retired: true });
    const {
      id: _,
      templateCode: __,
      updatedAt: ___,
      versions: ____,
      ...draft
    } = await office.ask('curricula.get', { id });
    const content: Content = { ...draft, items: [], targets: {}, kind: null, title: 'Another', award: '' };
    await office.ask('curricula.update', { id, content });
    expect(await office.ask('versions.get', { versionId })).toEqual(frozen);
  });

  test('is published with what does not hold, which the history, the lists and the version say', async () => {
    const part = everything();
    const constraints = { ...NO_CONSTRAINTS, minutes: { min: null, max: 30 } };
    const id = await curriculumWith(office, { ...part, constraints });
    const { versionId } = await office.ask('curricula.publish', { id });
    const [act] = await office.ask('changes.recent', { limit: 1 });
    expect(JSON.stringify(act)).toMatch(/Published “.*” version 1; \d+ constraints? do(es)? not hold/);
    const [summary] = (await office.ask('curricula.get', { id })).versions;
    const version = await office.ask('versions.get', { versionId });
    expect(summary).toMatchObject({
      counts: version.counts,
      mostMinutes: version.mostMinutes,
      mostCreditQuarters: version.mostCreditQuarters,
    });
    expect(version.counts.electives).toHaveLength(1);
    expect(version.mostMinutes).toBeGreaterThanOrEqual(version.minutes);
  });

  test('differs from the next one in exactly what was changed between them', async () => {
    const id = await curriculumWith(office, everything());
    const first = await office.ask('curricula.publish', { id });
    await rewriteModule(ids(0, 1)[0] ?? 0);
    const second = await office.ask('curricula.publish', { id });
    const groups = difference(
      await office.ask('versions.get', { versionId: first.versionId }),
      await office.ask('versions.get', { versionId: second.versionId }),
    );
    expect(groups.map(({ title }) => title)).toEqual([
      'Time and credit',
      'Minutes of modules',
      'Objectives',
      'Other words of modules',
    ]);
  });
});

describe('copying a version', () => {
  test('starts a curriculum that reads like it, without its schedule, retired modules too', async () => {
    const id = await curriculumWith(office, everything());
    const { versionId } = await office.ask('curricula.publish', { id });
    await office.ask('modules.retire', { id: ids(2, 3)[0] ?? 0, retired: true });
    await curriculumWith(office, {});
    const copy = await office.ask('curricula.copyVersion', { versionId, title: 'Next year' });
    const made = await office.ask('curricula.get', { id: copy.id });
    expect(made).toMatchObject({
      ...everything(),
      title: 'Next year',
      schedule: { startsOn: null, weeks: null },
      versions: [],
    });
    // It can be edited and published as any other.
    await office.ask('curricula.publish', { id: copy.id });
  });

  test('of a version that is not there is refused', async () => {
    const fault = await office.fault('curricula.copyVersion', { versionId: 999, title: 'Next year' });
    expect(fault.code).toBe('versions/not-found');
  });
});

describe('cohorts', () => {
  test('stand under the version that they are taught on, the latest first', async () => {
    const id = await curriculumWith(office, everything());
    const first = await office.ask('curricula.publish', { id });
    await rewriteModule(ids(0, 1)[0] ?? 0);
    const second = await office.ask('curricula.publish', { id });
    const open = (versionId: number, title: string, startsOn: string) =>
      office.ask('activities.create', { versionId, title, startsOn });
    const spring = await open(first.versionId, 'Spring', '2026-03-02');
    await open(second.versionId, 'Autumn', '2026-09-07');
    const { id: personId } = await office.ask('people.create', person({}));
    await office.ask('enrolments.add', { activityId: spring.id, personIds: [personId] });
    const cohorts = await office.ask('versions.cohorts', { curriculumId: id });
    expect(
      cohorts.map(({ title, versionNumber, enrolled, certified }) => [
        title,
        versionNumber,
        enrolled,
        certified,
      ]),
    ).toEqual([
      ['Autumn', 2, 0, 0],
      ['Spring', 1, 1, 0],
    ]);
    expect(await office.ask('versions.cohorts', { curriculumId: await curriculumWith(office, {}) })).toEqual(
      [],
    );
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobState } from '../../src/shared/contract/system.ts';
import { openEngine, type TestEngine } from './fixture.ts';

/** A Tuesday at noon in Denver. */
const NOW = '2026-11-24T19:00:00.000Z';

let office: TestEngine;
let job: JobState;
beforeAll(async () => {
  office = await openEngine({ now: () => NOW });
  job = await office.job('office.exploreSample', {});
});
afterAll(() => office.close());

describe('the sample office', () => {
  test('is made as a job and says that it is a sample', async () => {
    expect(job.fault).toBeNull();
    expect(job).toMatchObject({ status: 'done', result: { curricula: 3, activities: 5, people: 62 } });
    expect(await office.ask('system.state', {})).toMatchObject({ phase: 'ready', sample: true });
    const again = await office.fault('office.exploreSample', {});
    expect(again.code).toBe('office/already-set-up');
  });

  test('has work at every stage', async () => {
    const activities = await office.ask('activities.list', {});
    expect(new Set(activities.map(({ stage }) => stage))).toEqual(
      new Set(['planned', 'running', 'finished', 'certified']),
    );
    const curricula = await office.ask('curricula.list', {});
    expect(curricula.map(({ latestVersion }) => latestVersion).toSorted()).toEqual([1, 2, null]);
  });

  test('holds a revoked certificate and one that was issued again', async () => {
    const list = (status: 'issued' | 'revoked' | 'superseded') =>
      office.ask('certificates.list', { text: '', activityId: null, status, after: null, limit: 100 });
    expect((await list('issued')).total).toBeGreaterThan(8);
    expect((await list('revoked')).total).toBe(1);
    const [old] = (await list('superseded')).rows;
    if (!old) throw new Error('none was issued again');
    const { replacedBy } = await office.ask('certificates.get', { id: old.id });
    expect(replacedBy).not.toBeNull();
  });

  test('leaves a sound audit chain', async () => {
    expect(await office.ask('audit.check', {})).toMatchObject({ ok: true, firstBadRow: null });
  });
});

describe('Home', () => {
  test('names what waits, the most pressing first, with where it is', async () => {
    const home = await office.ask('home.summary', {});
    expect(home.today).toBe('2026-11-24');
    expect(home.counts).toMatchObject({ curricula: 3, activities: 5, people: 62 });
    const kinds = home.attention.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'completion-waiting',
        'activity-soon',
        'activity-no-people',
        'curriculum-draft',
      ]),
    );
    expect(kinds.indexOf('completion-waiting')).toBeLessThan(kinds.indexOf('curriculum-draft'));
    expect(home.attention.every(({ path }) => path.startsWith('/'))).toBe(true);
  });

  test('shows what comes with the people enrolled', async () => {
    const { upcoming } = await office.ask('home.summary', {});
    expect(upcoming.map(({ startsOn }) => startsOn)).toEqual(
      upcoming.map(({ startsOn }) => startsOn).toSorted(),
    );
    expect(upcoming.map(({ enrolled }) => enrolled)).toEqual([28, 22, 0]);
  });

  test('counts as ready exactly what the issue plan has ready', async () => {
    const home = await office.ask('home.summary', {});
    for (const { id, stage } of await office.ask('activities.list', {})) {
      if (stage !== 'finished') continue;
      const plan = await office.ask('certificates.plan', { activityId: id });
      const line = home.attention.find(
        ({ kind, path }) => kind === 'certificates-ready' && path === `/activities/${id}/certificates`,
      );
      expect(line?.count ?? 0).toBe(plan.ready.length);
    }
  });
});

test('Home of an empty office has counts of nothing and asks for nothing', async () => {
  const empty = await openEngine({ now: () => NOW });
  await empty.withOffice();
  const home = await empty.ask('home.summary', {});
  expect(home).toMatchObject({ attention: [], upcoming: [], counts: { people: 0, activities: 0 } });
  await empty.close();
});

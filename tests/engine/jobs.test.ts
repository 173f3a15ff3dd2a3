import { expect, test } from 'vitest';
import { Jobs } from '../../src/main/engine/jobs.ts';

function makeJobs(): { readonly jobs: Jobs; readonly order: string[] } {
  const jobs = new Jobs(
    () => undefined,
    () => ({ code: 'internal', message: '' }),
  );
  return { jobs, order: [] };
}

function work(order: string[], name: string, within: () => Promise<void> = async () => undefined) {
  return async (): Promise<null> => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await within();
    order.push(`${name} ends`);
    return null;
  };
}

test('work that must be alone begins when nothing is at work, and what comes meanwhile waits', async () => {
  const { jobs, order } = makeJobs();
  jobs.start('issue', 'First', work(order, 'first'));
  jobs.startAlone(
    'restore',
    'Alone',
    work(order, 'alone', async () => {
      jobs.start('issue', 'Last', work(order, 'last'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }),
  );
  jobs.startAlone('restore', 'Alone again', work(order, 'again'));
  await jobs.settled();
  await jobs.settled();
  expect(order.slice(0, 4)).toEqual(['first begins', 'first ends', 'alone begins', 'alone ends']);
  expect([order.slice(4, 6), order.slice(6)].flat()).toHaveLength(4);
  // The two that waited do not overlap either.
  expect(order[5]).toBe(order[4]?.replace('begins', 'ends'));
});

test('work that starts work of its own ends, with other work waiting to be alone', async () => {
  const { jobs, order } = makeJobs();
  jobs.start(
    'sample',
    'Outer',
    work(order, 'outer', async () => {
      const { jobId } = jobs.start('issue', 'Inner', work(order, 'inner'));
      while (jobs.get(jobId).status === 'running') await new Promise((resolve) => setTimeout(resolve, 2));
    }),
  );
  jobs.startAlone('restore', 'Alone', work(order, 'alone'));
  await jobs.settled();
  expect(order).toEqual([
    'outer begins',
    'inner begins',
    'inner ends',
    'outer ends',
    'alone begins',
    'alone ends',
  ]);
});

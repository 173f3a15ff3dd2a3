import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createInlineSolver } from '../../src/main/pathways/solver/inline.ts';
import type { PathwaySolver, SolverTask } from '../../src/main/pathways/solver/solver.ts';
import { createSolverThread } from '../../src/main/pathways/solver/thread.ts';
import { person } from './course.ts';
import { openEngine, temporaryFolder } from './fixture.ts';
import { madeUpProblem } from './pathway-cases.ts';

/** The solver in a thread of its own: Node runs the worker's source as it is. */

const WORKER = join(import.meta.dirname, '../../src/main/pathways/solver/worker.ts');
const TASK: SolverTask = { kind: 'pathway', problem: madeUpProblem(1) };

let solver: PathwaySolver | null = null;
afterEach(async () => {
  await solver?.close();
  solver = null;
});

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
}

describe('the thread', () => {
  test('answers what the same search answers in the calling thread', async () => {
    solver = createSolverThread(WORKER);
    const inline = createInlineSolver();
    const tasks = [1, 2, 3, 4, 5].map(
      (seed): SolverTask => ({ kind: 'pathway', problem: madeUpProblem(seed) }),
    );
    const answers = await Promise.all(tasks.map((task, index) => solver?.solve(`person ${index}`, task)));
    expect(answers).toEqual(await Promise.all(tasks.map((task) => inline.solve('', task))));
  });

  test('a search that is cancelled ends at once, and the next one gets a new thread', async () => {
    solver = createSolverThread(WORKER);
    const running = outcome(solver.solve('one', TASK));
    const waiting = outcome(solver.solve('two', TASK));
    const other = outcome(solver.solve('three', TASK));
    solver.cancel('one');
    solver.cancel('two');
    expect(await running).toBe('pathways/cancelled');
    expect(await waiting).toBe('pathways/cancelled');
    expect(await other).toBe('answered');
  });

  test('a search without time proves nothing and says so', async () => {
    solver = createSolverThread(WORKER, 0);
    expect(await solver.solve('one', TASK)).toEqual({ kind: 'unfinished' });
  });

  test('a thread that dies fails the search it had, and is replaced', async () => {
    const folder = temporaryFolder();
    const marker = join(folder, 'died');
    const worker = join(folder, 'worker.mjs');
    writeFileSync(
      worker,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       if (existsSync(${JSON.stringify(marker)})) await import(${JSON.stringify(WORKER)});
       else parentPort.on('message', () => { writeFileSync(${JSON.stringify(marker)}, ''); process.exit(1); });`,
    );
    solver = createSolverThread(worker);
    const first = solver.solve('one', TASK);
    await expect(first).rejects.toThrow('the solver’s thread died');
    expect(await outcome(solver.solve('one', TASK))).toBe('answered');
    rmSync(folder, { recursive: true });
  });

  test('closing stops what runs and takes nothing more', async () => {
    solver = createSolverThread(WORKER);
    const running = outcome(solver.solve('one', TASK));
    await solver.close();
    expect(await running).toBe('pathways/cancelled');
    expect(await outcome(solver.solve('one', TASK))).toBe('pathways/cancelled');
  });
});

test('through the engine a search of one person is stopped, and the engine answers meanwhile', async () => {
  const office = await openEngine({ solver: createSolverThread(WORKER) });
  await office.withOffice();
  const { id: personId } = await office.ask('people.create', person({}));
  const request = {
    specialty: 'radiology',
    practiceArea: '',
    targets: { C2: 3 },
    creditQuarters: 0,
    maximumMinutes: null,
    domainMinutes: {},
    include: [],
    exclude: [],
    waived: [],
  } as const;
  const input = { personId, request: { ...request, include: [], exclude: [], waived: [] } };
  const running = office.engine.call('pathways.solve', input);
  await office.ask('pathways.cancel', { personId });
  expect(await running).toMatchObject({ ok: false, error: { code: 'pathways/cancelled' } });
  const { answer } = await office.ask('pathways.solve', input);
  expect(answer.status).toBe('solved');
  await office.close();
});

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from '../../src/main/headless.ts';
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts';
import { DemoFault } from './arguments.ts';

/** The engine as the demo calls it: an answer or a {@link DemoFault} with the engine's own sentence. */
export type DemoEngine = {
  ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Starts a job, waits for its end and answers its result. */
  job<M extends MethodName>(method: M, input: Input<M>): Promise<unknown>;
  close(): Promise<void>;
};

/** Starts the built engine, in its own thread as in the program, on a folder. */
export async function startDemoEngine(dataDirectory: string): Promise<DemoEngine> {
  const built = pathToFileURL(join(import.meta.dirname, '..', '..', 'out', 'main', 'headless.js')).href;
  // The built bundle has the types of its source.
  const { startEngine } = (await import(built)) as typeof import('../../src/main/headless.ts');
  const engine = await startEngine({ dataDirectory, appVersion: 'demo' });
  return {
    ask: (method, input) => ask(engine, method, input),
    job: (method, input) => job(engine, method, input),
    close: () => engine.close(),
  };
}

async function ask<M extends MethodName>(engine: Engine, method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await engine.call(method, input);
  if (!answer.ok) throw new DemoFault(answer.error.message);
  // The engine answers what the contract says of this method.
  return answer.value as Output<M>;
}

async function job<M extends MethodName>(engine: Engine, method: M, input: Input<M>): Promise<unknown> {
  const started = await ask(engine, method, input);
  // Only methods that start a job are asked here; they answer its id.
  const { jobId } = started as { readonly jobId: string };
  for (;;) {
    const state = await ask(engine, 'jobs.get', { jobId });
    if (state.status === 'done') return state.result;
    if (state.status !== 'running') throw new DemoFault(state.fault?.message ?? 'The work was stopped.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

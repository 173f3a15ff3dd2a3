import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageRenderer } from '../../src/main/certificates/render/document.ts';
import { createEngine, type LocalEngine } from '../../src/main/engine/engine.ts';
import { createInlineSolver } from '../../src/main/pathways/solver/inline.ts';
import type { PathwaySolver } from '../../src/main/pathways/solver/solver.ts';
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts';
import type { JobState } from '../../src/shared/contract/system.ts';
import { type Fault, RoundsError } from '../../src/shared/errors.ts';

/** An engine on a folder of its own, as the tests call it. */
export type TestEngine = {
  readonly engine: LocalEngine;
  readonly dataDirectory: string;
  /** The value of a call. @throws RoundsError when it is refused */
  ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  /** The refusal of a call. @throws when it is not refused */
  fault(method: MethodName, input: unknown): Promise<Fault>;
  /** Starts a job and waits for its end. */
  job<M extends MethodName>(method: M, input: Input<M>): Promise<JobState>;
  /** Sets up an office with sensible values; `change` replaces some. */
  withOffice(change?: Partial<Input<'office.setUp'>>): Promise<void>;
  close(): Promise<void>;
};

/** Opens an engine in this thread. The folder goes when it is closed, unless one is given. */
export async function openEngine(
  options: {
    readonly now?: () => string;
    readonly dataDirectory?: string;
    readonly pages?: PageRenderer;
    readonly solver?: PathwaySolver;
    /** Told at named steps of every write; the crash tests stop the program there. */
    readonly onStep?: (name: string) => void;
  } = {},
): Promise<TestEngine> {
  const dataDirectory = options.dataDirectory ?? temporaryFolder();
  const engine = await createEngine({
    dataDirectory,
    pages: options.pages ?? (await inlinePages()),
    solver: options.solver ?? createInlineSolver(),
    ...(options.now ? { now: options.now } : {}),
    ...(options.onStep ? { onStep: options.onStep } : {}),
  });
  const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await engine.call(method, input);
    if (!answer.ok) throw new RoundsError(answer.error.code, answer.error.message, answer.error.details);
    // The engine answers what the contract says of this method.
    return answer.value as Output<M>;
  };
  return {
    engine,
    dataDirectory,
    ask,
    async fault(method, input) {
      const answer = await engine.call(method, input);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.error;
    },
    async job(method, input) {
      // Only methods that start a job are asked here; they answer its id.
      const { jobId } = (await ask(method, input)) as { readonly jobId: string };
      await engine.jobs.settled();
      return engine.jobs.get(jobId);
    },
    async withOffice(change = {}) {
      await ask('office.setUp', { ...TEST_OFFICE, ...change });
    },
    async close() {
      await engine.close();
      if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The office that `withOffice` sets up. */
export const TEST_OFFICE: Input<'office.setUp'> = {
  providerName: 'Summit Medical Society',
  address: '1 Main Street\nDenver, CO 80202',
  accreditor: 'accme',
  stateSociety: '',
  logoAssetId: null,
  paper: 'letter',
  timeZone: 'America/Denver',
  certificatePrefix: 'SUM',
  rounding: 'nearest',
  fractionNoun: 'singular',
  signatories: [{ id: null, name: 'Rosa Lindqvist, MD', title: 'Medical Director', imageAssetId: null }],
};

/** A new, empty folder among the system's temporary ones. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rounds-test-'));
}

async function inlinePages(): Promise<PageRenderer> {
  const { createInlineRenderer } = await import('../../src/main/certificates/render/inline.ts');
  return createInlineRenderer();
}

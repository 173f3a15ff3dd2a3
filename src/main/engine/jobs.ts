import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { JobState } from '../../shared/contract/system.ts';
import { RoundsError } from '../../shared/errors.ts';

/** What a running job may say and ask. */
export type JobControl = {
  /** Reports how far the work is; at most ten reports a second go out. */
  progress(done: number, total: number): void;
  /** True when the coordinator asked to stop. Ask between units of work. */
  cancelled(): boolean;
  /** Stops here if asked to. @throws RoundsError `jobs/cancelled` */
  checkpoint(): void;
};

type Json = z.infer<ReturnType<typeof z.json>>;
type Work = (control: JobControl) => Promise<Json>;

const PROGRESS_INTERVAL_MS = 100;
const KEPT = 200;

/** Long work: started, followed by events, cancelled, finished with a result that balances. */
export class Jobs {
  readonly #states = new Map<string, JobState>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #cancelled = new Set<string>();
  /** Jobs that have begun; the others wait for their turn. */
  readonly #working = new Map<string, { readonly alone: boolean; readonly end: Promise<void> }>();
  readonly #emit: (job: JobState) => void;
  readonly #fault: (error: unknown) => { readonly code: string; readonly message: string };
  /** Reads cancel messages that arrived while the engine was busy; set by the worker entry. */
  pollCancellations: () => void = () => undefined;

  constructor(
    emit: (job: JobState) => void,
    fault: (error: unknown) => { readonly code: string; readonly message: string },
  ) {
    this.#emit = emit;
    this.#fault = fault;
  }

  /** Starts work and answers its id at once. `title` is what the window shows. */
  start(kind: string, title: string, work: Work): { readonly jobId: string } {
    return this.#start(kind, title, work, false);
  }

  /**
   * Starts work that must not meet other work, such as a restore: it begins when nothing else is at work, and what comes while
   * it is at work waits. Until it begins others may start, so that work which starts work of its own can end.
   */
  startAlone(kind: string, title: string, work: Work): { readonly jobId: string } {
    return this.#start(kind, title, work, true);
  }

  /** @throws RoundsError `jobs/not-found` */
  get(jobId: string): JobState {
    const state = this.#states.get(jobId);
    if (!state) throw new RoundsError('jobs/not-found', 'This work is not known any more.');
    return state;
  }

  /** Asks a job to stop at its next safe point. */
  cancel(jobId: string): void {
    this.#cancelled.add(jobId);
  }

  /** Waits until no job is running. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  #start(kind: string, title: string, work: Work, alone: boolean): { readonly jobId: string } {
    const jobId = randomUUID();
    this.#set({ jobId, kind, title, status: 'running', done: 0, total: 0, result: null, fault: null });
    this.#running.set(jobId, this.#run(jobId, work, alone));
    return { jobId };
  }

  /** What has to end before work may begin. */
  #inTheWay(alone: boolean): Promise<void> | undefined {
    return [...this.#working.values()].find((other) => alone || other.alone)?.end;
  }

  async #run(jobId: string, work: Work, alone: boolean): Promise<void> {
    // The caller gets the id before the first progress event.
    await new Promise((resolve) => setImmediate(resolve));
    for (let other = this.#inTheWay(alone); other; other = this.#inTheWay(alone)) await other;
    const end = Promise.withResolvers<void>();
    this.#working.set(jobId, { alone, end: end.promise });
    let lastReport = 0;
    const control: JobControl = {
      progress: (done, total) => {
        const now = performance.now();
        this.#states.set(jobId, { ...this.get(jobId), done, total });
        if (now - lastReport < PROGRESS_INTERVAL_MS && done < total) return;
        lastReport = now;
        this.#emit(this.get(jobId));
      },
      cancelled: () => {
        this.pollCancellations();
        return this.#cancelled.has(jobId);
      },
      checkpoint: () => {
        if (control.cancelled())
          throw new RoundsError('jobs/cancelled', 'Stopped as you asked. Nothing was changed.');
      },
    };
    try {
      const result = await work(control);
      const state = this.get(jobId);
      this.#set({ ...state, status: 'done', done: state.total, result });
    } catch (error) {
      const fault = this.#fault(error);
      this.#set({
        ...this.get(jobId),
        status: fault.code === 'jobs/cancelled' ? 'cancelled' : 'failed',
        fault,
      });
    } finally {
      this.#working.delete(jobId);
      end.resolve();
      this.#running.delete(jobId);
      this.#cancelled.delete(jobId);
    }
  }

  #set(state: JobState): void {
    this.#states.set(state.jobId, state);
    if (this.#states.size > KEPT) {
      const oldest = [...this.#states.values()].find((job) => job.status !== 'running');
      if (oldest) this.#states.delete(oldest.jobId);
    }
    this.#emit(state);
  }
}

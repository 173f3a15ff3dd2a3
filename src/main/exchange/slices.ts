import type { Steps } from '../../shared/exchange/steps.ts';
import type { JobControl } from '../engine/jobs.ts';

/** How long the engine works before it looks whether somebody else asks something. */
const SLICE_MS = 12;

/** Does long work in slices: other calls are answered in between, and the coordinator may stop it. */
export class Slices {
  readonly #control: JobControl;
  #sliceEnds = performance.now() + SLICE_MS;

  constructor(control: JobControl) {
    this.#control = control;
  }

  /** Does all steps and answers their outcome. @throws RoundsError `jobs/cancelled` */
  async all<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() >= this.#sliceEnds) await this.pause();
    }
  }

  /** Lets others have their turn. @throws RoundsError `jobs/cancelled` */
  async pause(): Promise<void> {
    this.#control.checkpoint();
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceEnds = performance.now() + SLICE_MS;
  }

  /** Says how many rows are done. */
  progress(done: number, total: number): void {
    this.#control.progress(done, total);
  }
}

import { Worker } from 'node:worker_threads';
import { RoundsError } from '../../../shared/errors.ts';
import type { PageDocument, PageRenderer, Rendered, Unprintable } from './document.ts';
import type { FromRenderWorker, ToRenderWorker } from './worker-messages.ts';

type Job = {
  readonly message: ToRenderWorker;
  readonly settle: (reply: FromRenderWorker) => void;
  readonly fail: (error: Error) => void;
};
type Seat = { readonly worker: Worker; job: Job | null };

/**
 * Draws pages on up to `size` worker threads, started when first needed and kept, since a thread's first page pays
 * for opening the fonts. Jobs wait in one queue. A thread that dies fails the job it had with
 * `certificates/render-failed`; the next job gets a new thread. `close` lets accepted work finish, then ends them all.
 */
export function createRenderPool(workerPath: string, size: number): PageRenderer {
  const seats = new Set<Seat>();
  const queue: Job[] = [];
  let lastId = 0;
  let closing: Promise<void> | null = null;
  let onIdle: (() => void) | null = null;

  const openSeat = (): Seat => {
    const seat: Seat = { worker: new Worker(workerPath), job: null };
    seats.add(seat);
    let cause = '';
    seat.worker.on('message', (reply: FromRenderWorker) => {
      const job = seat.job;
      seat.job = null;
      job?.settle(reply);
      next();
    });
    seat.worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    seat.worker.on('exit', () => {
      seats.delete(seat);
      seat.job?.fail(failure(cause));
      seat.job = null;
      next();
    });
    return seat;
  };

  const next = (): void => {
    while (queue.length > 0) {
      const idle =
        [...seats].find((seat) => seat.job === null) ?? (seats.size < Math.max(1, size) ? openSeat() : null);
      const job = idle ? queue.shift() : undefined;
      if (!idle || !job) return;
      idle.job = job;
      // Threads with nothing to do must not keep the program alive.
      idle.worker.ref();
      try {
        idle.worker.postMessage(job.message);
      } catch (error) {
        idle.job = null;
        job.fail(failure(error instanceof Error ? error.message : String(error)));
      }
    }
    for (const seat of seats) if (seat.job === null) seat.worker.unref();
    if ([...seats].every((seat) => seat.job === null)) onIdle?.();
  };

  const ask = (task: ToRenderWorker['task'], document: PageDocument): Promise<FromRenderWorker> => {
    if (closing) return Promise.reject(failure('the program is closing'));
    lastId += 1;
    const message: ToRenderWorker = { id: lastId, task, document };
    return new Promise<FromRenderWorker>((settle, fail) => {
      queue.push({ message, settle, fail });
      next();
    });
  };

  const shut = async (): Promise<void> => {
    if (queue.length > 0 || [...seats].some((seat) => seat.job !== null)) {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    }
    await Promise.all([...seats].map((seat) => seat.worker.terminate()));
  };

  return {
    async render(document): Promise<Rendered> {
      const reply = await ask('render', document);
      if (reply.outcome === 'rendered') return reply.rendered;
      throw failure(reply.outcome === 'failed' ? reply.reason : '');
    },
    async check(document): Promise<readonly Unprintable[]> {
      const reply = await ask('check', document);
      if (reply.outcome === 'checked') return reply.unprintable;
      throw failure(reply.outcome === 'failed' ? reply.reason : '');
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}

/** One sentence for the coordinator; the cause goes into the details and so into the log. */
function failure(cause: string): RoundsError {
  return new RoundsError(
    'certificates/render-failed',
    'The page could not be drawn. Try again; if it happens twice, look at the logo and signature images in Office.',
    { cause },
  );
}

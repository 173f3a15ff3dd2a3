import { parentPort } from 'node:worker_threads';
import { findUnprintable } from './check-text.ts';
import { renderDocument } from './render.ts';
import type { FromRenderWorker, ToRenderWorker } from './worker-messages.ts';

/** Entry of a render thread: draws or checks one document after another until its port is closed. */
const port = parentPort;
if (!port) throw new Error('the render worker runs in a worker thread');

port.on('message', (message: ToRenderWorker) => {
  void answer(message).then((reply) => {
    // The bytes move to the other thread instead of being copied.
    const moved = reply.outcome === 'rendered' && reply.rendered.ok ? [reply.rendered.pdf.buffer] : [];
    port.postMessage(
      reply,
      moved.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  });
});

async function answer({ id, task, document }: ToRenderWorker): Promise<FromRenderWorker> {
  try {
    if (task === 'check') return { id, outcome: 'checked', unprintable: findUnprintable(document) };
    return { id, outcome: 'rendered', rendered: await renderDocument(document) };
  } catch (error) {
    return { id, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

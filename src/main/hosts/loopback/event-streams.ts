import type { ServerResponse } from 'node:http';
import type { Engine } from '../../engine/engine.ts';

const HEARTBEAT_MS = 20_000;
/** Longer than a page needs to load again. */
const GONE_MS = 10_000;
/** A page that does not read its stream must not fill the memory: it is cut off, comes back and asks for everything again. */
const UNREAD_LIMIT_BYTES = 4 * 1024 * 1024;

/** The open event streams of the window. */
export type EventStreams = {
  /** Starts a stream on an answer. */
  add(response: ServerResponse): void;
  /** Settles when a window was there and none has been for ten seconds. */
  readonly left: Promise<void>;
  close(): void;
};

/** Passes what the engine pushes to every open window as server-sent events. */
export function createEventStreams(engine: Engine): EventStreams {
  const streams = new Set<ServerResponse>();
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  let gone: NodeJS.Timeout | undefined;
  const write = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > UNREAD_LIMIT_BYTES) stream.destroy();
      else stream.write(text);
    }
  };
  const stopEvents = engine.onEvent((event) => write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS);
  return {
    left,
    add(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(': here\n\n');
      streams.add(response);
      clearTimeout(gone);
      response.on('close', () => {
        streams.delete(response);
        if (streams.size === 0) gone = setTimeout(leave, GONE_MS).unref();
      });
    },
    close() {
      stopEvents();
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
}

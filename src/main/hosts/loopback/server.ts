import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Engine } from '../../engine/engine.ts';
import { readStaticFile } from '../static-file.ts';
import { createAdmission } from './admission.ts';
import { readCall } from './call-body.ts';
import { createEventStreams } from './event-streams.ts';
import { refuse, sendAnswer, setHeaders } from './reply.ts';
import { checkSource, type Refusal, targetOf } from './request-checks.ts';

/** A running server on this computer only. */
export type LoopbackServer = {
  /** Where the window is; opens once, then the token in it is spent. */
  readonly address: string;
  /** Settles when the address was opened. */
  readonly opened: Promise<void>;
  /** Settles when a window was there and none is any more. */
  readonly left: Promise<void>;
  close(): Promise<void>;
};

/** How long a caller may take: nothing on this computer is slow, so a connection that dawdles is not a window of ours. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
} as const;
const CONNECTION_LIMIT = 64;

const NOT_ADMITTED: Refusal = {
  status: 403,
  message:
    'This address was opened before, or in another browser. Use the window that is open, or start Rounds again and open the address it prints.',
};
const NOT_HERE: Refusal = { status: 404, message: 'There is nothing here.' };
const NOT_SO: Refusal = { status: 405, message: 'Rounds does not know this request.' };

/**
 * Serves the window and the engine on 127.0.0.1, to one browser: whoever opens the address first trades its token for a
 * cookie. Another site open in the same browser gets nothing: where a request comes from is checked before what it asks for.
 */
export async function startLoopbackServer(
  engine: Engine,
  rendererDirectory: string,
): Promise<LoopbackServer> {
  const server = createServer({ ...PATIENCE, requireHostHeader: false });
  server.maxConnections = CONNECTION_LIMIT;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  const host = `127.0.0.1:${bound.port}`;
  const admission = createAdmission(bound.port);
  const events = createEventStreams(engine);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setHeaders(response);
    const no = (refusal: Refusal): void => refuse(request, response, refusal);
    const foreign = checkSource(request, host);
    if (foreign) return no(foreign);
    const target = targetOf(request.url, host);
    if (!target) return no(NOT_HERE);
    const token =
      request.method === 'GET' && target.pathname === '/' ? target.searchParams.get('token') : null;
    const admitted = admission.admits(request.headers.cookie);
    if (token !== null) {
      const cookie = admitted ? null : admission.exchange(token);
      if (!admitted && cookie === null) return no(NOT_ADMITTED);
      if (cookie !== null) response.setHeader('Set-Cookie', cookie);
      open();
      // Away from the address with the token, so that it is in no history and no bookmark.
      response.writeHead(303, { Location: '/' });
      response.end();
      return;
    }
    if (!admitted) return no(NOT_ADMITTED);
    if (target.pathname === '/call') return call(request, response);
    if (request.method !== 'GET') return no(NOT_SO);
    if (target.pathname === '/events') return events.add(response);
    const file = await readStaticFile(rendererDirectory, target.pathname);
    if (!file) return no(NOT_HERE);
    if (file.immutable) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.bytes.length });
    response.end(file.bytes);
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const no = (status: number, message: string): void => refuse(request, response, { status, message });
    if (request.method !== 'POST') return no(NOT_SO.status, NOT_SO.message);
    if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
      return no(415, 'Rounds takes JSON only.');
    const asked = await readCall(request);
    switch (asked.outcome) {
      case 'too-large':
        return no(413, 'The file is too large. Choose one of at most 64 MB.');
      case 'unreadable':
        return no(400, 'The request could not be read.');
      case 'read':
        return sendAnswer(response, 200, await engine.call(asked.method, asked.input));
    }
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      // The caller went away in the middle, or sent what is not HTTP; there is nobody to tell.
      response.destroy();
    });
  });

  return {
    address: `http://${host}/?token=${admission.token}`,
    opened,
    left: events.left,
    async close() {
      events.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // Calls that are being answered may finish; nothing keeps a connection open longer.
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      });
    },
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../../shared/contract/index.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { CONTENT_SECURITY_POLICY } from '../../../shared/host.ts';
import type { Refusal } from './request-checks.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Puts on every answer what keeps it inside its own page. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/** Sends the engine's answer, or a refusal in the shape of one. */
export function sendAnswer(response: ServerResponse, status: number, answer: Answer): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(answer));
}

/** Says no in the form that the caller reads: a call as an answer, a person as a page, anything else as a line. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, message } = refusal;
  if (status === 405) response.setHeader('Allow', request.url?.startsWith('/call') ? 'POST' : 'GET');
  if (request.url === '/call')
    sendAnswer(response, status, { ok: false, error: { code: codeOf(status), message } });
  else if (request.headers.accept?.includes('text/html'))
    send(response, status, 'text/html; charset=utf-8', page(message));
  else send(response, status, 'text/plain; charset=utf-8', `${message}\n`);
}

function codeOf(status: number): ErrorCode {
  switch (status) {
    case 403:
      return 'request/forbidden';
    case 413:
      return 'request/too-large';
    default:
      return 'request/invalid';
  }
}

function send(response: ServerResponse, status: number, mediaType: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': mediaType, 'Content-Length': body.length });
  response.end(body);
}

/** `message` is one of our own sentences and holds no markup. */
function page(message: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Rounds</title>
<style>body{font:1.125rem/1.6 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}h1{font-weight:600}</style>
<h1>Rounds</h1>
<p>${message}</p>
</html>
`;
}

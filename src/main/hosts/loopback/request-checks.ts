import type { IncomingMessage } from 'node:http';

/** Why a request is not answered: the status, and a sentence for whoever reads it. */
export type Refusal = { readonly status: number; readonly message: string };

/** What the checks look at. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

/**
 * Checks where a request comes from, before anything else is looked at. `host` is our own, `127.0.0.1:PORT`.
 *
 * Host first: a name that another site made to point here (DNS rebinding) shows there, and in no other header of a GET.
 */
export function checkSource({ method, url, headers, rawHeaders }: Asked, host: string): Refusal | null {
  if (headers.host === undefined || countOf(rawHeaders, 'host') !== 1)
    return { status: 400, message: 'The request does not say once for which address it is meant.' };
  if (headers.host !== host)
    return { status: 403, message: `Rounds answers at its own address only: ${host}` };
  if (targetOf(url, host) === null) return { status: 400, message: 'The address cannot be read.' };
  const reads = method === 'GET' || method === 'HEAD';
  if (headers.origin === undefined ? !reads : headers.origin !== `http://${host}`)
    return { status: 403, message: 'Another page may not use Rounds.' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return {
      status: 403,
      message: 'Another page may not open Rounds. Copy the address into the address bar of the browser.',
    };
  return null;
}

/** The address that is asked for, or null when it is not a path of ours. */
export function targetOf(url: string | undefined, host: string): URL | null {
  if (!url?.startsWith('/')) return null;
  const base = `http://${host}`;
  const target = URL.parse(url, base);
  return target?.origin === base ? target : null;
}

function countOf(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;
}

import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** Files cross as base64, which takes a third more room, beside the rest of a call. */
const BODY_LIMIT_BYTES = 90 * 1024 * 1024;

/** A call as it came in, or why it cannot be read. */
export type CallBody =
  | { readonly outcome: 'read'; readonly method: string; readonly input: unknown }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'unreadable' };

/** Reads the body of a call. Whatever is too large is not kept; by its stated length it is refused before it is read. */
export async function readCall(request: IncomingMessage): Promise<CallBody> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) return { outcome: 'too-large' };
  const body = await readBody(request);
  if (body === null) return { outcome: 'too-large' };
  if (!isUtf8(body)) return { outcome: 'unreadable' };
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value !== 'object' || value === null) return { outcome: 'unreadable' };
    const method: unknown = Reflect.get(value, 'method');
    return typeof method === 'string'
      ? { outcome: 'read', method, input: Reflect.get(value, 'input') }
      : { outcome: 'unreadable' };
  } catch {
    return { outcome: 'unreadable' };
  }
}

/** The body, or null as soon as it is larger than allowed. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else {
        // The rest is read and dropped: a browser looks at the answer only when all is sent.
        chunks.length = 0;
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The caller went away.')));
  });
}

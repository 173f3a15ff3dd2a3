import { protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../../../shared/host.ts';
import { readStaticFile } from '../static-file.ts';
import { isOwnAddress } from './addresses.ts';

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Makes `app:` a scheme like `https:`, with an origin. Before the program is ready, and once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's files at `app://rounds/`, and nothing else. */
export function serveWindow(rendererDirectory: string): void {
  protocol.handle('app', async (request) => {
    const own = isOwnAddress(request.url) && request.method === 'GET';
    const file = own ? await readStaticFile(rendererDirectory, new URL(request.url).pathname) : null;
    if (!file) return new Response('There is nothing here.', { status: 404, headers: HEADERS });
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...HEADERS, 'Content-Type': file.mediaType },
    });
  });
}

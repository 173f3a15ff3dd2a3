import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/shared/host.ts';
import { startHost } from '../window/harness.ts';

/** The browser host as a process of its own, asked with plain requests as another program or page could make them. */
type Reply = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};
type Headers = Readonly<Record<string, string>>;

const dataDirectory = mkdtempSync(join(tmpdir(), 'rounds-test-'));
let host: Awaited<ReturnType<typeof startHost>>;
let port: number;
let origin: string;
let cookie: string;

beforeAll(async () => {
  host = await startHost(dataDirectory);
  const address = new URL(host.address);
  port = Number(address.port);
  origin = address.origin;
});

afterAll(async () => {
  // On Windows a signal ends a process at once, and there is no code.
  expect(await host.stop()).toBe(process.platform === 'win32' ? null : 0);
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
});

function ask(method: string, path: string, headers: Headers = {}, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Sends bytes as they are and answers what comes back until the connection ends or the time is up. */
function raw(text: string, waitMs = 3_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let received = '';
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(end, waitMs);
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('close', end);
    socket.on('error', end);
  });
}

const json = (extra: Headers = {}): Headers => ({
  cookie,
  origin,
  'content-type': 'application/json',
  ...extra,
});
const STATE = JSON.stringify({ method: 'system.state', input: {} });

describe('the address', () => {
  it('is refused with a wrong token, and from another page without being spent', async () => {
    expect((await ask('GET', `/?token=${'A'.repeat(43)}`)).status).toBe(403);
    expect((await ask('GET', '/?token=')).status).toBe(403);
    const path = host.address.slice(origin.length);
    expect((await ask('GET', path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('HEAD', path)).status).toBe(403);
    expect((await ask('POST', path, { origin })).status).toBe(403);
  });

  it('trades its token once for a cookie that no script and no other site can use', async () => {
    const path = host.address.slice(origin.length);
    const reply = await ask('GET', path, { 'sec-fetch-site': 'none' });
    expect(reply.status).toBe(303);
    expect(reply.headers['location']).toBe('/');
    const [line = ''] = reply.headers['set-cookie'] ?? [];
    expect(line).toMatch(new RegExp(`^rounds-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    cookie = line.split(';', 1)[0] ?? '';
    const again = await ask('GET', path, { accept: 'text/html' });
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(again.text).toContain('<p>This address was opened before, or in another browser.');
    expect(again.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  it('leads whoever was admitted to the window again', async () => {
    const reply = await ask('GET', host.address.slice(origin.length), { cookie });
    expect([reply.status, reply.headers['location'], reply.headers['set-cookie']]).toEqual([
      303,
      '/',
      undefined,
    ]);
  });

  it('answers on this computer only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.family === 'IPv4' && !address.internal);
    for (const { address } of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port, host: address, timeout: 2_000 }, () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('timeout', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      expect(reached).toBe(false);
    }
  });
});

describe('where a request comes from', () => {
  it.each([
    ['another name that points here', 'rounds.example:80'],
    ['a name that begins like ours', '127.0.0.1.example'],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('is refused for %s in Host', async (_, name) => {
    for (const path of ['/', '/index.html', '/call', '/events', host.address.slice(origin.length)])
      expect((await ask('GET', path, { host: name, cookie })).status).toBe(403);
  });

  it('is refused without a Host, with two, and with the address of another server', async () => {
    expect(await raw('GET / HTTP/1.1\r\n\r\n', 500)).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw('GET / HTTP/1.0\r\n\r\n', 500)).toMatch(/^HTTP\/1.1 400 /);
    const own = `127.0.0.1:${port}`;
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil\r\n\r\n`, 500)).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw(`GET http://evil/ HTTP/1.1\r\nHost: ${own}\r\nCookie: ${cookie}\r\n\r\n`, 500)).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect(await raw(`GET //evil/ HTTP/1.1\r\nHost: ${own}\r\nCookie: ${cookie}\r\n\r\n`, 500)).toMatch(
      /^HTTP\/1.1 400 /,
    );
  });

  it.each(['https://example.com', 'null', 'http://127.0.0.1:1', 'http://localhost', 'app://rounds'])(
    'is refused for the origin %s, read or write',
    async (foreign) => {
      expect((await ask('POST', '/call', json({ origin: foreign }), STATE)).status).toBe(403);
      expect((await ask('GET', '/', { cookie, origin: foreign })).status).toBe(403);
      expect((await ask('GET', '/events', { cookie, origin: foreign })).status).toBe(403);
    },
  );

  it('is refused for a write without an origin', async () => {
    const reply = await ask('POST', '/call', { cookie, 'content-type': 'application/json' }, STATE);
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'request/forbidden' } });
  });

  it.each(['cross-site', 'same-site', 'anything'])('is refused for Sec-Fetch-Site %s', async (site) => {
    expect((await ask('GET', '/', { cookie, 'sec-fetch-site': site })).status).toBe(403);
    expect((await ask('POST', '/call', json({ 'sec-fetch-site': site }), STATE)).status).toBe(403);
  });

  it('never allows another origin, and answers no preflight', async () => {
    const reply = await ask('OPTIONS', '/call', {
      origin: 'https://example.com',
      'access-control-request-method': 'POST',
    });
    expect(reply.status).toBe(403);
    for (const answer of [
      reply,
      await ask('POST', '/call', json(), STATE),
      await ask('GET', '/', { cookie }),
    ])
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the session', () => {
  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['another value', 'x'.repeat(43)],
  ])('is needed everywhere: %s', async (_, value) => {
    const headers: Headers = value === undefined ? {} : { cookie: `rounds-${port}=${value}` };
    for (const path of ['/', '/index.html', '/events', '/assets/x.js', '/anything'])
      expect((await ask('GET', path, headers)).status).toBe(403);
    const call = await ask(
      'POST',
      '/call',
      { ...headers, origin, 'content-type': 'application/json' },
      STATE,
    );
    expect(call.status).toBe(403);
    expect(JSON.parse(call.text)).toMatchObject({ ok: false, error: { code: 'request/forbidden' } });
  });

  it('of another port is not ours', async () => {
    const stolen = cookie.replace(`rounds-${port}`, `rounds-${port + 1}`);
    expect((await ask('GET', '/', { cookie: stolen })).status).toBe(403);
  });
});

describe('the window', () => {
  it('comes with the headers that keep it to itself', async () => {
    const reply = await ask('GET', '/', { cookie, 'sec-fetch-site': 'none' });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('<div id="root">');
    expect(reply.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it.each([
    '/../main/browser.js',
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../main/index.js',
    '//etc/passwd',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/assets',
    '/assets/',
    '/index.html/',
    '/package.json',
  ])('is all that is served: %s', async (path) => {
    const reply = await raw(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1.1 40[04] /);
    expect(reply).not.toContain('"name"');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'])(
    'is only read: %s',
    async (method) => {
      const reply = await ask(method, '/', { cookie, origin });
      expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET']);
    },
  );
});

describe('a call', () => {
  it('is answered', async () => {
    const reply = await ask('POST', '/call', json({ 'sec-fetch-site': 'same-origin' }), STATE);
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: true, value: { phase: 'new', problem: null } });
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('is not made by %s', async (method) => {
    const reply = await ask(method, '/call', json());
    expect([reply.status, reply.headers['allow']]).toEqual([405, 'POST']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'is JSON and not %s',
    async (type) => {
      const reply = await ask('POST', '/call', json({ 'content-type': type }), STATE);
      expect(reply.status).toBe(415);
      expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'request/invalid' } });
    },
  );

  it.each(['', '{', 'null', '[]', '"x"', '{"input":{}}', '{"method":5}', '\u0000'])(
    'that cannot be read gets a sentence: %j',
    async (body) => {
      const reply = await ask('POST', '/call', json(), body);
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.text)).toEqual({
        ok: false,
        error: { code: 'request/invalid', message: 'The request could not be read.' },
      });
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'system.nothing', ''])(
    'of an unknown method gets its code: %j',
    async (method) => {
      const reply = await ask('POST', '/call', json(), JSON.stringify({ method, input: {} }));
      expect(reply.status).toBe(200);
      expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'request/unknown-method' } });
    },
  );

  it('that says it is too large is refused before it is sent', async () => {
    const reply = await raw(
      `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 900000000\r\n\r\n{"method":',
      1_500,
    );
    expect(reply).toMatch(/^HTTP\/1.1 413 /);
    expect(reply).toContain('The file is too large. Choose one of at most 64 MB.');
  });

  it('that turns out too large is refused, and the program goes on', async () => {
    // As a browser's: a connection that is to be closed would be closed while the rest is still on its way.
    const agent = new Agent({ keepAlive: true });
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/call', headers: json(), agent },
        (response) => {
          resolve(response.statusCode ?? 0);
          asked.destroy();
        },
      );
      asked.on('error', reject);
      const block = Buffer.alloc(1024 * 1024, 0x20);
      let left = 100;
      const more = (): void => {
        while (left > 0) {
          left -= 1;
          if (!asked.write(block)) {
            asked.once('drain', more);
            return;
          }
        }
        asked.end();
      };
      more();
    });
    agent.destroy();
    expect(status).toBe(413);
    expect((await ask('POST', '/call', json(), STATE)).status).toBe(200);
  });

  it('and headers that dawdle are cut off', async () => {
    const from = performance.now();
    const reply = await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `, 20_000);
    expect(reply).toMatch(/^HTTP\/1.1 408 /);
    expect(performance.now() - from).toBeLessThan(16_000);
  });

  it('with headers of great length is refused', async () => {
    expect(
      await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`),
    ).toMatch(/^HTTP\/1.1 431 /);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APP_ORIGIN, CHANNELS, CONTENT_SECURITY_POLICY } from '../../src/shared/host.ts';
import { type Program, startProgram, untilShown } from './program.ts';

/** The built desktop host on a strict stand-in of `electron`. */
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai';
const FOREIGN = [
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://other/',
  'app://rounds.example/',
  'app://rounds@example/',
  'https://example.com/?next=app://rounds/',
  'javascript:alert(1)',
  'about:blank',
  'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/',
];

describe('the window', () => {
  let folder: string;
  let program: Program;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-test-'));
    program = startProgram(['--data', folder]);
    await untilShown(program);
  });
  afterAll(async () => {
    await program.ask('close');
    expect(await program.ended).toBe(0);
    expect(program.errors()).toBe('');
    expect(program.boxes).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is sandboxed, isolated and shown at its own address', async () => {
    expect(await program.ask('facts')).toMatchObject({
      windows: [
        {
          options: {
            show: false,
            webPreferences: {
              sandbox: true,
              contextIsolation: true,
              nodeIntegration: false,
              nodeIntegrationInWorker: false,
              nodeIntegrationInSubFrames: false,
              webSecurity: true,
              allowRunningInsecureContent: false,
              webviewTag: false,
              navigateOnDragDrop: false,
              spellcheck: false,
              preload: expect.stringMatching(/out.preload.index\.cjs$/),
            },
          },
          state: { shown: true, address: `${APP_ORIGIN}/` },
        },
      ],
      schemes: [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
      calls: expect.arrayContaining([
        ['app.enableSandbox'],
        ['app.setPath', 'userData', join(folder, 'window')],
        ['session.setSpellCheckerEnabled', false],
      ]),
      channels: [CHANNELS.call],
    });
  });

  it('gets its files with the policy, and nothing else', async () => {
    expect(await program.ask('fetch', `${APP_ORIGIN}/`)).toMatchObject({
      status: 200,
      headers: {
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'content-type': 'text/html; charset=utf-8',
      },
    });
    for (const path of [
      '/missing.js',
      '/../main/index.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/index.js',
      '/%00',
    ])
      expect(await program.ask('fetch', APP_ORIGIN + path)).toMatchObject({
        status: 404,
        headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
      });
    expect(await program.ask('fetch', 'app://other/index.html')).toMatchObject({ status: 404 });
    expect(await program.ask('fetch', `${APP_ORIGIN}/`, 'POST')).toMatchObject({ status: 404 });
  });

  it.each(FOREIGN)('does not go to %s', async (url) => {
    expect(await program.ask('navigate', 'will-navigate', url)).toBe(true);
    expect(await program.ask('navigate', 'will-redirect', url)).toBe(true);
    expect(await program.ask('navigate', 'will-frame-navigate', url)).toBe(true);
    expect(await program.ask('navigate', 'will-frame-navigate', url, 'inner')).toBe(true);
    expect(await program.ask('request', url)).toBe(true);
  });

  it('stays free at its own address, and prints a PDF of its own in a frame', async () => {
    const blob = `blob:${APP_ORIGIN}/0a1b`;
    expect(await program.ask('navigate', 'will-navigate', `${APP_ORIGIN}/index.html`)).toBe(false);
    expect(await program.ask('navigate', 'will-frame-navigate', blob, 'inner')).toBe(false);
    expect(await program.ask('navigate', 'will-frame-navigate', `${VIEWER}/index.html`, 'inner')).toBe(false);
    expect(await program.ask('navigate', 'will-frame-navigate', blob)).toBe(true);
    for (const url of [`${APP_ORIGIN}/assets/a.js`, blob, 'data:image/png;base64,AA', `${VIEWER}/main.js`])
      expect(await program.ask('request', url)).toBe(false);
    expect(await program.ask('request', 'blob:https://example.com/0a1b')).toBe(true);
    expect(await program.ask('navigate', 'will-attach-webview')).toBe(true);
  });

  it('asks before it closes with edits that are not saved', async () => {
    const asked = ['dialog.showMessageBoxSync', 'There are edits that are not saved.'];
    expect(await program.ask('leave', '0')).toEqual([false, asked]);
    expect(await program.ask('leave', '1')).toEqual([true, asked]);
  });

  it('opens no other window; a web link opens in the browser', async () => {
    for (const url of [
      ...FOREIGN.filter((address) => !address.startsWith('https:')),
      'https://name@example.com/',
    ])
      expect(await program.ask('open', url)).toEqual({ action: 'deny' });
    expect(await program.ask('facts')).not.toMatchObject({
      calls: expect.arrayContaining([['shell.openExternal', expect.anything()]]),
    });
    expect(await program.ask('open', 'https://doi.org/10.1000/182')).toEqual({ action: 'deny' });
    expect(await program.ask('facts')).toMatchObject({
      calls: expect.arrayContaining([['shell.openExternal', 'https://doi.org/10.1000/182']]),
    });
  });

  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'hid'])(
    'is granted no %s',
    async (permission) => {
      expect(await program.ask('permissions', permission, `${APP_ORIGIN}/`)).toEqual([false, false, false]);
    },
  );

  it('may write into a folder that was chosen, and no other page may', async () => {
    expect(await program.ask('permissions', 'fileSystem', `${APP_ORIGIN}/`)).toEqual([true, true, false]);
    expect(await program.ask('permissions', 'fileSystem', 'https://example.com/')).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('saves what it made, and downloads nothing', async () => {
    expect(await program.ask('download', `blob:${APP_ORIGIN}/0a1b`)).toEqual({
      prevented: false,
      options: { title: 'Save', defaultPath: 'certificate.pdf' },
    });
    for (const url of ['https://example.com/a.exe', 'blob:https://example.com/1', 'data:text/html,x'])
      expect(await program.ask('download', url)).toEqual({ prevented: true, options: null });
  });

  it('alone may call the engine', async () => {
    const own = ['own', 'main', `${APP_ORIGIN}/index.html`] as const;
    expect(await program.ask('call', ...own, 'system.state')).toMatchObject({
      ok: true,
      value: { phase: 'new' },
    });
    for (const foreign of [
      ['other', 'main', `${APP_ORIGIN}/`],
      ['own', 'inner', `${APP_ORIGIN}/`],
      ['own', 'gone', `${APP_ORIGIN}/`],
      ['own', 'main', 'https://example.com/'],
      ['own', 'main', 'about:blank'],
      ['own', 'main', ''],
    ])
      expect(await program.ask('call', ...foreign, 'system.state')).toMatchObject({
        ok: false,
        error: { code: 'request/forbidden' },
      });
    expect(await program.ask('call', ...own, 'constructor')).toMatchObject({
      ok: false,
      error: { code: 'request/unknown-method' },
    });
  });

  it('has a menu, from which it prints and shows where the data is', async () => {
    expect(await program.ask('choose', '&File', '&Print…')).toEqual([
      'webContents.print',
      { printBackground: true },
    ]);
    expect(await program.ask('choose', '&File', 'Open Data Folder')).toEqual(['shell.openPath', folder]);
    expect(JSON.stringify(await program.ask('facts'))).toContain('"role":"reload"');
  });

  it('comes to the front when Rounds is opened a second time', async () => {
    expect(await program.ask('secondInstance')).toMatchObject({ minimized: false, shown: true });
  });

  it('offers to open again when its page dies', async () => {
    expect(await program.ask('killPage')).toEqual([
      ['dialog.showMessageBox', 'The window has stopped working.'],
      ['webContents.reload'],
    ]);
  });

  it('goes on when the engine’s thread dies, and is told to fetch everything again', async () => {
    const own = ['own', 'main', `${APP_ORIGIN}/`] as const;
    await program.ask('killEngine');
    expect(await program.ask('call', ...own, 'system.state')).toMatchObject({
      ok: true,
      value: { phase: 'new', problem: null },
    });
    expect(await program.ask('sent')).toContainEqual([
      CHANNELS.event,
      { type: 'changed', topics: expect.arrayContaining(['system', 'people', 'certificates']) },
    ]);
  });
});

describe('the program', () => {
  let folder: string;
  let program: Program | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-test-'));
  });
  afterEach(() => {
    program?.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(variables: Readonly<Record<string, string>> = {}): Promise<Program> {
    program = startProgram(['--data', folder], variables);
    await untilShown(program);
    return program;
  }

  it('opens once: a second copy leaves without touching the file', async () => {
    program = startProgram(['--data', folder], { STAND_IN_SECOND: '1' });
    expect(await program.ended).toBe(0);
    expect(existsSync(join(folder, 'rounds.db'))).toBe(false);
  });

  it('remembers where the window was, and not where no screen is', async () => {
    const first = await open();
    await first.ask('maximize');
    await first.ask('close');
    expect(await first.ended).toBe(0);
    const path = join(folder, 'window', 'window-state.json');
    const bounds = { x: 40, y: 50, width: 1200, height: 700 };
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ bounds, maximized: true });

    const second = await open();
    expect(await second.ask('facts')).toMatchObject({
      windows: [{ options: bounds, state: { maximized: true } }],
    });
    await second.ask('close');
    await second.ended;

    writeFileSync(path, JSON.stringify({ bounds: { ...bounds, x: 9_000 }, maximized: false }));
    const third = await open();
    expect(await third.ask('facts')).toMatchObject({
      windows: [{ options: { width: 1200, height: 700 }, state: { maximized: false } }],
    });
    expect(JSON.stringify(await third.ask('facts'))).not.toContain('9000');
  });

  it('has no developer tools and no reload once packaged', async () => {
    const packaged = await open({ STAND_IN_PACKAGED: '1' });
    const facts = await packaged.ask('facts');
    expect(facts).toMatchObject({ windows: [{ options: { webPreferences: { devTools: false } } }] });
    expect(JSON.stringify(facts)).not.toMatch(/"role":"(reload|toggleDevTools)"/);
    expect(await packaged.ask('request', 'devtools://devtools/bundled/inspector.html')).toBe(true);
  });

  it('keeps its sandbox unless the command line has given it up', async () => {
    const rootless = await open({ STAND_IN_SWITCHES: 'no-sandbox' });
    expect(await rootless.ask('facts')).toMatchObject({
      windows: [{ options: { webPreferences: { sandbox: true } } }],
      calls: expect.not.arrayContaining([['app.enableSandbox']]),
    });
  });

  it('waits for running work before it quits, and closes the file', async () => {
    const running = await open();
    const own = ['own', 'main', `${APP_ORIGIN}/`] as const;
    expect(await running.ask('call', ...own, 'office.exploreSample')).toMatchObject({ ok: true });
    await running.ask('close');
    expect(await running.ended).toBe(0);
    expect(existsSync(join(folder, 'rounds.db-wal'))).toBe(false);

    const again = await open();
    expect(await again.ask('call', ...own, 'system.state')).toMatchObject({
      ok: true,
      value: { phase: 'ready', sample: true },
    });
    expect(await again.ask('call', ...own, 'audit.check')).toMatchObject({ ok: true, value: { ok: true } });
    const certificates = await again.ask('call', ...own, 'home.summary');
    // The last step of the sample office: what was begun was finished.
    expect(certificates).toMatchObject({ ok: true, value: { counts: { certificates: expect.any(Number) } } });
    expect(JSON.stringify(certificates)).not.toContain('"certificates":0');
  });

  it('quits when whoever started it goes away', async () => {
    const left = await open();
    left.disconnect();
    expect(await left.ended).toBe(0);
    expect(existsSync(join(folder, 'rounds.db-wal'))).toBe(false);
  });

  it('says in words what a wrong start is', async () => {
    program = startProgram(['--data']);
    expect(await program.ended).toBe(1);
    expect(program.boxes).toEqual([
      ['Rounds cannot start', '--data needs the folder that holds your office, as in: --data ./office'],
    ]);
  });

  it('opens its window on a data folder that cannot be had, and leaves nothing behind', async () => {
    const file = join(folder, 'taken');
    writeFileSync(file, '');
    program = startProgram(['--data', join(file, 'office')]);
    await untilShown(program);
    expect(await program.ask('call', 'own', 'main', `${APP_ORIGIN}/`, 'system.state')).toMatchObject({
      ok: true,
      value: { phase: 'unavailable', problem: { code: 'database/folder-missing' } },
    });
    await program.ask('close');
    expect(await program.ended).toBe(0);
  });
});

import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { CHANNELS } from '../../src/shared/host.ts';
import { appEvents, becomeReady, emit, record } from './stand-in.ts';

/** Runs the built main bundle on the stand-in and answers the test's questions about it, one message each. */
const threads: Worker[] = [];
process.on('worker', (worker) => threads.push(worker));
const standIn = pathToFileURL(join(import.meta.dirname, 'stand-in.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

type Ask = { readonly id: number; readonly probe: string; readonly args: readonly string[] };

/** A sender as the test describes it: our window or another, its main frame or one inside, and its address. */
function sender(contents: string, frame: string, url: string): object {
  const own = record.windows[0]?.webContents;
  const parent = frame === 'inner' ? {} : null;
  return {
    sender: contents === 'own' ? own : {},
    senderFrame: frame === 'gone' ? null : { url, parent },
  };
}

const probes: Readonly<Record<string, (...args: string[]) => unknown>> = {
  facts: () => ({
    windows: record.windows.map(({ options, state }) => ({ options, state })),
    schemes: record.schemes,
    calls: record.calls,
    channels: [...record.handlers.keys()],
    menu: record.menu,
  }),
  fetch: async (url = '', method = 'GET') => {
    const response = await record.protocols.get('app')?.(new Request(url, { method }));
    return { status: response?.status, headers: Object.fromEntries(response?.headers ?? []) };
  },
  navigate: (name = '', url = '', frame = 'main') => {
    const contents = record.windows[0]?.contents;
    return contents && emit(contents, name, { url, isMainFrame: frame === 'main' });
  },
  open: (url = '') => record.windows[0]?.contents.openHandler?.({ url }),
  permissions: (name = '', url = '') => {
    let granted: unknown = 'not answered';
    const keep = (answer: boolean): void => {
      granted = answer;
    };
    record.session.get('request')?.({}, name, keep, { requestingUrl: url, isMainFrame: true });
    return [granted, record.session.get('check')?.({}, name, url), record.session.get('device')?.({})];
  },
  request: (url = '') => {
    let cancel: unknown = 'not answered';
    record.session.get('before-request')?.({ url }, (answer: { readonly cancel: boolean }) => {
      cancel = answer.cancel;
    });
    return cancel;
  },
  download: (url = '') => {
    let options: unknown = null;
    let prevented = false;
    record.session.get('will-download')?.(
      { preventDefault: () => (prevented = true) },
      {
        getURL: () => url,
        getFilename: () => 'certificate.pdf',
        setSaveDialogOptions: (given: unknown) => {
          options = given;
        },
      },
    );
    return { prevented, options };
  },
  call: (contents = '', frame = '', url = '', method = '', input = '{}') =>
    record.handlers.get(CHANNELS.call)?.(sender(contents, frame, url), method, JSON.parse(input)),
  sent: () => record.windows[0]?.contents.sent,
  secondInstance: () => {
    const [window] = record.windows;
    if (window) window.state = { ...window.state, minimized: true, shown: false };
    appEvents.emit('second-instance');
    return window?.state;
  },
  choose: (top = '', label = '') => {
    const menu = record.menu.find((item) => item.label === top);
    menu?.submenu?.find((item) => item.label === label)?.click?.();
    return record.calls.at(-1);
  },
  killEngine: async () => {
    await threads[0]?.terminate();
    return threads.length;
  },
  killPage: async (answer = '0') => {
    record.answer = Number(answer);
    record.windows[0]?.contents.emit('render-process-gone', {}, { reason: 'crashed' });
    await new Promise((resolve) => setImmediate(resolve));
    return record.calls.slice(-2);
  },
  /** The page has edits that are not saved and asks to stay; answers whether it is closed all the same. */
  leave: (answer = '0') => {
    record.answer = Number(answer);
    const contents = record.windows[0]?.contents;
    return [contents && emit(contents, 'will-prevent-unload'), record.calls.at(-1)];
  },
  maximize: () => record.windows[0]?.maximize(),
  close: () => record.windows[0]?.close(),
};

process.on('message', (ask: Ask) => {
  const probe = probes[ask.probe];
  void Promise.resolve(probe ? probe(...ask.args) : Promise.reject(new Error(`no probe ${ask.probe}`)))
    .then((value) => ({ value }))
    .catch((error: unknown) => ({ fault: String(error) }))
    .then((answer) => process.send?.({ id: ask.id, ...answer }));
});

await import(pathToFileURL(join(import.meta.dirname, '..', '..', 'out', 'main', 'index.js')).href);
becomeReady();

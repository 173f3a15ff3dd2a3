import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strict } from './strict.ts';

/**
 * Stands in for the `electron` module in the process that runs the built main bundle. It keeps Electron's rules of order (what
 * is only allowed before or after ready) and its way of quitting, and records what the program does with it.
 */
type Listener = (...args: readonly unknown[]) => unknown;

/** What the program did. */
export const record = {
  calls: [] as (readonly unknown[])[],
  windows: [] as StandInWindow[],
  schemes: [] as unknown[],
  handlers: new Map<string, Listener>(),
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  session: new Map<string, Listener>(),
  menu: [] as MenuItem[],
  /** What the next message box is answered with. */
  answer: 0,
};

type MenuItem = {
  readonly role?: string;
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
};

let ready = false;
const whenReady = Promise.withResolvers<void>();

/** Electron becomes ready after the entry has run to its end. */
export function becomeReady(): void {
  ready = true;
  whenReady.resolve();
}

function note(name: string, ...args: readonly unknown[]): void {
  record.calls.push([name, ...args]);
}

function after(what: string): void {
  if (!ready) throw new Error(`${what} is used before Electron is ready`);
}

function before(what: string): void {
  if (ready) throw new Error(`${what} is used after Electron is ready`);
}

class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url = '', isMainFrame = true) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Emits an event as Electron does and answers whether a listener prevented it. */
export function emit(
  emitter: EventEmitter,
  name: string,
  details: { readonly url?: string; readonly isMainFrame?: boolean } = {},
  ...rest: readonly unknown[]
): boolean {
  const event = new PreventableEvent(details.url, details.isMainFrame);
  emitter.emit(name, event, ...rest);
  return event.defaultPrevented;
}

/** The application's events, for the test to emit. */
export const appEvents = new EventEmitter();
const paths = new Map<string, string>();
const switches = new Set((process.env['STAND_IN_SWITCHES'] ?? '').split(','));
let quitting = false;

function quit(): void {
  if (quitting) return;
  quitting = true;
  if (emit(appEvents, 'before-quit')) {
    quitting = false;
    return;
  }
  for (const window of record.windows) window.close();
  setImmediate(() => {
    quitting = false;
    if (emit(appEvents, 'will-quit')) return;
    appEvents.emit('quit');
    process.send?.({ ended: 'quit' });
    process.exit(0);
  });
}

export const app = strict('app', {
  isPackaged: process.env['STAND_IN_PACKAGED'] === '1',
  commandLine: strict('app.commandLine', { hasSwitch: (name: string) => switches.has(name) }),
  requestSingleInstanceLock: () => {
    if (!paths.has('userData')) throw new Error('the lock is asked for before its folder is set');
    return process.env['STAND_IN_SECOND'] !== '1';
  },
  setPath: (name: string, path: string) => {
    before('app.setPath');
    paths.set(name, path);
    note('app.setPath', name, path);
  },
  getPath: (name: string) => paths.get(name) ?? mkdtempSync(join(tmpdir(), 'rounds-test-')),
  enableSandbox: () => {
    before('app.enableSandbox');
    note('app.enableSandbox');
  },
  whenReady: () => whenReady.promise,
  on: (name: string, listener: Listener) => appEvents.on(name, listener),
  relaunch: () => note('app.relaunch'),
  quit,
  exit: (code: number) => {
    process.send?.({ ended: 'exit' });
    process.exit(code);
  },
});

export class WebContents extends EventEmitter {
  readonly sent = [] as (readonly unknown[])[];
  openHandler: ((details: { readonly url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => unknown): void {
    this.openHandler = handler;
  }
  send(...args: readonly unknown[]): void {
    this.sent.push(args);
  }
  print(options: unknown): void {
    note('webContents.print', options);
  }
  reload(): void {
    note('webContents.reload');
  }
}

class StandInWindow extends EventEmitter {
  readonly options: Readonly<Record<string, unknown>>;
  readonly contents = new WebContents();
  readonly webContents = strict('webContents', this.contents);
  state = { destroyed: false, maximized: false, minimized: false, shown: false, address: '' };

  constructor(options: Readonly<Record<string, unknown>>) {
    after('BrowserWindow');
    super();
    this.options = options;
    record.windows.push(this);
    appEvents.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    const serve = record.protocols.get(new URL(address).protocol.slice(0, -1));
    if (!serve) throw new Error(`nobody serves ${address}`);
    const response = await serve(new Request(address));
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    this.state.address = address;
    this.emit('ready-to-show');
  }
  show(): void {
    this.state.shown = true;
  }
  focus(): void {
    note('window.focus');
  }
  maximize(): void {
    this.state.maximized = true;
  }
  restore(): void {
    this.state.minimized = false;
  }
  isMaximized(): boolean {
    return this.state.maximized;
  }
  isMinimized(): boolean {
    return this.state.minimized;
  }
  isDestroyed(): boolean {
    return this.state.destroyed;
  }
  getNormalBounds(): unknown {
    return { x: 40, y: 50, width: 1200, height: 700 };
  }
  /** As a person closes it. */
  close(): void {
    if (this.state.destroyed || emit(this, 'close')) return;
    this.state.destroyed = true;
    this.emit('closed');
    if (!quitting) appEvents.emit('window-all-closed');
  }
}

export const BrowserWindow = new Proxy(StandInWindow, {
  construct: (target, args: [Readonly<Record<string, unknown>>]) =>
    strict('BrowserWindow', new target(...args)),
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
    before('protocol.registerSchemesAsPrivileged');
    if (record.schemes.length > 0) throw new Error('schemes are registered twice');
    record.schemes.push(...schemes);
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    after('protocol.handle');
    record.protocols.set(scheme, handler);
  },
});

const keep = (name: string) => (listener: Listener) => {
  record.session.set(name, listener);
};

export const session = strict('session', {
  get defaultSession() {
    after('session.defaultSession');
    return defaultSession;
  },
});

const defaultSession = strict('defaultSession', {
  setPermissionRequestHandler: keep('request'),
  setPermissionCheckHandler: keep('check'),
  setDevicePermissionHandler: keep('device'),
  setSpellCheckerEnabled: (enabled: boolean) => note('session.setSpellCheckerEnabled', enabled),
  webRequest: strict('webRequest', { onBeforeRequest: keep('before-request') }),
  on: (name: string, listener: Listener) => record.session.set(name, listener),
});

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, listener: Listener) => {
    if (record.handlers.has(channel)) throw new Error(`${channel} has a handler already`);
    record.handlers.set(channel, listener);
  },
});

export const dialog = strict('dialog', {
  showErrorBox: (title: string, text: string) => {
    note('dialog.showErrorBox', title, text);
    process.send?.({ box: [title, text] });
  },
  showMessageBoxSync: (_window: unknown, options: { readonly message: string }) => {
    note('dialog.showMessageBoxSync', options.message);
    return record.answer;
  },
  showMessageBox: (_window: unknown, options: { readonly message: string }) => {
    note('dialog.showMessageBox', options.message);
    return Promise.resolve({ response: record.answer, checkboxChecked: false });
  },
});

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (menu: readonly MenuItem[]) => {
    record.menu.push(...menu);
  },
});

export const shell = strict('shell', {
  openExternal: (address: string) => {
    note('shell.openExternal', address);
    return Promise.resolve();
  },
  openPath: (path: string) => {
    note('shell.openPath', path);
    return Promise.resolve('');
  },
});

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });

export const screen = strict('screen', {
  getAllDisplays: () => {
    after('screen');
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  },
});

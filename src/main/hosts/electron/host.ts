import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import { startEngine } from '../../engine/client.ts';
import { APP_VERSION } from '../app-version.ts';
import { readHostArguments } from '../arguments.ts';
import { registerAppScheme, serveWindow } from './app-scheme.ts';
import { guardContents, guardSession } from './guards.ts';
import { createMainWindow, showAgain } from './main-window.ts';
import { applicationMenu } from './menu.ts';
import { keepOwnFolder } from './own-folder.ts';
import { quitAfterWrites } from './quit.ts';
import { relay } from './relay.ts';
import { followStarter, tellStarter } from './starter.ts';

/**
 * The desktop host: one engine, one window, and nothing of the window reaches the system but through the engine. Everything
 * before `whenReady` happens at once: Electron asks for it before it is ready.
 */
export function runDesktopHost(): void {
  try {
    const { dataDirectory } = readHostArguments(ownArguments());
    keepOwnFolder(dataDirectory);
    if (!app.requestSingleInstanceLock()) {
      process.stdout.write('Rounds is already open. Its window is in front now.\n');
      app.quit();
      return;
    }
    // Named on the command line by whoever has to: Chromium's sandbox cannot be had as root.
    if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
    registerAppScheme();
    app.on('web-contents-created', (_, contents) => guardContents(contents));
    app.on('window-all-closed', () => app.quit());
    followStarter();
    void app
      .whenReady()
      .then(() => open(dataDirectory))
      .catch(cannotStart);
  } catch (error) {
    cannotStart(error);
  }
}

async function open(dataDirectory: string): Promise<void> {
  tellStarter();
  process.on('uncaughtException', hasFailed);
  const engine = await startEngine({ dataDirectory, appVersion: APP_VERSION });
  quitAfterWrites(engine);
  serveWindow(join(import.meta.dirname, '..', 'renderer'));
  guardSession(session.defaultSession);
  const window = createMainWindow();
  relay(engine, window);
  Menu.setApplicationMenu(applicationMenu(window, dataDirectory));
  app.on('second-instance', () => showAgain(window));
  await load(window);
}

async function load(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL('app://rounds/');
  } catch (error) {
    // Closed before it was loaded: the person has changed their mind.
    if (!window.isDestroyed()) throw error;
  }
}

function cannotStart(error: unknown): void {
  tellStarter();
  dialog.showErrorBox('Rounds cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

/** A fault of the program itself. The engine writes in whole steps, so nothing is half done. */
function hasFailed(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  dialog.showErrorBox(
    'Rounds has to close',
    'Something went wrong that Rounds did not expect. Everything saved is safe. Start Rounds again.',
  );
  app.quit();
}

/** Electron's own arguments and the path of the program come first; a switch of Chromium's is none of ours. */
function ownArguments(): readonly string[] {
  const args = process.argv.slice(1);
  const at = args.indexOf('--data');
  return at < 0 ? [] : args.slice(at, at + 2);
}

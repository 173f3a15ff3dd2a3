import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { starterIsGone } from './starter.ts';
import { rememberedWindowState, rememberWindowState } from './window-state.ts';

/** Makes the one window, where and as large as it was. It shows itself when its first page is drawn. */
export function createMainWindow(): BrowserWindow {
  const remembered = rememberedWindowState();
  const window = new BrowserWindow({
    ...remembered.bounds,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Rounds',
    // The colour of the paper, so that nothing flashes before the first page.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171614' : '#faf8f4',
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
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
      // Chromium's PDF viewer counts as one; certificates are printed from it.
      plugins: true,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (remembered.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => rememberWindowState(window));
  window.webContents.on('will-prevent-unload', (event) => {
    // Electron would keep the window open without a word.
    if (starterIsGone() || leaves(window)) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window);
  });
  return window;
}

/** Brings the window to the front. */
export function showAgain(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Asks whether to close with edits that are not saved. Electron wants the answer at once. */
function leaves(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'There are edits that are not saved.',
    detail: 'Go back to save them, or close Rounds without them.',
    buttons: ['Go back', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

/** The page has died; the engine behind it has not. */
async function offerReload(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The window has stopped working.',
    detail: 'Everything saved is safe. Open it again to go on.',
    buttons: ['Open again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

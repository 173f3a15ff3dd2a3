import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Answer } from '../../../shared/contract/index.ts';
import { CHANNELS } from '../../../shared/host.ts';
import type { Engine } from '../../engine/engine.ts';
import { isOwnAddress } from './addresses.ts';

/** Carries calls from our own window to the engine and its events back. */
export function relay(engine: Engine, window: BrowserWindow): void {
  ipcMain.handle(CHANNELS.call, (event, method: unknown, input: unknown): Promise<Answer> => {
    if (!isOurs(event, window) || typeof method !== 'string')
      return Promise.resolve({
        ok: false,
        error: { code: 'request/forbidden', message: 'Another page may not use Rounds.' },
      });
    return engine.call(method, input);
  });
  const stop = engine.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.event, event);
  });
  window.on('closed', stop);
}

/** The page of the window itself: not a frame inside it, not other contents, not another address. */
function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    isOwnAddress(frame.url)
  );
}

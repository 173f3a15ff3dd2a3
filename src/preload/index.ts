import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, EngineEvent } from '../shared/contract/index.ts';
import { type Bridge, CHANNELS } from '../shared/host.ts';

/** All that the window can reach of the desktop host: one way in and one way out. */
const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input) as Promise<Answer>,
  on(listener) {
    const receive = (_: unknown, event: EngineEvent): void => listener(event);
    ipcRenderer.on(CHANNELS.event, receive);
    return () => ipcRenderer.off(CHANNELS.event, receive);
  },
};

contextBridge.exposeInMainWorld('rounds', bridge);

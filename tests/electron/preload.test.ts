import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { CHANNELS } from '../../src/shared/host.ts';
import { strict } from './strict.ts';

/** Runs the built preload as Electron does in a sandbox: one file, and only `electron` can be required. */
function runPreload() {
  const source = readFileSync(join(import.meta.dirname, '..', '..', 'out', 'preload', 'index.cjs'), 'utf8');
  const contextBridge = { exposeInMainWorld: vi.fn() };
  const ipcRenderer = { invoke: vi.fn(() => Promise.resolve({ ok: true })), on: vi.fn(), off: vi.fn() };
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', contextBridge),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
  });
  const run = new Function('require', 'module', 'exports', source);
  run(
    (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    },
    { exports: {} },
    {},
  );
  return { exposed: contextBridge.exposeInMainWorld.mock.calls, ipcRenderer };
}

it('exposes one way in and one way out, and nothing of Electron', async () => {
  const { exposed, ipcRenderer } = runPreload();
  expect(exposed).toHaveLength(1);
  const [name, bridge] = exposed[0] ?? [];
  expect(name).toBe('rounds');
  expect(Object.keys(bridge).sort()).toEqual(['call', 'on']);

  await bridge.call('system.state', {}, 'more', 'still more');
  expect(ipcRenderer.invoke.mock.calls).toEqual([[CHANNELS.call, 'system.state', {}]]);

  const listener = vi.fn();
  const stop = bridge.on(listener);
  const [channel, receive] = ipcRenderer.on.mock.calls[0] ?? [];
  expect(channel).toBe(CHANNELS.event);
  const event = { type: 'changed', topics: ['people'] };
  receive({ sender: 'must not reach the page' }, event);
  expect(listener.mock.calls).toEqual([[event]]);
  expect(stop()).toBeUndefined();
  expect(ipcRenderer.off.mock.calls).toEqual([[CHANNELS.event, receive]]);
});

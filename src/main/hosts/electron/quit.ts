import { app } from 'electron';
import type { Engine } from '../../engine/engine.ts';

/** Quitting waits until running work is done and the file is closed. Opening Rounds meanwhile opens it again afterwards. */
export function quitAfterWrites(engine: Engine): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  let reopen = false;
  app.on('second-instance', () => {
    reopen ||= state === 'closing';
  });
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void engine.close().finally(() => {
      state = 'closed';
      if (reopen) app.relaunch();
      app.quit();
    });
  });
}

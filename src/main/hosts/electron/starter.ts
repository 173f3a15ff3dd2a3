import { app } from 'electron';

let gone = false;

/**
 * The channel to `npm start`, where there is one: tells it that the program came up, and quits when it goes. A packaged
 * program has no starter.
 */
export function followStarter(): void {
  if (app.isPackaged || process.send === undefined) return;
  process.on('disconnect', () => {
    gone = true;
    app.quit();
  });
}

/** Whether the program ends because its starter did: nobody is there to be asked anything. */
export function starterIsGone(): boolean {
  return gone;
}

/** Tells the starter that the program can speak for itself from here on. */
export function tellStarter(): void {
  if (!app.isPackaged && process.connected) process.send?.('rounds:here');
}

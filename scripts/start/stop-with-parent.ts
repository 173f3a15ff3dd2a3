const INTERVAL_MS = 250;

/**
 * Ends as for Ctrl-C when the shell that npm runs scripts in is gone: a signal to npm ends that shell, which passes nothing on.
 */
export function stopWithParent(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent && isRunning(parent)) return;
    clearInterval(watch);
    // As an event and not as a signal, which on Windows would end this process before it has cleaned up.
    if (!process.emit('SIGTERM')) process.exit(0);
  }, INTERVAL_MS);
  watch.unref();
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

const INTERVAL_MS = 200;
const MEGABYTE = 1_000_000;

/** A line that follows a download: rewritten in place on a terminal, every tenth elsewhere. */
export type ProgressLine = {
  readonly update: (receivedBytes: number, totalBytes: number | null) => void;
  /** Ends the line, so that what is printed next stands on its own. */
  readonly end: () => void;
};

/** Starts a progress line. Nothing is printed before the first byte arrives. */
export function downloadLine(title: string): ProgressLine {
  const { stdout } = process;
  let shownAt = Number.NEGATIVE_INFINITY;
  let tenth = -1;
  let open = false;
  return {
    update(received, total) {
      const complete = total !== null && received >= total;
      if (stdout.isTTY) {
        const now = performance.now();
        if (now - shownAt < INTERVAL_MS && !complete) return;
        shownAt = now;
        stdout.write(`\r\x1b[K${title}: ${amount(received, total)}`);
        open = true;
        return;
      }
      const reached = Math.floor(total === null ? received / (10 * MEGABYTE) : (10 * received) / total);
      if (reached <= tenth) return;
      tenth = reached;
      stdout.write(`${title}: ${amount(received, total)}\n`);
    },
    end() {
      if (open) stdout.write('\n');
      open = false;
    },
  };
}

function amount(received: number, total: number | null): string {
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(0);
  return total === null
    ? `${megabytes(received)} MB`
    : `${megabytes(received)} of ${megabytes(total)} MB (${Math.floor((100 * received) / total)} %)`;
}

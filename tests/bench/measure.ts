/** One line of a benchmark's table: what was measured, beside the least it could cost. */
export type Measured = {
  readonly what: string;
  readonly milliseconds: number;
  readonly floor?: { readonly what: string; readonly milliseconds: number };
  readonly note?: string;
};

/** Runs `work` several times and answers the median in milliseconds; the machines are noisy. */
export async function median(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor(taken.length / 2)] ?? 0;
}

/** How long `work` takes once, in milliseconds, with what it answers. */
export async function once<T>(
  work: () => Promise<T> | T,
): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const from = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - from };
}

/** Prints a benchmark's lines. */
export function print(title: string, lines: readonly Measured[]): void {
  console.log(`\n${title}`);
  for (const line of lines) {
    const ratio = line.floor
      ? ` · floor ${milliseconds(line.floor.milliseconds)} (${line.floor.what}) · ratio ${(line.milliseconds / line.floor.milliseconds).toFixed(1)}`
      : '';
    console.log(
      `  ${line.what}: ${milliseconds(line.milliseconds)}${ratio}${line.note ? ` · ${line.note}` : ''}`,
    );
  }
}

/** Peak memory of this process so far, in MiB. */
export function peakMemory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB peak`;
}

function milliseconds(value: number): string {
  return value >= 1_000 ? `${(value / 1_000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** A sitting on the wall clock, and how many of its minutes are asked about. */
export type Sitting = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly startTime: string;
  /** Its length. */
  readonly minutes: number;
  /** Minutes spent in it; at most its length. */
  readonly spent: number;
};

type Open = { left: number; readonly end: number };

/**
 * The most minutes that one person can have spent in these sittings, each minute of the clock once: sittings at the same
 * time count once (AMA PRA booklet, concurrent sessions; reference/accreditation.md 1.5).
 *
 * Walks the clock and always spends the time in the sitting that ends first, which leaves the most for those that end later.
 */
export function distinctMinutes(sittings: readonly Sitting[]): number {
  const coming = sittings
    .filter(({ spent }) => spent > 0)
    .map((sitting) => ({ ...sitting, start: clockMinutes(sitting) }))
    .toSorted((a, b) => a.start - b.start);
  let total = 0;
  let now = Number.NEGATIVE_INFINITY;
  let open: Open[] = [];
  for (const [index, { start, minutes, spent }] of coming.entries()) {
    now = Math.max(now, start);
    open.push({ left: Math.min(spent, minutes), end: start + minutes });
    const until = coming[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    open.sort((a, b) => a.end - b.end);
    for (const sitting of open) {
      const stay = Math.max(0, Math.min(sitting.left, sitting.end - now, until - now));
      sitting.left -= stay;
      now += stay;
      total += stay;
    }
    open = open.filter(({ left, end }) => left > 0 && end > until);
  }
  return total;
}

function clockMinutes({ date, startTime }: Pick<Sitting, 'date' | 'startTime'>): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

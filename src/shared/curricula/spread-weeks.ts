/** Something that takes minutes and has its turn; `week` from 1 where it is held, null where it may lie anywhere. */
export type Turn = { readonly minutes: number; readonly week: number | null };

/**
 * The week, from 1, of each turn. Turns with a week stay there. The others keep their order among themselves, come not
 * before a held one that precedes them and not after one that follows them, and lie so that the weeks are as even as that
 * allows: the sum of the squares of the weeks' minutes is the least possible; of equal answers the one with the
 * lighter last weeks. A held week beyond the last counts as the last.
 */
export function spreadOverWeeks(turns: readonly Turn[], weeks: number): readonly number[] {
  const held = (week: number): number => Math.min(weeks, Math.max(1, week));
  const base = new Array<number>(weeks + 1).fill(0);
  for (const { minutes, week } of turns) if (week !== null) add(base, held(week), minutes);
  const free = windows(turns, weeks);
  const ends = placeInOrder(free, base, weeks);
  let next = 0;
  return turns.map(({ week }) => {
    if (week !== null) return held(week);
    const placed = ends[next] ?? weeks;
    next += 1;
    return placed;
  });
}

/** A free turn with the first and the last week in which it may lie. */
type Free = { readonly minutes: number; readonly first: number; readonly last: number };

/** The free turns in order. Both ends never fall from one to the next, so that a place for each can always be found. */
function windows(turns: readonly Turn[], weeks: number): readonly Free[] {
  const latest: number[] = [];
  let before = weeks;
  for (const { week } of turns.toReversed()) {
    if (week !== null) before = Math.min(before, Math.max(1, week));
    latest.unshift(before);
  }
  let after = 1;
  return turns.flatMap(({ minutes, week }, index): readonly Free[] => {
    if (week !== null) {
      after = Math.max(after, Math.min(weeks, week));
      return [];
    }
    // Held weeks that contradict each other: what comes before counts.
    return [{ minutes, first: after, last: Math.max(after, latest[index] ?? weeks) }];
  });
}

/**
 * The week of each free turn by dynamic programming over weeks: `best[count]` is the least sum of squares with the first
 * `count` turns in the weeks so far. A week's turns are taken from the last backwards until they alone cost too much.
 */
function placeInOrder(free: readonly Free[], base: readonly number[], weeks: number): readonly number[] {
  const count = free.length;
  let best: readonly number[] = [0, ...new Array<number>(count).fill(Number.POSITIVE_INFINITY)];
  const starts: number[][] = [];
  for (let week = 1; week <= weeks; week += 1) {
    const own = base[week] ?? 0;
    const next = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Array<number>(count + 1).fill(0);
    for (let end = 0; end <= count; end += 1) {
      let load = own;
      for (let start = end; start >= 0; start -= 1) {
        if (start < end) {
          const turn = free[start];
          if (!turn || turn.first > week || turn.last < week) break;
          load += turn.minutes;
        }
        const cost = load * load;
        if (cost > (next[end] ?? 0)) break;
        const sum = (best[start] ?? Number.POSITIVE_INFINITY) + cost;
        if (sum < (next[end] ?? 0)) {
          next[end] = sum;
          from[end] = start;
        }
      }
    }
    best = next;
    starts.push(from);
  }
  const placed = new Array<number>(count).fill(weeks);
  let end = count;
  for (let week = weeks; week >= 1; week -= 1) {
    const start = starts[week - 1]?.[end] ?? end;
    placed.fill(week, start, end);
    end = start;
  }
  return placed;
}

function add(sums: number[], index: number, minutes: number): void {
  sums[index] = (sums[index] ?? 0) + minutes;
}

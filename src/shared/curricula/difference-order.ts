/**
 * What turns one list of modules into another: ids that go, and ids that are put in at their final place, each either
 * new or moved. Every module is named once.
 */
export type ModuleMoves = {
  readonly removed: readonly number[];
  readonly placed: readonly { readonly id: number; readonly index: number; readonly isNew: boolean }[];
  /** A module that left and one that came in its place. */
  readonly replaced: readonly { readonly from: number; readonly to: number }[];
};

/** The fewest changes from one list to the other: what stays in its order is a longest common subsequence. */
export function moduleMoves(before: readonly number[], after: readonly number[]): ModuleMoves {
  const earlier = new Set(before);
  const later = new Set(after);
  const kept = longestCommon(before, after);
  return {
    removed: before.filter((id) => !later.has(id)),
    placed: after.flatMap((id, index) => (kept.has(id) ? [] : [{ id, index, isNew: !earlier.has(id) }])),
    replaced: replacements(before, after, kept),
  };
}

/** The first list with the changes made: it reads like the second one. */
export function applyMoves(before: readonly number[], { removed, placed }: ModuleMoves): readonly number[] {
  const away = new Set([...removed, ...placed.map(({ id }) => id)]);
  const list = before.filter((id) => !away.has(id));
  for (const { id, index } of placed) list.splice(index, 0, id);
  return list;
}

/**
 * The ids of a longest common subsequence of two lists without repeats. Among several of one length the ids decide,
 * so that it is the same whichever list comes first.
 */
export function longestCommon(before: readonly number[], after: readonly number[]): ReadonlySet<number> {
  const places = new Map(after.map((id, index) => [id, index]));
  const common = before.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  type Chain = { readonly length: number; readonly weight: number; readonly last: number };
  const chains: Chain[] = [];
  common.forEach(({ id, place }, index) => {
    let best: Chain = { length: 0, weight: 0, last: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const chain = chains[earlier];
      const from = common[earlier];
      if (!chain || !from || from.place >= place) continue;
      if (isBetter(chain, best)) best = { ...chain, last: earlier };
    }
    chains.push({ length: best.length + 1, weight: best.weight + scattered(id), last: best.last });
  });
  let end = -1;
  chains.forEach((chain, index) => {
    const best = chains[end];
    if (!best || isBetter(chain, best)) end = index;
  });
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = chains[at]?.last ?? -1) {
    const module = common[at];
    if (module) kept.add(module.id);
  }
  return kept;
}

type Weighed = { readonly length: number; readonly weight: number };

function isBetter(one: Weighed, other: Weighed): boolean {
  return one.length > other.length || (one.length === other.length && one.weight > other.weight);
}

/** A whole number below 2^32 for an id, spread so that sums of different ids hardly ever agree (Knuth's multiplier). */
function scattered(id: number): number {
  const mixed = Math.imul(id ^ (id >>> 15), 2_654_435_761);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Between two modules that stay, the first that left is replaced by the first that came, and so on. */
function replacements(
  before: readonly number[],
  after: readonly number[],
  kept: ReadonlySet<number>,
): ModuleMoves['replaced'] {
  const earlier = new Set(before);
  const later = new Set(after);
  const left = gaps(before, kept, (id) => !later.has(id));
  const came = gaps(after, kept, (id) => !earlier.has(id));
  return left.flatMap((ids, index) =>
    ids.flatMap((from, position) => {
      const to = came[index]?.[position];
      return to === undefined ? [] : [{ from, to }];
    }),
  );
}

/** What stands between the modules that stay, gap by gap, of those that are asked for. */
function gaps(
  list: readonly number[],
  kept: ReadonlySet<number>,
  isAsked: (id: number) => boolean,
): readonly (readonly number[])[] {
  const found: number[][] = [[]];
  for (const id of list) {
    if (kept.has(id)) found.push([]);
    else if (isAsked(id)) found.at(-1)?.push(id);
  }
  return found;
}

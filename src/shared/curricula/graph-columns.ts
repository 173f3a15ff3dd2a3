import type { GraphSlot, Neighbors } from './prerequisite-graph.ts';

/** Rounds in which columns are put in the order of their neighbors, so that fewer lines cross. */
const SWEEPS = 8;

/** A place with those that lines join it to in the columns left and right of its own. */
type Joined = { readonly slot: GraphSlot; readonly left: Joined[]; readonly right: Joined[] };

/**
 * Columns of modules by their layer, with a lane wherever a line passes a column, each in the order in which the fewest
 * lines cross that a few rounds find. Lines from one module share a lane: they part where they leave it.
 */
export function untangledColumns(
  codes: readonly string[],
  layerOf: ReadonlyMap<string, number>,
  requires: Neighbors,
): readonly (readonly GraphSlot[])[] {
  const columns = joinedColumns(codes, layerOf, requires);
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const rightward = sweep % 2 === 0;
    for (const column of rightward ? columns : columns.toReversed())
      sortByMiddle(column, rightward ? 'left' : 'right', placesIn(columns));
    const crossed = crossings(columns);
    if (crossed >= fewest) continue;
    fewest = crossed;
    best = columns.map((column) => [...column]);
  }
  return best.map((column) => column.map(({ slot }) => slot));
}

function joinedColumns(
  codes: readonly string[],
  layerOf: ReadonlyMap<string, number>,
  requires: Neighbors,
): Joined[][] {
  const columns: Joined[][] = [];
  const add = (slot: GraphSlot, layer: number): Joined => {
    const joined: Joined = { slot, left: [], right: [] };
    while (columns.length <= layer) columns.push([]);
    columns[layer]?.push(joined);
    return joined;
  };
  const layer = (code: string): number => layerOf.get(code) ?? 0;
  const nodes = new Map(codes.map((code) => [code, add({ kind: 'node', code }, layer(code))]));
  // What the lines of a module have reached so far: itself and its lanes, from left to right.
  const ways = new Map([...nodes].map(([code, node]) => [code, [node]]));
  for (const [code, node] of nodes)
    for (const from of requires.get(code) ?? []) {
      const way = ways.get(from);
      const span = layer(code) - layer(from);
      // A line that closes a circle would run backward.
      if (!way || span < 1) continue;
      while (way.length < span) {
        const lane = add({ kind: 'lane', from }, layer(from) + way.length);
        join(way.at(-1), lane);
        way.push(lane);
      }
      join(way[span - 1], node);
    }
  return columns;
}

function join(left: Joined | undefined, right: Joined): void {
  if (!left) return;
  left.right.push(right);
  right.left.push(left);
}

function placesIn(columns: readonly (readonly Joined[])[]): ReadonlyMap<Joined, number> {
  return new Map(columns.flatMap((column) => column.map((joined, place) => [joined, place] as const)));
}

/** Puts a column in the order of the middle of its neighbors' places; what has none keeps its place. */
function sortByMiddle(column: Joined[], side: 'left' | 'right', places: ReadonlyMap<Joined, number>): void {
  const middle = new Map(
    column.map((joined) => {
      const around = joined[side].map((one) => places.get(one) ?? 0);
      const sum = around.reduce((total, place) => total + place, 0);
      return [joined, around.length === 0 ? (places.get(joined) ?? 0) : sum / around.length];
    }),
  );
  column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
}

/** How many pairs of lines cross between neighboring columns. */
function crossings(columns: readonly (readonly Joined[])[]): number {
  const places = placesIn(columns);
  return columns.reduce((total, column) => {
    const ends = column.flatMap(({ right }) =>
      right.map((one) => places.get(one) ?? 0).toSorted((a, b) => a - b),
    );
    // Lines come in the order of their left ends: two cross when their right ends are the other way round.
    return (
      total +
      ends.reduce((sum, end, index) => sum + ends.slice(0, index).filter((before) => before > end).length, 0)
    );
  }, 0);
}

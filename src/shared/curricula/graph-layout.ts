import type { GraphEdge, GraphNode, GraphSlot, PrerequisiteGraph } from './prerequisite-graph.ts';

/** The measures of a picture, in pixels. */
export type GraphMeasures = {
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** Height of a lane that lines take past a column. */
  readonly laneHeight: number;
  readonly columnGap: number;
  readonly rowGap: number;
  readonly edge: number;
};

/** A point of the picture, in pixels from its top left corner. */
export type Point = { readonly x: number; readonly y: number };

/** Where everything in the picture of prerequisites is. */
export type GraphLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: GraphNode; readonly left: number; readonly top: number }[];
  /**
   * Lines by their points: out of a module, then in and out of each lane, then into a module. Between an odd and the next
   * point the line crosses the gap between two columns, after an even one it runs level through a lane.
   */
  readonly lines: readonly { readonly edge: GraphEdge; readonly points: readonly Point[] }[];
};

/** Rounds in which places move toward what they are joined to. */
const ROUNDS = 6;

type Place = { readonly slot: GraphSlot; readonly key: string; readonly height: number };

/**
 * Gives the columns of a graph their places: in the order that they have, as near as can be to the height of what they are
 * joined to. No line runs behind a module: it crosses columns in lanes only.
 */
export function layOut(graph: PrerequisiteGraph, measures: GraphMeasures): GraphLayout {
  const { nodeWidth, nodeHeight, laneHeight, columnGap, edge } = measures;
  const columns = graph.columns.map((column, layer) =>
    column.map((slot): Place => {
      const height = slot.kind === 'node' ? nodeHeight : laneHeight;
      return { slot, key: keyOf(slot, layer), height };
    }),
  );
  const byCode = new Map(graph.nodes.map((node) => [node.code, node]));
  const ways = graph.edges.flatMap((line) => {
    const way = wayOf(line, byCode);
    return way === null ? [] : [{ edge: line, way }];
  });
  const middles = middlesOf(
    columns,
    ways.map(({ way }) => way),
    measures,
  );
  const left = (layer: number): number => edge + layer * (nodeWidth + columnGap);
  const middle = (key: string): number => middles.get(key) ?? 0;
  const bottoms = columns.flat().map(({ key, height }) => middle(key) + height / 2);
  return {
    width: columns.length === 0 ? 0 : left(columns.length - 1) + nodeWidth + edge,
    height: Math.max(0, ...bottoms) + edge,
    nodes: graph.nodes.map((node) => ({
      node,
      left: left(node.layer),
      top: middle(node.code) - nodeHeight / 2,
    })),
    lines: ways.map(({ edge: line, way }) => {
      const first = byCode.get(line.from)?.layer ?? 0;
      const points = way.flatMap((key, index): Point[] => {
        const x = left(first + index);
        const y = middle(key);
        return [
          { x, y },
          { x: x + nodeWidth, y },
        ];
      });
      return { edge: line, points: points.slice(1, -1) };
    }),
  };
}

function keyOf(slot: GraphSlot, layer: number): string {
  return slot.kind === 'node' ? slot.code : laneKey(slot.from, layer);
}

function laneKey(from: string, layer: number): string {
  return `lane ${layer} of ${from}`;
}

/** The places that a line passes, its ends among them; null for one that closes a circle and would run backward. */
function wayOf({ from, to }: GraphEdge, byCode: ReadonlyMap<string, GraphNode>): readonly string[] | null {
  const start = byCode.get(from)?.layer ?? 0;
  const span = (byCode.get(to)?.layer ?? 0) - start;
  if (span < 1) return null;
  const lanes = Array.from({ length: span - 1 }, (_, index) => laneKey(from, start + 1 + index));
  return [from, ...lanes, to];
}

/** The height of the middle of each place, by its key. */
function middlesOf(
  columns: readonly (readonly Place[])[],
  ways: readonly (readonly string[])[],
  { rowGap, edge }: GraphMeasures,
): ReadonlyMap<string, number> {
  const joined = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    const known = joined.get(one);
    if (known) known.add(other);
    else joined.set(one, new Set([other]));
  };
  for (const way of ways)
    for (const [index, key] of way.entries()) {
      const next = way[index + 1];
      if (next === undefined) continue;
      join(key, next);
      join(next, key);
    }
  const middles = new Map<string, number>();
  for (const column of columns) spread(column, () => 0, rowGap, middles);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const column of round % 2 === 0 ? columns : columns.toReversed()) {
      const wanted = ({ key }: Place): number => {
        const around = [...(joined.get(key) ?? [])].map((other) => middles.get(other) ?? 0);
        if (around.length === 0) return middles.get(key) ?? 0;
        return around.reduce((sum, middle) => sum + middle, 0) / around.length;
      };
      spread(column, wanted, rowGap, middles);
    }
  const tops = columns.flat().map(({ key, height }) => (middles.get(key) ?? 0) - height / 2);
  const shift = edge - Math.min(...tops);
  return new Map([...middles].map(([key, middle]) => [key, Math.round(middle + shift)]));
}

/** A run of places that touch; they lie at the mean of where each wants to be. */
type Run = { readonly places: readonly Place[]; readonly offsets: readonly number[]; readonly start: number };

/**
 * Puts a column's places as near as can be to where they are wanted, in their order and without overlap: places that would
 * overlap become a run at the mean of their wishes, and runs that would overlap become one.
 */
function spread(
  column: readonly Place[],
  wanted: (place: Place) => number,
  rowGap: number,
  middles: Map<string, number>,
): void {
  const runs: Run[] = [];
  const wishes = column.map(wanted);
  const runOf = (from: number, to: number): Run => {
    const places = column.slice(from, to);
    const offsets: number[] = [];
    let below = 0;
    for (const { height } of places) {
      offsets.push(below + height / 2);
      below += height + rowGap;
    }
    const sum = offsets.reduce((total, offset, index) => total + (wishes[from + index] ?? 0) - offset, 0);
    return { places, offsets, start: sum / places.length };
  };
  for (let next = 0; next < column.length; next += 1) {
    let from = next;
    let run = runOf(from, next + 1);
    for (let above = runs.at(-1); above && endOf(above, rowGap) > run.start; above = runs.at(-1)) {
      runs.pop();
      from -= above.places.length;
      run = runOf(from, next + 1);
    }
    runs.push(run);
  }
  for (const { places, offsets, start } of runs)
    for (const [index, { key }] of places.entries()) middles.set(key, start + (offsets[index] ?? 0));
}

function endOf({ places, start }: Run, rowGap: number): number {
  return start + places.reduce((sum, { height }) => sum + height + rowGap, 0);
}

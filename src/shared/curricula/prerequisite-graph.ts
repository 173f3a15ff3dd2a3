import type { Domain } from '../contract/primitives.ts';
import type { PrerequisiteGap } from './prerequisites.ts';
import type { Placed } from './read-outline.ts';

/** A module in the picture of prerequisites. */
export type GraphNode = {
  readonly code: string;
  /** Null for one that is required but is not in the outline. */
  readonly placed: Placed | null;
  readonly domain: Domain | null;
  /** Column from the left: one more than the last of what it requires. */
  readonly layer: number;
  /** Place from the top of its column. */
  readonly row: number;
  /** Codes of what it requires, and of what requires it, itself. */
  readonly requires: readonly string[];
  readonly requiredBy: readonly string[];
};

/** From a prerequisite to the module that requires it; `gap` says what is wrong, null when nothing is. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly gap: PrerequisiteGap['kind'] | null;
};

/** The modules that depend on each other, laid out from left to right, and those that stand alone. */
export type PrerequisiteGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly layers: number;
  readonly rows: number;
  readonly alone: readonly Placed[];
};

/** Rounds in which columns are put in the order of their neighbors, so that fewer lines cross. */
const SWEEPS = 6;

/**
 * Lays out the prerequisites of an outline by longest path: whatever a module requires lies left of it. Missing ones are
 * part of the picture. A circle, which the module editor refuses, is cut where it closes.
 */
export function prerequisiteGraph(
  placed: readonly Placed[],
  gaps: readonly PrerequisiteGap[],
): PrerequisiteGraph {
  const byCode = new Map(placed.map((one) => [one.module.code, one]));
  const gapOf = new Map(gaps.map((gap) => [`${gap.prerequisite} ${gap.moduleCode}`, gap.kind]));
  const edges = [...byCode.values()].flatMap(({ module }) =>
    [...new Set(module.prerequisites)].map(
      (from): GraphEdge => ({ from, to: module.code, gap: gapOf.get(`${from} ${module.code}`) ?? null }),
    ),
  );
  const requires = neighbors(edges, 'to', 'from');
  const requiredBy = neighbors(edges, 'from', 'to');
  const linked = [...new Set([...byCode.keys(), ...edges.map(({ from }) => from)])].filter(
    (code) => requires.has(code) || requiredBy.has(code),
  );
  const layerOf = layersOf(linked, requires);
  const columns = columnsOf(linked, layerOf);
  const ordered = untangled(columns, requires, requiredBy);
  const nodes = ordered.flatMap((column, layer) =>
    column.map((code, row): GraphNode => {
      const own = byCode.get(code) ?? null;
      return {
        code,
        placed: own,
        domain: own?.module.domain ?? null,
        layer,
        row,
        requires: requires.get(code) ?? [],
        requiredBy: requiredBy.get(code) ?? [],
      };
    }),
  );
  const inPicture = new Set(linked);
  return {
    nodes,
    edges,
    layers: ordered.length,
    rows: Math.max(0, ...ordered.map((column) => column.length)),
    alone: [...byCode.values()].filter(({ module }) => !inPicture.has(module.code)),
  };
}

/** A module with all that it requires and all that requires it, directly or through others. */
export function lineageOf(code: string, nodes: readonly GraphNode[]): ReadonlySet<string> {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const found = new Set([code]);
  for (const way of ['requires', 'requiredBy'] as const) {
    const walked = new Set([code]);
    // A set that grows while it is walked is walked to its new end.
    for (const one of walked) for (const next of byCode.get(one)?.[way] ?? []) walked.add(next);
    for (const one of walked) found.add(one);
  }
  return found;
}

type Neighbors = ReadonlyMap<string, readonly string[]>;

function neighbors(edges: readonly GraphEdge[], of: 'from' | 'to', are: 'from' | 'to'): Neighbors {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    const known = found.get(edge[of]);
    if (known) known.push(edge[are]);
    else found.set(edge[of], [edge[are]]);
  }
  return found;
}

function layersOf(codes: readonly string[], requires: Neighbors): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  const open = new Set<string>();
  const layerOf = (code: string): number => {
    const known = layers.get(code);
    if (known !== undefined) return known;
    if (open.has(code)) return -1;
    open.add(code);
    const layer = Math.max(-1, ...(requires.get(code) ?? []).map(layerOf)) + 1;
    open.delete(code);
    layers.set(code, layer);
    return layer;
  };
  for (const code of codes) layerOf(code);
  return layers;
}

function columnsOf(codes: readonly string[], layerOf: ReadonlyMap<string, number>): readonly string[][] {
  const columns: string[][] = [];
  for (const code of codes) {
    const layer = layerOf.get(code) ?? 0;
    while (columns.length <= layer) columns.push([]);
    columns[layer]?.push(code);
  }
  return columns;
}

/** Puts each column in the order of the middle of its neighbors' places, from left to right and back. */
function untangled(
  columns: readonly (readonly string[])[],
  requires: Neighbors,
  requiredBy: Neighbors,
): readonly (readonly string[])[] {
  const ordered = columns.map((column) => [...column]);
  const rowOf = new Map<string, number>();
  const number = (column: readonly string[]): void => {
    for (const [row, code] of column.entries()) rowOf.set(code, row);
  };
  for (const column of ordered) number(column);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const rightward = sweep % 2 === 0;
    for (const column of rightward ? ordered : ordered.toReversed()) {
      const middle = new Map(
        column.map((code) => {
          const rows = ((rightward ? requires : requiredBy).get(code) ?? []).map(
            (one) => rowOf.get(one) ?? 0,
          );
          return [
            code,
            rows.length === 0
              ? (rowOf.get(code) ?? 0)
              : rows.reduce((sum, row) => sum + row, 0) / rows.length,
          ];
        }),
      );
      column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      number(column);
    }
  }
  return ordered;
}

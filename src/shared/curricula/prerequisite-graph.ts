import type { Domain } from '../contract/primitives.ts';
import { untangledColumns } from './graph-columns.ts';
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
  /** Place among the modules of its column, from the top. */
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

/**
 * A place in a column, from the top: a module, or a lane that the lines of one prerequisite take past this column to
 * modules further right, so that they do not run behind others.
 */
export type GraphSlot =
  | { readonly kind: 'node'; readonly code: string }
  | { readonly kind: 'lane'; readonly from: string };

/** The modules that depend on each other, laid out from left to right, and those that stand alone. */
export type PrerequisiteGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Each column from the left, with its places from the top. */
  readonly columns: readonly (readonly GraphSlot[])[];
  readonly alone: readonly Placed[];
};

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
  const columns = untangledColumns(linked, layersOf(linked, requires), requires);
  const nodes = columns.flatMap((column, layer) =>
    codesIn(column).map((code, row): GraphNode => {
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
    columns,
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

/** Codes by code. */
export type Neighbors = ReadonlyMap<string, readonly string[]>;

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

function codesIn(column: readonly GraphSlot[]): readonly string[] {
  return column.flatMap((slot) => (slot.kind === 'node' ? [slot.code] : []));
}

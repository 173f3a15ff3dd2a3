import fc from 'fast-check';
import { expect, test } from 'vitest';
import catalogue from '../../../resources/catalogue/catalogue.json';
import { type GraphLayout, type GraphMeasures, layOut } from './graph-layout.ts';
import { look, numbered, required } from './insight-example.ts';
import { prerequisiteGraph } from './prerequisite-graph.ts';

const MEASURES: GraphMeasures = {
  nodeWidth: 160,
  nodeHeight: 40,
  laneHeight: 10,
  columnGap: 50,
  rowGap: 8,
  edge: 16,
};

function layoutOf(prerequisites: readonly (readonly number[])[]): GraphLayout {
  const modules = prerequisites.map((wanted, id) =>
    numbered(id, { prerequisites: wanted.map((other) => `M${other}`) }),
  );
  const { placed, gaps } = look(
    modules,
    modules.map(({ id }) => required(id)),
  );
  return layOut(prerequisiteGraph(placed, gaps), MEASURES);
}

/** The modules that a line runs behind: those of a column whose lane it takes at their height. */
function behind({ nodes, lines }: GraphLayout): readonly string[] {
  return lines.flatMap(({ edge, points }) =>
    points.flatMap((point, index) => {
      const next = points[index + 1];
      // After an even point the line is in the gap between columns.
      if (index % 2 === 0 || !next) return [];
      return nodes
        .filter(
          ({ left, top }) =>
            left < next.x &&
            left + MEASURES.nodeWidth > point.x &&
            top <= point.y &&
            top + MEASURES.nodeHeight >= point.y,
        )
        .map(({ node }) => `${edge.from} to ${edge.to} behind ${node.code}`);
    }),
  );
}

function overlaps({ nodes }: GraphLayout): readonly string[] {
  return nodes.flatMap((one, index) =>
    nodes
      .slice(index + 1)
      .filter((other) => other.left === one.left && Math.abs(other.top - one.top) < MEASURES.nodeHeight + 1)
      .map((other) => `${one.node.code} over ${other.node.code}`),
  );
}

test('a line past a column does not run behind the module there', () => {
  // M0 leads to M2 directly, past M1.
  const layout = layoutOf([[], [0], [1, 0]]);
  expect(layout.lines.map(({ points }) => points.length)).toEqual([2, 2, 4]);
  expect(behind(layout)).toEqual([]);
});

test('what stands alone between its neighbors is level with them', () => {
  const { nodes } = layoutOf([[], [0], [1]]);
  expect(new Set(nodes.map(({ top }) => top)).size).toBe(1);
});

test('a circle leaves out the line that would run backward', () => {
  expect(layoutOf([[1], [0]]).lines).toHaveLength(1);
});

test('the catalogue as a whole has its lines past its modules', () => {
  const { modules } = catalogue;
  const numbers = new Map(modules.map(({ id }, index) => [id, index]));
  const layout = layoutOf(
    modules.map(({ prerequisites }) => prerequisites.flatMap((code) => numbers.get(code) ?? [])),
  );
  expect(layout.lines.length).toBeGreaterThan(20);
  expect(behind(layout)).toEqual([]);
  expect(overlaps(layout)).toEqual([]);
});

test('property: no line runs behind a module, no two modules overlap, every line runs to the right', () => {
  const rows = fc
    .array(fc.array(fc.nat({ max: 14 }), { maxLength: 4 }), { maxLength: 15 })
    .map((lists) => lists.map((wanted, id) => wanted.filter((other) => other < id)));
  fc.assert(
    fc.property(rows, (prerequisites) => {
      const layout = layoutOf(prerequisites);
      expect(behind(layout)).toEqual([]);
      expect(overlaps(layout)).toEqual([]);
      for (const { points } of layout.lines)
        for (const [index, { x }] of points.entries())
          expect(x).toBeLessThan(points[index + 1]?.x ?? Number.POSITIVE_INFINITY);
      for (const { left, top } of layout.nodes) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(MEASURES.edge - 1);
        expect(left + MEASURES.nodeWidth).toBeLessThanOrEqual(layout.width);
        expect(top + MEASURES.nodeHeight).toBeLessThanOrEqual(layout.height);
      }
    }),
  );
});

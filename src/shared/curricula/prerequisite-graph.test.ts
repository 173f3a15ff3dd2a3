import fc from 'fast-check';
import { expect, test } from 'vitest';
import { look, numbered, required } from './insight-example.ts';
import { lineageOf, prerequisiteGraph } from './prerequisite-graph.ts';

function graphOf(prerequisites: readonly (readonly number[])[]) {
  const modules = prerequisites.map((wanted, id) =>
    numbered(id, { prerequisites: wanted.map((other) => `M${other}`) }),
  );
  const { placed, gaps } = look(
    modules,
    modules.map(({ id }) => required(id)),
  );
  return prerequisiteGraph(placed, gaps);
}

test('lays out by longest path, with what is missing, and leaves out what stands alone', () => {
  const graph = graphOf([[], [0], [0, 1], [9], []]);
  const layers = Object.fromEntries(graph.nodes.map(({ code, layer }) => [code, layer]));
  expect(layers).toEqual({ M0: 0, M9: 0, M1: 1, M3: 1, M2: 2 });
  expect(graph.alone.map(({ module }) => module.code)).toEqual(['M4']);
  expect(graph.nodes.find(({ code }) => code === 'M9')?.placed).toBeNull();
  expect(graph.edges.find(({ from }) => from === 'M9')).toEqual({ from: 'M9', to: 'M3', gap: 'missing' });
  expect(graph.columns).toHaveLength(3);
});

test('a lineage holds what comes before and after, not siblings', () => {
  const { nodes } = graphOf([[], [0], [0], [1], [3]]);
  expect([...lineageOf('M1', nodes)].sort()).toEqual(['M0', 'M1', 'M3', 'M4']);
});

test('columns are put so that lines need not cross', () => {
  // M2 needs M1, M3 needs M0: in outline order the two lines would cross.
  const { nodes } = graphOf([[], [], [1], [0]]);
  const row = (code: string) => nodes.find((node) => node.code === code)?.row ?? -1;
  expect((row('M0') - row('M1')) * (row('M3') - row('M2'))).toBeGreaterThan(0);
});

test('a line past a column takes a lane of its own there, which all lines of one module share', () => {
  const { columns } = graphOf([[], [0], [1], [2, 0], [2, 0]]);
  const lanes = columns.map((column) => column.filter(({ kind }) => kind === 'lane'));
  expect(lanes).toEqual([[], [{ kind: 'lane', from: 'M0' }], [{ kind: 'lane', from: 'M0' }], []]);
});

test('an empty outline is an empty picture, and a circle does not hang', () => {
  expect(graphOf([])).toMatchObject({ nodes: [], edges: [], columns: [], alone: [] });
  expect(graphOf([[1], [0]]).nodes).toHaveLength(2);
});

test('property: every line runs from left to right, and no two nodes share a place', () => {
  const rows = fc
    .array(fc.array(fc.nat({ max: 14 }), { maxLength: 3 }), { maxLength: 15 })
    .map((lists) => lists.map((wanted, id) => wanted.filter((other) => other < id || other > 12)));
  fc.assert(
    fc.property(rows, (prerequisites) => {
      const { nodes, edges, alone } = graphOf(
        prerequisites.map((wanted, id) =>
          wanted.filter((other) => other < id || other >= prerequisites.length),
        ),
      );
      const layer = new Map(nodes.map((node) => [node.code, node.layer]));
      for (const { from, to } of edges) expect(layer.get(from)).toBeLessThan(layer.get(to) ?? -1);
      expect(new Set(nodes.map((node) => `${node.layer} ${node.row}`)).size).toBe(nodes.length);
      expect(nodes.filter(({ placed }) => placed !== null).length + alone.length).toBe(prerequisites.length);
    }),
  );
});

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type GraphMeasures, layOut, type Point } from '../../../shared/curricula/graph-layout.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import {
  type GraphEdge,
  type GraphNode,
  lineageOf,
  type PrerequisiteGraph as PrerequisitePicture,
  prerequisiteGraph,
} from '../../../shared/curricula/prerequisite-graph.ts';
import { domainName } from '../../../shared/curricula/words.ts';
import { counted } from '../../../shared/format.ts';
import { ScrollRegion } from '../../components/index.ts';
import type { Library } from '../library.ts';
import { gapInWords } from '../words.ts';
import { Folded } from './Folded.tsx';
import graph from './Graph.module.css';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

/** The measures of the picture. */
const MEASURES: GraphMeasures = {
  nodeWidth: 168,
  nodeHeight: 40,
  laneHeight: 10,
  columnGap: 56,
  rowGap: 10,
  edge: 16,
};

/** Which module builds on which, from left to right, as a picture and as a list. */
export function PrerequisiteGraph({
  found,
  library,
}: {
  readonly found: Insight;
  readonly library: Library;
}) {
  const picture = useMemo(() => prerequisiteGraph(found.placed, found.gaps), [found.placed, found.gaps]);
  const titleOf = (node: GraphNode): string =>
    node.placed?.module.title ?? library.byCode.get(node.code)?.title ?? node.code;
  if (picture.nodes.length === 0)
    return (
      <p className={classes.soft}>
        {found.modules === 0
          ? 'No modules yet. The picture grows as modules are added.'
          : 'No module of the outline requires another.'}
      </p>
    );
  return (
    <>
      <ul className={graph.legend} aria-label="How to read it">
        <li>A line leads from what has to come first to what builds on it.</li>
        <li>
          <span className={graph.sample} data-kind="elective" aria-hidden /> elective
        </li>
        <li>
          <span className={graph.sample} data-kind="missing" aria-hidden /> not in the outline
        </li>
      </ul>
      <Picture picture={picture} titleOf={titleOf} />
      <Folded title="The same as a list">
        <ul className={classes.list}>
          {picture.nodes
            .filter(({ requires }) => requires.length > 0)
            .map((node) => (
              <li key={node.code}>
                {node.placed ? <ModuleName module={node.placed.module} /> : titleOf(node)}{' '}
                <span className={classes.soft}>
                  requires {node.requires.map((code) => requiredInWords(code, node, picture)).join('; ')}
                </span>
              </li>
            ))}
        </ul>
      </Folded>
      {picture.alone.length === 0 ? null : (
        <Folded
          title={`${counted(picture.alone.length, 'module requires nothing and is', 'modules require nothing and are')} required by nothing`}
        >
          <ul className={classes.list}>
            {picture.alone.map(({ module }) => (
              <li key={module.id}>
                <ModuleName module={module} />
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  );

  function requiredInWords(
    code: string,
    node: GraphNode,
    { nodes, edges }: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
  ): string {
    const wanted = nodes.find((one) => one.code === code);
    const gap = edges.find(({ from, to }) => from === code && to === node.code)?.gap ?? null;
    const title = wanted ? titleOf(wanted) : code;
    return gap === null ? title : `${title}, which ${gapInWords(gap)}`;
  }
}

function Picture({
  picture,
  titleOf,
}: {
  readonly picture: PrerequisitePicture;
  readonly titleOf: (node: GraphNode) => string;
}) {
  const { nodes } = picture;
  const layout = useMemo(() => layOut(picture, MEASURES), [picture]);
  const canvas = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const lit = useMemo(
    () => (looked === null ? new Set<string>() : lineageOf(looked, nodes)),
    [looked, nodes],
  );
  const first = stop !== null && nodes.some(({ code }) => code === stop) ? stop : nodes[0]?.code;
  // Drawn last is on top: what is looked at, and before it what wants mending.
  const lines = layout.lines.toSorted((a, b) => weight(a.edge) - weight(b.edge));
  function weight({ from, to, gap }: GraphEdge): number {
    return (lit.has(from) && lit.has(to) ? 2 : 0) + (gap === null ? 0 : 1);
  }

  function onKeyDown(event: KeyboardEvent, node: GraphNode): void {
    const to = neighborOf(node, event.key, nodes);
    if (!to) return;
    event.preventDefault();
    canvas.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(to.code)}"]`)?.focus();
  }

  return (
    <ScrollRegion label="Picture of prerequisites" role="group" className={graph.scroll}>
      <div className={graph.fit}>
        <div
          ref={canvas}
          className={graph.canvas}
          style={{ width: layout.width, height: layout.height }}
          data-looking={looked === null ? undefined : true}
        >
          <svg className={graph.lines} width={layout.width} height={layout.height} aria-hidden>
            {lines.map(({ edge: { from, to, gap }, points }) => (
              <path
                key={`${from} ${to}`}
                className={graph.line}
                d={pathThrough(points)}
                data-gap={gap ?? undefined}
                data-lit={(lit.has(from) && lit.has(to)) || undefined}
              />
            ))}
          </svg>
          <ul aria-label="Modules with prerequisites; arrows lead from one to the next">
            {layout.nodes.map(({ node, left, top }) => (
              <li
                key={node.code}
                className={graph.place}
                style={{ left, top, width: MEASURES.nodeWidth, height: MEASURES.nodeHeight }}
              >
                <button
                  type="button"
                  className={graph.node}
                  data-code={node.code}
                  data-domain={node.domain ?? undefined}
                  data-kind={kindOf(node)}
                  data-lit={lit.has(node.code) || undefined}
                  tabIndex={node.code === first ? 0 : -1}
                  aria-label={nodeInWords(node, titleOf(node))}
                  title={nodeInWords(node, titleOf(node))}
                  onFocus={() => {
                    setStop(node.code);
                    setLooked(node.code);
                  }}
                  onBlur={() => setLooked(null)}
                  onMouseEnter={() => setLooked(node.code)}
                  onMouseLeave={() => setLooked(null)}
                  onKeyDown={(event) => onKeyDown(event, node)}
                >
                  <span className={graph.label}>{titleOf(node)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </ScrollRegion>
  );
}

/** Bends in the gaps between columns, level in the lanes past them. */
function pathThrough(points: readonly Point[]): string {
  const bend = MEASURES.columnGap / 2;
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      return index % 2 === 0 ? `L${x} ${y}` : `C${before.x + bend} ${before.y} ${x - bend} ${y} ${x} ${y}`;
    })
    .join('');
}

function kindOf({ placed }: GraphNode): 'required' | 'elective' | 'missing' {
  if (placed === null) return 'missing';
  return placed.group === null ? 'required' : 'elective';
}

function nodeInWords(node: GraphNode, title: string): string {
  const kind = node.placed === null ? 'not in the outline' : node.placed.group === null ? null : 'elective';
  return [
    `${node.code} ${title}`,
    ...(node.domain === null ? [] : [domainName(node.domain)]),
    ...(kind === null ? [] : [kind]),
    node.requires.length === 0 ? 'requires nothing' : `requires ${node.requires.join(', ')}`,
    ...(node.requiredBy.length === 0 ? [] : [`required by ${node.requiredBy.join(', ')}`]),
  ].join('; ');
}

/** Where an arrow leads: up and down in the column, left to a prerequisite, right to what builds on this. */
function neighborOf(node: GraphNode, key: string, nodes: readonly GraphNode[]): GraphNode | undefined {
  switch (key) {
    case 'ArrowUp':
      return nodes.find(({ layer, row }) => layer === node.layer && row === node.row - 1);
    case 'ArrowDown':
      return nodes.find(({ layer, row }) => layer === node.layer && row === node.row + 1);
    case 'ArrowLeft':
      return nodes.find(({ code }) => node.requires.includes(code));
    case 'ArrowRight':
      return nodes.find(({ code }) => node.requiredBy.includes(code));
    default:
      return undefined;
  }
}

import type { OverviewDocument } from './document.ts';
import { writeOnePage } from './one-page.ts';
import { type OverviewLine, overviewLines } from './overview-lines.ts';
import { openSection, type PageFlow, setClipped } from './page-flow.ts';
import { finishPages } from './page-furniture.ts';
import {
  addNode,
  COLOURS,
  DOMAIN_COLOURS,
  type PageSet,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { plain, setParagraph } from './paragraph.ts';

/** How much of what may be long is printed. */
type Limits = {
  readonly columns: number;
  readonly titleLines: number;
  readonly description: number;
  /** Most lines of the outline, all columns together. */
  readonly outline: number;
  readonly targets: number;
};

const ALL = Number.POSITIVE_INFINITY;
const FULL: Limits = { columns: 2, titleLines: 2, description: 8, outline: ALL, targets: ALL };
const SHORT: Limits = { ...FULL, titleLines: 1, description: 4 };

/**
 * The stated rule for a curriculum that does not fit: everything is set smaller down to four fifths; then titles take one
 * line and the description four; then the outline stands in three columns at seven tenths; then each section shows its
 * first modules and counts the rest, and targets are counted.
 */
const ATTEMPTS = [
  ...[1, 0.94, 0.88, 0.82].map((scale) => ({ scale, limits: FULL })),
  ...[0.88, 0.82, 0.76].map((scale) => ({ scale, limits: SHORT })),
  { scale: 0.72, limits: { ...SHORT, columns: 3, description: 3 } },
  ...[120, 90, 66, 48].map((outline) => ({
    scale: 0.76,
    limits: { ...SHORT, columns: 2, description: 3, outline },
  })),
  { scale: 0.74, limits: { columns: 2, titleLines: 1, description: 2, outline: 40, targets: 16 } },
  { scale: 0.7, limits: { columns: 2, titleLines: 1, description: 2, outline: 30, targets: 8 } },
];

/** Lays a curriculum version out on one portrait page, however long it is. */
export function layoutOverview(document: OverviewDocument): PageSet {
  const flow = writeOnePage(document.paper, ATTEMPTS, (page, limits, scale) => {
    writeHead(document, page, limits, scale);
    writeDomainBar(document, page, scale);
    writeOutline(document, page, limits, scale);
    writeTargets(document, page, limits, scale);
    writeFoot(document, page, scale);
  });
  return finishPages(flow, {
    title: `${document.title} – Overview`,
    author: document.providerName,
    subject: document.versionLine,
    createdAt: document.publishedAt,
    foot: { first: document.versionLine, later: document.versionLine },
    mark: null,
  });
}

function writeHead(document: OverviewDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const { structure, styles } = flow;
  flow.write(document.providerName, styles.body, COLOURS.muted, addNode(structure, 'P'), { lines: 1 });
  flow.advance(4 * scale);
  flow.write(document.title, styles.title, COLOURS.accent, addNode(structure, 'H1'), { lines: 3 });
  flow.advance(2 * scale);
  flow.write(document.versionLine, styles.italic, COLOURS.muted, addNode(structure, 'P'), { lines: 1 });
  flow.advance(8 * scale);
  flow.rule(COLOURS.accent, 1.1, 54);
  flow.advance(9 * scale);
  const description = document.description.replace(/\s+/g, ' ');
  flow.write(description, styles.body, COLOURS.ink, addNode(structure, 'P'), { lines: limits.description });
  flow.advance(8 * scale);
  const half = Math.ceil(document.facts.length / 2);
  flow.columns(
    18,
    [document.facts.slice(0, half), document.facts.slice(half)].map((facts) => () => {
      for (const { label, value } of facts) {
        const text = [{ text: `${label}: `, bold: true }, { text: value }];
        flow.write(text, styles.small, COLOURS.ink, addNode(structure, 'P'), { lines: 5 });
      }
    }),
  );
}

/** One bar from edge to edge, a share of it for each domain, with minutes in words below. */
function writeDomainBar(document: OverviewDocument, flow: PageFlow, scale: number): void {
  const { styles } = flow;
  const total = document.domains.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total === 0) return;
  const section = openSection(flow, 'Time in each domain', {
    style: styles.smallHeading,
    above: 12 * scale,
    bookmark: false,
  });
  let x = flow.x();
  document.domains.forEach(({ minutes }, index) => {
    const width = (flow.width() * minutes) / total;
    const colour = DOMAIN_COLOURS[index] ?? COLOURS.muted;
    if (width > 1) flow.put({ kind: 'fill', x, y: flow.y(), width: width - 1, height: 7 * scale, colour });
    x += width;
  });
  flow.advance(10 * scale);
  flow.columns(
    8,
    document.domains.map(({ domain, time }, index) => () => {
      const colour = DOMAIN_COLOURS[index] ?? COLOURS.muted;
      flow.put({ kind: 'fill', x: flow.x(), y: flow.y() + 2.6 * scale, width: 5, height: 5, colour });
      const words = `${domain}: ${time} min`;
      flow.write(words, styles.label, COLOURS.ink, addNode(section, 'P'), { indent: 9, lines: 2 });
    }),
  );
}

function writeOutline(document: OverviewDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const { styles } = flow;
  const lines = overviewLines(document, limits.outline);
  if (lines.length === 0) return;
  const section = openSection(flow, 'Modules', {
    style: styles.smallHeading,
    above: 12 * scale,
    bookmark: false,
  });
  flow.columns(
    16,
    balanced(lines, limits.columns).map((part) => () => {
      for (const line of part) writeLine(line, flow, limits, scale, section);
    }),
  );
}

/** Parts of about the same number of lines, in order; a heading is not the last line of a part. */
function balanced(lines: readonly OverviewLine[], parts: number): readonly (readonly OverviewLine[])[] {
  const each = Math.ceil(lines.length / parts);
  const found: (readonly OverviewLine[])[] = [];
  let from = 0;
  for (let index = 0; index < parts; index += 1) {
    let to = index === parts - 1 ? lines.length : Math.min(lines.length, from + each);
    while (to < lines.length && to > from + 1 && lines[to - 1]?.kind === 'heading') to -= 1;
    found.push(lines.slice(from, to));
    from = to;
  }
  return found;
}

function writeLine(
  line: OverviewLine,
  flow: PageFlow,
  limits: Limits,
  scale: number,
  section: StructureNode,
): void {
  const { styles } = flow;
  switch (line.kind) {
    case 'heading':
      flow.advance(3 * scale);
      flow.write(
        line.text,
        { ...styles.small, voice: 'serif-semibold' },
        COLOURS.accent,
        addNode(section, 'P'),
        {
          lines: 2,
        },
      );
      return;
    case 'rest':
      flow.write(line.text, styles.small, COLOURS.muted, addNode(section, 'P'), {
        indent: 20 * scale,
        lines: 1,
      });
      return;
    case 'module': {
      const node = addNode(section, 'P');
      const inset = line.elective ? 12 * scale : 0;
      const indent = inset + 20 * scale;
      const time = 40 * scale;
      const number = setParagraph(plain(`${line.number} `), styles.figure, indent);
      const title = setClipped(
        `${line.title} `,
        styles.small,
        flow.width() - indent - time,
        limits.titleLines,
      );
      const minutes = setParagraph(plain(`${line.minutes} min`), styles.label, time);
      const at = (x: number, width: number, align: 'left' | 'right') => ({ x, width, y: flow.y(), align });
      flow.put(
        placeParagraph(number, at(flow.x() + inset, indent, 'left'), COLOURS.muted, node),
        placeParagraph(title, at(flow.x() + indent, flow.width(), 'left'), COLOURS.ink, node),
        placeParagraph(minutes, at(flow.x() + flow.width() - time, time, 'right'), COLOURS.muted, node),
      );
      flow.advance(Math.max(1, title.lines.length) * styles.small.leading);
      return;
    }
  }
}

function writeTargets(document: OverviewDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const { styles } = flow;
  if (document.targets.length === 0) return;
  const section = openSection(flow, 'Competencies aimed at', {
    style: styles.smallHeading,
    above: 12 * scale,
    bookmark: false,
  });
  const words = 'Level aimed at: 1 aware, 2 apply, 3 lead.';
  flow.write(words, styles.label, COLOURS.muted, addNode(section, 'P'), { lines: 1 });
  const shown = document.targets.slice(0, limits.targets);
  const half = Math.ceil(shown.length / 2);
  flow.columns(
    16,
    [shown.slice(0, half), shown.slice(half)].map((targets) => () => {
      for (const { code, name, target, attained } of targets) {
        const short = attained < target ? ` (reached: ${attained === 0 ? 'none' : attained})` : '';
        const text = `${code}  ${name}: ${target}${short}`;
        flow.write(text, styles.small, COLOURS.ink, addNode(section, 'P'), { lines: 1 });
      }
    }),
  );
  const rest = document.targets.length - shown.length;
  if (rest > 0)
    flow.write(`and ${rest} more, in the syllabus`, styles.small, COLOURS.muted, addNode(section, 'P'));
}

function writeFoot(document: OverviewDocument, flow: PageFlow, scale: number): void {
  const { structure, styles } = flow;
  flow.space(11 * scale);
  flow.rule();
  flow.advance(6 * scale);
  flow.write(document.creditLine, styles.small, COLOURS.ink, addNode(structure, 'P'), { lines: 4 });
  flow.advance(4 * scale);
  flow.write(document.contact.join('  ·  '), styles.label, COLOURS.muted, addNode(structure, 'P'), {
    lines: 2,
  });
}

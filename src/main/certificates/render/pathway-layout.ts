import type { PathwayDocument } from './document.ts';
import { writeOnePage } from './one-page.ts';
import { openSection, type PageFlow } from './page-flow.ts';
import { finishPages } from './page-furniture.ts';
import { addNode, COLOURS, type PageSet } from './page-items.ts';
import { layoutTable, type TableColumn } from './table.ts';

/** How much of each list is printed in full; what is over is counted in a line. */
type Limits = {
  readonly steps: number;
  readonly reasonLines: number;
  readonly titleLines: number;
  readonly targets: number;
  readonly skipped: number;
  readonly notes: number;
};

const ALL = Number.POSITIVE_INFINITY;
const FULL: Limits = { steps: ALL, reasonLines: 3, titleLines: 2, targets: ALL, skipped: ALL, notes: ALL };

/**
 * The stated rule for a pathway that does not fit: everything is set smaller down to three quarters; then long reasons
 * are cut short, then skipped modules counted, then reasons left out, then notes and targets, and last the steps.
 */
const ATTEMPTS = [
  ...[1, 0.94, 0.88, 0.82, 0.76].map((scale) => ({ scale, limits: FULL })),
  { scale: 0.8, limits: { ...FULL, reasonLines: 2, titleLines: 1, skipped: 12 } },
  { scale: 0.76, limits: { ...FULL, reasonLines: 2, titleLines: 1, skipped: 6, notes: 8 } },
  { scale: 0.76, limits: { ...FULL, reasonLines: 1, titleLines: 1, skipped: 6, notes: 8 } },
  { scale: 0.76, limits: { ...FULL, reasonLines: 1, titleLines: 1, skipped: 0, notes: 6 } },
  { scale: 0.72, limits: { ...FULL, reasonLines: 0, titleLines: 1, skipped: 0, notes: 6 } },
  { scale: 0.72, limits: { steps: 40, reasonLines: 0, titleLines: 1, targets: 16, skipped: 0, notes: 4 } },
  { scale: 0.72, limits: { steps: 33, reasonLines: 0, titleLines: 1, targets: 10, skipped: 0, notes: 3 } },
  { scale: 0.72, limits: { steps: 26, reasonLines: 0, titleLines: 1, targets: 10, skipped: 0, notes: 3 } },
  { scale: 0.7, limits: { steps: 15, reasonLines: 0, titleLines: 1, targets: 6, skipped: 0, notes: 2 } },
];

/** Lays a learner's pathway out on one portrait page, however long it is. */
export function layoutPathway(document: PathwayDocument): PageSet {
  const flow = writeOnePage(document.paper, ATTEMPTS, (page, limits, scale) => {
    writeHead(document, page, scale);
    writeSteps(document, page, limits, scale);
    writeTargets(document, page, limits, scale);
    writeNotes(document, page, limits, scale);
    page.space(10 * scale);
    page.write(document.creditLine, page.styles.strong, COLOURS.ink, addNode(page.structure, 'P'), {
      lines: 3,
    });
  });
  return finishPages(flow, {
    title: `${document.title} – ${document.learnerName}`,
    author: document.providerName,
    subject: 'Learning pathway',
    createdAt: document.savedAt,
    foot: { first: document.providerName, later: document.providerName },
    mark: null,
  });
}

function writeHead(document: PathwayDocument, flow: PageFlow, scale: number): void {
  const { structure, styles } = flow;
  const { learnerName, credentials } = document;
  flow.write(document.providerName, styles.small, COLOURS.muted, addNode(structure, 'P'), { lines: 1 });
  flow.advance(5 * scale);
  const name = credentials === '' ? learnerName : `${learnerName}, ${credentials}`;
  flow.write(name, styles.smallTitle, COLOURS.accent, addNode(structure, 'H1'), { lines: 2 });
  flow.write(document.title, styles.italic, COLOURS.muted, addNode(structure, 'P'), { lines: 2 });
  flow.advance(7 * scale);
  flow.rule(COLOURS.accent, 1.1, 54);
  flow.advance(7 * scale);
  flow.write(document.totalLine, styles.smallHeading, COLOURS.ink, addNode(structure, 'P'), { lines: 2 });
  flow.advance(3 * scale);
  const facts = document.facts.map(({ label, value }) => `${label}: ${value}`).join('  ·  ');
  flow.write(facts, styles.small, COLOURS.muted, addNode(structure, 'P'), { lines: 3 });
}

function writeSteps(document: PathwayDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const { styles } = flow;
  const section = openSection(flow, 'Modules in order', {
    style: styles.smallHeading,
    above: 12 * scale,
    bookmark: false,
  });
  if (document.steps.length === 0) {
    const words = 'No module is needed: every target is already shown.';
    flow.write(words, styles.body, COLOURS.ink, addNode(section, 'P'));
    return;
  }
  const figure: TableColumn = {
    width: 54 * scale,
    align: 'right',
    style: styles.figure,
    colour: COLOURS.ink,
    lines: 1,
  };
  const number = 24 * scale;
  const rest = flow.width() - number - 2 * figure.width;
  const withReasons = limits.reasonLines > 0;
  const title = withReasons ? rest * 0.44 : rest;
  const shown = document.steps.slice(0, limits.steps);
  layoutTable({
    flow,
    dense: true,
    table: addNode(section, 'Table'),
    header: ['No.', 'Module', ...(withReasons ? ['Why'] : []), 'Time', 'Credits'],
    columns: [
      { ...figure, width: number, align: 'left' },
      {
        width: title,
        align: 'left',
        style: styles.small,
        colour: COLOURS.ink,
        isRowHeader: true,
        lines: limits.titleLines,
      },
      ...(withReasons
        ? [
            {
              width: rest - title,
              align: 'left' as const,
              style: styles.small,
              colour: COLOURS.muted,
              lines: limits.reasonLines,
            },
          ]
        : []),
      figure,
      figure,
    ],
    rows: shown.map((step) => [
      String(step.number),
      step.title,
      ...(withReasons ? [step.reason] : []),
      step.minutes,
      step.credits,
    ]),
  });
  writeRest(flow, section, document.steps.length - shown.length, 'module', 'modules');
}

function writeTargets(document: PathwayDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const { styles } = flow;
  if (document.targets.length === 0) return;
  const section = openSection(flow, 'Levels now and at the end', {
    style: styles.smallHeading,
    above: 12 * scale,
    bookmark: false,
  });
  flow.write(document.levelsLine, styles.small, COLOURS.muted, addNode(section, 'P'));
  flow.space(3 * scale);
  // What is still to be gained comes first: it is what the page is about.
  const sorted = document.targets.toSorted((a, b) => Number(a.now >= a.target) - Number(b.now >= b.target));
  const shown = sorted.slice(0, limits.targets);
  const half = Math.ceil(shown.length / 2);
  const parts = shown.length > 5 ? [shown.slice(0, half), shown.slice(half)] : [shown];
  flow.columns(
    18,
    parts.map((rows) => () => {
      const level: TableColumn = {
        width: 35 * scale,
        align: 'right',
        style: styles.figure,
        colour: COLOURS.ink,
        lines: 1,
      };
      const code = 30 * scale;
      layoutTable({
        flow,
        dense: true,
        table: addNode(section, 'Table'),
        header: ['Code', 'Competency', 'Now', 'Target', 'At end'],
        columns: [
          { width: code, align: 'left', style: styles.label, colour: COLOURS.muted, lines: 1 },
          {
            width: flow.width() - code - 3 * level.width,
            align: 'left',
            style: styles.small,
            colour: COLOURS.ink,
            isRowHeader: true,
            lines: limits.titleLines,
          },
          level,
          level,
          { ...level, style: styles.figureStrong },
        ],
        rows: rows.map(({ code: own, name, now, target, reached }) => [
          own,
          name,
          String(now),
          String(target),
          String(Math.max(now, reached)),
        ]),
      });
    }),
  );
  writeRest(flow, section, sorted.length - shown.length, 'target', 'targets');
}

function writeNotes(document: PathwayDocument, flow: PageFlow, limits: Limits, scale: number): void {
  const parts: readonly (readonly [string, readonly string[], number, string, string])[] = [
    [
      'Not needed any more: shown or completed',
      document.skipped.map(({ title, reason }) => `${title}. ${reason}`),
      limits.skipped,
      'module left out',
      'modules left out',
    ],
    ['Worth a look', document.warnings, limits.notes, 'remark', 'remarks'],
    [
      'Set by hand',
      document.byHand.map(({ what, reason }) => `${what}: ${reason}`),
      limits.notes,
      'decision',
      'decisions',
    ],
  ];
  for (const [heading, entries, most, one, many] of parts) {
    if (entries.length === 0) continue;
    const section = openSection(flow, heading, {
      style: flow.styles.smallHeading,
      above: 10 * scale,
      bookmark: false,
    });
    const shown = entries.slice(0, most);
    const list = addNode(section, 'L');
    for (const entry of shown) {
      const body = addNode(addNode(list, 'LI'), 'LBody');
      flow.write(entry, flow.styles.small, COLOURS.ink, body, { indent: 10, hang: '–', lines: 2 });
    }
    writeRest(flow, section, entries.length - shown.length, one, many, shown.length === 0);
  }
}

/** Says how many are not printed here, and where they are. */
function writeRest(
  flow: PageFlow,
  section: ReturnType<typeof addNode>,
  count: number,
  one: string,
  many: string,
  alone = false,
): void {
  if (count <= 0) return;
  const words = `${alone ? '' : 'and '}${count} ${alone ? '' : 'more '}${count === 1 ? one : many}, in the saved pathway`;
  flow.space(2);
  flow.write(words, flow.styles.small, COLOURS.muted, addNode(section, 'P'), { lines: 1 });
}

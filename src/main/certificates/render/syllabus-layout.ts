import type { SyllabusDocument } from './document.ts';
import {
  type Alignment,
  addNode,
  COLOURS,
  type Colour,
  type Page,
  type PageItem,
  type PageSet,
  placeParagraph,
  type StructureNode,
} from './page-items.ts';
import { paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';
import { layoutTable, type TableColumn } from './syllabus-table.ts';

/** Portrait sheets, points. */
const SHEETS = { letter: { width: 612, height: 792 }, a4: { width: 595.28, height: 841.89 } } as const;
const MARGIN = 58;
const TOP = 58;
const BOTTOM = 64;

/** Text styles of the syllabus: serif to read, sans for labels and figures in tables. */
export const SYLLABUS_STYLES = {
  title: { voice: 'serif-semibold', size: 25, leading: 30 },
  heading: { voice: 'serif-semibold', size: 15, leading: 20 },
  module: { voice: 'serif-semibold', size: 11.5, leading: 15 },
  body: {
    voice: 'serif',
    italicVoice: 'serif-italic',
    boldVoice: 'serif-semibold',
    size: 10.2,
    leading: 14.4,
  },
  lead: { voice: 'serif', italicVoice: 'serif-italic', size: 11.5, leading: 16.6 },
  small: { voice: 'serif', italicVoice: 'serif-italic', size: 8.8, leading: 12 },
  label: { voice: 'sans', size: 8, leading: 11.4 },
  labelStrong: { voice: 'sans-semibold', size: 8, leading: 11.4 },
  figure: { voice: 'sans', size: 8.6, leading: 12 },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Adds things down a page and turns to the next when there is no room. */
export type PageFlow = {
  readonly x: number;
  readonly width: number;
  /** The current distance from the top of the page. */
  y(): number;
  /** Whether a height still fits below. */
  fits(height: number): boolean;
  /** Turns the page if the height does not fit; true if it turned. */
  need(height: number): boolean;
  turn(): void;
  space(height: number): void;
  put(...items: readonly PageItem[]): void;
};

/** Lays a syllabus out on portrait pages: cover block, domains, modules, competencies, what each module holds. */
export function layoutSyllabus(document: SyllabusDocument): PageSet {
  const sheet = SHEETS[document.paper];
  const structure: StructureNode = { tag: 'Document', children: [] };
  const pages: PageItem[][] = [];
  let y = TOP;
  const turn = (): void => {
    pages.push([]);
    y = TOP;
  };
  turn();
  const flow: PageFlow = {
    x: MARGIN,
    width: sheet.width - 2 * MARGIN,
    y: () => y,
    fits: (height) => y + height <= sheet.height - BOTTOM,
    need(height) {
      if (flow.fits(height) || y === TOP) return false;
      turn();
      return true;
    },
    turn,
    space(height) {
      if (y > TOP) y += height;
    },
    put(...items) {
      pages.at(-1)?.push(...items);
    },
  };
  const advance = (height: number): void => {
    y += height;
  };
  const write = createWriter(flow, advance);

  writeOpening(document, flow, write, structure, advance);
  writeDomains(document, flow, write, structure, advance);
  writeOverview(document, flow, write, structure, advance);
  writeMatrix(document, flow, write, structure, advance);
  writeModules(document, flow, write, structure);
  if (document.creditLine !== '') {
    flow.space(14);
    flow.need(60);
    flow.put({
      kind: 'rule',
      x1: MARGIN,
      y1: y,
      x2: MARGIN + flow.width,
      y2: y,
      thickness: 0.5,
      colour: COLOURS.hairline,
    });
    advance(8);
    write(document.creditLine, SYLLABUS_STYLES.small, COLOURS.muted, addNode(structure, 'P'));
  }
  return {
    pages: pages.map(
      (items, index): Page => ({
        ...sheet,
        items: [...items, ...furniture(document, sheet, index + 1, pages.length)],
      }),
    ),
    structure,
    title: `${document.title} – Syllabus`,
    author: document.providerName,
    subject: document.versionLine,
    createdAt: document.publishedAt,
  };
}

type Write = (
  text: string,
  style: TextStyle,
  colour: Colour,
  node: StructureNode | null,
  options?: { readonly indent?: number; readonly hang?: string },
) => void;

/** Writes a paragraph line by line, so that one may begin on a page and end on the next, never with one line alone. */
function createWriter(flow: PageFlow, advance: (height: number) => void): Write {
  return (text, style, colour, node, options = {}) => {
    if (text.trim() === '') return;
    const indent = options.indent ?? 0;
    const box = { x: flow.x + indent, width: flow.width - indent, align: 'left' as const };
    const { lines } = setParagraph(plain(text), style, box.width);
    let from = 0;
    while (from < lines.length) {
      let to = from;
      while (to < lines.length && flow.fits(style.leading * (to - from + 1))) to += 1;
      if (lines.length - to === 1 && to - from > 2) to -= 1;
      if (
        (to === from || (to - from === 1 && lines.length - from > 1)) &&
        flow.need(Number.POSITIVE_INFINITY)
      )
        continue;
      to = Math.max(to, from + 1);
      if (from === 0 && options.hang) {
        const mark = setParagraph(plain(options.hang), style, indent);
        flow.put(
          placeParagraph(
            mark,
            { x: flow.x + indent - 11, width: 11, y: flow.y(), align: 'left' },
            colour,
            null,
          ),
        );
      }
      const part = { lines: lines.slice(from, to), leading: style.leading, size: style.size };
      flow.put(placeParagraph(part, { ...box, y: flow.y() }, colour, node));
      advance(paragraphHeight(part));
      from = to;
      if (from < lines.length) flow.turn();
    }
  };
}

function writeHeading(
  text: string,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
  below: number,
): StructureNode {
  flow.space(20);
  flow.need(SYLLABUS_STYLES.heading.leading + below);
  const section = addNode(structure, 'Sect');
  flow.put({ kind: 'bookmark', title: text, y: flow.y() });
  write(text, SYLLABUS_STYLES.heading, COLOURS.accent, addNode(section, 'H2'));
  flow.space(5);
  return section;
}

function writeOpening(
  document: SyllabusDocument,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
  advance: (height: number) => void,
): void {
  flow.put({ kind: 'bookmark', title: document.title, y: flow.y() });
  write(
    document.providerName,
    { ...SYLLABUS_STYLES.body, tracking: 0.3 },
    COLOURS.muted,
    addNode(structure, 'P'),
  );
  advance(8);
  write(document.title, SYLLABUS_STYLES.title, COLOURS.accent, addNode(structure, 'H1'));
  advance(2);
  write(
    document.versionLine,
    { ...SYLLABUS_STYLES.body, voice: 'serif-italic' },
    COLOURS.muted,
    addNode(structure, 'P'),
  );
  advance(10);
  flow.put({
    kind: 'rule',
    x1: flow.x,
    y1: flow.y(),
    x2: flow.x + 54,
    y2: flow.y(),
    thickness: 1.1,
    colour: COLOURS.accent,
  });
  advance(12);
  write(document.description, SYLLABUS_STYLES.lead, COLOURS.ink, addNode(structure, 'P'));
  if (document.facts.length === 0) return;
  advance(12);
  const table = addNode(structure, 'Table');
  layoutTable({
    flow,
    advance,
    table,
    header: null,
    columns: [
      { width: 128, align: 'left', style: SYLLABUS_STYLES.label, colour: COLOURS.muted, isRowHeader: true },
      { width: flow.width - 128, align: 'left', style: SYLLABUS_STYLES.body, colour: COLOURS.ink },
    ],
    rows: document.facts.map((fact) => [fact.label, fact.value]),
  });
}

function writeDomains(
  document: SyllabusDocument,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
  advance: (height: number) => void,
): void {
  if (document.domains.length === 0) return;
  const section = writeHeading('Time in each domain', flow, write, structure, 90);
  layoutTable({
    flow,
    advance,
    table: addNode(section, 'Table'),
    header: ['Domain', 'Minutes', 'Credits'],
    columns: [
      {
        width: flow.width - 140,
        align: 'left',
        style: SYLLABUS_STYLES.body,
        colour: COLOURS.ink,
        isRowHeader: true,
      },
      { width: 70, align: 'right', style: SYLLABUS_STYLES.figure, colour: COLOURS.ink },
      { width: 70, align: 'right', style: SYLLABUS_STYLES.figure, colour: COLOURS.ink },
    ],
    rows: document.domains.map((domain) => [domain.domain, String(domain.minutes), domain.credits]),
  });
}

function writeOverview(
  document: SyllabusDocument,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
  advance: (height: number) => void,
): void {
  if (document.modules.length === 0) return;
  const section = writeHeading('Modules', flow, write, structure, 110);
  const figures: Omit<TableColumn, 'width'> = {
    align: 'right',
    style: SYLLABUS_STYLES.figure,
    colour: COLOURS.ink,
  };
  const words: Omit<TableColumn, 'width'> = {
    align: 'left',
    style: SYLLABUS_STYLES.small,
    colour: COLOURS.muted,
  };
  const narrow = 22 + 100 + 76 + 44 + 40;
  layoutTable({
    flow,
    advance,
    table: addNode(section, 'Table'),
    header: ['No.', 'Module', 'Domain', 'Format', 'Minutes', 'Credits'],
    columns: [
      { ...figures, width: 22, align: 'left' },
      {
        width: flow.width - narrow,
        align: 'left',
        style: SYLLABUS_STYLES.body,
        colour: COLOURS.ink,
        isRowHeader: true,
      },
      { ...words, width: 100 },
      { ...words, width: 76 },
      { ...figures, width: 44 },
      { ...figures, width: 40 },
    ],
    rows: document.modules.map((module) => [
      String(module.number),
      module.title,
      module.domain,
      module.format,
      String(module.minutes),
      module.credits === '' ? '' : Number(module.credits).toFixed(2),
    ]),
  });
}

/** More modules than this do not fit across one page beside the competencies' names; the matrix then continues below. */
const MATRIX_MODULES = 16;

function writeMatrix(
  document: SyllabusDocument,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
  advance: (height: number) => void,
): void {
  if (document.matrix.length === 0 || document.modules.length === 0) return;
  const section = writeHeading('Competencies', flow, write, structure, 150);
  write(
    'The level each module reaches in a competency, from 1 to 3, under the module’s number; then the highest level reached and the level aimed at.',
    SYLLABUS_STYLES.small,
    COLOURS.muted,
    addNode(section, 'P'),
  );
  const code = 44;
  const totals = 44;
  for (let first = 0; first < document.modules.length; first += MATRIX_MODULES) {
    const modules = document.modules.slice(first, first + MATRIX_MODULES);
    const cell = Math.min(20, (flow.width * 0.44) / modules.length);
    const name = flow.width - code - 2 * totals - cell * modules.length;
    const level: TableColumn = {
      width: cell,
      align: 'centre',
      style: SYLLABUS_STYLES.figure,
      colour: COLOURS.ink,
    };
    flow.space(8);
    flow.need(90);
    layoutTable({
      flow,
      advance,
      table: addNode(section, 'Table'),
      header: ['Code', 'Competency', ...modules.map((module) => String(module.number)), 'Reached', 'Target'],
      columns: [
        { width: code, align: 'left', style: SYLLABUS_STYLES.label, colour: COLOURS.muted },
        { width: name, align: 'left', style: SYLLABUS_STYLES.small, colour: COLOURS.ink, isRowHeader: true },
        ...modules.map(() => level),
        { ...level, width: totals, align: 'right' },
        { ...level, width: totals, align: 'right' },
      ],
      rows: document.matrix.map((row) => [
        row.code,
        row.name,
        ...modules.map((_, index) => (row.levels[first + index] ? String(row.levels[first + index]) : '')),
        row.attained > 0 ? String(row.attained) : '–',
        row.target > 0 ? String(row.target) : '–',
      ]),
      shadeFilled: { from: 2, to: 2 + modules.length },
    });
  }
}

function writeModules(
  document: SyllabusDocument,
  flow: PageFlow,
  write: Write,
  structure: StructureNode,
): void {
  if (document.modules.length === 0) return;
  const section = writeHeading('What each module holds', flow, write, structure, 120);
  for (const module of document.modules) {
    flow.space(11);
    flow.need(84);
    flow.put({ kind: 'bookmark', title: `${module.number}. ${module.title}`, y: flow.y() });
    write(`${module.number}. ${module.title}`, SYLLABUS_STYLES.module, COLOURS.ink, addNode(section, 'H3'));
    const facts = [
      module.code,
      module.domain,
      module.format,
      `${module.minutes} minutes`,
      creditWords(module.credits),
    ];
    write(
      facts.filter((fact) => fact !== '').join('  ·  '),
      SYLLABUS_STYLES.label,
      COLOURS.muted,
      addNode(section, 'P'),
    );
    flow.space(3);
    write(module.description, SYLLABUS_STYLES.body, COLOURS.ink, addNode(section, 'P'));
    writeList('Objectives', module.objectives, SYLLABUS_STYLES.body, flow, write, section);
    if (module.assessment !== '') {
      labelled('Assessment', flow, write, section);
      write(module.assessment, SYLLABUS_STYLES.body, COLOURS.ink, addNode(section, 'P'));
    }
    writeList('References', module.references, SYLLABUS_STYLES.small, flow, write, section);
  }
}

function creditWords(credits: string): string {
  return credits === '' ? '' : `${credits} ${credits === '1' ? 'credit' : 'credits'}`;
}

function labelled(label: string, flow: PageFlow, write: Write, section: StructureNode): void {
  flow.space(4);
  flow.need(30);
  write(label, SYLLABUS_STYLES.labelStrong, COLOURS.accent, addNode(section, 'P'));
}

function writeList(
  label: string,
  entries: readonly string[],
  style: TextStyle,
  flow: PageFlow,
  write: Write,
  section: StructureNode,
): void {
  if (entries.length === 0) return;
  labelled(label, flow, write, section);
  const list = addNode(section, 'L');
  for (const entry of entries) {
    const body = addNode(addNode(list, 'LI'), 'LBody');
    write(entry, style, COLOURS.ink, body, { indent: 11, hang: '–' });
  }
}

/** Provider and page number at the foot; decoration, not read aloud. */
function furniture(
  document: SyllabusDocument,
  sheet: { readonly width: number; readonly height: number },
  page: number,
  pages: number,
): readonly PageItem[] {
  const width = sheet.width - 2 * MARGIN;
  const y = sheet.height - 42;
  const at = (text: string, align: Alignment): PageItem => {
    const paragraph = setParagraph(plain(text), SYLLABUS_STYLES.label, width);
    const first = { ...paragraph, lines: paragraph.lines.slice(0, 1) };
    return placeParagraph(first, { x: MARGIN, width, y, align }, COLOURS.muted, null);
  };
  return [
    {
      kind: 'rule',
      x1: MARGIN,
      y1: y - 4,
      x2: MARGIN + width,
      y2: y - 4,
      thickness: 0.4,
      colour: COLOURS.hairline,
    },
    at(page === 1 ? document.providerName : document.title, 'left'),
    at(`Page ${page} of ${pages}`, 'right'),
  ];
}

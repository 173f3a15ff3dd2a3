import type { SyllabusDocument } from './document.ts';
import { openSection, type PageFlow } from './page-flow.ts';
import { addNode, COLOURS, placeParagraph } from './page-items.ts';
import { plain, setParagraph } from './paragraph.ts';
import type { Places } from './syllabus-places.ts';
import { layoutTable, type TableColumn, type TableRequest, tableHeight } from './table.ts';

/** Head of the first page: provider, title, version, description, facts and the table of contents. */
export function writeOpening(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  parts: readonly { readonly name: string; readonly title: string }[],
): void {
  const { styles, structure } = flow;
  flow.put({ kind: 'bookmark', title: document.title, level: 1, y: flow.y() });
  flow.write(document.providerName, styles.body, COLOURS.muted, addNode(structure, 'P'));
  flow.advance(8);
  flow.write(document.title, styles.title, COLOURS.accent, addNode(structure, 'H1'));
  flow.advance(2);
  flow.write(document.versionLine, styles.italic, COLOURS.muted, addNode(structure, 'P'));
  flow.advance(10);
  flow.rule(COLOURS.accent, 1.1, 54);
  flow.advance(12);
  writeParagraphs(document.description, flow);
  if (document.facts.length > 0) {
    flow.space(12);
    writeFacts(document.facts, flow, 128);
  }
  writeContents(flow, places, parts);
}

/** Lines that the coordinator set apart stay apart. */
function writeParagraphs(text: string, flow: PageFlow): void {
  text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .forEach((part, index) => {
      if (index > 0) flow.space(5);
      flow.write(part, flow.styles.lead, COLOURS.ink, addNode(flow.structure, 'P'));
    });
}

/** Labels with what stands beside them, as a table without a head. */
function writeFacts(
  facts: readonly { readonly label: string; readonly value: string }[],
  flow: PageFlow,
  labelWidth: number,
  parent = flow.structure,
): void {
  layoutTable({
    flow,
    table: addNode(parent, 'Table'),
    header: null,
    columns: [
      {
        width: labelWidth,
        align: 'left',
        style: flow.styles.label,
        colour: COLOURS.muted,
        isRowHeader: true,
      },
      { width: flow.width() - labelWidth, align: 'left', style: flow.styles.body, colour: COLOURS.ink },
    ],
    rows: facts.map(({ label, value }) => [label, value]),
  });
}

function writeContents(
  flow: PageFlow,
  places: Places,
  parts: readonly { readonly name: string; readonly title: string }[],
): void {
  const { styles } = flow;
  const section = openSection(flow, 'Contents', {
    below: styles.body.leading * parts.length,
    bookmark: false,
  });
  const contents = addNode(section, 'TOC');
  for (const { name, title } of parts) {
    const height = styles.body.leading + 2;
    flow.need(height);
    const link = addNode(addNode(contents, 'TOCI'), 'Link');
    const page = places.page(name);
    const box = { x: flow.x(), width: flow.width(), y: flow.y() };
    // The space keeps title and page apart when the line is read or copied.
    flow.put(
      placeParagraph(
        setParagraph(plain(`${title} `), styles.body, box.width),
        { ...box, align: 'left' },
        COLOURS.ink,
        link,
      ),
      placeParagraph(
        setParagraph(plain(page), styles.figure, box.width),
        { ...box, y: box.y + 1.6, align: 'right' },
        COLOURS.ink,
        link,
      ),
      { kind: 'link', ...box, height, to: name, words: `${title}, page ${page}`, node: link },
    );
    flow.advance(height);
    flow.rule(COLOURS.faint, 0.35);
  }
}

/** What is asked of the curriculum, what it has, and whether that is enough. */
export function writeConstraints(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const words: TableColumn = { width: 0, align: 'left', style: flow.styles.body, colour: COLOURS.ink };
  const found = 190;
  const held = 76;
  const request: Omit<TableRequest, 'table'> = {
    flow,
    header: ['Asked for', 'This curriculum', 'Met'],
    columns: [
      { ...words, width: flow.width() - found - held, isRowHeader: true },
      { ...words, width: found, lines: 3 },
      { ...words, width: held, align: 'right', style: flow.styles.figureStrong },
    ],
    rows: document.constraints.map(({ text, found: has, holds }) => [text, has, holds]),
  };
  // A handful of lines is read as one: it goes to the next page rather than over it.
  const section = openSection(flow, title, {
    below: Math.min(tableHeight(request) + flow.styles.body.leading, WHOLE),
    onPlace: () => places.mark(flow, ''),
  });
  layoutTable({ ...request, table: addNode(section, 'Table') });
}

/** Tables up to this height, in points, are kept on one page. */
const WHOLE = 420;

/** Minutes and credit of the four domains. */
export function writeDomains(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const section = openSection(flow, title, { below: 90, onPlace: () => places.mark(flow, '') });
  const figure: TableColumn = { width: 88, align: 'right', style: flow.styles.figure, colour: COLOURS.ink };
  layoutTable({
    flow,
    table: addNode(section, 'Table'),
    header: ['Domain', 'Minutes', 'Credits'],
    columns: [
      {
        width: flow.width() - 2 * figure.width,
        align: 'left',
        style: flow.styles.body,
        colour: COLOURS.ink,
        isRowHeader: true,
      },
      figure,
      figure,
    ],
    rows: document.domains.map((domain) => [domain.domain, domain.time, domain.credits]),
  });
}

/** What is taught in each week. */
export function writeWeeks(document: SyllabusDocument, flow: PageFlow, places: Places, title: string): void {
  const section = openSection(flow, title, { below: 90, onPlace: () => places.mark(flow, '') });
  const words: TableColumn = { width: 0, align: 'left', style: flow.styles.small, colour: COLOURS.ink };
  const week = 132;
  const time = 92;
  layoutTable({
    flow,
    table: addNode(section, 'Table'),
    header: ['Week', 'Modules', 'Time'],
    columns: [
      { ...words, width: week, isRowHeader: true },
      { ...words, width: flow.width() - week - time },
      { ...words, width: time, align: 'right' },
    ],
    rows: document.weeks.map(({ week: name, modules, time: taken }) => [name, modules, taken]),
  });
}

/** How the credit comes about, and what it is not. */
export function writeCredit(document: SyllabusDocument, flow: PageFlow, places: Places, title: string): void {
  // A sum is read as one: its lines, each of about two, and the sentence below them.
  const height = (document.creditSum.length + 2) * 1.6 * flow.styles.body.leading;
  const section = openSection(flow, title, {
    below: Math.min(height, WHOLE),
    onPlace: () => places.mark(flow, ''),
  });
  writeFacts(document.creditSum, flow, 190, section);
  flow.space(6);
  flow.write(document.creditLine, flow.styles.small, COLOURS.muted, addNode(section, 'P'));
}

import type { SyllabusDocument } from './document.ts';
import { openSection, type PageFlow, type Paper, SHEET_MARGINS, sheetSize } from './page-flow.ts';
import { addNode, COLOURS } from './page-items.ts';
import type { Places } from './syllabus-places.ts';
import { layoutTable, type TableColumn, type TableRequest, tableHeight } from './table.ts';

/** Every competency by name: what is aimed at, what is reached, and the modules that reach it. */
export function writeCompetencies(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const section = openSection(flow, title, { below: 150, onPlace: () => places.mark(flow, '') });
  flow.write(
    'Levels: 1 aware, 2 apply, 3 lead. Reached is the highest level that any one module gives; levels do not add up.',
    flow.styles.small,
    COLOURS.muted,
    addNode(section, 'P'),
  );
  flow.space(6);
  const level: TableColumn = { width: 46, align: 'right', style: flow.styles.figure, colour: COLOURS.ink };
  const words: TableColumn = { width: 0, align: 'left', style: flow.styles.small, colour: COLOURS.ink };
  const code = 36;
  const given = 112;
  layoutTable({
    flow,
    table: addNode(section, 'Table'),
    header: ['Code', 'Competency', 'Target', 'Reached', 'By modules'],
    columns: [
      { ...words, width: code, style: flow.styles.label, colour: COLOURS.muted },
      { ...words, width: flow.width() - code - 2 * level.width - given, isRowHeader: true },
      level,
      level,
      { ...words, width: given, align: 'right' },
    ],
    rows: document.matrix.map((row) => [
      row.code,
      row.name,
      row.target > 0 ? String(row.target) : '–',
      row.attained > 0 ? String(row.attained) : '–',
      row.attained > 0 ? ranges(giving(row.levels, row.attained)) : '',
    ]),
  });
}

function giving(levels: readonly number[], level: number): readonly number[] {
  return levels.flatMap((own, index) => (own === level ? [index + 1] : []));
}

/** Numbers in ascending order, runs of three and more drawn together: `1, 4–7`. */
export function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < numbers.length; ) {
    let to = from;
    while (numbers[to + 1] === (numbers[to] ?? 0) + 1) to += 1;
    if (to - from > 1) parts.push(`${numbers[from]}–${numbers[to]}`);
    else parts.push(...numbers.slice(from, to + 1).map(String));
    from = to + 1;
  }
  return parts.join(', ');
}

/** So many columns of levels stand beside a title on an upright sheet, and on one held sideways. */
const UPRIGHT = 14;
const SIDEWAYS = 30;
const CELL = 15.4;

/**
 * The levels that each module gives, modules down and competencies across. With more competencies than an upright
 * sheet holds, the matrix stands on sheets of its own held sideways; with more than those hold, it continues below.
 */
export function writeMatrix(document: SyllabusDocument, flow: PageFlow, places: Places, title: string): void {
  const sideways = document.matrix.length > UPRIGHT;
  if (sideways) flow.turn('landscape');
  const section = openSection(flow, title, { below: 120, onPlace: () => places.mark(flow, '') });
  flow.write(
    'The level that a module gives stands under the code of the competency.',
    flow.styles.small,
    COLOURS.muted,
    addNode(section, 'P'),
  );
  const most = sideways ? SIDEWAYS : UPRIGHT;
  const { paper } = document;
  for (let first = 0; first < document.matrix.length; first += most) {
    const competencies = document.matrix.slice(first, first + most);
    const level: TableColumn = {
      width: CELL,
      align: 'centre',
      style: flow.styles.figure,
      colour: COLOURS.ink,
    };
    const number = 24;
    flow.space(8);
    flow.need(90);
    const request: Omit<TableRequest, 'table'> = {
      flow,
      header: ['No.', 'Module', ...competencies.map(({ code }) => code)],
      headerStyle: { ...flow.styles.labelStrong, size: 6.4 },
      columns: [
        { width: number, align: 'left', style: flow.styles.figure, colour: COLOURS.muted },
        {
          width: flow.width() - number - CELL * competencies.length,
          align: 'left',
          style: flow.styles.small,
          colour: COLOURS.ink,
          isRowHeader: true,
          lines: 2,
        },
        ...competencies.map(() => level),
      ],
      rows: [
        ...document.modules.map((module, index) => [
          String(module.number),
          module.title,
          ...competencies.map(({ levels }) => (levels[index] ? String(levels[index]) : '')),
        ]),
        ['', 'Reached', ...competencies.map(({ attained }) => (attained > 0 ? String(attained) : '–'))],
        ['', 'Target', ...competencies.map(({ target }) => (target > 0 ? String(target) : '–'))],
      ],
      shadeFilled: { from: 2, to: 2 + competencies.length },
    };
    layoutTable({ ...onFewerPages(request, paper, sideways), table: addNode(section, 'Table') });
  }
  if (sideways) flow.turn('portrait');
}

/** Room that the heading and the words above the matrix take on its first page, in points. */
const ABOVE_MATRIX = 64;

/** Titles on one line and rows closer together where that saves a page with a few rows on it; otherwise as it was. */
function onFewerPages(
  request: Omit<TableRequest, 'table'>,
  paper: Paper,
  sideways: boolean,
): Omit<TableRequest, 'table'> {
  const { height } = sheetSize(paper, sideways ? 'landscape' : 'portrait');
  const room = height - SHEET_MARGINS.top - SHEET_MARGINS.bottom;
  const pages = (one: Omit<TableRequest, 'table'>): number =>
    Math.ceil((tableHeight(one) + ABOVE_MATRIX) / room);
  const closer = {
    ...request,
    dense: true,
    columns: request.columns.map((column) =>
      column.isRowHeader === true ? { ...column, lines: 1 } : column,
    ),
  };
  return pages(closer) < pages(request) ? closer : request;
}

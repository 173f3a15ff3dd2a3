import type { OutlineRow, SyllabusDocument } from './document.ts';
import { openSection, type PageFlow } from './page-flow.ts';
import { addNode, COLOURS } from './page-items.ts';
import type { Places } from './syllabus-places.ts';
import { layoutTable, type TableColumn, type TableRow } from './table.ts';

/** All modules in order, under their sections and groups of electives, each with the page that tells more. */
export function writeModuleTable(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const section = openSection(flow, title, { below: 110, onPlace: () => places.mark(flow, '') });
  const figures: TableColumn = { width: 42, align: 'right', style: flow.styles.figure, colour: COLOURS.ink };
  const words: TableColumn = { width: 99, align: 'left', style: flow.styles.small, colour: COLOURS.muted };
  const rows = tableRows(document);
  const byNumber = new Map(document.modules.map((module) => [module.number, module]));
  const narrow = 26 + words.width + 74 + 44 + 40 + 34;
  layoutTable({
    flow,
    table: addNode(section, 'Table'),
    header: ['No.', 'Module', 'Domain', 'Format', 'Minutes', 'Credits', 'Page'],
    columns: [
      { ...figures, width: 26, align: 'left' },
      {
        width: flow.width() - narrow,
        align: 'left',
        style: flow.styles.body,
        colour: COLOURS.ink,
        isRowHeader: true,
      },
      words,
      { ...words, width: 74 },
      { ...figures, width: 44 },
      { ...figures, width: 40 },
      { ...figures, width: 34 },
    ],
    rows: rows.map((row): TableRow => {
      if (typeof row !== 'number') return row;
      const module = byNumber.get(row);
      if (!module) return [];
      return [
        String(module.number),
        module.title,
        module.domain,
        module.format,
        String(module.minutes),
        module.credits,
        places.page(`module-${row}`),
      ];
    }),
    linkOf: (index) => {
      const row = rows[index];
      if (typeof row !== 'number') return null;
      const to = `module-${row}`;
      return { to, words: `${byNumber.get(row)?.title ?? ''}, page ${places.page(to)}` };
    },
  });
}

type Heading = { readonly heading: string; readonly note: string };

/** Numbers of modules with the headings between them. Required modules after a group of electives are headed as such. */
function tableRows(document: SyllabusDocument): readonly (number | Heading)[] {
  return document.outline.flatMap(({ title, note, rows }) => {
    const heading: readonly Heading[] = title === '' && note === '' ? [] : [{ heading: title, note }];
    return [...heading, ...rows.flatMap((row, index) => rowsOf(row, rows[index - 1]))];
  });
}

function rowsOf(row: OutlineRow, before: OutlineRow | undefined): readonly (number | Heading)[] {
  if (row.kind === 'electives')
    return [{ heading: row.heading, note: row.note }, ...row.options.map(({ number }) => number)];
  if (before?.kind === 'electives') return [{ heading: 'Required', note: '' }, row.number];
  return [row.number];
}

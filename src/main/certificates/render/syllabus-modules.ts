import type { OutlinePart, SyllabusDocument } from './document.ts';
import { createFlow, openSection, type PageFlow, SHEET_MARGINS } from './page-flow.ts';
import { addNode, COLOURS, type StructureNode } from './page-items.ts';
import type { Places } from './syllabus-places.ts';

type SyllabusModule = SyllabusDocument['modules'][number];

/** A module in its place, with what the outline adds to it. */
type Place = { readonly number: number; readonly note: string; readonly group: string };

/** What each module holds, section by section. */
export function writeModules(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const section = openSection(flow, title, { below: 120, onPlace: () => places.mark(flow, '') });
  const byNumber = new Map(document.modules.map((module) => [module.number, module]));
  for (const part of document.outline) {
    if (part.title !== '') writePartHeading(part, flow, section);
    for (const place of placesOf(part)) {
      const module = byNumber.get(place.number);
      if (!module) continue;
      const write = (to: PageFlow, at: Places, under: StructureNode): void =>
        writeModule(module, place, part.title !== '', to, at, under);
      flow.space(13);
      if (roomLeft(flow) < WHOLE) flow.need(Math.min(WHOLE, heightOf(document, write)));
      write(flow, places, section);
    }
  }
}

/** Modules up to this height, in points, are kept on one page. */
const WHOLE = 300;

function roomLeft(flow: PageFlow): number {
  return (flow.pages.at(-1)?.height ?? 0) - SHEET_MARGINS.bottom - flow.y();
}

/** How high something is, written on a sheet without end that nobody sees. */
function heightOf(
  document: SyllabusDocument,
  write: (flow: PageFlow, places: Places, under: StructureNode) => void,
): number {
  const sheet = createFlow(document.paper, { endless: true });
  const top = sheet.y();
  write(sheet, NO_PLACES, sheet.structure);
  return sheet.y() - top;
}

const NO_PLACES: Places = { mark: () => undefined, page: () => '' };

function placesOf(part: OutlinePart): readonly Place[] {
  return part.rows.flatMap((row): readonly Place[] =>
    row.kind === 'module'
      ? [{ number: row.number, note: row.note, group: '' }]
      : row.options.map(({ number, note }) => ({ number, note, group: row.heading })),
  );
}

function writePartHeading(part: OutlinePart, flow: PageFlow, section: StructureNode): void {
  flow.space(16);
  flow.need(120);
  flow.put({ kind: 'bookmark', title: part.title, level: 2, y: flow.y() });
  flow.write(part.title, flow.styles.section, COLOURS.accent, addNode(section, 'H3'));
  flow.write(part.note, flow.styles.small, COLOURS.muted, addNode(section, 'P'));
}

function writeModule(
  module: SyllabusModule,
  place: Place,
  isInPart: boolean,
  flow: PageFlow,
  places: Places,
  section: StructureNode,
): void {
  const { styles } = flow;
  const heading = `${module.number}. ${module.title}`;
  places.mark(flow, `module-${module.number}`);
  flow.put({ kind: 'bookmark', title: heading, level: isInPart ? 3 : 2, y: flow.y() });
  flow.write(heading, styles.module, COLOURS.ink, addNode(section, isInPart ? 'H4' : 'H3'));
  const facts = [
    module.code,
    module.domain,
    module.format,
    `${module.minutes} minutes`,
    `${module.credits} ${module.credits === '1.00' ? 'credit' : 'credits'}`,
    place.group,
  ];
  flow.write(facts.filter(Boolean).join('  ·  '), styles.label, COLOURS.muted, addNode(section, 'P'));
  flow.space(3);
  flow.write(module.description, styles.body, COLOURS.ink, addNode(section, 'P'));
  writeObjectives(module, flow, section);
  writeLabelled('Note', place.note, flow, section);
  writeLabelled('Comes after', module.prerequisites.join('; '), flow, section);
  writeLabelled('Assessment', module.assessment, flow, section);
  writeLabelled('References', module.references.join(', '), flow, section);
}

function writeObjectives(module: SyllabusModule, flow: PageFlow, section: StructureNode): void {
  if (module.objectives.length === 0) return;
  flow.space(4);
  flow.need(30);
  flow.write('Objectives', flow.styles.labelStrong, COLOURS.accent, addNode(section, 'P'));
  const list = addNode(section, 'L');
  for (const { text, bloom } of module.objectives) {
    const body = addNode(addNode(list, 'LI'), 'LBody');
    const level = bloom === '' ? [] : [{ text: `  (${bloom})`, italic: true }];
    flow.write([{ text }, ...level], flow.styles.body, COLOURS.ink, body, { indent: 11, hang: '–' });
  }
}

/** A label and, in the same paragraph, what it is about. */
function writeLabelled(label: string, text: string, flow: PageFlow, section: StructureNode): void {
  if (text.trim() === '') return;
  flow.space(3);
  flow.write(
    [{ text: `${label}: `, bold: true }, { text }],
    flow.styles.small,
    COLOURS.ink,
    addNode(section, 'P'),
  );
}

import type { SyllabusDocument } from './document.ts';
import { createFlow, type PageFlow } from './page-flow.ts';
import { finishPages } from './page-furniture.ts';
import type { PageSet } from './page-items.ts';
import { writeCompetencies, writeMatrix } from './syllabus-competencies.ts';
import { writeModules } from './syllabus-modules.ts';
import { writeConstraints, writeCredit, writeDomains, writeOpening, writeWeeks } from './syllabus-opening.ts';
import { createPlaces, type Places } from './syllabus-places.ts';
import { writeReferences } from './syllabus-references.ts';
import { writeModuleTable } from './syllabus-table.ts';

/** A part of the syllabus with the name under which the table of contents lists it; null when there is nothing to say. */
type Part = {
  readonly name: string;
  readonly title: string;
  readonly write:
    | ((document: SyllabusDocument, flow: PageFlow, places: Places, title: string) => void)
    | null;
};

/**
 * Lays a syllabus out: opening with contents, what it is held to, domains, weeks, modules, credit, competencies, matrix, what
 * each module holds, references. It is set twice, since the contents come before what they number.
 */
export function layoutSyllabus(document: SyllabusDocument): PageSet {
  const first = compose(document, new Map());
  const { flow } = compose(document, first.found);
  return finishPages(flow, {
    title: `${document.title} – Syllabus`,
    author: document.providerName,
    subject: document.versionLine,
    createdAt: document.publishedAt,
    foot: { first: document.providerName, later: `${document.title}, ${document.versionLine}` },
    mark: document.mark,
  });
}

function compose(
  document: SyllabusDocument,
  before: ReadonlyMap<string, number>,
): { readonly flow: PageFlow; readonly found: ReadonlyMap<string, number> } {
  const found = new Map<string, number>();
  const places = createPlaces(found, before);
  const flow = createFlow(document.paper);
  const parts = partsOf(document);
  writeOpening(document, flow, places, parts);
  for (const { name, title, write } of parts) write?.(document, flow, markedAt(places, name), title);
  return { flow, found };
}

/** Places of a part: its heading marks the part itself. */
function markedAt(places: Places, name: string): Places {
  return { ...places, mark: (flow, own) => places.mark(flow, own === '' ? name : own) };
}

function partsOf(document: SyllabusDocument): readonly Part[] {
  const { modules, matrix, references, constraints, domains, weeks, creditSum } = document;
  const all: readonly Part[] = [
    {
      name: 'constraints',
      title: 'What the curriculum is held to',
      write: constraints.length > 0 ? writeConstraints : null,
    },
    { name: 'domains', title: 'Time in each domain', write: domains.length > 0 ? writeDomains : null },
    { name: 'weeks', title: 'Week by week', write: weeks.length > 0 ? writeWeeks : null },
    { name: 'modules', title: 'Modules', write: modules.length > 0 ? writeModuleTable : null },
    { name: 'credit', title: 'Credit', write: creditSum.length > 0 ? writeCredit : null },
    { name: 'competencies', title: 'Competencies', write: matrix.length > 0 ? writeCompetencies : null },
    {
      name: 'matrix',
      title: 'Which module leads to which competency',
      write: matrix.length > 0 && modules.length > 0 ? writeMatrix : null,
    },
    { name: 'details', title: 'What each module holds', write: modules.length > 0 ? writeModules : null },
    { name: 'references', title: 'References', write: references.length > 0 ? writeReferences : null },
  ];
  return all.filter(({ write }) => write !== null);
}

import type { SyllabusDocument } from './document.ts';
import { openSection, type PageFlow } from './page-flow.ts';
import { addNode, COLOURS } from './page-items.ts';
import type { Places } from './syllabus-places.ts';

/** Every source once, under the number by which the modules name it. */
export function writeReferences(
  document: SyllabusDocument,
  flow: PageFlow,
  places: Places,
  title: string,
): void {
  const section = openSection(flow, title, { below: 60, onPlace: () => places.mark(flow, '') });
  const list = addNode(section, 'L');
  document.references.forEach((reference, index) => {
    const item = addNode(list, 'LI');
    const hangNode = addNode(item, 'Lbl');
    const body = addNode(item, 'LBody');
    flow.space(2);
    flow.write(reference, flow.styles.small, COLOURS.ink, body, {
      indent: 24,
      hang: `${index + 1}.`,
      hangNode,
    });
  });
}

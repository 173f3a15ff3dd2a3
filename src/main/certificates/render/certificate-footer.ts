import { type Block, block } from './column.ts';
import type { CertificateDocument } from './document.ts';
import { addNode, COLOURS, type PageItem, placeParagraph, type StructureNode } from './page-items.ts';
import { paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';

/** The last line: number at the left, address in the middle, dates at the right, under a hairline. */
export function certificateFooter(
  document: CertificateDocument,
  structure: StructureNode,
  place: { readonly left: number; readonly width: number },
  style: TextStyle,
): Block {
  const { left, width } = place;
  const side = width * 0.28;
  const middle = width - 2 * side - 24;
  const number = setParagraph(
    document.number === null
      ? [{ text: 'Not issued yet' }]
      : [{ text: 'Certificate ' }, { text: document.number, bold: true }],
    style,
    side,
  );
  const address = setParagraph(
    plain(document.providerAddress.replace(/\s*\n\s*/g, ', ')),
    style,
    middle,
    true,
  );
  const dates = document.footer.map((line) => setParagraph(plain(line), style, side));
  const datesHeight = dates.reduce((sum, line) => sum + paragraphHeight(line), 0);
  const height = 7 + Math.max(paragraphHeight(number), paragraphHeight(address), datesHeight);
  const numberNode = addNode(structure, 'P');
  const addressNode = address.lines.length > 0 ? addNode(structure, 'P') : null;
  const dateNodes = dates.map(() => addNode(structure, 'P'));
  return block(height, (top) => {
    const y = top + 7;
    const items: PageItem[] = [
      {
        kind: 'rule',
        x1: left,
        y1: top,
        x2: left + width,
        y2: top,
        thickness: 0.55,
        colour: COLOURS.ornament,
      },
      placeParagraph(number, { x: left, width: side, y, align: 'left' }, COLOURS.ink, numberNode),
    ];
    if (addressNode) {
      const box = { x: left + side + 12, width: middle, y, align: 'centre' } as const;
      items.push(placeParagraph(address, box, COLOURS.muted, addressNode));
    }
    let dateTop = y;
    dates.forEach((line, index) => {
      const box = { x: left + width - side, width: side, y: dateTop, align: 'right' } as const;
      items.push(placeParagraph(line, box, COLOURS.muted, dateNodes[index] ?? null));
      dateTop += paragraphHeight(line);
    });
    return items;
  });
}

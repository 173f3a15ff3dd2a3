import { type Block, block } from './column.ts';
import type { CertificateDocument, Image } from './document.ts';
import { imageSize } from './image-size.ts';
import { addNode, COLOURS, type PageItem, placeParagraph, type StructureNode } from './page-items.ts';
import { paragraphHeight, plain, setParagraph, type TextStyle } from './paragraph.ts';

/** Signatures side by side between two edges, each over its rule with name and title; more than four go in two rows. */
export function signatureRows(
  signatories: CertificateDocument['signatories'],
  structure: StructureNode,
  place: { readonly left: number; readonly width: number; readonly scale: number },
): Block {
  const { left, width, scale } = place;
  const perRow = signatories.length <= 4 ? signatories.length : Math.ceil(signatories.length / 2);
  const between = perRow <= 2 ? 48 : 26;
  const cell = Math.min(206, (width - between * (perRow - 1)) / perRow);
  const nameStyle: TextStyle = { voice: 'serif-semibold', size: 10.5 * scale, leading: 14 * scale };
  const titleStyle: TextStyle = {
    voice: 'serif',
    italicVoice: 'serif-italic',
    size: 9.2 * scale,
    leading: 12 * scale,
  };
  const signing = (signatories.some(({ image }) => image !== null) ? 40 : 30) * scale;
  const rows: Block[] = [];
  for (let first = 0; first < signatories.length; first += perRow) {
    const row = signatories.slice(first, first + perRow).map((signatory) => ({
      picture: signatory.image ? fitImage(signatory.image, cell * 0.86, 38 * scale) : null,
      pictureNode: signatory.image
        ? addNode(structure, 'Figure', { alternative: `Signature of ${signatory.name}` })
        : null,
      name: setParagraph(plain(signatory.name), nameStyle, cell, true),
      nameNode: addNode(structure, 'P'),
      title: signatory.title === '' ? null : setParagraph(plain(signatory.title), titleStyle, cell, true),
      titleNode: signatory.title === '' ? null : addNode(structure, 'P'),
    }));
    const words = Math.max(
      ...row.map((one) => paragraphHeight(one.name) + (one.title ? paragraphHeight(one.title) : 0)),
    );
    rows.push(
      block(signing + 3 * scale + words, (top) => {
        const from = left + (width - (cell * row.length + between * (row.length - 1))) / 2;
        return row.flatMap((one, index): PageItem[] => {
          const x = from + index * (cell + between);
          const line = top + signing;
          const below = line + 3 * scale;
          const items: PageItem[] = [
            { kind: 'rule', x1: x, y1: line, x2: x + cell, y2: line, thickness: 0.6, colour: COLOURS.muted },
          ];
          const box = { x, width: cell, align: 'centre' } as const;
          if (one.picture && one.pictureNode) {
            const { image, width: w, height: h } = one.picture;
            items.push({
              kind: 'image',
              image,
              x: x + (cell - w) / 2,
              y: line - h - 1,
              width: w,
              height: h,
              node: one.pictureNode,
            });
          }
          items.push(placeParagraph(one.name, { ...box, y: below }, COLOURS.ink, one.nameNode));
          if (one.title) {
            const y = below + paragraphHeight(one.name);
            items.push(placeParagraph(one.title, { ...box, y }, COLOURS.muted, one.titleNode));
          }
          return items;
        });
      }),
    );
  }
  const height = rows.reduce((sum, row) => sum + row.height, 0) + 8 * scale * (rows.length - 1);
  return block(height, (top) => {
    let y = top;
    return rows.flatMap((row) => {
      const items = row.draw(y);
      y += row.height + 8 * scale;
      return items;
    });
  });
}

/** An image at its largest within a box, or null if its bytes say no size. */
export function fitImage(image: Image, maxWidth: number, maxHeight: number) {
  const size = imageSize(image);
  if (!size) return null;
  const factor = Math.min(maxWidth / size.width, maxHeight / size.height);
  return { image, width: size.width * factor, height: size.height * factor };
}

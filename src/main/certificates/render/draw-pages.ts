import PDFDocument from 'pdfkit';
import { createGlyphWriter, type EmbeddedFont, number } from './glyph-writer.ts';
import type { Colour, Page, PageItem, PageSet, StructureNode } from './page-items.ts';

/** What pdfkit has but its types leave out; used in this file only, checked by the tests of the finished bytes. */
type PdfkitInternals = {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  info: Record<string, unknown>;
  _addInfo(): void;
  appendXML(xml: string): void;
  addContent(operators: string): void;
  font(name: string): void;
  registerFont(name: string, font: unknown): void;
  markContent(tag: string, options?: object): void;
  markStructureContent(tag: string): unknown;
  endMarkedContent(): void;
  struct(tag: string, options: object): PdfkitElement;
  addStructure(element: PdfkitElement): void;
  readonly outline: PdfkitOutline;
};
type PdfkitOutline = { addItem(title: string, options: object): PdfkitOutline };
type PdfkitElement = {
  add(child: unknown): void;
  readonly dictionary: { readonly data: Record<string, unknown> };
};

/** PDF/UA's own metadata, with the description that PDF/A asks for of every schema it does not know. */
const ACCESSIBILITY_METADATA = `
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** Writes finished pages as a tagged, archivable PDF (PDF/A-2a with PDF/UA marking). Same pages, same bytes. */
export async function drawPages(set: PageSet): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    subset: 'PDF/A-2a',
    // The default font is one of the built-in ones, which are never embedded and print names as garbage.
    font: '',
    info: {
      Title: set.title,
      Author: set.author,
      Subject: set.subject,
      Creator: 'Rounds',
      Producer: 'Rounds',
      CreationDate: new Date(set.createdAt),
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  // pdfkit is JavaScript and its types cover the public part only; the shape is stated above.
  const internals = document as unknown as PdfkitInternals;
  escapeMetadata(internals);
  internals.appendXML(ACCESSIBILITY_METADATA);

  const glyphs = createGlyphWriter((face) => {
    internals.registerFont(face.name, face.font);
    internals.font(face.name);
    return internals._font;
  });
  const contents = new Map<StructureNode, unknown[]>();
  const links = new Map<StructureNode, PdfkitElement>();
  /** The last bookmark of each level. */
  const bookmarks: PdfkitOutline[] = [];
  const mark = (node: StructureNode | null, draw: () => void): void => {
    if (node === null) {
      internals.markContent('Artifact', { type: 'Layout' });
    } else {
      const content = internals.markStructureContent(node.tag);
      contents.set(node, [...(contents.get(node) ?? []), content]);
    }
    draw();
    internals.endMarkedContent();
  };
  const drawItem = (page: Page, item: PageItem): void => {
    switch (item.kind) {
      case 'text':
        mark(item.node, () => {
          internals.addContent(`${fillColour(item.colour)}`);
          for (const { line, x, baseline } of item.lines)
            internals.addContent(glyphs.line(line, [1, 0, 0, -1, x, baseline]));
        });
        return;
      case 'slanted': {
        const cosine = Math.cos((item.degrees * Math.PI) / 180);
        const sine = Math.sin((item.degrees * Math.PI) / 180);
        const x = item.x - (cosine * item.line.width) / 2;
        const y = item.y + (sine * item.line.width) / 2;
        mark(null, () => {
          document.save();
          document.fillOpacity(item.opacity);
          internals.addContent(fillColour(item.colour));
          internals.addContent(glyphs.line(item.line, [cosine, -sine, -sine, -cosine, x, y]));
          document.restore();
        });
        return;
      }
      case 'rule':
        mark(null, () =>
          internals.addContent(
            `${strokeColour(item.colour)} ${number(item.thickness)} w ${number(item.x1)} ${number(item.y1)} m ${number(item.x2)} ${number(item.y2)} l S`,
          ),
        );
        return;
      case 'frame':
        mark(null, () =>
          internals.addContent(
            `${strokeColour(item.colour)} ${number(item.thickness)} w ${rectangle(item)} re S`,
          ),
        );
        return;
      case 'fill':
        mark(null, () => internals.addContent(`${fillColour(item.colour)} ${rectangle(item)} re f`));
        return;
      case 'image':
        mark(item.node, () => {
          // pdfkit reads any byte array; its types ask for Node's Buffer.
          const bytes = Buffer.from(
            item.image.bytes.buffer,
            item.image.bytes.byteOffset,
            item.image.bytes.byteLength,
          );
          document.image(bytes, item.x, item.y, { width: item.width, height: item.height });
        });
        return;
      case 'bookmark':
        {
          // pdfkit measures `left` from the right edge.
          const place = { fit: false, top: item.y, left: page.width, zoom: 0, expanded: false };
          const above = bookmarks[item.level - 2] ?? internals.outline;
          bookmarks.splice(item.level - 1, bookmarks.length, above.addItem(item.title, place));
        }
        return;
      case 'destination':
        document.addNamedDestination(item.name, 'XYZ', 0, item.y, 0);
        return;
      case 'link':
        {
          // Its own element first: the file numbers an annotation when it is made, not when the structure is.
          const element = links.get(item.node) ?? internals.struct('Link', {});
          links.set(item.node, element);
          // pdfkit's types do not name the structure element.
          const options: object = { structParent: element, Contents: new String(item.words) };
          document.goTo(item.x, item.y, item.width, item.height, item.to, options);
        }
        return;
    }
  };

  for (const page of set.pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const fontsOfPage = internals.page.fonts;
    for (const item of page.items) drawItem(page, item);
    // Every face used so far is named on the page; an unused name costs a few bytes and no glyph.
    for (const font of glyphs.fonts()) fontsOfPage[font.id] ??= font.ref();
  }
  glyphs.finish();
  internals.addStructure(buildStructure(internals, set.structure, contents, links));
  document.end();
  await finished;
  return joinBytes(chunks);
}

/** pdfkit puts the title into the metadata as it is, and `Pain & Opioids` would make it unreadable. */
function escapeMetadata(internals: PdfkitInternals): void {
  const write = internals._addInfo.bind(internals);
  internals._addInfo = () => {
    const info = internals.info;
    internals.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [
        key,
        typeof value === 'string'
          ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
          : value,
      ]),
    );
    write();
    internals.info = info;
  };
}

function buildStructure(
  internals: PdfkitInternals,
  node: StructureNode,
  contents: ReadonlyMap<StructureNode, readonly unknown[]>,
  links: ReadonlyMap<StructureNode, PdfkitElement>,
): PdfkitElement {
  const element =
    links.get(node) ??
    internals.struct(node.tag, {
      ...(node.alternative === undefined ? {} : { alt: node.alternative, placement: 'Block' }),
      ...(node.scope === undefined ? {} : { scope: node.scope }),
    });
  // pdfkit knows no cell that spans columns; its attributes are plain data.
  const { A } = element.dictionary.data;
  if (node.columnSpan !== undefined && typeof A === 'object')
    element.dictionary.data.A = { ...A, ColSpan: node.columnSpan };
  for (const content of contents.get(node) ?? []) element.add(content);
  for (const child of node.children) element.add(buildStructure(internals, child, contents, links));
  return element;
}

function fillColour(colour: Colour): string {
  return `/DeviceRGB cs ${colour.map(number).join(' ')} scn`;
}

function strokeColour(colour: Colour): string {
  return `/DeviceRGB CS ${colour.map(number).join(' ')} SCN`;
}

function rectangle(box: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  return [box.x, box.y, box.width, box.height].map(number).join(' ');
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

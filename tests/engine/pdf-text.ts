import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of a one-page PDF in the order it was drawn, lines joined by spaces, read by the reader that the window uses. */
export async function pageText(pdf: Uint8Array): Promise<string> {
  // The reader takes the bytes over.
  const task = getDocument({ data: pdf.slice(), useWasm: false, useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    return text.replace(/\s+/g, ' ');
  } finally {
    await task.destroy();
  }
}

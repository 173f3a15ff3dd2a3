import { layoutCertificate } from './certificate-layout.ts';
import { findUnprintable } from './check-text.ts';
import type { PageDocument, Rendered } from './document.ts';
import { drawPages } from './draw-pages.ts';
import { layoutSyllabus } from './syllabus-layout.ts';

/** A document as the bytes of a PDF, or the characters that stop it. Equal documents give equal bytes. */
export async function renderDocument(document: PageDocument): Promise<Rendered> {
  const unprintable = findUnprintable(document);
  if (unprintable.length > 0) return { ok: false, unprintable };
  const pages = document.kind === 'certificate' ? layoutCertificate(document) : layoutSyllabus(document);
  return { ok: true, pdf: await drawPages(pages) };
}

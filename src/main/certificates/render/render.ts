import { assertNever } from '../../../shared/errors.ts';
import { layoutCertificate } from './certificate-layout.ts';
import { findUnprintable } from './check-text.ts';
import type { PageDocument, Rendered } from './document.ts';
import { drawPages } from './draw-pages.ts';
import { layoutOverview } from './overview-layout.ts';
import type { PageSet } from './page-items.ts';
import { layoutPathway } from './pathway-layout.ts';
import { layoutSyllabus } from './syllabus-layout.ts';

/** A document as the bytes of a PDF, or the characters that stop it. Equal documents give equal bytes. */
export async function renderDocument(document: PageDocument): Promise<Rendered> {
  const unprintable = findUnprintable(document);
  if (unprintable.length > 0) return { ok: false, unprintable };
  return { ok: true, pdf: await drawPages(layoutDocument(document)) };
}

function layoutDocument(document: PageDocument): PageSet {
  switch (document.kind) {
    case 'certificate':
      return layoutCertificate(document);
    case 'syllabus':
      return layoutSyllabus(document);
    case 'overview':
      return layoutOverview(document);
    case 'pathway':
      return layoutPathway(document);
    default:
      return assertNever(document);
  }
}

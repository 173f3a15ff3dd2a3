import { findUnprintable } from './check-text.ts';
import type { PageRenderer } from './document.ts';
import { renderDocument } from './render.ts';

/** Draws pages in the calling thread: for tests and for programs without a window to keep free. */
export function createInlineRenderer(): PageRenderer {
  return {
    render: (document) => renderDocument(document),
    check: async (document) => findUnprintable(document),
    close: async () => undefined,
  };
}

import type { PageDocument, Rendered, Unprintable } from './document.ts';

/** What the pool asks of a worker; one at a time. */
export type ToRenderWorker = {
  readonly id: number;
  readonly task: 'render' | 'check';
  readonly document: PageDocument;
};

/** What a worker answers; `failed` carries what went wrong in drawing, for the log. */
export type FromRenderWorker =
  | { readonly id: number; readonly outcome: 'rendered'; readonly rendered: Rendered }
  | { readonly id: number; readonly outcome: 'checked'; readonly unprintable: readonly Unprintable[] }
  | { readonly id: number; readonly outcome: 'failed'; readonly reason: string };

import type { Module } from '../../shared/contract/modules.ts';
import { parseIdentifier } from '../../shared/modules/reference-identifier.ts';

type Reference = Module['references'][number];

/** Where a source can be read: its own address, or the one that its identifier stands for; null when there is none. */
export function referenceLink({ identifier, url }: Pick<Reference, 'identifier' | 'url'>): string | null {
  // Only these become links: the host opens no others, and a typed text must not be able to do anything else.
  if (url !== null) return /^https:\/\//i.test(url) ? url : null;
  const read = parseIdentifier(identifier);
  return read.status === 'recognised' ? read.link : null;
}

import type { Module } from '../../shared/contract/curricula.ts';

type Reference = Module['references'][number];

/** Where a source can be read: its own address, or the one that its DOI stands for; null when there is none. */
export function referenceLink({ identifier, url }: Pick<Reference, 'identifier' | 'url'>): string | null {
  // Only these become links: the host opens no others, and a typed text must not be able to do anything else.
  if (url !== null) return /^https:\/\//i.test(url) ? url : null;
  const doi = /^doi:\s*(10\.\d{4,9}\/\S+)$/i.exec(identifier.trim())?.[1];
  return doi ? `https://doi.org/${doi}` : null;
}

import type { Domain } from '../contract/primitives.ts';

const DOMAIN_NAMES: Readonly<Record<Domain, string>> = {
  foundations: 'Foundations',
  clinical: 'Clinical applications',
  implementation: 'Implementation',
  governance: 'Governance',
};

/** A domain in words: `clinical` → `Clinical applications`. */
export function domainName(domain: Domain): string {
  return DOMAIN_NAMES[domain];
}

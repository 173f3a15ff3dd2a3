import type { EvidenceKind, LearnerLevel } from '../../shared/contract/learners.ts';
import type { Competency } from '../../shared/contract/modules.ts';
import { DOMAINS, type Domain } from '../../shared/contract/primitives.ts';
import { formatCredits } from '../../shared/format.ts';

/** What each level is called, from 0. */
export const LEVELS = ['None', 'Aware', 'Apply', 'Lead'] as const;
/** What somebody's group is called who belongs to none. */
export const NO_GROUP = 'None in particular';
/** The levels themselves, for choices. */
export const LEVEL_VALUES = [0, 1, 2, 3] as const;

/** What each kind of evidence is called in a choice and in a table. */
export const KINDS: Readonly<Record<EvidenceKind, string>> = {
  'self-rating': 'Self-rating',
  observation: 'Observation',
  assessment: 'Assessment',
  override: 'Set by hand',
};

/** Where a level comes from, in a word or two. */
export function basisLabel(basis: LearnerLevel['basis']): string {
  if (basis === null) return 'Nothing on record';
  if (basis === 'completion') return 'Completed module';
  if (basis === 'reflection') return 'Reflection';
  return KINDS[basis];
}

/** `1 credit`, `5.25 credits`. */
export function creditsInWords(quarters: number): string {
  return quarters === 4 ? '1 credit' : `${formatCredits(quarters)} credits`;
}

/** The competencies of each domain, domains always in the same order; empty domains are left out. */
export function byDomain<C extends Pick<Competency, 'domain'>>(
  competencies: readonly C[],
): readonly { readonly domain: Domain; readonly competencies: readonly C[] }[] {
  return DOMAINS.map((domain) => ({
    domain,
    competencies: competencies.filter((competency) => competency.domain === domain),
  })).filter((group) => group.competencies.length > 0);
}

/** Today by the computer's calendar, for a date field. */
export function todayHere(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

import { DOMAINS, type Domain } from '../contract/primitives.ts';
import { quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';
import { type MinuteSpan, spanOfSome } from './electives.ts';
import { type CheckStatus, rangeStatus } from './range-status.ts';
import type { InsightContent, ReadOutline } from './read-outline.ts';

/** What one domain takes of the whole. */
export type DomainShare = {
  readonly domain: Domain;
  /** Least minutes of a learner in this domain. */
  readonly minutes: number;
  /** Most minutes; the same where there are no electives. */
  readonly mostMinutes: number;
  /** Credit of the least minutes in quarter-hours, as if they stood alone. */
  readonly creditQuarters: number;
  /** The same of the most minutes. */
  readonly mostCreditQuarters: number;
  /** Minutes that the plan asks for; null at an end that is open, and both null where there is no plan. */
  readonly plan: { readonly min: number | null; readonly max: number | null };
  /** How the minutes stand to the plan; null without one. */
  readonly standing: CheckStatus | null;
};

/** The sentence that stands beside the domains. */
export const DOMAIN_RULE =
  'The minutes of each module count in its own domain. With electives: the fewest and the most minutes that a choice can bring there, for each domain by itself, so they need not add up to the total; credits are those of the fewest.';

/** Minutes of each domain against the plan, always in the order of {@link DOMAINS}. */
export function domainShares(
  outline: ReadOutline,
  plan: InsightContent['constraints']['domainMinutes'],
  rounding: Rounding,
): readonly DomainShare[] {
  return DOMAINS.map((domain): DomainShare => {
    const { least, most } = domainSpan(outline, domain);
    const asked = plan[domain] ?? { min: null, max: null };
    const open = asked.min === null && asked.max === null;
    return {
      domain,
      minutes: least,
      mostMinutes: most,
      creditQuarters: quartersFromMinutes(least, rounding),
      mostCreditQuarters: quartersFromMinutes(most, rounding),
      plan: asked,
      standing: open ? null : rangeStatus({ least, most }, asked),
    };
  });
}

function domainSpan({ required, groups }: ReadOutline, domain: Domain): MinuteSpan {
  const fixed = required.reduce(
    (sum, { module }) => sum + (module.domain === domain ? module.minutes : 0),
    0,
  );
  return groups.reduce<MinuteSpan>(
    (span, { rule, options }) => {
      const own = spanOfSome(
        rule,
        options.map(({ module }) => ({ minutes: module.minutes, has: module.domain === domain })),
      );
      return { least: span.least + own.least, most: span.most + own.most };
    },
    { least: fixed, most: fixed },
  );
}

/** Least minutes of a learner in each domain, in the order of {@link DOMAINS}. */
export function leastByDomain(outline: ReadOutline): [number, number, number, number] {
  const least = (domain: Domain): number => domainSpan(outline, domain).least;
  return [least('foundations'), least('clinical'), least('implementation'), least('governance')];
}

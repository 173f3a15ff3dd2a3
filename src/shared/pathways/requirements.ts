import type { LearnerLevel } from '../contract/learners.ts';
import type { CompetencyLevel } from '../contract/modules.ts';
import type { Requirement } from '../contract/pathway-answer.ts';
import { DOMAINS, type Domain } from '../contract/primitives.ts';
import { domainName } from '../curricula/words.ts';
import { formatMinutes } from '../format.ts';
import { leastMinutesFor } from './credit-minutes.ts';
import type { PathwayCompetency, PathwayProblem } from './problem.ts';
import { creditWords } from './words.ts';

/** One requirement with the figures that it is checked by. */
export type Wanted =
  | { readonly kind: 'target'; readonly competency: PathwayCompetency; readonly level: CompetencyLevel }
  | { readonly kind: 'credit'; readonly quarters: number; readonly leastMinutes: number }
  | { readonly kind: 'maximum-minutes'; readonly minutes: number }
  | { readonly kind: 'domain-minimum'; readonly domain: Domain; readonly minutes: number }
  | { readonly kind: 'domain-maximum'; readonly domain: Domain; readonly minutes: number }
  | { readonly kind: 'include'; readonly code: string; readonly reason: string }
  | { readonly kind: 'exclude'; readonly code: string; readonly reason: string };

/**
 * What a request asks for beyond what the learner already shows, in a fixed order: targets in the order of the competencies,
 * credit, minutes, domains, modules put in and left out by hand in the order of their codes.
 */
export function requirementsOf(
  { competencies, request, rounding }: Pick<PathwayProblem, 'competencies' | 'request' | 'rounding'>,
  levelOf: ReadonlyMap<string, LearnerLevel>,
): readonly Wanted[] {
  const ordered = competencies.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const targets = ordered.flatMap((competency): readonly Wanted[] => {
    const level = request.targets[competency.code];
    if (level === undefined || (levelOf.get(competency.code)?.level ?? 0) >= level) return [];
    return [{ kind: 'target', competency, level }];
  });
  const leastMinutes = leastMinutesFor(request.creditQuarters, rounding);
  const ranges = DOMAINS.flatMap((domain): readonly Wanted[] => {
    const { min = null, max = null } = request.domainMinutes[domain] ?? {};
    return [
      ...(min !== null && min > 0 ? [{ kind: 'domain-minimum', domain, minutes: min } as const] : []),
      ...(max !== null ? [{ kind: 'domain-maximum', domain, minutes: max } as const] : []),
    ];
  });
  return [
    ...targets,
    ...(leastMinutes > 0
      ? [{ kind: 'credit', quarters: request.creditQuarters, leastMinutes } as const]
      : []),
    ...(request.maximumMinutes !== null
      ? [{ kind: 'maximum-minutes', minutes: request.maximumMinutes } as const]
      : []),
    ...ranges,
    ...byHand(request.include).map(([code, reason]) => ({ kind: 'include', code, reason }) as const),
    ...byHand(request.exclude).map(([code, reason]) => ({ kind: 'exclude', code, reason }) as const),
  ];
}

/** A requirement in words, for the coordinator. */
export function requirementText(wanted: Wanted): Requirement {
  const { kind } = wanted;
  switch (kind) {
    case 'target':
      return {
        kind,
        about: wanted.competency.code,
        text: `${wanted.competency.code} “${wanted.competency.name}” at level ${wanted.level}`,
      };
    case 'credit':
      return { kind, about: '', text: `at least ${creditWords(wanted.quarters)}` };
    case 'maximum-minutes':
      return { kind, about: '', text: `at most ${formatMinutes(wanted.minutes)}` };
    case 'domain-minimum':
      return {
        kind,
        about: wanted.domain,
        text: `at least ${formatMinutes(wanted.minutes)} of ${domainName(wanted.domain)}`,
      };
    case 'domain-maximum':
      return {
        kind,
        about: wanted.domain,
        text: `at most ${formatMinutes(wanted.minutes)} of ${domainName(wanted.domain)}`,
      };
    case 'include':
      return { kind, about: wanted.code, text: `${wanted.code} put in by hand` };
    case 'exclude':
      return { kind, about: wanted.code, text: `${wanted.code} left out by hand` };
  }
}

/** Each code once, with the first reason given, in the order of codes. */
function byHand(
  entries: readonly { readonly code: string; readonly reason: string }[],
): readonly (readonly [string, string])[] {
  const reasons = new Map<string, string>();
  for (const { code, reason } of entries) if (!reasons.has(code)) reasons.set(code, reason);
  return [...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

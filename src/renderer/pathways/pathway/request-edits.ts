import type { Requirement } from '../../../shared/contract/pathway-answer.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { DOMAINS, type Domain } from '../../../shared/contract/primitives.ts';
import { domainLabel } from '../../components/index.ts';
import { LEVELS } from '../words.ts';

/** A request that asks for nothing yet. */
export function emptyRequest(specialty: string): PathwayRequest {
  return {
    specialty,
    practiceArea: '',
    targets: {},
    creditQuarters: 0,
    maximumMinutes: null,
    domainMinutes: {},
    include: [],
    exclude: [],
    waived: [],
  };
}

/** Whether a request asks for anything at all: without that there is nothing to work out. */
export function asksForSomething(request: PathwayRequest): boolean {
  return (
    Object.keys(request.targets).length > 0 ||
    request.creditQuarters > 0 ||
    request.include.length > 0 ||
    Object.values(request.domainMinutes).some((range) => (range?.min ?? 0) > 0)
  );
}

/** The three ways in which a module is decided by hand. */
export const BY_HAND = ['include', 'exclude', 'waived'] as const;
/** One of the three. */
export type ByHandKind = (typeof BY_HAND)[number];

/** What each decision by hand is called. */
export const BY_HAND_LABELS: Readonly<Record<ByHandKind, string>> = {
  include: 'Put in',
  exclude: 'Left out',
  waived: 'Counted as known',
};

/** The request with a module decided by hand; an earlier decision about it that speaks against this one goes. */
export function decideByHand(
  request: PathwayRequest,
  kind: ByHandKind,
  code: string,
  reason: string,
): PathwayRequest {
  const free = withoutDecision(request, code);
  return { ...free, [kind]: [...free[kind], { code, reason }] };
}

/** The request with nothing decided by hand about a module. */
export function withoutDecision(request: PathwayRequest, code: string): PathwayRequest {
  const without = (list: PathwayRequest['include']): PathwayRequest['include'] =>
    list.filter((one) => one.code !== code);
  return {
    ...request,
    include: without(request.include),
    exclude: without(request.exclude),
    waived: without(request.waived),
  };
}

/** The request with one target set, or taken away by 0. */
export function setTarget(request: PathwayRequest, code: string, level: 0 | 1 | 2 | 3): PathwayRequest {
  const { [code]: _before, ...others } = request.targets;
  return { ...request, targets: level === 0 ? others : { ...others, [code]: level } };
}

/** The request with the least or most minutes of a domain set; null takes the bound away. */
export function setDomainMinutes(
  request: PathwayRequest,
  domain: Domain,
  side: 'min' | 'max',
  minutes: number | null,
): PathwayRequest {
  const { [domain]: before, ...others } = request.domainMinutes;
  const range = { min: before?.min ?? null, max: before?.max ?? null, [side]: minutes };
  const empty = range.min === null && range.max === null;
  return { ...request, domainMinutes: empty ? others : { ...others, [domain]: range } };
}

/** One press that takes a requirement out of a set that cannot hold together. */
type Remedy = { readonly label: string; readonly request: PathwayRequest };

/** What can be done about one requirement of a conflict: the gentler first. */
export function remediesFor(request: PathwayRequest, requirement: Requirement): readonly Remedy[] {
  const { about } = requirement;
  switch (requirement.kind) {
    case 'target':
      return targetRemedies(request, about);
    case 'credit':
      return [{ label: 'Ask for no credit', request: { ...request, creditQuarters: 0 } }];
    case 'maximum-minutes':
      return [{ label: 'Take the time budget away', request: { ...request, maximumMinutes: null } }];
    case 'domain-minimum':
      return domainRemedy(request, about, 'min', 'Take away the least time of');
    case 'domain-maximum':
      return domainRemedy(request, about, 'max', 'Take away the most time of');
    case 'include':
      return [{ label: `Do not ask for ${about}`, request: withoutDecision(request, about) }];
    case 'exclude':
      return [{ label: `Allow ${about} again`, request: withoutDecision(request, about) }];
  }
}

function targetRemedies(request: PathwayRequest, code: string): readonly Remedy[] {
  const target = request.targets[code];
  const drop: Remedy = { label: `Drop the target ${code}`, request: setTarget(request, code, 0) };
  if (target === 2 || target === 3) {
    const lower = target === 3 ? 2 : 1;
    return [
      {
        label: `Lower ${code} to ${LEVELS[lower].toLowerCase()}`,
        request: setTarget(request, code, lower),
      },
      drop,
    ];
  }
  return [drop];
}

function domainRemedy(
  request: PathwayRequest,
  about: string,
  side: 'min' | 'max',
  words: string,
): readonly Remedy[] {
  const domain = DOMAINS.find((candidate) => candidate === about);
  if (!domain) return [];
  return [
    { label: `${words} ${domainLabel(domain)}`, request: setDomainMinutes(request, domain, side, null) },
  ];
}

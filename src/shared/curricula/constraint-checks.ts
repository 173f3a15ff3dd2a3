import { DOMAINS, type Domain } from '../contract/primitives.ts';
import { quartersFromMinutes, type Rounding } from '../credit/quarter-hours.ts';
import { counted, formatCredits, formatMinutes } from '../format.ts';
import { COVERAGE_RULES, type Coverage, type CoverageSums, givesWhateverIsChosen } from './coverage.ts';
import type { DomainShare } from './domain-balance.ts';
import { isSatisfiable, type MinuteSpan } from './electives.ts';
import { spanInWords } from './figures.ts';
import { type CheckStatus, rangeStatus } from './range-status.ts';
import type { InsightContent, InsightLibrary, Placed, ReadOutline } from './read-outline.ts';
import { domainName, levelName } from './words.ts';

/** One thing that a curriculum is held to, and whether it is so now. */
export type ConstraintCheck = {
  /** Stays the same while the curriculum is edited. */
  readonly key: string;
  /** What is asked, such as `Time at most 6 h`. */
  readonly name: string;
  readonly status: CheckStatus;
  /** What there is, such as `5 h 10 min`. */
  readonly figure: string;
  /** How far it is from holding, such as `1 h 10 min over`; empty where it holds or the figure says so. */
  readonly gap: string;
  /** How it is counted. */
  readonly rule: string;
};

/** What the checks look at. */
type Found = {
  readonly outline: ReadOutline;
  readonly span: MinuteSpan;
  readonly domains: readonly DomainShare[];
  readonly coverage: readonly Coverage[];
  readonly sums: CoverageSums;
  readonly competencies: InsightLibrary['competencies'];
  readonly rounding: Rounding;
};

/** One line for each thing that is asked, in a fixed order; nothing where nothing is asked. */
export function constraintChecks(
  constraints: InsightContent['constraints'],
  found: Found,
): readonly ConstraintCheck[] {
  return [
    ...minutesCheck(constraints, found),
    ...creditCheck(constraints, found),
    ...domainChecks(found),
    ...requiredDomainsCheck(constraints, found),
    ...specialtyCheck(constraints, found),
    ...targetsCheck(found),
    ...electivesCheck(found),
  ];
}

const LEVELS = [1, 2, 3] as const;

/** How many lines hold: `6 of 7 hold`, `All 7 hold`. */
export function checksInWords(checks: readonly ConstraintCheck[]): string {
  const holding = checks.filter(({ status }) => status === 'holds').length;
  if (checks.length === 1) return holding === 1 ? 'Holds' : 'Does not hold yet';
  return holding === checks.length ? `All ${checks.length} hold` : `${holding} of ${checks.length} hold`;
}

/** What there is and how far it is from holding: `Time at most 6 h: 7 h 10 min, 1 h 10 min over`. */
export function checkInWords({ name, figure, gap, status }: ConstraintCheck): string {
  const found = [figure, gap].filter((part) => part !== '').join(', ');
  return `${name}: ${found}${status === 'depends' ? ' (depends on electives)' : ''}`;
}

/** How far a figure is from a range: `30 min short`; `up to 30 min short` where some electives keep it. */
function gapInWords(
  { least, most }: MinuteSpan,
  { min, max }: Range,
  format: (value: number) => string,
): string {
  const short = min === null || least >= min ? null : beyond(min - most, min - least, format);
  const over = max === null || most <= max ? null : beyond(least - max, most - max, format);
  return [short === null ? [] : [`${short} short`], over === null ? [] : [`${over} over`]]
    .flat()
    .join(' or ');
}

/** From one distance to another, where the first is nothing or less when some choice keeps the range. */
function beyond(from: number, to: number, format: (value: number) => string): string {
  if (from <= 0) return `up to ${format(to)}`;
  return spanInWords({ least: from, most: to }, format);
}

function minutesCheck(
  { minutes }: InsightContent['constraints'],
  { span, outline }: Found,
): readonly ConstraintCheck[] {
  if (isOpen(minutes)) return [];
  return [
    {
      key: 'minutes',
      name: `Time ${rangeInWords(minutes, formatMinutes)}`,
      status: rangeStatus(span, minutes),
      figure: spanInWords(span, formatMinutes),
      gap: gapInWords(span, minutes, formatMinutes),
      rule: minutesRule(outline, span),
    },
  ];
}

/** Whose minutes are added up. The longest choice is one in which no module is superfluous. */
function minutesRule({ groups }: ReadOutline, { least, most }: MinuteSpan): string {
  if (groups.length === 0) return 'Minutes of every module added up.';
  return least === most
    ? 'Minutes of every required module, with a choice of electives, each of which takes the same.'
    : 'Minutes of every required module, with the shortest choice of electives and the longest in which none is superfluous.';
}

function creditCheck(
  { quarters }: InsightContent['constraints'],
  { span, rounding, outline }: Found,
): readonly ConstraintCheck[] {
  if (isOpen(quarters)) return [];
  const credit = {
    least: quartersFromMinutes(span.least, rounding),
    most: quartersFromMinutes(span.most, rounding),
  };
  return [
    {
      key: 'credit',
      name: `Credit ${rangeInWords(quarters, formatCredits)}`,
      status: rangeStatus(credit, quarters),
      figure: spanInWords(credit, formatCredits),
      gap: gapInWords(credit, quarters, formatCredits),
      rule: `${minutesRule(outline, span).replace(/\.$/, '')}, ÷ 60, ${rounding === 'down' ? 'rounded down to a quarter-hour' : 'rounded to the nearest quarter-hour'} once.`,
    },
  ];
}

function domainChecks({ domains }: Found): readonly ConstraintCheck[] {
  return domains.flatMap(({ domain, minutes, mostMinutes, plan, standing }): readonly ConstraintCheck[] =>
    standing === null
      ? []
      : [
          {
            key: `minutes ${domain}`,
            name: `${domainName(domain)} ${rangeInWords(plan, formatMinutes)}`,
            status: standing,
            figure: spanInWords({ least: minutes, most: mostMinutes }, formatMinutes),
            gap: gapInWords({ least: minutes, most: mostMinutes }, plan, formatMinutes),
            rule:
              minutes === mostMinutes
                ? 'Minutes of the modules of this domain.'
                : 'Minutes of the modules of this domain, with the fewest and the most that electives bring.',
          },
        ],
  );
}

function requiredDomainsCheck(
  { requiredDomains }: InsightContent['constraints'],
  { outline }: Found,
): readonly ConstraintCheck[] {
  if (requiredDomains.length === 0) return [];
  const asked = DOMAINS.filter((domain) => requiredDomains.includes(domain));
  const standing = asked.map((domain) => ({
    domain,
    status: statusOf(outline, (placed) => placed.module.domain === domain),
  }));
  const missing = standing.filter(({ status }) => status === 'fails').map(({ domain }) => domain);
  const open = standing.filter(({ status }) => status === 'depends').map(({ domain }) => domain);
  return [
    {
      key: 'domains',
      name: `A module from ${listInWords(asked.map(domainName))}`,
      status: missing.length > 0 ? 'fails' : open.length > 0 ? 'depends' : 'holds',
      figure: domainsFigure(asked.length, missing, open),
      gap: '',
      rule: 'Every learner takes at least one module of each of these domains.',
    },
  ];
}

function domainsFigure(asked: number, missing: readonly Domain[], open: readonly Domain[]): string {
  if (missing.length > 0) return `none from ${listInWords(missing.map(domainName))}`;
  if (open.length > 0) return `only electives from ${listInWords(open.map(domainName))}`;
  return `${asked} of ${asked}`;
}

function specialtyCheck(
  { specialtyModule }: InsightContent['constraints'],
  { outline, competencies }: Found,
): readonly ConstraintCheck[] {
  if (!specialtyModule) return [];
  const bound = competencies.flatMap(({ code, specialtyBoundLevel }) => {
    const level = LEVELS.find((candidate) => candidate === specialtyBoundLevel);
    return level === undefined ? [] : [{ code, level }];
  });
  const isSpecialty = ({ module }: Placed): boolean =>
    module.specialtyFocus.length > 0 &&
    (bound.length === 0 ||
      bound.some(({ code, level }) =>
        module.competencies.some((given) => given.code === code && given.level >= level),
      ));
  const named = outline.placed.filter(isSpecialty);
  const levels = bound.map(({ code, level }) => `${code} to ${levelName(level).toLowerCase()}`);
  return [
    {
      key: 'specialty',
      name: 'A specialty module',
      status: statusOf(outline, isSpecialty),
      figure: named.length === 0 ? 'none' : listInWords(named.map(({ module }) => module.title)),
      gap: '',
      rule:
        bound.length === 0
          ? 'A module with a specialty of its own.'
          : `A module with a specialty of its own that takes ${listInWords(levels)}, which only such a module can.`,
    },
  ];
}

function targetsCheck({ sums, coverage }: Found): readonly ConstraintCheck[] {
  if (sums.targets === 0) return [];
  const { targets, targetsMet, targetsPossible } = sums;
  const open = coverage.filter(({ met }) => !met).map(({ code }) => code);
  return [
    {
      key: 'targets',
      name: 'Every target met',
      status: targetsMet === targets ? 'holds' : targetsPossible === targets ? 'depends' : 'fails',
      figure: `${targetsMet} of ${targets}${open.length === 0 ? '' : `; open: ${shortList(open)}`}`,
      gap: '',
      rule: `A target is met when a required module, or every choice of a group of electives, gives its level.${targetsPossible > targetsMet ? ` ${COVERAGE_RULES.possible}` : ''}`,
    },
  ];
}

function electivesCheck({ outline: { groups } }: Found): readonly ConstraintCheck[] {
  if (groups.length === 0) return [];
  const failing = groups.filter(
    ({ rule, options }) =>
      !isSatisfiable(
        rule,
        options.map(({ module }) => module.minutes),
      ),
  );
  return [
    {
      key: 'electives',
      name: 'Electives can be satisfied',
      status: failing.length === 0 ? 'holds' : 'fails',
      figure:
        failing.length === 0
          ? counted(groups.length, 'group', 'groups')
          : `too few options in ${listInWords(failing.map(({ title }) => title))}`,
      gap: '',
      rule: 'The options of each group are enough for what it asks.',
    },
  ];
}

/** Whether every learner takes a module of a kind, or only some do, or nobody. */
function statusOf(outline: ReadOutline, is: (placed: Placed) => boolean): CheckStatus {
  const some = outline.placed.filter(is);
  if (some.length === 0) return 'fails';
  const own = new Set(some);
  const sure =
    some.some(({ group }) => group === null) ||
    outline.groups.some((group) => givesWhateverIsChosen(group, own));
  return sure ? 'holds' : 'depends';
}

type Range = { readonly min: number | null; readonly max: number | null };

function isOpen({ min, max }: Range): boolean {
  return min === null && max === null;
}

/** `at least 4`, `at most 6 h`, `from 1 h to 2 h`. */
export function rangeInWords({ min, max }: Range, format: (value: number) => string): string {
  if (min !== null && max !== null)
    return min === max ? `exactly ${format(min)}` : `from ${format(min)} to ${format(max)}`;
  if (min !== null) return `at least ${format(min)}`;
  return max === null ? 'open' : `at most ${format(max)}`;
}

function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const LISTED = 6;

function shortList(words: readonly string[]): string {
  return words.length <= LISTED
    ? words.join(', ')
    : `${words.slice(0, LISTED).join(', ')} and ${words.length - LISTED} more`;
}

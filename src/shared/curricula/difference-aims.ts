import type { Constraints, PathwayKind } from '../contract/curricula.ts';
import { DOMAINS } from '../contract/primitives.ts';
import { roundingBehind } from '../credit/quarter-hours.ts';
import { assertNever } from '../errors.ts';
import { formatCredits, formatDate, formatMinutes } from '../format.ts';
import { type ConstraintCheck, rangeInWords } from './constraint-checks.ts';
import { coverageOf, type Level } from './coverage.ts';
import { type Change, changed, type Side } from './difference-side.ts';
import { creditFigure, timeInWords } from './figures.ts';
import { insight } from './insight.ts';
import { readOutline } from './read-outline.ts';
import { domainName, levelName } from './words.ts';

/** Targets that came, went or changed their level. */
export function targetChanges(before: Side, after: Side): readonly Change[] {
  return competenciesOf(before, after).flatMap(({ code, name }) =>
    changed(
      `${code} ${name}`,
      'Target',
      levelInWords(before.targets[code] ?? 0),
      levelInWords(after.targets[code] ?? 0),
    ),
  );
}

/** Levels that every learner is given, whichever electives are chosen. */
export function coverageChanges(before: Side, after: Side): readonly Change[] {
  const [earlier, later] = [attainedOf(before), attainedOf(after)];
  return competenciesOf(before, after).flatMap(({ code, name }) =>
    changed(
      `${code} ${name}`,
      'Guaranteed level',
      levelInWords(earlier.get(code) ?? 0) || 'none',
      levelInWords(later.get(code) ?? 0) || 'none',
    ),
  );
}

/** How many targets are met, of how many. */
export function targetsMet(side: Side): { readonly met: number; readonly of: number } {
  const attained = attainedOf(side);
  const targets = Object.entries(side.targets);
  return {
    met: targets.filter(([code, level]) => (attained.get(code) ?? 0) >= level).length,
    of: targets.length,
  };
}

function attainedOf(side: Side): ReadonlyMap<string, Level> {
  const modules = new Map(side.content.map((module) => [module.id, module]));
  const outline = readOutline(side.items, (id) => modules.get(id));
  return new Map(
    coverageOf(outline, side.competencies, side.targets).map(({ code, attained }) => [code, attained]),
  );
}

/** Competencies that either side knows, in the order of the codes. */
function competenciesOf(before: Side, after: Side): Side['competencies'] {
  const known = new Map([...before.competencies, ...after.competencies].map((one) => [one.code, one]));
  return [...known.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function levelInWords(level: Level): string {
  return level === 0 ? '' : `${level} (${levelName(level).toLowerCase()})`;
}

/** What the curriculum is held to. */
export function constraintChanges(before: Side, after: Side): readonly Change[] {
  const part = (what: string, text: (constraints: Constraints) => string): readonly Change[] =>
    changed(what, '', text(before.constraints), text(after.constraints));
  return [
    ...part('Time', ({ minutes }) => range(minutes, formatMinutes)),
    ...part('Credit', ({ quarters }) => range(quarters, formatCredits)),
    ...DOMAINS.flatMap((domain) =>
      part(`Time in ${domainName(domain)}`, ({ domainMinutes }) =>
        range(domainMinutes[domain] ?? { min: null, max: null }, formatMinutes),
      ),
    ),
    ...part('Domains that must be there', ({ requiredDomains }) =>
      DOMAINS.filter((domain) => requiredDomains.includes(domain))
        .map(domainName)
        .join(', '),
    ),
    ...part('Specialty module', ({ specialtyModule }) => (specialtyModule ? 'asked for' : '')),
  ];
}

function range(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  format: (value: number) => string,
): string {
  return min === null && max === null ? '' : rangeInWords({ min, max }, format);
}

const KIND_NAMES: Readonly<Record<PathwayKind, string>> = {
  specialization: 'online specialization',
  certification: 'professional certification',
  extension: 'university-extension short course',
  executive: 'executive certificate',
  bridge: 'academic bridge',
  precision: 'specialty precision pathway',
};

/** What is said about the curriculum as a whole, and when it is taught. */
export function aboutChanges(before: Side, after: Side): readonly Change[] {
  const part = (what: string, text: (side: Side) => string): readonly Change[] =>
    changed(what, '', text(before), text(after));
  return [
    ...part('Title', ({ title }) => title),
    ...part('Description', ({ description }) => description),
    ...part('Audience', ({ audience }) => audience),
    ...part('Delivery', ({ delivery }) => delivery),
    ...part('Award', ({ award }) => award),
    ...part('Kind', ({ kind }) => (kind === null ? '' : KIND_NAMES[kind])),
    ...part('First day', ({ schedule }) => (schedule.startsOn === null ? '' : formatDate(schedule.startsOn))),
    ...part('Weeks', ({ schedule }) => (schedule.weeks === null ? '' : String(schedule.weeks))),
  ];
}

/** Time and credit of the whole, least to most where electives make a difference. */
export function totalChanges(before: Side, after: Side): readonly Change[] {
  return [
    ...changed('Time', '', timeInWords(before), timeInWords(after), true),
    ...changed('Credit', '', creditFigure(before), creditFigure(after), true),
  ];
}

/** Constraints that came to hold, or that hold no more, whatever changed: the constraint itself or what is taught. */
export function standingChanges(before: Side, after: Side): readonly Change[] {
  const [earlier, later] = [checksOf(before), checksOf(after)];
  const keys = [...new Set([...later, ...earlier].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [was, is] = [earlier, later].map((checks) => checks.find((check) => check.key === key));
    const about = (is ?? was)?.name ?? '';
    // One that is not asked on either side tells nothing by holding.
    if (was === undefined && is?.status === 'holds') return [];
    if (is === undefined && was?.status === 'holds') return [];
    if (was?.status === is?.status) return [];
    return changed(about, '', standingInWords(was), standingInWords(is));
  });
}

/** How many constraints hold, of how many. */
export function constraintsHeld(side: Side): { readonly held: number; readonly of: number } {
  const checks = checksOf(side);
  return { held: checks.filter(({ status }) => status === 'holds').length, of: checks.length };
}

function standingInWords(check: ConstraintCheck | undefined): string {
  if (check === undefined) return 'not asked for';
  const { status, figure, gap } = check;
  const found = [figure, gap].filter((part) => part !== '').join(', ');
  switch (status) {
    case 'holds':
      return `holds (${found})`;
    case 'fails':
      return `does not hold (${found})`;
    case 'depends':
      return `depends on electives (${found})`;
    default:
      return assertNever(status);
  }
}

function checksOf(side: Side): readonly ConstraintCheck[] {
  const modules = new Map(side.content.map((module) => [module.id, module]));
  const figures = [
    { minutes: side.minutes, quarters: side.creditQuarters },
    { minutes: side.mostMinutes, quarters: side.mostCreditQuarters },
  ];
  return insight(side, {
    moduleOf: (id) => modules.get(id),
    competencies: side.competencies,
    rounding: roundingBehind(figures, 'nearest'),
    // What is overdue bears on no constraint.
    today: '1900-01-01',
  }).checks;
}

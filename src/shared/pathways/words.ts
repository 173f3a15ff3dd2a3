import type { Obstacle, PathwayWarning, SkipReason, StepReason } from '../contract/pathway-answer.ts';
import { audienceName, audienceNames, domainName } from '../curricula/words.ts';
import { assertNever } from '../errors.ts';
import { formatCredits, formatMinutes, formatShortDate } from '../format.ts';

/** How a module is called in a sentence: by its code, or as the page that is printed shows it. */
export type ModuleNames = (code: string) => string;

const BY_CODE: ModuleNames = (code) => code;

/** Credit with its noun: `1 credit`, `14.5 credits`. */
export function creditWords(quarters: number): string {
  return `${formatCredits(quarters)} ${quarters === 4 ? 'credit' : 'credits'}`;
}

/** What would break without a module, as a sentence; what was written by hand ends as it was written. */
export function reasonWords(reason: StepReason, named: ModuleNames = BY_CODE): string {
  switch (reason.kind) {
    case 'target':
      return `Brings ${reason.competencyCode} “${reason.name}” to level ${reason.level}; no other module of the pathway does.`;
    case 'credit':
      return `Without it the pathway gives ${creditWords(reason.leftQuarters)} of the ${creditWords(reason.wantedQuarters)} wanted.`;
    case 'domain-minimum':
      return `Without it ${domainName(reason.domain)} has ${formatMinutes(reason.leftMinutes)} of the ${formatMinutes(reason.wantedMinutes)} wanted.`;
    case 'include':
      return `Put in by hand: ${reason.reason}`;
    case 'prerequisite':
      return `Comes before ${reason.before.map(named).join(', ')}, which ${reason.before.length === 1 ? 'needs' : 'need'} it.`;
    case 'sentence':
      return reason.sentence;
    default:
      return assertNever(reason);
  }
}

/** Why a module is not in the pathway, as a sentence. */
export function skippedWords(why: SkipReason, named: ModuleNames = BY_CODE): string {
  switch (why.kind) {
    case 'left-out':
      return `Left out by hand: ${why.reason}`;
    case 'retired':
      return 'It is retired from the library.';
    case 'already-shown':
      return 'The learner already shows everything that it teaches.';
    case 'completed':
      return `Completed on ${formatShortDate(why.completedOn)}.`;
    case 'no-group':
      return `It is made for ${audienceNames(why.groups)}, and no group is chosen.`;
    case 'other-group':
      return `It is for ${audienceNames(why.audience)}, not for ${audienceName(why.specialty)}.`;
    case 'cut-off':
      return `It needs ${named(why.needs)}, which ${obstacleWords(why.obstacle)}.`;
    case 'bound':
      return `Level ${why.level} of ${why.competencyCode} counts only from a module made for the learner’s own group.`;
    case 'lower':
      return `It brings ${why.competencyCode} to level ${why.gives}; level ${why.wanted} is asked for.`;
    case 'not-asked':
      return 'It teaches nothing that is asked for.';
    case 'not-needed':
      return notNeededWords(why);
    case 'sentence':
      return why.sentence;
    default:
      return assertNever(why);
  }
}

/** Why a module that is needed is not to be had, as the end of a sentence. */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle) {
    case 'not-in-library':
      return 'is not in the library';
    case 'retired':
      return 'is retired';
    case 'left-out':
      return 'is left out by hand';
    case 'not-for-group':
      return 'is not for this group';
    case 'itself-cut-off':
      return 'itself needs a module that cannot be taken';
    default:
      return assertNever(obstacle);
  }
}

/** What the coordinator should look at, as a sentence. */
export function warningWords(warning: PathwayWarning, named: ModuleNames = BY_CODE): string {
  switch (warning.kind) {
    case 'no-group':
      return 'No group of learners is chosen: modules count as open to this learner unless they are made for one specialty.';
    case 'self-rated':
      return `The level rests on a self-rating alone: ${warning.competencyCodes.join(', ')}. A short test or an observation would make it sure.`;
    case 'old-evidence':
      return `The evidence is older than ${warning.years} years: ${warning.competencyCodes.join(', ')}.`;
    case 'other-domain':
      return `${warning.competencyCode} reaches level ${warning.level} only through ${warning.by.map(named).join(', ')}, from another domain: check that this is meant.`;
    case 'waived':
      return `${named(warning.code)} counts as known by hand: ${warning.reason}`;
    case 'put-in':
      return `${named(warning.code)} was put in by hand; it is made for ${audienceNames(warning.audience)}${warning.specialty === '' ? '' : `, not for ${audienceName(warning.specialty)}`}.`;
    case 'taken-again':
      return `${named(warning.code)} was completed before and is taken again${warning.lost.length === 0 ? '' : `: less is shown now in ${warning.lost.join(', ')}`}.`;
    case 'sentence':
      return warning.sentence;
    default:
      return assertNever(warning);
  }
}

function notNeededWords(why: Extract<SkipReason, { kind: 'not-needed' }>): string {
  const cost = `taken as well it would add ${formatMinutes(why.addsMinutes)}${why.withOthers ? ' with what it needs' : ''}`;
  if (why.nothingAsked) return `Nothing more is asked for; ${cost}.`;
  const limit = why.budget
    ? `, ${formatMinutes(why.budget.overMinutes)} more than the ${formatMinutes(why.budget.allowedMinutes)} allowed`
    : '';
  return `Everything asked for is met without it, and no pathway with it is shorter; ${cost}${limit}.`;
}

import type { ElectiveRule, OutlineItem } from '../contract/curricula.ts';
import { counted, formatCredits, formatMinutes } from '../format.ts';
import type { MinuteSpan } from './electives.ts';

/** How every figure of a curriculum reads, once for window, paper and comparison: with electives it has a least and a most. */

/** Modules that every learner takes, and what each group of electives asks of how many. */
export type ModuleCounts = {
  readonly required: number;
  readonly electives: readonly { readonly rule: ElectiveRule; readonly options: number }[];
};

/** Counts the modules of an outline; `knows` leaves out those that are not there any more. */
export function moduleCounts(
  items: readonly OutlineItem[],
  knows: (moduleId: number) => boolean = () => true,
): ModuleCounts {
  return {
    required: items.filter((item) => item.kind === 'module' && knows(item.moduleId)).length,
    electives: items.flatMap((item) =>
      item.kind === 'electives'
        ? [{ rule: item.rule, options: item.options.filter(({ moduleId }) => knows(moduleId)).length }]
        : [],
    ),
  };
}

/** `18 modules: 14 required, 2 of 4 electives`; without electives `18 modules`. */
export function modulesInWords(counts: ModuleCounts): string {
  const { required, electives } = counts;
  const all = counted(allModules(counts), 'module', 'modules');
  const detail = moduleDetail({ required, electives });
  return detail === null ? all : `${all}: ${detail}`;
}

/** What stands beside the number of modules: `14 required, 2 of 4 electives`; null without electives. */
export function moduleDetail({ required, electives }: ModuleCounts): string | null {
  const groups = electives.filter(({ options }) => options > 0);
  if (groups.length === 0) return null;
  const choices = `${listed(groups.map(choiceInWords))} ${groups.length === 1 && groups[0]?.options === 1 ? 'elective' : 'electives'}`;
  return required === 0 ? choices : `${required} required, ${choices}`;
}

/** The same where there is little room: `14 + 2 of 4`. */
export function shortModules({ required, electives }: ModuleCounts): string {
  const groups = electives.filter(({ options }) => options > 0);
  return [
    ...(required > 0 || groups.length === 0 ? [String(required)] : []),
    ...groups.map(shortChoice),
  ].join(' + ');
}

/** Every module, each elective too. */
export function allModules({ required, electives }: ModuleCounts): number {
  return electives.reduce((sum, { options }) => sum + options, required);
}

/** Something that takes a learner from least to most minutes. */
export type Timed = { readonly minutes: number; readonly mostMinutes: number };
/** Something that would carry from least to most credit, in quarter-hours. */
export type Credited = { readonly creditQuarters: number; readonly mostCreditQuarters: number };

/** `23 h 30 min to 25 h`, or one time where electives make no difference. */
export function timeInWords({ minutes, mostMinutes }: Timed): string {
  return spanInWords({ least: minutes, most: mostMinutes }, formatMinutes);
}

/** `23.5 to 25`, without the unit. */
export function creditFigure({ creditQuarters, mostCreditQuarters }: Credited): string {
  return spanInWords({ least: creditQuarters, most: mostCreditQuarters }, formatCredits);
}

/** The unit of {@link creditFigure}: `credit` only for exactly one. */
export function creditUnit({ creditQuarters, mostCreditQuarters }: Credited): string {
  return creditQuarters === 4 && mostCreditQuarters === 4 ? 'credit' : 'credits';
}

/** `23.5 to 25 credits`, `1 credit`. */
export function creditSpanInWords(credited: Credited): string {
  return `${creditFigure(credited)} ${creditUnit(credited)}`;
}

/** `5 h 10 min`, or `5 h to 6 h` where electives make a difference. */
export function spanInWords({ least, most }: MinuteSpan, format: (value: number) => string): string {
  return least === most ? format(least) : `${format(least)} to ${format(most)}`;
}

function choiceInWords({ rule, options }: ModuleCounts['electives'][number]): string {
  if (rule.by === 'count') return `${rule.atLeast} of ${options}`;
  return `at least ${rule.quarters === 4 ? '1 credit' : `${formatCredits(rule.quarters)} credits`} of ${options}`;
}

function shortChoice({ rule, options }: ModuleCounts['electives'][number]): string {
  return rule.by === 'count' ? `${rule.atLeast} of ${options}` : `some of ${options}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

import type { ElectiveRule, OutlineItem } from '../contract/curricula.ts';

/** Least and most minutes that a learner spends on something. */
export type MinuteSpan = { readonly least: number; readonly most: number };

/** What the sums need to know of a module in an outline. */
type Timed = { readonly minutes: number };

/**
 * Minutes that a learner spends on a group of electives. Least is the shortest choice that satisfies the rule; most is the
 * longest choice in which no module is superfluous. A rule that all options together cannot satisfy counts them all.
 */
export function electiveSpan(rule: ElectiveRule, minutes: readonly number[]): MinuteSpan {
  return spanOfSome(
    rule,
    minutes.map((one) => ({ minutes: one, has: true })),
  );
}

/** Whether a rule can be satisfied by the options that a group has. */
export function isSatisfiable(rule: ElectiveRule, minutes: readonly number[]): boolean {
  return rule.by === 'count' ? minutes.length >= rule.atLeast : sum(minutes) >= rule.quarters * 15;
}

/** An option of a group: its minutes, and whether it has what is looked for. */
export type Option = { readonly minutes: number; readonly has: boolean };

/**
 * Whether a learner is sure to take one of the options that have something, whatever choice satisfies the rule: those
 * that do not have it fall short on their own. A rule that all options cannot satisfy counts them all.
 */
export function everyChoiceHas(rule: ElectiveRule, options: readonly Option[]): boolean {
  if (!options.some(({ has }) => has)) return false;
  const others = options.filter(({ has }) => !has);
  return !isSatisfiable(
    rule,
    others.map(({ minutes }) => minutes),
  );
}

/**
 * Minutes that a learner spends on the options that have something, out of those that satisfy the rule. Least: the choice
 * with the fewest of them; most: the choice with the most of them in which no module is superfluous.
 */
export function spanOfSome(rule: ElectiveRule, options: readonly Option[]): MinuteSpan {
  const own = options.filter(({ has }) => has).map(({ minutes }) => minutes);
  const others = options.filter(({ has }) => !has).map(({ minutes }) => minutes);
  if (!isSatisfiable(rule, [...own, ...others])) return { least: sum(own), most: sum(own) };
  const most = sum(fullestChoice(rule, options, minutesHad).map(minutesHad));
  if (rule.by === 'count') {
    const unavoidable = Math.max(0, rule.atLeast - others.length);
    return { least: sum(own.toSorted((a, b) => a - b).slice(0, unavoidable)), most };
  }
  const open = rule.quarters * 15 - sum(others);
  return { least: open <= 0 ? 0 : leastAbove(own, open), most };
}

function minutesHad({ minutes, has }: Option): number {
  return has ? minutes : 0;
}

/**
 * Of the choices that satisfy a rule and in which no option is superfluous, the one worth the most; all options when they
 * cannot satisfy it together. Options that are equally good stay in the order in which they were given.
 *
 * @param worth what is made as large as possible, added up over the choice; never below 0
 */
export function fullestChoice<Each extends Timed>(
  rule: ElectiveRule,
  options: readonly Each[],
  worth: (option: Each) => number,
): readonly Each[] {
  const enough = isSatisfiable(
    rule,
    options.map(({ minutes }) => minutes),
  );
  if (!enough) return options;
  if (rule.by === 'count') return options.toSorted((a, b) => worth(b) - worth(a)).slice(0, rule.atLeast);
  return fullestReaching(options, rule.quarters * 15, worth);
}

/** A choice as its latest option and the choice before it; null is the choice of nothing. */
type Chain<Each> = { readonly worth: number; readonly option: Each; readonly before: Chain<Each> } | null;

/** One pass, the longest first: whichever option fills a choice up to `needed` is then its shortest. */
function fullestReaching<Each extends Timed>(
  options: readonly Each[],
  needed: number,
  worth: (option: Each) => number,
): readonly Each[] {
  // For each sum that falls short the choice that is worth the most; undefined where no choice gives that sum.
  const short: (Chain<Each> | undefined)[] = needed > 0 ? [null] : [];
  let fullest: Chain<Each> = null;
  for (const option of options.toSorted((a, b) => b.minutes - a.minutes)) {
    const own = worth(option);
    // From above, so that no option is counted twice.
    for (let total = short.length - 1; total >= 0; total -= 1) {
      const before = short[total];
      if (before === undefined) continue;
      const filled = total + option.minutes;
      const value = (before?.worth ?? 0) + own;
      if (filled >= needed) {
        if (fullest === null || value > fullest.worth) fullest = { worth: value, option, before };
      } else {
        const known = short[filled];
        if (known === undefined || value > (known?.worth ?? 0))
          short[filled] = { worth: value, option, before };
      }
    }
  }
  const chosen: Each[] = [];
  for (let step: Chain<Each> = fullest; step !== null; step = step.before) chosen.push(step.option);
  return chosen.reverse();
}

/** Minutes of a whole outline: what is required, and the least and most of each group of electives. */
export function outlineSpan(
  items: readonly OutlineItem[],
  moduleOf: (id: number) => Timed | undefined,
): MinuteSpan {
  return items.reduce<MinuteSpan>(
    (span, item) => {
      if (item.kind === 'section') return span;
      if (item.kind === 'module') {
        const minutes = moduleOf(item.moduleId)?.minutes ?? 0;
        return { least: span.least + minutes, most: span.most + minutes };
      }
      const own = electiveSpan(
        item.rule,
        item.options.flatMap(({ moduleId }) => moduleOf(moduleId)?.minutes ?? []),
      );
      return { least: span.least + own.least, most: span.most + own.most };
    },
    { least: 0, most: 0 },
  );
}

/** The smallest sum of a choice that reaches `needed`; the whole must reach it. */
function leastAbove(minutes: readonly number[], needed: number): number {
  const total = sum(minutes);
  // What may be left out: as much as possible, at most the surplus.
  return total - largestSumUpTo(minutes, total - needed);
}

/** The largest sum of some of the numbers that is not above the limit. */
function largestSumUpTo(numbers: readonly number[], limit: number): number {
  const reached = new Uint8Array(limit + 1);
  reached[0] = 1;
  let largest = 0;
  for (const number of numbers)
    for (let total = Math.min(largest, limit - number); total >= 0; total -= 1) {
      if (reached[total] !== 1) continue;
      reached[total + number] = 1;
      largest = Math.max(largest, total + number);
    }
  return largest;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

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
  const total = minutes.reduce((sum, one) => sum + one, 0);
  if (rule.by === 'count') {
    const sorted = minutes.toSorted((a, b) => a - b);
    const first = sorted.slice(0, rule.atLeast);
    const last = sorted.slice(-rule.atLeast);
    return { least: sum(first), most: sum(last) };
  }
  const needed = rule.quarters * 15;
  if (total <= needed) return { least: total, most: total };
  return { least: leastAbove(minutes, needed), most: mostInAll(minutes, needed) };
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
  if (rule.by === 'count') {
    const sorted = own.toSorted((a, b) => a - b);
    const unavoidable = Math.max(0, rule.atLeast - others.length);
    return { least: sum(sorted.slice(0, unavoidable)), most: sum(sorted.slice(-rule.atLeast)) };
  }
  const needed = rule.quarters * 15;
  const open = needed - sum(others);
  return { least: open <= 0 ? 0 : leastAbove(own, open), most: mostOfSome(options, needed) };
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

/** The largest sum that reaches `needed` and falls short of it without the shortest of its modules. */
function mostInAll(minutes: readonly number[], needed: number): number {
  return mostOfSome(
    minutes.map((one) => ({ minutes: one, has: true })),
    needed,
  );
}

/**
 * The most minutes of the options that have it, in a choice that falls short without the shortest of its modules. One pass,
 * the longest first: whichever option fills a choice up is then its shortest.
 */
function mostOfSome(options: readonly Option[], needed: number): number {
  // For each sum that falls short: the most of its minutes that have it; -1 where no choice gives that sum.
  const short = new Int32Array(needed).fill(-1);
  short[0] = 0;
  let longest = 0;
  let most = 0;
  for (const { minutes, has } of options.toSorted((a, b) => b.minutes - a.minutes)) {
    // From above, so that no option is counted twice.
    for (let total = longest; total >= 0; total -= 1) {
      const known = short[total] ?? -1;
      if (known < 0) continue;
      const own = has ? known + minutes : known;
      const filled = total + minutes;
      if (filled >= needed) most = Math.max(most, own);
      else {
        short[filled] = Math.max(short[filled] ?? -1, own);
        longest = Math.max(longest, filled);
      }
    }
  }
  return most;
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

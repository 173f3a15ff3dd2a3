import type { ElectiveRule } from '../contract/curricula.ts';

/** The choices that a learner has in a group of electives, found by trying them all: what the sums are tested against. */

type Timed = { readonly minutes: number };

/** Minutes of a choice. */
export function total(choice: readonly Timed[]): number {
  return choice.reduce((sum, option) => sum + option.minutes, 0);
}

/** Every choice that satisfies a rule; everything when none does. */
export function choices<Option extends Timed>(
  rule: ElectiveRule,
  all: readonly Option[],
): readonly (readonly Option[])[] {
  const some = Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_option, index) => (bits >> index) % 2 === 1),
  ).filter((choice) => satisfies(rule, choice));
  return some.length > 0 ? some : [all];
}

/** Choices in which every module is needed. */
export function tight<Option extends Timed>(
  rule: ElectiveRule,
  all: readonly Option[],
): readonly (readonly Option[])[] {
  return choices(rule, all).filter(
    (choice) =>
      !satisfies(rule, choice) || choice.every((_one, index) => !satisfies(rule, choice.toSpliced(index, 1))),
  );
}

function satisfies(rule: ElectiveRule, choice: readonly Timed[]): boolean {
  return rule.by === 'count' ? choice.length >= rule.atLeast : total(choice) >= rule.quarters * 15;
}

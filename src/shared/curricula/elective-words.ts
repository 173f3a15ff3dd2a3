import type { ElectiveRule } from '../contract/curricula.ts';
import { counted, formatCredits, formatMinutes } from '../format.ts';
import { electiveSpan, isSatisfiable } from './electives.ts';
import { spanInWords } from './figures.ts';

/** What a group asks for, in a few words: `any 2 of 5`, `at least 1.5 credits`. */
export function ruleInWords(rule: ElectiveRule, options: number): string {
  if (rule.by === 'credit') return `at least ${credits(rule.quarters)}`;
  if (options === 0) return `any ${rule.atLeast}`;
  return rule.atLeast === options ? `all ${options}` : `any ${rule.atLeast} of ${options}`;
}

/** A group by name with what it asks for: `Specialty: any 2 of 5`; one that is only called electives: `Electives: any 2 of 5`. */
export function groupInWords(title: string, rule: ElectiveRule, options: number): string {
  const name = isUnnamed(title) ? 'Electives' : title;
  return `${name}: ${ruleInWords(rule, options)}`;
}

/** Whether a group has no name but the word for what it is. */
export function isUnnamed(title: string): boolean {
  return /^electives?$/i.test(title.trim());
}

/** What a group means for a learner, as a sentence, with the minutes that follow from it. */
export function ruleSentence(rule: ElectiveRule, minutes: readonly number[]): string {
  const span = spanInWords(electiveSpan(rule, minutes), formatMinutes);
  const these = `these ${counted(minutes.length, 'module', 'modules')}`;
  if (rule.by === 'credit')
    return `A learner takes as many of ${these} as give at least ${credits(rule.quarters)}: ${span}.`;
  if (rule.atLeast === minutes.length && minutes.length > 0)
    return `A learner takes all of ${these}: ${span}. There is nothing to choose.`;
  return `A learner takes any ${rule.atLeast} of ${these}: ${span}.`;
}

/** Why no learner can do what a group asks for, with the next step; null when it is within reach. */
export function ruleProblem(rule: ElectiveRule, minutes: readonly number[]): string | null {
  if (minutes.length === 0) return 'It holds no modules yet. Drag some into it.';
  if (isSatisfiable(rule, minutes)) return null;
  if (rule.by === 'count') {
    const held = counted(minutes.length, 'module', 'modules');
    return `Out of reach: it asks for ${rule.atLeast} and holds ${held}. Add ${rule.atLeast - minutes.length} more or ask for fewer.`;
  }
  const total = minutes.reduce((sum, one) => sum + one, 0);
  const lacking = rule.quarters * 15 - total;
  return `Out of reach: its modules give ${formatMinutes(total)} of the ${formatMinutes(rule.quarters * 15)} asked for. Add ${formatMinutes(lacking)} or ask for less.`;
}

function credits(quarters: number): string {
  return quarters === 4 ? '1 credit' : `${formatCredits(quarters)} credits`;
}

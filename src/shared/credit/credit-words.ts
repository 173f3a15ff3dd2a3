import { formatAmount, formatUnits } from './amounts.ts';
import type { CreditRule } from './credit-rule.ts';

/** What is wrong with a claim that was recorded, in one sentence, or null. */
export function claimProblem(
  rule: Pick<CreditRule, 'unitOne' | 'unitMany'>,
  claimedHundredths: number | null,
  earnedHundredths: number,
): string | null {
  if (claimedHundredths === null || claimedHundredths <= earnedHundredths) return null;
  const verb = claimedHundredths === 100 ? 'is' : 'are';
  return `${formatUnits(claimedHundredths, rule)} ${verb} claimed; ${formatAmount(earnedHundredths)} can be claimed now.`;
}

/** What is wrong with a claim of somebody whose profession at the activity may not have the credit; null without a claim. */
export function unfitProblem(
  rule: Pick<CreditRule, 'unitOne' | 'unitMany'>,
  claimedHundredths: number | null,
  profession: string,
): string | null {
  if (claimedHundredths === null) return null;
  const verb = claimedHundredths === 100 ? 'is' : 'are';
  return `${formatUnits(claimedHundredths, rule)} ${verb} claimed, and “${profession}” may not have this credit. Check the profession, or take the claim back.`;
}

/** What is wrong with a maximum, in one sentence, or null: sessions may have changed since it was set. */
export function maximumProblem(
  rule: Pick<CreditRule, 'unitOne' | 'unitMany' | 'basis'>,
  maximumHundredths: number,
  mostHundredths: number,
): string | null {
  if (maximumHundredths <= mostHundredths) return null;
  const giver = rule.basis === 'claimed' ? 'sessions and the AMA PRA maximum give' : 'sessions give';
  return `The maximum is ${formatUnits(maximumHundredths, rule)}; the ${giver} ${formatAmount(mostHundredths)}.`;
}

/** How a type rounds, for a sum or a sentence: `To the nearest quarter hour`, `Down to a whole credit`, `Down to 0.1`. */
export function roundingWords(
  rule: Pick<CreditRule, 'minutesPerUnit' | 'stepHundredths' | 'rounding' | 'unitOne'>,
): string {
  const nearest = rule.rounding === 'nearest';
  if (rule.stepHundredths === 25 && rule.minutesPerUnit === 60)
    return nearest ? 'To the nearest quarter hour' : 'Down to a quarter hour';
  if (rule.stepHundredths === 100)
    return nearest ? `To the nearest whole ${rule.unitOne}` : `Down to a whole ${rule.unitOne}`;
  return `${nearest ? 'To the nearest' : 'Down to'} ${formatAmount(rule.stepHundredths)}`;
}

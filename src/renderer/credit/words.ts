import type { CreditTypeContent } from '../../shared/contract/credit.ts';
import { PROFESSIONS, type Profession } from '../../shared/contract/primitives.ts';
import { formatAmount } from '../../shared/credit/amounts.ts';
import { sentenceCase } from '../../shared/format.ts';

/** Professions for a choice, as a coordinator reads them. */
export const PROFESSION_CHOICES: readonly { readonly value: Profession; readonly label: string }[] =
  PROFESSIONS.map((value) => ({ value, label: sentenceCase(value) }));

/** Who may have a credit: `Nurse, nurse practitioner`, `Everybody`. */
export function forWhom(professions: readonly string[]): string {
  return professions.length === 0 ? 'Everybody' : sentenceCase(professions.join(', '));
}

const ROUNDING = { nearest: 'nearest step', down: 'rounded down', office: 'as the office rounds' } as const;

/** What a type is computed from: `60 min = 1 contact hour`, `as claimed in AMA PRA credit`. */
export function basisInWords(type: CreditTypeContent): string {
  return type.basis === 'claimed'
    ? 'as claimed in AMA PRA credit'
    : `${type.minutesPerUnit} min = 1 ${type.unitOne}`;
}

/** How amounts are limited: `steps of 0.25 · rounded down · at most 8 a day`. */
export function stepsInWords(type: CreditTypeContent): string {
  return [
    `steps of ${formatAmount(type.stepHundredths)}`,
    ROUNDING[type.rounding],
    ...(type.dailyCapHundredths === null ? [] : [`at most ${formatAmount(type.dailyCapHundredths)} a day`]),
    ...(type.evaluationRequired ? ['evaluation first'] : []),
  ].join(' · ');
}

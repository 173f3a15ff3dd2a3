import type { Profession } from '../../shared/contract/primitives.ts';
import { PROFESSIONS } from '../../shared/contract/primitives.ts';
import { MONTHS } from '../../shared/format.ts';

/** Professions for a choice, as a coordinator reads them. */
export const PROFESSION_CHOICES: readonly { readonly value: Profession; readonly label: string }[] =
  PROFESSIONS.map((value) => ({ value, label: professionLabel(value) }));

/** `nurse practitioner` → `Nurse practitioner`. */
export function professionLabel(profession: Profession): string {
  return profession.charAt(0).toUpperCase() + profession.slice(1);
}

/** `11-09` → `November 9`; a day in two digits as the contract has it. */
export function birthdayInWords(monthDay: string): string {
  const [month = '', day = ''] = monthDay.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}`.trim();
}

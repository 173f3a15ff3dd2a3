import type { CredentialRecord, Sharing } from '../../shared/contract/people.ts';
import type { Profession } from '../../shared/contract/primitives.ts';
import { PROFESSIONS } from '../../shared/contract/primitives.ts';
import { formatDate, formatShortDate, MONTHS } from '../../shared/format.ts';

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

/** Answers to whether completions may be shared. */
export const SHARING_CHOICES: readonly { readonly value: Sharing; readonly label: string }[] = [
  { value: 'not asked', label: 'Not asked' },
  { value: 'given', label: 'Given' },
  { value: 'refused', label: 'Refused' },
];

/** The permission to share in a few words: `Given on November 9, 2026`. */
export function sharingInWords(sharing: Sharing, on: string): string {
  switch (sharing) {
    case 'not asked':
      return 'Not asked';
    case 'given':
      return `Given on ${formatDate(on)}`;
    case 'refused':
      return `Refused on ${formatDate(on)}`;
  }
}

/** A credential with its dates: `PhD, since Sep 12, 2014`. */
export function credentialInWords({ credential, since, until }: CredentialRecord): string {
  if (since !== null && until !== null)
    return `${credential}, ${formatShortDate(since)} – ${formatShortDate(until)}`;
  if (since !== null) return `${credential}, since ${formatShortDate(since)}`;
  return until === null ? credential : `${credential}, until ${formatShortDate(until)}`;
}

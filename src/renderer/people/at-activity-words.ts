import type { Person } from '../../shared/contract/people.ts';
import { counted } from '../../shared/format.ts';
import { professionLabel } from './words.ts';

/** What is said when a changed person is saved and activities keep what they have. */
export function keptInWords(kept: number): string {
  return `${counted(kept, 'activity', 'activities')} with credit claimed ${kept === 1 ? 'keeps' : 'keep'} profession and credentials; change them on this page if that is wrong.`;
}

/** Profession and credentials as they stand together: `nurse, RN`. */
export function standingInWords({
  profession,
  credentials,
}: Pick<Person, 'profession' | 'credentials'>): string {
  const label = professionLabel(profession).toLowerCase();
  return credentials === '' ? label : `${label}, ${credentials}`;
}

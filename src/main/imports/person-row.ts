import { PersonContent } from '../../shared/contract/people.ts';
import { monthDay, splitFullName, splitLicence } from '../../shared/imports/person-text.ts';
import { isNpi } from '../../shared/people/npi.ts';
import { findProfession } from '../../shared/people/profession.ts';
import type { DataRow } from './layout.ts';

/** A person as a row has it, or why the row cannot be one. */
export type PersonRow =
  | { readonly ok: true; readonly content: PersonContent; readonly notes: readonly string[] }
  | { readonly ok: false; readonly name: string; readonly email: string; readonly reason: string };

/** How a spreadsheet writes a number that is too long for its column: `1.23457E+09`. */
const ROUNDED = /^\d([.,]\d+)?E\+?\d+$/i;

/** Reads a person from a row. What is wrong but not needed is left out and said; what is needed makes the row an error. */
export function personFromRow({ fields }: DataRow): PersonRow {
  const text = (field: Parameters<typeof fields.get>[0]): string => fields.get(field) ?? '';
  const whole = splitFullName(text('fullName'));
  const givenName = text('givenName') || whole.givenName;
  const familyName = text('familyName') || whole.familyName;
  const name = `${givenName} ${familyName}`.trim();
  const email = text('email').toLowerCase();
  const wrong = (reason: string): PersonRow => ({ ok: false, name: name.slice(0, 200), email, reason });
  if (name === '') return wrong('The row has no name.');
  if (/^[=+@]/.test(givenName) || /^[=+@]/.test(familyName))
    return wrong('The name begins like a formula of a spreadsheet. Correct it in the file.');
  const npi = text('npi').replace(/[\s-]/g, '').replace(/\.0+$/, '');
  if (ROUNDED.test(npi))
    return wrong(
      `“${npi.slice(0, 20)}” is an NPI that a spreadsheet has rounded, so its digits are lost. Format the column as text, enter the NPI again and choose the file again.`,
    );
  if (npi !== '' && !isNpi(npi))
    return wrong(`“${npi.slice(0, 20)}” is not an NPI: ten digits with a right check digit are needed.`);
  const credentials = text('credentials') || whole.credentials;
  const notes: string[] = [];
  const rounded = ROUNDED.test(text('licence').replace(/^[A-Za-z]{2}[\s:-]+/, ''));
  if (rounded)
    notes.push(`The license “${text('licence').slice(0, 20)}” was rounded by a spreadsheet and is left out.`);
  const licence = rounded ? null : splitLicence(text('licence'));
  const birth = text('birthMonthDay');
  const birthMonthDay = birth === '' ? '' : monthDay(birth);
  if (birthMonthDay === null)
    notes.push(`“${birth.slice(0, 20)}” is no month and day of birth and is left out.`);
  const { profession, note } = findProfession(text('profession'), credentials);
  if (note !== '') notes.push(note);
  if (profession === null) notes.push('No profession is recognized; “other” is set.');
  const parsed = PersonContent.safeParse({
    givenName,
    familyName,
    credentials,
    profession: profession ?? 'other',
    specialty: text('specialty'),
    email,
    npi,
    licences: licence ? [licence] : [],
    birthMonthDay: birthMonthDay ?? '',
    notes: '',
  });
  if (parsed.success) return { ok: true, content: parsed.data, notes };
  const field = parsed.error.issues[0]?.path[0];
  if (field === 'email') return wrong(`“${email.slice(0, 60)}” is not an e-mail address.`);
  return wrong('A name or another cell is longer than 300 characters or holds characters that do not print.');
}

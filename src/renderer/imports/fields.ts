import type { ImportField } from '../../shared/contract/people.ts';

type Choice = { readonly value: ImportField; readonly label: string };

const PERSON: readonly Choice[] = [
  { value: 'fullName', label: 'Full name' },
  { value: 'givenName', label: 'Given name' },
  { value: 'familyName', label: 'Family name' },
  { value: 'email', label: 'E-mail' },
  { value: 'credentials', label: 'Credentials' },
  { value: 'profession', label: 'Profession' },
  { value: 'specialty', label: 'Specialty' },
  { value: 'npi', label: 'NPI' },
  { value: 'licence', label: 'License' },
  { value: 'birthMonthDay', label: 'Birthday' },
];
const PRESENCE: readonly Choice[] = [
  { value: 'joinTime', label: 'Join time' },
  { value: 'leaveTime', label: 'Leave time' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'attended', label: 'Attended' },
  { value: 'score', label: 'Assessment score' },
  { value: 'evaluation', label: 'Evaluation returned' },
];
const IGNORE: Choice = { value: 'ignore', label: 'Not used' };

/** What a column may hold, for a roster or a report of attendance. */
export function fieldChoices(kind: 'roster' | 'attendance', held: ImportField): readonly Choice[] {
  const choices = kind === 'roster' ? [IGNORE, ...PERSON] : [IGNORE, ...PERSON, ...PRESENCE];
  // What was recognised but does not matter here is still shown as what it is.
  const other = PRESENCE.find(({ value }) => value === held);
  return other && !choices.includes(other) ? [...choices, other] : choices;
}

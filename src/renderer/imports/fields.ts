import type { Competency } from '../../shared/contract/modules.ts';
import type { ImportField, Rehearsal } from '../../shared/contract/people.ts';
import { ratingOf } from '../../shared/imports/reflection-fields.ts';

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
const ANSWERS: readonly Choice[] = [
  { value: 'writtenOn', label: 'Written on' },
  { value: 'change', label: 'What will change' },
  { value: 'commitment', label: 'Commitment' },
  { value: 'followUpOn', label: 'Follow up on' },
  { value: 'outcome', label: 'Outcome' },
  { value: 'followedUpOn', label: 'Followed up on' },
];
const IGNORE: Choice = { value: 'ignore', label: 'Not used' };

/** What a column may hold in a file of this kind. */
export function fieldChoices(
  kind: Rehearsal['kind'],
  held: ImportField,
  competencies: readonly Pick<Competency, 'code' | 'name'>[] = [],
): readonly Choice[] {
  const choices = choicesOf(kind, competencies);
  if (choices.some(({ value }) => value === held)) return choices;
  // What was recognised but does not matter here is still shown as what it is.
  const other = [...PRESENCE, ...ANSWERS].find(({ value }) => value === held);
  const rating = ratingOf(held);
  const shown = other ?? (rating ? { value: held, label: `${rating.code} ${rating.side}` } : null);
  return shown ? [...choices, shown] : choices;
}

function choicesOf(
  kind: Rehearsal['kind'],
  competencies: readonly Pick<Competency, 'code' | 'name'>[],
): readonly Choice[] {
  switch (kind) {
    case 'roster':
      return [IGNORE, ...PERSON];
    case 'attendance':
      return [IGNORE, ...PERSON, ...PRESENCE];
    case 'reflections':
      return [IGNORE, ...PERSON, ...ANSWERS, ...competencies.flatMap(ratingChoices)];
  }
}

function ratingChoices({ code, name }: Pick<Competency, 'code' | 'name'>): readonly Choice[] {
  return [
    { value: `before:${code}`, label: `${code} before: ${name}` },
    { value: `after:${code}`, label: `${code} after: ${name}` },
  ];
}

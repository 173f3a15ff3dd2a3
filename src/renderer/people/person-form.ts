import { type UseFormReturnType, useForm } from '@mantine/form';
import { PersonContent } from '../../shared/contract/people.ts';
import type { Profession } from '../../shared/contract/primitives.ts';
import { isNpi } from '../../shared/people/npi.ts';

/** A person while being typed: the profession may be open, month and day stand apart. */
export type PersonValues = Omit<PersonContent, 'profession' | 'birthMonthDay'> & {
  readonly profession: Profession | '';
  readonly birthMonth: string;
  readonly birthDay: string;
};
export type PersonForm = UseFormReturnType<PersonValues>;

/** Where nothing is typed yet. */
export const NOBODY: PersonValues = {
  givenName: '',
  familyName: '',
  credentials: '',
  profession: '',
  specialty: '',
  email: '',
  npi: '',
  licences: [],
  birthMonth: '',
  birthDay: '',
  notes: '',
};

/** A recorded person as the form shows them. */
export function valuesOf(content: PersonContent): PersonValues {
  const { givenName, familyName, credentials, profession, specialty, email, npi, licences, notes } = content;
  const [birthMonth = '', birthDay = ''] = content.birthMonthDay.split('-');
  return {
    givenName,
    familyName,
    credentials,
    profession,
    specialty,
    email,
    npi,
    licences,
    notes,
    birthMonth,
    birthDay,
  };
}

/** Days that a month has; the 29th of February is a birthday. */
export function daysIn(month: string): number {
  return month === '' ? 31 : new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
}

/** The form of a person: one sentence beside each field that is not right, with the next step. */
export function usePersonForm(initialValues: PersonValues): PersonForm {
  return useForm<PersonValues>({
    initialValues,
    validate: {
      givenName: line,
      familyName: (value, { givenName }) =>
        value.trim() === '' && givenName.trim() === ''
          ? 'Enter the given name, the family name or both.'
          : line(value),
      credentials: line,
      profession: (value) =>
        value === '' ? 'Choose the profession. It decides which certificate this person may get.' : null,
      specialty: line,
      email: (value) =>
        value.trim() === '' || PersonContent.shape.email.safeParse(value.trim()).success
          ? null
          : 'This is not an e-mail address. Correct it, such as name@example.org, or leave it empty.',
      npi: (value) => npiFault(digits(value)),
      licences: {
        state: line,
        number: (value) => (value.trim() === '' ? 'Enter the number, or remove this license.' : line(value)),
      },
      birthDay: (value, { birthMonth }) => {
        if (value === '' && birthMonth !== '') return 'Choose the day too, or set the month to not known.';
        if (value !== '' && birthMonth === '') return 'Choose the month too, or set the day to not known.';
        return Number(value) > daysIn(birthMonth) ? 'This month has no such day.' : null;
      },
      notes: (value) => (value.length > 10_000 ? 'Shorten the notes to 10,000 characters.' : null),
    },
  });
}

/** What is sent, checked once more as a whole; fields that the contract refuses are marked and null is answered. */
export function contentOf(form: PersonForm): PersonContent | null {
  const { birthMonth, birthDay, ...values } = form.getValues();
  const parsed = PersonContent.safeParse({
    ...values,
    email: values.email.trim(),
    npi: digits(values.npi),
    birthMonthDay: birthMonth === '' ? '' : `${birthMonth}-${birthDay}`,
  });
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues)
    form.setFieldError(
      path[0] === 'birthMonthDay' ? 'birthDay' : path.join('.'),
      'This holds a character that cannot be printed. Type it again.',
    );
  return null;
}

function npiFault(npi: string): string | null {
  if (npi === '') return null;
  if (!/^\d{10}$/.test(npi)) return 'An NPI has exactly ten digits. Correct it or leave it empty.';
  return isNpi(npi)
    ? null
    : 'The check digit is wrong, so a digit was mistyped. Compare it with the source or leave it empty.';
}

/** Groups in which an identifier is often written close up again. */
function digits(text: string): string {
  return text.replace(/[\s-]/g, '');
}

function line(value: string): string | null {
  return value.trim().length > 300 ? 'Shorten this to 300 characters.' : null;
}

import { type UseFormReturnType, useForm } from '@mantine/form';
import { PersonContent } from '../../shared/contract/people.ts';
import type { Profession } from '../../shared/contract/primitives.ts';
import type { Board } from '../../shared/people/boards.ts';
import { isNpi } from '../../shared/people/npi.ts';
import { isOrcid, writtenOrcid } from '../../shared/people/orcid.ts';

/** A person while being typed: what is chosen may be open, dates may be empty, month and day stand apart. */
export type PersonValues = Omit<
  PersonContent,
  'profession' | 'birthMonthDay' | 'formerNames' | 'credentialRecords' | 'boardIds'
> & {
  readonly profession: Profession | '';
  readonly birthMonth: string;
  readonly birthDay: string;
  readonly formerNames: readonly { readonly name: string; readonly until: string }[];
  readonly credentialRecords: readonly {
    readonly credential: string;
    readonly since: string;
    readonly until: string;
  }[];
  readonly boardIds: readonly { readonly board: Board | ''; readonly id: string }[];
};
export type PersonForm = UseFormReturnType<PersonValues>;

/** Where nothing is typed yet. */
export const NOBODY: PersonValues = {
  givenName: '',
  middleName: '',
  familyName: '',
  suffix: '',
  displayName: '',
  formerNames: [],
  credentials: '',
  credentialRecords: [],
  profession: '',
  specialty: '',
  furtherSpecialties: [],
  email: '',
  furtherEmails: [],
  npi: '',
  furtherNpis: [],
  orcid: '',
  boardIds: [],
  nabpId: '',
  licences: [],
  birthMonth: '',
  birthDay: '',
  sharing: 'not asked',
  sharingOn: '',
  notes: '',
};

/** A recorded person as the form shows them. */
export function valuesOf(content: PersonContent): PersonValues {
  const [birthMonth = '', birthDay = ''] = content.birthMonthDay.split('-');
  return {
    givenName: content.givenName,
    middleName: content.middleName,
    familyName: content.familyName,
    suffix: content.suffix,
    displayName: content.displayName,
    formerNames: content.formerNames.map(({ name, until }) => ({ name, until: until ?? '' })),
    credentials: content.credentials,
    credentialRecords: content.credentialRecords.map(({ credential, since, until }) => ({
      credential,
      since: since ?? '',
      until: until ?? '',
    })),
    profession: content.profession,
    specialty: content.specialty,
    furtherSpecialties: content.furtherSpecialties,
    email: content.email,
    furtherEmails: content.furtherEmails,
    npi: content.npi,
    furtherNpis: content.furtherNpis,
    orcid: content.orcid,
    boardIds: content.boardIds,
    nabpId: content.nabpId,
    licences: content.licences,
    birthMonth,
    birthDay,
    sharing: content.sharing,
    sharingOn: content.sharingOn,
    notes: content.notes,
  };
}

/** Days that a month has; the 29th of February is a birthday. */
export function daysIn(month: string): number {
  return month === '' ? 31 : new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
}

const NOT_AN_ADDRESS =
  'This is not an e-mail address. Correct it, such as name@example.org, or leave it empty.';

/** The form of a person: one sentence beside each field that is not right, with the next step. */
export function usePersonForm(initialValues: PersonValues): PersonForm {
  return useForm<PersonValues>({
    initialValues,
    validate: {
      givenName: line,
      middleName: line,
      familyName: (value, { givenName }) =>
        value.trim() === '' && givenName.trim() === ''
          ? 'Enter the given name, the family name or both.'
          : line(value),
      suffix: line,
      displayName: line,
      formerNames: { name: (value) => needed(value, 'Enter the name, or remove this line.') },
      credentials: line,
      credentialRecords: {
        credential: (value) => needed(value, 'Enter the credential, or remove this line.'),
        until: (value, { credentialRecords }, path) => {
          const since = credentialRecords[lineOf(path)]?.since ?? '';
          return value !== '' && since !== '' && value < since
            ? 'This is before the day on which it was gained. Correct one of the two.'
            : null;
        },
      },
      profession: (value) =>
        value === '' ? 'Choose the profession. It decides which certificate this person may get.' : null,
      specialty: line,
      furtherSpecialties: (values) =>
        values.some((value) => value.trim().length > 300) ? 'Shorten this to 300 characters.' : null,
      email: (value) => (isAddressOrEmpty(value) ? null : NOT_AN_ADDRESS),
      furtherEmails: (values) => (values.every(isAddressOrEmpty) ? null : NOT_AN_ADDRESS),
      npi: (value) => npiFault(digits(value)),
      orcid: (value) => orcidFault(value),
      boardIds: {
        board: (value) => (value === '' ? 'Choose the board, or remove this line.' : null),
        id: (value) => needed(value, 'Enter the number, or remove this line.'),
      },
      nabpId: (value) =>
        /^\d{0,12}$/.test(digits(value))
          ? null
          : 'A NABP e-Profile ID has digits only. Correct it or leave it empty.',
      licences: {
        state: line,
        number: (value) => needed(value, 'Enter the number, or remove this license.'),
      },
      birthDay: (value, { birthMonth }) => {
        if (value === '' && birthMonth !== '') return 'Choose the day too, or set the month to not known.';
        if (value !== '' && birthMonth === '') return 'Choose the month too, or set the day to not known.';
        return Number(value) > daysIn(birthMonth) ? 'This month has no such day.' : null;
      },
      sharingOn: (value, { sharing }) =>
        sharing !== 'not asked' && value === '' ? 'Enter the day on which this was said.' : null,
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
    furtherEmails: filled(values.furtherEmails),
    furtherSpecialties: filled(values.furtherSpecialties),
    npi: digits(values.npi),
    nabpId: digits(values.nabpId),
    orcid: writtenOrcid(values.orcid),
    formerNames: values.formerNames.map(({ name, until }) => ({ name, until: until || null })),
    credentialRecords: values.credentialRecords.map(({ credential, since, until }) => ({
      credential,
      since: since || null,
      until: until || null,
    })),
    birthMonthDay: birthMonth === '' ? '' : `${birthMonth}-${birthDay}`,
    sharingOn: values.sharing === 'not asked' ? '' : values.sharingOn,
  });
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues)
    form.setFieldError(
      path[0] === 'birthMonthDay' ? 'birthDay' : path.join('.'),
      'This holds a character that cannot be printed, or a date that cannot be. Type it again.',
    );
  return null;
}

/** What is wrong with an NPI, digits only; null when it is right or empty. */
export function npiFault(npi: string): string | null {
  if (npi === '') return null;
  if (!/^\d{10}$/.test(npi)) return 'An NPI has exactly ten digits. Correct it or leave it empty.';
  return isNpi(npi)
    ? null
    : 'The check digit is wrong, so a digit was mistyped. Compare it with the source or leave it empty.';
}

/** What is wrong with an ORCID iD as typed; null when it is right or empty. */
export function orcidFault(text: string): string | null {
  const written = writtenOrcid(text);
  if (written === '' || isOrcid(written)) return null;
  return /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(written)
    ? 'The last character does not fit, so one was mistyped. Compare it with orcid.org or leave it empty.'
    : 'An ORCID iD has sixteen characters, such as 0000-0002-1825-0097. Correct it or leave it empty.';
}

/** Groups in which an identifier is often written close up again. */
export function digits(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/** Today on this computer, `YYYY-MM-DD`. */
export function todayHere(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

function isAddressOrEmpty(value: string): boolean {
  return PersonContent.shape.email.safeParse(value.trim()).success;
}

function filled(values: readonly string[]): readonly string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** The number of the line in a path such as `credentialRecords.2.until`. */
function lineOf(path: string): number {
  return Number(path.split('.')[1]);
}

function needed(value: string, sentence: string): string | null {
  return value.trim() === '' ? sentence : line(value);
}

function line(value: string): string | null {
  return value.trim().length > 300 ? 'Shorten this to 300 characters.' : null;
}

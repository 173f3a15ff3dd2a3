import { type UseFormReturnType, useForm } from '@mantine/form';
import { OfficeSettings, type Signatory } from '../../shared/contract/office.ts';

/** The settings while they are edited. */
export type OfficeForm = UseFormReturnType<OfficeSettings>;

/** How the office is accredited, in the coordinator's words. */
export const ACCREDITORS = [
  {
    value: 'accme',
    label: 'Accredited by the ACCME',
    description: 'The Accreditation Council for Continuing Medical Education accredits you directly.',
  },
  {
    value: 'state',
    label: 'Accredited by a state medical society',
    description: 'A recognized state accreditor accredits you; its name stands on every certificate.',
  },
  {
    value: 'joint',
    label: 'Joint Accreditation',
    description: 'Accredited by ACCME, ACPE and ANCC together for the health care team.',
  },
] as const;

/** A new office with a careful choice in every setting. */
export function newOffice(): OfficeSettings {
  return {
    providerName: '',
    address: '',
    accreditor: 'accme',
    stateSociety: '',
    logoAssetId: null,
    paper: 'letter',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    certificatePrefix: 'CME',
    rounding: 'nearest',
    fractionNoun: 'singular',
    signatories: [newSignatory()],
  };
}

/** A signature line to be filled in. */
export function newSignatory(): Signatory {
  return { id: null, name: '', title: '', imageAssetId: null };
}

/** The form behind first start and Office: one sentence per field that is not right. */
export function useOfficeForm(initialValues: OfficeSettings): OfficeForm {
  return useForm<OfficeSettings>({
    initialValues,
    validate: {
      providerName: (value) =>
        value.trim() === '' ? 'Give the name of your office as it stands on certificates.' : tooLong(value),
      address: (value) => (value.length > 2_000 ? 'Shorten the address: it is longer than a letter.' : null),
      stateSociety: (value, { accreditor }) =>
        accreditor === 'state' && value.trim() === ''
          ? 'Name the state medical society that accredits you.'
          : tooLong(value),
      timeZone: (value) => (value === '' ? 'Choose the time zone of your office.' : null),
      certificatePrefix: (value) =>
        /^[A-Z0-9]{2,8}$/.test(value) ? null : 'Use two to eight capital letters or digits, such as CME.',
      signatories: {
        name: (value) =>
          value.trim() === '' ? 'Give the name, or remove this signature line.' : tooLong(value),
        title: tooLong,
      },
    },
  });
}

/** What is sent: trimmed, and checked once more as a whole. Null when the contract would refuse it. */
export function settingsOf(form: OfficeForm): OfficeSettings | null {
  const parsed = OfficeSettings.safeParse(form.getValues());
  return parsed.success ? parsed.data : null;
}

function tooLong(value: string): string | null {
  return value.length > 300 ? 'Shorten this to 300 characters.' : null;
}

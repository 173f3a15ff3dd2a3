import type { MergeResult } from '../../shared/contract/people-merge.ts';
import { sentenceCase } from '../../shared/format.ts';
import type { MergeField } from '../../shared/people/merge.ts';
import { birthdayInWords } from './words.ts';

const LABELS: Readonly<Record<MergeField, string>> = {
  name: 'Name on the license',
  displayName: 'Name on certificates',
  credentials: 'Credentials',
  profession: 'Profession',
  specialty: 'Specialty',
  email: 'E-mail',
  npi: 'NPI',
  orcid: 'ORCID iD',
  nabpId: 'NABP e-Profile ID',
  birthMonthDay: 'Birthday',
  sharing: 'Permission to share',
};

/** How a field is called when two records are merged. */
export function mergeFieldLabel(field: MergeField): string {
  return LABELS[field];
}

/** A field's value as it is read: a birthday in words, a choice with a capital letter. */
export function mergeValueInWords(field: MergeField, value: string): string {
  if (value === '') return '';
  if (field === 'birthMonthDay') return birthdayInWords(value);
  return field === 'profession' || field === 'sharing' ? sentenceCase(value) : value;
}

/** What becomes of the value that does not stay. */
export function whereOtherGoes(field: MergeField): string {
  switch (field) {
    case 'name':
    case 'displayName':
      return 'The other stays as a former name.';
    case 'email':
      return 'The other stays as a further address.';
    case 'npi':
      return 'The other stays as a further NPI.';
    case 'specialty':
      return 'The other stays as a further specialty.';
    case 'credentials':
    case 'profession':
    case 'orcid':
    case 'nabpId':
    case 'birthMonthDay':
    case 'sharing':
      return 'The other goes into the notes.';
  }
}

/** How a result of an activity is called. */
export function mergeResultLabel(result: MergeResult): string {
  switch (result) {
    case 'assessment':
      return 'Assessment';
    case 'evaluation':
      return 'Evaluation returned';
    case 'claim':
      return 'Credit claimed';
  }
}

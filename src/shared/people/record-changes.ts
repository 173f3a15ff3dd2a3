import { formatShortDate, MONTHS, sentenceCase } from '../format.ts';

/** A row of people as the history keeps it: the columns that it had at the time. */
export type RecordedRow = Readonly<Record<string, unknown>>;

/** A field that reads otherwise after an act; empty where nothing was said. */
export type FieldChange = { readonly label: string; readonly before: string; readonly after: string };

/** Columns in the order in which a record is read, and how each is said. Keys and ids say nothing to a person. */
const FIELDS: readonly (readonly [column: string, label: string, words: (value: unknown) => string])[] = [
  ['given_name', 'Given name', text],
  ['middle_name', 'Middle name', text],
  ['family_name', 'Family name', text],
  ['suffix', 'Suffix', text],
  ['display_name', 'Name on certificates', text],
  ['former_names', 'Former names', (value) => entries(value, (one) => dated(part(one, 'name'), one))],
  ['credentials', 'Credentials', text],
  [
    'credential_records',
    'Dated credentials',
    (value) => entries(value, (one) => dated(part(one, 'credential'), one)),
  ],
  ['profession', 'Profession', (value) => sentenceCase(text(value))],
  ['specialty', 'Specialty', text],
  ['further_specialties', 'Further specialties', (value) => entries(value, text)],
  ['email', 'E-mail', text],
  ['further_emails', 'Further addresses', (value) => entries(value, text)],
  ['npi', 'NPI', text],
  ['further_npis', 'Further NPIs', (value) => entries(value, text)],
  ['orcid', 'ORCID iD', text],
  ['board_ids', 'Board IDs', (value) => entries(value, (one) => `${part(one, 'board')} ${part(one, 'id')}`)],
  ['nabp_id', 'NABP e-Profile ID', text],
  [
    'licences',
    'Licenses',
    (value) => entries(value, (one) => `${part(one, 'state')} ${part(one, 'number')}`.trim()),
  ],
  ['birth_month_day', 'Birthday', birthday],
  ['sharing', 'Permission to share', (value) => sentenceCase(text(value))],
  [
    'sharing_on',
    'Day of the permission',
    (value) => (text(value) === '' ? '' : formatShortDate(text(value))),
  ],
  ['notes', 'Notes', text],
];

/**
 * The fields of a person that an act changed, in words. A column that a row of an earlier version did not have counts as
 * empty, and a permission that nobody asked for as nothing said.
 */
export function recordChanges(before: RecordedRow, after: RecordedRow): readonly FieldChange[] {
  return FIELDS.map(([column, label, words]) => ({
    label,
    before: words(before[column] ?? (column === 'sharing' ? 'not asked' : '')),
    after: words(after[column] ?? (column === 'sharing' ? 'not asked' : '')),
  })).filter((field) => field.before !== field.after);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A list that is kept as JSON, one entry after the other. */
function entries(value: unknown, words: (entry: unknown) => string): string {
  if (typeof value !== 'string' || value === '') return '';
  const list: unknown = JSON.parse(value);
  return Array.isArray(list) ? list.map(words).join('; ') : '';
}

function part(entry: unknown, name: string): string {
  if (typeof entry !== 'object' || entry === null) return '';
  return text(Object.entries(entry).find(([key]) => key === name)?.[1]);
}

function dated(words: string, entry: unknown): string {
  const [since, until] = [part(entry, 'since'), part(entry, 'until')];
  return [
    words,
    ...(since === '' ? [] : [`since ${formatShortDate(since)}`]),
    ...(until === '' ? [] : [`until ${formatShortDate(until)}`]),
  ].join(' ');
}

function birthday(value: unknown): string {
  const [month = '', day = ''] = text(value).split('-');
  return month === '' ? '' : `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}`;
}

import type { PersonContent } from '../contract/people.ts';
import { formatShortDate } from '../format.ts';
import { emailKey, fullName, knownNames, nameWords, printedName } from './name.ts';

/** Fields of which one record's value stays; all others are united. */
export const MERGE_FIELDS = [
  'name',
  'displayName',
  'credentials',
  'profession',
  'specialty',
  'email',
  'npi',
  'orcid',
  'nabpId',
  'birthMonthDay',
  'sharing',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Which record's value stays: the one that is kept, or the other that goes into it. */
export type Side = 'keep' | 'other';
export type MergeChoices = Readonly<Partial<Record<MergeField, Side>>>;

/** What a record says in a field, in words; empty when it says nothing. */
export function fieldValue(person: PersonContent, field: MergeField): string {
  switch (field) {
    case 'name':
      return fullName(person);
    case 'sharing':
      return person.sharing === 'not asked'
        ? ''
        : `${person.sharing} on ${formatShortDate(person.sharingOn)}`;
    case 'profession':
      return person.profession;
    case 'displayName':
    case 'credentials':
    case 'specialty':
    case 'email':
    case 'npi':
    case 'orcid':
    case 'nabpId':
    case 'birthMonthDay':
      return person[field];
  }
}

/** The fuller of two values: the one that says something, for names the longer, for a permission the later; else the kept one. */
export function fullerSide(keep: PersonContent, other: PersonContent, field: MergeField): Side {
  const [mine, theirs] = [fieldValue(keep, field), fieldValue(other, field)];
  if (theirs === '' || mine === theirs) return 'keep';
  if (mine === '') return 'other';
  switch (field) {
    case 'name':
    case 'credentials':
      return theirs.length > mine.length ? 'other' : 'keep';
    case 'profession':
      return mine === 'other' ? 'other' : 'keep';
    case 'sharing':
      return other.sharingOn > keep.sharingOn ? 'other' : 'keep';
    case 'displayName':
    case 'specialty':
    case 'email':
    case 'npi':
    case 'orcid':
    case 'nabpId':
    case 'birthMonthDay':
      return 'keep';
  }
}

/** Fields in which the records differ and both say something, or only one does; with the side that stays unless chosen. */
export function mergeFields(
  keep: PersonContent,
  other: PersonContent,
): readonly {
  readonly field: MergeField;
  readonly keep: string;
  readonly other: string;
  readonly choice: Side;
}[] {
  return MERGE_FIELDS.map((field) => ({
    field,
    keep: fieldValue(keep, field),
    other: fieldValue(other, field),
    choice: fullerSide(keep, other, field),
  })).filter((one) => one.keep !== one.other);
}

/**
 * One record of two. What does not stay in its field is kept where it is found again: names as former names, addresses and
 * NPIs as further ones, a specialty as a further one, everything else in the notes.
 */
export function mergedContent(
  keep: PersonContent,
  other: PersonContent,
  choices: MergeChoices,
): PersonContent {
  const side = (field: MergeField): Side => choices[field] ?? fullerSide(keep, other, field);
  const from = (field: MergeField): PersonContent => (side(field) === 'keep' ? keep : other);
  const name = from('name');
  const merged: PersonContent = {
    givenName: name.givenName,
    middleName: name.middleName,
    familyName: name.familyName,
    suffix: name.suffix,
    displayName: from('displayName').displayName,
    formerNames: [],
    credentials: from('credentials').credentials,
    credentialRecords: unite(keep.credentialRecords, other.credentialRecords, (one) => JSON.stringify(one)),
    profession: from('profession').profession,
    specialty: from('specialty').specialty,
    furtherSpecialties: [],
    email: from('email').email,
    furtherEmails: [],
    npi: from('npi').npi,
    furtherNpis: [],
    orcid: from('orcid').orcid,
    boardIds: unite(keep.boardIds, other.boardIds, ({ board, id }) => `${board} ${id}`),
    nabpId: from('nabpId').nabpId,
    licences: unite(keep.licences, other.licences, ({ state, number }) => `${state} ${number}`.toLowerCase()),
    birthMonthDay: from('birthMonthDay').birthMonthDay,
    sharing: from('sharing').sharing,
    sharingOn: from('sharing').sharingOn,
    notes: '',
  };
  return {
    ...merged,
    formerNames: formerNames(keep, other, merged),
    furtherSpecialties: others(
      [keep.specialty, ...keep.furtherSpecialties, other.specialty, ...other.furtherSpecialties],
      merged.specialty,
      (value) => value.toLowerCase(),
    ),
    furtherEmails: others(
      [keep.email, ...keep.furtherEmails, other.email, ...other.furtherEmails],
      merged.email,
      emailKey,
    ),
    furtherNpis: others(
      [keep.npi, ...keep.furtherNpis, other.npi, ...other.furtherNpis],
      merged.npi,
      (value) => value,
    ),
    notes: notes(keep, other, merged),
  };
}

const IN_NOTES: readonly (readonly [MergeField, string])[] = [
  ['credentials', 'credentials'],
  ['profession', 'profession'],
  ['orcid', 'ORCID iD'],
  ['nabpId', 'NABP e-Profile ID'],
  ['birthMonthDay', 'month and day of birth'],
  ['sharing', 'permission to share'],
];

function notes(keep: PersonContent, other: PersonContent, merged: PersonContent): string {
  const stayed = [keep, other].flatMap((person) =>
    IN_NOTES.flatMap(([field, label]) => {
      const value = fieldValue(person, field);
      return value === '' || value === fieldValue(merged, field) ? [] : [`${label} ${value}`];
    }),
  );
  return [
    keep.notes,
    other.notes === keep.notes ? '' : other.notes,
    stayed.length === 0
      ? ''
      : `Merged with the record of ${printedName(other)}, which had: ${stayed.join('; ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formerNames(
  keep: PersonContent,
  other: PersonContent,
  merged: PersonContent,
): PersonContent['formerNames'] {
  const known = new Set([...knownNames({ ...merged, formerNames: [] })].map(nameWords));
  const names = [
    ...keep.formerNames,
    ...other.formerNames,
    ...[fullName(keep), keep.displayName, fullName(other), other.displayName].map((name) => ({
      name,
      until: null,
    })),
  ];
  return unite(
    names.filter(({ name }) => name !== '' && !known.has(nameWords(name))),
    [],
    ({ name }) => nameWords(name),
  );
}

/** Everything that is there, once, without what stands in the field itself. */
function others(values: readonly string[], first: string, key: (value: string) => string): string[] {
  return unite(
    values.filter((value) => value !== '' && key(value) !== key(first)),
    [],
    key,
  );
}

function unite<T>(some: readonly T[], more: readonly T[], key: (value: T) => string): T[] {
  return [
    ...new Map([...some, ...more].toReversed().map((value) => [key(value), value])).values(),
  ].toReversed();
}

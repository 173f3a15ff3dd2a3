import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  BoardId,
  CredentialRecord,
  FormerName,
  Licence,
  PersonContent,
  Sharing,
} from '../../shared/contract/people.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { emailKey, nameWords, printedName, searchKey, sortKey } from '../../shared/people/name.ts';
import type { Schema } from '../database/index.ts';

/** A row of `people`. */
export type PersonRow = Selectable<Schema['people']>;
type PersonColumns = Omit<PersonRow, 'id' | 'created_at' | 'merged_into_id'>;

const LISTS = {
  licences: z.array(Licence),
  formerNames: z.array(FormerName),
  credentialRecords: z.array(CredentialRecord),
  texts: z.array(z.string()),
  boardIds: z.array(BoardId),
};

/** A person's own fields, as the contract shows them. */
export function personContent(row: PersonRow): PersonContent {
  return {
    givenName: row.given_name,
    middleName: row.middle_name,
    familyName: row.family_name,
    suffix: row.suffix,
    displayName: row.display_name,
    formerNames: list(LISTS.formerNames, row.former_names),
    credentials: row.credentials,
    credentialRecords: list(LISTS.credentialRecords, row.credential_records),
    profession: Profession.parse(row.profession),
    specialty: row.specialty,
    furtherSpecialties: list(LISTS.texts, row.further_specialties),
    email: row.email,
    furtherEmails: list(LISTS.texts, row.further_emails),
    npi: row.npi,
    furtherNpis: list(LISTS.texts, row.further_npis),
    orcid: row.orcid,
    boardIds: list(LISTS.boardIds, row.board_ids),
    nabpId: row.nabp_id,
    licences: list(LISTS.licences, row.licences),
    birthMonthDay: row.birth_month_day,
    sharing: Sharing.parse(row.sharing),
    sharingOn: row.sharing_on,
    notes: row.notes,
  };
}

/** What a list shows of everybody: the name as certificates print it, and what tells people of one name apart. */
export function personLine({ credentials, profession, specialty, email, npi, ...content }: PersonContent) {
  return { name: printedName(content), credentials, profession, specialty, email, npi };
}

/** The columns of a person, with the keys that lists, imports and search go by. */
export function personColumns(content: PersonContent): PersonColumns {
  return {
    given_name: content.givenName,
    middle_name: content.middleName,
    family_name: content.familyName,
    suffix: content.suffix,
    display_name: content.displayName,
    former_names: JSON.stringify(content.formerNames),
    credentials: content.credentials,
    credential_records: JSON.stringify(content.credentialRecords),
    profession: content.profession,
    specialty: content.specialty,
    further_specialties: JSON.stringify(content.furtherSpecialties),
    email: content.email,
    email_key: emailKey(content.email),
    further_emails: JSON.stringify(content.furtherEmails),
    npi: content.npi,
    further_npis: JSON.stringify(content.furtherNpis),
    orcid: content.orcid,
    board_ids: JSON.stringify(content.boardIds),
    nabp_id: content.nabpId,
    licences: JSON.stringify(content.licences),
    birth_month_day: content.birthMonthDay,
    sharing: content.sharing,
    sharing_on: content.sharingOn,
    notes: content.notes,
    sort_key: sortKey(content),
    search_key: searchKey(content),
    known_by: JSON.stringify(knownBy(content)),
  };
}

/** A change laid over what is recorded: what it leaves out stays. */
export function changedContent(before: PersonContent, change: object): PersonContent {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return PersonContent.parse({ ...before, ...Object.fromEntries(said) });
}

/** What else a person is found by: further addresses and NPIs, and former names. */
function knownBy(content: PersonContent): readonly (readonly [string, string])[] {
  return [
    ...content.furtherEmails.map((email) => ['email', emailKey(email)] as const),
    ...content.furtherNpis.map((npi) => ['npi', npi] as const),
    ...content.formerNames.map(({ name }) => ['name', nameWords(name)] as const),
  ];
}

/** Most people have no such entries; an empty list is not worth parsing. */
function list<T>(schema: z.ZodType<T[]>, text: string): T[] {
  return text === '[]' ? [] : schema.parse(JSON.parse(text));
}

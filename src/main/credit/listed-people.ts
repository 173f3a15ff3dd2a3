import type { z } from 'zod';
import { type FileOutput, Profession } from '../../shared/contract/primitives.ts';
import { toCsv } from '../../shared/curricula/csv.ts';
import { RoundsError } from '../../shared/errors.ts';
import { fold, fullName } from '../../shared/people/name.ts';

/** Columns of {@link ListedPerson}. */
export const PERSON_COLUMNS = 'people.id, given_name, family_name, credentials, profession, email, sort_key';

/** A person as lists of credit read one. */
export type ListedPerson = {
  readonly id: number;
  readonly given_name: string;
  readonly family_name: string;
  readonly credentials: string;
  readonly profession: string;
  readonly email: string;
  readonly sort_key: string;
};

/** Who it is, in a row of a list. */
export function personOf(row: ListedPerson) {
  return {
    personId: row.id,
    name: nameOf(row),
    credentials: row.credentials,
    profession: Profession.parse(row.profession),
  };
}

/** Headings of {@link personCells}. */
export const PERSON_HEADINGS = ['Name', 'Credentials', 'Profession', 'E-mail'] as const;

/** The first cells of a person's row in a table file. */
export function personCells(row: ListedPerson): readonly string[] {
  return [nameOf(row), row.credentials, row.profession, row.email];
}

/** A table as a file that a spreadsheet opens with its accents right; text that looks like a formula is made harmless. */
export function csvFile(fileName: string, rows: readonly (readonly (string | number)[])[]): FileOutput {
  return {
    fileName,
    mediaType: 'text/csv',
    base64: Buffer.from(`\u{FEFF}${toCsv(rows)}`, 'utf8').toString('base64'),
  };
}

/** Conditions on people that a filter asks for, with their values. */
export function peopleConditions(filter: { readonly text: string }): {
  readonly conditions: readonly string[];
  readonly values: readonly string[];
} {
  const words = fold(filter.text)
    .split(' ')
    .filter((word) => word !== '');
  return { conditions: words.map(() => 'instr(people.search_key, ?) > 0'), values: words };
}

/** What a list goes on from. @throws RoundsError `request/invalid` */
export function readCursor<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new RoundsError('request/invalid', 'The list could not be read on from here. Reload it.');
  }
}

function nameOf(row: ListedPerson): string {
  return fullName({ givenName: row.given_name, familyName: row.family_name });
}

import { printedName } from '../../shared/people/name.ts';

/** The columns of `people` that make up a name. */
export const NAME_COLUMNS = 'given_name, middle_name, family_name, suffix, display_name';

/** What {@link NAME_COLUMNS} select. */
export type NamedRow = {
  readonly given_name: string;
  readonly middle_name: string;
  readonly family_name: string;
  readonly suffix: string;
  readonly display_name: string;
};

/** The name of a row as lists show it and certificates print it. */
export function rowName(row: NamedRow): string {
  return printedName({
    givenName: row.given_name,
    middleName: row.middle_name,
    familyName: row.family_name,
    suffix: row.suffix,
    displayName: row.display_name,
  });
}

/**
 * A condition on `enrolments`: leaves out those that stay with a merged record only because certificates name them, none of
 * which is in force.
 */
export const ENROLMENT_COUNTS = 'person_id NOT IN (SELECT id FROM people WHERE merged_into_id IS NOT NULL)';

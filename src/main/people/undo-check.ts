import { RoundsError } from '../../shared/errors.ts';
import { fullName } from '../../shared/people/name.ts';
import type { UndoCheck } from '../database/index.ts';

type Shared = {
  readonly value: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly otherGiven: string;
  readonly otherFamily: string;
};

/**
 * `known` is the kind under which further addresses and numbers of a person are kept, and `list` the column that shows them;
 * null where there are none. Former names are known too, and may be those of many.
 */
const IDENTIFIERS = [
  { key: 'email_key', shown: 'email', words: 'address', known: 'email', list: 'further_emails' },
  { key: 'npi', shown: 'npi', words: 'NPI', known: 'npi', list: 'further_npis' },
  { key: 'orcid', shown: 'orcid', words: 'ORCID iD', known: null, list: null },
] as const;
type Known = Exclude<(typeof IDENTIFIERS)[number], { readonly known: null }>;

/**
 * An undo gives nobody an e-mail address, an NPI or an ORCID iD that somebody else has by now, be it the first or a further
 * one: imports find people by them.
 */
export const nobodySharesIdentifiers: UndoCheck = (read, changeId) => (undone) => {
  for (const identifier of IDENTIFIERS) {
    const [shared] = [
      ...read.rows<Shared>(firstOnesGivenBack(identifier), identifier.known, changeId),
      ...(identifier.known === null
        ? []
        : read.rows<Shared>(furtherOnesGivenBack(identifier), identifier.known, changeId, identifier.known)),
    ];
    if (!shared) continue;
    const own = fullName(shared);
    const name = fullName({ givenName: shared.otherGiven, familyName: shared.otherFamily });
    const other = name === own ? 'another person of that name' : name;
    throw new RoundsError(
      'changes/cannot-undo',
      `“${undone}” cannot be undone: ${own} would get back the ${identifier.words} ${shared.value}, which ${other} has now. Take it away from ${other} first.`,
    );
  }
};

const NAMES = `own.given_name AS givenName, own.family_name AS familyName,
  other.given_name AS otherGiven, other.family_name AS otherFamily`;

/** Whoever else has a key as the first or as a further one; `?` is the kind of the further ones. */
function othersWith(key: string, value: string): string {
  return `JOIN people AS other ON other.id <> own.id AND ${value} <> '' AND other.id IN (
    SELECT id FROM people WHERE ${key} = ${value}
    UNION ALL SELECT person_id FROM person_keys WHERE kind = ? AND key = ${value})`;
}

function firstOnesGivenBack({ key, shown }: (typeof IDENTIFIERS)[number]): string {
  return `SELECT own.${shown} AS value, ${NAMES}
    FROM audit CROSS JOIN people AS own ON own.id = audit.entity_key ->> 'id' ${othersWith(key, `own.${key}`)}
    WHERE audit.change_id = ? AND audit.entity = 'people' AND before ->> '${key}' IS NOT after ->> '${key}'
    ORDER BY audit.id LIMIT 1`;
}

function furtherOnesGivenBack({ key, list }: Known): string {
  return `SELECT coalesce((SELECT value FROM json_each(own.${list}) WHERE lower(trim(value)) = pair.value ->> 1),
      pair.value ->> 1) AS value, ${NAMES}
    FROM audit CROSS JOIN people AS own ON own.id = audit.entity_key ->> 'id'
      CROSS JOIN json_each(own.known_by) AS pair ${othersWith(key, '(pair.value ->> 1)')}
    WHERE audit.change_id = ? AND audit.entity = 'people' AND before ->> 'known_by' IS NOT after ->> 'known_by'
      AND pair.value ->> 0 = ? AND NOT EXISTS (
        SELECT 1 FROM json_each(coalesce(after ->> 'known_by', '[]')) AS had WHERE had.value = pair.value)
    ORDER BY audit.id LIMIT 1`;
}

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

/** `known` is the kind under which further addresses and numbers of a person are kept; null where there are none. */
const IDENTIFIERS = [
  { key: 'email_key', shown: 'email', words: 'address', known: 'email' },
  { key: 'npi', shown: 'npi', words: 'NPI', known: 'npi' },
  { key: 'orcid', shown: 'orcid', words: 'ORCID iD', known: null },
] as const;

/** An undo gives nobody an e-mail address, an NPI or an ORCID iD that somebody else has by now: imports find people by them. */
export const nobodySharesIdentifiers: UndoCheck = (read, changeId) => (undone) => {
  for (const { key, shown, words, known } of IDENTIFIERS) {
    const [shared] = read.rows<Shared>(
      `SELECT own.${shown} AS value, own.given_name AS givenName, own.family_name AS familyName,
         other.given_name AS otherGiven, other.family_name AS otherFamily
       FROM audit CROSS JOIN people AS own ON own.id = audit.entity_key ->> 'id'
         JOIN people AS other ON other.id <> own.id AND own.${key} <> '' AND other.id IN (
           SELECT id FROM people WHERE ${key} = own.${key}
           UNION ALL SELECT person_id FROM person_keys WHERE kind = ? AND key = own.${key})
       WHERE audit.change_id = ? AND audit.entity = 'people' AND before ->> '${key}' IS NOT after ->> '${key}'
       ORDER BY audit.id LIMIT 1`,
      known,
      changeId,
    );
    if (!shared) continue;
    const own = fullName(shared);
    const name = fullName({ givenName: shared.otherGiven, familyName: shared.otherFamily });
    const other = name === own ? 'another person of that name' : name;
    throw new RoundsError(
      'changes/cannot-undo',
      `“${undone}” cannot be undone: ${own} would get back the ${words} ${shared.value}, which ${other} has now. Take it away from ${other} first.`,
    );
  }
};

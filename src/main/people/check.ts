import type { PersonContent } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { emailKey, fullName, printedName } from '../../shared/people/name.ts';
import { isNpi } from '../../shared/people/npi.ts';
import { isOrcid } from '../../shared/people/orcid.ts';
import type { Reader } from '../database/index.ts';
import { type Identifier, peopleWith } from './find.ts';
import { personContent } from './person-row.ts';

/**
 * What must be right in a person before it is written. `id` is the person's own, null for a new one.
 * @throws RoundsError `people/email-in-use` with the field, `request/invalid`
 */
export function checkPerson(read: Reader, content: PersonContent, id: number | null): void {
  if (fullName(content) === '')
    throw new RoundsError(
      'request/invalid',
      'A person needs a name. Enter the given name, the family name or both.',
    );
  for (const npi of [content.npi, ...content.furtherNpis])
    if (npi !== '' && !isNpi(npi))
      throw new RoundsError(
        'request/invalid',
        `${npi} is not an NPI: an NPI begins with 1 or 2 and ends with a check digit that fits. Correct it or leave it empty.`,
      );
  if (content.orcid !== '' && !isOrcid(content.orcid))
    throw new RoundsError(
      'request/invalid',
      `${content.orcid} is not an ORCID iD: its last character does not fit. Correct it or leave it empty.`,
    );
  if ((content.sharing === 'not asked') !== (content.sharingOn === ''))
    throw new RoundsError(
      'request/invalid',
      content.sharingOn === ''
        ? 'Enter the day on which the permission to share was given or refused.'
        : 'A day of the permission to share needs an answer: given or refused.',
    );
  const backwards = content.credentialRecords.find(
    ({ since, until }) => since !== null && until !== null && until < since,
  );
  if (backwards)
    throw new RoundsError(
      'request/invalid',
      `${backwards.credential} is held until a day before it was gained. Correct one of the two dates.`,
    );
  requireFree(read, content, id);
}

/** E-mail, NPI and ORCID belong to one person, be they first or further ones: imports find people by them. */
function requireFree(read: Reader, content: PersonContent, id: number | null): void {
  const claims: readonly (readonly [Identifier, string, string, string])[] = [
    ['email', content.email, 'email', 'address'],
    ...content.furtherEmails.map((email) => ['email', email, 'furtherEmails', 'address'] as const),
    ['npi', content.npi, 'npi', 'NPI'],
    ...content.furtherNpis.map((npi) => ['npi', npi, 'furtherNpis', 'NPI'] as const),
    ['orcid', content.orcid, 'orcid', 'ORCID iD'],
  ];
  for (const [identifier, value, field, words] of claims) {
    const other = peopleWith(read, identifier, value).find((row) => row.id !== id);
    if (other)
      throw new RoundsError(
        'people/email-in-use',
        `${printedName(personContent(other))} already has the ${words} ${value}. Edit that person instead.`,
        { field, personId: other.id },
      );
  }
  const twice = content.furtherEmails.find(
    (email, index) =>
      emailKey(email) === emailKey(content.email) ||
      content.furtherEmails.findIndex((other) => emailKey(other) === emailKey(email)) !== index,
  );
  if (twice !== undefined)
    throw new RoundsError(
      'request/invalid',
      `The address ${twice} is there twice. Remove it from the further addresses.`,
    );
}

import { formatUnits, hundredthsFromQuarters } from '../../shared/credit/amounts.ts';
import { mayHave } from '../../shared/credit/credit-rule.ts';
import { RoundsError } from '../../shared/errors.ts';
import { printedName } from '../../shared/people/name.ts';
import { listTypes, otherClaims } from '../credit/index.ts';
import type { Reader, Writer } from '../database/index.ts';
import { requirePerson } from './find.ts';
import { personContent } from './person-row.ts';

type Enrolled = {
  readonly id: number;
  readonly title: string;
  readonly claimed_quarters: number | null;
  readonly certified: 0 | 1;
};

/**
 * Gives an activity the profession and credentials that the person has today, where it kept those under which credit was
 * claimed. A claim that they may not have stands against it.
 * @throws RoundsError `people/not-found`, `enrolments/not-found`, `enrolments/has-certificate`, `credit/not-for-profession`
 */
export function followAtActivity(write: Writer, personId: number, activityId: number): void {
  const row = requirePerson(write, personId);
  const content = personContent(row);
  const [enrolled] = write.rows<Enrolled>(
    `SELECT enrolments.id, title, claimed_quarters,
       EXISTS (SELECT 1 FROM certificates WHERE enrolment_id = enrolments.id) AS certified
     FROM enrolments JOIN activities ON activities.id = activity_id WHERE person_id = ? AND activity_id = ?`,
    row.id,
    activityId,
  );
  const name = printedName(content);
  if (!enrolled)
    throw new RoundsError(
      'enrolments/not-found',
      `${name} is not enrolled in this activity any more. Reload the page.`,
    );
  if (enrolled.certified === 1)
    throw new RoundsError(
      'enrolments/has-certificate',
      `A certificate of “${enrolled.title}” was issued to ${name} as recorded then. Open the certificate to correct and re-issue it.`,
    );
  const unfit = unfitClaim(write, enrolled, content.profession);
  if (unfit !== null)
    throw new RoundsError(
      'credit/not-for-profession',
      `${unfit} at “${enrolled.title}”, and this credit is not for the profession “${content.profession}”. Take the claim back there first, under Completion.`,
    );
  write.describe(`Took today’s profession and credentials of ${name} over to “${enrolled.title}”`);
  write.update(
    'enrolments',
    { id: enrolled.id },
    { profession: content.profession, credentials: content.credentials },
  );
}

/** A claim that a profession may not have, in words: `2.75 contact hours of Nursing contact hours are claimed`. */
function unfitClaim(read: Reader, enrolled: Enrolled, profession: string): string | null {
  const claims = otherClaims(read, enrolled.id);
  for (const type of listTypes(read)) {
    const own = enrolled.claimed_quarters === null ? null : hundredthsFromQuarters(enrolled.claimed_quarters);
    const claimed = type.ama ? own : (claims.get(type.id) ?? null);
    if (claimed !== null && !mayHave(type, profession))
      return `${formatUnits(claimed, type)} of ${type.name} ${claimed === 100 ? 'is' : 'are'} claimed`;
  }
  return null;
}

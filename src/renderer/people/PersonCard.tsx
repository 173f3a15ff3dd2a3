import { Link } from 'wouter';
import type { PersonInPair } from '../../shared/contract/people-merge.ts';
import { formatCount } from '../../shared/format.ts';
import classes from './Duplicates.module.css';
import { birthdayInWords, professionLabel } from './words.ts';

/** What is known of one of a pair; what reads the same in both is marked, and not by its colour alone. */
export function PersonCard({
  person,
  against,
}: {
  readonly person: PersonInPair;
  readonly against: PersonInPair;
}) {
  const facts: readonly (readonly [string, string, string])[] = [
    ['E-mail', person.email, against.email],
    ['NPI', person.npi, against.npi],
    ['License', person.licences, against.licences],
    [
      'Birthday',
      person.birthMonthDay && birthdayInWords(person.birthMonthDay),
      against.birthMonthDay && birthdayInWords(against.birthMonthDay),
    ],
    ['Specialty', person.specialty, against.specialty],
    ['Activities', formatCount(person.activities), ''],
  ];
  return (
    <div className={classes.person}>
      <Link href={`/people/${person.id}`} className={classes.name ?? ''}>
        {person.credentials ? `${person.name}, ${person.credentials}` : person.name}
      </Link>
      <div className={classes.soft}>{professionLabel(person.profession)}</div>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value, other]) => (
            <div key={label} data-same={value === other || undefined}>
              <dt>{label}</dt>
              <dd>{value === other ? `${value} (same)` : value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

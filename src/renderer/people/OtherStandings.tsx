import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Person } from '../../shared/contract/people.ts';
import { useCommand } from '../api/index.ts';
import { FaultNotice } from '../components/index.ts';
import { standingInWords } from './at-activity-words.ts';
import classes from './People.module.css';

/** Activities without a certificate that keep another profession or other credentials, each with the way to change that. */
export function OtherStandings({ person }: { readonly person: Person }) {
  const follow = useCommand('people.followAtActivity');
  const entries = person.history.filter(
    (entry) =>
      entry.certificateId === null &&
      (entry.profession !== person.profession || entry.credentials !== person.credentials),
  );
  if (entries.length === 0) return null;
  const today = standingInWords(person);
  return (
    <section className={classes.otherNames} aria-label="Activities that keep other credentials">
      {entries.map(({ activityId, title, creditClaimed, ...entry }) => (
        <div key={activityId} className={classes.otherStanding}>
          <p>
            <Link href={`/activities/${activityId}/completion`}>{title}</Link> keeps {standingInWords(entry)}
            {creditClaimed ? ', under which credit was claimed.' : '.'}
          </p>
          <Button
            size="compact-sm"
            variant="default"
            loading={follow.pending}
            aria-label={`Use ${today} for ${title}`}
            onClick={() =>
              void follow.run(
                { id: person.id, activityId },
                { done: `${title} has ${today} now.`, quiet: true },
              )
            }
          >
            Use {today}
          </Button>
        </div>
      ))}
      {follow.fault ? <FaultNotice fault={follow.fault} /> : null}
    </section>
  );
}

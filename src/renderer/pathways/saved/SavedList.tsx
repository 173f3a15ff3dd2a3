import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Output } from '../../../shared/contract/index.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { useCommand } from '../../api/index.ts';
import { Moment } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { creditsInWords } from '../words.ts';

/** The saved pathways of one learner, the latest first. */
export function SavedList({
  personId,
  saved,
}: {
  readonly personId: number;
  readonly saved: Output<'pathways.list'>;
}) {
  const remove = useCommand('pathways.remove');
  if (saved.length === 0)
    return <p className={classes.soft}>None yet. Save a pathway to keep, print and share it.</p>;
  return (
    <ul className={classes.history} aria-label="Saved pathways">
      {saved.map(({ id, title, savedAt, modules, minutes, creditQuarters }) => (
        <li key={id}>
          <div>
            <Link href={`/people/${personId}/pathway/${id}`}>{title}</Link>
            <div className={classes.soft}>
              {counted(modules, 'module', 'modules')}, {formatMinutes(minutes)},{' '}
              {creditsInWords(creditQuarters)} suggested · saved <Moment at={savedAt} />
            </div>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Remove ${title}`}
            onClick={() => void remove.run({ id }, { done: `Removed the pathway “${title}”.` })}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}

import { Button, Title } from '@mantine/core';
import type { IssueResult } from '../../shared/contract/certificates.ts';
import classes from './Certificates.module.css';
import { balance, groupReasons, outcomeTitle } from './issue-words.ts';
import { SaveAllButton } from './SaveAllButton.tsx';

/** What a run of issuing came to: the sum, and each reason with whom it concerns. */
export function IssueOutcome({
  result,
  activityId,
  onClose,
}: {
  readonly result: IssueResult;
  readonly activityId: number;
  readonly onClose: () => void;
}) {
  return (
    <section
      className={classes.result}
      data-partly={result.made < result.asked ? true : undefined}
      aria-label="Result of issuing"
    >
      <div className={classes.resultHead}>
        <div role="status">
          <Title order={2}>{outcomeTitle(result)}</Title>
          <p className={classes.balance}>{balance(result)}</p>
        </div>
        <div className={classes.resultButtons}>
          {result.made > 0 ? <SaveAllButton activityId={activityId} /> : null}
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
      {result.reasons.length > 0 ? (
        <ul className={classes.reasons}>
          {groupReasons(result.reasons).map(({ reason, outcome, names }) => (
            <li key={`${outcome} ${reason}`}>
              <strong className={classes.strong}>
                {names.length} {outcome}: {reason}
              </strong>
              <div className={classes.soft}>{names.filter((name) => name !== '').join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

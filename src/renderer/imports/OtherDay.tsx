import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Session } from '../../shared/contract/activities.ts';
import type { Rehearsal } from '../../shared/contract/people.ts';
import classes from './Imports.module.css';
import { joinsInWords, missedBy, sessionsInWords } from './other-day.ts';

/** When people joined; a warning where that is another time than that of the sessions the report should count for. */
export function OtherDay({
  joins,
  sessions,
  sessionId,
  activityId,
}: {
  readonly joins: Rehearsal['joins'];
  readonly sessions: readonly Session[];
  readonly sessionId: number | null;
  readonly activityId: number | null;
}) {
  if (!joins) return null;
  const missed = missedBy(joins, sessions, sessionId);
  if (missed === null) return <p className={classes.joins}>Joins from {joinsInWords(joins)}</p>;
  const aimed = sessions.filter(({ id }) => sessionId === null || id === sessionId);
  const one = aimed.length === 1;
  return (
    <div className={classes.warning} role="alert">
      <IconAlertTriangle size={20} aria-hidden className={classes.warningIcon} />
      <div>
        <p>
          <strong>
            {missed === 'day'
              ? 'This report is of another day.'
              : 'This report is of other hours of the day.'}
          </strong>{' '}
          People joined on {joinsInWords(joins)}; {one ? 'the session is' : 'the sessions are'} on{' '}
          {sessionsInWords(aimed)}.
        </p>
        <p>
          {sessionId === null
            ? 'By their times, nobody gets any minutes. Choose another file, choose the session that the report is for, or '
            : 'Its minutes count for the chosen session all the same. If that is wrong, choose another file or session, or '}
          <Link href={`/activities/${activityId ?? ''}`}>correct the times of the sessions</Link>.
        </p>
      </div>
    </div>
  );
}

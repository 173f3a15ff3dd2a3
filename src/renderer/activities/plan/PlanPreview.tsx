import type { PlannedSession } from '../../../shared/activities/session-plan.ts';
import type { SessionElectives } from '../../../shared/credit/session-electives.ts';
import { counted, formatShortDate, formatTime } from '../../../shared/format.ts';
import classes from './Plan.module.css';
import { weekdayName } from './weekdays.ts';

/** The sessions as they would be opened, day by day; empty while there is no first day. */
export function PlanPreview({
  planned,
  electives,
}: {
  readonly planned: readonly PlannedSession[];
  readonly electives: readonly SessionElectives[];
}) {
  const days = [...Map.groupBy(planned, ({ date }) => date)];
  const optional = new Set(electives.flatMap(({ moduleCodes }) => moduleCodes));
  return (
    <section className={classes.preview} aria-label="Sessions as planned">
      <h2 className={classes.heading}>Sessions as planned</h2>
      {planned.length === 0 ? (
        <p className={classes.soft}>Choose the first day to see on which days and at what time they are.</p>
      ) : (
        <>
          <p className={classes.soft} role="status">
            {counted(planned.length, 'session', 'sessions')} on {counted(days.length, 'day', 'days')}. Each
            can be moved once the activity is open; look out for holidays.
          </p>
          {days.map(([date, sessions]) => (
            <div key={date}>
              <h3 className={classes.day}>
                {weekdayName(date)}, {formatShortDate(date)}
              </h3>
              <ol className={classes.sessions}>
                {sessions.map(({ title, startTime, minutes, moduleCode, ownTime }) => (
                  <li key={`${startTime} ${title}`}>
                    <span className={classes.time}>{ownTime ? 'Own time' : formatTime(startTime)}</span>
                    <span>
                      {title}
                      {optional.has(moduleCode) ? <span className={classes.soft}> elective</span> : null}
                    </span>
                    <span className={classes.minutes}>{minutes} min</span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </>
      )}
    </section>
  );
}

import type { Activity } from '../../shared/contract/activities.ts';
import type { ReflectionSummary } from '../../shared/contract/reflections.ts';
import { formatDate, formatDateRange, formatShortDate } from '../../shared/format.ts';
import { ConfidenceTable } from './ConfidenceTable.tsx';
import type { Commitment } from './Outcome.tsx';
import { figuresOf } from './OutcomeFigures.tsx';
import classes from './OutcomeSheet.module.css';
import { PrintPage } from './PrintPage.tsx';
import { CAUTION, STANDINGS } from './words.ts';

/** The outcome summary on paper, with every commitment. */
export function OutcomeSheet({
  activity,
  summary,
  commitments,
  today,
  onDone,
}: {
  readonly activity: Activity;
  readonly summary: ReflectionSummary;
  readonly commitments: readonly Commitment[];
  readonly today: string;
  readonly onDone: () => void;
}) {
  return (
    <PrintPage onDone={onDone}>
      <h1>Reflections: outcome summary</h1>
      <p>
        {activity.title}, {formatDateRange(activity.startsOn, activity.endsOn)}. As of {formatDate(today)}.
      </p>
      <table className={classes.facts}>
        <tbody>
          {figuresOf(summary).map(({ label, value, rule }) => (
            <tr key={label}>
              <td className={classes.value}>{value}</td>
              <th scope="row">{label}</th>
              <td>{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {summary.confidence.length > 0 ? (
        <>
          <h2>Confidence before and after</h2>
          <p>Means of those who rated a competency both before and after, on its levels from 0 to 3.</p>
          <ConfidenceTable lines={summary.confidence} />
        </>
      ) : null}
      <p>{CAUTION}</p>
      {commitments.length > 0 ? (
        <>
          <h2>Commitments</h2>
          <table className={classes.list}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Commitment</th>
                <th scope="col">Follow-up</th>
                <th scope="col">Standing</th>
              </tr>
            </thead>
            <tbody>
              {commitments.map(({ enrolmentId, name, reflection, standing }) => (
                <tr key={enrolmentId}>
                  <th scope="row">{name}</th>
                  <td>{reflection.commitment}</td>
                  <td>{reflection.followUpOn === null ? '' : formatShortDate(reflection.followUpOn)}</td>
                  <td>{STANDINGS[standing].label}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </PrintPage>
  );
}

import { Link } from 'wouter';
import type { Cohort, VersionSummary } from '../../../shared/contract/curricula.ts';
import { formatCount, formatShortDateRange } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Section } from '../../components/index.ts';
import classes from './Versions.module.css';

/** Which activities ran on which version, with the people in them. */
export function Cohorts({
  curriculumId,
  versions,
}: {
  readonly curriculumId: number;
  readonly versions: readonly VersionSummary[];
}) {
  const cohorts = useRead('versions.cohorts', { curriculumId });
  return (
    <Section
      title="Cohorts"
      description="Activities under the version they teach. Certified are people who hold a certificate in force."
    >
      {cohorts.isPending ? <Loading /> : null}
      {cohorts.isError ? <FaultNotice fault={cohorts.error} onRetry={() => void cohorts.refetch()} /> : null}
      {cohorts.data?.length === 0 ? (
        <p className={classes.lead}>
          No activity teaches this curriculum yet. Open a version and choose “Open an activity”: it stays with
          that version, whatever is published later.
        </p>
      ) : null}
      {cohorts.data && cohorts.data.length > 0 ? (
        <CohortTable cohorts={cohorts.data} versions={versions} />
      ) : null}
    </Section>
  );
}

function CohortTable({
  cohorts,
  versions,
}: {
  readonly cohorts: readonly Cohort[];
  readonly versions: readonly VersionSummary[];
}) {
  return (
    <table className={classes.cohorts} aria-label="Cohorts">
      <thead>
        <tr>
          <th scope="col">Activity</th>
          <th scope="col">Dates</th>
          <th scope="col" data-align="right">
            Enrolled
          </th>
          <th scope="col" data-align="right">
            Certified
          </th>
        </tr>
      </thead>
      {versions.map(({ id, number }) => {
        const own = cohorts.filter(({ versionId }) => versionId === id);
        return (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={classes.cohortVersion}>
                Version {number}
              </th>
            </tr>
            {own.length === 0 ? (
              <tr>
                <td colSpan={4} className={classes.soft}>
                  Not taught yet.
                </td>
              </tr>
            ) : null}
            {own.map((cohort) => (
              <tr key={cohort.activityId}>
                <td>
                  <Link href={`/activities/${cohort.activityId}`}>{cohort.title}</Link>
                </td>
                <td>{formatShortDateRange(cohort.startsOn, cohort.endsOn)}</td>
                <td data-align="right">{formatCount(cohort.enrolled)}</td>
                <td data-align="right">{formatCount(cohort.certified)}</td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

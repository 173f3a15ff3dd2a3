import { Link } from 'wouter';
import type { Cohort, VersionSummary } from '../../../shared/contract/curricula.ts';
import { formatCount, formatShortDateRange } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, GroupedTable, Loading, type PlainColumn, Section } from '../../components/index.ts';
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
        <GroupedTable
          label="Cohorts"
          columns={COLUMNS}
          rowKey={({ activityId }) => activityId}
          groups={versions.map(({ id, number }) => ({
            key: id,
            title: `Version ${number}`,
            rows: cohorts.data.filter(({ versionId }) => versionId === id),
            empty: 'Not taught yet.',
          }))}
        />
      ) : null}
    </Section>
  );
}

const COLUMNS: readonly PlainColumn<Cohort>[] = [
  {
    header: 'Activity',
    cell: ({ activityId, title }) => <Link href={`/activities/${activityId}`}>{title}</Link>,
  },
  { header: 'Dates', cell: ({ startsOn, endsOn }) => formatShortDateRange(startsOn, endsOn) },
  { header: 'Enrolled', align: 'right', cell: ({ enrolled }) => formatCount(enrolled) },
  { header: 'Certified', align: 'right', cell: ({ certified }) => formatCount(certified) },
];

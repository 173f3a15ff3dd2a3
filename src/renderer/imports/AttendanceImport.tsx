import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../components/index.ts';
import { ImportFlow } from './ImportFlow.tsx';

const REPORT = {
  kind: 'attendance',
  accept: '.csv,.tsv,.txt,.xlsx',
  drop: 'Choose an attendance report, or drop it here',
  hint: 'A Zoom webinar or meeting report, a Teams attendance report, or your own list as CSV, TSV or Excel (.xlsx), at most 64 MB. Joins of one person are added up; time that overlaps counts once.',
} as const;

/** Imports who attended from a report of Zoom or Teams, or from a list. */
export function AttendanceImport({ activityId }: { readonly activityId: number }) {
  const activity = useRead('activities.get', { id: activityId });
  if (activity.isPending) return <Loading />;
  if (!activity.data)
    return (
      <>
        <PageHeader title="Import attendance" back={{ label: 'Activities', path: '/activities' }} />
        <FaultNotice fault={activity.error} onRetry={() => void activity.refetch()} />
      </>
    );
  const path = `/activities/${activityId}/attendance`;
  return (
    <ImportFlow
      key={activityId}
      activityId={activityId}
      sessions={activity.data.sessions}
      purpose="attendance"
      file={REPORT}
      head={{
        title: 'Import attendance',
        back: { label: activity.data.title, path },
        description: 'Minutes in each session from the report of a meeting.',
      }}
      next={{ label: 'See the attendance', path }}
    />
  );
}

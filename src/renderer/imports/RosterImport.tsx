import { useSearch } from 'wouter';
import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../components/index.ts';
import { ImportFlow } from './ImportFlow.tsx';

const ROSTER = {
  kind: 'roster',
  accept: '.csv,.tsv,.txt,.xlsx',
  drop: 'Choose a roster, or drop it here',
  hint: 'CSV, TSV or Excel (.xlsx), at most 64 MB, with one person per row below a row of headings such as “First name”, “Last name”, “Email”.',
} as const;

/** Imports a roster: people for the office and, with `?activity=`, for that activity. */
export function RosterImport() {
  const wanted = Number(new URLSearchParams(useSearch()).get('activity'));
  if (Number.isSafeInteger(wanted) && wanted > 0)
    return <RosterForActivity key={wanted} activityId={wanted} />;
  return (
    <ImportFlow
      key="office"
      activityId={null}
      sessions={[]}
      purpose="office"
      file={ROSTER}
      head={{
        title: 'Import a roster',
        back: { label: 'People', path: '/people' },
        description: 'People from a list, added to the office.',
      }}
      next={{ label: 'See the people', path: '/people' }}
    />
  );
}

function RosterForActivity({ activityId }: { readonly activityId: number }) {
  const activity = useRead('activities.get', { id: activityId });
  if (activity.isPending) return <Loading />;
  if (!activity.data)
    return (
      <>
        <PageHeader title="Import a roster" back={{ label: 'People', path: '/people' }} />
        <FaultNotice fault={activity.error} onRetry={() => void activity.refetch()} />
      </>
    );
  const path = `/activities/${activityId}/people`;
  return (
    <ImportFlow
      activityId={activityId}
      sessions={[]}
      purpose="enrolment"
      file={ROSTER}
      head={{
        title: 'Import a roster',
        back: { label: activity.data.title, path },
        description: 'People from a list, added to the office and enrolled in this activity.',
      }}
      next={{ label: 'See who is enrolled', path }}
    />
  );
}

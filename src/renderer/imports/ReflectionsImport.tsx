import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../components/index.ts';
import { ImportFlow } from './ImportFlow.tsx';

const FORM = {
  kind: 'reflections',
  accept: '.csv,.tsv,.txt,.xlsx',
  drop: 'Choose the answers of a reflection form, or drop them here',
  hint: 'What a form or survey exports, as CSV, TSV or Excel (.xlsx), at most 64 MB: one person per row, with columns such as “Email”, “What will you change?”, “Commitment”, “Follow-up date”, “F1 before” and “F1 after”. Confidence is rated 0 none, 1 aware, 2 apply, 3 lead, as number or word.',
} as const;

/** Imports what learners answered in a reflection form. */
export function ReflectionsImport({ activityId }: { readonly activityId: number }) {
  const activity = useRead('activities.get', { id: activityId });
  if (activity.isPending) return <Loading />;
  if (!activity.data)
    return (
      <>
        <PageHeader title="Import reflections" back={{ label: 'Activities', path: '/activities' }} />
        <FaultNotice fault={activity.error} onRetry={() => void activity.refetch()} />
      </>
    );
  const path = `/activities/${activityId}/reflections`;
  return (
    <ImportFlow
      key={activityId}
      activityId={activityId}
      sessions={[]}
      purpose="reflections"
      file={FORM}
      head={{
        title: 'Import reflections',
        back: { label: activity.data.title, path },
        description: 'What people wrote after the activity, from the answers of a form.',
      }}
      next={{ label: 'See the reflections', path }}
    />
  );
}

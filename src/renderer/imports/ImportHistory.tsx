import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, Section } from '../components/index.ts';
import type { ImportPurpose } from './fates.ts';
import { ImportTable } from './ImportTable.tsx';

/** What was imported here before: of one activity, or of the whole office. Nothing while there is nothing. */
export function ImportHistory({
  activityId,
  purpose,
}: {
  readonly activityId: number | null;
  readonly purpose: ImportPurpose;
}) {
  const imports = useRead('imports.list', { activityId });
  if (imports.error) return <FaultNotice fault={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data) return <Loading />;
  const shown = imports.data.filter(
    ({ kind }) => purpose === 'office' || kind === (purpose === 'enrolment' ? 'roster' : purpose),
  );
  if (shown.length === 0) return null;
  return (
    <Section
      title="Earlier imports"
      description="Each is kept with what became of every row, and can be undone."
    >
      <ImportTable imports={shown} ofActivity={activityId !== null} />
    </Section>
  );
}

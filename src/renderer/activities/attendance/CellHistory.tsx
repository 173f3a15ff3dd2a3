import type { Session } from '../../../shared/contract/activities.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { assertNever } from '../../../shared/errors.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, Moment, SidePanel } from '../../components/index.ts';
import classes from './Grid.module.css';
import type { GridRow } from './Grid.tsx';

/** Every value a cell has had, newest first. */
export function CellHistory({
  row,
  session,
  onClose,
}: {
  readonly row: GridRow;
  readonly session: Session;
  readonly onClose: () => void;
}) {
  const history = useRead('attendance.history', { enrolmentId: row.enrolmentId, sessionId: session.id });
  return (
    <SidePanel title="What was recorded" opened onClose={onClose}>
      <p className={classes.historyOf}>
        {row.name} in “{session.title}”
      </p>
      {history.isPending ? <Loading /> : null}
      {history.isError ? <FaultNotice fault={history.error} onRetry={() => void history.refetch()} /> : null}
      {history.data?.length === 0 ? <p>Nothing has been recorded here yet.</p> : null}
      <ol className={classes.history}>
        {history.data?.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike in every field; they never move
          <li key={index}>
            <strong>{spoken(entry.minutes)}</strong>
            <span>
              <Moment at={entry.at} />, {recordedHow(entry)}
            </span>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function recordedHow({ how, source }: Output<'attendance.history'>[number]): string {
  switch (how) {
    case 'hand':
      return 'by hand';
    case 'import':
      return `imported from “${source}”`;
    case 'undo':
      return 'taken back';
    case 'other':
      return source;
    default:
      return assertNever(how);
  }
}

function spoken(minutes: number | null): string {
  if (minutes === null) return 'Cleared';
  return minutes === 0 ? 'Absent' : `${minutes} min`;
}

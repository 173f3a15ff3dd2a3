import { Button } from '@mantine/core';
import { IconDoorEnter, IconFileImport, IconPrinter, IconUsers } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Activity, AttendanceGrid } from '../../../shared/contract/activities.ts';
import { counted } from '../../../shared/format.ts';
import { fold } from '../../../shared/people/name.ts';
import { useRead } from '../../api/index.ts';
import { EmptyState, FaultNotice, ListFilters, Loading, Nothing } from '../../components/index.ts';
import { Grid, type GridRow } from './Grid.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { useMarks } from './use-marks.ts';

/** Who was where for how long: the grid of people and sessions. */
export function AttendanceTab({ activity }: { readonly activity: Activity }) {
  const grid = useRead('attendance.grid', { activityId: activity.id });
  if (grid.isPending) return <Loading />;
  if (!grid.data) return <FaultNotice fault={grid.error} onRetry={() => void grid.refetch()} />;
  if (grid.data.rows.length === 0)
    return (
      <EmptyState
        icon={<IconUsers size={32} />}
        title="Nobody is enrolled yet"
        action={
          <Button component={Link} href={`/activities/${activity.id}/people`}>
            Add people
          </Button>
        }
      >
        Attendance is recorded for each enrolled person and each session. Add people first, by roster or by
        hand.
      </EmptyState>
    );
  return <Attendance activity={activity} grid={grid.data} readAt={grid.dataUpdatedAt} />;
}

function Attendance({
  activity,
  grid,
  readAt,
}: {
  readonly activity: Activity;
  readonly grid: AttendanceGrid;
  readonly readAt: number;
}) {
  const [text, setText] = useState('');
  const [printing, setPrinting] = useState(false);
  const marks = useMarks(activity.id, readAt);
  const rows = useMemo(() => {
    const wanted = fold(text);
    return wanted === ''
      ? grid.rows
      : grid.rows.filter((row) => fold(`${row.name} ${row.credentials} ${row.email}`).includes(wanted));
  }, [grid.rows, text]);
  const { markedValue } = marks;
  const minutesOf = useCallback(
    (row: GridRow, column: number): number | null => {
      const session = grid.sessions[column];
      const waiting = session ? markedValue(row.enrolmentId, session.id) : undefined;
      return waiting === undefined ? (row.minutes[column] ?? null) : waiting;
    },
    [grid.sessions, markedValue],
  );
  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person' }}
        count={`${counted(rows.length, 'person', 'people')} · ${marks.saving ? 'Saving…' : 'All marks saved'}`}
        end={
          <>
            <Button
              component={Link}
              href={`/activities/${activity.id}/check-in`}
              variant="default"
              leftSection={<IconDoorEnter size={16} aria-hidden />}
            >
              Check in at the door
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => setPrinting(true)}
            >
              Print
            </Button>
            <Button
              component={Link}
              href={`/activities/${activity.id}/import-attendance`}
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              Import attendance
            </Button>
          </>
        }
      />
      {rows.length === 0 ? (
        <Nothing>Nobody enrolled fits this search.</Nothing>
      ) : (
        <Grid
          key={text}
          sessions={grid.sessions}
          rows={rows}
          everyone={grid.rows}
          minutesOf={minutesOf}
          onMark={marks.mark}
          onFlush={marks.flush}
        />
      )}
      {printing ? (
        <PrintSheet
          activity={activity}
          sessions={grid.sessions}
          rows={rows}
          minutesOf={minutesOf}
          onDone={() => setPrinting(false)}
        />
      ) : null}
    </>
  );
}

import { Button } from '@mantine/core';
import { IconFileImport, IconUserMinus, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Activity, CompletionRow } from '../../../shared/contract/activities.ts';
import { counted, sentenceCase } from '../../../shared/format.ts';
import { fold } from '../../../shared/people/name.ts';
import { useCommand, useRead } from '../../api/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  PersonName,
  TwoLines,
} from '../../components/index.ts';
import classes from '../Activities.module.css';
import { paperFor } from '../words.ts';
import { AddPeople } from './AddPeople.tsx';

/** Someone enrolled; `place` is where the name stands in the order of names. */
type Enrolled = CompletionRow & { readonly email: string; readonly place: number };

/** Who is enrolled in an activity, and the ways to bring more people in. */
export function PeopleTab({ activity }: { readonly activity: Activity }) {
  const completion = useRead('completion.list', { activityId: activity.id });
  const grid = useRead('attendance.grid', { activityId: activity.id });
  const [adding, setAdding] = useState(false);
  const rows = useMemo(
    () => enrolled(completion.data ?? [], grid.data?.rows ?? []),
    [completion.data, grid.data],
  );
  const fault = completion.error ?? grid.error;
  if (fault)
    return (
      <FaultNotice fault={fault} onRetry={() => void Promise.all([completion.refetch(), grid.refetch()])} />
    );
  if (!completion.data || !grid.data) return <Loading />;
  const importRoster = (
    <Button
      component={Link}
      href={`/people/import?activity=${activity.id}`}
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      Import a roster
    </Button>
  );
  const add = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add people
    </Button>
  );
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={32} />}
          title="Nobody is enrolled yet"
          action={
            <div className={classes.buttons}>
              {importRoster}
              {add}
            </div>
          }
        >
          Import the registration list as CSV or Excel, or add people that the office knows already.
        </EmptyState>
      ) : (
        <EnrolledPeople activityId={activity.id} rows={rows} actions={[importRoster, add]} />
      )}
      <AddPeople
        activityId={activity.id}
        opened={adding}
        onClose={() => setAdding(false)}
        enrolled={new Set(rows.map(({ personId }) => personId))}
      />
    </>
  );
}

function EnrolledPeople({
  activityId,
  rows,
  actions,
}: {
  readonly activityId: number;
  readonly rows: readonly Enrolled[];
  readonly actions: readonly [React.ReactNode, React.ReactNode];
}) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const remove = useCommand('enrolments.remove');
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rows.filter((row) => fold(`${row.name} ${row.credentials} ${row.email}`).includes(wanted));
  }, [rows, text]);
  // Someone who was taken off meanwhile is not selected any more.
  const chosen = rows.filter(({ enrolmentId }) => selected.has(enrolmentId));

  async function takeOff(): Promise<void> {
    const removed = await remove.run(
      { activityId, enrolmentIds: chosen.map(({ enrolmentId }) => enrolmentId) },
      {
        done: `Took ${counted(chosen.length, 'person', 'people')} off the activity, with their attendance and reflections.`,
      },
    );
    if (removed) setSelected(new Set());
  }

  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find an enrolled person' }}
        count={counted(shown.length, 'person', 'people')}
        end={
          <>
            {actions[0]}
            {actions[1]}
          </>
        }
      />
      {chosen.length > 0 ? (
        <section className={classes.bar} aria-label="Selected people">
          <span className={classes.barCount}>{counted(chosen.length, 'person', 'people')} selected</span>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserMinus size={16} aria-hidden />}
            loading={remove.pending}
            onClick={() => void takeOff()}
          >
            Take off the activity
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setSelected(new Set())}>
            Clear the selection
          </Button>
        </section>
      ) : null}
      <DataTable
        label="Enrolled people"
        rows={shown}
        columns={columns}
        rowKey={({ enrolmentId }) => enrolmentId}
        selection={{ selected, onChange: setSelected }}
        onOpen={({ personId }) => navigate(`/people/${personId}`)}
        empty={<Nothing>Nobody enrolled fits this search.</Nothing>}
      />
    </>
  );
}

const columns: readonly Column<Enrolled>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 1fr)',
    sortValue: ({ place }) => place,
    cell: ({ name, credentials }) => <PersonName name={name} credentials={credentials} />,
  },
  {
    id: 'profession',
    header: 'Profession',
    width: 168,
    sortValue: ({ profession }) => profession,
    cell: ({ profession }) => <TwoLines first={sentenceCase(profession)} second={paperFor(profession)} />,
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 'minmax(240px, 1fr)',
    sortValue: ({ email }) => email,
    cell: ({ email }) => email,
    hideBelow: 800,
  },
  {
    id: 'certificate',
    header: 'Certificate',
    width: 152,
    sortValue: ({ certificateNumber }) => certificateNumber ?? '',
    cell: ({ certificateId, certificateNumber }) =>
      certificateId === null ? (
        <span className={classes.softInline}>None yet</span>
      ) : (
        <Link href={`/certificates/${certificateId}`}>{certificateNumber}</Link>
      ),
  },
];

function enrolled(
  completion: readonly CompletionRow[],
  grid: readonly { readonly enrolmentId: number; readonly email: string }[],
): readonly Enrolled[] {
  const emails = new Map(grid.map(({ enrolmentId, email }) => [enrolmentId, email]));
  return completion.map((row, place) => ({ ...row, place, email: emails.get(row.enrolmentId) ?? '' }));
}

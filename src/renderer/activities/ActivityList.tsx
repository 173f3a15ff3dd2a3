import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ActivitySummary } from '../../shared/contract/activities.ts';
import { counted, formatCount, formatCreditsFixed, formatShortDateRange } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  PageHeader,
  StatusBadge,
  TwoLines,
} from '../components/index.ts';
import { STAGES, stageBadge, whereHeld } from './words.ts';

type StageFilter = 'all' | ActivitySummary['stage'];

/** Every activity of the office, the latest first. */
export function ActivityList() {
  const list = useRead('activities.list', {});
  return (
    <>
      <PageHeader
        title="Activities"
        description="Courses held on a published curriculum: who came and what they earned."
        actions={
          list.data?.length ? (
            <Button component={Link} href="/activities/new" leftSection={<IconPlus size={16} aria-hidden />}>
              New activity
            </Button>
          ) : null
        }
      />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <FaultNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? list.data.length === 0 ? <FirstActivity /> : <Activities activities={list.data} /> : null}
    </>
  );
}

function Activities({ activities }: { readonly activities: readonly ActivitySummary[] }) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [stage, setStage] = useState<StageFilter>('all');
  const rows = useMemo(() => {
    const wanted = fold(text);
    return activities.filter(
      (activity) =>
        (stage === 'all' || activity.stage === stage) &&
        fold(`${activity.title} ${activity.curriculumTitle} ${activity.place}`).includes(wanted),
    );
  }, [activities, text, stage]);
  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find an activity' }}
        count={counted(rows.length, 'activity', 'activities')}
      >
        <SegmentedControl
          aria-label="Stage"
          value={stage}
          onChange={setStage}
          data={[
            { value: 'all', label: 'All' },
            ...stages.map((value) => ({ value, label: STAGES[value].label })),
          ]}
        />
      </ListFilters>
      <DataTable
        label="Activities"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/activities/${id}`)}
        empty={<Nothing>No activity fits. Change the search or choose another stage.</Nothing>}
      />
    </>
  );
}

const stages = ['planned', 'running', 'finished', 'certified'] as const;

const columns: readonly Column<ActivitySummary>[] = [
  {
    id: 'title',
    header: 'Activity',
    width: 'minmax(200px, 2fr)',
    sortValue: ({ title }) => title,
    cell: ({ title, curriculumTitle, versionNumber }) => (
      <TwoLines strong first={title} second={`${curriculumTitle}, version ${versionNumber}`} />
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    width: 136,
    sortValue: ({ stage }) => stages.indexOf(stage),
    cell: (activity) => {
      const { label, tone } = stageBadge(activity);
      return <StatusBadge tone={tone}>{label}</StatusBadge>;
    },
  },
  {
    id: 'dates',
    header: 'Dates',
    width: 144,
    sortValue: ({ startsOn }) => startsOn,
    cell: ({ startsOn, endsOn }) => formatShortDateRange(startsOn, endsOn),
  },
  { id: 'place', header: 'Place', hideBelow: 1100, sortValue: whereHeld, cell: whereHeld },
  {
    id: 'credits',
    header: 'Credits',
    width: 80,
    align: 'right',
    sortValue: ({ maximumQuarters }) => maximumQuarters,
    cell: ({ maximumQuarters }) => formatCreditsFixed(maximumQuarters),
  },
  {
    id: 'enrolled',
    header: 'Enrolled',
    width: 88,
    align: 'right',
    sortValue: ({ enrolled }) => enrolled,
    cell: ({ enrolled }) => formatCount(enrolled),
  },
  {
    id: 'certificates',
    header: 'Certificates',
    width: 104,
    align: 'right',
    hideBelow: 900,
    sortValue: ({ certificates }) => certificates,
    cell: ({ certificates }) => formatCount(certificates),
  },
];

function FirstActivity() {
  const versions = useRead('versions.list', {});
  if (!versions.data) return <Loading />;
  const published = versions.data.length > 0;
  return (
    <EmptyState
      icon={<IconCalendarEvent size={32} />}
      title="No activity yet"
      action={
        published ? (
          <Button component={Link} href="/activities/new">
            Open the first activity
          </Button>
        ) : (
          <Button component={Link} href="/curricula">
            Publish a curriculum first
          </Button>
        )
      }
    >
      {published
        ? 'Open one on a published curriculum: every module becomes a session, and the credit is computed from the minutes.'
        : 'An activity teaches a published curriculum. Build one from a template, publish it, and open the activity here.'}
    </EmptyState>
  );
}
